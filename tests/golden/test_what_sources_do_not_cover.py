"""What the sources do not cover: countries, levels, years, participants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "what-sources-do-not-cover"

# An LRA of each is named, for example: Lower Austria C 7168, Flanders C 4701, Hesse C 7410, Madrid C 706, Espoo C 6719, Nantes C 4227,
# Belfast A 1383, Patras C 1505, Amsterdam C 954, Lombardy C 6908, Roubaix C 4085, Poznan A 1361, Bucharest A 1622, North East Gothenburg C 5627.
WITH_LRA = {"Austria", "Belgium", "Germany", "Spain", "Finland", "France", "United Kingdom", "Greece", "Netherlands", "Italy", "Poland", "Romania", "Sweden"}


def row(answer_to: AnswerTo, aspect: str, *documents: str) -> Any:
    (found,) = [r for r in answer_to(SLUG).rows if (r["aspect"], r["documents"]) == (aspect, list(documents))]
    return found


def test_countries_without_a_named_lra(answer_to: AnswerTo) -> None:
    missing = set(row(answer_to, "countries without a named LRA")["what"])
    assert not missing & WITH_LRA
    # Projects there, but no LRA is named in them: C 4738-4756, C 5751-5800, C 737-744.
    assert {"Czech Republic", "Hungary", "Slovakia"} <= missing
    # One report is about four countries, and names Belfast besides (A 1383).
    admin4all = row(answer_to, "countries without a named LRA", "admin4all-2016")
    assert (admin4all["count"], admin4all["of"]) == (27, 32)
    assert not {"Austria", "Italy", "Poland", "Romania", "United Kingdom"} & set(admin4all["what"])


def test_a_mention_is_no_description(answer_to: AnswerTo) -> None:
    nothing = set(row(answer_to, "countries without anything described")["what"])
    # Denmark and Luxembourg are mentioned for their courses, and counted in a survey: C 781, C 822, C 1614, C 1669.
    assert {"Denmark", "Luxembourg", "Malta", "Iceland"} <= nothing
    # Portugal is only named as one of the few states that do better (C 555-558, 3824-3828); a Swiss foundation is a partner in Warsaw (A 1550-1551).
    assert "Portugal" in nothing
    assert "Switzerland" not in nothing
    assert "Switzerland" in row(answer_to, "countries without anything described", "cses-2013")["what"]


def test_levels(answer_to: AnswerTo) -> None:
    assert row(answer_to, "levels without a named LRA")["what"] == []  # the district North East Gothenburg: C 5627
    assert row(answer_to, "levels without a named LRA", "admin4all-2016")["what"] == ["city district", "metropolitan", "province"]


def test_years(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    undated = row(answer_to, "projects without a year")
    assert "Bari Open City" in undated["what"]  # A 867-869
    assert rests_on(undated, "admin4all-2016", 868)
    # January to December 2012 (C 4229-4233), and a survey with its year in the name.
    assert not {"Coprod Migrants", "CSES online survey of LRAs 2012"} & set(undated["what"])


def test_participants(answer_to: AnswerTo) -> None:
    unnamed = row(answer_to, "projects with participants not named")["what"]
    assert {"SELMA", "VERTAISKOTO", "Immigropoly"} <= set(unnamed)  # C 6735, C 6822, C 5820
    nobody = row(answer_to, "projects without a named participant")["what"]
    assert "Street psychologists (Milan)" in nobody  # A 1090-1094
    assert "Coprod Migrants" not in nobody  # C 4227-4233


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert (answer.count, answer.of) == (18, 32)
    assert "18 are without a named LRA" in answer.headline
    assert "every level has an LRA that is named" in answer.headline
    assert all(r["answer"] == "unknown" and 0 <= r["count"] <= r["of"] for r in answer.rows)
