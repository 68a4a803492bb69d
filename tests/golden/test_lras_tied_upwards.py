"""Which LRAs have a stated link with a national or EU body, or through an LRA above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "lras-tied-upwards"


def by_name(answer_to: AnswerTo, **given: str) -> dict[str, Any]:
    return {row["lra"]: row for row in answer_to(SLUG, **given).rows}


def test_links_of_their_own(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = by_name(answer_to)
    expected = {
        "Poznan": (["British Council", "Office for Foreigners"], []),  # A 1361; A 1376-1383
        "Naples": (["Ministry of Interior (Italy)"], []),  # funds IARA: A 1209-1211
        "Flanders": (["Federal authorities (Belgium)"], []),  # C 4701-4703
        "Nantes": (["French Office for Immigration and Integration", "Regional Office for youth, sports and social cohesion"], []),  # C 4256-4258
        "Stuttgart": ([], ["Committee of the Regions", "Eurofound"]),  # founders and supporter of CLIP: C 950-956
        "Tulln an der Donau": (["Federal Office for Immigration and Asylum (BFA)"], []),  # A 1255-1256
    }
    for lra, (national, eu) in expected.items():
        assert (rows[lra]["answer"], rows[lra]["national"], rows[lra]["eu"]) == ("own link", national, eu), lra
    assert rows["Poznan"]["limited"] == ["Office for Foreigners"]  # A 1361
    assert rests_on(rows["Poznan"], "admin4all-2016", 1361)
    assert "IARA (project, as its funder)" in rows["Naples"]["through"]


def test_through_an_lra_above(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = by_name(answer_to)
    assert (rows["Bergamo"]["answer"], rows["Bergamo"]["above"], rows["Bergamo"]["national"]) == ("through an LRA above", ["Lombardy"], [])
    assert rests_on(rows["Bergamo"], "cses-2013", 1502)  # Lombardy and the two ministries: C 1500-1504
    assert rows["Ghent"]["above"] == ["Flanders"]


def test_planned_is_not_there_and_the_council_of_europe_is_not_the_eu(answer_to: AnswerTo) -> None:
    bucharest = by_name(answer_to)["Bucharest"]  # A 1679-1690; training with the Council of Europe: A 1901-1903
    assert (bucharest["answer"], bucharest["national"], bucharest["eu"]) == ("unknown", [], [])
    assert "General Inspectorate for Immigration" in bucharest["planned"]
    assert "Ministry of Labour (Romania)" in bucharest["planned"]


def test_partners_without_a_name(answer_to: AnswerTo) -> None:
    bari = by_name(answer_to)["Bari"]  # A 854-856
    assert (bari["answer"], bari["national"]) == ("partners without a name", [])
    assert len(bari["unnamed"]) == 1
    gipuzkoa = by_name(answer_to)["Gipuzkoa"]  # pays for a campaign that public institutions helped: C 5194, 5217-5218
    assert (gipuzkoa["answer"], gipuzkoa["unnamed"]) == ("partners without a name", ["public institutions"])
    assert by_name(answer_to)["Emilia-Romagna"]["answer"] == "unknown"  # partners of local and regional government: C 1019-1021
    assert by_name(answer_to)["Lower Austria"]["unnamed"] == []  # administrations of schools and kindergartens: C 6671-6672


def test_nothing_is_stated_of_most(answer_to: AnswerTo) -> None:
    rows = by_name(answer_to)
    for lra in ("Wroclaw", "Warsaw", "Cluj-Napoca", "Roubaix"):  # profiles A 1555-1617, 1420-1554, 1736-1787; case study C 4042-4085
        assert rows[lra]["answer"] == "unknown", lra


def test_who_was_in_a_project_at_another_time_did_not_meet(answer_to: AnswerTo) -> None:
    rows = by_name(answer_to, country="FI")  # SELMA: seven towns in 2003-2006 (C 6743-6744), money of the ministry in 2007-2008 (C 6746)
    assert {rows[town]["answer"] for town in ("Järvenpää", "Kerava", "Tuusula")} == {"unknown"}
    assert {tuple(rows[town]["national"]) for town in ("Espoo", "Helsinki", "Kauniainen", "Vantaa")} == {("Ministry of Labour (Finland)",)}  # C 6746-6747


def test_a_body_of_another_country_and_a_link_that_is_implied_say_so(answer_to: AnswerTo) -> None:
    said = answer_to(SLUG).row_sentences
    (poznan,) = (one for one in said if one.startswith("Poznan"))
    bodies = "national: British Council (United Kingdom) and Office for Foreigners"
    assert f"{bodies} (British Council through OPENCities (project); Office for Foreigners directly)" in poznan  # A 1376-1383
    (naples,) = (one for one in said if one.startswith("Naples"))
    assert "Ministry of Interior (Italy) (implied, not said outright)" in naples  # the money is its; that the city is a partner is implied: A 1209-1211


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.of == len(answer.rows) == 83
    assert answer.count == sum(row["answer"] in ("own link", "through an LRA above") for row in answer.rows)
    assert "that is not evidence that there is no link" in answer.headline
    assert "18 with a national body, five with an EU body, one with both" in answer.headline  # both: Lombardy, C 1502-1504, 4161-4162
    (lombardy,) = (said for said in answer.row_sentences if said.startswith("Lombardy (Italy)"))
    assert "directly" in lombardy
    assert "through AbitAzioni" in lombardy


def test_of_one_country_and_level(answer_to: AnswerTo) -> None:
    rows = by_name(answer_to, country="IT", level="municipality")
    assert set(rows) == {"Bari", "Bergamo", "Florence", "Milan", "Naples"}
    assert rows["Milan"]["above"] == ["Lombardy"]
