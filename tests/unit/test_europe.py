"""The synthetic graph of the benchmarks: as large as it says, valid by the schema, the same every time, with hubs and answers."""

from __future__ import annotations

import statistics
from collections import Counter

import pytest

from benchmarks.europe import FEWEST_NETWORKS, NETWORKS, europe
from interlocal.graph.records import Graph, Records
from interlocal.graph.schema import LABELS, RELATIONSHIP_TYPES
from interlocal.graph.store.base import Store
from interlocal.graph.store.kglite import KgliteStore
from interlocal.graph.validate import validate
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.question import Question

SCALE = 0.02


@pytest.fixture(scope="module")
def graph() -> Graph:
    return europe(SCALE)


@pytest.fixture(scope="module")
def store(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Store:
    kept = KgliteStore(tmp_path_factory.mktemp("europe") / "graph.kgl")
    kept.write(graph)
    return kept


@pytest.mark.parametrize(("label", "number"), [("LRA", 100_000), ("Project", 30_000), ("Organisation", 50_000), ("Fund", 2_000)])
def test_there_are_as_many_as_it_says(graph: Graph, label: str, number: int) -> None:
    assert len(graph.of_type(label)) == number * SCALE


def test_there_are_as_many_ties_as_it_says(graph: Graph) -> None:
    assert len(graph.relationships) == 480_000 * SCALE


@pytest.mark.parametrize("scale", [0.001, 0.005, 0.2])
def test_networks_are_never_too_few_for_every_scope(scale: float) -> None:
    networks = europe(scale).of_type("Network")
    assert len(networks) == max(FEWEST_NETWORKS, NETWORKS * scale)
    assert len({n.properties["scope"] for n in networks}) == 7
    assert {n.properties["roster"] for n in networks} == {"none", "partial", "complete"}


def test_the_same_seed_gives_the_same_graph_and_another_seed_another(graph: Graph) -> None:
    assert europe(SCALE) == graph
    assert europe(SCALE, seed=2) != graph


def test_it_is_valid_as_tables_are(graph: Graph) -> None:
    """Ids, values, ends, evidence within its document; what is derived from columns and facts is no column itself."""
    derived = ("since_year", "until_year", "cooperation_platform")
    issues = [str(issue) for issue in validate(Records(graph.nodes, graph.relationships, sections=graph.sections))]
    assert [issue for issue in issues if not issue.startswith(tuple(f"unknown property “{name}”" for name in derived))] == []


def test_every_tie_joins_what_its_type_may_join(graph: Graph) -> None:
    for tie in graph.relationships:
        ends = graph.by_id[tie.source].type, graph.by_id[tie.target].type
        kind = RELATIONSHIP_TYPES[tie.type]
        assert ends in kind.ends or (kind.undirected and ends[::-1] in kind.ends), tie
        assert not kind.undirected or tie.source < tie.target, tie


def test_every_type_of_tie_and_every_label_is_there(graph: Graph) -> None:
    assert {tie.type for tie in graph.relationships} == set(RELATIONSHIP_TYPES)
    assert {node.type for node in graph.nodes} == set(LABELS)


def test_identities_are_unique_and_sorted(graph: Graph) -> None:
    nodes = [(LABELS.index(n.type), n.id) for n in graph.nodes]
    assert nodes == sorted(set(nodes))
    assert len(graph.by_id) == len(nodes)
    ties = [t.identity for t in graph.relationships]
    assert ties == sorted(set(ties))


def test_few_fund_much_and_few_lead_many(graph: Graph) -> None:
    funds = Counter(t.target for t in graph.relationships if t.type == "FUNDED_BY" and t.target.startswith("fund:"))
    assert max(funds.values()) > 5 * statistics.median(funds.values())
    lras = Counter(t.source for t in graph.relationships if t.type in ("LEADS", "PARTNER_IN") and t.source.startswith("lra:"))
    assert max(lras.values()) > 20 * statistics.median(lras.values())
    members = Counter(t.target for t in graph.relationships if t.type == "MEMBER_OF")
    assert max(members.values()) > 5 * statistics.median(members.values())


def test_most_lras_are_of_lists_of_places_alone(graph: Graph) -> None:
    listed = [n for n in graph.of_type("LRA") if "/lau/" in n.id or "/nuts/" in n.id]
    assert 0.85 < len(listed) / len(graph.of_type("LRA")) < 0.95


def test_equal_evidence_and_properties_are_one_object(graph: Graph) -> None:
    """Or a graph of this size would need several times the memory."""
    assert len({id(t.evidence) for t in graph.relationships}) <= len({t.evidence for t in graph.relationships}) * 1.1
    assert len({id(t.properties) for t in graph.relationships}) < len(graph.relationships)


def test_a_store_keeps_all_of_it(graph: Graph, store: Store) -> None:
    assert store.read() == graph


# What nobody says in the synthetic graph: statements about several networks, funds that follow others, absences of structures.
NOT_SAID = {"claims-about-networks", "successive-funds", "lras-without-structure-or-policy"}


@pytest.mark.parametrize("asked", [q for q in QUESTIONS.values() if q.slug not in NOT_SAID], ids=lambda q: q.slug)
def test_every_question_has_an_answer_that_says_something(asked: Question, store: Store) -> None:
    answer = ask(asked, store)
    assert answer.answerable
    assert answer.rows
    # Of no LRA it is known that it is outside every network, until one network with a dated list is asked about.
    given = {"network": "network:000"} if asked.slug == "lras-outside-any-network" else {}
    assert ask(asked, store, given).count > 0


def test_an_lra_is_a_member_linked_a_non_member_or_unknown(store: Store) -> None:
    asked = QUESTIONS["lras-outside-any-network"]
    assert {row["answer"] for row in ask(asked, store).rows} == {"member", "linked", "unknown"}
    assert {row["answer"] for row in ask(asked, store, {"network": "network:000"}).rows} >= {"member", "non-member"}
