"""What questions count, on every store, on graphs small enough to check by hand: open readings, plans, parts of projects, dated lists, ties that ended."""

from __future__ import annotations

from typing import Any

import pytest

from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.queries.ask import ask, question

E = (Evidence.parse("doc-2020#1"),)
DOCUMENT = NodeRecord("doc-2020", "Document", "A document", properties={"as_of_year": 2019})
COUNTRIES = (NodeRecord("FR", "Country", "France"), NodeRecord("IT", "Country", "Italy"))


def node(identifier: str, country: str = "FR", **properties: Any) -> NodeRecord:
    labels = {"lra": "LRA", "project": "Project", "network": "Network", "org": "Organisation", "fund": "Fund"}
    return NodeRecord(
        identifier, labels[identifier.split(":")[0]], identifier.split("/")[-1].split(":")[-1].title(), country=country, properties=properties, evidence=E
    )


def tie(source: str, kind: str, target: str, **properties: Any) -> RelationshipRecord:
    return RelationshipRecord(source, kind, target, properties.pop("key", ""), {"reading": "accepted", **properties}, E)


@pytest.fixture
def answer(make_store: Any) -> Any:
    def go(slug: str, nodes: list[NodeRecord], ties: list[RelationshipRecord], **given: str) -> Any:
        store = make_store()
        ordered = tuple(sorted((DOCUMENT, *COUNTRIES, *nodes), key=lambda n: (n.type, n.id)))
        store.write(Graph(ordered, tuple(sorted(ties, key=lambda t: t.identity))))
        return ask(question(slug), store, given)

    return go


LRA, LRB, LRI, NET = node("lra:fr/a"), node("lra:fr/b"), node("lra:it/i", "IT"), node("network:n", "", scope="european_lra")


def membership(answer: Any, network: NodeRecord, *ties: RelationshipRecord, **given: str) -> dict[str, Any]:
    found = answer("lras-outside-any-network", [LRA, LRB, network], list(ties), **given)
    return {row["lra"]: row for row in found.rows} | {"": found}


@pytest.mark.parametrize("kind", ["MEMBER_OF", "STEERS", "FOUNDED"])
def test_member_founder_and_steering_are_members(answer: Any, kind: str) -> None:
    assert membership(answer, NET, tie("lra:fr/a", kind, "network:n"))["A"]["answer"] == "member"


def test_a_tie_of_which_the_reading_is_open_makes_no_member(answer: Any) -> None:
    assert membership(answer, NET, tie("lra:fr/a", "MEMBER_OF", "network:n", reading="open"))["A"]["answer"] == "unknown"


def test_a_planned_membership_makes_no_member(answer: Any) -> None:
    assert membership(answer, NET, tie("lra:fr/a", "PLANS", "network:n", tie="MEMBER_OF"))["A"]["answer"] == "unknown"


def test_a_membership_that_ended_is_told_and_no_membership_a_founder_stays_one(answer: Any) -> None:
    ended = tie("lra:fr/a", "MEMBER_OF", "network:n", since="2001", until="2010", since_year=2001, until_year=2010)
    founded = tie("lra:fr/b", "FOUNDED", "network:n", since="2001", until="2001", since_year=2001, until_year=2001)
    told = membership(answer, NET, ended, founded)
    assert (told["A"]["answer"], told["A"]["was_member_of"], told["A"]["evidence"]) == ("unknown", ["N"], ["doc-2020#1"])
    assert told["B"]["answer"] == "member"


def test_only_a_complete_list_with_a_date_makes_non_members_and_it_is_their_evidence(answer: Any) -> None:
    member = tie("lra:fr/a", "MEMBER_OF", "network:n")
    undated = membership(answer, node("network:n", "", scope="european_lra", roster="complete"), member)
    assert undated["B"]["answer"] == "unknown"
    dated = membership(answer, node("network:n", "", scope="european_lra", roster="complete", roster_as_of="2024"), member)
    assert (dated["B"]["answer"], dated["B"]["evidence"]) == ("non-member", ["doc-2020#1"])
    assert (dated[""].count, dated[""].of) == (1, 2)


def test_a_source_that_says_so_makes_a_non_member(answer: Any) -> None:
    assert membership(answer, NET, tie("lra:fr/a", "LACKS", "network:n", tie="MEMBER_OF"))["A"]["answer"] == "non-member"


def test_a_linked_non_member_is_outside_and_its_link_is_told(answer: Any) -> None:
    listed = node("network:n", "", scope="european_lra", roster="complete", roster_as_of="2024")
    project = node("project:fr/p")
    ties = [tie("lra:fr/b", "LEADS", "project:fr/p"), tie("project:fr/p", "LINKED_TO", "network:n"), tie("lra:fr/a", "MEMBER_OF", "network:n")]
    found = answer("lras-outside-any-network", [LRA, LRB, listed, project], ties)
    row = next(r for r in found.rows if r["lra"] == "B")
    assert (row["answer"], row["linked_to"], row["through"], found.count) == ("non-member", ["N"], ["P"], 1)


