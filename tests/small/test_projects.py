"""What the questions about projects answer of the two made-up studies.

Asked here: lras-sharing-projects, projects-without-an-lra, projects-with-unnamed-partners, joined-for-a-phase and projects-joining-tiers. All expected
values were worked out by hand from the tables; "A 121" is the passage alpha-2014#121, "B 131" is beta-2018#131. Who has a part in which project:

- Homes (France): Aville leads (A 121), Berre and Helpers are partners (A 122, A 123); First Fund pays (A 124).
- Bridge (of no one country): Aville leads (A 127), Dorano and the French Ministry are partners (A 128, A 129); Elsa is one in its events (A 130); Second Fund pays (B 131).
- Courses (Italy): Aid of Migrants leads (A 132), the prefecture is a partner (A 133), carried out for Elsa (A 134); Italian Fund pays (A 135).
- Courses Two (Italy): Elsa leads (B 137). Survey (Italy): Elsa leads (B 139), the Expert Circle is a partner (B 138).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.small.reading import of_how_many, passages, told

if TYPE_CHECKING:
    from tests.small.conftest import Answers

SHARED, NO_LRA, UNNAMED = "lras-sharing-projects", "projects-without-an-lra", "projects-with-unnamed-partners"
PHASE, TIERS = "joined-for-a-phase", "projects-joining-tiers"


@pytest.mark.parametrize(
    ("slug", "without"),
    [
        *((slug, ("Project",)) for slug in (SHARED, NO_LRA, UNNAMED, PHASE, TIERS)),
        (PHASE, ("start", "end", "PART_OF")),  # neither years nor parts of projects
    ],
)
def test_what_is_not_loaded_cannot_be_seen(answer: Answers, slug: str, without: tuple[str, ...]) -> None:
    found = answer(slug, without=without)
    assert not found.answerable
    assert found.headline.startswith("This cannot be seen from what is loaded.")
    assert (list(found.rows), found.count) == ([], 0)


# --- LRAs that share a project -------------------------------------------------------------------------------------------


def test_lras_share_homes_and_bridge_with_its_events(answer: Answers) -> None:
    found = answer(SHARED)
    assert told(found, "project", "reach", "lras", "countries", "count", "unnamed_partners") == [
        ("Bridge", "across borders", ["Aville", "Dorano", "Elsa"], ["FR", "IT"], 3, []),
        ("Homes", "within a country", ["Aville", "Berre"], ["FR"], 2, ["local associations"]),
    ]
    assert passages(found.rows[1]) == ["A 121", "A 122"]
    assert of_how_many(found) == (2, 5)  # all five wholes name an organiser; the events count with Bridge
    assert "one joins named LRAs of two or more countries (Bridge: Aville, Dorano and Elsa)" in found.headline
    assert "one joins LRAs within one country" in found.headline


def test_an_lra_for_which_a_project_is_carried_out_does_not_share_it(answer: Answers) -> None:
    """Courses is carried out for Elsa (relationships.csv, A 134); Courses Two and Survey name Elsa as their one LRA (B 137, B 139)."""
    assert not {"Courses", "Courses Two", "Survey"} & {row["project"] for row in answer(SHARED).rows}


def test_without_the_events_elsa_does_not_share_bridge(answer: Answers) -> None:
    """Elsa is named in the events alone: A 130. Taken for a project of its own, they have one LRA."""
    found = answer(SHARED, without=("PART_OF",))
    assert told(found, "project", "lras") == [("Bridge", ["Aville", "Dorano"]), ("Homes", ["Aville", "Berre"])]
    assert of_how_many(found) == (2, 6)


def test_projects_shared_by_lras_of_italy(answer: Answers) -> None:
    """Bridge through Dorano and Elsa; Courses, Courses Two and Survey are the others there that name an organiser or partner."""
    found = answer(SHARED, country="Italy")
    assert told(found, "project") == [("Bridge",)]
    assert of_how_many(found) == (1, 4)


def test_where_every_project_is_shared_no_other_leaves_partners_unnamed(answer: Answers) -> None:
    """With LRAs of France there are Homes and Bridge, and both are shared."""
    found = answer(SHARED, country="France")
    assert of_how_many(found) == (2, 2)
    assert "Others" not in found.headline


# --- projects without an LRA ---------------------------------------------------------------------------------------------


def test_courses_alone_names_no_lra_in_any_role(answer: Answers) -> None:
    """No LRA pays for any of the five; Elsa is only the place of Courses (A 134)."""
    found = answer(NO_LRA)
    assert told(found, "project", "country", "case_study", "organisers", "lra_organisers", "lra_partners", "lra_funders", "unnamed_partners") == [
        ("Courses", "IT", None, ["Aid of Migrants"], [], [], [], []),
        ("Courses Two", "IT", None, ["Elsa"], ["Elsa"], [], [], []),
        ("Survey", "IT", None, ["Elsa"], ["Elsa"], [], [], ["several schools"]),
        ("Homes", "FR", 1, ["Aville"], ["Aville"], ["Berre"], [], ["local associations"]),
        ("Bridge", None, 2, ["Aville"], ["Aville"], ["Dorano", "Elsa"], [], []),
    ]
    assert of_how_many(found) == (1, 5)
    assert passages(found.rows[0]) == ["A 132", "A 44"]
    assert "one names none in any of the three roles" in found.headline
    assert found.row_sentences[0].startswith("Courses (Italy)")


def test_the_events_of_bridge_count_with_it(answer: Answers) -> None:
    """They are part of it (A 126), and so is their partner (A 130)."""
    assert "Bridge events" not in {row["project"] for row in answer(NO_LRA).rows}


def test_an_office_of_the_state_counts_when_asked_for(answer: Answers) -> None:
    """Alpha calls the prefecture an LRA (organisations.csv, A 26): a partner of Courses (A 133)."""
    found = answer(NO_LRA, state_offices="true")
    assert told(found, "project", "lra_partners")[:3] == [("Courses", ["Prefecture of Dorano"]), ("Courses Two", []), ("Survey", [])]
    assert of_how_many(found) == (0, 5)


def test_projects_of_italy_without_an_lra(answer: Answers) -> None:
    found = answer(NO_LRA, country="IT")
    assert told(found, "project") == [("Courses",), ("Courses Two",), ("Survey",)]
    assert of_how_many(found) == (1, 3)


# --- partners without a name ---------------------------------------------------------------------------------------------


def test_homes_and_survey_mention_partners_without_a_name(answer: Answers) -> None:
    found = answer(UNNAMED)
    assert told(found, "project", "country", "case_study", "unnamed_partners", "organisers", "partners", "named") == [
        ("Homes", "FR", 1, ["local associations"], ["Aville"], ["Berre", "Helpers"], "several"),
        ("Survey", "IT", None, ["several schools"], ["Elsa"], ["Expert Circle"], "several"),
    ]
    assert passages(found.rows[0]) == ["A 121", "A 122", "A 123", "A 41"]
    assert of_how_many(found) == (2, 5)
    assert "local associations" in found.row_sentences[0]


def test_partners_of_an_lra_in_no_project_are_not_those_of_its_projects(answer: Answers) -> None:
    """Berre works with several NGOs (facts.csv, A 90): said of Berre, not of Homes."""
    assert not any("several NGOs" in row["unnamed_partners"] for row in answer(UNNAMED).rows)


def test_partners_without_a_name_in_italy_and_in_malta(answer: Answers) -> None:
    found = answer(UNNAMED, country="Italy")
    assert (told(found, "project"), of_how_many(found)) == ([("Survey",)], (1, 3))
    assert of_how_many(answer(UNNAMED, country="MT")) == (0, 0)


# --- joined for a phase --------------------------------------------------------------------------------------------------


def test_elsa_was_in_the_events_of_bridge_alone(answer: Answers) -> None:
    """Of 13 bodies in projects: Homes 3, Bridge 4, Courses 3 (Elsa as its place), Courses Two 1, Survey 2."""
    found = answer(PHASE)
    columns = ("body", "sort", "project", "country", "roles", "as_stated", "parts", "since", "until", "project_start", "project_end", "how")
    assert told(found, *columns) == [
        ("Elsa", "LRA", "Bridge", None, ["partner"], [], ["Bridge events"], None, None, "2013", "2016", ["in a part"]),
    ]
    assert passages(found.rows[0]) == ["A 130", "A 42"]
    assert of_how_many(found) == (1, 13)
    assert "Bridge: Elsa" in found.headline


def test_partners_without_years_are_not_shown(answer: Answers) -> None:
    """Homes has years (A 81), those of Berre and Helpers in it are not stated (relationships.csv, A 122, A 123)."""
    assert "Homes" not in {row["project"] for row in answer(PHASE).rows}


def test_the_part_is_enough_without_years(answer: Answers) -> None:
    found = answer(PHASE, without=("start", "end"))
    assert told(found, "body", "project_start", "project_end") == [("Elsa", None, None)]


def test_who_joined_for_a_phase_in_one_country(answer: Answers) -> None:
    """Of France: three in Homes, Aville and the ministry in Bridge. Of Italy: six in its three projects, Dorano and Elsa in Bridge."""
    assert of_how_many(answer(PHASE, country="France")) == (0, 5)
    assert of_how_many(answer(PHASE, country="IT")) == (1, 8)


# --- projects that join tiers --------------------------------------------------------------------------------------------


def test_bridge_joins_all_three_tiers_and_homes_two(answer: Answers) -> None:
    """That the French Ministry manages First Fund (A 142) is no part in Homes; nor has Courses one of an LRA (A 134) or of the EU."""
    found = answer(TIERS)
    assert told(found, "project", "country", "case_study", "tiers", "count", "local_regional", "national", "eu", "unnamed_partners") == [
        ("Bridge", None, 2, "all three", 3, ["Aville", "Dorano", "Elsa"], ["French Ministry"], ["Second Fund"], []),
        ("Homes", "FR", 1, "local or regional and EU", 2, ["Aville", "Berre"], [], ["First Fund"], ["local associations"]),
    ]
    assert passages(found.rows[0]) == ["A 127", "A 128", "A 129", "A 130", "B 131"]
    assert of_how_many(found) == (1, 5)
    assert "one joins all three tiers" in found.headline


def test_courses_joins_two_tiers_when_an_office_of_the_state_counts_as_local(answer: Answers) -> None:
    found = answer(TIERS, state_offices="true")
    assert told(found, "project", "tiers", "local_regional", "national", "eu") == [
        ("Bridge", "all three", ["Aville", "Dorano", "Elsa"], ["French Ministry"], ["Second Fund"]),
        ("Homes", "local or regional and EU", ["Aville", "Berre"], [], ["First Fund"]),
        ("Courses", "local or regional and national", ["Prefecture of Dorano"], ["Italian Fund"], []),
    ]
    assert of_how_many(found) == (1, 5)


def test_a_project_of_several_countries_is_of_none(answer: Answers) -> None:
    found = answer(TIERS, country="France")
    assert (told(found, "project"), of_how_many(found)) == ([("Homes",)], (0, 1))
    assert "none joins all three tiers" in found.headline
