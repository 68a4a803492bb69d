"""Measures of networks: pure functions on networkx graphs, each with the author and year that it follows.

The same graph gives the same figures whatever the order of its nodes and whatever the hash seed: what is iterated is sorted, sums
are exact (``fsum``), draws have a fixed seed. What would take too long is sampled or left out by a rule, and the result says so.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.Graph[str]

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
SEED = 1
# About so many ties are walked for betweenness: a few seconds.
WALKED = 1_200_000
# So many pairs of neighbours are made, or looked at, at most.
PAIRS = 300_000
CANDIDATES = 3_000_000
# So many rows of a matrix that differ are compared with each other at most.
ROWS = 1_500


def ordered(graph: Graph) -> Graph:
    """The same graph with its nodes and ties in order, so that no result hangs on how it was made."""
    made = graph.__class__()
    made.add_nodes_from(sorted(graph))
    ties = graph.edges(data=True)
    made.add_edges_from(sorted(ties if graph.is_directed() else ((*sorted((a, b)), data) for a, b, data in ties), key=lambda tie: tie[:2]))
    return made


# --- who stands between ------------------------------------------------------------------------------------------------


def betweenness(graph: Graph, walked: int = WALKED) -> tuple[Mapping[str, float], int | None]:
    """How much of the shortest chains between all pairs of others goes through each node, 0 to 1 (Freeman 1977), by networkx.

    When that would walk more than ``walked`` ties, chains from a sample of nodes stand for all (Brandes & Pich 2007): the second
    value says how many; None means all.
    """
    import networkx as nx

    starts = max(10, walked // max(1, graph.number_of_edges()))
    sampled = starts if starts < len(graph) else None
    return nx.betweenness_centrality(ordered(graph), k=sampled, seed=SEED), sampled


def constraint(graph: Graph, nodes: Iterable[str]) -> Mapping[str, float | None]:
    """How far all of a node's neighbours lead back to each other (Burt 1992): the sum over its neighbours j of
    (p_ij + sum of p_iq p_qj)², for ties without direction and weight, where p is one over the number of neighbours.

    None for a node without neighbours. The same as networkx, which looks at every tie of a neighbour anew: too slow for hubs.
    """
    return {node: _constraint(_around(graph, node)) for node in nodes}


def _constraint(around: Mapping[str, set[str]]) -> float | None:
    if not around:
        return None
    near, share = set(around), {other: 1 / len(its) for other, its in around.items()}
    return math.fsum(((1 + math.fsum(map(share.__getitem__, its & near))) / len(near)) ** 2 for its in around.values())


def effective_size(graph: Graph, nodes: Iterable[str]) -> Mapping[str, float | None]:
    """A node's neighbours less those that are redundant (Burt 1992), in the form of Borgatti (1997): n - 2t / n, for n neighbours
    with t ties among them. None for a node without neighbours. The same as networkx, which copies the neighbourhood of each node first."""
    return {node: _effective_size(_around(graph, node)) for node in nodes}


def _effective_size(around: Mapping[str, set[str]]) -> float | None:
    near = set(around)
    twice = sum(len(near & its) for its in around.values())
    return len(near) - twice / len(near) if near else None


def _around(graph: Graph, node: str) -> Mapping[str, set[str]]:
    """The neighbours of a node, with the neighbours of each as a set: views of networkx are slow to compare."""
    return {other: set(graph[other]) for other in graph[node]}


def brokerage_roles(graph: Graph, group: Mapping[str, str], brokers: Iterable[str] | None = None) -> Mapping[str, Mapping[str, int]]:
    """How often each node b is the middle of an open chain a → b → c (no tie a → c), by the groups of the three (Gould & Fernandez
    1989): coordinator (all one group), itinerant (a and c of one, b of another), gatekeeper (b and c of one), representative
    (a and b of one), liaison (three groups).

    Ties without direction are read both ways: a chain then counts twice, once from either end, so gatekeeper and representative are
    equal. Nodes without a group are in no chain.
    """
    before, after = (graph.pred, graph.succ) if graph.is_directed() else (graph.adj, graph.adj)
    grouped = {node: {other for other in after[node] if other in group} for node in graph if node in group}
    found = {}
    for b in sorted(grouped if brokers is None else grouped.keys() & set(brokers)):
        counts: Counter[str] = Counter()
        for a in before[b]:
            if a in group and a != b:
                ends = Counter(map(group.__getitem__, grouped[b] - grouped[a] - {a, b}))
                for other, number in ends.items():
                    counts[_role(group[a], group[b], other)] += number
        found[b] = {role: counts[role] for role in ROLES}
    return found


def _role(a: str, b: str, c: str) -> str:
    if a == c:
        return "coordinator" if a == b else "itinerant"
    if b == c:
        return "gatekeeper"
    return "representative" if a == b else "liaison"


# --- what hangs together -----------------------------------------------------------------------------------------------


def components(graph: Graph) -> Sequence[Sequence[str]]:
    """What hangs together, the largest first (networkx)."""
    import networkx as nx

    return sorted((sorted(found) for found in nx.connected_components(graph)), key=lambda found: (-len(found), found))


def articulation_points(graph: Graph) -> Sequence[str]:
    """Nodes without which what hangs together falls apart (Hopcroft & Tarjan 1973), by networkx."""
    import networkx as nx

    return sorted(nx.articulation_points(graph))


@dataclass(frozen=True)
class CorePeriphery:
    """The nodes of the core; how many of all ``pairs`` do not fit: in the core without a tie, or outside it with one."""

    core: Sequence[str]
    misfits: int
    pairs: int


def core_periphery(graph: Graph) -> CorePeriphery:
    """The core, all of whose nodes have ties to each other, and the periphery, which has none within (Borgatti & Everett 1999, the
    discrete model in which ties between the two do not count): the division with the fewest pairs that do not fit.

    Of all cores of k nodes, those with the most ties fit best (Lip 2011), so only these are compared. Nodes with equally many fit equally
    well, and are in the core together or not at all; of two divisions that fit equally well, the one with the smaller core.
    """
    alike: dict[int, list[str]] = defaultdict(list)
    for node, degree in graph.degree():
        alike[degree].append(node)
    core: list[str] = []
    misfits = graph.number_of_edges()
    best = CorePeriphery((), misfits, math.comb(len(graph), 2))
    for degree in sorted(alike, reverse=True):
        before = len(core)
        core += alike[degree]
        misfits += math.comb(len(core), 2) - math.comb(before, 2) - degree * len(alike[degree])
        if misfits < best.misfits:
            best = CorePeriphery(sorted(core), misfits, best.pairs)
    return best


def communities(graph: Graph, weight: str = "weight") -> Sequence[Sequence[str]]:
    """Groups with more ties within than chance would give (modularity), by the Louvain method (Blondel et al. 2008) of networkx with
    a fixed seed; the largest first. Nodes are numbered in order, because sets of texts have another order in each process."""
    import networkx as nx

    names = sorted(graph)
    numbers = {name: number for number, name in enumerate(names)}
    numbered = nx.relabel_nodes(ordered(graph), numbers)
    found = nx.community.louvain_communities(numbered, weight=weight, seed=SEED)
    return sorted((sorted(names[number] for number in group) for group in found), key=lambda group: (-len(group), group))


# --- within and across, overlap, nestedness ----------------------------------------------------------------------------


def e_i_index(external: float, internal: float) -> float | None:
    """(external - internal) / (external + internal): -1 when all ties stay within, 1 when all leave (Krackhardt & Stern 1988).
    None when there are no ties."""
    return (external - internal) / (external + internal) if external + internal else None


def ties_by_group(graph: Graph, group: Mapping[str, str]) -> Mapping[str, tuple[int, int]]:
    """For each group how many ties of its members leave it, and how many stay within; ties of nodes without a group do not count."""
    external, internal = Counter[str](), Counter[str]()
    for a, b in graph.edges():
        if a in group and b in group:
            if group[a] == group[b]:
                internal[group[a]] += 1
            else:
                external.update((group[a], group[b]))
    return {name: (external[name], internal[name]) for name in sorted(set(group.values()))}


def pairs_by_group(lists: Iterable[Collection[str]], group: Mapping[str, str]) -> Mapping[str, tuple[int, int]]:
    """The same for pairs that stand on one list, counted without making them: a pair that stands on two lists counts twice."""
    external, internal = Counter[str](), Counter[str]()
    for members in lists:
        sizes = Counter(group[one] for one in members if one in group)
        for name, size in sizes.items():
            internal[name] += size * (size - 1) // 2
            external[name] += size * (sizes.total() - size)
    return {name: (external[name], internal[name]) for name in sorted(set(group.values()))}


def jaccard(one: Collection[str], other: Collection[str]) -> float:
    """What two sets share, of all that is in either (Jaccard 1901); 0 for two empty sets."""
    together = len(set(one) | set(other))
    return len(set(one) & set(other)) / together if together else 0.0


@dataclass(frozen=True)
class Nestedness:
    """NODF of a matrix, of its rows and of its columns, 0 to 100; ``sampled`` rows were compared, or all (None)."""

    total: float
    rows: float
    columns: float
    sampled: int | None


def nodf(matrix: Mapping[str, Collection[str]], most: int = ROWS) -> Nestedness:
    """Nestedness by overlap and decreasing fill (Almeida-Neto et al. 2008): for each pair of rows of which one is fuller, the percentage
    of the other's cells that the fuller one has too (0 for two rows as full as each other), and the mean of all pairs; likewise columns.

    ``matrix`` gives the columns that each row fills. Of more than ``most`` rows that differ a sample with a fixed seed is compared; the mean over rows
    and columns still weighs them by how many pairs there are.
    """
    filled = {row: frozenset(columns) for row, columns in sorted(matrix.items()) if columns}
    by_column: dict[str, set[str]] = defaultdict(set)
    for row, columns in filled.items():
        for column in columns:
            by_column[column].add(row)
    sampled = most if len(set(filled.values())) > most else None
    chosen = Random(SEED).sample(list(filled), most) if sampled else list(filled)  # noqa: S311
    nested_rows = _paired([filled[one] for one in chosen])
    nested_columns = _paired([frozenset(by_column[column]) for column in sorted(by_column)])
    of_rows, of_columns = math.comb(len(filled), 2), math.comb(len(by_column), 2)
    total = (nested_rows * of_rows + nested_columns * of_columns) / (of_rows + of_columns) if of_rows + of_columns else 0.0
    return Nestedness(total, nested_rows, nested_columns, sampled)


def _paired(sets: Sequence[frozenset[str]]) -> float:
    """The mean overlap of pairs, in per cent; sets that are alike are taken together."""
    pairs, alike = math.comb(len(sets), 2), Counter(sets).items()
    overlap = (100 * m * n * len(one & other) / min(len(one), len(other)) for (one, m), (other, n) in combinations(alike, 2) if len(one) != len(other))
    return math.fsum(overlap) / pairs if pairs else 0.0


# --- lists of members --------------------------------------------------------------------------------------------------


def co_listed(lists: Mapping[str, Collection[str]], pairs: int = PAIRS) -> tuple[Graph, Sequence[str]]:
    """Who stands on one list with whom (co-membership, Breiger 1974): a tie for each such pair, its weight the number of lists.

    Small lists come first. When all would make more than ``pairs`` pairs, the largest lists make none, and are the second value.
    """
    import networkx as nx

    made: Graph = nx.Graph()
    made.add_nodes_from(sorted({one for members in lists.values() for one in members}))
    small, large = _within(lists, pairs)
    for name in small:
        for one, other in combinations(sorted(lists[name]), 2):
            if made.has_edge(one, other):
                made[one][other]["weight"] += 1
            else:
                made.add_edge(one, other, weight=1)
    return made, large


def _within(lists: Mapping[str, Collection[str]], pairs: int) -> tuple[Sequence[str], Sequence[str]]:
    """The smallest lists that together have at most ``pairs`` pairs, and the larger ones; lists of one size stay together."""
    sizes = Counter(len(members) for members in lists.values())
    largest, made = 0, 0
    for size, number in sorted(sizes.items()):
        made += number * math.comb(size, 2)
        if made > pairs:
            break
        largest = size
    return tuple(sorted(n for n in lists if len(lists[n]) <= largest)), tuple(sorted(n for n in lists if len(lists[n]) > largest))


@dataclass(frozen=True)
class LikelyLink:
    """Two that share neighbours and have no tie: which they share, and the scores."""

    one: str
    other: str
    shared: Sequence[str]
    adamic_adar: float
    resource_allocation: float


def likely_links(
    lists: Mapping[str, Collection[str]], known: Collection[frozenset[str]], *, at_least: int = 1, top: int = 25, pairs: int = CANDIDATES,
    among: Collection[str] | None = None,
) -> tuple[Sequence[LikelyLink], Sequence[str]]:  # fmt: skip
    """The ``top`` pairs that stand on ``at_least`` lists together and are not ``known``, by the sum over these lists of 1 / log size (Adamic
    & Adar 2003, whose example is such lists), then of 1 / size (resource allocation, Zhou et al. 2009). ``among``: one of the two is in it.

    Blocking: only pairs that stand together on a list; when that is more than ``pairs`` pairs, the largest lists (the second value)
    count for pairs that stand together on a smaller one too.
    """
    small, large = _within(lists, pairs)
    smaller = set(small)
    on: dict[str, list[str]] = defaultdict(list)
    for name in sorted(lists):
        for one in lists[name]:
            on[one].append(name)
    followed = {one: set(names) for one, names in on.items() if len(names) >= at_least}
    ordered_lists = {name: sorted(one for one in lists[name] if one in followed) for name in small}

    def scored() -> Iterable[tuple[float, float, str, str, Sequence[str]]]:
        for one in sorted(followed):
            near = {other for name in on[one] if name in smaller for other in ordered_lists[name] if other > one}
            for other in near:
                shared = followed[one] & followed[other]
                if len(shared) >= at_least and (among is None or one in among or other in among) and frozenset((one, other)) not in known:
                    sizes = [len(lists[name]) for name in shared]
                    yield -math.fsum(1 / math.log(s) for s in sizes), -math.fsum(1 / s for s in sizes), one, other, sorted(shared)

    best = nsmallest(top, scored(), key=lambda pair: pair[:4])
    return [LikelyLink(one, other, shared, -aa, -ra) for aa, ra, one, other, shared in best], large
