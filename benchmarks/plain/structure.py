"""In plain networkx: who stands between others on the lists, and which links are likely."""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from benchmarks.plain.graph import Answers, Row, Values, beside, out_of, top_projects
from benchmarks.plain.lists import BROKERS, MOST, WALKED, Lists, enough, four


def bridging(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    lists = Lists(plain, values)
    graph = nx.Graph()
    graph.add_nodes_from(sorted(lists.graph))
    graph.add_edges_from(sorted(tuple(sorted(edge)) for edge in lists.graph.edges))
    starts = max(10, WALKED // graph.number_of_edges()) if graph.number_of_edges() else 10
    between = nx.betweenness_centrality(graph, k=starts if starts < len(graph) else None, seed=1)
    found = sorted((body for body in lists.in_scope() if between[body] > 0), key=lambda body: (-round(between[body], 9), lists.name(body), body))[:MOST]
    together = lists.together()
    rows = []
    for body in found:
        # All that Burt's measures look at: a body, its neighbours, and how many neighbours each of these has.
        near = set(together[body])
        among = together.subgraph(near).number_of_edges()
        held = sum(((1 + sum(1 / together.degree[q] for q in near & set(together[j]))) / len(near)) ** 2 for j in near) if near else None
        rows.append({
            "body": lists.name(body), "country": lists.country(body), "networks": lists.names(lists.graph[body]), "roles": lists.roles(body),
            "betweenness": four(between[body]),
            "constraint": four(held), "effective_size": four(len(near) - 2 * among / len(near)) if near else None, "neighbours": len(near),
            "basis": lists.basis(), "evidence": lists.evidence(body),
        })  # fmt: skip
    return rows


def roles(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    lists = Lists(plain, values, placed=True)
    together = lists.together()
    rows: list[Row] = []
    several = [body for body in lists.in_scope() if lists.graph.degree[body] > 1]
    for body in sorted(several, key=lambda one: (-together.degree[one], lists.name(one), one))[:BROKERS]:
        own, counts = lists.country(body), dict.fromkeys(("coordinator", "itinerant", "gatekeeper", "liaison"), 0)
        for one, other in combinations(together[body], 2):
            if not together.has_edge(one, other):
                ends = {lists.country(one), lists.country(other)}
                counts[("coordinator" if own in ends else "itinerant") if len(ends) == 1 else "gatekeeper" if own in ends else "liaison"] += 1
        if total := sum(counts.values()):
            told = {"body": lists.name(body), "country": own, "networks": lists.names(lists.graph[body]), "roles": lists.roles(body), **counts, "total": total}
            rows.append({**told, "basis": lists.basis(), "evidence": lists.evidence(body), "id": body})
    rows.sort(key=lambda row: (-row["total"], row["body"], row["id"]))
    return [{column: row[column] for column in row if column != "id"} for row in rows[:MOST]]


def likely(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    lists = Lists(plain, values)
    scope = set(lists.in_scope())
    projects = {body: {whole for project, _ in out_of(plain, body, "LEADS", "PARTNER_IN") for whole in top_projects(plain, project)} for body in lists.bodies}
    links = ("COOPERATES_WITH", "PART_OF", "FOUNDED", "FUNDED_BY", "FOLLOWS")
    known = {body: {other for other, _ in beside(plain, body, *links)} for body in lists.bodies}
    pairs = [
        (one, other) for one, other in combinations([body for body in lists.bodies if lists.graph.degree[body] > 1], 2)
        if len(set(lists.graph[one]) & set(lists.graph[other])) > 1 and {one, other} & scope
        and other not in known[one] and not projects[one] & projects[other]
    ]  # fmt: skip
    friends, resources = nx.adamic_adar_index(lists.graph, pairs), nx.resource_allocation_index(lists.graph, pairs)
    scored = [(aa, ra, one, other) for (one, other, aa), (_, _, ra) in zip(friends, resources, strict=True)]
    rows = []
    for aa, ra, *pair in sorted(scored, key=lambda found: (-round(found[0], 9), -round(found[1], 9), *found[2:]))[:MOST]:
        one, other = sorted(pair, key=lambda body: (body not in scope, lists.name(body), body))
        rows.append({
            "body": lists.name(one), "other": lists.name(other),
            "countries": list(dict.fromkeys(country for body in (one, other) if (country := lists.country(body)))),
            "networks": lists.names(set(lists.graph[one]) & set(lists.graph[other])), "adamic_adar": four(aa), "resource_allocation": four(ra),
            "less": [
                f"{lists.name(body)}: {role} in {lists.name(on)}"
                for body in (one, other) for on, role in zip(lists.in_order(body), lists.roles(body), strict=True)
                if role != "member" and on in lists.graph[one] and on in lists.graph[other]
            ],
            "basis": lists.basis(), "in_scope": sorted({one, other} & scope), "evidence": lists.evidence(one, other),
        })  # fmt: skip
    return rows


PLAIN: Answers = {
    "bridging-organisations": enough(bridging),
    "brokerage-roles": enough(roles),
    "likely-missing-links": enough(likely),
}