def test_an_organisation_that_merely_sits_in_the_city_does_not_link_it(answer: Any) -> None:
    ngo = node("org:fr/ngo", kind="NGO")
    ties = [tie("org:fr/ngo", "MEMBER_OF", "network:n"), tie("org:fr/ngo", "LOCATED_IN", "lra:fr/a")]
    rows = answer("lras-outside-any-network", [LRA, LRB, NET, ngo], ties).rows
    assert {r["answer"] for r in rows} == {"unknown"}
    rows = answer("lras-outside-any-network", [LRA, LRB, NET, ngo], [*ties, tie("lra:fr/a", "COOPERATES_WITH", "org:fr/ngo")]).rows
    assert {r["lra"]: r["answer"] for r in rows} == {"A": "linked", "B": "unknown"}


WHOLE, PHASE = node("project:fr/whole"), node("project:fr/phase")
PARTS = [tie("project:fr/phase", "PART_OF", "project:fr/whole"), tie("lra:fr/a", "LEADS", "project:fr/whole")]


def test_who_is_named_in_a_part_is_named_in_the_whole(answer: Any) -> None:
    ties = [*PARTS, tie("lra:it/i", "PARTNER_IN", "project:fr/phase"), tie("project:fr/phase", "FUNDED_BY", "lra:fr/b")]
    shared = answer("lras-sharing-projects", [LRA, LRB, LRI, WHOLE, PHASE], ties)
    assert [(r["project"], r["lras"], r["reach"]) for r in shared.rows] == [("Whole", ["A", "I"], "across borders")]
    assert (shared.count, shared.of) == (1, 1)
    without = answer("projects-without-an-lra", [LRA, LRB, LRI, WHOLE, PHASE], ties)
    assert (without.count, without.of, list(without.rows)) == (0, 1, [])
    assert without.headline.startswith("Every project described names an LRA")


def test_a_phase_and_its_whole_are_one_thing_funded(answer: Any) -> None:
    fund = node("fund:f", "", kind="eu")
    ties = [*PARTS, tie("project:fr/phase", "FUNDED_BY", "fund:f"), tie("project:fr/whole", "FUNDED_BY", "fund:f")]
    rows = answer("what-funds-fund", [LRA, WHOLE, PHASE, fund], ties).rows
    assert [(r["organiser_kind"], r["funded"], r["count"]) for r in rows] == [("LRA, level not stated", ["Whole"], 1)]


def test_two_authorities_of_one_name_are_two(answer: Any) -> None:
    twin = NodeRecord("lra:it/a", "LRA", "A", country="IT", evidence=E)
    ties = [tie("lra:fr/a", "LEADS", "project:fr/whole"), tie("lra:it/a", "PARTNER_IN", "project:fr/whole")]
    (row,) = answer("lras-sharing-projects", [LRA, twin, WHOLE], ties).rows
    assert (row["lras"], row["count"]) == (["A", "A"], 2)


def test_a_body_with_two_ties_to_a_network_is_one_body(answer: Any) -> None:
    nodes = [node("network:n", ""), node("network:m", ""), node("org:fr/o")]
    ties = [tie("org:fr/o", "FOUNDED", "network:n"), tie("org:fr/o", "MEMBER_OF", "network:n"), tie("org:fr/o", "MEMBER_OF", "network:m")]
    found = answer("links-between-networks", nodes, ties)
    assert [(r["network"], r["other"], r["through"]) for r in found.rows] == [("M", "N", "O")]
    assert "one body that is in two networks at once" in found.headline


def test_offices_of_the_state_count_only_when_asked(answer: Any) -> None:
    office = node("org:fr/o", kind="state_territorial_office", called_lra_by=["doc-2020"])
    ties = [tie("org:fr/o", "LEADS", "project:fr/whole")]
    assert answer("projects-without-an-lra", [LRA, office, WHOLE], ties).rows[0]["lra_organisers"] == []
    assert answer("projects-without-an-lra", [LRA, office, WHOLE], ties, state_offices="true").rows[0]["lra_organisers"] == ["O"]


def test_nothing_in_scope_is_no_finding(answer: Any) -> None:
    found = answer("projects-without-an-lra", [LRI, WHOLE], [tie("lra:it/i", "LEADS", "project:fr/whole")], country="IT")
    assert (found.count, found.of) == (0, 0)
    assert (
        found.headline
        == "These sources name none of what is asked about (projects of which an organiser, partner or funder is named, in Italy), so there is nothing to answer."
    )
