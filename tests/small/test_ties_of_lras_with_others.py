"""What the questions about the ties of LRAs with other bodies answer of the two made-up studies.

Asked here: bodies-working-with-several-lras, ties-that-changed, lras-tied-upwards and lras-and-civil-society. All expected values were worked out by hand
from the tables; "A 121" is the passage alpha-2014#121, "B 131" is beta-2018#131.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.small.reading import of_how_many, passages, told

if TYPE_CHECKING:
    from interlocal.queries.question import Answer, Row
    from tests.small.conftest import Answers

SEVERAL, CHANGED, UP, CIVIL = "bodies-working-with-several-lras", "ties-that-changed", "lras-tied-upwards", "lras-and-civil-society"
BETWEEN_BODIES = ("MEMBER_OF", "STEERS", "LEADS", "PARTNER_IN", "COOPERATES_WITH", "SUPPORTS", "RUNS", "MANAGES", "PLANS", "LACKS")


def of(found: Answer, lra: str) -> Row:
    (row,) = (row for row in found.rows if row["lra"] == lra)
    return row


@pytest.mark.parametrize(
    ("slug", "without"),
    [
        (SEVERAL, ("Organisation",)),
        (SEVERAL, ("MEMBER_OF", "COOPERATES_WITH", "LEADS", "PARTNER_IN")),  # no organisation founds, steers, supports or runs anything
        (CHANGED, BETWEEN_BODIES),
        (UP, ("Organisation",)),
        (UP, ("LRA",)),
        (CIVIL, ("Organisation", "Service")),  # an observatory is a service
        (CIVIL, ("kind",)),
        (CIVIL, ("LRA",)),
    ],
)
def test_what_is_not_loaded_cannot_be_seen(answer: Answers, slug: str, without: tuple[str, ...]) -> None:
    found = answer(slug, without=without)
    assert not found.answerable
    assert found.headline.startswith("This cannot be seen from what is loaded.")
    assert (list(found.rows), found.count) == ([], 0)


# --- several LRAs --------------------------------------------------------------------------------------------------------


def test_three_organisations_work_with_several(answer: Answers) -> None:
    """Helpers: Homes with Aville and Berre (A 121-123), the table with Aville (A 111, A 112), the coalition with Dorano (B 113, B 115).
    The ministry: Bridge with Aville, Dorano and, in its events, Elsa (A 127-130). Aid of Migrants: with Dorano (B 113, B 114, B 153), and Courses for Elsa (A 132, A 134).
    """
    found = answer(SEVERAL)
    columns = ("organisation", "kind", "country", "coalitions", "lras", "served", "countries")
    assert sorted(told(found, *columns)) == [
        ("Aid of Migrants", "migrant_organisation", "IT", ["Dorano coalition"], ["Dorano"], ["Elsa"], ["IT"]),
        ("French Ministry", "national_authority", "FR", [], ["Aville", "Dorano", "Elsa"], [], ["FR", "IT"]),
        ("Helpers", "NGO", "FR", ["Aville round table", "Dorano coalition"], ["Aville", "Berre", "Dorano"], [], ["FR", "IT"]),
    ]
    through = {row["organisation"]: row["through"] for row in found.rows}
    assert through["French Ministry"] == ["the project Bridge with Aville, Dorano and Elsa"]
    assert {"cooperation with Dorano", "the project Courses, carried out for Elsa"} <= set(through["Aid of Migrants"])
    assert len(through["Aid of Migrants"]) == len(through["Helpers"]) == 3
    (ministry,) = (row for row in found.rows if row["organisation"] == "French Ministry")
    assert passages(ministry) == ["A 127", "A 128", "A 129", "A 130"]


def test_one_lra_alone_a_plan_and_an_evaluation_are_not_several(answer: Answers) -> None:
    """Of six organisations: Nordy University is with Berre alone (A 152), Union Agency with Aville alone (A 151), the prefecture in Courses for Elsa alone (A 133).
    The evaluators (A 125) and the Italian Ministry (B 155: stated to be absent) are with nobody; Berre and Aid of Migrants is a plan (A 154).
    """
    found = answer(SEVERAL)
    assert of_how_many(found) == (3, 6)
    (aid,) = (row for row in found.rows if row["organisation"] == "Aid of Migrants")
    assert "Berre" not in aid["lras"] + aid["served"]
    assert "one is recorded in more than one coalition or local platform" in found.headline


def test_several_lras_in_one_country(answer: Answers) -> None:
    """Of France, or with an LRA there: Helpers, the ministry, Nordy University, and Union Agency through Aville."""
    found = answer(SEVERAL, country="FR")
    assert {row["organisation"] for row in found.rows} == {"French Ministry", "Helpers"}
    assert of_how_many(found) == (2, 4)


def test_that_coalitions_have_no_members_is_not_said_where_all_have_some(answer: Answers) -> None:
    """Two members of the table and three of the coalition are named (A 111, A 112; B 113-115), of neither all (networks.csv: partial)."""
    assert "without their members" not in answer(SEVERAL).headline


# --- what changed --------------------------------------------------------------------------------------------------------


def test_two_ended_one_is_limited_two_are_planned_and_one_is_absent(answer: Answers) -> None:
    found = answer(CHANGED)
    assert told(found, "state", "one", "link", "other", "years", "recorded") == [
        ("ended", "Berre", "cooperate with", "Nordy University", ["2005–2009"], None),
        ("ended", "Corval", "be a member of", "North Network", ["until 2010"], None),
        ("limited", "Dorano", "cooperate with", "Aid of Migrants", [], None),
        ("planned", "Berre", "cooperate with", "Aid of Migrants", [], "not recorded"),
        ("planned", "Nordy Region", "found", "Network to come", [], "not recorded"),
        ("stated to be absent", "Elsa", "cooperate with", "Italian Ministry", [], "not recorded"),
    ]
    assert [passages(row) for row in found.rows] == [["A 152"], ["A 104"], ["B 153"], ["A 154"], ["A 110"], ["B 155"]]
    assert told(found, "countries")[3:] == [(["FR", "IT"],), (["FR"],), (["IT"],)]
    assert "Elsa is stated not to cooperate with Italian Ministry" in found.row_sentences[5]


def test_of_how_many_links_they_are(answer: Answers) -> None:
    """Members 13 (A 101-104, 108, 111, 112; B 105-107, 113-115), organisers 5 (A 121, 127, 132; B 137, 139), partners 7 (A 122, 123, 128-130, 133; B 138),
    cooperation 4 (A 116, 151, 152; B 153), services run 3 (A 156; B 157, 158), managers 2 (A 142, 143), plans 2 (A 110, 154), absences 1 (B 155).
    """
    found = answer(CHANGED)
    assert of_how_many(found) == (6, 37)
    assert "two links ended, one is called limited, two are planned and one is stated to be absent" in found.headline


def test_a_founder_stays_one_and_a_link_without_an_end_did_not_end(answer: Answers) -> None:
    """Corval founded Open Network (A 109); Aville and Union Agency have no years (A 151)."""
    assert not {"Open Network", "Union Agency"} & {row["other"] for row in answer(CHANGED).rows}


def test_what_changed_in_italy(answer: Answers) -> None:
    """Dorano and Aid of Migrants, the plan of Berre with the latter, and what Elsa lacks; 19 of the links have an end in Italy: members 6, organisers 3,
    partners 4, cooperation 1, services 2, managers 1, plans 1, absences 1."""
    found = answer(CHANGED, country="Italy")
    assert told(found, "state", "one") == [("limited", "Dorano"), ("planned", "Berre"), ("stated to be absent", "Elsa")]
    assert of_how_many(found) == (3, 19)


# --- upwards -------------------------------------------------------------------------------------------------------------


def test_three_lras_have_a_link_upwards_and_four_none_that_is_stated(answer: Answers) -> None:
    """Aville, Dorano and Elsa through Bridge, with the French Ministry (A 127-130); Aville with Union Agency (A 151)."""
    found = answer(UP)
    assert told(found, "lra", "country", "level", "answer", "national", "eu", "above", "abroad", "absent") == [
        ("Aville", "FR", "municipality", "own link", ["French Ministry"], ["Union Agency"], [], [], []),
        ("Dorano", "IT", "municipality", "own link", ["French Ministry"], [], [], ["French Ministry"], []),
        ("Elsa", "IT", "municipality", "own link", ["French Ministry"], [], [], ["French Ministry"], ["Italian Ministry"]),
        ("Berre", "FR", "municipality", "unknown", [], [], [], [], []),
        ("Corval", "FR", "municipality", "unknown", [], [], [], [], []),
        ("Nordy Region", "FR", "region", "unknown", [], [], [], [], []),
        ("Farno", "IT", "province", "unknown", [], [], [], [], []),
    ]
    assert sorted(of(found, "Aville")["through"]) == ["Bridge (project)", "directly"]
    assert of(found, "Elsa")["through"] == ["Bridge (project)"]
    assert passages(of(found, "Aville")) == ["A 127", "A 129", "A 151"]
    assert of_how_many(found) == (3, 7)
    assert "three with a national body, one with an EU body, one with both" in found.headline
    assert any(one.startswith("Dorano (Italy)") and "French Ministry (France)" in one for one in found.row_sentences)


def test_the_agency_is_not_said_to_be_in_bridge(answer: Answers) -> None:
    """Aville is tied directly to Union Agency (A 151), through Bridge to the ministry (A 127, A 129)."""
    (said,) = (one for one in answer(UP).row_sentences if one.startswith("Aville"))
    assert "(French Ministry through Bridge (project); Union Agency directly)" in said


def test_a_place_of_a_project_and_a_stated_absence_are_no_links(answer: Answers) -> None:
    """Courses of the prefecture is carried out for Elsa (A 133, A 134); that Elsa lacks the Italian Ministry is told apart (B 155).
    That Aville has links gives Nordy Region none (lras.csv, A 2); schools and associations without a name (B 46, A 41, A 90) are not of the state.
    """
    found = answer(UP)
    assert not {"Prefecture of Dorano", "Italian Ministry"} & {body for row in found.rows for body in row["national"]}
    assert of(found, "Nordy Region")["answer"] == "unknown"
    assert {tuple(row["unnamed"]) for row in found.rows} == {()}


def test_upwards_in_one_country_and_of_one_level(answer: Answers) -> None:
    italy = answer(UP, country="Italy")
    assert (told(italy, "lra"), of_how_many(italy)) == ([("Dorano",), ("Elsa",), ("Farno",)], (2, 3))
    region = answer(UP, level="region")
    assert (told(region, "lra", "answer"), of_how_many(region)) == ([("Nordy Region", "unknown")], (0, 1))


# --- civil society -------------------------------------------------------------------------------------------------------


def test_links_with_civil_society_and_research_by_kind(answer: Answers) -> None:
    """Helpers in Homes with Aville and Berre (A 121-123) and at the table of Aville (A 111, A 112); Berre and the university (A 152);
    Dorano and Aid of Migrants (B 153), and its observatory (B 158). No profile of ADMIN4ALL is loaded, so no source looked for more.
    """
    found = answer(CIVIL)
    assert told(found, "lra", "answer", "migrants", "ngos", "research", "observatories") == [
        ("Aville", "named", [], ["Helpers"], [], []),
        ("Berre", "named", [], ["Helpers"], ["Nordy University"], []),
        ("Dorano", "named", ["Aid of Migrants"], [], [], ["Observatory of Dorano"]),
        ("Corval", "unknown", [], [], [], []),
        ("Nordy Region", "unknown", [], [], [], []),
        ("Elsa", "unknown", [], [], [], []),
        ("Farno", "unknown", [], [], [], []),
    ]
    assert {row["lra"]: sorted(row["unnamed"]) for row in found.rows if row["unnamed"]} == {
        "Aville": ["local associations"],
        "Berre": ["local associations", "several NGOs"],
        "Elsa": ["several schools"],
    }
    assert told(found, "lra", "planned")[1] == ("Berre", ["Aid of Migrants"])  # A 154
    assert not any(row["absent"] + row["in_the_place"] for row in found.rows)
    assert passages(of(found, "Dorano")) == ["B 153", "B 158"]
    assert of_how_many(found) == (3, 7)
    assert "two with NGOs" in found.headline


def test_associations_without_a_name_leave_nothing_open_where_nobody_looked(answer: Answers) -> None:
    """Partners in Homes (projects.csv, A 41) in words that do not say that they are of another kind; but no profile of a city looked for such links here."""
    aville = of(answer(CIVIL), "Aville")
    assert [aville[f"{group}_answer"] for group in ("migrants", "ngos", "research", "observatories")] == [
        "not looked for",
        "named",
        "not looked for",
        "not looked for",
    ]


def test_a_coalition_a_place_and_schools_are_no_links(answer: Answers) -> None:
    """Dorano and Helpers are both in the coalition, which is no local table (B 113, B 115); Courses is carried out for Elsa (A 134), and
    its survey is with schools (B 46) and a network (B 138); Farno has nothing but a gap (B 76).
    """
    found = answer(CIVIL)
    assert (of(found, "Dorano")["ngos"], of(found, "Dorano")["ngos_answer"]) == ([], "not looked for")
    assert (of(found, "Elsa")["migrants"], of(found, "Elsa")["research_answer"]) == ([], "not looked for")


def test_without_organisations_the_observatory_is_left(answer: Answers) -> None:
    found = answer(CIVIL, without=("Organisation",))
    assert found.answerable
    assert [row["lra"] for row in found.rows if row["answer"] == "named"] == ["Dorano"]


def test_civil_society_in_one_country_and_of_one_level(answer: Answers) -> None:
    italy = answer(CIVIL, country="IT")
    assert (told(italy, "lra"), of_how_many(italy)) == ([("Dorano",), ("Elsa",), ("Farno",)], (1, 3))
    province = answer(CIVIL, level="province")
    assert (told(province, "lra", "answer"), of_how_many(province)) == ([("Farno", "unknown")], (0, 1))
