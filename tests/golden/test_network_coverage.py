"""Where networks have members: only two coalitions in Poland have all their members printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "network-coverage"
WARSAW, WROCLAW = "Foundations' Council of the Warsaw Multicultural Centre", "Wroclaw Welcomes Refugees"


def test_two_lists_of_organisations_in_poland(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    answer = answer_to(SLUG)
    assert [(row["network"], row["country"], row["level"], row["members"], row["as_of"]) for row in answer.rows] == [
        (WARSAW, "PL", "organisation", 18, "2016"),  # A 1507-1529
        (WROCLAW, "PL", "organisation", 10, "2016"),  # A 1591-1602
    ]
    warsaw, wroclaw = answer.rows
    assert {"Adulis Foundation", "Other Space Foundation", "Somali Community in Poland"} < set(warsaw["names"])  # A 1520, 1513, 1525
    assert {"House of Peace Foundation", "Nomada Association", "Amnesty International Wrocław"} < set(wroclaw["names"])  # A 1593, 1594, 1596
    assert rests_on(warsaw, "admin4all-2016", 1520)
    assert rests_on(wroclaw, "admin4all-2016", 1594)


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert (answer.count, answer.of) == (2, 36)
    assert f"{WARSAW} has 18 members on its list as of 2016 (no LRA; all in Poland)" in answer.headline
    assert answer.as_of == "2016 (ADMIN4ALL 2016)"


def test_other_countries_are_not_called_empty_for_a_network_of_one_country(answer_to: AnswerTo) -> None:
    assert {row["country"] for row in answer_to(SLUG, network=WARSAW).rows} == {"PL"}


@pytest.mark.parametrize("given", [{"network": "CLIP"}, {"network": "ERLAI"}, {"network_scope": "european_lra"}])
def test_where_the_european_networks_have_members_cannot_be_seen(answer_to: AnswerTo, given: dict[str, str]) -> None:
    """The authorities of eight Member States in ERLAI are not named: C 1014-1017."""
    answer = answer_to(SLUG, **given)
    assert (answer.answerable, list(answer.rows)) == (False, [])
    assert "load its list of members, with the date of the list" in answer.headline
