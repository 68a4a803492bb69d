"""Every question's Cypher against the same question in plain networkx: two ways to the same rows, written apart."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from benchmarks.europe import europe
from benchmarks.plain import PLAIN, to_plain
from interlocal.graph.records import Graph
from interlocal.graph.store.base import Store
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.question import Question

Pair = tuple[Store, nx.MultiDiGraph]

# What to ask for beside nothing, by parameter; networks and funds are of the seed and of the synthetic graph.
GIVEN: dict[str, list[dict[str, str]]] = {
    "country": [{"country": "PL"}, {"country": "IT"}],
    "level": [{"level": "region"}],
    "scope": [{"scope": "all"}, {"scope": "all", "country": "DE"}],
    "network_scope": [{"network_scope": "national_association"}, {"network_scope": "local_platform"}],
    "state_offices": [{"state_offices": "true"}, {"state_offices": "true", "country": "IT"}],
}
OF_SEED = {
    "theme": [{"theme": "housing"}, {"theme": "employment", "country": "IT"}],
    "network": [{"network": "CLIP"}, {"network": "Eurocities"}],
    "fund": [{"fund": "EIF"}, {"fund": "fund:amif", "country": "AT"}],
}
OF_EUROPE = {
    "theme": [{"theme": "housing"}],
    "network": [{"network": f"network:00{n}"} for n in range(4)],
    "fund": [{"fund": "fund:eu/00000"}, {"fund": "fund:eu/00001", "country": "FR"}],
}


def cases(named: dict[str, list[dict[str, str]]]) -> list[Any]:
    """Every question with nothing given, and with each value of a parameter that it takes."""
    return [
        pytest.param(asked, given, id=f"{asked.slug} {' '.join(given.values())}".strip())
        for asked in QUESTIONS.values()
        for given in ({}, *(given for name, values in (GIVEN | named).items() if name in asked.parameters for given in values))
        if set(given) <= set(asked.parameters)
    ]


@pytest.fixture(scope="module")
def seed(seed_store: Store, seed_graph: Graph) -> Pair:
    return seed_store, to_plain(seed_graph)


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    graph = europe(scale=0.005)
    store = KgliteStore(tmp_path_factory.mktemp("europe") / "graph.kgl")
    store.write(graph)
    return store, to_plain(graph)


def compare(asked: Question, given: dict[str, str], pair: Pair) -> None:
    store, plain = pair
    answer = ask(asked, store, given)
    rows = PLAIN[asked.slug](plain, answer.parameters)
    assert [_comparable(row) for row in rows] == [_comparable(row) for row in answer.rows]


def _comparable(row: Any) -> dict[str, Any]:
    """The columns of a row in no order, evidence as a set."""
    return {**row, "evidence": sorted(set(row["evidence"]))}


def test_every_question_is_written_in_networkx_too() -> None:
    assert set(PLAIN) == set(QUESTIONS)


@pytest.mark.parametrize(("asked", "given"), cases(OF_SEED))
def test_the_seed_gives_the_same_rows(asked: Question, given: dict[str, str], seed: Pair) -> None:
    compare(asked, given, seed)


@pytest.mark.parametrize(("asked", "given"), cases(OF_EUROPE))
def test_the_synthetic_graph_gives_the_same_rows(asked: Question, given: dict[str, str], synthetic: Pair) -> None:
    compare(asked, given, synthetic)
