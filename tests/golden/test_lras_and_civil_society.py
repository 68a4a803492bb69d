"""Which LRAs have a stated link with civil society and research, and where the source looked and states none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "lras-and-civil-society"
GROUPS = ("migrants", "ngos", "research", "observatories")


def by_name(answer_to: AnswerTo, **given: str) -> dict[str, Any]:
    return {row["lra"]: row for row in answer_to(SLUG, **given).rows}


def answers(row: dict[str, Any]) -> dict[str, str]:
    return {group: row[f"{group}_answer"] for group in GROUPS}


def test_named(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = by_name(answer_to)
    assert rows["Naples"]["ngos"] == [  # A 1198-1207
        "Associazione N:EA – Napoli Europa Africa Onlus", "Chi rom e chi no Onlus", "Cooperativa Sociale DEDALUS", "LESS Impresa Sociale Onlus",
    ]  # fmt: skip
    assert rests_on(rows["Naples"], "admin4all-2016", 1200)
    assert rows["Milan"]["migrants"] == ["Oltre le Frontiere, territorial structure in Milan"]  # A 1129-1131
    assert rows["Poznan"]["research"] == ["Adam Mickiewicz University", "Centre for Migration Research (CeBaM)"]  # A 1349-1353, 1385-1386
    assert rows["Cluj-Napoca"]["ngos"] == ["League for the Defence of Human Rights Cluj (LADO)"]  # A 1764-1765
    assert rows["Lombardy"]["observatories"] == ["Regional Observatory for Integration and Multi-ethnicity (Lombardy)"]  # A 1144-1145, C 6937-6938
    assert rows["Hamburg"]["migrants"] == ["Unternehmer ohne Grenzen e.V."]  # Hamburg pays for what it leads: C 5079-5080, 5101, 5296-5297


def test_where_the_source_looked_and_states_none(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = by_name(answer_to)
    wroclaw = rows["Wroclaw"]  # A 1574-1616: services of the city, a coalition that wants a dialogue, a university; no link of the city with them
    assert set(answers(wroclaw).values()) == {"none stated"}
    assert {"Nomada Association", "Muslim Cultural Centre (Wroclaw)", "University of Wroclaw"} <= set(wroclaw["in_the_place"])  # A 1594, 1610, 1614
    assert wroclaw["planned"] == ["Wroclaw Welcomes Refugees"]  # A 1587
    assert rests_on(wroclaw, "admin4all-2016", 1558)
    assert answers(rows["Cluj-Napoca"]) == {"migrants": "none stated", "ngos": "named", "research": "none stated", "observatories": "none stated"}
    assert "Babes-Bolyai University of Cluj" in rows["Cluj-Napoca"]["in_the_place"]  # A 1784


def test_partners_whose_kind_the_words_tell_leave_other_kinds_not_open(answer_to: AnswerTo) -> None:
    rows = by_name(answer_to)
    assert answers(rows["Bari"])["research"] == "none stated"  # third sector, institutions for papers: A 854-864; the university's observatory: A 900-904
    assert answers(rows["Naples"])["observatories"] == "none stated"  # institutions for migration, third sector: A 1194-1207; research: A 1217-1218
    assert answers(rows["Naples"])["migrants"] == "left open"  # the third sector may be of migrants
    assert answers(rows["Milan"])["research"] == "left open"  # all local public institutions: A 1077-1079
    assert answers(rows["Bucharest"])["research"] == "left open"  # partners of which nothing is said: A 1700-1701


def test_partners_without_a_name_are_not_none(answer_to: AnswerTo) -> None:
    rows = by_name(answer_to)
    assert (rows["Poznan"]["ngos"], rows["Poznan"]["ngos_answer"]) == ([], "without a name")  # several NGOs: A 1363-1364
    assert rows["Poznan"]["migrants_answer"] == "left open"  # they may be of migrants
    assert answers(rows["Bucharest"])["ngos"] == "left open"  # a project with partners that are not named: A 1700-1701; agreements are planned: A 1679-1680
    assert "NGOs active in integration" in rows["Bucharest"]["planned"]
    assert rows["Roubaix"]["ngos_answer"] == "without a name"  # the associations of CRIC: C 4064-4073
    assert {rows[city]["ngos_answer"] for city in ("Barcelona", "Lleida", "Madrid")} == {"without a name"}  # partnerships with NGOs: C 704-706
    assert "several NGOs" in rows["Warsaw"]["unnamed"]  # the city pays some of their costs: A 1481-1483
    assert rows["Järvenpää"]["ngos_answer"] == "not looked for"  # workers of NGOs are whom SELMA was for: C 6734


def test_the_profile_of_the_austrian_towns_has_no_heading_on_research(answer_to: AnswerTo) -> None:
    korneuburg = by_name(answer_to)["Korneuburg"]  # A 1245-1297
    assert korneuburg["ngos"] == ["Caritas (Austria)", "Red Cross (Austria)"]  # A 1257
    assert answers(korneuburg) == {"migrants": "none stated", "ngos": "named", "research": "not looked for", "observatories": "not looked for"}


def test_stated_to_have_no_part_is_neither_none_nor_unknown(answer_to: AnswerTo) -> None:
    flanders = by_name(answer_to)["Flanders"]  # C 4708
    assert (flanders["answer"], flanders["ngos_answer"], flanders["migrants_answer"]) == ("stated to be absent", "stated to be absent", "not looked for")


def test_to_sit_in_the_place_is_no_link(answer_to: AnswerTo) -> None:
    apulia = by_name(answer_to)["Apulia"]  # the observatory is of the University of Bari: A 900-904
    assert (apulia["answer"], apulia["observatories"], len(apulia["in_the_place"])) == ("unknown", [], 1)
    assert by_name(answer_to)["Bari"]["research"] == []


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.of == len(answer.rows) == 83
    assert "; NGOs: Wroclaw; universities and research bodies: Bari, Cluj-Napoca, Naples, Warsaw and Wroclaw; observatories: " in answer.headline
    assert "; some with more than one kind)" in answer.headline
    assert "these sources did not look for one" in answer.headline


def test_of_one_country_and_level(answer_to: AnswerTo) -> None:
    assert set(by_name(answer_to, country="RO", level="municipality")) == {"Bucharest", "Cluj-Napoca", "Constanta", "Suceava"}
