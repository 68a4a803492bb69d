"""Scripts that are written with py2neo can load our graph into a real server, and a store then reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import py2neo
import pytest
from py2neo.bulk import merge_relationships

from interlocal.errors import StoreError
from interlocal.graph.py2neo import to_py2neo
from interlocal.graph.records import Graph
from interlocal.graph.store.base import MARKER, OURS, marker_row, tie_row
from interlocal.graph.store.neo4j import Login, Neo4jStore
from tests.neo4j_server import Server


@pytest.fixture
def target(emptied: Server) -> Iterator[py2neo.Graph]:
    graph = py2neo.Graph(emptied.address, auth=(emptied.user, emptied.password))
    yield graph
    for connector in (graph.service.connector,):
        connector.close()


def test_a_subgraph_holds_every_node_and_tie(seed_graph: Graph) -> None:
    made = to_py2neo(seed_graph)
    assert {n["id"] for n in made.nodes} == set(seed_graph.by_id)
    found = {(r.start_node["id"], type(r).__name__, r.end_node["id"], r["key"]) for r in made.relationships}
    assert found == {t.identity for t in seed_graph.relationships}


def test_py2neo_loads_it_and_again_and_a_store_reads_it_whole(seed_graph: Graph, target: Any, emptied: Server) -> None:
    target.create(to_py2neo(seed_graph))
    target.merge(to_py2neo(seed_graph))
    # Of parallel ties py2neo keeps one; its bulk functions load them all.
    parallel = {t.identity[:3] for t in seed_graph.relationships if t.key}
    alike = [t for t in seed_graph.relationships if t.identity[:3] in parallel]
    target.run(
        "UNWIND $ends AS e MATCH (a:Interlocal {id: e[0]})-[t]->(b:Interlocal {id: e[2]}) WHERE type(t) = e[1] DELETE t", ends=[list(p) for p in parallel]
    )
    for tie in alike:
        data = [(tie.source, {"key": tie.key, **tie_row(tie)["properties"]}, tie.target)]
        merge_relationships(target.auto(), data, (tie.type, "key"), start_node_key=(OURS, "id"), end_node_key=(OURS, "id"))
    target.create(py2neo.Node(MARKER, OURS, id="graph", **marker_row(seed_graph)["properties"]))
    assert Neo4jStore(emptied.address, Login(emptied.user, emptied.password)).read() == seed_graph


def test_an_empty_graph_is_said_to_be_none() -> None:
    with pytest.raises(StoreError, match="py2neo has no empty one"):
        to_py2neo(Graph())
