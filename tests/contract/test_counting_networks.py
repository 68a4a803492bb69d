"""What the questions that set networks beside each other count, on every store, on graphs small enough to check by hand."""

from __future__ import annotations

from typing import Any

import pytest

from interlocal.graph.records import NodeRecord, RelationshipRecord
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.lists import LESS_THAN_MEMBER
from tests.contract.counting import node, tie

SEVERAL, OVERLAP, COVERAGE = "members-of-several-networks", "overlap-of-networks", "network-coverage"
CLAIMS, CONTRADICTED = "claims-about-networks", "body-cooperation-contradicted"


def listed(identifier: str, country: str = "", **properties: Any) -> NodeRecord:
    """A network with a complete list of members."""
    return node(identifier, country, **{"scope": "european_lra", "roster": "complete", "roster_as_of": "2019"} | properties)


def members(network: str, *bodies: str, **properties: Any) -> list[RelationshipRecord]:
    return [tie(body, "MEMBER_OF", f"network:{network}", **properties) for body in bodies]


A, B, I, O = node("lra:fr/a", level="municipality"), node("lra:fr/b", level="region"), node("lra:it/i", "IT", level="municipality"), node("org:fr/o")  # noqa: E741
BODIES = [A, B, I, O]
N, M = listed("network:n"), listed("network:m")
ENDED = {"since": "2001", "until": "2010"}


# --- in several networks ---------------------------------------------------------------------------------------------------------------


def test_in_two_networks_with_what_it_is_in_each(answer: Any) -> None:
    ties = [*members("n", "lra:fr/a", "lra:fr/b"), tie("lra:fr/a", "FOUNDED", "network:m"), tie("lra:fr/a", "STEERS", "network:m"), *members("m", "org:fr/o")]
    found = answer(SEVERAL, [*BODIES, N, M], ties)
    assert [(r["body"], r["networks"], r["roles"], r["with_complete_list"]) for r in found.rows] == [
        ("A", ["M", "N"], ["on the steering body", "member"], ["N"])
    ]
    assert (found.count, found.of) == (1, 3)
    assert "A in M (on the steering body) and N. Both networks looked at have a complete, dated list" in found.headline


@pytest.mark.parametrize("second", [
    tie("lra:fr/a", "MEMBER_OF", "network:m", reading="open"),
    tie("lra:fr/a", "PLANS", "network:m", tie="MEMBER_OF"),
    tie("lra:fr/a", "LACKS", "network:m", tie="MEMBER_OF"),
    tie("lra:fr/a", "COOPERATES_WITH", "network:m"),
    tie("lra:fr/a", "MEMBER_OF", "network:m", **ENDED),
    tie("lra:fr/a", "MEMBER_OF", "network:n", key="observer"),
])  # fmt: skip
def test_what_makes_no_second_network(answer: Any, second: RelationshipRecord) -> None:
    found = answer(SEVERAL, [*BODIES, N, M], [*members("n", "lra:fr/a"), second])
    assert (found.count, found.of, list(found.rows)) == (0, 1, [])
    assert "does not mean that there is none" in found.headline


def test_a_founder_of_long_ago_stays_one(answer: Any) -> None:
    assert answer(SEVERAL, [*BODIES, N, M], [*members("n", "lra:fr/a"), tie("lra:fr/a", "FOUNDED", "network:m", **ENDED)]).count == 1


def test_a_network_without_a_list_counts_where_somebody_is_named_and_it_is_called_a_minimum(answer: Any) -> None:
    found = answer(SEVERAL, [*BODIES, N, M, node("network:l", "")], [*members("n", "lra:fr/a"), *members("l", "lra:fr/a")])
    assert (found.rows[0]["networks"], found.rows[0]["with_complete_list"]) == (["L", "N"], ["N"])
    assert "This is a minimum: two of the three networks looked at" in found.headline
    assert "nobody is on two of these lists" in found.headline


def test_two_networks_of_one_name_are_two_and_so_are_two_bodies(answer: Any) -> None:
    nodes = [*BODIES, N, listed("network:n2", name="N"), node("lra:it/a", "IT", name="A")]
    found = answer(SEVERAL, nodes, [*members("n", "lra:fr/a", "lra:it/a"), *members("n2", "lra:fr/a", "lra:it/a")])
    assert [(r["body"], r["country"], r["networks"]) for r in found.rows] == [("A", "FR", ["N", "N"]), ("A", "IT", ["N", "N"])]


