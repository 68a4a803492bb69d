"""What the questions about cooperation count, on every store, on graphs small enough to check by hand."""

from __future__ import annotations

from typing import Any

import pytest

from interlocal.graph.records import RelationshipRecord
from tests.contract.counting import node, tie

A, B, ORG = node("lra:fr/a"), node("lra:fr/b"), node("org:fr/o", kind="NGO")
P, PART, OTHER_PART = node("project:fr/p"), node("project:fr/part"), node("project:fr/other")
WITHIN = [tie("project:fr/part", "PART_OF", "project:fr/p"), tie("project:fr/other", "PART_OF", "project:fr/p")]

# --- several LRAs --------------------------------------------------------------------------------------------------------

SEVERAL = "bodies-working-with-several-lras"
BOTH = [tie("lra:fr/a", "COOPERATES_WITH", "org:fr/o"), tie("lra:fr/b", "COOPERATES_WITH", "org:fr/o")]


def test_two_lras_are_several_and_one_is_not(answer: Any) -> None:
    (row,) = answer(SEVERAL, [A, B, ORG], BOTH).rows
    assert (row["organisation"], row["lras"], row["through"]) == ("O", ["A", "B"], ["cooperation with A and B"])
    alone = answer(SEVERAL, [A, B, ORG], BOTH[:1])
    assert (alone.count, alone.of) == (0, 1)


@pytest.mark.parametrize(
    "second",
    [
        tie("lra:fr/b", "COOPERATES_WITH", "org:fr/o", reading="open"),
        tie("lra:fr/b", "PLANS", "org:fr/o", tie="COOPERATES_WITH"),
        tie("lra:fr/b", "LACKS", "org:fr/o", tie="COOPERATES_WITH"),
        tie("org:fr/o", "LOCATED_IN", "lra:fr/b"),
    ],
    ids=["open", "planned", "absent", "seat"],
)
def test_what_is_no_cooperation_does_not_count(answer: Any, second: RelationshipRecord) -> None:
    assert answer(SEVERAL, [A, B, ORG], [BOTH[0], second]).count == 0


def test_bodies_of_one_part_or_of_two_meet_in_the_whole(answer: Any) -> None:
    ties = [*WITHIN, *(tie(f"lra:fr/{x}", "PARTNER_IN", "project:fr/part") for x in "ab")]
    for part in ("project:fr/part", "project:fr/other", "project:fr/p"):
        (row,) = answer(SEVERAL, [A, B, ORG, P, PART, OTHER_PART], [*ties, tie("org:fr/o", "LEADS", part)]).rows
        assert (row["lras"], row["through"]) == (["A", "B"], ["the project P with A and B"])


def test_two_that_only_support_do_not_meet(answer: Any) -> None:
    ties = [tie(one, "SUPPORTS", "project:fr/p") for one in ("org:fr/o", "lra:fr/a", "lra:fr/b")]
    assert answer(SEVERAL, [A, B, ORG, P], [*BOTH[:1], *ties]).count == 0
    assert answer(SEVERAL, [A, B, ORG, P], [*ties, tie("org:fr/o", "PARTNER_IN", "project:fr/p")]).count == 1


def test_whom_a_project_is_for_is_told_apart(answer: Any) -> None:
    ties = [tie("org:fr/o", "LEADS", "project:fr/p"), *(tie("project:fr/p", "SERVES", f"lra:fr/{x}") for x in "ab")]
    (row,) = answer(SEVERAL, [A, B, ORG, P], ties).rows
    assert (row["lras"], row["served"], row["through"]) == ([], ["A", "B"], ["the project P, carried out for A and B"])
    (row,) = answer(SEVERAL, [A, B, ORG, P], [*ties, BOTH[0]]).rows
    assert (row["lras"], row["served"]) == (["A"], ["B"])


def test_a_service_of_an_lra(answer: Any) -> None:
    service = node("service:fr/s")
    ties = [tie("org:fr/o", "RUNS", "service:fr/s"), tie("service:fr/s", "PART_OF", "lra:fr/a"), BOTH[1]]
    (row,) = answer(SEVERAL, [A, B, ORG, service], ties).rows
    assert row["through"] == ["cooperation with B", "the service S with A"]


