"""The structure of loaded networks: on the two reports alone none of it can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo

# Neither report prints the members of a network of LRAs: of CLIP's 30 cities (C 958) three are named (C 951-954), of Eurocities' 140, ERLAI's 30 and
# the 21 Intercultural Cities no list is given (C 991-994, 1008-1017, 1067-1074). The two complete lists have no LRA on them: those of
# Wroclaw Welcomes Refugees (A 1591-1602) and of the council of the Warsaw centre (A 1507-1529).
OF_COUNTRIES = ("bridging-organisations", "brokerage-roles", "cross-border-ties", "likely-missing-links")
OF_NETWORKS = ("nested-membership", "what-hangs-together")
PARTS = [{}, {"network_scope": "european_lra"}, {"network_scope": "coalition"}]
CASES = [(slug, given) for slug in (*OF_COUNTRIES, *OF_NETWORKS) for given in PARTS]
CASES += [(slug, {"country": country}) for slug in OF_COUNTRIES for country in ("PL", "MT")]


@pytest.mark.parametrize(("slug", "given"), CASES)
def test_it_cannot_be_seen(answer_to: AnswerTo, slug: str, given: dict[str, str]) -> None:
    answer = answer_to(slug, **given)
    assert not answer.answerable
    assert (answer.count, list(answer.rows)) == (0, [])
    assert answer.headline.startswith("This cannot be seen from what is loaded. It needs complete lists of members")
    assert "load lists of members of networks" in answer.headline
