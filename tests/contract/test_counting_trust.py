"""What the questions about the sources count, on graphs small enough to check by hand: open readings, plans, parts of projects, two sources."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest

from interlocal.graph.records import NodeRecord, RelationshipRecord
from tests.contract import counting
from tests.contract.counting import node

DOCUMENTS = tuple(NodeRecord(f"doc-{year}", "Document", f"Document {year}", properties={"as_of_year": year}) for year in (2020, 2024))
ONE, OTHER = "doc-2020#1", "doc-2024#1"
# Stated outright, as most are in the reports.
tie = partial(counting.tie, certainty="stated")


@pytest.fixture
def answer(answer: Any) -> Any:
    """With two sources loaded."""
    return lambda slug, nodes, ties, **given: answer(slug, [*DOCUMENTS, *nodes], ties, **given)


LRA, BODY, PROJECT, SERVICE = node("lra:fr/a"), node("org:fr/o", kind="national_authority"), node("project:fr/p"), node("service:fr/s")


# --- where sources differ ----------------------------------------------------------------------------------------------


def conflict(name: str, *sides: tuple[str, str], kind: str = "sources_differ") -> NodeRecord:
    statements = [json.dumps({"says": f"budget: {n}", "reading": reading, "reason": "", "evidence": [place]}) for n, (reading, place) in enumerate(sides)]
    return node(f"conflict:{name}", "", evidence=";".join(place for _, place in sides), kind=kind, property="budget", reading="open", statements=statements)


@pytest.mark.parametrize(
    ("readings", "outcome"),
    [
        (("accepted", "rejected"), "one side followed"), (("open", "open"), "left open"), (("open", "rejected"), "left open"),
        (("accepted", "open"), "partly left open"), (("rejected", "rejected"), "no side followed"),
    ],
)  # fmt: skip
def test_what_is_followed(answer: Any, readings: tuple[str, str], outcome: str) -> None:
    differ = conflict("c", (readings[0], ONE), (readings[1], "doc-2020#2"))
    (row,) = answer("where-sources-differ", [PROJECT, differ], [tie("conflict:c", "ABOUT", "project:fr/p")]).rows
    assert (row["outcome"], row["documents"]) == (outcome, ["doc-2020"])


def test_a_misprint_is_apart_and_a_thing_counts_once(answer: Any) -> None:
    nodes = [PROJECT, LRA, conflict("c", ("open", ONE), ("open", OTHER)), conflict("d", ("open", ONE), ("open", ONE))]
    nodes.append(conflict("e", ("rejected", ONE), kind="misprint"))
    found = answer("where-sources-differ", nodes, [tie(f"conflict:{c}", "ABOUT", "project:fr/p") for c in "cde"])
    assert [row["documents"] for row in found.rows] == [["doc-2020", "doc-2024"], ["doc-2020"]]
    # Of a project and an LRA the project is differed about; countries and documents are not among things named.
    assert (found.count, found.of) == (1, 2)
    assert "one within one source, whose parts do not agree, and one between sources" in found.headline


def test_what_is_about_a_country_or_a_source_is_told_and_not_counted(answer: Any) -> None:
    nodes = [PROJECT, LRA, conflict("c", ("open", ONE)), conflict("d", ("open", ONE)), conflict("e", ("open", ONE))]
    found = answer(
        "where-sources-differ", nodes, [tie("conflict:c", "ABOUT", "project:fr/p"), tie("conflict:d", "ABOUT", "FR"), tie("conflict:e", "ABOUT", "doc-2020")]
    )
    assert (len(found.rows), found.count, found.of) == (3, 1, 2)
    assert "; two are about a country or a source as a whole, and not counted below." in found.headline


# --- links on one place ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("evidence", "changed", "hit"),
    [
        (ONE, {}, True), ("doc-2020#1+5", {}, True),
        ("doc-2020#1;doc-2020#5", {}, False), ("doc-2020#1+doc-2024#5", {}, False),
        (ONE, {"certainty": "stated"}, False), (ONE, {"certainty": "reference"}, False), (ONE, {"reading": "open"}, False),
    ],
)  # fmt: skip
def test_implied_on_one_place(answer: Any, evidence: str, changed: dict[str, str], hit: bool) -> None:
    link = tie("lra:fr/a", "COOPERATES_WITH", "org:fr/o", evidence, **{"certainty": "implied", **changed})
    found = answer("facts-on-one-passage", [LRA, BODY, PROJECT], [link, tie("lra:fr/a", "SUPPORTS", "project:fr/p")])
    assert found.count == hit
    # A link that is not accepted, or comes from reference data, is not among those looked at.
    assert found.of == 1 + (changed.get("reading") != "open" and changed.get("certainty") != "reference")


def test_what_is_planned_absent_or_about_is_no_link(answer: Any) -> None:
    ties = [tie("lra:fr/a", kind, "org:fr/o", certainty="implied", tie="COOPERATES_WITH") for kind in ("PLANS", "LACKS")]
    ties += [
        tie("gap:g", "ABOUT", "lra:fr/a", certainty="implied"),
        tie("org:fr/o", "LOCATED_IN", "lra:fr/a", certainty="implied"),
        tie("lra:fr/a", "SUPPORTS", "project:fr/p"),
    ]
    found = answer("facts-on-one-passage", [LRA, BODY, PROJECT, node("gap:g", kind="data")], ties)
    assert (found.count, found.of) == (0, 1)


# --- what the sources do not cover -------------------------------------------------------------------------------------


def coverage(answer: Any, nodes: list[NodeRecord], ties: list[RelationshipRecord]) -> dict[tuple[str, ...], tuple[int, int]]:
    found = answer("what-sources-do-not-cover", nodes, ties)
    return {(row["aspect"], *row["documents"]): (row["count"], row["of"]) for row in found.rows}


def test_a_country_by_source_and_places_of_a_list_are_named_by_nobody(answer: Any) -> None:
    nodes = [LRA, PROJECT, node("lra:it/lau/1", "IT"), node("project:it/q", "IT", evidence=OTHER)]
    found = coverage(answer, nodes, [])
    assert found["countries without a named LRA",] == (1, 2)
    assert found["countries without a named LRA", "doc-2024"] == (2, 2)
    assert found["countries without a named project", "doc-2020"] == (1, 2)
    assert found["countries without anything described",] == (0, 2)


def test_a_statement_about_a_country_describes_it(answer: Any) -> None:
    gap = node("gap:g", "", kind="data")
    found = coverage(answer, [PROJECT, gap], [tie("gap:g", "ABOUT", "IT")])
    assert found["countries without anything described",] == (0, 2)
    opened = coverage(answer, [PROJECT, gap], [tie("gap:g", "ABOUT", "IT", reading="open")])
    assert opened["countries without anything described",] == (1, 2)


def test_a_part_dates_and_peoples_its_whole(answer: Any) -> None:
    part = node("project:fr/phase")
    ties = [tie("project:fr/phase", "PART_OF", "project:fr/p"), tie("lra:fr/a", "PARTNER_IN", "project:fr/phase", since="2011")]
    found = coverage(answer, [LRA, PROJECT, part], ties)
    assert found["projects without a year",] == (0, 1)
    assert found["projects without a named participant",] == (0, 1)
    plans = [ties[0], tie("lra:fr/a", "PLANS", "project:fr/phase", tie="PARTNER_IN")]
    found = coverage(answer, [LRA, PROJECT, part], plans)
    assert found["projects without a year",] == (1, 1)
    assert found["projects without a named participant",] == (1, 1)


def test_a_dated_figure_dates_a_project(answer: Any) -> None:
    figure = json.dumps({"evidence": [ONE], "property": "participants", "reading": "accepted", "value": "9", "year": "2011"})
    assert coverage(answer, [node("project:fr/p", facts=[figure])], [])["projects without a year",] == (0, 1)


def test_only_a_complete_list_is_one_and_a_list_is_no_source_of_projects(answer: Any) -> None:
    nodes = [PROJECT, node("network:n", "", roster="partial"), node("network:m", "", evidence=OTHER, roster="complete")]
    found = coverage(answer, nodes, [])
    assert found["networks without a complete list",] == (1, 2)
    assert {key[1:] for key in found} == {(), ("doc-2020",)}


# --- said to be missing, and shown -------------------------------------------------------------------------------------

GAP = node("gap:g", name="They do not talk.", kind="coordination")
SUBJECT, OTHER_SUBJECT, GROUP = node("theme:x", ""), node("theme:y", ""), node("theme:group-z", "")
ON_SUBJECT = tie("gap:g", "ADDRESSES", "theme:x")


def shown(answer: Any, nodes: list[NodeRecord], ties: list[RelationshipRecord], gap: NodeRecord = GAP, **given: str) -> Any:
    everything = [gap, LRA, BODY, PROJECT, SERVICE, SUBJECT, OTHER_SUBJECT, GROUP, *nodes]
    return answer("said-missing-and-shown", everything, [ON_SUBJECT, *ties], **given)


ABOUT_BOTH = [tie("gap:g", "ABOUT", "lra:fr/a"), tie("gap:g", "ABOUT", "org:fr/o")]


@pytest.mark.parametrize("changed", [{"reading": "open"}, {"kind": "PLANS"}, {"kind": "LOCATED_IN"}, {}])
def test_a_link_between_the_two_that_are_said_to_lack_it(answer: Any, changed: dict[str, str]) -> None:
    kind = changed.get("kind", "COOPERATES_WITH")
    first, second = ("org:fr/o", "lra:fr/a") if kind == "LOCATED_IN" else ("lra:fr/a", "org:fr/o")
    extra = {"tie": "COOPERATES_WITH"} if kind == "PLANS" else {}
    link = tie(first, kind, second, OTHER, reading=changed.get("reading", "accepted"), limited=True, **extra)
    found = shown(answer, [], [*ABOUT_BOTH, link])
    assert (found.count, found.of) == (0 if changed else 1, 1)
    if not changed:
        (row,) = found.rows
        assert (row["same_source"], row["other_source"]) == ([], ["A cooperates with O (called limited by the source)"])
        assert found.row_sentences[0].startswith("Said to be missing (Document 2020), about A and O: They do not talk. Beside it, by another source: A")


def test_an_ended_membership_is_not_shown(answer: Any) -> None:
    network = node("network:n", "")
    about = [tie("gap:g", "ABOUT", "lra:fr/a"), tie("gap:g", "ABOUT", "network:n")]
    ended = tie("lra:fr/a", "MEMBER_OF", "network:n", until="2010")
    assert shown(answer, [network], [*about, ended]).count == 0
    assert shown(answer, [network], [*about, tie("lra:fr/a", "MEMBER_OF", "network:n")]).count == 1


def test_a_thing_of_the_same_body_on_every_subject_groups_of_people_aside(answer: Any) -> None:
    about = [tie("gap:g", "ABOUT", "lra:fr/a"), tie("gap:g", "ADDRESSES", "theme:group-z"), tie("lra:fr/a", "RUNS", "service:fr/s")]
    on_it = tie("service:fr/s", "ADDRESSES", "theme:x")
    (row,) = shown(answer, [], [*about, on_it]).rows
    assert row["same_source"] == ["S (service; A)"]
    assert shown(answer, [], [*about, on_it, tie("gap:g", "ADDRESSES", "theme:y")]).count == 0
    assert shown(answer, [], [*about, tie("service:fr/s", "ADDRESSES", "theme:x", reading="open")]).count == 0


def test_a_part_is_shown_as_its_whole_and_what_the_statement_is_about_is_not(answer: Any) -> None:
    part = node("project:fr/phase")
    ties = [tie("gap:g", "ABOUT", "lra:fr/a"), tie("lra:fr/a", "LEADS", "project:fr/phase"), tie("project:fr/phase", "PART_OF", "project:fr/p")]
    ties.append(tie("project:fr/phase", "ADDRESSES", "theme:x"))
    (row,) = shown(answer, [part], ties).rows
    assert row["same_source"] == ["P (project; A)"]
    assert shown(answer, [part], [*ties, tie("gap:g", "ABOUT", "project:fr/p")]).count == 0


def test_of_a_country_things_answer_for_data_and_links_with_the_state_for_coordination(answer: Any) -> None:
    ties = [tie("gap:g", "ABOUT", "FR"), tie("service:fr/s", "ADDRESSES", "theme:x"), tie("lra:fr/a", "COOPERATES_WITH", "org:fr/o", certainty="implied")]
    (row,) = shown(answer, [], ties).rows
    assert row["same_source"] == ["A cooperates with O (implied, not said outright)"]
    (row,) = shown(answer, [], ties, node("gap:g", kind="data")).rows
    assert row["same_source"] == ["S (service; France)"]
    assert shown(answer, [], ties, node("gap:g", kind="need")).headline.startswith("This cannot be seen from what is loaded.")
    # With a narrower subject, a link with any authority of the state shows nothing.
    assert shown(answer, [], [*ties, tie("gap:g", "ADDRESSES", "theme:y")]).count == 0


def test_a_link_said_to_be_absent_beside_another_between_the_two(answer: Any) -> None:
    network = node("network:n", "")
    lacks = tie("lra:fr/a", "LACKS", "network:n", tie="MEMBER_OF")
    found = answer("said-missing-and-shown", [LRA, network], [lacks, tie("lra:fr/a", "COOPERATES_WITH", "network:n", OTHER)])
    (row,) = found.rows
    assert (row["said"], row["other_source"]) == ("A is stated not to be a member of N", ["A cooperates with N"])
    assert (found.count, found.of) == (1, 1)
    alone = answer("said-missing-and-shown", [LRA, network], [lacks])
    assert (alone.count, alone.of) == (0, 1)
    assert alone.headline.startswith("Beside none of these statements")
