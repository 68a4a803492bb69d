"""Which LRAs are named together as organisers or partners of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "lras-sharing-projects"

OPENCITIES = ("OPENCities", "across borders", ["Belfast", "Poznan"], ["GB", "PL"])  # A 1376, 1382-1383
SELMA = (
    "SELMA",
    "within a country",
    # Four organisers: C 6716-6723 (table: C 2212-2214); with Järvenpää, Kerava and Tuusula in the first phase: C 6743-6744.
    ["Espoo", "Helsinki", "Järvenpää", "Kauniainen", "Kerava", "Tuusula", "Vantaa"],
    ["FI"],
)
VERTAISKOTO = ("VERTAISKOTO", "within a country", ["Espoo", "Helsinki"], ["FI"])  # C 6802-6807
MIGRATION_POLICY = ("Regional Cross-section Migration Policy in Support of Migrants", "within a country", ["Cracow", "Lublin", "Warsaw"], ["PL"])  # A 1487-1491


def told(answer_to: AnswerTo, **given: str) -> list[tuple[str, str, list[str], list[str]]]:
    return [(row["project"], row["reach"], row["lras"], row["countries"]) for row in answer_to(SLUG, **given).rows]


def test_shared_projects(answer_to: AnswerTo) -> None:
    assert told(answer_to) == [OPENCITIES, SELMA, VERTAISKOTO, MIGRATION_POLICY]


def test_where_they_stand(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    opencities, selma, vertaiskoto, policy = answer_to(SLUG).rows
    assert rests_on(opencities, "admin4all-2016", 1376)
    assert rests_on(opencities, "admin4all-2016", 1383)
    assert rests_on(selma, "cses-2013", 6743)
    assert rests_on(vertaiskoto, "cses-2013", 6802)
    assert rests_on(policy, "admin4all-2016", 1491)


def test_partners_without_a_name(answer_to: AnswerTo) -> None:
    rows = {row["project"]: row["unnamed_partners"] for row in answer_to(SLUG).rows}
    assert "about 40 schools" in rows["SELMA"]  # C 6735
    assert rows["VERTAISKOTO"] == ["NGOs", "municipalities"]  # C 6822


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == 4
    assert answer.of > 37  # nearly all case studies name an organiser, and there are other projects
    assert f"{answer.of} projects" in answer.headline
    assert "one joins named LRAs of two or more countries (OPENCities: Belfast and Poznan)" in answer.headline
    assert "three join LRAs within one country" in answer.headline
    assert "there may be more" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"
    assert answer.question.caveat


def test_of_one_country(answer_to: AnswerTo) -> None:
    assert told(answer_to, country="Poland") == [OPENCITIES, MIGRATION_POLICY]
    assert told(answer_to, country="FI") == [SELMA, VERTAISKOTO]
    assert told(answer_to, country="Italy") == []  # eight partners of ERLAIM are not named: C 1020-1022


def test_denominator_is_that_of_the_country(answer_to: AnswerTo) -> None:
    assert answer_to(SLUG, country="Hungary").of == 1  # Immigropoly alone: C 5738-5762
    assert answer_to(SLUG, country="Poland").of < answer_to(SLUG).of


def test_none_reads_as_none(answer_to: AnswerTo) -> None:
    assert "no joins" not in answer_to(SLUG, country="GB").headline
