"""Appendix D (C 7556-7976): 13 bodies, a tick or a cross for each, and how they cooperate with LRAs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "bodies-cooperating-with-lras"

# Body: the line of the tick, words of the ways, words of the platform. Cells of C 7731-7770 run together: ways that
# four ticks share there are assigned in their order.
YES = {
    "European Integration Forum": (7625, ["fora", "dialogue", "common basic principles"], []),  # C 7627-7637; which column is not plain
    "European Migration Network": (7639, ["national networks"], ["workshops", "events", "newsletters"]),  # C 7641-7651
    "National Contact Points on Integration": (7653, ["national networks"], ["workshops", "events", "newsletters"]),  # C 7655-7665
    "European Asylum Support Office": (7731, ["authorities represented at"], ["guidance", "events"]),  # C 7733-7738, 7744
    "EUNET Integration Network": (7747, ["open to lras"], ["conferences", "events"]),  # C 7749-7753
    "General Directors' Immigration Services Conference": (7755, ["annual conferences open to lras"], ["conferences", "events"]),  # C 7757-7765
    "IMISCOE": (7767, ["open to lras"], ["research projects", "events"]),  # C 7761-7762, 7768-7770
    "International Centre for Migration Policy Development": (7836, ["open to lras"], ["conferences", "events"]),  # C 7838-7842
    "ICONet": (7844, ["web-based", "lras"], ["information", "exchange"]),  # C 7846-7853
}
NO = {"NORFACE": 7921, "ODYSSEUS Network": 7927, "CARIM": 7933, "European Migration Policy Centre": 7965}


def test_nine_cooperate_and_four_do_not(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    answer = answer_to(SLUG)
    assert {row["body"]: row["cooperates"] for row in answer.rows} == {**dict.fromkeys(YES, "yes"), **dict.fromkeys(NO, "no")}
    assert (answer.count, answer.of) == (9, 13)
    assert answer.as_of == "2012 (CSES 2013)"
    assert "13 bodies" in answer.headline
    yes, no = answer.headline.split(" four do not ")
    assert "it is stated that nine do" in yes
    assert all(body in yes for body in YES)
    assert all(body in no for body in NO)
    assert answer.question.caveat


@pytest.mark.parametrize(("body", "tick"), [*((body, line) for body, (line, _, _) in YES.items()), *NO.items()])
def test_each_answer_rests_on_its_tick(answer_to: AnswerTo, rests_on: RestsOn, body: str, tick: int) -> None:
    row = next(row for row in answer_to(SLUG).rows if row["body"] == body)
    assert rests_on(row, "cses-2013", tick)


@pytest.mark.parametrize("body", YES)
def test_ways_of_cooperation(answer_to: AnswerTo, body: str) -> None:
    row = next(row for row in answer_to(SLUG).rows if row["body"] == body)
    assert all(word in row["how"].lower() for word in YES[body][1])


@pytest.mark.parametrize("body", [body for body, (_, _, platform) in YES.items() if platform])
def test_platform_of_cooperation(answer_to: AnswerTo, body: str) -> None:
    """The third column of the appendix stands in a column of its own."""
    row = next(row for row in answer_to(SLUG).rows if row["body"] == body)
    assert all(word in (row["platform"] or "").lower() for word in YES[body][2])


def test_no_way_is_given_for_bodies_that_do_not_cooperate(answer_to: AnswerTo) -> None:
    rows = {row["body"]: row for row in answer_to(SLUG).rows}
    assert [(rows[body]["how"], rows[body]["platform"]) for body in NO] == [(None, None)] * 4  # dashes: C 7923-7937, 7970-7976


def test_the_appendix_names_no_lra(answer_to: AnswerTo) -> None:
    assert [row["body"] for row in answer_to(SLUG).rows if row["named_lras"]] == []
