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
        assert (rows[fund]["answer"], rows[fund]["taking_part"], rows[fund]["managers_implied"]) == ("a lack is stated", [], [])
        assert len(rows[fund]["gaps"]) == 1  # the marginal part of municipalities, said of these funds: A 804-808
        assert rests_on(rows[fund], "admin4all-2016", 806)
        assert rests_on(rows[fund], "admin4all-2016", 808)
    assert (rows[None]["answer"], len(rows[None]["gaps"])) == ("a lack is stated", 1)  # no coordination, of no one fund: A 1817-1819
    assert rests_on(rows[None], "admin4all-2016", 1818)
    assert rows["EEA grants"]["managers"] == []
    assert rows["EEA grants"]["taking_part"] == ["Bucharest (EEA Grants project with Bucharest as partner (title not printed))"]  # A 1700-1701


def test_germany_names_a_ministry_and_hamburg_pays_beside_it(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    row = of(answer_to, "DE")["ESF-Federal Programme for labour market support (refugees and asylum seekers)"]
    assert (row["managers"], row["answer"]) == (["Federal Ministry of Labour and Social Affairs"], "stated")  # C 4863-4864
    assert (row["taking_part"], row["paying_beside"]) == ([], ["Hamburg (A Safe Haven in Hamburg)"])  # C 4875-4876
    assert rests_on(row, "cses-2013", 4863)


def test_who_is_not_called_a_manager_outright_is_implied(answer_to: AnswerTo) -> None:
    """The ministry introduced its programme, the Home Office provided the money: C 4863-4864, 7489-7490."""
    (germany,) = (row for row in of(answer_to, "DE").values() if row["managers"])
    assert germany["managers_implied"] == ["Federal Ministry of Labour and Social Affairs"]
    assert of(answer_to, "UK")["Purposeful Activities"]["managers_implied"] == ["Home Office"]
    assert any("managed by Home Office (implied, not said outright); no LRA is named with a part in it" in said for said in answer_to(SLUG).row_sentences)


def test_a_city_of_a_network_that_a_fund_pays_for_has_a_part(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    row = of(answer_to, "IT")["National Fund for asylum policies and services"]  # SPRAR relies on it: A 628-630; Milan is part of SPRAR: A 1099-1100
    assert (row["managers"], row["taking_part"], row["answer"]) == ([], ["Milan (SPRAR)"], "stated")
    assert rests_on(row, "admin4all-2016", 629)
    assert rests_on(row, "admin4all-2016", 1099)


def test_a_fund_of_a_country_is_told_although_nothing_more_is_stated(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = of(answer_to, "FR")
    social_action = rows["Social Action Fund for Immigrant Workers and their Families"]  # C 762-767: neither who manages it nor an LRA
    assert (social_action["managers"], social_action["answer"]) == ([], "not stated")
    assert rests_on(social_action, "cses-2013", 763)
    assert None not in rows


def test_what_is_said_of_a_fund_in_all_countries(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    """How much reaches local and regional work differs, and it should heed what they need: C 1187-1191, 900-902."""
    (row,) = (row for row in answer_to(SLUG, fund="EIF", country="BE").rows if not row["country"])
    assert (row["answer"], len(row["gaps"])) == ("a lack is stated", 2)
    assert rests_on(row, "cses-2013", 1189)
    assert rests_on(row, "cses-2013", 901)


def test_a_manager_without_an_lra_is_not_stated(answer_to: AnswerTo) -> None:
    row = of(answer_to, "UK")["Purposeful Activities"]  # C 7489-7490; Stoke is only where it took place
    assert (row["managers"], row["answer"]) == (["Home Office"], "not stated")


def test_a_country_of_which_nothing_is_stated_is_unknown(answer_to: AnswerTo) -> None:
    (row,) = of(answer_to, "Belgium").values()  # the grants of Flanders are of no fund: C 4684-4685
    assert (row["answer"], row["managers"], row["fund"]) == ("unknown", [], None)


def test_managers_that_are_mentioned_without_a_name(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["fund"]: row for row in answer_to(SLUG, country="Belgium").rows if not row["country"]}
    integration, amif = rows["European Integration Fund"], rows["Asylum, Migration and Integration Fund (AMIF)"]
    assert len(rows) == 2
    assert (integration["managers"], integration["managers_unnamed"]) == ([], ["national authorities in each Member State"])  # C 1187-1188
    assert rests_on(integration, "cses-2013", 1188)
    assert (amif["managers"], amif["managers_unnamed"]) == ([], ["responsible authorities in each EU State"])  # A 557-561
    assert rests_on(amif, "admin4all-2016", 560)


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert (answer.count, answer.of) == (3, 32)  # Germany, Romania, the United Kingdom
    assert (
        "For three of 32 countries loaded a national body is named as manager of a fund, for two of them by implication, not said outright" in answer.headline
    )
    assert "(five funds in all; LRAs there have a stated part in one of them)" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"


def test_one_fund(answer_to: AnswerTo) -> None:
    """Nothing is told of other funds: that Germany's is not stated is said of this one, for another fund has a manager there."""
    answer = answer_to(SLUG, fund="AMIF")
    assert {row["country"] for row in answer.rows if row["managers"]} == {"RO"}
    assert {row["country"] for row in answer.rows if row["gaps"]} == {"PL", "RO"}  # A 808, 1817-1819
    (germany,) = (said for row, said in zip(answer.rows, answer.row_sentences, strict=True) if row["country"] == "DE")
    assert germany == "Germany: not stated who manages Asylum, Migration and Integration Fund (AMIF) there, nor what part LRAs have in it."
