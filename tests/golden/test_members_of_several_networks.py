"""Who is in more than one network: the reports name one body, and give two complete lists of members."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "members-of-several-networks"


def test_the_commission_is_in_two(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = answer_to(SLUG).rows
    assert (row["body"], row["sort"], row["country"]) == ("European Commission", "organisation", None)
    # Takes part in EUKN (C 1091-1093), began Intercultural Cities with the Council of Europe (C 1068-1069).
    assert list(zip(row["networks"], row["roles"], strict=True)) == [("EUKN", "member"), ("Intercultural Cities", "founder")]
    assert rests_on(row, "cses-2013", 1092)
    assert rests_on(row, "cses-2013", 1068)
    assert row["with_complete_list"] == []


def test_eurocities_is_a_network_itself(answer_to: AnswerTo) -> None:
    assert "Eurocities" not in {row["body"] for row in answer_to(SLUG).rows}  # takes part in EUKN: C 1091-1093


def test_it_is_called_a_minimum(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.headline.startswith(f"One of {answer.of} bodies recorded in a network is recorded in two or more: European Commission")
    # Only two coalitions in Poland have all their members printed: A 1507-1529, 1591-1602.
    assert "two of the 36 networks looked at have a complete, dated list of members (nobody is on two of these lists)" in answer.headline
    assert answer.as_of == "2012 (CSES 2013)"


def test_nobody_in_poland(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="Poland")
    assert (answer.count, list(answer.rows)) == (0, [])
    assert answer.of >= 18 + 10  # A 1512-1529, 1593-1602: no name is on both lists
    assert "does not mean that there is none" in answer.headline


def test_what_it_is_in_each_stands_in_the_headline(answer_to: AnswerTo) -> None:
    assert "European Commission in EUKN and Intercultural Cities (founder)" in answer_to(SLUG).headline  # C 1091-1093, 1068-1069


def test_lras_alone(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, level="municipality")
    assert answer.count == 0
    assert answer.of >= 4  # Stuttgart, Vienna, Amsterdam: C 951-954; Milan: A 1099


def test_networks_of_lras_in_europe_cannot_be_seen(answer_to: AnswerTo) -> None:
    """Three of the thirty cities of CLIP are named, of the others none: C 951-958."""
    answer = answer_to(SLUG, network_scope="european_lra")
    assert (answer.answerable, list(answer.rows)) == (False, [])
    assert answer.headline.startswith("This cannot be seen from what is loaded. It needs complete, dated lists of members of at least two of the networks")