@pytest.mark.parametrize("other", [
    node("network:m", "", scope="european_lra"),
    node("network:m", "", scope="european_lra", roster="complete"),
    node("network:m", "", scope="european_lra", roster="partial", roster_as_of="2019"),
    listed("network:m", scope="coalition"),
])  # fmt: skip
def test_two_complete_dated_lists_of_the_scope_are_needed(answer: Any, other: NodeRecord) -> None:
    for slug in (SEVERAL, OVERLAP):
        found = answer(slug, [*BODIES, N, other], [*members("n", "lra:fr/a"), *members("m", "lra:fr/a")], network_scope="european_lra")
        assert (found.answerable, list(found.rows)) == (False, [])
        assert found.headline.startswith("This cannot be seen from what is loaded.")


# --- overlap ---------------------------------------------------------------------------------------------------------------------------


def test_overlap_by_hand(answer: Any) -> None:
    ties = [*members("n", "lra:fr/a", "lra:fr/b", "lra:it/i"), *members("m", "lra:fr/b", "lra:it/i", "org:fr/o"), *members("l", "lra:fr/a")]
    found = answer(OVERLAP, [*BODIES, N, M, listed("network:l", roster_as_of="2015")], ties)
    told = [(r["network"], r["other"], r["members"], r["other_members"], r["shared"], r["jaccard"], r["share_of_smaller"]) for r in found.rows]
    # M and N: B and I of A, B, I, O. L and N: A of A, B, I. L and M share nobody: no row.
    assert told == [("M", "N", 3, 3, 2, 0.5, 0.6667), ("L", "N", 1, 3, 1, 0.3333, 1.0)]
    assert [r["shared_members"] for r in found.rows] == [["B", "I"], ["A"]]
    assert (found.rows[1]["as_of"], found.rows[1]["other_as_of"]) == ("2015", "2019")
    assert (found.count, found.of) == (2, 3)


def test_the_two_of_a_pair_stand_in_the_order_of_their_names(answer: Any) -> None:
    """The network whose id comes first has the name that comes last; with one name for both, the ids decide."""
    nodes = [*BODIES, listed("network:a", name="Last"), listed("network:z", name="First", roster_as_of="2015"), listed("network:z2", name="First")]
    ties = [*members("a", "lra:fr/a", "lra:fr/b"), *members("z", "lra:fr/a"), *members("z2", "lra:fr/a")]
    told = [(r["network"], r["network_id"], r["other"], r["other_id"], r["members"], r["other_members"]) for r in answer(OVERLAP, nodes, ties).rows]
    assert told == [
        ("First", "network:z", "First", "network:z2", 1, 1),
        ("First", "network:z", "Last", "network:a", 1, 2),
        ("First", "network:z2", "Last", "network:a", 1, 2),
    ]


def test_founders_open_readings_and_ended_memberships_are_on_no_list(answer: Any) -> None:
    ties = [
        *members("n", "lra:fr/a", "lra:fr/b"), *members("m", "org:fr/o"), *members("m", "lra:fr/a", reading="open"), *members("m", "lra:fr/b", **ENDED),
        tie("lra:fr/a", "FOUNDED", "network:m"), tie("lra:fr/b", "STEERS", "network:m"), tie("lra:it/i", "PLANS", "network:m", tie="MEMBER_OF"),
    ]  # fmt: skip
    found = answer(OVERLAP, [*BODIES, N, M], ties)
    assert [(r["network"], r["other"], r["members"], r["jaccard"], r["evidence"]) for r in found.rows] == [
        ("M", None, 1, None, ["doc-2020#1"]), ("N", None, 2, None, ["doc-2020#1"]),
    ]  # fmt: skip
    assert (found.count, found.of) == (0, 1)
    assert found.headline == "None of the two networks with a complete, dated list of members (M and N) shares a member with another."


def test_a_member_with_two_ties_counts_once(answer: Any) -> None:
    ties = [*members("n", "lra:fr/a"), *members("n", "lra:fr/a", key="observer", role="observer"), *members("m", "lra:fr/a")]
    found = answer(OVERLAP, [*BODIES, N, M], ties)
    (row,) = found.rows
    assert (row["shared"], row["members"], row["other_members"], row["jaccard"]) == (1, 1, 1, 1.0)
    assert found.headline == (
        "The one pair of networks with a complete, dated list of members shares a member: M and N (one shared member of 1 and 1, 100% of all on either list)."
    )


