"""What is stated to have been taken up elsewhere, followed or continued, and what not: CSES 2013, Appendix A, "scope for replication"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "practice-taken-up"


def test_taken_up_elsewhere(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["case_study"]: row for row in answer_to(SLUG).rows if row["answer"] == "taken up elsewhere"}
    assert list(rows) == [28, 30, 22, 24]  # by country: Finland, Italy, Romania, Sweden
    assert rests_on(rows[28], "cses-2013", 6773)  # language teaching of SELMA
    assert rests_on(rows[30], "cses-2013", 6945)
    assert all("where is not named" in rows[number]["taken_up"][0] for number in (28, 30))
    assert "manual" in rows[22]["taken_up"][0]  # in a network, by NGOs and the immigration office: C 6150-6151; outside Suceava: C 3199-3202
    assert rests_on(rows[22], "cses-2013", 6150)
    assert "all reception centres but three" in rows[24]["taken_up"][0]  # C 6420-6421


def test_followed_or_continued(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    found = [row for row in answer_to(SLUG).rows if row["answer"] == "followed or continued"]
    rows = {row["case_study"] or row["project"]: row for row in found}
    assert rows[11]["followed_by"] == ["Startchance"]  # C 5122
    assert rests_on(rows[11], "cses-2013", 5122)
    (manual,) = (row for row in answer_to(SLUG).rows if row["case_study"] == 22)  # its manual was taken up as well
    assert len(manual["followed_by"]) == 1  # five other counties and Bucharest: C 6155-6159
    assert rests_on(manual, "cses-2013", 6156)
    assert "Helsinki and Espoo" in rows[29]["continued"][0]  # C 6831
    assert len(rows[34]["followed_by"]) == 1  # C 7267
    assert "no end date" in rows[7]["continued"][0]  # C 4656-4658
    assert "theatre company" in rows[23]["continued"][0]  # C 6304-6306
    assert rests_on(rows[37], "cses-2013", 7491)  # the bureau commits itself after two funded years
    centre, info_point, commission = "Regional Cross-section Migration Policy in Support of Migrants", "Amiga", "Multicultural commission of Roubaix"
    assert rows[commission]["followed_by"] == ["CRIC"]  # replaced in 2011: C 4064-4065
    assert rests_on(rows[centre], "admin4all-2016", 1506)
    assert rests_on(rows[info_point], "admin4all-2016", 1350)
    # 10: courses until 2013: C 5003, 5022-5023
    assert set(rows) == {7, 10, 11, 23, 29, 34, 37, centre, info_point, commission}
    assert len(found) == len(rows)


def test_planned_is_not_done(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["case_study"]: row for row in answer_to(SLUG).rows if row["answer"] == "planned"}
    assert set(rows) == {19, 20, 31, 35, 36}  # C 5769; 5962; 7049-7050; 7353-7355; 7422
    assert rests_on(rows[36], "cses-2013", 7422)
    assert "Hesse" in rows[36]["planned"][0]


def test_stated_not_taken_up(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = [row for row in answer_to(SLUG).rows if row["answer"] == "stated not taken up"]
    assert (row["project"], row["country"]) == ("CRIC", "FR")
    assert rests_on(row, "cses-2013", 4085)
    assert len(row["not_taken_up"]) == 1  # said once


def test_that_it_could_be_replicated_is_no_take_up(answer_to: AnswerTo) -> None:
    told = {row["case_study"] for row in answer_to(SLUG).rows if row["answer"] == "taken up elsewhere"}
    assert not told & {2, 14, 15, 18, 23, 37}  # could or may be: C 4188, 5399-5401, 5492, 5723, 6317, 7538


def test_what_can_be_read_in_two_ways_is_unclear(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    """“Considered to be fully replicated” by other authorities (C 5243-5244), and then what to heed in replication (C 5245-5246)."""
    answer = answer_to(SLUG)
    (row,) = [row for row in answer.rows if row["answer"] == "unclear"]
    assert (row["case_study"], row["taken_up"], len(row["left_open"])) == (12, [], 2)
    assert rests_on(row, "cses-2013", 5244)
    assert "of one what leaves it open whether it was taken up" in answer.headline


def test_to_take_up_practice_of_others_is_not_to_be_taken_up(answer_to: AnswerTo) -> None:
    assert 8 not in {row["case_study"] for row in answer_to(SLUG).rows}  # practice from the United Kingdom: C 4800-4802


def test_the_phases_of_one_project_do_not_follow_each_other(answer_to: AnswerTo) -> None:
    assert 5 not in {row["case_study"] for row in answer_to(SLUG).rows}  # the Information Centre and its second phase: C 4465-4466


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == 4 + 10
    assert "of four that the practice was taken up elsewhere" in answer.headline
    assert "of one that it was not taken up elsewhere (CRIC)" in answer.headline
    none = answer_to(SLUG, country="Greece")
    assert (none.count, list(none.rows)) == (0, [])
    assert none.of > 0
    assert "not evidence" in none.headline
