"""What the questions about practice count, on graphs small enough to check by hand: open readings, plans, stated absences, parts, ended ties, silence."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from interlocal.graph.records import NodeRecord, RelationshipRecord
from tests.contract import counting
from tests.contract.counting import node, tie

# Each on two lines.
fact = partial(counting.fact, lines=(7, 8))

LRA, LRB = node("lra:fr/a"), node("lra:fr/b")
WHOLE, PHASE, OTHER = node("project:fr/whole"), node("project:fr/phase"), node("project:it/other", "IT")
PART = tie("project:fr/phase", "PART_OF", "project:fr/whole")


# --- themes ------------------------------------------------------------------------------------------------------------

HOUSING, SPORT, HEALTH = node("theme:housing", ""), node("theme:sport", ""), node("theme:health", "")
WOMEN = node("theme:group-women", "", "Group: women")
THEMES = [HOUSING, SPORT, HEALTH, WOMEN]


def test_only_themes_that_occur_anywhere_are_missed_and_an_open_reading_is_none(answer: Any) -> None:
    service = node("service:fr/s", kind="other")
    ties = [
        tie("service:fr/s", "ADDRESSES", "theme:housing"), tie("service:fr/s", "ADDRESSES", "theme:health", reading="open"),
        tie("project:it/other", "ADDRESSES", "theme:group-women"),
    ]  # fmt: skip
    france, italy = answer("themes-by-country", [*THEMES, service, OTHER], ties).rows
    assert (france["subjects"], france["groups"], france["none_on_subjects"], france["none_on_groups"]) == (["Housing"], [], [], ["Group: women"])
    assert (italy["subjects"], italy["groups"], italy["none_on_subjects"], italy["none_on_groups"]) == ([], ["Group: women"], ["Housing"], [])


def test_a_theme_of_a_part_is_one_of_the_whole_and_counts_once(answer: Any) -> None:
    ties = [PART, tie("project:fr/phase", "ADDRESSES", "theme:housing"), tie("project:fr/whole", "ADDRESSES", "theme:housing")]
    found = answer("themes-by-country", [*THEMES, WHOLE, PHASE], ties)
    assert [(r["projects"], r["described"], r["without_theme"]) for r in found.rows] == [(["Whole"], 1, 0)]
    assert (found.count, found.of) == (1, 1)


def test_what_has_no_theme_recorded_is_told_apart_from_what_addresses_another(answer: Any) -> None:
    nodes = [*THEMES, WHOLE, OTHER, node("service:fr/silent", kind="other")]
    ties = [tie("project:fr/whole", "ADDRESSES", "theme:sport", 3), tie("project:it/other", "ADDRESSES", "theme:housing", 4)]
    found = answer("themes-by-country", nodes, ties, theme="Housing")
    france, italy = found.rows
    assert (france["none_on_subjects"], france["described"], france["without_theme"], france["evidence"]) == (["Housing"], 1, 1, ["doc-2020#3"])
    assert (italy["subjects"], italy["projects"], italy["evidence"]) == (["Housing"], ["Other"], ["doc-2020#4"])
    assert (found.count, found.of) == (1, 1)
    assert "which is not evidence that nothing there does" in found.headline


def test_two_things_of_one_name_are_two(answer: Any) -> None:
    twins = [node("project:fr/a", name="Twin"), node("project:fr/b", name="Twin")]
    found = answer("themes-by-country", [*THEMES, *twins], [tie(one.id, "ADDRESSES", "theme:sport") for one in twins])
    assert (found.rows[0]["projects"], found.count) == (["Twin", "Twin"], 2)


# --- evaluation --------------------------------------------------------------------------------------------------------

ORG = node("org:fr/institute", kind="research")


def evaluation(answer: Any, project: NodeRecord, *ties: RelationshipRecord, also: tuple[NodeRecord, ...] = ()) -> dict[str, Any]:
    # Another project with a fact, so that evaluation is something that the sources speak of.
    known = node("project:it/known", "IT", facts=[fact("evaluation", "internal")])
    leads = [tie("lra:fr/a", "LEADS", project.id), tie("lra:fr/a", "LEADS", known.id)]
    found = answer("projects-evaluated", [LRA, ORG, known, project, *also], [*leads, *ties])
    row: dict[str, Any] = next(row for row in found.rows if row["project"] == project.name)
    return row | {"found": found}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], "not stated"),
        ([fact("evaluation", "external")], "evaluated"),
        ([fact("evaluation", "none")], "stated not evaluated"),
        ([fact("evaluation", "planned")], "planned or under way"),
        ([fact("evaluation", "internal", qualifier="under way in 2012")], "planned or under way"),
        ([fact("evaluation", "none"), fact("evaluation", "internal")], "unclear"),
        ([fact("evaluation", "done", "open")], "unclear"),
        ([fact("evaluation", "done", "open"), fact("evaluation", "none", "open")], "unclear"),
        ([fact("evaluation", "done", "rejected")], "not stated"),
        ([fact("evaluation", "internal"), fact("evaluation", "planned")], "evaluated"),
        ([fact("evaluation_planned", "internal")], "planned or under way"),
        ([fact("evaluation_method", "web statistics")], "not stated"),
    ],
)
def test_facts_decide_and_silence_is_not_a_no(answer: Any, facts: list[str], expected: str) -> None:
    row = evaluation(answer, node("project:fr/whole", facts=facts))
    assert row["answer"] == expected
    assert row["evidence"] == (["doc-2020#1"] if expected == "not stated" else ["doc-2020#7", "doc-2020#8"])


def test_an_evaluator_is_enough_an_open_one_leaves_it_unclear(answer: Any) -> None:
    by = tie("project:fr/whole", "EVALUATED_BY", "org:fr/institute", 5)
    row = evaluation(answer, WHOLE, by)
    assert (row["answer"], row["evaluators"], row["evidence"]) == ("evaluated", ["Institute"], ["doc-2020#5"])
    assert row["found"].count == 2
    unsure = evaluation(answer, WHOLE, tie("project:fr/whole", "EVALUATED_BY", "org:fr/institute", reading="open"))
    assert (unsure["answer"], unsure["evaluators"], unsure["left_open"]) == ("unclear", [], ["Institute"])
    no = evaluation(answer, WHOLE, tie("project:fr/whole", "EVALUATED_BY", "org:fr/institute", reading="rejected"))
    assert (no["answer"], no["left_open"]) == ("not stated", [])


def test_an_evaluation_of_a_part_is_one_of_the_whole(answer: Any) -> None:
    phase = node("project:fr/phase", facts=[fact("evaluation", "internal")])
    row = evaluation(answer, WHOLE, PART, also=(phase,))
    assert row["answer"] == "evaluated"
    assert "Phase" not in {one["project"] for one in row["found"].rows}


def test_an_evaluator_against_a_stated_no_is_unclear(answer: Any) -> None:
    project = node("project:fr/whole", facts=[fact("evaluation", "none")])
    assert evaluation(answer, project, tie("project:fr/whole", "EVALUATED_BY", "org:fr/institute"))["answer"] == "unclear"


def test_where_no_source_speaks_of_evaluation_it_cannot_be_seen(answer: Any) -> None:
    found = answer("projects-evaluated", [LRA, WHOLE], [tie("lra:fr/a", "LEADS", "project:fr/whole")])
    assert (found.answerable, list(found.rows)) == (False, [])
    assert found.headline.startswith("This cannot be seen from what is loaded.")


# --- take-up -----------------------------------------------------------------------------------------------------------


def take_up(answer: Any, nodes: list[NodeRecord], *ties: RelationshipRecord) -> dict[str, Any]:
    known = node("project:it/known", "IT", facts=[fact("replicated", "yes")])
    return {row["project"]: row for row in answer("practice-taken-up", [LRA, known, *nodes], list(ties)).rows}


def test_a_phase_that_follows_a_phase_is_no_take_up_another_project_is(answer: Any) -> None:
    second = node("project:fr/second")
    parts = [PART, tie("project:fr/second", "PART_OF", "project:fr/whole"), tie("project:fr/second", "FOLLOWS", "project:fr/phase")]
    assert set(take_up(answer, [WHOLE, PHASE, second], *parts)) == {"Known"}
    told = take_up(answer, [WHOLE, PHASE, second, OTHER], *parts, tie("project:it/other", "FOLLOWS", "project:fr/phase", 5))
    assert (told["Whole"]["answer"], told["Whole"]["followed_by"], told["Whole"]["evidence"]) == ("followed or continued", ["Other"], ["doc-2020#5"])


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([fact("replicated", "yes")], "taken up elsewhere"),
        ([fact("replication", "none")], "stated not taken up"),
        ([fact("replicated", "no")], "stated not taken up"),
        ([fact("replicated", "yes"), fact("replication", "none")], "unclear"),
        ([fact("continuation", "method still used")], "followed or continued"),
        ([fact("continuation", "planned")], "planned"),
        ([fact("replicated", "yes", "open")], "unclear"),
        ([fact("replicated", "yes", "open"), fact("continuation", "method still used")], "followed or continued"),
        ([fact("replicated", "judged possible")], None),
        ([fact("replicated", "yes", "rejected")], None),
    ],
)
def test_facts_about_what_became_of_it(answer: Any, facts: list[str], expected: str | None) -> None:
    told = take_up(answer, [node("project:fr/whole", facts=facts)])
    assert told.get("Whole", {}).get("answer") == expected


def test_two_open_readings_are_both_told(answer: Any) -> None:
    row = take_up(answer, [node("project:fr/whole", facts=[fact("replicated", "yes", "open"), fact("replicated", "judged possible", "open")])])["Whole"]
    assert (row["answer"], row["taken_up"], row["left_open"]) == ("unclear", [], ["judged possible", "taken up elsewhere"])
    assert row["evidence"] == ["doc-2020#7", "doc-2020#8"]
    certain = take_up(answer, [node("project:fr/whole", facts=[fact("replicated", "yes"), fact("replicated", "no", "open")])])["Whole"]
    assert (certain["answer"], certain["left_open"]) == ("taken up elsewhere", [])


def test_a_plan_is_planned_and_a_stated_absence_is_not_taken_up(answer: Any) -> None:
    told = take_up(answer, [WHOLE, OTHER], tie("lra:fr/a", "PLANS", "project:fr/whole", tie="LEADS", role="roll-out", since="2014"))
    assert (told["Whole"]["answer"], told["Whole"]["planned"]) == ("planned", ["planned: roll-out, A (2014)"])
    told = take_up(answer, [WHOLE, OTHER], tie("project:fr/whole", "LACKS", "IT", tie="LOCATED_IN", role="a copy"))
    assert (told["Whole"]["answer"], told["Whole"]["not_taken_up"]) == ("stated not taken up", ["stated to be absent: a copy, Italy"])
    both = node("project:fr/whole", facts=[fact("replication", "none")])
    told = take_up(answer, [both, OTHER], tie("project:fr/whole", "LACKS", "IT", tie="LOCATED_IN", role="a copy"))
    assert told["Whole"]["not_taken_up"] == ["not taken up"]  # said once
    told = take_up(answer, [WHOLE, OTHER], tie("project:it/other", "FOLLOWS", "project:fr/whole", reading="open"))
    assert "Whole" not in told


# --- one-stop shops ----------------------------------------------------------------------------------------------------

SHOP = node("service:fr/shop", kind="one_stop_shop")


def shops(answer: Any, nodes: list[NodeRecord], *ties: RelationshipRecord, **given: str) -> dict[Any, Any]:
    found = answer("one-stop-shops", [LRA, LRB, *nodes], list(ties), **given)
    return {row["place"]: row for row in found.rows} | {"": found}


def test_there_and_silence_about_the_others(answer: Any) -> None:
    told = shops(answer, [SHOP], tie("service:fr/shop", "LOCATED_IN", "lra:fr/a", 2), tie("lra:fr/a", "RUNS", "service:fr/shop", 3))
    assert (told["A"]["answer"], told["A"]["one_stop_shops"]) == ("one-stop shop", ["Shop"])
    assert told["A"]["evidence"] == ["doc-2020#1", "doc-2020#2", "doc-2020#3"]
    assert (told[None]["answer"], told[None]["not_stated"], told[None]["country"]) == ("unknown", ["B"], "FR")
    assert (told[""].count, told[""].of) == (1, 2)


def test_not_fully_rests_on_the_fact(answer: Any) -> None:
    partly = node("service:fr/shop", kind="info_point", one_stop_shop="partly", facts=[fact("one_stop_shop", "partly")])
    told = shops(answer, [partly], tie("lra:fr/a", "RUNS", "service:fr/shop"))
    assert (told["A"]["answer"], told["A"]["not_fully"], told["A"]["info_points"]) == ("not fully", ["Shop"], [])
    assert told["A"]["evidence"] == ["doc-2020#1", "doc-2020#7", "doc-2020#8"]


@pytest.mark.parametrize(("kind", "expected"), [("PLANS", "planned"), ("LACKS", "stated to be missing")])
def test_planned_and_missing_are_not_there(answer: Any, kind: str, expected: str) -> None:
    told = shops(answer, [SHOP], tie("lra:fr/a", kind, "service:fr/shop", tie="RUNS"))
    assert (told["A"]["answer"], told["A"]["one_stop_shops"], told[""].count) == (expected, [], 0)
    assert "France" not in told
    told = shops(answer, [SHOP], tie("service:fr/shop", kind, "FR", tie="LOCATED_IN"))
    assert (told["France"]["answer"], told[None]["not_stated"]) == (expected, ["A", "B"])


def test_one_that_ended_is_no_longer_there_and_an_open_one_was_never(answer: Any) -> None:
    ended = [tie("lra:fr/a", "RUNS", "service:fr/shop", until="2010"), tie("lra:fr/a", "FOUNDED", "service:fr/shop")]
    told = shops(answer, [SHOP], *ended)
    assert (told["A"]["answer"], told["A"]["ended"], told[""].count) == ("ended", ["Shop"], 0)
    told = shops(answer, [SHOP], tie("lra:fr/a", "RUNS", "service:fr/shop", reading="open"))
    assert told["France"]["one_stop_shops"] == ["Shop"]  # in no LRA that is certain
    assert "A" not in told


def test_one_of_no_lra_that_is_run_no_longer_and_one_that_a_project_aims_at(answer: Any) -> None:
    aims = node("project:fr/whole", service_form_aimed_at="one_stop_shop", facts=[fact("service_form_aimed_at", "one_stop_shop")])
    ran = tie("org:fr/institute", "RUNS", "service:fr/shop", until="2015")
    told = shops(answer, [SHOP, ORG, aims], ran, tie("service:fr/shop", "LOCATED_IN", "FR"))["France"]
    assert (told["answer"], told["one_stop_shops"], told["ended"], told["planned"]) == ("planned", [], ["Shop"], ["Whole"])
    assert told["evidence"] == ["doc-2020#1", "doc-2020#7", "doc-2020#8"]
    again = shops(answer, [SHOP, ORG, OTHER, node("org:fr/b")], ran, tie("org:fr/b", "RUNS", "service:fr/shop"))["France"]
    assert (again["answer"], again["ended"]) == ("one-stop shop", [])
    at_an_lra = shops(answer, [SHOP, aims], tie("project:fr/whole", "SERVES", "lra:fr/a"))
    assert (at_an_lra["A"]["answer"], at_an_lra["A"]["planned"], at_an_lra[""].count) == ("planned", ["Whole"], 0)


def test_a_project_that_works_as_one_and_what_a_report_says_is_wanted(answer: Any) -> None:
    project = node("project:fr/whole", service_form="info_point", facts=[fact("service_form", "info_point")])
    gap = node("gap:fr/g", name="A one-stop shop is wanted.", kind="need")
    other = node("gap:fr/h", name="Money is wanted.", kind="need")
    nodes = [project, gap, other, node("service:fr/other", kind="other")]
    told = shops(answer, nodes, tie("lra:fr/a", "LEADS", "project:fr/whole"), tie("gap:fr/g", "ABOUT", "lra:fr/b"), tie("gap:fr/h", "ABOUT", "lra:fr/a"))
    assert (told["A"]["answer"], told["A"]["info_points"], told["A"]["wanted"]) == ("info point", ["Whole"], [])
    assert (told["B"]["answer"], told["B"]["wanted"]) == ("wanted", ["A one-stop shop is wanted."])


def test_places_of_loaded_lists_count_only_when_asked(answer: Any) -> None:
    listed = node("lra:fr/lau/1", name="Listed")
    ties = [tie("service:fr/shop", "LOCATED_IN", "lra:fr/lau/1")]
    told = shops(answer, [SHOP, listed], *ties)
    assert ("Listed" in told, told[""].of, told[""].count) == (False, 2, 0)
    told = shops(answer, [SHOP, listed], *ties, scope="all")
    assert (told["Listed"]["answer"], told[""].of, told[""].count) == ("one-stop shop", 3, 1)


def test_without_services_it_cannot_be_seen(answer: Any) -> None:
    found = answer("one-stop-shops", [LRA], [])
    assert not found.answerable
    assert "services.csv" in found.headline


# --- LRAs without a structure or policy --------------------------------------------------------------------------------


def structures(answer: Any, nodes: list[NodeRecord], *ties: RelationshipRecord) -> dict[str, Any]:
    # A gap of another kind, so that the sources speak of gaps at all.
    found = answer("lras-without-structure-or-policy", [LRA, LRB, node("gap:fr/other", name="Money is short.", kind="funding"), *nodes], list(ties))
    return {row["lra"]: row for row in found.rows} | {"": found}


def test_a_gap_that_says_so_and_one_that_says_something_else(answer: Any) -> None:
    gap = node("gap:fr/g", name="The city has no structure or policy of its own.", kind="capacity")
    told = structures(answer, [gap], tie("gap:fr/g", "ABOUT", "lra:fr/a", 4), tie("gap:fr/other", "ABOUT", "lra:fr/b"))
    assert set(told) == {"A", ""}
    assert (told["A"]["answer"], told["A"]["absent"], told["A"]["evidence"]) == ("stated absent", [gap.name], ["doc-2020#1", "doc-2020#4"])
    assert (told[""].count, told[""].of) == (1, 2)
    assert told[""].headline.endswith("of one this is not stated, which is not evidence that they have one.")


def test_no_agency_in_the_place_says_nothing_of_the_authority(answer: Any) -> None:
    gap = node("gap:fr/g", name="There was no agency for refugees in the city.", kind="capacity")
    assert set(structures(answer, [gap], tie("gap:fr/g", "ABOUT", "lra:fr/a"))) == {""}


def test_no_unit_and_the_projects_of_others_there(answer: Any) -> None:
    gap = node("gap:fr/g", name="The city had no unit for refugees.", kind="capacity")
    ties = [tie("gap:fr/g", "ABOUT", "lra:fr/a"), tie("project:fr/whole", "SERVES", "lra:fr/a"), tie("project:it/other", "LOCATED_IN", "lra:fr/a")]
    told = structures(answer, [gap, WHOLE, OTHER], *ties, tie("lra:fr/a", "PARTNER_IN", "project:it/other"))["A"]
    assert (told["absent"], told["others_there"], told["projects"]) == ([gap.name], ["Whole"], ["Other"])


def test_a_stated_absence_counts_a_plan_and_an_open_reading_do_not(answer: Any) -> None:
    unit, policy = node("service:fr/unit", kind="department"), node("policy:fr/p", kind="strategy")
    told = structures(answer, [unit, policy], tie("lra:fr/a", "LACKS", "policy:fr/p", tie="ADOPTED"), tie("lra:fr/b", "PLANS", "policy:fr/p", tie="ADOPTED"))
    assert set(told) == {"A", ""}
    assert told["A"]["absent"] == ["stated to be without: P"]
    told = structures(answer, [unit, policy], tie("lra:fr/a", "LACKS", "service:fr/unit", tie="RUNS", reading="open"))
    assert set(told) == {""}


def test_not_fully_there_is_not_absent(answer: Any) -> None:
    unit = node("service:fr/unit", kind="department", fully_operational="no", facts=[fact("fully_operational", "no")])
    told = structures(answer, [unit], tie("service:fr/unit", "PART_OF", "lra:fr/a"))
    assert (told["A"]["answer"], told["A"]["not_yet"], told["A"]["own_services"]) == (
        "not fully or not yet there", ["Unit was not fully operational"], ["Unit"],
    )  # fmt: skip
    assert told["A"]["evidence"] == ["doc-2020#1", "doc-2020#7", "doc-2020#8"]


def test_what_is_there_instead_leaves_out_what_ended_and_what_is_planned(answer: Any) -> None:
    city = node("lra:fr/c", name="C", local_policy_status="being designed", facts=[fact("local_policy_status", "being designed")])
    nodes = [city, ORG, node("network:fr/n"), node("service:fr/desk", kind="info_point"), node("policy:fr/p", kind="strategy"), WHOLE]
    told = structures(
        answer, nodes,
        tie("lra:fr/c", "COOPERATES_WITH", "org:fr/institute", until="2010"), tie("network:fr/n", "LOCATED_IN", "lra:fr/c"),
        tie("service:fr/desk", "LOCATED_IN", "lra:fr/c"), tie("lra:fr/c", "PLANS", "policy:fr/p", tie="ADOPTED"), tie("lra:fr/c", "PARTNER_IN", "project:fr/whole"),
    )["C"]  # fmt: skip
    assert told["not_yet"] == ["the policy on migrants was being designed"]
    assert (told["own_services"], told["policies"], told["works_with"]) == ([], [], [])
    assert (told["others_there"], told["planned"], told["projects"]) == (["Desk", "N"], ["P"], ["Whole"])


def test_where_no_source_states_gaps_it_cannot_be_seen(answer: Any) -> None:
    found = answer("lras-without-structure-or-policy", [LRA], [])
    assert (found.answerable, list(found.rows)) == (False, [])