def test_two_authorities_of_one_name_share_nothing(answer: Any) -> None:
    twin = node("lra:it/a", "IT", name="A")
    assert answer(OVERLAP, [*BODIES, twin, N, M], [*members("n", "lra:fr/a"), *members("m", "lra:it/a")]).count == 0


def test_overlap_of_one_network(answer: Any) -> None:
    nodes = [*BODIES, N, M, listed("network:l"), node("network:k", "")]
    ties = [*members("n", "lra:fr/a"), *members("m", "lra:fr/a"), *members("l", "lra:fr/b"), *members("k", "lra:fr/a")]
    one = answer(OVERLAP, nodes, ties, network="network:n")
    assert [(r["network"], r["other"]) for r in one.rows] == [("M", "N")]
    assert (one.count, one.of) == (1, 2)
    none = answer(OVERLAP, nodes, ties, network="network:l")
    assert (none.count, none.of) == (0, 2)
    assert none.headline == "L shares no member with any of the two other networks with a complete, dated list of members."
    assert not answer(OVERLAP, nodes, ties, network="network:k").answerable


def test_an_empty_list_is_a_list(answer: Any) -> None:
    found = answer(OVERLAP, [*BODIES, N, M], members("n", "lra:fr/a"))
    assert [(r["network"], r["members"]) for r in found.rows] == [("M", 0), ("N", 1)]


# --- coverage --------------------------------------------------------------------------------------------------------------------------


def covered(found: Any) -> list[tuple[Any, ...]]:
    return [(r["network"], r["country"], r["level"], r["members"], r["names"]) for r in found.rows]


def test_members_by_country_and_level_and_where_there_are_none(answer: Any) -> None:
    nodes = [*BODIES, node("lra:fr/c"), node("org:eu/e", ""), N, node("network:m", "")]
    ties = [*members("n", "lra:fr/a", "lra:fr/b", "lra:fr/c", "org:fr/o", "org:eu/e"), *members("m", "lra:it/i"), tie("lra:it/i", "FOUNDED", "network:n")]
    found = answer(COVERAGE, nodes, ties)
    assert covered(found) == [
        ("N", "FR", "level not stated", 1, ["C"]), ("N", "FR", "municipality", 1, ["A"]), ("N", "FR", "organisation", 1, ["O"]),
        ("N", "FR", "region", 1, ["B"]), ("N", None, "organisation", 1, ["E"]), ("N", None, None, 0, []),
    ]  # fmt: skip
    assert found.rows[-1]["countries"] == ["IT"]
    assert found.row_sentences[-1].startswith("N (list as of 2019): nobody on it is recorded in Italy.")
    assert found.headline == (
        "One of two networks looked at has a complete, dated list of members: N has five members on its list as of 2019 "
        "(three LRAs; four in France; one without a country recorded; none in Italy, of the two countries looked at)."
    )
    assert all(r["evidence"] for r in found.rows)


def test_a_country_that_is_a_member_is_covered(answer: Any) -> None:
    found = answer(COVERAGE, [*BODIES, N], [*members("n", "FR"), *members("n", "lra:it/i", **ENDED)])
    assert covered(found) == [("N", "FR", "country", 1, ["France"]), ("N", None, None, 0, [])]
    assert [row["countries"] for row in found.rows] == [[], ["IT"]]


def test_a_network_of_one_country_is_looked_at_there_alone(answer: Any) -> None:
    found = answer(COVERAGE, [*BODIES, listed("network:n", "IT"), listed("network:m", "IT")], members("n", "lra:it/i"))
    assert covered(found) == [("M", None, None, 0, []), ("N", "IT", "municipality", 1, ["I"])]
    assert [row["countries"] for row in found.rows] == [["IT"], []]
    assert (found.count, found.of) == (2, 2)


def test_countries_without_members_are_one_row_and_one_sentence(answer: Any) -> None:
    """France, Italy and Spain are loaded; the only member sits in Italy."""
    found = answer(COVERAGE, [*BODIES, NodeRecord("ES", "Country", "Spain"), N], members("n", "lra:it/i"))
    assert covered(found) == [("N", "IT", "municipality", 1, ["I"]), ("N", None, None, 0, [])]
    assert found.rows[-1]["countries"] == ["ES", "FR"]
    assert found.row_sentences[-1].startswith("N (list as of 2019): nobody on it is recorded in France or Spain.")
    assert "none in France and Spain, of the three countries looked at" in found.headline


