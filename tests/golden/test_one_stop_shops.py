"""One-stop shops and info points: the city profiles of ADMIN4ALL 2016 and what CSES 2013 mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "one-stop-shops"
POLISH_WISH = "New centres in the cities could be improved after the one-stop-shop model."  # A 2172-2174


def test_there_not_fully_and_info_points(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["place"]: row for row in answer_to(SLUG).rows if row["sort"] == "LRA"}
    for place, answer, document, line in (
        ("Bari", "one-stop shop", "admin4all-2016", 874),  # Casa delle Culture
        ("Hamburg", "one-stop shop", "cses-2013", 3513),  # the start-up centre of case study 11
        ("Florence", "not fully", "admin4all-2016", 955),  # the immigration desk
        ("Milan", "not fully", "admin4all-2016", 1079),  # Centre of World Cultures
        ("Poznan", "info point", "admin4all-2016", 1349),  # Migrant Info Point
        ("Wroclaw", "info point", "admin4all-2016", 1579),  # Infolink
        ("Warsaw", "one-stop shop", "cses-2013", 2514),  # the Foreigners' Information Centre
        ("Cluj-Napoca", "info point", "admin4all-2016", 1768),  # Migrant Information Centre
        ("Tampere", "info point", "cses-2013", 7342),  # help desk
        ("Erfurt", "info point", "cses-2013", 5384),  # drop-in centre
    ):
        assert rows[place]["answer"] == answer, place
        assert rests_on(rows[place], document, line), place
    assert rows["Milan"]["not_fully"] == ["Centre of World Cultures"]
    assert rows["Milan"]["info_points"] == ["Information points for foreigners (Milan)"]  # A 1074
    assert rows["Bari"]["one_stop_shops"] == ["Casa delle Culture"]
    assert rows["Bari"]["info_points"] == ["Integration Desk"]  # A 877-878
    assert rows["Poznan"]["wanted"] == [POLISH_WISH]
    assert rows["Warsaw"]["one_stop_shops"] == ["Foreigners' Information Centre"]  # all formalities in one place: C 4461-4462, 4503-4504
    assert "Consulting Point of the Association for Legal Intervention" in rows["Warsaw"]["info_points"]  # C 4475-4476


def test_wanted_in_the_towns_and_the_land_of_lower_austria(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["place"]: row for row in answer_to(SLUG, country="Austria").rows if row["sort"] == "LRA"}
    assert set(rows) == {"Bruck an der Leitha", "Korneuburg", "Tulln an der Donau", "Lower Austria"}  # A 2082-2087
    assert {row["answer"] for row in rows.values()} == {"wanted"}
    assert all(rests_on(row, "admin4all-2016", 2083) for row in rows.values())


def test_of_no_lra_by_name(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["place"]: row for row in answer_to(SLUG).rows if row["sort"] == "country"}
    assert (rows["Austria"]["answer"], len(rows["Austria"]["not_fully"])) == ("not fully", 1)  # a local association, as a sort of mobile one: A 2083-2084
    assert rests_on(rows["Austria"], "admin4all-2016", 2084)
    belgium = rows["Belgium"]  # they inform, and are nowhere called a one-stop shop: C 4680-4685, 4704-4706
    assert (belgium["one_stop_shops"], belgium["info_points"]) == ([], ["Welcome offices of the Inburgering programme"])
    assert "PAPI" in rows["Romania"]["info_points"]  # C 6134-6135
    assert [name.split(" (")[0] for name in rows["Romania"]["ended"]] == ["Migrant information centres"]  # from 2010, run for five years: A 1703-1705
    assert [name.split(" ")[0] for name in rows["Romania"]["planned"]] == ["INTERACT"]  # what it aims at promoting: A 1723-1727


def test_of_most_nothing_is_stated(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    silent = {row["country"]: row for row in answer.rows if row["answer"] == "unknown"}
    assert "Naples" in silent["IT"]["not_stated"]  # district social service centres, and none for information: A 1180-1187
    assert "Bucharest" in silent["RO"]["not_stated"]  # A 1643-1677
    assert silent["GR"]["not_stated"] == ["Athens", "Patras"]
    assert (answer.count, answer.of) == (10, sum(len(row["not_stated"]) for row in silent.values()) + 14)
    assert "not evidence that there was none" in answer.headline
    greece = answer_to(SLUG, country="Greece")
    assert greece.count == 0
    assert "neither a one-stop shop nor an info point" in greece.headline
    assert answer_to(SLUG, country="Malta").of == 0
