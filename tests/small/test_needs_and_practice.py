"""Questions of practice (needs, dimensions, themes, take-up, evaluation, one-stop shops, structures) and of trust in the sources.

The latter: where they differ, what is implied, what they do not cover, what they say is missing.
Expected values come from the tables (``tables/*.csv``) and the definitions of the questions; a passage such as alpha-2014#101 names the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.small.reading import told, unseen

if TYPE_CHECKING:
    from interlocal.queries.question import Answer, Row
    from tests.small.conftest import Answers

NAMED = ("LRA", "Network", "Organisation", "Project", "Service", "Fund", "Policy")


def one(found: Answer, column: str, value: Any) -> Row:
    (row,) = (row for row in found.rows if row[column] == value)
    return row


def sentence_of(found: Answer, column: str, value: Any) -> str:
    (said,) = (said for said, row in zip(found.row_sentences, found.rows, strict=True) if row[column] == value)
    return said


# --- needs beside practice ---------------------------------------------------------------------------------------------

NEEDS = "needs-and-practice"
HOMES, NO_FIGURES, LESSONS = "Berre lacks homes for newcomers.", "There are no figures on housing in France.", "Newcomers in Elsa need language courses."
NO_TALK, EITHER, NO_STRUCTURE = (
    "Dorano and the Italian Ministry do not coordinate.",
    "The networks join cities or regions, not both.",
    "Farno has no structure for newcomers.",
)


def test_each_need_beside_the_practice_on_its_theme(answer: Answers) -> None:
    """Housing: Homes and the plan of Aville, both of France (#161, #162). Language: Courses in Italy, House of Aville in France (#163, #165)."""
    found = answer(NEEDS)
    shown = told(found, "need", "answer", "countries", "compared", "same_country", "other_countries", "link", "links", "unlinked")
    housing = ["Homes", "Housing plan of Aville"]
    assert sorted(shown) == sorted([
        # Berre is a partner in Homes: #122.
        (HOMES, "same country", ["FR"], ["Housing"], housing, [], "recorded", ["Berre is a partner in Homes"], []),
        # It is about the whole of France, and nobody else.
        (NO_FIGURES, "same country", ["FR"], ["Housing"], housing, [], "nobody named", [], []),
        # Courses are for Elsa: #134. Courses Two, which Elsa leads (beta-2018#137), has no theme.
        (LESSONS, "same country", ["IT"], ["Language learning"], ["Courses"], ["House of Aville"], "recorded", ["Courses serves Elsa"], []),
        (NO_TALK, "no theme", ["IT"], [], [], [], None, [], []),
        (EITHER, "no theme", [], [], [], [], None, [], []),
        (NO_STRUCTURE, "no theme", ["IT"], [], [], [], None, [], []),
    ])  # fmt: skip
    # Six statements (stated_gaps.csv), three of them with practice on their theme.
    assert (found.count, found.of) == (3, 6)
    assert "practice on the same theme is recorded for three" in found.headline
    assert "three have no theme" in found.headline


def test_a_need_in_a_sentence_with_who_leads_the_practice(answer: Answers) -> None:
    assert sentence_of(answer(NEEDS), "need", LESSONS).startswith(
        "“Newcomers in Elsa need language courses” (need; Italy; about Elsa). Of projects, services and policies on Language learning, "
        "one is recorded in Italy: Courses [Aid of Migrants]; one is recorded in other countries"
    )


def test_a_need_rests_on_itself_the_links_and_the_practice(answer: Answers) -> None:
    """The need (#72), Aville leads Homes and adopted the plan (#121, #159), Berre is a partner (#122), both are on housing (#161, #162)."""
    row = one(answer(NEEDS), "need", HOMES)
    assert row["by_whom"] == ["Homes: Aville", "Housing plan of Aville: Aville"]
    assert row["evidence"] == ["alpha-2014#72", "alpha-2014#121", "alpha-2014#122", "alpha-2014#159", "alpha-2014#161", "alpha-2014#162"]


def test_needs_of_a_country_and_of_a_theme(answer: Answers) -> None:
    italy, housing = answer(NEEDS, country="Italy"), answer(NEEDS, theme="housing")
    assert sorted(told(italy, "need")) == sorted([(LESSONS,), (NO_TALK,), (NO_STRUCTURE,)])
    assert (italy.count, italy.of) == (1, 3)
    assert [row["countries"] for row in italy.shown] == [["Italy"]] * 3
    assert sorted(told(housing, "need")) == [(HOMES,), (NO_FIGURES,)]
    assert (housing.count, housing.of) == (2, 2)
    assert answer(NEEDS, country="Malta").of == 0


def test_needs_cannot_be_seen_without_needs_or_without_practice(answer: Answers) -> None:
    assert unseen(answer(NEEDS, without=("StatedGap",)))
    assert unseen(answer(NEEDS, without=("ADDRESSES",)))
    assert unseen(answer(NEEDS, without=("Project", "Service", "Policy")))


# --- dimensions --------------------------------------------------------------------------------------------------------

DIMENSIONS = "dimensions-by-country"


def test_dimensions_of_the_projects_of_each_country(answer: Answers) -> None:
    """Four projects have a dimension (projects.csv): Homes, Bridge (of no country), Courses, Courses Two; Bridge events and Survey have none."""
    found = answer(DIMENSIONS)
    columns = ("country", "political_legal_projects", "socio_economic_projects", "cultural_projects", "political_legal", "socio_economic", "cultural", "total")
    assert told(found, *columns, "evidence") == [
        ("France", [], ["Homes"], [], 0, 1, 0, 1, ["alpha-2014#41"]),
        ("Italy", [], [], ["Courses", "Courses Two"], 0, 0, 2, 2, ["alpha-2014#44", "beta-2018#45"]),
        ("country not stated", [], [], ["Bridge"], 0, 0, 1, 1, ["alpha-2014#42"]),
    ]
    assert found.of == 4


def test_a_project_of_no_country_makes_no_third_country(answer: Answers) -> None:
    """Counted are the projects that are in the countries shown: those of France and Italy, and not Bridge."""
    found = answer(DIMENSIONS)
    assert "two countries" in found.headline
    assert found.count == 3


def test_dimensions_of_one_country(answer: Answers) -> None:
    found = answer(DIMENSIONS, country="IT")
    assert told(found, "country", "cultural", "total") == [("Italy", 2, 2)]
    assert (found.count, found.of) == (2, 2)
    assert answer(DIMENSIONS, country="Malta").of == 0


def test_dimensions_cannot_be_seen_without_any(answer: Answers) -> None:
    assert unseen(answer(DIMENSIONS, without=("dimension",)))


# --- themes ------------------------------------------------------------------------------------------------------------

THEMES = "themes-by-country"


def test_themes_that_something_described_addresses_and_that_nothing_does(answer: Answers) -> None:
    """Three themes occur (#161-#165). Of France all that is described has one; of Italy Courses alone: the law, two projects and two services have none."""
    found = answer(THEMES)
    columns = ("country", "subjects", "groups", "none_on_subjects", "none_on_groups", "projects", "services", "policies", "described", "without_theme")
    assert told(found, *columns) == [
        ("France", ["Housing", "Language learning"], [], [], ["Women"], ["Homes"], ["House of Aville"], ["Housing plan of Aville"], 3, 0),
        ("Italy", ["Language learning"], ["Women"], ["Housing"], [], ["Courses"], [], [], 1, 5),
    ]
    assert told(found, "evidence") == [(["alpha-2014#161", "alpha-2014#162", "alpha-2014#165"],), (["alpha-2014#163", "alpha-2014#164"],)]
    assert (found.count, found.of) == (4, 4)


def test_the_name_of_a_law_is_no_theme_and_a_need_addresses_nothing(answer: Answers) -> None:
    """Language law has no row of the type ADDRESSES. What statements are about (stated_gaps.csv) is not what is done."""
    italy = one(answer(THEMES), "country", "Italy")
    assert (italy["policies"], italy["none_on_subjects"]) == ([], ["Housing"])


def test_one_theme_in_every_country(answer: Answers) -> None:
    """Housing: Homes and the plan (#161, #162) in France; in Italy what was looked at is Courses (#163, #164)."""
    found = answer(THEMES, theme="housing")
    columns = ("country", "subjects", "none_on_subjects", "projects", "services", "policies", "evidence")
    assert told(found, *columns) == [
        ("France", ["Housing"], [], ["Homes"], [], ["Housing plan of Aville"], ["alpha-2014#161", "alpha-2014#162"]),
        ("Italy", [], ["Housing"], [], [], [], ["alpha-2014#163", "alpha-2014#164"]),
    ]
    assert (found.count, found.of) == (2, 2)
    assert found.headline.startswith("Housing is addressed by something described in one of two countries (France); in the other")
    assert answer(THEMES, theme="women").count == 1
    assert answer(THEMES, country="Malta").of == 0


def test_themes_cannot_be_seen_without_any(answer: Answers) -> None:
    assert unseen(answer(THEMES, without=("ADDRESSES",)))
    assert unseen(answer(THEMES, without=("Project", "Service", "Policy")))


# --- taken up elsewhere ------------------------------------------------------------------------------------------------

TAKEN_UP = "practice-taken-up"


def test_taken_up_elsewhere_and_followed(answer: Answers) -> None:
    """Homes was replicated in Berre (facts.csv, beta-2018#88); Courses Two follows Courses (beta-2018#136). Five projects: the events are part of Bridge."""
    found = answer(TAKEN_UP)
    assert sorted(told(found, "project", "country", "case_study", "answer", "followed_by", "continued", "planned", "not_taken_up", "left_open")) == [
        ("Courses", "IT", None, "followed or continued", ["Courses Two"], [], [], [], []),
        ("Homes", "FR", 1, "taken up elsewhere", [], [], [], [], []),
    ]
    assert len(one(found, "project", "Homes")["taken_up"]) == 1
    assert one(found, "project", "Courses")["taken_up"] == []
    assert one(found, "project", "Homes")["evidence"] == ["beta-2018#88"]
    assert one(found, "project", "Courses")["evidence"] == ["beta-2018#136"]
    assert (found.count, found.of) == (2, 5)
    assert "of one that the practice was taken up elsewhere" in found.headline


def test_where_it_was_taken_up_is_told_when_the_source_names_it(answer: Answers) -> None:
    """Homes: in Berre (facts.csv, beta-2018#88)."""
    found = answer(TAKEN_UP)
    assert "in Berre" in one(found, "project", "Homes")["taken_up"][0]
    assert "in Berre" in sentence_of(found, "project", "Homes")


def test_what_follows_and_what_is_part_of_another_was_not_taken_up(answer: Answers) -> None:
    """Courses Two comes after Courses (beta-2018#136), nothing after it; the fund that follows another is no project (beta-2018#141)."""
    assert not {row["project"] for row in answer(TAKEN_UP).rows} & {"Courses Two", "Bridge", "Bridge events", "Survey"}


def test_taken_up_in_one_country(answer: Answers) -> None:
    france, italy = answer(TAKEN_UP, country="France"), answer(TAKEN_UP, country="Italy")
    assert (told(france, "project"), france.count, france.of) == ([("Homes",)], 1, 1)
    assert (told(italy, "project"), italy.count, italy.of) == ([("Courses",)], 1, 3)


def test_take_up_cannot_be_seen_without_facts_and_without_what_follows(answer: Answers) -> None:
    assert unseen(answer(TAKEN_UP, without=("facts", "FOLLOWS")))
    assert told(answer(TAKEN_UP, without=("FOLLOWS",)), "project") == [("Homes",)]
    assert told(answer(TAKEN_UP, without=("facts",)), "project") == [("Courses",)]


# --- evaluated ---------------------------------------------------------------------------------------------------------

EVALUATED = "projects-evaluated"


def test_evaluated_stated_not_to_be_and_nothing_said(answer: Answers) -> None:
    """Homes: external (#86), by Evaluators Ltd (#125). Courses: none (#87). Of each of the five projects a part in it or a fund is named."""
    found = answer(EVALUATED)
    assert sorted(told(found, "project", "answer", "country", "case_study", "evaluators", "left_open", "evidence")) == [
        ("Bridge", "not stated", None, 2, [], [], ["alpha-2014#42"]),
        ("Courses", "stated not evaluated", "IT", None, [], [], ["alpha-2014#87"]),
        ("Courses Two", "not stated", "IT", None, [], [], ["beta-2018#45"]),
        ("Homes", "evaluated", "FR", 1, ["Evaluators Ltd"], [], ["alpha-2014#86", "alpha-2014#125"]),
        ("Survey", "not stated", "IT", None, [], [], ["beta-2018#46"]),
    ]
    assert "external" in str(one(found, "project", "Homes")["how"])
    assert (found.count, found.of) == (1, 5)
    assert "one is said to have been evaluated" in found.headline
    assert "one is stated not to have been evaluated" in found.headline
    assert "not evidence" in found.headline


def test_events_of_a_project_are_no_project_of_their_own(answer: Answers) -> None:
    """Bridge events is part of Bridge: relationships.csv, alpha-2014#126."""
    assert "Bridge events" not in {row["project"] for row in answer(EVALUATED).rows}


def test_evaluated_in_one_country(answer: Answers) -> None:
    found = answer(EVALUATED, country="Italy")
    assert sorted(told(found, "project", "answer")) == [("Courses", "stated not evaluated"), ("Courses Two", "not stated"), ("Survey", "not stated")]
    assert {row["country"] for row in found.shown} == {"Italy"}
    assert (found.count, found.of) == (0, 3)
    assert "none is said to have been evaluated" in found.headline


def test_evaluation_cannot_be_seen_where_nobody_speaks_of_it(answer: Answers) -> None:
    assert unseen(answer(EVALUATED, without=("facts", "EVALUATED_BY")))
    without_evaluators = one(answer(EVALUATED, without=("EVALUATED_BY",)), "project", "Homes")
    assert (without_evaluators["answer"], without_evaluators["evaluators"]) == ("evaluated", [])


# --- one-stop shops ----------------------------------------------------------------------------------------------------

SHOPS = "one-stop-shops"


def test_a_one_stop_shop_an_info_point_and_silence_about_the_others(answer: Answers) -> None:
    """Aville runs a one-stop shop (#31, #156), Dorano an info point (beta-2018#32, #157); nothing is said of the five other authorities."""
    found = answer(SHOPS)
    assert told(found, "place", "country", "sort", "answer", "one_stop_shops", "info_points", "not_stated", "evidence") == [
        ("Aville", "FR", "LRA", "one-stop shop", ["House of Aville"], [], [], ["alpha-2014#31", "alpha-2014#156"]),
        (None, "FR", "other LRAs", "unknown", [], [], ["Berre", "Corval", "Nordy Region"], []),
        ("Dorano", "IT", "LRA", "info point", [], ["Info desk of Dorano"], [], ["beta-2018#32", "beta-2018#157"]),
        (None, "IT", "other LRAs", "unknown", [], [], ["Elsa", "Farno"], []),
    ]
    assert (found.count, found.of) == (2, 7)
    assert "House of Aville" in sentence_of(found, "place", "Aville")
    assert "not evidence that there was none" in found.headline


def test_an_observatory_is_no_shop_and_a_wish_for_lessons_none_for_a_shop(answer: Answers) -> None:
    """Observatory of Dorano is of another kind (services.csv); the needs of Elsa and Farno name neither a one-stop shop nor an info point (stated_gaps.csv)."""
    columns = ("one_stop_shops", "not_fully", "info_points", "planned", "missing", "wanted", "ended")
    named = {name for row in answer(SHOPS).rows for column in columns for name in row[column]}
    assert named == {"House of Aville", "Info desk of Dorano"}


def test_shops_of_a_level_and_of_a_country(answer: Answers) -> None:
    province, italy = answer(SHOPS, level="province"), answer(SHOPS, country="Italy")
    assert (told(province, "place", "not_stated"), province.count, province.of) == ([(None, ["Farno"])], 0, 1)
    assert "neither a one-stop shop nor an info point" in province.headline
    assert (told(italy, "place"), italy.count, italy.of) == ([("Dorano",), (None,)], 1, 3)
    assert answer(SHOPS, level="municipality").of == 5


def test_shops_cannot_be_seen_without_services_or_their_kind(answer: Answers) -> None:
    assert unseen(answer(SHOPS, without=("Service",)))
    assert unseen(answer(SHOPS, without=("kind",)))


# --- no structure or policy --------------------------------------------------------------------------------------------

STRUCTURES = "lras-without-structure-or-policy"


def test_stated_to_have_no_structure(answer: Answers) -> None:
    """Farno alone (beta-2018#76), and nothing is recorded of it instead."""
    found = answer(STRUCTURES)
    columns = ("lra", "country", "level", "answer", "absent", "not_yet", "own_services", "policies", "projects", "others_there", "works_with", "planned")
    assert told(found, *columns, "evidence") == [
        ("Farno", "IT", "province", "stated absent", [NO_STRUCTURE], [], [], [], [], [], [], [], ["beta-2018#76"]),
    ]
    assert [row["country"] for row in found.shown] == ["Italy"]
    assert (found.count, found.of) == (1, 7)
    assert "one is stated to have no structure or policy for migrants, or for some of them" in found.headline
    assert found.headline.endswith("of six this is not stated, which is not evidence that they have one.")


def test_no_homes_and_no_cooperation_with_a_ministry_is_no_missing_structure(answer: Answers) -> None:
    """Berre lacks homes (#72); Elsa is without cooperation with a ministry (relationships.csv, LACKS, beta-2018#155)."""
    assert not {row["lra"] for row in answer(STRUCTURES).rows} & {"Berre", "Elsa"}


def test_structures_in_one_country_and_of_one_level(answer: Answers) -> None:
    france, province, towns = answer(STRUCTURES, country="FR"), answer(STRUCTURES, level="province"), answer(STRUCTURES, level="municipality")
    assert [(found.count, found.of) for found in (france, province, towns)] == [(0, 4), (1, 1), (0, 5)]
    assert france.headline.endswith("That is not evidence that they have one.")


def test_missing_structures_cannot_be_seen_where_no_gap_is_stated(answer: Answers) -> None:
    assert unseen(answer(STRUCTURES, without=("StatedGap", "LACKS")))
    absences_alone = answer(STRUCTURES, without=("StatedGap",))
    assert (absences_alone.answerable, absences_alone.count, list(absences_alone.rows)) == (True, 0, [])


# --- sources differ ----------------------------------------------------------------------------------------------------

DIFFER = "where-sources-differ"


def test_two_budgets_of_one_project(answer: Answers) -> None:
    """100,000 euros by alpha, 120,000 by beta (facts.csv), neither for a year: nothing decides."""
    found = answer(DIFFER)
    assert told(found, "about", "country", "property", "documents", "outcome", "evidence") == [
        ("Homes", "FR", "budget", ["alpha-2014", "beta-2018"], "left open", ["alpha-2014#85", "beta-2018#85"]),
    ]
    assert [(row["country"], row["documents"]) for row in found.shown] == [("France", ["The alpha study", "The beta study"])]
    assert [side.split(" (")[0] for side in found.rows[0]["sides"]] == ["budget: 100000", "budget: 120000"]
    assert all("left open" in side for side in found.rows[0]["sides"])
    # 7 authorities, 7 networks, 8 organisations, 6 projects, 3 services, 3 funds, 2 policies.
    assert (found.count, found.of) == (1, 36)
    assert "one between sources" in found.headline


def test_one_place_in_which_sources_differ_is_not_told_as_several(answer: Answers) -> None:
    assert "Of these places" not in answer(DIFFER).headline


def test_different_properties_of_one_thing_are_no_difference(answer: Answers) -> None:
    """Bridge: the start by alpha (#82), the end by beta (beta-2018#82)."""
    assert "Bridge" not in {row["about"] for row in answer(DIFFER).rows}


def test_differences_in_one_country(answer: Answers) -> None:
    """France: 4 authorities, a network, 3 organisations, a project, a service, a policy. Italy: 3, 1, 4, 3, 2, a fund, a policy."""
    france, italy = answer(DIFFER, country="France"), answer(DIFFER, country="Italy")
    assert (told(france, "about"), france.count, france.of) == ([("Homes",)], 1, 11)
    assert (list(italy.rows), italy.count, italy.of) == ([], 0, 15)
    assert italy.headline.startswith("No place is recorded")


def test_differences_cannot_be_seen_where_sources_name_nothing(answer: Answers) -> None:
    assert unseen(answer(DIFFER, without=NAMED))
    agreed = answer(DIFFER, without=("Conflict",))
    assert (agreed.answerable, agreed.count, agreed.of, list(agreed.rows)) == (True, 0, 36, [])


# --- implied, on one place ---------------------------------------------------------------------------------------------

IMPLIED = "facts-on-one-passage"


def test_the_one_link_that_is_implied(answer: Answers) -> None:
    """The ministry manages its fund (relationships.csv, #143). Of 52 rows 9 are no such links: 2 PLANS, 1 LACKS, 1 PART_OF, 5 ADDRESSES."""
    found = answer(IMPLIED)
    assert told(found, "sort", "one", "link", "other", "role", "remark", "evidence") == [
        ("money", "Italian Ministry", "manages", "Italian Fund", None, "it is called the fund of the ministry", ["alpha-2014#143"]),
    ]
    assert (found.count, found.of) == (1, 43)
    assert "it is called the fund of the ministry" in found.row_sentences[0]


def test_what_is_said_outright_in_one_place_is_not_implied(answer: Answers) -> None:
    """The French Ministry manages First Fund in so many words (#142)."""
    assert "French Ministry" not in {row["one"] for row in answer(IMPLIED).rows}


def test_implied_links_of_one_country(answer: Answers) -> None:
    """21 links have an end in France, none of them implied; 21 have one in Italy."""
    france, italy = answer(IMPLIED, country="France"), answer(IMPLIED, country="Italy")
    assert (list(france.rows), france.count, france.of) == ([], 0, 21)
    assert france.headline == "No link of membership, cooperation, money and the like is both implied and rests on one place in one source."
    assert (told(italy, "one"), italy.count, italy.of) == ([("Italian Ministry",)], 1, 21)


def test_implied_links_cannot_be_seen_without_links(answer: Answers) -> None:
    links = ("MEMBER_OF", "FOUNDED", "COOPERATES_WITH", "LEADS", "PARTNER_IN", "FUNDED_BY", "EVALUATED_BY", "SERVES", "FOLLOWS", "MANAGES", "RUNS", "ADOPTED")
    assert unseen(answer(IMPLIED, without=links))


# --- what is not covered -----------------------------------------------------------------------------------------------

COVERAGE = "what-sources-do-not-cover"
ABSENT = {"countries without a named LRA", "countries without a named project", "countries without anything described"}


def coverage(found: Answer, *documents: str) -> dict[str, tuple[int, int, list[str]]]:
    """What one document does not cover; without one, what all together do not."""
    return {row["aspect"]: (row["count"], row["of"], sorted(row["what"])) for row in found.rows if row["documents"] == list(documents)}


def test_what_all_sources_together_do_not_cover(answer: Answers) -> None:
    """Malta alone is without anything. Courses Two and Survey have no date; Homes and Survey have partners without a name; two of seven lists are complete."""
    found = answer(COVERAGE)
    assert coverage(found) == {
        "countries without a named LRA": (1, 3, ["Malta"]),
        "countries without a named project": (1, 3, ["Malta"]),
        "countries without anything described": (1, 3, ["Malta"]),
        "levels without a named LRA": (4, 7, ["city district", "county", "metropolitan", "state"]),
        "projects without a year": (2, 5, ["Courses Two", "Survey"]),
        "projects with participants not named": (2, 5, ["Homes", "Survey"]),
        "projects without a named participant": (0, 5, []),
        "networks without a complete list": (5, 7, ["Aville round table", "Dorano coalition", "Expert Circle", "Network to come", "Open Network"]),
    }
    (undated,) = (row for row in found.rows if (row["aspect"], row["documents"]) == ("projects without a year", []))
    assert undated["evidence"] == ["beta-2018#45", "beta-2018#46"]
    assert (found.count, found.of) == (1, 3)
    assert "one is without a named LRA" in found.headline


def test_one_country_that_is_not_covered_is_told_in_the_singular(answer: Answers) -> None:
    assert "of one the sources describe nothing, though they may mention it (Malta)" in answer(COVERAGE).headline


def test_a_project_of_which_only_the_events_have_someone_is_not_without(answer: Answers) -> None:
    """What is part of Bridge counts with it, so the events are no project without a named participant, nor one of six."""
    row = next(row for row in answer(COVERAGE).rows if row["aspect"] == "projects without a named participant")
    assert (row["count"], row["of"]) == (0, 5)


def test_what_alpha_does_not_cover(answer: Answers) -> None:
    """It names Nordy Region and towns in France and Italy (lras.csv, #1-#5), and projects of both (#41, #44)."""
    assert coverage(answer(COVERAGE), "alpha-2014") == {
        **dict.fromkeys(ABSENT, (1, 3, ["Malta"])),
        "levels without a named LRA": (5, 7, ["city district", "county", "metropolitan", "province", "state"]),
        # Homes, Bridge and Courses, all dated (#81-#84); the first has local associations as partners, and each has somebody with a name.
        "projects without a year": (0, 3, []),
        "projects with participants not named": (1, 3, ["Homes"]),
        "projects without a named participant": (0, 3, []),
    }


def test_what_beta_does_not_cover(answer: Answers) -> None:
    """It describes Elsa and Farno (beta-2018#6, #7) and nothing in France: Berre (#105) and Homes (#85) are cited from alpha, beta only tells more of them."""
    found = coverage(answer(COVERAGE), "beta-2018")
    assert found["levels without a named LRA"] == (5, 7, ["city district", "county", "metropolitan", "region", "state"])
    assert {aspect: found[aspect] for aspect in ABSENT} == dict.fromkeys(ABSENT, (2, 3, ["France", "Malta"]))


def test_coverage_cannot_be_seen_where_sources_name_nothing(answer: Answers) -> None:
    assert unseen(answer(COVERAGE, without=NAMED))


# --- said to be missing, and shown -------------------------------------------------------------------------------------

MISSING = "said-missing-and-shown"


def test_what_stands_beside_what_is_said_to_be_missing(answer: Answers) -> None:
    """Beside the figures on housing: Homes (#41, #161) and the plan (#61, #162), of France. Beside the networks: Open and North cooperate (#116).

    A statement stands in its row without its full stop.
    """
    found = answer(MISSING)
    rows = [(*row[:4], sorted(row[4]), *row[5:]) for row in told(found, "said", "kind", "about", "documents", "same_source", "other_source", "evidence")]
    assert sorted(rows, key=lambda row: row[1]) == [
        (EITHER[:-1], "coordination", ["North Network", "Open Network"], ["alpha-2014"], ["North Network cooperates with Open Network"], [],
         ["alpha-2014#75", "alpha-2014#116"]),
        (NO_FIGURES[:-1], "data", ["France"], ["alpha-2014"], ["Homes (project; France)", "Housing plan of Aville (policy; France)"], [],
         ["alpha-2014#41", "alpha-2014#61", "alpha-2014#74", "alpha-2014#161", "alpha-2014#162"]),
    ]  # fmt: skip
    # Three statements on coordination or data, and one link that is said to be absent.
    assert (found.count, found.of) == (2, 4)
    assert found.headline.endswith("This is no contradiction by itself: read both before you conclude.")
    assert sentence_of(found, "said", NO_FIGURES[:-1]).startswith(
        "Said to be missing (The alpha study), about France: There are no figures on housing in France. Beside it, by the same source: "
    )


def test_a_link_beside_a_statement_reads_as_a_sentence(answer: Answers) -> None:
    """A source names a body or a project; that two cooperate is something that it says."""
    said = sentence_of(answer(MISSING), "said", EITHER[:-1])
    assert "North Network cooperates with Open Network" in said
    assert "names North Network cooperates with" not in said


def test_nothing_is_recorded_beside_two_that_have_no_link(answer: Answers) -> None:
    """No link between Dorano and the Italian Ministry is in relationships.csv, and none between Elsa and the ministry but its absence (beta-2018#155).

    What is needed, and what there is no capacity for, is not said to be missing in coordination or data (stated_gaps.csv, kind).
    """
    said = {row["said"] for row in answer(MISSING).rows}
    assert not {text for text in said if "Ministry" in text}
    assert not said & {HOMES[:-1], LESSONS[:-1], NO_STRUCTURE[:-1]}


def test_said_to_be_missing_in_one_country_and_on_one_theme(answer: Answers) -> None:
    france, italy, housing = answer(MISSING, country="France"), answer(MISSING, country="Italy"), answer(MISSING, theme="housing")
    assert (told(france, "said"), france.count, france.of) == ([(NO_FIGURES[:-1],)], 1, 1)
    # Dorano and the ministry, Elsa and the ministry.
    assert (list(italy.rows), italy.count, italy.of) == ([], 0, 2)
    assert italy.headline.startswith("Beside none of these statements")
    assert (told(housing, "said"), housing.count, housing.of) == ([(NO_FIGURES[:-1],)], 1, 1)


def test_what_is_said_to_be_missing_cannot_be_seen_where_nothing_is(answer: Answers) -> None:
    assert unseen(answer(MISSING, without=("StatedGap", "LACKS")))
    absence_alone = answer(MISSING, without=("StatedGap",))
    assert (absence_alone.answerable, absence_alone.count, absence_alone.of) == (True, 0, 1)
