"""The graph as networkx sees it, and what Cypher cannot express over it. Pure.

Public API: ``to_networkx`` is what people use who know networkx.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from interlocal.graph.records import Graph, RelationshipRecord
from interlocal.graph.schema import GROUPS

if TYPE_CHECKING:
    import networkx as nx

# A path never goes through these: two cities that got money from one fund do not therefore know each other.
NOT_BETWEEN = ("Country", "Fund", "Theme", "Document", "StatedGap", "Conflict")


def to_networkx(graph: Graph, types: Collection[str] = GROUPS["cooperation"]) -> nx.MultiGraph[str]:
    """An undirected multigraph of the ties of ``types``; ties are under the attribute ``tie``, nodes under ``node``.

    Ties of which our reading is open, planned ties and ties stated to be absent are never in it.
    """
    import networkx as nx

    made: nx.MultiGraph[str] = nx.MultiGraph()
    made.add_nodes_from((node.id, {"node": node}) for node in graph.nodes if node.type not in NOT_BETWEEN)
    for tie in graph.relationships:
        if tie.type in types and tie.source in made and tie.target in made and tie.properties.get("reading") != "open":
            made.add_edge(tie.source, tie.target, key=(tie.type, tie.key), tie=tie)
    return made


def shortest_path(graph: Graph, source: str, target: str, types: Collection[str] = GROUPS["cooperation"]) -> Sequence[Sequence[RelationshipRecord]] | None:
    """The ties of each step of a shortest chain from ``source`` to ``target``; None when there is no chain.

    Of several shortest chains the first by ids is taken, so that the answer is the same each time.
    """
    import networkx as nx

    projected = to_networkx(graph, types)
    if source not in projected or target not in projected:
        return None
    try:
        chain = min(_some(nx.all_shortest_paths(projected, source, target)))
    except nx.NetworkXNoPath:
        return None
    return [[data["tie"] for _, data in sorted(projected[a][b].items())] for a, b in pairwise(chain)]


def _some(paths: Iterable[list[str]], limit: int = 1000) -> list[list[str]]:
    """The first ``limit`` paths: on large graphs there can be very many."""
    return list(islice(paths, limit))
