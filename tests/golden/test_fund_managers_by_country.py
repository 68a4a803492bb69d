"""Which national bodies manage a fund, and what part LRAs have in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "fund-managers-by-country"


def of(answer_to: AnswerTo, country: str) -> dict[str | None, Any]:
    return {row["fund"]: row for row in answer_to(SLUG, country=country).rows if row["country"]}


def test_romania_names_the_manager_and_says_that_municipalities_hardly_take_part(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = of(answer_to, "Romania")
    for fund in ("European Integration Fund", "European Refugee Fund", "Asylum, Migration and Integration Fund (AMIF)"):
        assert rows[fund]["managers"] == ["General Inspectorate for Immigration"]  # A 804-807, 1697-1699
        assert (rows[fund]["answer"], rows[fund]["taking_part"]) == ("not stated", [])
        assert rests_on(rows[fund], "admin4all-2016", 806)
    assert rows[None]["answer"] == "a lack is stated"  # A 808 (marginal part of municipalities), 1817-1819 (no coordination)
    assert len(rows[None]["gaps"]) == 2
    assert rests_on(rows[None], "admin4all-2016", 808)
    assert rests_on(rows[None], "admin4all-2016", 1818)
    assert rows["EEA grants"]["managers"] == []
    assert rows["EEA grants"]["taking_part"] == ["Bucharest (EEA Grants project with Bucharest as partner (title not printed))"]  # A 1700-1701


def test_germany_names_a_ministry_and_hamburg_pays_beside_it(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    row = of(answer_to, "DE")["ESF-Federal Programme for labour market support (refugees and asylum seekers)"]
    assert (row["managers"], row["answer"]) == (["Federal Ministry of Labour and Social Affairs"], "stated")  # C 4863-4864
    assert (row["taking_part"], row["paying_beside"]) == ([], ["Hamburg (A Safe Haven in Hamburg)"])  # C 4875-4876
    assert rests_on(row, "cses-2013", 4863)


def test_a_manager_without_an_lra_is_not_stated(answer_to: AnswerTo) -> None:
    row = of(answer_to, "UK")["Purposeful Activities"]  # C 7489-7490; Stoke is only where it took place
    assert (row["managers"], row["answer"]) == (["Home Office"], "not stated")


def test_a_country_of_which_nothing_is_stated_is_unknown(answer_to: AnswerTo) -> None:
    (row,) = of(answer_to, "Belgium").values()  # the grants of Flanders are of no fund: C 4684-4685
    assert (row["answer"], row["managers"], row["fund"]) == ("unknown", [], None)


def test_managers_that_are_mentioned_without_a_name(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = (row for row in answer_to(SLUG, country="Belgium").rows if not row["country"])  # C 1187-1188
    assert (row["fund"], row["managers"], row["managers_unnamed"]) == ("European Integration Fund", [], ["national authorities in each Member State"])
    assert rests_on(row, "cses-2013", 1188)


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert (answer.count, answer.of) == (3, 32)  # Germany, Romania, the United Kingdom
    assert "three are named with a national body that manages a fund (five funds in all; LRAs there have a stated part in one of them)" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"


def test_one_fund(answer_to: AnswerTo) -> None:
    rows = answer_to(SLUG, fund="AMIF").rows
    assert {row["country"] for row in rows if row["managers"]} == {"RO"}
