"""In plain networkx: what the lists are as a whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from itertools import combinations, permutations

import networkx as nx

from benchmarks.plain.graph import Answers, Row, Values, wanted
from benchmarks.plain.lists import MOST, Lists, enough, four


def hanging(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    lists = Lists(plain, {**values, "country": None})
    rows = []
    for part in nx.connected_components(lists.graph):
        bodies, networks = sorted(part & set(lists.bodies)), sorted(part & set(lists.lists))
        held = [body for body in bodies if lists.graph.degree[body] > 1 and _falls_apart(lists, part, body)]
        shared = _shared(lists, networks)
        core = _core(shared)
        others = set(shared) - set(core) if core else set()
        rows.append({
            "networks": lists.names(networks), "bodies": len(bodies), "lras": sum(plain.nodes[body]["label"] == "LRA" for body in bodies),
            "countries": sorted({country for body in bodies if (country := lists.country(body))}),
            "holding": [lists.name(body) for body in sorted(held, key=lambda body: (lists.name(body), body))][:10], "holding_count": len(held),
            "groups": _groups(lists, networks, shared), "core": lists.names([networks[number] for number in core]),
            "with_core": lists.names([networks[number] for number in others if any(shared.has_edge(number, one) for one in core)]),
            "shared_in_core": shared.subgraph(core).size(), "shared_besides": shared.subgraph(others).size(), "shared": shared.size(),
            "pairs": len(networks) * (len(networks) - 1) // 2, "basis": lists.basis(), "evidence": lists.evidence_of_lists(networks),
        })  # fmt: skip
    return sorted(rows, key=lambda row: (-row["bodies"], row["networks"]))


def _falls_apart(lists: Lists, part: Collection[str], body: str) -> bool:
    """Whether without the body there are two pieces or more with bodies in them."""
    rest = nx.connected_components(lists.graph.subgraph(set(part) - {body}))
    return sum(not piece.isdisjoint(lists.bodies) for piece in rest) > 1


def _shared(lists: Lists, networks: list[str]) -> nx.Graph:
    """The lists, numbered, tied by how many bodies are on both."""
    shared = nx.Graph()
    shared.add_nodes_from(range(len(networks)))
    for (a, one), (b, other) in combinations(enumerate(networks), 2):
        if both := len(lists.members[one] & lists.members[other]):
            shared.add_edge(a, b, weight=both)
    return shared


def _core(shared: nx.Graph) -> list[int]:
    """The lists that share with so many others or more, for the number that fewest pairs do not fit; none where that is all."""
    cores = [[], *([one for one in shared if shared.degree[one] >= least] for least in sorted(set(dict(shared.degree).values()), reverse=True))]
    unfit = [nx.complement(shared.subgraph(core)).size() + shared.subgraph(set(shared) - set(core)).size() for core in cores]
    best = cores[unfit.index(min(unfit))]
    return best if len(best) < len(shared) else []


def _groups(lists: Lists, networks: list[str], shared: nx.Graph) -> list[str]:
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
            "expected": four((could - home) / (could + home)) if could + home else None, "basis": lists.basis(),
            "evidence": lists.evidence_of_lists(joined, bodies),
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
                "basis": lists.basis(), "ends": [small, large],
                "evidence": lists.evidence_of_lists((one, other), lists.members[one] & lists.members[other]),
            })  # fmt: skip
    rows.sort(key=lambda row: (-row["shared"] / row["size"], -row["shared"], row["network"], row["other"], row["ends"]))
    return rows[:MOST]


def _overlaps(sides: list[frozenset[str]]) -> float:
    """How much of the smaller is in the larger, over all pairs that differ in size, in per cent; those that are alike are taken together."""
    alike = Counter(sides).items()
    return sum(100 * len(a & b) / min(len(a), len(b)) * m * n for (a, m), (b, n) in combinations(alike, 2) if len(a) != len(b))


PLAIN: Answers = {
    "what-hangs-together": enough(hanging),
    "cross-border-ties": enough(across),
    "nested-membership": enough(nested),
}
