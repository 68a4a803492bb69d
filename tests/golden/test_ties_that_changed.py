"""Which links ended, resumed, are limited, planned or stated to be absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "ties-that-changed"


def told(answer_to: AnswerTo, state: str, **given: str) -> set[tuple[str, str, str]]:
    return {(row["one"], row["link"], row["other"]) for row in answer_to(SLUG, **given).rows if row["state"] == state}


def test_an_agreement_that_broke_and_came_back(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    """With the Bar from 2004, broken in 2006, a new agreement in 2010: C 4549, 4554-4559."""
    (row,) = [row for row in answer_to(SLUG).rows if row["state"] == "resumed" and row["one"] == "Basque Country"]
    assert (row["link"], row["other"], row["years"]) == ("cooperate with", "Bar Association (Basque Country)", ["2004–2006", "from 2010"])
    assert rests_on(row, "cses-2013", 4554)
    assert "and again from 2010" in next(s for s in answer_to(SLUG).row_sentences if s.startswith("Basque Country"))


def test_ended(answer_to: AnswerTo) -> None:
    found = told(answer_to, "ended")
    assert {one for one, _, other in found if other == "SELMA"} == {"Järvenpää", "Kerava", "Tuusula"}  # C 6743-6744
    assert ("IOM Romania", "run", "Migrant information centres (MICs)") in found  # A 1703-1705
    assert not [one for one, _, other in found if other == "Coprod Migrants"]  # ended with the project, 2012: C 4221-4233


def test_limited(answer_to: AnswerTo) -> None:
    assert told(answer_to, "limited") == {("Poznan", "cooperate with", "Office for Foreigners")}  # A 1361


def test_planned_agreements(answer_to: AnswerTo) -> None:
    planned = {other for one, link, other in told(answer_to, "planned") if one == "Bucharest" and link == "cooperate with"}
    assert planned == {  # eight institutions are listed, the healthcare authorities among them, and two local offices: A 1679-1693
        "Agency for Employment (Romania)", "Ministry of Labour (Romania)", "National Fiscal Administration", "Schools Inspectorate",
        "National Council for Recognition of Educational Degrees", "General Inspectorate for Immigration", "National Council for Combating Discrimination",
        "IOM Romania", "UNHCR Romania",
    }  # fmt: skip
    assert ("Hesse", "lead", "Landesprogramm Modellregionen Integration") in told(answer_to, "planned")  # C 7422


def test_where_a_planned_centre_is_to_lie_is_no_link(answer_to: AnswerTo) -> None:
    """MigraNet is to open a centre for the North-West of Romania: one plan, not two: A 1776-1777."""
    planned = [row for row in answer_to(SLUG, country="Romania").rows if "North-West of Romania" in row["one"] + row["other"]]
    assert [(row["one"].split(" ")[0], row["state"]) for row in planned] == [("MigraNet", "planned")]


def test_a_plan_to_widen_what_is_there(answer_to: AnswerTo) -> None:
    rows = {row["other"]: row["recorded"] for row in answer_to(SLUG).rows if row["state"] == "planned" and row["one"] == "Poznan"}
    assert rows["Adam Mickiewicz University"] == "recorded too"  # A 1349-1352, 1370-1371
    assert rows["Openness Council (Poznan)"] == "not recorded"  # A 1341-1342


def test_stated_to_be_absent(answer_to: AnswerTo) -> None:
    found = {(one, other) for one, _, other in told(answer_to, "stated to be absent")}
    assert ("CRIC", "France") in found  # C 4085
    assert ("Landesprogramm Modellregionen Integration", "Other national projects (Germany, as a group)") in found  # C 7423-7424
    assert ("NGOs and associations (Flanders, as a group)", "Inburgering") in found  # C 4708
    assert ("Vienna", "ADMIN4ALL") in found  # A 2296-2297


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == len(answer.rows) < answer.of
    assert "not counted as links" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"


def test_where_there_is_none(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="Czechia")
    assert not answer.rows
    assert "not evidence that all went on" in answer.headline
