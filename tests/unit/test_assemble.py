"""Records become one graph: nothing lost, nothing invented, the order of rows of no matter."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interlocal.graph.assemble import assemble
from interlocal.graph.records import Evidence, FactRecord, Graph, NodeRecord, Origin, Records, RelationshipRecord, parse_evidence
from interlocal.loaders import seed


def evidence(*lines: int) -> tuple[Evidence, ...]:
    return parse_evidence(";".join(f"doc-2020#{line}" for line in lines))


def lra(name: str, *lines: int, layer: int = 0, **properties: Any) -> NodeRecord:
    identifier = properties.pop("id", f"lra:fr/{name.lower()}")
    return NodeRecord(identifier, "LRA", name, country="FR", properties=properties, evidence=evidence(*lines), origin=Origin("lras.csv", 2, layer))


def project(name: str) -> NodeRecord:
    return NodeRecord(f"project:fr/{name}", "Project", name, evidence=evidence(1))


def tie(source: str, kind: str, target: str, *lines: int, key: str = "", **properties: Any) -> RelationshipRecord:
    return RelationshipRecord(source, kind, target, key, {"reading": "accepted", **properties}, evidence(*lines))


def conflicts(graph: Graph) -> dict[str, list[tuple[str, str]]]:
    return {n.id: [(s["says"], s["reading"]) for s in map(json.loads, n.properties["statements"])] for n in graph.of_type("Conflict")}  # type: ignore[arg-type]


def test_two_records_of_one_id_are_one_node_with_all_names_and_evidence() -> None:
    graph = assemble(Records((lra("Nantes", 1), replace(lra("Nantes", 7), aliases=("Naoned",)))))
    (node,) = graph.nodes
    assert (node.name, node.aliases, [str(e) for e in node.evidence]) == ("Nantes", ("Naoned",), ["doc-2020#1", "doc-2020#7"])


def test_records_of_one_external_key_are_one_node_and_the_seeds_id_wins() -> None:
    own = lra("Bari", 1, lau="072006")
    backbone = lra("Bari", 2, id="lra:fr/lau/072006", lau="072006", layer=1)
    other_country = replace(lra("Elsewhere", 3, lau="072006"), country="IT")
    graph = assemble(Records((backbone, own, other_country, project("p")), (tie("lra:fr/lau/072006", "LEADS", "project:fr/p", 4),)))
    assert [n.id for n in graph.of_type("LRA")] == ["lra:fr/bari", "lra:fr/elsewhere"]
    assert [t.source for t in graph.relationships] == ["lra:fr/bari"]


def test_a_users_value_lies_over_the_seeds_and_the_difference_is_kept() -> None:
    graph = assemble(Records((lra("Nantes", 1, level="municipality"), lra("Nantes", 2, level="metropolitan", layer=1))))
    assert graph.by_id["lra:fr/nantes"].properties["level"] == "metropolitan"
    assert conflicts(graph) == {"conflict:lra/fr/nantes/level": [("level: metropolitan", "accepted"), ("level: municipality", "rejected")]}
    assert [(t.type, t.target) for t in graph.relationships] == [("ABOUT", "lra:fr/nantes")]


def fact(value: str, line: int, **more: str) -> FactRecord:
    return FactRecord("project:fr/p", more.pop("property", "budget"), value, evidence=evidence(line), **more)


def test_values_derive_from_accepted_facts_of_the_latest_year() -> None:
    facts = (fact("100", 1, unit="EUR", year="2010"), fact("188000", 2, unit="EUR", year="2012"), fact("167.00", 3, reading="rejected", reason="misprint"))
    properties = assemble(Records((project("p"),), facts=facts)).by_id["project:fr/p"].properties
    assert (properties["budget"], properties["budget_unit"], properties["budget_year"]) == (188000, "EUR", "2012")


def test_dates_stay_texts_as_precise_as_the_source() -> None:
    graph = assemble(Records((project("p"),), facts=(fact("2012", 1, property="start"), fact("ongoing", 2, property="end", year="2012"))))
    assert (graph.by_id["project:fr/p"].properties["start"], graph.by_id["project:fr/p"].properties["end"]) == ("2012", "ongoing")


def test_facts_that_differ_are_a_conflict_with_both_sides_and_no_value_when_undecided() -> None:
    graph = assemble(Records((project("p"),), facts=(fact("10", 1, year="2012"), fact("12", 2, year="2012"))))
    assert "budget" not in graph.by_id["project:fr/p"].properties
    assert conflicts(graph) == {"conflict:project/fr/p/budget": [("budget: 10 (2012)", "open"), ("budget: 12 (2012)", "open")]}


def test_a_rejected_fact_alone_is_a_misprint_and_gives_no_value() -> None:
    graph = assemble(Records((project("p"),), facts=(fact("167.00", 1, reading="rejected", reason="too low"),)))
    (conflict,) = graph.of_type("Conflict")
    assert (conflict.properties["kind"], "budget" in graph.by_id["project:fr/p"].properties) == ("misprint", False)


def test_figures_of_other_years_and_qualifiers_do_not_conflict() -> None:
    facts = (fact("10", 1, year="2011"), fact("12", 2, year="2012"), fact("3", 3, year="2012", qualifier="of it for staff"))
    assert not assemble(Records((project("p"),), facts=facts)).of_type("Conflict")


def test_one_value_said_twice_is_one_fact_with_both_passages() -> None:
    graph = assemble(Records((project("p"),), facts=(fact("10", 1), fact("10", 2))))
    (text,) = graph.by_id["project:fr/p"].properties["facts"]  # type: ignore[union-attr,misc]
    assert json.loads(text)["evidence"] == ["doc-2020#1", "doc-2020#2"]


def test_a_rejected_tie_is_in_its_conflict_alone_and_an_open_one_in_both() -> None:
    nodes = (lra("A", 1), lra("B", 1), lra("C", 1), project("p"))
    ties = (
        tie("lra:fr/a", "LEADS", "project:fr/p", 2),
        tie("lra:fr/b", "LEADS", "project:fr/p", 3, reading="rejected", note="a table slip"),
        tie("lra:fr/c", "PARTNER_IN", "project:fr/p", 4, reading="open"),
    )
    graph = assemble(Records(nodes, ties))
    assert [(t.source, t.type) for t in graph.relationships if t.type != "ABOUT"] == [("lra:fr/a", "LEADS"), ("lra:fr/c", "PARTNER_IN")]
    assert conflicts(graph)["conflict:project/fr/p/leads"] == [("A leads p", "accepted"), ("B leads p", "rejected")]
    assert conflicts(graph)["conflict:project/fr/p/partner_in"] == [("C is a partner in p", "open")]


def test_a_tie_both_ways_is_kept_once_from_the_smaller_id() -> None:
    ties = (tie("lra:fr/b", "COOPERATES_WITH", "lra:fr/a", 1), tie("lra:fr/a", "COOPERATES_WITH", "lra:fr/b", 2))
    graph = assemble(Records((lra("A", 1), lra("B", 1)), ties))
    assert [(t.source, t.target, [str(e) for e in t.evidence]) for t in graph.relationships] == [("lra:fr/a", "lra:fr/b", ["doc-2020#1", "doc-2020#2"])]


def test_years_of_a_tie_are_whole_numbers_beside_its_dates() -> None:
    graph = assemble(Records((lra("A", 1), project("p")), (tie("lra:fr/a", "LEADS", "project:fr/p", 1, since="2012-03", until="2014"),)))
    assert {k: v for k, v in graph.relationships[0].properties.items() if "year" in k} == {"since_year": 2012, "until_year": 2014}


names = st.sampled_from(["A", "B", "C", "D"])
some_nodes = st.lists(
    st.builds(
        lambda n, line, layer, level: lra(n, line, layer=layer, level=level),
        names,
        st.integers(1, 9),
        st.integers(0, 1),
        st.sampled_from(["municipality", "region"]),
    ),
    max_size=8,
)
some_ties = st.lists(
    st.builds(
        lambda a, b, line, reading: tie(f"lra:fr/{a.lower()}", "COOPERATES_WITH", f"lra:fr/{b.lower()}", line, reading=reading),
        names,
        names,
        st.integers(1, 9),
        st.sampled_from(["accepted", "rejected", "open"]),
    ),
    max_size=8,
)
some_facts = st.lists(st.builds(lambda v, y, line, r: FactRecord("lra:fr/a", "population", v, year=y, evidence=evidence(line), reading=r), st.sampled_from(["1", "2"]), st.sampled_from(["", "2012"]), st.integers(1, 9), st.sampled_from(["accepted", "rejected", "open"])), max_size=6)  # fmt: skip


@settings(deadline=None)
@given(some_nodes, some_ties, some_facts, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(nodes: list[NodeRecord], ties: list[RelationshipRecord], facts: list[FactRecord], rng: random.Random) -> None:
    nodes = [*nodes, *(lra(n, 1) for n in "ABCD")]
    first = assemble(Records(tuple(nodes), tuple(ties), tuple(facts)))
    for rows in (nodes, ties, facts):
        rng.shuffle(rows)  # type: ignore[arg-type]
    assert assemble(Records(tuple(nodes), tuple(ties), tuple(facts))) == first


@settings(deadline=None)
@given(some_nodes, some_ties, some_facts)
def test_the_same_records_twice_give_the_same_graph(nodes: list[NodeRecord], ties: list[RelationshipRecord], facts: list[FactRecord]) -> None:
    records = Records((*nodes, *(lra(n, 1) for n in "ABCD")), tuple(ties), tuple(facts))
    assert assemble(records + records) == assemble(records)


@settings(deadline=None)
@given(some_ties, st.data())
def test_removing_a_tie_never_adds_one(ties: list[RelationshipRecord], data: st.DataObject) -> None:
    nodes = tuple(lra(n, 1) for n in "ABCD")

    def kept(some: list[RelationshipRecord]) -> set[tuple[str, str]]:
        return {(t.source, t.target) for t in assemble(Records(nodes, tuple(some))).relationships if t.type != "ABOUT"}

    before = kept(ties)
    if not ties:
        return
    gone = ties[data.draw(st.integers(0, len(ties) - 1))]
    left = [t for t in ties if t is not gone]
    # What comes back can only be what the removed record rejected.
    rejected = {(min(gone.source, gone.target), max(gone.source, gone.target))} if gone.properties["reading"] == "rejected" else set()
    assert kept(left) <= before | rejected


@pytest.fixture(scope="module")
def seed_records() -> Records:
    return seed.load([seed.seed_folder()])


def test_the_seed_assembles_alike_backwards(seed_records: Records) -> None:
    backwards = Records(seed_records.nodes[::-1], seed_records.relationships[::-1], seed_records.facts[::-1], seed_records.sections[::-1])
    assert assemble(backwards) == assemble(seed_records)


def test_every_record_of_the_seed_arrives(seed_records: Records) -> None:
    graph = assemble(seed_records)
    assert {n.id for n in seed_records.nodes} <= set(graph.by_id)
    kept = {t.identity for t in graph.relationships}
    told = " ".join(text for n in graph.of_type("Conflict") for text in n.properties["statements"])  # type: ignore[union-attr]
    for record in seed_records.relationships:
        identity = record.identity
        if record.type == "COOPERATES_WITH" and record.target < record.source:
            identity = (record.target, record.type, record.source, record.key)
        if record.properties["reading"] == "rejected":
            assert identity not in kept
            assert graph.by_id[record.source].name in told
        else:
            assert identity in kept