def test_coverage_of_a_network_without_a_list_cannot_be_seen(answer: Any) -> None:
    found = answer(COVERAGE, [*BODIES, N, node("network:m", "", roster="partial")], members("m", "lra:it/i"), network="network:m")
    assert (found.answerable, list(found.rows)) == (False, [])


# --- who is on a list, but not as a plain member ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", LESS_THAN_MEMBER)
def test_every_question_says_as_what_somebody_is_on_a_list(answer: Any, role: str) -> None:
    """A is a member of N and less than one of M; B is on M as a founder of it, which is a member."""
    ties = [*members("n", "lra:fr/a"), *members("m", "lra:fr/a", role=role), *members("m", "lra:fr/b", role="founder")]
    several, overlap, coverage = (answer(slug, [*BODIES, N, M], ties) for slug in (SEVERAL, OVERLAP, COVERAGE))
    assert several.rows[0]["roles"] == [role, "member"]
    assert f"A in M ({role}) and N" in several.headline
    assert (overlap.rows[0]["shared_members"], overlap.rows[0]["roles"], overlap.rows[0]["other_roles"]) == (["A"], [role], ["member"])
    assert f": A ({role} in M)." in overlap.row_sentences[0]
    (of_a,) = [row for row in coverage.rows if row["network"] == "M" and row["names"] == ["A"]]
    assert of_a["roles"] == [role]
    assert f"one, A ({role})." in "".join(coverage.row_sentences)
    assert "of these one as " in coverage.headline
    (outside,) = [r for r in answer("lras-outside-any-network", [*BODIES, N, M], ties).rows if r["lra"] == "A"]
    assert (outside["answer"], outside["member_of"], outside["member_roles"]) == ("member", ["M", "N"], [role, "member"])
    named = {r["network"]: (r["named_lras"], r["lra_roles"]) for r in answer("network-members-named", [*BODIES, N, M], ties).rows}
    assert named == {"M": (["A", "B"], [role, "member"]), "N": (["A"], ["member"])}


@pytest.mark.parametrize("role", ["", "founder", "coordinator", "lead partner", "participant"])
def test_any_other_role_is_a_members(answer: Any, role: str) -> None:
    ties = [*members("n", "lra:fr/a", role=role), *members("m", "lra:fr/a")]
    assert answer(SEVERAL, [*BODIES, N, M], ties).rows[0]["roles"] == ["member", "member"]


def test_who_is_on_a_list_twice_is_a_member_before_anything_else(answer: Any) -> None:
    ties = [
        *members("n", "lra:fr/a", role="observer"),
        *members("n", "lra:fr/a", key="now"),
        tie("lra:fr/a", "FOUNDED", "network:n"),
        *members("m", "lra:fr/a"),
    ]
    assert answer(SEVERAL, [*BODIES, N, M], ties).rows[0]["roles"] == ["member", "member"]
    assert next(r["member_roles"] for r in answer("lras-outside-any-network", [*BODIES, N, M], ties).rows if r["lra"] == "A") == ["member", "member"]
    assert answer("network-members-named", [*BODIES, N, M], ties).rows[1]["lra_roles"] == ["member"]
    less = [*members("n", "lra:fr/a", role="observer"), tie("lra:fr/a", "FOUNDED", "network:n"), tie("lra:fr/b", "FOUNDED", "network:n")]
    assert answer("network-members-named", [*BODIES, N], less).rows[0]["lra_roles"] == ["observer", "founder"]


def test_counts_say_how_many_are_no_plain_members(answer: Any) -> None:
    network = listed("network:n", stated_members=9)
    bodies = [node(f"lra:fr/{letter}") for letter in "abcdefghij"]
    ties = [
        *members("n", "lra:fr/a", role="observer"), *members("n", "lra:fr/b", role="honorary"), tie("lra:fr/c", "STEERS", "network:n"),
        *members("n", *(f"lra:fr/{letter}" for letter in "defghi")), *members("n", "org:fr/o", role="partner"),
    ]  # fmt: skip
    named = answer("network-members-named", [*bodies, O, network], ties)
    assert "N 9 of 9 (of these one as honorary member, one as observer and one on the steering body)" in named.headline
    assert "A (observer), B (honorary), C (on the steering body), D," in named.row_sentences[0]
    assert "Other bodies named in it: O (partner)." in named.row_sentences[0]
    assert "Whom a source names as on the steering body alone is not on it." in named.row_sentences[0]
    outside = answer("lras-outside-any-network", [*bodies, network], [one for one in ties if one.source != "org:fr/o"])
    assert "nine are recorded as member, founder or on the steering body of it (of these one as honorary member, one as observer and" in outside.headline
    assert "N has nine members on its list as of 2019 (of these one as honorary member, one as observer and one as partner;" in (
        answer(COVERAGE, [*bodies, O, network], ties).headline
    )


