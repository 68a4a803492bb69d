"""Whether smaller lists lie within larger ones: on the two reports alone this cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo

SLUG = "nested-membership"

# Neither report prints the members of a network of LRAs: of CLIP's 30 cities (C 958) three are named (C 951-954), of Eurocities' 140, ERLAI's 30 and
# the 21 Intercultural Cities no list is given (C 991-994, 1008-1017, 1067-1074). The two complete lists have no LRA on them: those of
# Wroclaw Welcomes Refugees (A 1591-1602) and of the council of the Warsaw centre (A 1507-1529).


def test_it_cannot_be_seen(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert not answer.answerable
    assert list(answer.rows) == []
    assert answer.count == 0
    assert answer.headline.startswith("This cannot be seen from what is loaded. It needs complete lists of members")
    assert "load lists of members of networks" in answer.headline


@pytest.mark.parametrize("given", [{"network_scope": "european_lra"}, {"network_scope": "coalition"}])
def test_nor_for_a_part(answer_to: AnswerTo, given: dict[str, str]) -> None:
    answer = answer_to(SLUG, **given)
    assert not answer.answerable
    assert list(answer.rows) == []
