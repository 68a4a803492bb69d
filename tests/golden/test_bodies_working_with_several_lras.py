"""Which organisations are in several coalitions or local platforms, or work with several LRAs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interlocal.queries.question import Row
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "bodies-working-with-several-lras"

AUSTRIAN_TOWNS = ["Bruck an der Leitha", "Korneuburg", "Tulln an der Donau"]  # A 9-11
TWELVE = [
    "Bari", "Bruck an der Leitha", "Bucharest", "Cluj-Napoca", "Florence", "Korneuburg", "Milan", "Naples", "Poznan", "Tulln an der Donau", "Warsaw",
    "Wroclaw",
]  # fmt: skip # A 9-11


def rows(answer_to: AnswerTo, **given: str) -> dict[str, Row]:
    return {row["organisation"]: row for row in answer_to(SLUG, **given).rows}


def test_through_a_project_with_three_cities(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    """The project of three foundations and associations, with the municipalities of three cities as partners: A 1486-1491."""
    found = rows(answer_to)
    for body in ("Other Space Foundation", "Homo Faber Association", "Interkulturalni PL Association"):
        assert found[body]["lras"] == ["Cracow", "Lublin", "Warsaw"]
        assert rests_on(found[body], "admin4all-2016", 1491)
        assert "the project Regional Cross-section Migration Policy in Support of Migrants with Cracow, Lublin and Warsaw" in found[body]["through"]
    assert found["Other Space Foundation"]["coalitions"] == ["Foundations' Council of the Warsaw Multicultural Centre"]  # A 1507-1513


def test_through_stated_cooperation(answer_to: AnswerTo) -> None:
    found = rows(answer_to)
    for body in ("Red Cross (Austria)", "Caritas (Austria)", "Federal Office for Immigration and Asylum (BFA)"):
        assert found[body]["lras"] == AUSTRIAN_TOWNS  # the three towns are described together: A 1255-1262
    assert found["National Institute for Social Assistance (INAS)"]["lras"] == ["Milan", "Naples"]


def test_partners_of_one_european_project(answer_to: AnswerTo) -> None:
    row = rows(answer_to)["British Council"]  # leading partner beside Belfast, with Poznan: A 1376-1383
    assert (row["lras"], row["countries"], row["through"]) == (["Belfast", "Poznan"], ["GB", "PL"], ["the project OPENCities with Belfast and Poznan"])
    assert rows(answer_to)["Finnish Refugee Council"]["lras"] == ["Espoo", "Helsinki"]  # C 6802-6807


def test_cities_that_a_project_is_for_are_told_apart(answer_to: AnswerTo) -> None:
    row = rows(answer_to)["International Organization for Migration"]  # carried out for twelve municipalities: A 5-11
    assert (row["lras"], row["served"]) == ([], TWELVE)


def test_one_lra_alone_is_not_several(answer_to: AnswerTo) -> None:
    found = rows(answer_to)
    assert "League for the Defence of Human Rights Cluj (LADO)" not in found  # with Cluj-Napoca alone: A 1764-1769
    assert "Nomada Association" not in found  # in one coalition: A 1591-1594


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == len(answer.rows) < answer.of
    # The members of two coalitions are listed, and have no name in common: A 1507-1529, 1591-1602.
    assert "none is recorded in more than one coalition or local platform" in answer.headline
    assert "there may be more" in answer.headline
    assert set(rows(answer_to, country="Spain")) == {"Public employment service (Spain)"}
    assert answer_to(SLUG, country="Spain").of < answer.of


def test_where_there_is_none(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="Germany")
    assert not answer.rows
    assert "not evidence that none is" in answer.headline
