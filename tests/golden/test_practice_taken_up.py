"""What is stated to have been taken up elsewhere, followed or continued, and what not: CSES 2013, Appendix A, "scope for replication"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "practice-taken-up"


def test_taken_up_elsewhere(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = [row for row in answer_to(SLUG).rows if row["answer"] == "taken up elsewhere"]
    assert [row["case_study"] for row in rows] == [28, 30]
    assert rests_on(rows[0], "cses-2013", 6773)  # language teaching of SELMA
    assert rests_on(rows[1], "cses-2013", 6945)
    assert all("where is not named" in row["taken_up"][0] for row in rows)


def test_followed_or_continued(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["case_study"]: row for row in answer_to(SLUG).rows if row["answer"] == "followed or continued"}
    assert rows[11]["followed_by"] == ["Startchance"]  # C 5122
    assert rests_on(rows[11], "cses-2013", 5122)
    assert len(rows[22]["followed_by"]) == 1  # five other counties and Bucharest: C 6155-6159
    assert rests_on(rows[22], "cses-2013", 6156)
    assert "Helsinki and Espoo" in rows[29]["continued"][0]  # C 6831
    assert len(rows[34]["followed_by"]) == 1  # C 7267
    assert rows[None]["followed_by"] == ["CRIC"]  # the multicultural commission of Roubaix, replaced in 2011: C 4064-4065
    assert set(rows) == {10, 11, 22, 29, 34, None}  # 10: courses until 2013: C 5003, 5022-5023


def test_planned_is_not_done(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["case_study"]: row for row in answer_to(SLUG).rows if row["answer"] == "planned"}
    assert set(rows) == {19, 20, 31, 35, 36}  # C 5769; 5962; 7049-7050; 7353-7355; 7422
    assert rests_on(rows[36], "cses-2013", 7422)
    assert "Hesse" in rows[36]["planned"][0]


def test_stated_not_taken_up(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = [row for row in answer_to(SLUG).rows if row["answer"] == "stated not taken up"]
    assert (row["project"], row["country"]) == ("CRIC", "FR")
    assert rests_on(row, "cses-2013", 4085)


def test_that_it_could_be_replicated_is_no_take_up(answer_to: AnswerTo) -> None:
    told = {row["case_study"] for row in answer_to(SLUG).rows}
    assert not told & {2, 14, 15, 18, 23, 37}  # could or may be: C 4188, 5399-5401, 5492, 5723, 6317, 7538


def test_the_phases_of_one_project_do_not_follow_each_other(answer_to: AnswerTo) -> None:
    assert 5 not in {row["case_study"] for row in answer_to(SLUG).rows}  # the Information Centre and its second phase: C 4465-4466


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == 8
    assert "of two that the practice was taken up elsewhere" in answer.headline
    assert "of one that it was not taken up elsewhere (CRIC)" in answer.headline
    none = answer_to(SLUG, country="Poland")
    assert (none.count, list(none.rows)) == (0, [])
    assert none.of > 0
    assert "not evidence" in none.headline
