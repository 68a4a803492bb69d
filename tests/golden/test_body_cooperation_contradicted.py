"""Where Appendix D of CSES 2013 ticks a yes and the text states a lack; of the bodies with a no, no link is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "body-cooperation-contradicted"
FORUM, NCPI = "European Integration Forum", "National Contact Points on Integration"


def test_two_with_a_yes_of_which_a_lack_is_stated(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    forum, ncpi = answer_to(SLUG).rows
    assert (forum["body"], ncpi["body"]) == (FORUM, NCPI)
    assert {forum["cooperates"], ncpi["cooperates"]} == {"yes"}
    assert rests_on(forum, "cses-2013", 7625)  # the tick
    assert rests_on(forum, "cses-2013", 904)  # the CoR should be fully involved in the Forum: C 902-905
    assert rests_on(ncpi, "cses-2013", 7653)  # the tick
    assert rests_on(ncpi, "cses-2013", 921)  # no lasting, structured dialogue: C 917-923, 3385-3394
    assert "Some contact points talk with LRAs regularly, but no lasting, formal dialogue exists." in ncpi["lacks"]


def test_of_those_with_a_no_no_link_is_recorded(answer_to: AnswerTo) -> None:
    """NORFACE, ODYSSEUS, CARIM and the European Migration Policy Centre: C 7921, 7927, 7933, 7965."""
    answer = answer_to(SLUG)
    assert [row for row in answer.rows if row["cooperates"] == "no" or row["lras_linked"] or row["lras_without"]] == []
    assert answer.headline.endswith("none that is stated not to cooperate has a link with an LRA recorded.")


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert (answer.count, answer.of) == (2, 13)  # Appendix D lists thirteen bodies: C 7561-7965
    assert f"of two that are stated to cooperate, a lack or a missing link is stated elsewhere ({FORUM} and {NCPI})" in answer.headline
    assert "does not make the yes wrong" in answer.question.caveat
    assert answer.as_of == "2012 (CSES 2013)"