def test_two_coalitions_are_several_and_a_membership_that_ended_is_none(answer: Any) -> None:
    nets = [node("network:n", "", "N", scope="coalition"), node("network:m", "", "M", scope="local_platform"), node("network:x", "", "X", scope="expert")]
    ties = [tie("org:fr/o", "MEMBER_OF", f"network:{x}") for x in "nmx"]
    (row,) = answer(SEVERAL, [A, ORG, *nets], ties).rows
    assert row["coalitions"] == ["M", "N"]
    left = [tie("org:fr/o", "MEMBER_OF", "network:n", until="2015"), *ties[1:]]
    assert answer(SEVERAL, [A, ORG, *nets], left).count == 0


def test_two_lras_of_one_name_are_two(answer: Any) -> None:
    twin = node("lra:it/a", "IT", "A")
    (row,) = answer(SEVERAL, [A, twin, ORG], [BOTH[0], tie("lra:it/a", "COOPERATES_WITH", "org:fr/o")], country="IT").rows
    assert (row["lras"], row["countries"]) == (["A", "A"], ["FR", "IT"])


def test_nothing_in_scope(answer: Any) -> None:
    assert "there is nothing to answer" in answer(SEVERAL, [A, B, ORG], BOTH, country="IT").headline
    unseen = answer(SEVERAL, [A, B], [])
    assert not unseen.answerable
    assert "load a table of relationships" in unseen.headline


# --- for a phase ---------------------------------------------------------------------------------------------------------

PHASE = "joined-for-a-phase"
DATED = node("project:fr/p", start="2003", end="2010")


@pytest.mark.parametrize(
    ("properties", "how"),
    [
        ({"since": "2003", "until": "2006"}, ["until before its end"]),
        ({"since": "2005"}, ["from after its start"]),
        ({"since": "2005", "until": "2006-05"}, ["from after its start", "until before its end"]),
        ({"role": "partner in the second Phase"}, ["said to be of a phase"]),
        ({"since": "2003", "until": "2010"}, None),
        ({"since": "2002"}, None),
        ({}, None),
        ({"until": "2006", "reading": "open"}, None),
    ],
)
def test_years_inside_those_of_the_project(answer: Any, properties: dict[str, str], how: list[str] | None) -> None:
    ties = [tie("lra:fr/b", "LEADS", "project:fr/p"), tie("lra:fr/a", "PARTNER_IN", "project:fr/p", **properties)]
    assert [row["how"] for row in answer(PHASE, [A, B, DATED], ties).rows] == ([how] if how else [])


def test_a_part_only(answer: Any) -> None:
    ties = [*WITHIN, tie("lra:fr/a", "PARTNER_IN", "project:fr/part"), tie("lra:fr/b", "LEADS", "project:fr/part"), tie("lra:fr/b", "LEADS", "project:fr/p")]
    found = answer(PHASE, [A, B, P, PART, OTHER_PART], ties)
    assert [(row["body"], row["parts"], row["how"]) for row in found.rows] == [("A", ["Part"], ["in a part"])]
    assert (found.count, found.of) == (1, 2)


def test_one_role_for_the_whole_is_enough(answer: Any) -> None:
    ties = [tie("lra:fr/a", "PARTNER_IN", "project:fr/p", since="2003", until="2005"), tie("lra:fr/a", "SUPPORTS", "project:fr/p")]
    assert answer(PHASE, [A, DATED], ties).count == 0


def test_a_project_without_years_shows_nobody(answer: Any) -> None:
    unseen = answer(PHASE, [A, P], [tie("lra:fr/a", "PARTNER_IN", "project:fr/p", until="2005")])
    assert not unseen.answerable
    assert "start and end of projects" in unseen.headline
    ongoing = answer(PHASE, [A, node("project:fr/p", end="ongoing")], [tie("lra:fr/a", "PARTNER_IN", "project:fr/p", until="2005")])
    assert [row["until"] for row in ongoing.rows] == ["2005"]


def test_a_funder_is_not_shown(answer: Any) -> None:
    ties = [tie("lra:fr/b", "LEADS", "project:fr/p"), tie("project:fr/p", "FUNDED_BY", "lra:fr/a", since="2004", until="2005")]
    assert answer(PHASE, [A, B, DATED], ties).of == 1


# --- what changed --------------------------------------------------------------------------------------------------------

CHANGED = "ties-that-changed"