@pytest.mark.parametrize("slug", [SEVERAL, OVERLAP, COVERAGE, CLAIMS, "lras-outside-any-network", "network-members-named"])
def test_what_would_help_is_a_list_of_a_network_that_has_none(slug: str) -> None:
    assert QUESTIONS[slug].would_help == "complete, dated lists of members of the networks of which none is loaded"


@pytest.mark.parametrize("slug", [CLAIMS, "lras-outside-any-network", "network-members-named"])
def test_a_caveat_is_true_with_and_without_a_list(slug: str) -> None:
    assert "here no complete, dated list" in QUESTIONS[slug].caveat


def test_of_one_network_the_answer_speaks_of_one(answer: Any) -> None:
    nodes = [*BODIES, listed("network:n", stated_members=5), node("network:m", "")]
    ties = [*members("n", "lra:fr/a", "lra:fr/b"), *members("n", "lra:it/i", role="observer")]
    said = {network: answer("network-members-named", nodes, ties, network=f"network:{network}").headline for network in "nm"}
    assert said == {
        "n": "N has a stated size and is given with a complete list of members of 2019. LRAs named, of the members stated: N 3 of 5 (of these one as observer).",
        "m": "M has no stated size and is given without a complete list of members.",
    }
    few = answer("lras-outside-any-network", nodes, ties, network="network:n").headline
    assert "or on the steering body of it: A, B and I (observer); none is linked to it" in few


# --- dates of lists ----------------------------------------------------------------------------------------------------------------------


def test_who_is_not_on_a_list_is_so_at_its_date(answer: Any) -> None:
    nodes = [A, B, I, N, listed("network:m", roster_as_of="2012"), node("network:l", "", scope="european_lra")]
    ties = [*members("n", "lra:fr/a"), *members("m", "lra:fr/a"), tie("lra:fr/b", "LACKS", "network:l", tie="MEMBER_OF")]
    found = answer("lras-outside-any-network", nodes, ties)
    told = {row["lra"]: (row["not_member_of"], row["lists_as_of"]) for row in found.rows}
    assert told == {"A": ([], []), "B": (["L", "M", "N"], ["", "2012", "2019"]), "I": (["M", "N"], ["2012", "2019"])}
    (of_b,) = [said for said in found.row_sentences if said.startswith("B")]
    assert "is not on the list of M of 2012 or N of 2019; is stated not to be a member of L." in of_b
    one = answer("lras-outside-any-network", nodes, ties, network="network:m")
    assert one.headline.startswith("Two of three LRAs can be called outside M, by its list of 2012: B and I. Of three LRAs")


def test_who_left_may_have_come_back(answer: Any) -> None:
    nodes = [A, B, node("network:n", "", scope="european_lra"), node("network:l", "", scope="european_lra")]
    (of_a,) = [said for said in answer("lras-outside-any-network", nodes, members("n", "lra:fr/a", **ENDED)).row_sentences if said.startswith("A")]
    assert of_a.startswith("A (France): was a member of N and left, and whether it joined again is not recorded; whether it is in L is not recorded.")


# --- claims ----------------------------------------------------------------------------------------------------------------------------

CLAIM, OF_ONE = node("gap:all", "", kind="coordination", name="Nothing joins them."), node("gap:one", "", kind="capacity", name="One lacks staff.")
TOLD = [node("network:n", "", scope="european_lra", how="cities meet"), node("network:m", "", scope="european_lra"), node("network:p", "", scope="policy")]
ABOUT = [tie("gap:all", "ABOUT", f"network:{one}") for one in "nmp"] + [tie("gap:one", "ABOUT", "network:n")]


def test_a_statement_about_several_networks_stands_beside_what_is_told_of_each(answer: Any) -> None:
    ties = [*ABOUT, *members("n", "lra:fr/a", "lra:fr/b", "lra:it/i"), tie("lra:fr/a", "FOUNDED", "network:n"), *members("m", "lra:fr/b", reading="open")]
    found = answer(CLAIMS, [*BODIES, *TOLD, CLAIM, OF_ONE], ties)
    assert [(r["statement"], r["network"], r["told"], r["levels"], r["lras"], r["count"]) for r in found.rows] == [
        ("Nothing joins them.", "M", None, [], [], 2), ("Nothing joins them.", "N", "cities meet", ["municipality", "region"], [2, 1], 2),
    ]  # fmt: skip
    assert (found.count, found.of) == (1, 1)
    assert "LRAs of local and of regional level are both recorded in N." in found.headline


