"""How far networks have the same members: the two complete lists in the reports share nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "overlap-of-networks"
WARSAW, WROCLAW = "Foundations' Council of the Warsaw Multicultural Centre", "Wroclaw Welcomes Refugees"


def test_two_lists_and_nobody_on_both(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    answer = answer_to(SLUG)
    # 18 numbered organisations (A 1512-1529) and ten in a list (A 1593-1602); no name is in both.
    assert [(row["network"], row["members"], row["as_of"], row["other"], row["shared"]) for row in answer.rows] == [
        (WARSAW, 18, "2016", None, 0),
        (WROCLAW, 10, "2016", None, 0),
    ]
    assert (answer.count, answer.of) == (0, 1)
    assert rests_on(answer.rows[0], "admin4all-2016", 1512)
    assert rests_on(answer.rows[1], "admin4all-2016", 1593)
    assert answer.headline == f"None of the two networks with a complete, dated list of members ({WARSAW} and {WROCLAW}) shares a member with another."


def test_of_one_network(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, network=WROCLAW)
    assert [row["network"] for row in answer.rows] == [WROCLAW]
    assert answer.headline == f"{WROCLAW} shares no member with the one other network with a complete, dated list of members."


@pytest.mark.parametrize("given", [{"network": "CLIP"}, {"network": "Eurocities"}, {"network_scope": "european_lra"}])
def test_networks_of_which_few_are_named_cannot_be_compared(answer_to: AnswerTo, given: dict[str, str]) -> None:
    answer = answer_to(SLUG, **given)  # C 944-1093: no list of members is printed
    assert (answer.answerable, list(answer.rows)) == (False, [])
    assert "load their lists of members" in answer.headline
