"""Which amounts of money are stated, from whom, and what each covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interlocal.queries.question import Answer, Row

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "amounts-stated"
C = "cses-2013"

# How the name of what is funded begins, its funders, amount, currency, what it covers, whether it is for several funders together, the line.
STATED: list[tuple[str, list[str], float, str, str, str, int]] = [
    ("A Safe Haven", ["European Social Fund", "Federal Ministry of Labour and Social Affairs", "Hamburg"], 12600000, "EUR", "total", "yes", 4875),
    ("CRIC", ["Roubaix"], 8000, "EUR", "per_year", "no", 4073),
    ("Coprod Migrants", ["European Integration Fund"], 94000, "EUR", "total", "no", 4250),
    ("Coprod Migrants", ["Nantes"], 94000, "EUR", "total", "no", 4250),
    ("Vivere in Italia", ["European Union", "Ministry of Interior (Italy)"], 3200000, "EUR", "total", "yes", 4161),  # both editions: 800,000 and 2,400,000
    ("Information Centre for Foreigners (first", ["European Integration Fund", "State Budget (Poland)"], 1637964, "PLN", "total", "yes", 4465),
    ("Information Centre for Foreigners 2", ["European Integration Fund", "State Budget (Poland)"], 2706779, "PLN", "total", "yes", 4466),
    ("Entrepreneurship", ["Operational Programme Prague Adaptability"], 39420.68, "EUR", "total", "no", 4764),
    ("Zentrum für Existenz", ["European Social Fund", "Hamburg"], 280000, "EUR", "per_year", "yes", 5100),
    ("Campaign", ["Gipuzkoa"], 2200, "EUR", "per_year", "no", 5194),
    ("Campaign", ["Gipuzkoa"], 2236.35, "EUR", "per_year", "no", 5194),
    ("Campaign", ["Gipuzkoa"], 7500, "EUR", "per_year", "no", 5195),
    ("AbitAzioni", ["Italian Ministry of Welfare"], 1900000, "EUR", "total", "no", 5539),
    ("Waterford City", ["European Refugee Fund"], 120000, "EUR", "total", "no", 5942),
    ("SELMA", ["European Social Fund"], 100000, "EUR", "per_year", "no", 6741),
    ("SELMA", ["Espoo", "Helsinki", "Kauniainen", "Vantaa"], 500000, "EUR", "per_year", "yes", 6741),
    ("VERTAISKOTO", ["Espoo", "European Refugee Fund", "Helsinki"], 100000, "EUR", "per_year", "yes", 6820),
    ("Certifica il tuo", ["Lombardy", "Ministry of Labour and Social Policy (Italy)"], 600000, "EUR", "per_edition", "yes", 6906),
    ("LETRA", ["Madrid Region"], 240000, "EUR", "period", "no", 7034),
    ("Intercultural training", ["European Social Fund", "Lower Austria"], 270000, "GBP", "total", "yes", 7277),
    ("Landesprogramm", ["Hesse"], 8000000, "EUR", "total", "yes", 7412),  # the regions that pay as well are not named
    ("Migrant Women as Doulas", ["North East Gothenburg"], 70000, "EUR", "period", "no", 5627),
]


def about(answer: Answer, beginning: str) -> list[Row]:
    return [row for row in answer.rows if row["funded"].startswith(beginning)]


@pytest.mark.parametrize("stated", STATED, ids=lambda stated: f"{stated[0]} {stated[2]:g} {stated[1][0]}")
def test_an_amount(answer_to: AnswerTo, rests_on: RestsOn, stated: tuple[str, list[str], float, str, str, str, int]) -> None:
    beginning, funders, amount, currency, basis, joint, line = stated
    found = [row for row in about(answer_to(SLUG), beginning) if (row["funders"], row["amount"]) == (funders, amount)]
    assert [(row["currency"], row["basis"], row["joint"]) for row in found] == [(currency, basis, joint)]
    assert rests_on(found[0], C, line)


def test_shares_without_an_amount(answer_to: AnswerTo) -> None:
    """A total with a misprint gives no amounts (C 4987-4989); the 5% are of the organiser and its partners together."""
    rows = about(answer_to(SLUG), "Facilitating the integration")
    assert [(row["share"], row["joint"], row["amount"]) for row in rows] == [(0.75, "no", None), (0.2, "no", None), (0.05, "yes", None)]
    rivers = about(answer_to(SLUG), "Where the Rivers")  # 80% of the Commission, in one of its calls: C 6241-6245
    assert sorted((row["share"], row["joint"]) for row in rivers) == [(0.2, "yes"), (0.8, "yes")]
    assert [row["share"] for row in about(answer_to(SLUG, fund="fund:fundamental-rights-and-nationalship"), "Where the Rivers")] == [0.8]


def test_a_remark_on_a_joint_share_is_told_once(answer_to: AnswerTo) -> None:
    (said,) = (said for said in answer_to(SLUG).row_sentences if said.startswith("Facilitating") and "5% of the whole" in said and "75%" not in said)
    assert said.count("5% printed for organiser and partners together") == 1


def test_a_share_beside_its_amount(answer_to: AnswerTo) -> None:
    assert [row["share"] for row in about(answer_to(SLUG), "Coprod")] == [0.5, 0.5]  # C 4250
    assert [row["share"] for row in about(answer_to(SLUG), "Entrepreneurship")] == [1.0]  # C 4765
    assert [row["share"] for row in about(answer_to(SLUG), "Teaching Greek")] == [0.25, 0.75]  # C 5462


def test_a_phase_keeps_its_amount_and_belongs_to_the_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="PL")
    assert {row["part_of"][0] for row in answer.rows} == {"Foreigners' Information Centre"}  # C 4465-4466
    assert (len(answer.rows), answer.count) == (2, 1)


def test_what_is_funded_without_an_amount_is_not_here(answer_to: AnswerTo) -> None:
    """A funder is named, and no figure: C 5788-5790, A 1382, A 812."""
    assert about(answer_to(SLUG), "Immigropoly") == []
    assert about(answer_to(SLUG), "OPENCities") == []
    amif = answer_to(SLUG, fund="AMIF")
    assert (amif.count, amif.of, list(amif.rows)) == (0, 1, [])
    assert "does not say how much" in amif.headline


def test_of_one_fund_with_all_that_gave_together_with_it(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, fund="ERF")
    assert sorted(row["amount"] for row in answer.rows) == [100000, 120000]
    assert "that European Refugee Fund is stated to fund" in answer.headline
    assert ["Espoo", "European Refugee Fund", "Helsinki"] in [row["funders"] for row in answer.rows]


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    figures = [row["amount"] for row in answer.rows if row["amount"] is not None]
    assert f"The sources print {len(figures)} amounts" in answer.headline
    assert "not added up" in answer.headline
    assert f"{sum(figures):,.0f}" not in answer.headline
    assert answer.of == 56
    assert answer.as_of == "2012 (CSES 2013)"  # ADMIN4ALL prints no amount of a project
    assert all(row["evidence"] for row in answer.rows)
    assert any("together with others, not named as funders" in said for said in answer.row_sentences)  # C 7412-7413


def test_none_reads_as_none(answer_to: AnswerTo) -> None:
    assert "an amount is stated for none and a share alone for two" in answer_to(SLUG, country="Romania").headline
    assert "nothing to answer" in answer_to(SLUG, country="Malta").headline
