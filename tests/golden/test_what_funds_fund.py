"""What each fund is stated to fund, and by whom that is organised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interlocal.errors import QuestionError
from interlocal.queries.question import Answer

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "what-funds-fund"

# Fund: how the names of what it funds begin, the kind of organiser, and the document and line of the money.
C, A = "cses-2013", "admin4all-2016"
FUNDED: dict[str, list[tuple[str, str, str, int]]] = {
    "European Integration Fund": [
        ("Coprod Migrants", "LRA, municipality", C, 4250),
        ("Facilitating the integration", "NGO", C, 4987),
        ("Foreigners' Information Centre", "NGO", C, 4467),
        ("Foreigners' Information Centre", "state_territorial_office", C, 4467),  # organisers: C 4442-4447
        ("From kindergarten", "LRA, state", C, 6662),
        ("Immigropoly", "university", C, 5788),
        ("Intercultural Communication", "NGO", C, 6087),
        ("Migrant Women as Doulas", "LRA, city_district", C, 5626),
    ],
    "European Refugee Fund": [
        ("Beautiful Mind", "", A, 1013),
        ("Beyond the borders", "LRA, municipality", A, 984),
        ("Demetra", "", A, 1010),
        ("VERTAISKOTO", "LRA, municipality", C, 6820),
        ("VERTAISKOTO", "NGO", C, 6820),  # organisers: C 6802-6807
        ("Waterford City", "LRA, municipality", C, 5942),
    ],
    "European Social Fund": [
        ("A Safe Haven in Hamburg", "national_authority", C, 4875),
        ("ALMA-hanke", "LRA, municipality", C, 7353),
        ("Active Parents", "migrant_organisation", C, 5296),
        ("Amiga", "research", A, 1387),
        ("Intercultural training", "LRA, state", C, 7278),
        ("SELMA", "LRA, municipality", C, 6740),
        ("Zentrum für Existenzgründungen", "migrant_organisation", C, 5101),
    ],
    "EQUAL": [("A Safe Haven in Hamburg", "national_authority", C, 4862)],
    "INTI Preparatory Actions": [("ERLAIM", "LRA, region", C, 1023)],
    "URBACT": [("OPENCities", "LRA, municipality", A, 1382)],
    "EEA grants": [("EEA Grants project with Bucharest", "organiser not named", A, 1701), ("Wroclaw Welcomes Refugees", "network", A, 1586)],
    "Asylum, Migration and Integration Fund (AMIF)": [("Regional integration centres", "organiser not named", A, 812)],
    "Operational Programme Prague Adaptability": [("Entrepreneurship", "NGO", C, 4765)],
    "Swiss contribution": [],  # mentioned for NGOs of Warsaw without names, and in general: A 809, 1483
    "Social Action Fund for Immigrant Workers and their Families": [],  # in general: C 762-765
}


def things(answer: Answer, fund: str) -> set[str]:
    return {name for row in answer.rows if row["fund"] == fund for name in row["funded"]}


@pytest.mark.parametrize("fund", [fund for fund in FUNDED if fund != "European Integration Fund"])
def test_what_a_fund_funds(answer_to: AnswerTo, fund: str) -> None:
    told = sorted(things(answer_to(SLUG), fund))
    expected = sorted({beginning for beginning, *_ in FUNDED[fund]})
    assert len(told) == len(expected)
    assert all(name.startswith(beginning) for name, beginning in zip(told, expected, strict=True))


def test_what_the_integration_fund_funds(answer_to: AnswerTo) -> None:
    """Seven case studies; the phases of one of them (C 4465-4466) are looked at below."""
    told = sorted(name for name in things(answer_to(SLUG), "European Integration Fund") if not name.startswith("Information Centre for Foreigners"))
    expected = sorted({beginning for beginning, *_ in FUNDED["European Integration Fund"]})
    assert len(told) == len(expected) == 7
    assert all(name.startswith(beginning) for name, beginning in zip(told, expected, strict=True))


@pytest.mark.parametrize(("fund", "thing"), [(fund, thing) for fund, funded in FUNDED.items() for thing in funded])
def test_organiser_and_evidence(answer_to: AnswerTo, rests_on: RestsOn, fund: str, thing: tuple[str, str, str, int]) -> None:
    beginning, kind, document, line = thing
    rows = [row for row in answer_to(SLUG).rows if row["fund"] == fund and any(name.startswith(beginning) for name in row["funded"])]
    assert rows
    if kind:
        assert kind in {row["organiser_kind"] for row in rows}
    assert all(rests_on(row, document, line) for row in rows)


def test_a_project_and_its_phases_count_once(answer_to: AnswerTo) -> None:
    """The organisers of case study 5 are those of both its budgets, so nothing is without an organiser here: C 4442-4447, 4465-4468."""
    answer = answer_to(SLUG, fund="EIF", country="PL")
    assert things(answer, "European Integration Fund") == {"Foreigners' Information Centre"}
    assert [row for row in answer.rows if row["organiser_kind"] == "organiser not named"] == []


@pytest.mark.parametrize("name", ["European Refugee Fund", "EU Refugee Fund", "European Fund for Refugees", "fund:erf"])  # C 6820, 5942, A 1698
def test_one_fund_by_any_of_its_names(answer_to: AnswerTo, name: str) -> None:
    answer = answer_to(SLUG, fund=name)
    assert {row["fund"] for row in answer.rows} == {"European Refugee Fund"}
    assert (answer.count, answer.of) == (1, 1)
    assert "five things" in answer.headline


def test_one_country(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="France")
    assert [(row["fund"], row["funded"], row["country"]) for row in answer.rows] == [("European Integration Fund", ["Coprod Migrants"], "FR")]
    assert answer.count == 1


def test_by_kind_of_organiser_and_country(answer_to: AnswerTo) -> None:
    rows = [(row["organiser_kind"], row["country"], row["count"]) for row in answer_to(SLUG, fund="EIF").rows]
    assert ("NGO", "PL", 1) in rows  # C 4442-4447
    assert ("NGO", "RO", 2) in rows  # C 4987, 6087
    assert ("university", "HU", 1) in rows  # C 5788
    assert [(row["funded"], row["country"]) for row in answer_to(SLUG, fund="URBACT").rows] == [(["OPENCities"], None)]  # of Belfast and Poznan: A 1376-1383


def test_money_that_is_not_said_outright_is_told_apart(answer_to: AnswerTo) -> None:
    """EQUAL created the tool and is not among the sources of funding (C 4862, 4875); ALMA goes on without ESF money, so it had some (C 7353)."""
    answer = answer_to(SLUG)
    implied = {(row["fund"], name) for row in answer.rows for name in row["implied"]}
    assert ("EQUAL", "A Safe Haven in Hamburg") in implied
    assert ("European Social Fund", "ALMA-hanke") in implied
    assert ("European Social Fund", "SELMA") not in implied  # C 6740
    assert ("European Social Fund", "A Safe Haven in Hamburg") not in implied  # C 4875
    assert "EQUAL is implied, not said outright, to fund one thing that is named: A Safe Haven in Hamburg" in answer_to(SLUG, fund="EQUAL").headline


def test_what_a_fund_is_for_in_general(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = answer_to(SLUG, fund="FAS").rows
    assert (row["funded"], len(row["used_for"])) == ([], 2)  # C 763-767
    assert rests_on(row, "cses-2013", 764)
    for fund, number, document, line in (
        ("ESF", 3, "cses-2013", 692),  # training in Italy: C 691-693; migrants in general: A 541-545; eligible in Romania: A 808-810
        ("EIF", 4, "cses-2013", 5450),  # in general: A 547-552; Romania: A 804-808; Warsaw: A 1481-1485; Greece: C 5448-5453
        ("AMIF", 2, "admin4all-2016", 554),  # in general: A 552-555; Romania: A 804-808
        ("fund:swiss-contribution", 2, "admin4all-2016", 1483),  # Warsaw: A 1481-1483; Romania: A 808-810
    ):
        (general,) = (row for row in answer_to(SLUG, fund=fund).rows if row["used_for"])
        assert (general["organiser_kind"], len(general["used_for"])) == (None, number)
        assert rests_on(general, document, line)


def test_unknown_fund(answer_to: AnswerTo) -> None:
    with pytest.raises(QuestionError):
        answer_to(SLUG, fund="a fund of nobody")


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    empty = {row["fund"] for row in answer.rows} - {row["fund"] for row in answer.rows if row["funded"]}
    # What INMIGRA2007-CM funded is left open in both places (C 7051-7053): the text allows that it only collaborated.
    assert empty == {"Swiss contribution", "Social Action Fund for Immigrant Workers and their Families", "INMIGRA2007-CM research and development programme"}
    assert answer.of == len({row["fund"] for row in answer.rows})
    assert answer.count == answer.of - 3
    assert f"Of {answer.of} funds named" in answer.headline
    assert "European Social Fund (7)" in answer.headline
    assert "European Refugee Fund (5)" in answer.headline
    assert "(three of them by implication alone, not said outright)" in answer.headline  # EQUAL, the ESF programme, the call of 2009: C 4862-4866, 6243-6245
    assert "most often" not in answer_to(SLUG, country="PL").headline  # each funds one thing there
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"
    assert answer.question.caveat
    assert all(row["evidence"] for row in answer.rows)
    assert all(row["count"] == len(row["funded"]) for row in answer.rows)
