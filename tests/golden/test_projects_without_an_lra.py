"""Which projects name no LRA as organiser, partner, funder: all case studies of Appendix A were read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interlocal.queries.question import Answer

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "projects-without-an-lra"
MAZOVIA, STOCKHOLM = "Mazovian Governor’s Office", "Stockholm County Administrative Board"

# Case study: LRAs named as organiser, as funder. None names an LRA as partner, but 28.
CASES: dict[int, tuple[list[str], list[str]]] = {
    1: (["Roubaix"], ["Roubaix"]),  # C 4052, 4073
    2: (["Lombardy"], []),  # C 4132; EU and a ministry pay: C 4161-4162
    3: (["Nantes"], ["Nantes"]),  # C 4227, 4250
    4: ([], []),  # a governor's office, of the state: C 4295-4302, 4326
    5: ([], []),  # two NGOs and the governor's office: C 4442-4447; EIF and the state pay: C 4467-4468
    6: (["Basque Country"], ["Basque Country"]),  # C 4535-4536, 4567-4569
    7: (["Flanders"], ["Flanders"]),  # C 4649-4653, 4684-4685
    8: ([], []),  # C 4740; two partners, neither an LRA: C 4794-4795; all from OPPA: C 4765-4766
    9: ([], ["Hamburg"]),  # C 1951-1952, 4838-4839; C 4875-4876
    10: ([], []),  # C 4923-4931, 4987-4989, 5012-5015
    11: ([], ["Hamburg"]),  # C 5079-5080, 5101
    12: ([], ["Gipuzkoa"]),  # C 5156-5157, 5167, 5194
    13: ([], ["Hamburg"]),  # C 5279-5286, 5296-5297
    14: (["Erfurt"], ["Erfurt"]),  # C 5362-5363, 5383
    15: ([], []),  # a development agency, a company: C 5429-5431; two institutes: C 5445-5446; EU and state pay: C 5462
    16: (["Lombardy"], []),  # C 5519; a ministry pays: C 5539
    17: (["North East Gothenburg"], ["North East Gothenburg"]),  # C 5605-5607, 5627; Frankfurt (C 5625) is a slip
    18: (["Tampere"], ["Tampere"]),  # C 5684, 5698
    19: ([], []),  # C 5762; EIF and a ministry pay: C 5788-5790
    20: (["Waterford"], []),  # C 5885; the local level pays, without a name: C 5942-5943
    21: ([], []),  # C 5978; local government pays, without a name: C 6005-6006
    22: ([], []),  # C 6056-6061, 6087-6090; prefecture, police and school inspectorate are of the state: C 6118-6122
    24: ([], []),  # C 6347-6352; money of the government: C 6369
    25: ([], []),  # C 6446-6451
    26: (["Lower Austria"], ["Lower Austria"]),  # C 6562-6564, 6582
    27: (["Lower Austria"], ["Lower Austria"]),  # C 6638-6639, 6662
    29: (["Espoo", "Helsinki"], ["Espoo", "Helsinki"]),  # C 6802-6807, 6820-6821
    30: (["Lombardy"], ["Lombardy"]),  # C 6879, 6907-6908
    31: (["Madrid Region"], ["Madrid Region"]),  # C 6978-6979, 7034-7035
    32: ([], []),  # C 7097-7102
    33: (["Lower Austria"], ["Lower Austria"]),  # C 7168-7169, 7203
    34: (["Lower Austria"], ["Lower Austria"]),  # C 7252, 7278
    35: (["Tampere"], []),  # C 7314; ESF alone is named: C 7353
    36: (["Hesse"], ["Hesse"]),  # C 7395, 7412
    37: ([], []),  # C 7465; the Home Office and a local partnership pay: C 7489-7496
}
NONE_AT_ALL = {number for number, roles in CASES.items() if roles == ([], [])}


def case_studies(answer: Answer, *columns: str) -> dict[int, tuple[list[str], ...]]:
    return {row["case_study"]: tuple(row[column] for column in columns) for row in answer.rows if row["case_study"]}


def without_any(answer: Answer) -> set[int]:
    return {number for number, roles in case_studies(answer, "lra_organisers", "lra_partners", "lra_funders").items() if not any(roles)}


def test_case_studies(answer_to: AnswerTo) -> None:
    told = case_studies(answer_to(SLUG), "lra_organisers", "lra_funders")
    assert told.pop(23)[0] == ["Valencia Region"]  # C 6190; the funders of the 20% are not told apart: C 6241-6242
    assert told == CASES


def test_no_case_study_but_selma_names_an_lra_as_partner(answer_to: AnswerTo) -> None:
    told = case_studies(answer_to(SLUG), "lra_partners")
    assert 28 not in told  # organisers, funders, and partners of the first phase: C 6716-6723, 6741-6744
    assert [number for number, (partners,) in told.items() if partners] == []


def test_case_studies_without_any_lra(answer_to: AnswerTo) -> None:
    assert without_any(answer_to(SLUG)) == NONE_AT_ALL == {4, 5, 8, 10, 15, 19, 21, 22, 24, 25, 32, 37}


def test_state_offices_count_when_asked_for(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, state_offices="true")
    assert without_any(answer) == NONE_AT_ALL - {4, 5, 24}
    told = case_studies(answer, "lra_organisers", "lra_partners", "lra_funders")
    assert told[4] == ([MAZOVIA], [], [MAZOVIA])  # C 4295-4302, 4326
    assert told[5][0] == [MAZOVIA]  # C 4445-4446
    assert told[24] == ([STOCKHOLM], [], [])  # called an LRA: C 6347-6352; the government pays: C 6369
    assert "state" in answer.headline
    assert answer.count == answer_to(SLUG).count - 3


# Other projects: LRAs as organiser, partner, funder.
OTHERS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "OPENCities": (["Belfast"], ["Poznan"], []),  # A 1376, 1382-1383; money of the EU: A 1381-1382
    "Amiga": ([], ["Poznan"], []),  # A 1385-1387
    "Regional Cross-section Migration Policy in Support of Migrants": ([], ["Cracow", "Lublin", "Warsaw"], []),  # A 1487-1491
    "Beyond the borders": (["Florence"], [], []),  # A 984-986
    "INTERACT – Integrated services for migrants, social and multicultural dialogue": ([], [], []),  # A 1723-1727
    "SUKURS": ([], [], []),  # A 1604-1606
    "IARA": ([], ["Naples"], []),  # A 1209-1211
    "ERLAIM": (["Emilia-Romagna"], [], []),  # C 1020-1024
}


@pytest.mark.parametrize("project", OTHERS)
def test_other_projects(answer_to: AnswerTo, project: str) -> None:
    row = next(row for row in answer_to(SLUG).rows if row["project"] == project)
    assert (row["lra_organisers"], row["lra_partners"], row["lra_funders"]) == OTHERS[project]


def test_the_twelve_cities_are_no_partners_of_admin4all(answer_to: AnswerTo) -> None:
    row = next(row for row in answer_to(SLUG).rows if row["project"] == "ADMIN4ALL")  # carried out for them: A 9-11
    assert (row["lra_organisers"], row["lra_partners"], row["lra_funders"]) == ([], [], [])


@pytest.mark.parametrize(
    ("country", "count", "of"),
    [("Hungary", 1, 1), ("NL", 1, 1), ("Greece", 2, 2), ("BE", 0, 1), ("Ireland", 0, 1), ("SE", 1, 2)],  # table 3.12: C 1836-2317
)
def test_of_one_country(answer_to: AnswerTo, country: str, count: int, of: int) -> None:
    answer = answer_to(SLUG, country=country)
    assert (answer.count, answer.of, len(answer.rows)) == (count, of, of)


def test_rows_rest_on_the_lines_of_the_organiser(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["case_study"]: row for row in answer_to(SLUG).rows}
    for number, line in {4: 2401, 8: 4740, 19: 5762, 21: 5978, 24: 6352, 25: 6446, 32: 7097, 37: 7465}.items():
        assert rests_on(rows[number], "cses-2013", line), number


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    missing = {role: sum(not row[f"lra_{role}s"] for row in answer.rows) for role in ("organiser", "partner", "funder")}
    none = [row for row in answer.rows if not (row["lra_organisers"] or row["lra_partners"] or row["lra_funders"])]
    assert answer.count == len(none)
    assert answer.count < len(answer.rows) < answer.of
    assert f"Of {answer.of} projects described" in answer.headline
    assert all(f"{number} name no LRA as {role}" in answer.headline for role, number in missing.items())
    assert f"{answer.count} name none in any of the three roles" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"
    assert answer.question.caveat
    assert all(row["evidence"] for row in answer.rows)


def test_a_project_and_its_phases_count_once(answer_to: AnswerTo) -> None:
    """Two budgets of case study 5, which names its organisers for both: C 4442-4447, 4465-4468."""
    assert [row["project"] for row in answer_to(SLUG, country="PL").rows if row["project"].startswith("Information Centre for Foreigners")] == []


def test_none_reads_as_none(answer_to: AnswerTo) -> None:
    assert "no name none" not in answer_to(SLUG, country="SE", state_offices="true").headline