def states(found: Any) -> list[tuple[str, list[str]]]:
    return [(row["state"], row["years"]) for row in found.rows]


def agreement(key: str, **properties: Any) -> RelationshipRecord:
    return tie("lra:fr/a", "COOPERATES_WITH", "org:fr/o", key=key, **properties)


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ([agreement("1", since="2004", until="2006")], [("ended", ["2004–2006"])]),
        ([agreement("1", since="2004", until="2006"), agreement("2", since="2010")], [("resumed", ["2004–2006", "from 2010"])]),
        ([agreement("1", since="2004", until="2006"), agreement("2", since="2007")], []),
        ([agreement("1", until="2006"), agreement("2")], []),
        ([agreement("1", since="2004", until="2006"), agreement("2", since="2005", until="2009"), agreement("3", since="2010")], []),
        ([agreement("1", since="2004", until="2006", reading="open")], []),
        ([agreement("1", limited=True)], [("limited", [])]),
        ([agreement("1", limited=False)], []),
    ],
    ids=["ended", "resumed", "went on", "another, undated", "no gap", "open", "limited", "not limited"],
)
def test_ended_resumed_limited(answer: Any, ties: list[RelationshipRecord], expected: list[Any]) -> None:
    assert states(answer(CHANGED, [A, ORG], ties)) == expected


def test_one_that_is_limited_and_ended_is_one_link(answer: Any) -> None:
    found = answer(CHANGED, [A, ORG], [agreement("1", until="2006", limited=True)])
    assert [state for state, _ in states(found)] == ["ended", "limited"]
    assert (found.count, found.of) == (1, 1)


@pytest.mark.parametrize(("end", "expected"), [("2010", ["ended"]), ("2006", []), (None, []), ("ongoing", ["ended"])])
def test_a_link_that_ended_with_its_project_did_not_end_early(answer: Any, end: str | None, expected: list[str]) -> None:
    project = node("project:fr/p", **({"end": end} if end else {}))
    found = answer(CHANGED, [A, project], [tie("lra:fr/a", "PARTNER_IN", "project:fr/p", until="2006")])
    assert [state for state, _ in states(found)] == expected


def test_cooperation_within_a_project_ended_with_it(answer: Any) -> None:
    both = [tie(one, "PARTNER_IN", "project:fr/p") for one in ("lra:fr/a", "org:fr/o")]
    ties = [agreement("", since="2004", until="2010"), *both]
    assert states(answer(CHANGED, [A, ORG, DATED], ties)) == []
    assert [state for state, _ in states(answer(CHANGED, [A, ORG, node("project:fr/p", end="2012")], ties))] == ["ended"]


def test_a_founder_stays_one(answer: Any) -> None:
    network = node("network:n", "", "N", scope="coalition")
    ended = {"since": "2004", "until": "2006"}
    assert answer(CHANGED, [A, network], [tie("lra:fr/a", "FOUNDED", "network:n", **ended), tie("lra:fr/a", "STEERS", "network:n")]).count == 0
    assert answer(CHANGED, [A, network], [tie("lra:fr/a", "MEMBER_OF", "network:n", **ended)]).count == 1


def test_plans_and_absences_are_no_links_and_tell_whether_one_is_recorded(answer: Any) -> None:
    ties = [
        tie("lra:fr/b", "COOPERATES_WITH", "org:fr/o"),
        tie("org:fr/o", "PLANS", "lra:fr/b", tie="COOPERATES_WITH"),
        tie("lra:fr/a", "LACKS", "org:fr/o", tie="COOPERATES_WITH"),
        tie("lra:fr/a", "PLANS", "org:fr/o", tie="COOPERATES_WITH", reading="open"),
    ]
    found = answer(CHANGED, [A, B, ORG], ties)
    assert [(r["state"], r["one"], r["other"], r["recorded"]) for r in found.rows] == [
        ("planned", "O", "B", "recorded too"),
        ("stated to be absent", "A", "O", "not recorded"),
    ]
    assert (found.count, found.of) == (2, 3)
    assert "A is stated not to cooperate with O" in found.row_sentences[1]


