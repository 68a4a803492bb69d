"""What the reports say of evaluation: CSES asks it of each case study (Appendix A), nobody asks it of other projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "projects-evaluated"

# By number of the case study.
EVALUATED = {
    6: [],  # C 4618-4623
    8: [],  # a final monitoring report: C 4819
    9: ["Frankfurt University"],  # C 4902-4904
    10: [],  # a limited internal one: C 5055
    11: ["Technical University of Hamburg-Harburg", "ZEPRA"],  # C 5118-5121, 5127-5129
    12: [],  # C 5250-5252
    13: [],  # C 5333
    14: [],  # a report to the council every two years: C 5402
    18: [],  # C 5729
    19: [],  # C 5863-5864
    20: [],  # C 5964-5965
    21: [],  # C 6044-6046
    22: ["Romanian Court of Auditors"],  # C 6165-6167
    23: [],  # C 6320-6321
    28: [],  # C 6775
    29: [],  # C 6849-6850
    30: [],  # C 6950-6953
    31: [],  # C 7072-7075
    35: [],  # C 7362
    37: [],  # C 7549-7550
}
# At the end of the period: C 4190-4192; two last months: C 4272-4273; after 18 months: C 5573; under way: C 6516, 6530; report due in 2013: C 7429-7430, 7439.
PLANNED = {2, 3, 16, 25, 36}
UNCLEAR = {4, 7, 17}  # under other projects: C 4410; a report is quoted (C 4709) and none is said to be (C 4715); words of another case: C 5641-5647
STATED_NOT = {1, 5}  # C 4088; C 4505
NOTHING = {15, 24, 26, 27, 32, 33, 34}  # an empty cell, "-" or "N/A": C 5497, 6422, 6604, 6689, 7150, 7216-7219, 7294-7303


def test_every_case_study(answer_to: AnswerTo) -> None:
    rows = {row["case_study"]: row for row in answer_to(SLUG).rows if row["case_study"]}
    by_answer = {
        answer: {number for number, row in rows.items() if row["answer"] == answer}
        for answer in ("evaluated", "planned or under way", "unclear", "stated not evaluated", "not stated")
    }
    assert by_answer == {
        "evaluated": set(EVALUATED), "planned or under way": PLANNED, "unclear": UNCLEAR, "stated not evaluated": STATED_NOT, "not stated": NOTHING,
    }  # fmt: skip
    assert len(rows) == 37
    assert {number: rows[number]["evaluators"] for number in EVALUATED} == EVALUATED
    # "Romanian Integration Office", perhaps the immigration office: C 6165.
    assert {number: row["left_open"] for number, row in rows.items() if row["left_open"]} == {22: ["Romanian Office for Immigration"]}


def test_of_other_projects_nothing_is_said(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert {row["answer"] for row in answer.rows if not row["case_study"]} == {"not stated"}
    assert answer.count == len(EVALUATED)
    assert f"{len(EVALUATED)} are said to have been evaluated (three with a named evaluator)" in answer.headline
    assert "two are stated not to have been evaluated" in answer.headline
    assert "not evidence" in answer.headline


def test_where_it_stands(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["case_study"]: row for row in answer_to(SLUG).rows}
    for number, line in ((9, 4903), (11, 5127), (1, 4088), (5, 4505), (3, 4272), (7, 4709), (7, 4715), (35, 7362)):
        assert rests_on(rows[number], "cses-2013", line)
    assert rows[26]["evidence"]  # where the project is described


def test_of_one_country(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="Poland")
    assert [row["answer"] for row in answer.rows if row["case_study"]] == ["unclear", "stated not evaluated"]
    assert "none is said to have been evaluated" in answer.headline
    assert answer_to(SLUG, country="Malta").of == 0
