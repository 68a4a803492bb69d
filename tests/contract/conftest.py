"""Every store keeps the same contract; a new store is one more parameter here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from interlocal.graph.records import NodeRecord, RelationshipRecord
from interlocal.graph.store.base import Store
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import ask, question
from interlocal.queries.question import Answer
from tests.contract.counting import graph

MakeStore = Callable[..., Store]
STORES = ("kglite", "neo4j")


@pytest.fixture(params=STORES)
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> MakeStore:
    """A new, empty store; called again with the same name it opens what was written."""
    if request.param == "neo4j":
        server = request.getfixturevalue("emptied")

        def connect(name: str = "graph", **options: Any) -> Store:
            from interlocal.graph.store.neo4j import Login, Neo4jStore

            return Neo4jStore(server.address, Login(server.user, server.password), **options)

        return connect

    def make(name: str = "graph", **options: Any) -> Store:
        return KgliteStore(tmp_path / f"{name}.kgl", **options)

    return make


@pytest.fixture
def answer(make_store: MakeStore) -> Callable[..., Answer]:
    """What is answered to a question by its slug, on a graph of these nodes and ties alone."""

    def go(slug: str, nodes: Iterable[NodeRecord], ties: Iterable[RelationshipRecord], **given: str) -> Answer:
        store = make_store()
        store.write(graph(nodes, ties))
        return ask(question(slug), store, given)

    return go
