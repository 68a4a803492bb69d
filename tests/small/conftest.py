"""Every question asked of a graph that fits on a page (``tables/``), whole or with something left out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from interlocal.graph.assemble import assemble
from interlocal.graph.records import Graph, Value
from interlocal.graph.store.kglite import KgliteStore
from interlocal.loaders.seed import load
from interlocal.queries.ask import ask, question
from interlocal.queries.question import Answer

TABLES = Path(__file__).parent / "tables"
Answers = Callable[..., Answer]


@pytest.fixture(scope="session")
def small() -> Graph:
    return assemble(load([TABLES]))


@pytest.fixture(scope="session")
def answer(small: Graph, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """``answer("what-funds-fund", fund="First Fund")``; ``without=("Network", "FUNDED_BY", "dimension")`` leaves out labels, links and properties."""
    stores: dict[tuple[str, ...], KgliteStore] = {}

    def go(slug: str, *, without: tuple[str, ...] = (), **given: Any) -> Answer:
        if without not in stores:
            stores[without] = KgliteStore(tmp_path_factory.mktemp("small") / "graph.kgl")
            stores[without].write(_less(small, without))
        return ask(question(slug), stores[without], given)

    return go


def _less(graph: Graph, without: tuple[str, ...]) -> Graph:
    """What is left of ``graph`` without labels, types of links and properties of these names."""

    def left(properties: Mapping[str, Value]) -> Mapping[str, Value]:
        return {name: value for name, value in properties.items() if name not in without}

    nodes = [replace(node, properties=left(node.properties)) for node in graph.nodes if node.type not in without]
    kept = {node.id for node in nodes}
    ties = [
        replace(tie, properties=left(tie.properties)) for tie in graph.relationships if tie.type not in without and {tie.source, tie.target} <= kept
    ]  # fmt: skip
    return Graph(tuple(nodes), tuple(ties), graph.fingerprint)
