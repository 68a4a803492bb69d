"""The graph for scripts that are written with py2neo. The library is at its end of life, so nothing here builds on it (decision 0009)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interlocal.errors import StoreError
from interlocal.graph.records import Graph
from interlocal.graph.store.base import OURS, node_row, tie_row

if TYPE_CHECKING:
    import py2neo


def to_py2neo(graph: Graph) -> py2neo.Subgraph:
    """Every node (its label and ``Interlocal``, merged on ``id``) and every tie, as one subgraph to create or merge.

    py2neo's own ``create`` and ``merge`` keep one relationship of a type between two nodes, so of parallel ties (two grants,
    two periods: told apart by ``key``) they load the last; ``py2neo.bulk.merge_relationships`` with ``(type, "key")`` loads all.
    Raises StoreError when py2neo is not installed, or when the graph is empty: py2neo has no empty subgraph.
    """
    try:
        from py2neo import Node, Relationship, Subgraph
    except ImportError as error:
        raise StoreError("py2neo is not installed", todo='Install it: python -m pip install "interlocal[py2neo]".') from error
    if not graph.nodes:
        raise StoreError("there is nothing in this graph, and py2neo has no empty one")
    nodes = {}
    for node in graph.nodes:
        made = Node(node.type, OURS, id=node.id, **node_row(node)["properties"])
        made.__primarylabel__, made.__primarykey__ = node.type, "id"
        nodes[node.id] = made
    ties = [Relationship(nodes[t.source], t.type, nodes[t.target], key=t.key, **tie_row(t)["properties"]) for t in graph.relationships]
    return Subgraph(nodes.values(), ties)
