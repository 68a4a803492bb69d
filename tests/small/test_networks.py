"""Networks and their members on the small graph: who is in which, who is in none, how networks are linked, and what is said of them.

Questions: lras-outside-any-network, network-members-named, bodies-cooperating-with-lras, links-between-networks, members-of-several-networks,
overlap-of-networks, network-coverage, claims-about-networks, body-cooperation-contradicted. Expected values come from the tables beside this file, by hand.

Complete lists: North Network as of 2013 (Aville, Berre, Dorano), South Network as of 2017 (Berre, Dorano as observer, Elsa). Of all others no list is complete.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.small.reading import told, unseen

if TYPE_CHECKING:
    from interlocal.queries.question import Answer
    from tests.small.conftest import Answers

NORTH, SOUTH, OPEN, COME = "North Network", "South Network", "Open Network", "Network to come"
TABLE, COALITION, EXPERTS = "Aville round table", "Dorano coalition", "Expert Circle"
MEMBER, OBSERVER = "member", "observer"


def sources(found: Answer, row: int = 0) -> list[str]:
    return sorted(found.rows[row]["evidence"])


def alpha(*lines: int) -> list[str]:
    return [f"alpha-2014#{line}" for line in lines]


def beta(*lines: int) -> list[str]:
    return [f"beta-2018#{line}" for line in lines]


UNSEEN = [
    *[(slug, ("Network",)) for slug in ("lras-outside-any-network", "network-members-named", "links-between-networks")],
    *[(slug, ("cooperates_with_lras",)) for slug in ("bodies-cooperating-with-lras", "body-cooperation-contradicted")],
    *[
        (slug, (left_out,))
        for slug in ("members-of-several-networks", "overlap-of-networks", "network-coverage")
        for left_out in ("roster", "roster_as_of", "Network")
    ],
    *[("claims-about-networks", (left_out,)) for left_out in ("StatedGap", "ABOUT", "Network")],
]


@pytest.mark.parametrize(("slug", "without"), UNSEEN, ids=lambda value: value if isinstance(value, str) else value[0])
def test_what_is_not_loaded_cannot_be_seen(answer: Answers, slug: str, without: tuple[str, ...]) -> None:
    found = answer(slug, without=without)
    assert unseen(found)


# --- lras-outside-any-network --------------------------------------------------------------------------------------------


def test_with_a_network_without_a_list_nobody_is_outside_all(answer: Answers) -> None:
    """Networks of LRAs in Europe, without the one to come (alpha#110 only plans it): North, Open, South. Open has no complete list, so of it nobody is outside."""
    found = answer("lras-outside-any-network")
    assert told(found, "lra", "country", "answer", "member_of", "member_roles", "not_member_of", "lists_as_of", "was_member_of", "unknown_of") == [
        ("Aville", "FR", "member", [NORTH, OPEN], [MEMBER, MEMBER], [SOUTH], ["2017"], [], []),
        ("Berre", "FR", "member", [NORTH, SOUTH], [MEMBER, MEMBER], [], [], [], [OPEN]),
        # left North in 2010 (alpha#104), founded Open (alpha#109)
        ("Corval", "FR", "member", [OPEN], ["founder"], [NORTH, SOUTH], ["2013", "2017"], [NORTH], []),
        ("Dorano", "IT", "member", [NORTH, SOUTH], [MEMBER, OBSERVER], [], [], [], [OPEN]),
        ("Elsa", "IT", "member", [SOUTH], [MEMBER], [NORTH], ["2013"], [], [OPEN]),
        ("Nordy Region", "FR", "unknown", [], [], [NORTH, SOUTH], ["2013", "2017"], [], [OPEN]),  # it only plans a network: alpha#110
        ("Farno", "IT", "unknown", [], [], [NORTH, SOUTH], ["2013", "2017"], [], [OPEN]),
    ]
    assert (found.count, found.of) == (0, 7)
    assert found.headline.startswith("No LRA can be called outside the three networks looked at")
    assert sources(found, 2) == sorted(alpha(11, 104, 109) + beta(12))
    assert sources(found, 6) == alpha(11) + beta(12)  # of Farno the two lists alone


def test_outside_one_network_are_all_who_are_not_on_its_list(answer: Answers) -> None:
    """North in 2013: Aville, Berre, Dorano. Corval left in 2010 (alpha#104), Elsa is in South only (beta#107), of Nordy and Farno there is nothing."""
    found = answer("lras-outside-any-network", network=NORTH)
    assert told(found, "lra", "answer", "was_member_of") == [
        ("Aville", "member", []), ("Berre", "member", []), ("Dorano", "member", []),
        ("Corval", "non-member", [NORTH]), ("Nordy Region", "non-member", []), ("Elsa", "non-member", []), ("Farno", "non-member", []),
    ]  # fmt: skip
    assert (found.count, found.of) == (4, 7)
    assert found.headline.startswith(f"Four of seven LRAs can be called outside {NORTH}, by its list of 2013: Corval, Nordy Region, Elsa and Farno.")
    assert sources(found, 3) == alpha(104, 11)


def test_linked_is_who_shares_a_project_with_the_network(answer: Answers) -> None:
    """The Expert Circle is a partner in Survey (beta#138), which Elsa leads (beta#139); it has no list and nobody else meets it."""
    found = answer("lras-outside-any-network", network_scope="expert", country="Italy")
    assert told(found, "lra", "answer", "linked_to", "through", "unknown_of") == [
        ("Elsa", "linked", [EXPERTS], ["Survey"], []), ("Dorano", "unknown", [], [], [EXPERTS]), ("Farno", "unknown", [], [], [EXPERTS]),
    ]  # fmt: skip
    assert (found.count, found.of) == (0, 3)
    assert sources(found) == beta(138, 139)


def test_a_planned_network_is_looked_at_when_it_is_named(answer: Answers) -> None:
    """Nordy plans it (alpha#110): nobody is in it, and without a list nobody is called outside it."""
    found = answer("lras-outside-any-network", network=COME, country="FR")
    assert told(found, "lra", "answer", "unknown_of") == [(lra, "unknown", [COME]) for lra in ("Aville", "Berre", "Corval", "Nordy Region")]
    assert (found.count, found.of) == (0, 4)


def test_authorities_of_one_level(answer: Answers) -> None:
    found = answer("lras-outside-any-network", level="province")
    assert told(found, "lra", "level", "answer") == [("Farno", "province", "unknown")]
    assert (found.count, found.of, found.shown[0]["country"]) == (0, 1, "Italy")


def test_where_no_network_is_of_the_scope_it_is_not_said_that_no_lra_is_named(answer: Answers) -> None:
    """networks.csv has no national association; lras.csv has seven LRAs."""
    found = answer("lras-outside-any-network", network_scope="national_association")
    assert (list(found.rows), found.count) == ([], 0)
    assert "name no LRA" not in found.headline


# --- network-members-named -----------------------------------------------------------------------------------------------


def test_who_is_named_in_each_network(answer: Answers) -> None:
    """Corval is not among North's: it left in 2010 (alpha#104). Nordy is not in the network to come: it plans it (alpha#110)."""
    found = answer("network-members-named")
    assert told(found, "network", "scope", "stated_members", "count_lras", "named_lras", "lra_roles", "named_others", "other_roles", "founding") == [
        (COME, "european_lra", None, 0, [], [], [], [], "planned"),
        (NORTH, "european_lra", 3, 3, ["Aville", "Berre", "Dorano"], [MEMBER] * 3, [], [], None),
        (OPEN, "european_lra", 40, 2, ["Aville", "Corval"], [MEMBER, "founder"], [], [], None),
        (SOUTH, "european_lra", None, 3, ["Berre", "Dorano", "Elsa"], [MEMBER, OBSERVER, MEMBER], [], [], None),
        (COALITION, "coalition", None, 1, ["Dorano"], [MEMBER], ["Aid of Migrants", "Helpers"], [MEMBER, MEMBER], None),
        (EXPERTS, "expert", None, 0, [], [], [], [], None),  # a partner in a project of Elsa's is in no network: beta#138-139
        (TABLE, "local_platform", None, 1, ["Aville"], [MEMBER], ["Helpers"], [MEMBER], None),
    ]
    assert told(found, "roster", "roster_as_of")[1:4] == [("complete", "2013"), ("partial", None), ("complete", "2017")]
    assert (found.count, found.of) == (5, 7)
    assert f"{OPEN} 2 of 40" in found.headline
    assert sources(found, 0) == sorted(alpha(14, 110))
    assert sources(found, 1) == sorted(alpha(11, 101, 102, 103))


def test_members_of_networks_of_one_country_or_scope(answer: Answers) -> None:
    italy = answer("network-members-named", country="Italy")
    assert told(italy, "network", "country") == [(COALITION, "IT")]
    assert (italy.count, italy.of, italy.shown[0]["country"]) == (1, 1, "Italy")
    european = answer("network-members-named", network_scope="european_lra")
    assert told(european, "network") == [(COME,), (NORTH,), (OPEN,), (SOUTH,)]
    assert (european.count, european.of) == (3, 4)  # in the one to come nobody is


# --- bodies-cooperating-with-lras ----------------------------------------------------------------------------------------


def test_who_is_said_to_cooperate_and_who_not(answer: Answers) -> None:
    """networks.csv says yes of Open and no of the Expert Circle; of North, with three members, it says neither. Elsa meets the Expert Circle in a project alone."""
    found = answer("bodies-cooperating-with-lras")
    assert told(found, "body", "sort", "cooperates", "how", "platform", "named_lras") == [
        (OPEN, "network", "yes", "yearly conferences", None, ["Aville", "Corval"]),
        (EXPERTS, "network", "no", None, None, []),
    ]
    assert (found.count, found.of) == (1, 2)
    assert f"one does ({OPEN}) and one does not ({EXPERTS})" in found.headline
    assert "yearly conferences" in found.row_sentences[0]
    assert sources(found) == sorted(alpha(13, 108, 109))


# --- links-between-networks ----------------------------------------------------------------------------------------------


def test_links_of_all_networks(answer: Answers) -> None:
    """Nobody links Open to South: Corval, which founded Open, is in no other (it left North: alpha#104). The Expert Circle is alone in Survey (beta#138)."""
    shares = "shares a member or founder with"
    found = answer("links-between-networks")
    assert told(found, "network", "link", "other", "through") == [
        (NORTH, "cooperates with", OPEN, ""),  # alpha#116
        (TABLE, shares, COALITION, "Helpers"),
        (TABLE, shares, NORTH, "Aville"),
        (TABLE, shares, OPEN, "Aville"),
        (COALITION, shares, NORTH, "Dorano"),
        (COALITION, shares, SOUTH, "Dorano"),
        (NORTH, shares, OPEN, "Aville"),
        (NORTH, shares, SOUTH, "Berre"),
        (NORTH, shares, SOUTH, "Dorano"),
    ]
    assert (found.count, found.of) == (5, 7)  # not the Expert Circle, not the network to come
    assert "one direct link" in found.headline
    assert "four bodies" in found.headline  # Aville, Berre, Dorano, Helpers
    assert sources(found, 0) == alpha(116)
    assert sources(found, 7) == alpha(102) + beta(105)


def test_links_of_one_network(answer: Answers) -> None:
    found = answer("links-between-networks", network=SOUTH)
    assert told(found, "network", "other", "through") == [(COALITION, SOUTH, "Dorano"), (NORTH, SOUTH, "Berre"), (NORTH, SOUTH, "Dorano")]
    assert (found.count, found.of) == (3, 7)


def test_of_a_network_without_links_it_is_not_said_that_there_are_none_at_all(answer: Answers) -> None:
    """The Expert Circle is alone in Survey (beta#138); the nine links of the others are recorded all the same."""
    found = answer("links-between-networks", network=EXPERTS)
    assert (list(found.rows), found.count) == ([], 0)
    assert found.headline == "Of the networks asked about no link with another one is recorded."
    assert found.of_how_many().endswith(f"for {EXPERTS} alone")


# --- members-of-several-networks -----------------------------------------------------------------------------------------


def test_who_is_in_two_networks_or_more(answer: Answers) -> None:
    """Not Corval: of North, which it left (alpha#104), and Open, which it founded, one is left. Not Elsa and Aid of Migrants: each is in one."""
    found = answer("members-of-several-networks")
    assert told(found, "body", "sort", "kind", "country", "count", "networks", "roles", "with_complete_list") == [
        ("Aville", "LRA", "municipality", "FR", 3, [TABLE, NORTH, OPEN], [MEMBER, MEMBER, MEMBER], [NORTH]),
        ("Dorano", "LRA", "municipality", "IT", 3, [COALITION, NORTH, SOUTH], [MEMBER, MEMBER, OBSERVER], [NORTH, SOUTH]),
        ("Berre", "LRA", "municipality", "FR", 2, [NORTH, SOUTH], [MEMBER, MEMBER], [NORTH, SOUTH]),
        ("Helpers", "organisation", "NGO", "FR", 2, [TABLE, COALITION], [MEMBER, MEMBER], []),
    ]
    assert (found.count, found.of) == (4, 7)  # of Aville, Berre, Corval, Dorano, Elsa, Helpers, Aid of Migrants
    assert "two of the seven networks looked at have a complete, dated list of members" in found.headline
    assert sources(found, 0) == alpha(101, 108, 111)
    assert sources(found, 3) == alpha(112) + beta(115)


def test_who_is_in_two_networks_of_a_kind_of_a_country_of_a_level(answer: Answers) -> None:
    european = answer("members-of-several-networks", network_scope="european_lra")
    assert told(european, "body", "networks") == [("Aville", [NORTH, OPEN]), ("Berre", [NORTH, SOUTH]), ("Dorano", [NORTH, SOUTH])]
    assert (european.count, european.of) == (3, 5)  # of Aville, Berre, Corval, Dorano, Elsa
    italy = answer("members-of-several-networks", country="IT")
    assert (told(italy, "body"), italy.count, italy.of) == ([("Dorano",)], 1, 3)  # of Dorano, Elsa, Aid of Migrants
    assert told(answer("members-of-several-networks", level="municipality"), "body") == [("Aville",), ("Dorano",), ("Berre",)]


def test_of_coalitions_no_list_is_complete(answer: Answers) -> None:
    assert not answer("members-of-several-networks", network_scope="coalition").answerable  # the list of the one there is, is partial: networks.csv


# --- overlap-of-networks -------------------------------------------------------------------------------------------------


def test_two_lists_share_two_of_four(answer: Answers) -> None:
    """{Aville, Berre, Dorano} and {Berre, Dorano, Elsa}: 2 of 4 on either, 2 of 3 on the shorter. Corval left North (alpha#104) and is on neither."""
    found = answer("overlap-of-networks")
    assert told(found, "network", "members", "as_of", "other", "other_members", "other_as_of", "shared") == [(NORTH, 3, "2013", SOUTH, 3, "2017", 2)]
    assert told(found, "shared_members", "roles", "other_roles") == [(["Berre", "Dorano"], [MEMBER, MEMBER], [MEMBER, OBSERVER])]
    assert (found.rows[0]["jaccard"], found.rows[0]["share_of_smaller"]) == (pytest.approx(1 / 2), pytest.approx(2 / 3, abs=5e-4))
    assert (found.count, found.of) == (1, 1)
    assert "Berre" in found.row_sentences[0]
    assert "50%" in found.row_sentences[0]
    assert sources(found) == sorted(alpha(11, 102, 103) + beta(12, 105, 106))


def test_overlap_of_one_network(answer: Answers) -> None:
    assert told(answer("overlap-of-networks", network=SOUTH), "network", "other", "shared") == [(NORTH, SOUTH, 2)]
    assert not answer("overlap-of-networks", network=OPEN).answerable  # its list is partial: networks.csv


# --- network-coverage ----------------------------------------------------------------------------------------------------


def test_where_the_two_lists_have_members(answer: Answers) -> None:
    """Of the three countries loaded, Malta has nobody on either list. Corval is not on North's: it left (alpha#104)."""
    found = answer("network-coverage")
    assert told(found, "network", "as_of", "country", "level", "members", "names", "roles") == [
        (NORTH, "2013", "FR", "municipality", 2, ["Aville", "Berre"], [MEMBER, MEMBER]),
        (NORTH, "2013", "IT", "municipality", 1, ["Dorano"], [MEMBER]),
        (NORTH, "2013", None, None, 0, [], []),
        (SOUTH, "2017", "FR", "municipality", 1, ["Berre"], [MEMBER]),
        (SOUTH, "2017", "IT", "municipality", 2, ["Dorano", "Elsa"], [OBSERVER, MEMBER]),
        (SOUTH, "2017", None, None, 0, [], []),
    ]
    assert [list(row["countries"] or []) for row in found.shown] == [[], [], ["Malta"], [], [], ["Malta"]]
    assert (found.count, found.of) == (2, 7)
    assert f"{NORTH} has three members on its list as of 2013" in found.headline
    assert "Malta" in found.row_sentences[2]
    assert sources(found, 0) == sorted(alpha(11, 101, 102))
    assert sources(found, 4) == sorted(beta(12, 106, 107))


def test_coverage_of_one_network(answer: Answers) -> None:
    found = answer("network-coverage", network=SOUTH)
    assert told(found, "network", "country", "members") == [(SOUTH, "FR", 1), (SOUTH, "IT", 2), (SOUTH, None, 0)]
    assert (found.count, found.of) == (1, 1)
    assert not answer("network-coverage", network=OPEN).answerable  # its list is partial: networks.csv


# --- claims-about-networks -----------------------------------------------------------------------------------------------

EITHER = "The networks join cities or regions, not both."  # of North and Open: gap:eu/either in stated_gaps.csv


def test_one_statement_is_made_of_two_networks(answer: Answers) -> None:
    """That Dorano and a ministry do not coordinate (gap:it/coordination) is said of no network. Nobody who left is counted: Corval is in Open alone."""
    found = answer("claims-about-networks")
    columns = ("statement", "network", "told", "member_kinds", "stated_members", "size_note", "levels", "lras", "roster", "roster_as_of")
    assert told(found, *columns) == [
        (EITHER, NORTH, None, None, 3, None, ["municipality"], [3], "complete", "2013"),
        (EITHER, OPEN, "yearly conferences", None, 40, None, ["municipality"], [2], "partial", None),
    ]
    assert (found.count, found.of) == (1, 1)
    assert "One statement" in found.headline
    assert "yearly conferences" in found.row_sentences[1]
    assert sources(found, 0) == sorted(alpha(75, 11, 101, 102, 103))
    assert sources(found, 1) == sorted(alpha(75, 13, 108, 109))


def test_claims_about_one_network(answer: Answers) -> None:
    found = answer("claims-about-networks", network=OPEN)
    assert (told(found, "network"), found.count, found.of) == ([(OPEN,)], 1, 1)
    nothing = answer("claims-about-networks", network_scope="coalition")
    assert (list(nothing.rows), nothing.count, nothing.of) == ([], 0, 0)


def test_of_a_network_that_no_statement_is_about_it_is_not_said_that_there_is_no_statement(answer: Answers) -> None:
    """gap:eu/either is about North and Open, not about South."""
    found = answer("claims-about-networks", network=SOUTH)
    assert (list(found.rows), found.count, found.of) == ([], 0, 0)
    assert SOUTH in found.headline


# --- body-cooperation-contradicted ---------------------------------------------------------------------------------------


def test_a_yes_with_a_lack_and_a_no_with_a_project(answer: Answers) -> None:
    """Not the Italian Ministry: a lack (gap:it/coordination) and an absent link (beta#155) are told of it, but no source says yes or no of it."""
    found = answer("body-cooperation-contradicted")
    assert told(found, "body", "sort", "cooperates", "how", "lacks", "lras_without", "lras_linked") == [
        (OPEN, "network", "yes", "yearly conferences", [EITHER], [], []),
        (EXPERTS, "network", "no", None, [], [], ["Elsa"]),  # both in Survey: beta#138, beta#139
    ]
    assert (found.count, found.of) == (2, 2)
    assert OPEN in found.headline
    assert "Elsa" in found.row_sentences[1]
    assert sources(found, 0) == alpha(13, 75)
    assert sources(found, 1) == alpha(15) + beta(138, 139)


def test_without_what_contradicts_a_body_it_is_not_found(answer: Answers) -> None:
    """Without stated gaps the no alone is contradicted, without projects the yes alone."""
    gaps, projects = (answer("body-cooperation-contradicted", without=(label,)) for label in ("StatedGap", "Project"))
    assert (told(gaps, "body"), gaps.count, gaps.of) == ([(EXPERTS,)], 1, 2)
    assert (told(projects, "body"), projects.count, projects.of) == ([(OPEN,)], 1, 2)
