"""The same graph on both stores: every question, with every sort of parameter, has equal rows in equal order; so has the whole graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from interlocal.graph.records import Graph
from interlocal.graph.store.base import Store
from interlocal.graph.store.neo4j import Login, Neo4jStore
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.differences import differences
from interlocal.queries.parameters import PARAMETERS
from interlocal.queries.paths import path
from interlocal.queries.profile import who
from tests.neo4j_server import Server, empty

# For every parameter of the catalogue values that matter; a new parameter must be given some here.
VALUES = {
    "country": ("PL", "Italy", "MT"),
    "level": ("municipality", "region"),
    "scope": ("all",),
    "network": ("CLIP", "Eurocities"),
    "network_scope": ("european_lra", "coalition"),
    "fund": ("EIF",),
    "theme": ("housing",),
    "state_offices": ("true",),
}
CASES = [(slug, {}) for slug in QUESTIONS] + [(q.slug, {name: value}) for q in QUESTIONS.values() for name in q.parameters for value in VALUES[name]]
TOGETHER = [(q.slug, {name: VALUES[name][0] for name in q.parameters}) for q in QUESTIONS.values() if len(q.parameters) > 1]


@pytest.fixture(scope="module")
def seed_on_neo4j(neo4j_server: Server, seed_graph: Graph) -> Iterator[Neo4jStore]:
    empty(neo4j_server)
    store = Neo4jStore(neo4j_server.address, Login(neo4j_server.user, neo4j_server.password))
    store.write(seed_graph)
    yield store
    empty(neo4j_server)


def test_every_parameter_has_values_to_try() -> None:
    assert set(VALUES) == set(PARAMETERS)


@pytest.mark.parametrize(
    ("slug", "given"), CASES + TOGETHER, ids=lambda v: v if isinstance(v, str) else ",".join(f"{k}={x}" for k, x in v.items()) or "defaults"
)
def test_a_question_has_the_same_answer_on_both(slug: str, given: dict[str, str], seed_store: Store, seed_on_neo4j: Store) -> None:
    ours, theirs = (ask(QUESTIONS[slug], store, given).as_dict() for store in (seed_store, seed_on_neo4j))
    assert theirs == ours


def test_the_whole_graph_is_the_same_on_both(seed_graph: Graph, seed_on_neo4j: Store) -> None:
    assert seed_on_neo4j.read() == seed_graph


def test_what_needs_the_whole_graph_is_the_same_on_both(seed_graph: Graph, seed_on_neo4j: Store) -> None:
    theirs = seed_on_neo4j.read()
    assert who(theirs, "Warsaw").as_dict() == who(seed_graph, "Warsaw").as_dict()
    assert path(theirs, "Belfast", "Poznan").as_dict() == path(seed_graph, "Belfast", "Poznan").as_dict()
    assert [d.as_dict() for d in differences(theirs, "").all] == [d.as_dict() for d in differences(seed_graph, "").all]


EXAMPLES = dict(re.findall(r"// (.*)\n((?:(?!//).*\n)+?.*);", (Path(__file__).parents[2] / "docs" / "neo4j" / "examples.cypher").read_text(encoding="utf-8")))


@pytest.mark.parametrize("title", EXAMPLES)
def test_the_saved_queries_give_rows(title: str, seed_on_neo4j: Store, neo4j_server: Server) -> None:
    with neo4j_server.driver() as driver:
        assert driver.execute_query(EXAMPLES[title], routing_="r").records


def test_all_saved_queries_are_tried() -> None:
    assert len(EXAMPLES) == 11


def test_pushing_the_same_graph_again_changes_nothing(seed_graph: Graph, seed_on_neo4j: Neo4jStore) -> None:
    assert seed_on_neo4j.changes(seed_graph).count == 0
    assert seed_on_neo4j.push(seed_graph).count == 0
