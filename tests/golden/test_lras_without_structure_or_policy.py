"""LRAs that a report states to have no structure or policy of their own for migrants, and what is recorded instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "lras-without-structure-or-policy"


def test_stated_absent(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["lra"]: row for row in answer_to(SLUG).rows if row["answer"] == "stated absent"}
    # A 1247-1250; A 1758-1761. That nobody in the city supported asylum seekers is said of Stoke-on-Trent, not of its council: C 7473-7474.
    assert set(rows) == {"Bruck an der Leitha", "Korneuburg", "Tulln an der Donau", "Cluj-Napoca"}
    assert rests_on(rows["Korneuburg"], "admin4all-2016", 1249)
    assert rests_on(rows["Cluj-Napoca"], "admin4all-2016", 1760)
    assert "neither refugees nor asylum seekers" in rows["Korneuburg"]["absent"][0]  # only of general migrants: A 1247-1250
    assert len(rows["Korneuburg"]["absent"]) == 1
    assert ["no policy or unit" in said for said in rows["Cluj-Napoca"]["absent"]] == [True]  # said once: A 1759-1761


def test_what_is_there_instead(answer_to: AnswerTo) -> None:
    rows = {row["lra"]: row for row in answer_to(SLUG).rows}
    cluj = rows["Cluj-Napoca"]
    assert cluj["own_services"] == ["Social Protection Service of Cluj-Napoca"]  # A 1758
    assert "Migrant Information Centre in Cluj" in cluj["others_there"]  # A 1768-1769
    assert [name.split(" ")[0] for name in cluj["projects"]] == ["MigraNet"]  # A 1775-1776
    assert any("LADO" in name for name in cluj["works_with"])  # A 1764-1765
    korneuburg = rows["Korneuburg"]["others_there"]  # leaflets and buddies of others: A 1284-1300
    assert {"Pictogram information sheet (Korneuburg)", "Volunteer buddies for refugees (Korneuburg)"} <= set(korneuburg)
    tulln = rows["Tulln an der Donau"]
    assert "Tulln container settlement" in tulln["others_there"]  # A 1241-1242
    assert {"Caritas (Austria)", "Red Cross (Austria)"} <= set(tulln["works_with"])  # A 1255-1257


def test_not_fully_or_not_yet_there(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = [row for row in answer_to(SLUG).rows if row["answer"] != "stated absent"]
    assert row["lra"] == "Bucharest"
    assert len(row["not_yet"]) == 2  # the directorate: A 1676-1677; a policy in the making: A 2178-2180
    assert rests_on(row, "admin4all-2016", 1676)
    assert rests_on(row, "admin4all-2016", 2179)
    assert row["planned"] == ["Local Diversity Charter (Bucharest)"]  # A 1663
    assert row["policies"] == []


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == 5
    assert answer.of > 70
    assert "four are stated to have no structure or policy for migrants, or for some of them" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"


def test_a_country_where_it_is_not_stated(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="Italy")  # Bari, Florence, Milan and Naples have one: A 843, 953, 1072, 1184
    assert (answer.count, list(answer.rows)) == (0, [])
    assert answer.of > 4
    assert answer.headline.endswith("That is not evidence that they have one.")
    assert answer_to(SLUG, country="Malta").of == 0
