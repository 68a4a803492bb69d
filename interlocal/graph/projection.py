"""The graph as networkx sees it, and what Cypher cannot express over it. Pure.

Public API: ``to_networkx`` is what people use who know networkx.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal, overload

from interlocal.graph.records import Graph, RelationshipRecord
from interlocal.graph.schema import GROUPS, NOT_TIES

if TYPE_CHECKING:
    import networkx as nx

# A path never goes through these: two cities that got money from one fund do not therefore know each other.
NOT_BETWEEN = ("Country", "Fund", "Theme", "Document", "StatedGap", "Conflict")


@overload
def to_networkx(graph: Graph, types: Collection[str] = ..., *, directed: Literal[True]) -> nx.MultiDiGraph[str]: ...
@overload
def to_networkx(graph: Graph, types: Collection[str] = ..., *, directed: Literal[False] = ...) -> nx.MultiGraph[str]: ...
def to_networkx(graph: Graph, types: Collection[str] = GROUPS["cooperation"], *, directed: bool = False) -> nx.MultiGraph[str]:
    """A multigraph of the ties of ``types`` (see ``schema.GROUPS``); undirected, or from source to target.

    Nodes are ids, with the attributes ``name``, ``type`` (label), ``country`` (ISO code or empty) and ``node`` (the
    NodeRecord). Edges have the key ``(type, key)`` and the attributes ``type`` and ``tie`` (the RelationshipRecord, with its
    properties and evidence). Every drawn thing is a node, with ties or without: a node without ties says that none is
    recorded, not that there is none. Countries, themes, documents, stated gaps and conflicts are never nodes, because what
    shares them does not therefore cooperate; funds are nodes only when the ties of money are asked for. Ties of which our
    reading is open, planned ties and ties stated to be absent are never edges.
    """
    import networkx as nx

    left_out = [label for label in NOT_BETWEEN if label != "Fund" or not set(types) & set(GROUPS["money"])]
    made: nx.MultiGraph[str] = nx.MultiDiGraph() if directed else nx.MultiGraph()
    for node in graph.nodes:
        if node.type not in left_out:
            made.add_node(node.id, name=node.name, type=node.type, country=node.country, node=node)
    for tie in graph.relationships:
        if tie.type in types and tie.type not in NOT_TIES and tie.source in made and tie.target in made and tie.properties.get("reading") != "open":
            made.add_edge(tie.source, tie.target, key=(tie.type, tie.key), type=tie.type, tie=tie)
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