def test_where_something_planned_is_to_lie_is_no_link(answer: Any) -> None:
    service = node("service:fr/s")
    ties = [*BOTH, tie("service:fr/s", "PLANS", "lra:fr/a", tie="LOCATED_IN"), tie("lra:fr/a", "PLANS", "service:fr/s", tie="RUNS")]
    found = answer(CHANGED, [A, B, ORG, service], ties)
    assert [(r["state"], r["one"], r["link"], r["other"]) for r in found.rows] == [("planned", "A", "run", "S")]
    assert (found.count, found.of) == (1, 3)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([("org:fr/a", "Last"), ("org:fr/b", "First")], ("First", "Last")),
        ([("org:fr/a", "Same"), ("org:fr/b", "Same")], ("Same", "Same")),
        ([("lra:fr/z", "Zed"), ("org:fr/b", "First")], ("Zed", "First")),
    ],
    ids=["names", "one name", "an LRA"],
)
@pytest.mark.parametrize("properties", [{"until": "2006"}, {"limited": True}], ids=["ended", "limited"])
def test_cooperation_stands_in_the_order_of_names_an_lra_first(
    answer: Any, properties: dict[str, Any], ends: list[tuple[str, str]], expected: tuple[str, str]
) -> None:
    (one, _), (other, _) = ends
    nodes = [node(identifier, name=name) for identifier, name in ends]
    for source, target in ((one, other), (other, one)):
        (row,) = answer(CHANGED, nodes, [tie(source, "COOPERATES_WITH", target, **properties)]).rows
        assert (row["one"], row["other"]) == expected
        assert row["one_id"] == (one if expected[0] == ends[0][1] else other)


def test_nothing_changed(answer: Any) -> None:
    found = answer(CHANGED, [A, B, ORG], BOTH)
    assert (found.count, found.of) == (0, 2)
    assert "not evidence that all went on" in found.headline


# --- partners without a name ---------------------------------------------------------------------------------------------

UNNAMED = "projects-with-unnamed-partners"


def test_the_parts_count_with_the_whole(answer: Any) -> None:
    whole, part = node("project:fr/p", unnamed_partners=["schools"]), node("project:fr/part", unnamed_partners=["schools", "choirs"])
    ties = [WITHIN[0], tie("lra:fr/a", "LEADS", "project:fr/part"), tie("lra:fr/a", "PARTNER_IN", "project:fr/p")]
    found = answer(UNNAMED, [A, whole, part], ties)
    (row,) = found.rows
    assert (row["project"], row["unnamed_partners"], row["organisers"], row["partners"], row["named"]) == ("P", ["schools", "choirs"], ["A"], [], "one")
    assert (found.count, found.of) == (1, 1)
    assert found.headline.endswith("one of these names no body or only one, and is still not the work of one alone.")


@pytest.mark.parametrize(
    ("ties", "named"),
    [
        ([], "nobody"),
        ([tie("lra:fr/a", "LEADS", "project:fr/p", reading="open")], "nobody"),
        ([tie("lra:fr/a", "PLANS", "project:fr/p", tie="LEADS")], "nobody"),
        ([tie("lra:fr/a", "LEADS", "project:fr/p"), tie("lra:it/a", "SUPPORTS", "project:fr/p")], "several"),
    ],
    ids=["none", "open", "planned", "two of one name"],
)
def test_who_is_named(answer: Any, ties: list[RelationshipRecord], named: str) -> None:
    project = node("project:fr/p", unnamed_partners=["schools"])
    (row,) = answer(UNNAMED, [A, node("lra:it/a", "IT", "A"), project], ties).rows
    assert row["named"] == named


def test_partners_without_a_name_of_a_part_are_told_with_the_whole(answer: Any) -> None:
    whole, part = node("project:fr/p", unnamed_partners=["schools"]), node("project:fr/part", unnamed_partners=["choirs", "schools"])
    ties = [WITHIN[0], tie("lra:fr/a", "LEADS", "project:fr/p"), tie("lra:fr/b", "PARTNER_IN", "project:fr/part")]
    for slug in ("lras-sharing-projects", "projects-without-an-lra"):
        (row,) = answer(slug, [A, B, whole, part], ties).rows
        assert row["unnamed_partners"] == ["schools", "choirs"]


def test_no_mention_is_not_evidence_of_none(answer: Any) -> None:
    found = answer(UNNAMED, [P, node("project:fr/q", unnamed_partners=[])], [])
    assert (found.count, found.of) == (0, 2)
    assert "not evidence that all are named" in found.headline
