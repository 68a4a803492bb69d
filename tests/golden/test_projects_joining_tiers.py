"""In which projects all three tiers have a stated part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "projects-joining-tiers"
SELMA_CITIES = ["Espoo", "Helsinki", "Järvenpää", "Kauniainen", "Kerava", "Tuusula", "Vantaa"]

# Project: local or regional, national, EU.
ALL_THREE = {
    "From kindergarten to high school": (["Lower Austria"], ["Government of Austria"], ["European Integration Fund"]),  # C 6662
    "SELMA": (SELMA_CITIES, ["Ministry of Labour (Finland)"], ["European Social Fund"]),  # C 6740-6746
    "Vivere in Italia. La lingua per il lavoro e la cittadinanza": (["Lombardy"], ["Ministry of Interior (Italy)"], ["European Union"]),  # C 4161-4162
    "OPENCities": (["Belfast", "Poznan"], ["British Council"], ["URBACT"]),  # A 1376-1383
    "A Safe Haven in Hamburg": (  # C 4862-4866, 4875-4876
        ["Hamburg"],
        ["ESF-Federal Programme for labour market support (refugees and asylum seekers)", "Federal Ministry of Labour and Social Affairs"],
        ["EQUAL", "European Social Fund"],
    ),
    "Coprod Migrants": (  # C 4250, 4256-4258
        ["Nantes"],
        ["French Office for Immigration and Integration", "Regional Office for youth, sports and social cohesion"],
        ["European Integration Fund"],
    ),
}


def by_name(answer_to: AnswerTo, **given: str) -> dict[str, Any]:
    return {row["project"]: row for row in answer_to(SLUG, **given).rows}


def test_all_three(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = by_name(answer_to)
    found = {name: (row["local_regional"], row["national"], row["eu"]) for name, row in rows.items() if row["tiers"] == "all three"}
    assert found == ALL_THREE
    assert rests_on(rows["From kindergarten to high school"], "cses-2013", 6662)


def test_two_of_three(answer_to: AnswerTo) -> None:
    rows = by_name(answer_to)
    assert rows["Inburgering"]["tiers"] == "local or regional and national"  # C 4684-4685, 4701-4703
    assert rows["Waterford City Integration Strategy"]["tiers"] == "local or regional and EU"  # C 5885, 5942
    romanian = rows["Facilitating the integration of TCNs in Romanian society"]  # C 4987-4988; its cities are only where it worked: C 4983-4984
    assert (romanian["tiers"], romanian["local_regional"]) == ("national and EU", [])


def test_a_company_of_a_municipality_is_no_lra(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="GR")  # organiser: a company of Athens, C 5428-5431; money: C 5462
    assert [(row["tiers"], row["local_regional"]) for row in answer.rows] == [("national and EU", [])]
    assert "; no LRA or fund of a region is named with a part" in answer.row_sentences[0]


def test_one_tier_alone_is_no_row(answer_to: AnswerTo) -> None:
    assert "CRIC" not in by_name(answer_to)  # Roubaix alone: C 4073


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == 6
    assert f"{answer.of} projects" in answer.headline
    assert "six join all three tiers" in answer.headline


def test_offices_of_the_state_as_the_report_calls_them(answer_to: AnswerTo) -> None:
    centre = by_name(answer_to, state_offices="true", country="PL")["Foreigners' Information Centre"]  # organiser: C 4465-4471; money: C 4467-4468
    assert (centre["local_regional"], centre["national"], centre["tiers"]) == (["Mazovian Governor’s Office"], ["State Budget (Poland)"], "all three")


def test_none_reads_as_none(answer_to: AnswerTo) -> None:
    assert "none joins all three tiers" in answer_to(SLUG, country="Belgium").headline
    assert answer_to(SLUG, country="CZ").headline.startswith("In no project are bodies or funds of two tiers named")  # one fund of a region: C 4765-4766
