"""The structure of the two complete lists of members on the small graph: who bridges them, and how far they hang together, cross borders and nest.

Questions: bridging-organisations, brokerage-roles, likely-missing-links, what-hangs-together, cross-border-ties, nested-membership. Expected values
come from the tables beside this file, by hand:

    North Network, 2013: Aville (France), Berre (France), Dorano (Italy)            alpha-2014#11, 101-103
    South Network, 2017: Berre (France), Dorano (Italy, observer), Elsa (Italy)     beta-2018#12, 105-107

On no complete list: Corval, which left North in 2010 (alpha-2014#104) and founded Open (alpha-2014#109); Helpers and Aid of Migrants, whose networks have
partial lists (networks.csv); Nordy, which only plans a network (alpha-2014#110); Farno. So five pairs share a list, and Aville and Elsa do not.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Any

import pytest

from tests.small.reading import told, unseen

if TYPE_CHECKING:
    from tests.small.conftest import Answers

NORTH, SOUTH = "North Network", "South Network"
OF_COUNTRIES = ("bridging-organisations", "brokerage-roles", "likely-missing-links", "cross-border-ties")
SLUGS = (*OF_COUNTRIES, "what-hangs-together", "nested-membership")
BOTH_LISTS = "two complete lists: North Network (2013) and South Network (2017)"
OF_BERRE = ["alpha-2014#102", "alpha-2014#11", "beta-2018#105", "beta-2018#12"]  # the two lists, and Berre on each
OF_BOTH = ["alpha-2014#103", "beta-2018#106", *OF_BERRE]  # Dorano too
OF_LISTS = [
    "alpha-2014#101",
    "alpha-2014#11",
    "beta-2018#105",
    "beta-2018#12",
]  # of what rests on whole lists: each list, and the first passage on who is on it


def near(value: float) -> Any:
    """As far as four decimals tell."""
    return pytest.approx(value, abs=1e-4)


@pytest.mark.parametrize("left_out", ["roster", "roster_as_of", "MEMBER_OF", "Network", "LRA"])
@pytest.mark.parametrize("slug", SLUGS)
def test_without_two_complete_lists_with_dates_it_cannot_be_seen(answer: Answers, slug: str, left_out: str) -> None:
    found = answer(slug, without=(left_out,))
    assert unseen(found)


@pytest.mark.parametrize("slug", SLUGS)
def test_both_lists_are_of_lras_in_europe_and_none_of_a_coalition(answer: Answers, slug: str) -> None:
    whole, european = answer(slug), answer(slug, network_scope="european_lra")
    assert (european.count, european.of, list(european.rows)) == (whole.count, whole.of, list(whole.rows))
    assert BOTH_LISTS in whole.headline
    assert not answer(slug, network_scope="coalition").answerable  # the one list of a coalition is partial: networks.csv


@pytest.mark.parametrize("slug", OF_COUNTRIES)
def test_of_malta_nobody_is_on_a_list(answer: Answers, slug: str) -> None:
    found = answer(slug, country="Malta")
    assert (found.answerable, found.count, found.of, list(found.rows)) == (True, 0, 0, [])


# --- bridging-organisations ----------------------------------------------------------------------------------------------


def test_berre_and_dorano_bridge_the_lists(answer: Answers) -> None:
    """Others than Berre: Aville, Dorano, Elsa, North, South, ten pairs. From Aville or North to South or Elsa (four pairs) one of two shortest chains goes
    through Berre, the other through Dorano: 4 · 1/2 of 10. Through Aville and Elsa, each on one list, none goes: they are not shown.

    Neighbours of Berre: Aville, Dorano, Elsa, with two links (Aville-Dorano, Dorano-Elsa): effective size 3 - 2 · 2/3. Constraint: with Aville
    1/3 + 1/3 · 1/3 = 4/9, with Elsa the same, with Dorano 1/3 + 2 · 1/3 · 1/2 = 2/3; squares 16/81 + 16/81 + 36/81.
    """
    found = answer("bridging-organisations")
    assert told(found, "body", "country", "networks", "roles", "neighbours") == [
        ("Berre", "FR", [NORTH, SOUTH], ["member", "member"], 3),
        ("Dorano", "IT", [NORTH, SOUTH], ["member", "observer"], 3),
    ]
    assert told(found, "betweenness", "effective_size", "constraint") == [(near(0.2), near(5 / 3), near(68 / 81))] * 2
    assert (found.count, found.of) == (2, 4)
    assert "Berre lies on 20.0%; Dorano lies on 20.0%" in found.headline
    assert f"{SOUTH} (observer)" in found.row_sentences[1]
    assert sorted(found.rows[0]["evidence"]) == OF_BERRE


def test_who_bridges_in_one_country(answer: Answers) -> None:
    found = answer("bridging-organisations", country="Italy")
    assert told(found, "body", "betweenness") == [("Dorano", near(0.2))]
    assert (found.count, found.of, found.shown[0]["country"]) == (1, 2, "Italy")  # of Dorano and Elsa


# --- brokerage-roles -----------------------------------------------------------------------------------------------------


def test_berre_and_dorano_stand_between_aville_and_elsa(answer: Answers) -> None:
    """The one pair without a list in common is Aville (France) and Elsa (Italy): one of them is of Berre's country, one of Dorano's."""
    found = answer("brokerage-roles")
    assert told(found, "body", "country", "networks", "roles", "coordinator", "itinerant", "gatekeeper", "liaison", "total") == [
        ("Berre", "FR", [NORTH, SOUTH], ["member", "member"], 0, 0, 1, 0, 1),
        ("Dorano", "IT", [NORTH, SOUTH], ["member", "observer"], 0, 0, 1, 0, 1),
    ]
    assert (found.count, found.of) == (2, 4)
    assert "gatekeeper or representative" in found.row_sentences[0]
    assert sorted(found.rows[0]["evidence"]) == OF_BERRE


def test_who_stands_between_in_one_country(answer: Answers) -> None:
    found = answer("brokerage-roles", country="FR")
    assert (told(found, "body", "total"), found.count, found.of) == ([("Berre", 1)], 1, 2)  # of Aville and Berre


# --- likely-missing-links ------------------------------------------------------------------------------------------------


def test_berre_and_dorano_might_look_at_each_other(answer: Answers) -> None:
    """On both lists, of three each: 2 / ln 3, and 2/3. Berre is in Homes (alpha#122), Dorano in Bridge (alpha#128), and no tie joins them.

    Not Aville and Berre, Aville and Dorano, Dorano and Elsa, Berre and Elsa: each pair shares one list only.
    """
    found = answer("likely-missing-links")
    assert told(found, "body", "other", "countries", "networks", "less") == [
        ("Berre", "Dorano", ["FR", "IT"], [NORTH, SOUTH], [f"Dorano: observer in {SOUTH}"])
    ]
    assert told(found, "adamic_adar", "resource_allocation") == [(near(2 / log(3)), near(2 / 3))]
    assert (found.count, found.of) == (2, 4)
    assert "Berre and Dorano (France and Italy) might look at each other" in found.row_sentences[0]
    assert sorted(found.rows[0]["evidence"]) == sorted(OF_BOTH)


def test_links_of_one_country_begin_with_its_body(answer: Answers) -> None:
    found = answer("likely-missing-links", country="IT")
    assert (told(found, "body", "other"), found.count, found.of) == ([("Dorano", "Berre")], 1, 2)  # of Dorano and Elsa


# --- what-hangs-together -------------------------------------------------------------------------------------------------


def test_the_two_lists_are_one_part_that_nobody_holds_alone(answer: Answers) -> None:
    """Berre and Dorano both join the lists: without either of them they still hang together. The one pair of lists shares a body, so no core stands out."""
    found = answer("what-hangs-together")
    assert told(found, "networks", "bodies", "lras", "countries", "holding", "holding_count") == [([NORTH, SOUTH], 4, 4, ["FR", "IT"], [], 0)]
    assert told(found, "groups", "core", "shared", "pairs") == [([f"{NORTH}; {SOUTH}"], [], 1, 1)]
    assert "No single body holds a part to the rest" in found.headline
    assert (found.count, found.of) == (4, 4)  # not Corval, Nordy, Farno, Helpers, Aid of Migrants
    assert sorted(found.rows[0]["evidence"]) == OF_LISTS


# --- cross-border-ties ---------------------------------------------------------------------------------------------------


def test_four_pairs_cross_the_border_and_two_do_not(answer: Answers) -> None:
    """North: Aville-Berre within, Aville-Dorano and Berre-Dorano across. South: Dorano-Elsa within, Berre-Dorano and Berre-Elsa across.

    Each country has one pair within and is in all four across: (4 - 1) / 5. Of all six pairs of the four, Aville-Berre and Dorano-Elsa are within: the same.
    """
    found = answer("cross-border-ties")
    assert told(found, "country", "bodies", "abroad", "across", "within", "e_i", "expected") == [
        ("FR", 2, 2, 4, 1, near(0.6), near(0.6)),
        ("IT", 2, 2, 4, 1, near(0.6), near(0.6)),
    ]
    assert (found.count, found.of) == (4, 4)  # Corval, which left (alpha#104), is not among the French
    assert "four join two countries and two stay in one" in found.headline
    assert [row["country"] for row in found.shown] == ["France", "Italy"]
    assert sorted(found.rows[0]["evidence"]) == OF_LISTS


def test_ties_of_one_country(answer: Answers) -> None:
    found = answer("cross-border-ties", country="IT")
    assert (told(found, "country", "across", "within"), found.count, found.of) == ([("IT", 4, 1)], 2, 2)  # Dorano and Elsa


# --- nested-membership ---------------------------------------------------------------------------------------------------


def test_two_lists_of_one_size_do_not_nest_but_who_is_on_one_is_within_who_is_on_two(answer: Answers) -> None:
    """The lists share Berre and Dorano, 2 of 3 and 2 of 4; of one size, they give 0. Of six pairs of bodies, four differ in size and lie within: Aville in
    Berre and Dorano, Elsa in Berre and Dorano. 400 over six pairs of bodies and one of lists.
    """
    found = answer("nested-membership")
    assert told(found, "network", "size", "other", "other_size", "shared") == [(NORTH, 3, SOUTH, 3, 2)]
    assert told(found, "contained", "jaccard") == [(near(2 / 3), near(1 / 2))]
    assert found.rows[0]["nestedness"] == pytest.approx(400 / 7, abs=0.05)
    assert (found.count, found.of) == (2, 2)  # the lists of five networks are not complete
    assert "57 of 100" in found.headline
    # Of each list the first passage on one of the two who are on both: Berre's.
    assert sorted(found.rows[0]["evidence"]) == OF_BERRE


def test_nestedness_is_not_told_as_a_matter_of_lists_alone(answer: Answers) -> None:
    """The two lists are of one size, so what is true of “each smaller list” is true of none; the 57 are of bodies on one list beside bodies on two."""
    assert "100 when each smaller list lies wholly within each larger one" not in answer("nested-membership").headline
