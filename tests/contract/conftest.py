"""Every store keeps the same contract; a new store is one more parameter here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from interlocal.graph.store.base import Store
from interlocal.graph.store.kglite import KgliteStore

MakeStore = Callable[..., Store]


@pytest.fixture(params=["kglite"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> MakeStore:
    """A new, empty store; called again with the same name it opens what was written."""

    def make(name: str = "graph", **options: float) -> Store:
        return KgliteStore(tmp_path / f"{name}.kgl", **options)

    return make
