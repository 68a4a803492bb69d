"""Every store keeps the same contract; a new store is one more parameter here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interlocal.graph.store.base import Store
from interlocal.graph.store.kglite import KgliteStore

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