def test_a_named_network_counts_whatever_its_scope(answer: Any) -> None:
    found = answer(CLAIMS, [*BODIES, *TOLD, CLAIM, OF_ONE], ABOUT, network="network:p")
    assert [(r["network"], r["count"]) for r in found.rows] == [("P", 3)]
    assert (found.count, found.of) == (0, 1)


def test_a_statement_of_which_the_reading_is_open_is_none(answer: Any) -> None:
    ties = [tie("gap:all", "ABOUT", "network:n"), tie("gap:all", "ABOUT", "network:m", reading="open")]
    assert not answer(CLAIMS, [*BODIES, *TOLD, CLAIM], ties).answerable


def test_what_members_are_told_stands_in_the_headline_and_once_in_a_row(answer: Any) -> None:
    one = node("network:q", "", scope="european_lra", member_kinds="cities and regions", how="takes in cities and regions")
    other = node("network:r", "", scope="european_lra", member_kinds="cities")
    found = answer(CLAIMS, [one, other, CLAIM], [tie("gap:all", "ABOUT", "network:q"), tie("gap:all", "ABOUT", "network:r")])
    assert [r["member_kinds"] for r in found.rows] == ["cities and regions", "cities"]
    assert "The members that they are told to have: Q: cities and regions; R: cities." in found.headline
    assert found.row_sentences[0].startswith("Q: takes in cities and regions. Of it")
    assert found.row_sentences[1].startswith("R: members as told: cities. Of it")


# --- yes or no, and what else is told --------------------------------------------------------------------------------------------------

YES, NO = node("org:fr/yes", cooperates_with_lras="yes"), node("network:no", "", cooperates_with_lras="no")


def told(found: Any) -> list[tuple[Any, ...]]:
    return [(r["body"], r["lacks"], r["lras_without"], r["lras_linked"]) for r in found.rows]


def test_a_yes_stands_beside_stated_lacks_and_absent_links(answer: Any) -> None:
    ties = [
        tie("gap:all", "ABOUT", "org:fr/yes"), tie("gap:one", "ABOUT", "org:fr/yes"), tie("lra:fr/a", "LACKS", "org:fr/yes", tie="COOPERATES_WITH"),
        tie("lra:fr/b", "LACKS", "org:fr/yes", tie="FUNDED_BY"), tie("lra:it/i", "COOPERATES_WITH", "org:fr/yes"), tie("gap:all", "ABOUT", "network:no"),
    ]  # fmt: skip
    found = answer(CONTRADICTED, [*BODIES, YES, NO, CLAIM, OF_ONE], ties)
    assert told(found) == [("Yes", ["Nothing joins them."], ["A"], [])]
    assert (found.count, found.of) == (1, 2)
    assert "none that is stated not to cooperate has a link with an LRA recorded" in found.headline


def test_a_no_stands_beside_links_also_through_parts_of_a_project(answer: Any) -> None:
    whole, phase = node("project:fr/whole"), node("project:fr/phase")
    ties = [
        tie("network:no", "PARTNER_IN", "project:fr/phase"), tie("project:fr/phase", "PART_OF", "project:fr/whole"), tie("lra:fr/a", "LEADS", "project:fr/whole"),
        *members("no", "lra:fr/b"), *members("no", "lra:it/i", **ENDED), tie("org:fr/o", "SUPPORTS", "network:no"),
    ]  # fmt: skip
    assert told(answer(CONTRADICTED, [*BODIES, YES, NO, whole, phase], ties)) == [("No", [], [], ["A", "B"])]


@pytest.mark.parametrize("link", [
    tie("lra:fr/a", "MEMBER_OF", "network:no", reading="open"), tie("lra:fr/a", "PLANS", "network:no", tie="MEMBER_OF"),
    tie("lra:fr/a", "LACKS", "network:no", tie="MEMBER_OF"), tie("network:no", "LOCATED_IN", "lra:fr/a"),
])  # fmt: skip
def test_what_is_no_link(answer: Any, link: RelationshipRecord) -> None:
    found = answer(CONTRADICTED, [*BODIES, YES, NO], [link])
    assert (found.count, found.of) == (0, 2)
    assert found.headline.startswith("Nothing else is recorded")
