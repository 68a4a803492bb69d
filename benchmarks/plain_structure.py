"""In plain networkx: the questions about the structure of networks, by brute force where that can be done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from itertools import combinations, permutations

import networkx as nx

from benchmarks.plain_graph import IN_NETWORK, Row, Values, beside, into, out_of, still, things, wanted, wholes

MOST = 25
# As the answers declare: for larger graphs they sample starting points and brokers, and leave the largest lists out. Nestedness is exact here.
WALKED, PAIRS, BROKERS = 1_200_000, 300_000, 200


class Lists:
    """The two-mode graph of bodies and complete, dated lists, with what the rows tell of it."""

    def __init__(self, plain: nx.MultiDiGraph, values: Values, *, placed: bool = False) -> None:
        self.plain, self.asked = plain, values["country"]
        self.graph, self.said = nx.Graph(), defaultdict[tuple[str, str], list[str]](list)
        for network in things(plain, "Network"):
            properties = plain.nodes[network]["properties"]
            if properties.get("roster") != "complete" or not properties.get("roster_as_of") or not wanted(properties.get("scope"), values["network_scope"]):
                continue
            for body, tie in into(plain, network, *IN_NETWORK):
                if still(tie) and plain.nodes[body]["label"] in ("LRA", "Organisation") and (plain.nodes[body]["country"] or not placed):
                    self.graph.add_edge(network, body)
                    self.said[network, body] += tie["evidence"]
        self.lists = sorted({network for network, _ in self.said})
        self.bodies = sorted({body for _, body in self.said})
        self.members = {network: set(self.graph[network]) for network in self.lists}

    def name(self, one: str) -> str:
        return str(self.plain.nodes[one]["name"])

    def country(self, body: str) -> str | None:
        found: str | None = self.plain.nodes[body]["country"]
        return found

    def in_scope(self) -> list[str]:
        return [body for body in self.bodies if wanted(self.country(body), self.asked)]

    def names(self, ids: Collection[str]) -> list[str]:
        return [self.name(one) for one in sorted(ids, key=lambda one: (self.name(one), one))]

    def evidence(self, *bodies: str) -> list[str]:
        return [text for body in bodies for one in self.graph[body] for text in (*self.said[one, body], *self.plain.nodes[one]["evidence"])]

    def evidence_of_lists(self, ids: Collection[str]) -> list[str]:
        found = []
        for one in ids:
            texts = sorted({text for body in self.members[one] for text in self.said[one, body]}, reverse=True)
            found += [*{text.split("#")[0]: text for text in texts}.values(), *self.plain.nodes[one]["evidence"]]
        return found

    def basis(self, *rules: str) -> str:
        words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
        count = len(self.lists)
        number = words[count] if count < len(words) else f"{count:,}"
        dates = {one: str(self.plain.nodes[one]["properties"]["roster_as_of"]) for one in self.lists}
        shown = [f"{self.name(one)} ({dates[one]})" for one in sorted(self.lists, key=lambda one: (self.name(one), one))]
        which = f"of {min(dates.values())} to {max(dates.values())}" if count > 6 else " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
        return "; ".join((f"{number} complete list{'s' if count > 1 else ''}: {which}", *rules))

    def together(self) -> nx.Graph:
        """Who is on one list with whom; the largest lists make no pairs when all would make too many."""
        made, pairs = nx.Graph(), 0
        made.add_nodes_from(self.bodies)
        for size in sorted({len(members) for members in self.members.values()}):
            of_size = [members for members in self.members.values() if len(members) == size]
            pairs += len(of_size) * size * (size - 1) // 2
            if pairs > PAIRS:
                break
            for members in of_size:
                made.add_edges_from(combinations(members, 2))
        return made


def four(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


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
            "body": lists.name(body), "country": lists.country(body), "networks": lists.names(lists.graph[body]), "betweenness": four(between[body]),
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
            told = {"body": lists.name(body), "country": own, "networks": lists.names(lists.graph[body]), **counts, "total": total}
            rows.append({**told, "basis": lists.basis(), "evidence": lists.evidence(body), "id": body})
    rows.sort(key=lambda row: (-row["total"], row["body"], row["id"]))
    return [{column: row[column] for column in row if column != "id"} for row in rows[:MOST]]


def hanging(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    lists = Lists(plain, {**values, "country": None})
    rows = []
    for part in nx.connected_components(lists.graph):
        bodies, networks = sorted(part & set(lists.bodies)), sorted(part & set(lists.lists))
        held = [body for body in bodies if lists.graph.degree[body] > 1 and _falls_apart(lists, part, body)]
        inner = nx.k_core(lists.graph.subgraph(part))
        rows.append({
            "networks": lists.names(networks), "bodies": len(bodies), "lras": sum(plain.nodes[body]["label"] == "LRA" for body in bodies),
            "countries": sorted({country for body in bodies if (country := lists.country(body))}),
            "holding": [lists.name(body) for body in sorted(held, key=lambda body: (lists.name(body), body))][:10], "holding_count": len(held),
            "groups": _groups(lists, networks), "core": min(dict(inner.degree).values()), "core_bodies": len(set(inner) & set(bodies)),
            "basis": lists.basis(), "evidence": lists.evidence_of_lists(networks),
        })  # fmt: skip
    return sorted(rows, key=lambda row: (-row["bodies"], row["networks"]))


def _falls_apart(lists: Lists, part: Collection[str], body: str) -> bool:
    """Whether without the body there are two pieces or more with bodies in them."""
    rest = nx.connected_components(lists.graph.subgraph(set(part) - {body}))
    return sum(not piece.isdisjoint(lists.bodies) for piece in rest) > 1


def _groups(lists: Lists, networks: list[str]) -> list[str]:
    shared = nx.Graph()
    shared.add_nodes_from(range(len(networks)))
    for (a, one), (b, other) in combinations(enumerate(networks), 2):
        if both := len(lists.members[one] & lists.members[other]):
            shared.add_edge(a, b, weight=both)
    groups = [sorted(networks[number] for number in group) for group in nx.community.louvain_communities(shared, seed=1)]
    return ["; ".join(lists.names(group)) for group in sorted(groups, key=lambda group: (-len(group), group))]


def across(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    lists = Lists(plain, {**values, "country": None}, placed=True)
    by_country: dict[str, list[str]] = defaultdict(list)
    pairs: dict[str, dict[bool, int]] = defaultdict(lambda: {True: 0, False: 0})
    for body in lists.bodies:
        by_country[str(lists.country(body))].append(body)
    for members in lists.members.values():
        # Each pair is seen from both its ends.
        at_home = [str(lists.country(body)) for body in members]
        for one, other in permutations(at_home, 2) if len(members) < 1000 else ():
            pairs[one][one != other] += 1
        if len(members) >= 1000:
            for country in set(at_home):
                size = at_home.count(country)
                pairs[country][True] += size * (len(members) - size)
                pairs[country][False] += size * (size - 1)
    rows = []
    for country, bodies in sorted(by_country.items()):
        outside, inside = pairs[country][True], pairs[country][False] // 2
        could, home = len(bodies) * (len(lists.bodies) - len(bodies)), len(bodies) * (len(bodies) - 1) / 2
        joined = {one for body in bodies for one in lists.graph[body]}
        foreign = {one for one in joined if any(lists.country(other) != country for other in lists.members[one])}
        rows.append({
            "country": country, "bodies": len(bodies), "abroad": sum(not foreign.isdisjoint(lists.graph[body]) for body in bodies),
            "across": outside, "within": inside, "e_i": four((outside - inside) / (outside + inside)) if outside + inside else None,
            "expected": four((could - home) / (could + home)) if could + home else None, "basis": lists.basis(), "evidence": lists.evidence_of_lists(joined),
        })  # fmt: skip
    return [row for row in rows if wanted(row["country"], values["country"])]


def nested(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    lists = Lists(plain, {**values, "country": None})
    overlaps = [_overlaps([frozenset(lists.graph[one]) for one in side]) for side in (lists.bodies, lists.lists)]
    pairs = sum(len(side) * (len(side) - 1) // 2 for side in (lists.bodies, lists.lists))
    nestedness = round(sum(overlaps) / pairs, 2) if pairs else 0.0
    rows: list[Row] = []
    for one, other in combinations(lists.lists, 2):
        small, large = sorted((one, other), key=lambda end: (len(lists.members[end]), lists.name(end), end))
        if shared := len(lists.members[one] & lists.members[other]):
            size, other_size = len(lists.members[small]), len(lists.members[large])
            rows.append({
                "network": lists.name(small), "size": size, "other": lists.name(large), "other_size": other_size, "shared": shared,
                "contained": four(shared / size), "jaccard": four(shared / (size + other_size - shared)), "nestedness": nestedness,
                "basis": lists.basis(), "ends": [small, large], "evidence": lists.evidence_of_lists((one, other)),
            })  # fmt: skip
    rows.sort(key=lambda row: (-row["shared"] / row["size"], -row["shared"], row["network"], row["other"], row["ends"]))
    return rows[:MOST]


def _overlaps(sides: list[frozenset[str]]) -> float:
    """How much of the smaller is in the larger, over all pairs that differ in size, in per cent; those that are alike are taken together."""
    alike = Counter(sides).items()
    return sum(100 * len(a & b) / min(len(a), len(b)) * m * n for (a, m), (b, n) in combinations(alike, 2) if len(a) != len(b))


def likely(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    lists = Lists(plain, values)
    scope = set(lists.in_scope())
    projects = {body: {whole for project, _ in out_of(plain, body, "LEADS", "PARTNER_IN") for whole in top_wholes(plain, project)} for body in lists.bodies}
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
            "basis": lists.basis(), "in_scope": sorted({one, other} & scope), "evidence": lists.evidence(one, other),
        })  # fmt: skip
    return rows


def top_wholes(plain: nx.MultiDiGraph, project: str) -> set[str]:
    """The whole projects that a project is part of, up to three levels up, or itself."""
    level, found = {project}, {project}
    for _ in range(3):
        level = {whole for one in level for whole in wholes(plain, one)}
        found |= level
    return {one for one in found if not wholes(plain, one)}


def enough(answer: Callable[[nx.MultiDiGraph, Values], list[Row]]) -> Callable[[nx.MultiDiGraph, Values], list[Row]]:
    """Nothing is answered unless two lists have two LRAs or more each."""

    def go(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
        members = Lists(plain, {**values, "country": None}).members.values()
        return answer(plain, values) if sum(sum(plain.nodes[body]["label"] == "LRA" for body in found) > 1 for found in members) > 1 else []

    return go


PLAIN: Mapping[str, Callable[[nx.MultiDiGraph, Values], list[Row]]] = {
    "bridging-organisations": enough(bridging),
    "brokerage-roles": enough(roles),
    "what-hangs-together": enough(hanging),
    "cross-border-ties": enough(across),
    "nested-membership": enough(nested),
    "likely-missing-links": enough(likely),
}
