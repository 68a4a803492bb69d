"""What the questions about the structure of networks count, on every store, on lists small enough to check by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from interlocal.graph.records import NodeRecord, RelationshipRecord
from interlocal.queries.lists import LESS_THAN_MEMBER
from tests.contract.counting import node, tie

CYPHER = Path(__file__).parents[2] / "interlocal" / "queries" / "cypher"
SLUGS = ("bridging-organisations", "brokerage-roles", "what-hangs-together", "cross-border-ties", "nested-membership", "likely-missing-links")


def lra(name: str, country: str = "FR") -> NodeRecord:
    return node(f"lra:{country.lower()}/{name}", country)


def network(name: str, **properties: Any) -> NodeRecord:
    return node(f"network:{name}", "", **{"roster": "complete", "roster_as_of": "2020", **properties})


def on(network_name: str, *members: str, **properties: Any) -> list[RelationshipRecord]:
    return [tie(member, "MEMBER_OF", f"network:{network_name}", **properties) for member in members]


A, B, C, D, K, J = "lra:fr/a", "lra:fr/b", "lra:fr/c", "lra:fr/d", "lra:it/k", "lra:it/j"
BODIES = [lra("a"), lra("b"), lra("c"), lra("d"), lra("k", "IT"), lra("j", "IT")]
# A and B are on the first list; B, K and J on the second: B joins the two.
NODES = [*BODIES, network("one"), network("two", roster_as_of="2018")]
TIES = [*on("one", A, B), *on("two", B, K, J)]


# --- what must be loaded -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    "second",
    [
        network("two", roster="partial"),
        node("network:two", "", roster="complete"),
        network("two", scope="expert"),
    ],
    ids=["in part", "without a date", "of another kind"],
)
def test_one_list_is_not_enough(answer: Any, slug: str, second: NodeRecord) -> None:
    scope = {"network_scope": "european_lra"} if second.properties.get("scope") else {}
    found = answer(slug, [*BODIES, network("one", scope="european_lra"), second], TIES, **scope)
    assert not found.answerable
    assert found.headline.startswith("This cannot be seen from what is loaded.")


@pytest.mark.parametrize("slug", SLUGS)
def test_nor_lists_of_organisations_alone_or_of_one_lra(answer: Any, slug: str) -> None:
    ngos = [node("org:fr/x"), node("org:fr/y")]
    ties = [*on("one", A, B), *on("two", "org:fr/x", "org:fr/y", A)]
    assert not answer(slug, [*NODES, *ngos], ties).answerable


@pytest.mark.parametrize("properties", [{"reading": "open"}, {"since": "2001", "until": "2010"}], ids=["open", "ended"])
@pytest.mark.parametrize("slug", SLUGS)
def test_open_and_ended_memberships_are_on_no_list(answer: Any, slug: str, properties: dict[str, Any]) -> None:
    assert not answer(slug, NODES, [*on("one", A, B), *on("two", B), *on("two", K, **properties)]).answerable


@pytest.mark.parametrize("slug", SLUGS)
def test_plans_and_stated_absences_are_on_no_list(answer: Any, slug: str) -> None:
    ties = [*on("one", A, B), *on("two", B), tie(K, "PLANS", "network:two", tie="MEMBER_OF"), tie(J, "LACKS", "network:two", tie="MEMBER_OF")]
    assert not answer(slug, NODES, ties).answerable


# --- who bridges, and how ----------------------------------------------------------------------------------------------


def test_who_is_on_two_lists_bridges_them(answer: Any) -> None:
    """A - One - B - Two - K, J: of the ten pairs of the five others than B, A and One reach Two, K and J through B: six."""
    found = answer("bridging-organisations", NODES, TIES)
    (row,) = found.rows
    assert (row["body"], row["networks"], row["betweenness"]) == ("B", ["One", "Two"], 0.6)
    # Neighbours A, K and J, the last two with a link: effective size 3 - 2/3; constraint (1/3)² + 2 ((1 + 1/2) / 3)².
    assert (row["neighbours"], row["effective_size"], row["constraint"]) == (3, round(3 - 2 / 3, 4), round(1 / 9 + 2 / 4, 4))
    assert (found.count, found.of) == (1, 4)
    assert "One body stands between others" in found.headline
    assert "two complete lists: One (2020) and Two (2018)" in found.headline


# Founders and steering bodies that other sources name: of C and D, who stand on no list, and of B, who does.
BESIDE_THE_LISTS = [tie(B, "STEERS", "network:two"), tie(C, "FOUNDED", "network:one"), tie(D, "STEERS", "network:two"), tie(C, "STEERS", "network:two")]


@pytest.mark.parametrize("slug", SLUGS)
def test_founders_and_steering_bodies_stand_on_no_list(answer: Any, slug: str) -> None:
    with_them, without = (answer(slug, NODES, [*TIES, *more]) for more in (BESIDE_THE_LISTS, []))
    assert (with_them.count, with_them.of, with_them.sentences) == (without.count, without.of, without.sentences)
    assert list(with_them.rows) == list(without.rows)


@pytest.mark.parametrize("slug", SLUGS)
def test_two_lists_of_founders_alone_are_no_lists(answer: Any, slug: str) -> None:
    assert not answer(slug, NODES, [*on("one", A, B), tie(K, "FOUNDED", "network:two"), tie(J, "STEERS", "network:two")]).answerable


def test_every_question_about_lists_counts_the_same_members(answer: Any) -> None:
    """One {A, B} and two {B, K, J}: two and three, B on both, four in all."""
    ties = [*TIES, *BESIDE_THE_LISTS]
    (nested,) = answer("nested-membership", NODES, ties).rows
    (overlap,) = answer("overlap-of-networks", NODES, ties).rows
    assert (nested["size"], nested["other_size"], nested["shared"]) == (overlap["members"], overlap["other_members"], overlap["shared"]) == (2, 3, 1)
    coverage = answer("network-coverage", NODES, ties)
    assert {one: sum(row["members"] for row in coverage.rows if row["network"] == one) for one in ("One", "Two")} == {"One": 2, "Two": 3}
    assert [row["bodies"] for row in answer("what-hangs-together", NODES, ties).rows] == [4]
    on_lists = {row["body"]: row["with_complete_list"] for row in answer("members-of-several-networks", NODES, ties).rows}
    assert on_lists == {"B": ["One", "Two"], "C": []}


def test_as_what_a_body_stands_on_its_lists_is_said(answer: Any) -> None:
    ties = [*on("one", A), *on("one", B, role="observer"), *on("two", B, K, J)]
    for slug in ("bridging-organisations", "brokerage-roles"):
        found = answer(slug, NODES, ties)
        assert (found.rows[0]["networks"], found.rows[0]["roles"]) == (["One", "Two"], ["observer", "member"])
        assert "One (observer) and Two" in found.row_sentences[0]
    likely = answer("likely-missing-links", NODES, [*on("one", A), *on("one", B, role="observer"), *on("two", A, B, role="partner")])
    assert likely.rows[0]["less"] == ["A: partner in Two", "B: observer in One", "B: partner in Two"]
    assert "One and Two (A: partner in Two; B: observer in One; B: partner in Two)" in likely.row_sentences[0]


@pytest.mark.parametrize("path", sorted(CYPHER.glob("*.cypher")), ids=lambda path: path.stem)
def test_every_query_knows_the_same_roles(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert all(f"'{role}'" in text for role in LESS_THAN_MEMBER) or "'observer'" not in text


def test_a_number_is_said_in_plain_words_and_its_name_in_brackets(answer: Any) -> None:
    said = {slug: " ".join(answer(slug, NODES, TWICE if slug.startswith("likely") else TIES).sentences) for slug in (*SLUGS, "overlap-of-networks")}
    words = {
        "bridging-organisations": [
            "of the shortest chains between all others (bodies and lists), B lies on 60.0% (betweenness)", "(effective size)", "(constraint: the lower, the more",
        ],
        "likely-missing-links": ["Each list counts the more the fewer are on it", "(Adamic–Adar)", "(resource allocation)"],
        "cross-border-ties": ["more across borders than within (E-I index +0.33; +0.60 if every body shared a list with every other)"],
        "overlap-of-networks": ["25% of all on either list (Jaccard), 50% of the smaller list"],
        "nested-membership": ["How far what is smaller lies within what is larger"],
        "brokerage-roles": ["two across the border of its own country (gatekeeper or representative)"],
    }  # fmt: skip
    assert [(slug, text) for slug, texts in words.items() for text in texts if text not in said[slug]] == []


def test_a_member_with_two_ties_to_a_list_is_on_it_once(answer: Any) -> None:
    found = answer("bridging-organisations", NODES, [*TIES, *on("two", B, key="observer", role="observer")])
    assert found.of == 4
    assert (found.rows[0]["neighbours"], found.rows[0]["roles"]) == (3, ["member", "member"])


def test_of_a_country_only_its_bodies_are_told_but_all_are_counted_with(answer: Any) -> None:
    assert [row["betweenness"] for row in answer("bridging-organisations", NODES, TIES, country="FR").rows] == [0.6]
    italy = answer("bridging-organisations", NODES, TIES, country="IT")
    assert (list(italy.rows), italy.of, italy.answerable) == ([], 2, True)
    assert italy.headline.startswith("On the lists that are loaded none of the bodies asked about")


def test_roles_by_country(answer: Any) -> None:
    """B stands between A and K, and between A and J: one of its own country and one abroad. K and J share a list."""
    found = answer("brokerage-roles", NODES, TIES)
    (row,) = found.rows
    assert {role: row[role] for role in ("body", "coordinator", "itinerant", "gatekeeper", "liaison", "total")} == {
        "body": "B", "coordinator": 0, "itinerant": 0, "gatekeeper": 2, "liaison": 0, "total": 2,
    }  # fmt: skip
    assert "B between two pairs" in found.headline


def test_roles_at_home_and_between_two_of_another_country(answer: Any) -> None:
    ties = [*on("one", A, B), *on("two", B, C), *on("three", K, D), *on("four", D, J)]
    rows = answer("brokerage-roles", [*NODES, network("three"), network("four")], ties).rows
    assert [(row["body"], row["coordinator"], row["itinerant"], row["total"]) for row in rows] == [("B", 1, 0, 1), ("D", 0, 1, 1)]


def test_a_body_without_a_country_has_no_role_and_is_in_no_pair(answer: Any) -> None:
    world = node("org:world", "")
    found = answer("brokerage-roles", [*NODES, world], [*TIES, *on("one", "org:world")])
    assert (found.rows[0]["total"], found.of) == (2, 4)


# --- what hangs together -----------------------------------------------------------------------------------------------


def test_parts_and_who_holds_them(answer: Any) -> None:
    found = answer("what-hangs-together", [*NODES, network("three")], [*TIES, *on("three", C, D)])
    assert [(row["networks"], row["bodies"], row["lras"], row["countries"], row["holding"]) for row in found.rows] == [
        (["One", "Two"], 4, 4, ["FR", "IT"], ["B"]), (["Three"], 2, 2, ["FR"], []),
    ]  # fmt: skip
    assert (found.count, found.of) == (4, 6)
    assert "fall into two parts that share nobody; the largest joins 4 of 6 bodies. One body holds a part to the rest" in found.headline


def test_two_that_join_the_same_lists_hold_neither_alone(answer: Any) -> None:
    (row,) = answer("what-hangs-together", NODES, [*TIES, *on("two", A)]).rows
    assert row["holding"] == []


LISTS = [network(name) for name in ("one", "two", "three", "four", "five", "six")]


def test_lists_that_share_with_all_others_are_the_core(answer: Any) -> None:
    """One and Two share A; Three shares B with One, Four shares K with One, Five and Six share C and D with Two: all pairs fit the core One and Two."""
    ties = [*on("one", A, B, K), *on("two", A, C, D), *on("three", B), *on("four", K), *on("five", C), *on("six", D)]
    (found,) = answer("what-hangs-together", [*BODIES, *LISTS], ties).rows
    assert (found["core"], found["with_core"], found["shared_in_core"]) == (["One", "Two"], ["Five", "Four", "Six", "Three"], 1)
    assert (found["shared_besides"], found["shared"], found["pairs"]) == (0, 5, 15)
    (said,) = answer("what-hangs-together", [*BODIES, *LISTS], ties).row_sentences
    assert "at the core are One and Two, which share bodies with each other; the four other lists share bodies with these, and none with another" in said
    # Three and Four share J.
    more = answer("what-hangs-together", [*BODIES, *LISTS], [*ties, *on("three", J), *on("four", J)])
    assert (more.rows[0]["core"], more.rows[0]["shared_besides"]) == (["One", "Two"], 1)
    assert "the four other lists share bodies with these, and in one pair with each other" in more.row_sentences[0]


def test_lists_that_hang_on_others_are_not_said_to_share_with_the_core(answer: Any) -> None:
    """One, Two and Three share A; Four shares B with One, Five shares C with Four alone. Two, Three and Four share with two others each, so none of them is at
    the core without the others, and with all three two pairs do not fit, no fewer than with One alone: Two and Three, Four and Five."""
    ties = [*on("one", A, B), *on("two", A), *on("three", A), *on("four", B, C), *on("five", C)]
    found = answer("what-hangs-together", [*BODIES, *LISTS[:5]], ties)
    assert (found.rows[0]["core"], found.rows[0]["with_core"], found.rows[0]["shared_besides"]) == (["One"], ["Four", "Three", "Two"], 2)
    assert "at the core is One; of the four other lists three share bodies with it, and in two pairs with each other" in found.row_sentences[0]


def test_the_core_of_lists_that_share_with_one_only_is_that_one(answer: Any) -> None:
    found = answer("what-hangs-together", [*BODIES, *LISTS[:4]], [*on("one", A, B, K), *on("two", A, J), *on("three", B, C), *on("four", K)])
    assert (found.rows[0]["core"], found.rows[0]["shared_besides"]) == (["One"], 0)
    assert "at the core is One; the three other lists share bodies with it, and none with another" in found.row_sentences[0]


def test_where_each_list_shares_with_each_no_core_stands_out(answer: Any) -> None:
    found = answer("what-hangs-together", [*BODIES, *LISTS[:3]], [*on("one", A, B), *on("two", A, C), *on("three", A)])
    assert found.rows[0]["core"] == []
    assert "each list shares a body with each other one, so no core stands out" in found.row_sentences[0]


def test_nor_does_one_in_a_ring(answer: Any) -> None:
    """Each of six lists shares a body with the next: with none at the core the six that share do not fit, with all nine that do not."""
    bodies = [lra(f"r{n}") for n in range(6)]
    lists = [network(f"list {n}") for n in range(6)]
    ties = [tie(f"lra:fr/r{n}", "MEMBER_OF", f"network:list {other % 6}") for n in range(6) for other in (n, n + 1)]
    found = answer("what-hangs-together", [*bodies, *lists], ties)
    assert (found.rows[0]["core"], found.rows[0]["shared"], found.rows[0]["pairs"]) == ([], 6, 15)
    assert "six of 15 pairs of lists share a body, so no core stands out" in found.row_sentences[0]


def test_who_is_alone_on_a_list_holds_nobody_by_it(answer: Any) -> None:
    rows = answer("what-hangs-together", [*NODES, network("three")], [*TIES, *on("three", K)]).rows
    assert [row["holding"] for row in rows] == [["B"]]


# --- across borders ----------------------------------------------------------------------------------------------------


def test_pairs_across_and_within(answer: Any) -> None:
    """France: A-B within, B-K and B-J across. Italy: K-J within, two across. By numbers alone: 2 · 2 across, one within."""
    found = answer("cross-border-ties", NODES, TIES)
    assert [(r["country"], r["bodies"], r["abroad"], r["across"], r["within"], r["e_i"], r["expected"]) for r in found.rows] == [
        ("FR", 2, 1, 2, 1, round(1 / 3, 4), 0.6), ("IT", 2, 2, 2, 1, round(1 / 3, 4), 0.6),
    ]  # fmt: skip
    assert (found.count, found.of) == (3, 4)
    assert "counting a pair once for each list that it shares, two join two countries and two stay in one: as many across borders as within" in found.headline
    assert answer("cross-border-ties", NODES, TIES, country="IT").headline.startswith("Two of two bodies share a list with a body of another country")


def test_a_pair_on_two_lists_counts_once_for_each(answer: Any) -> None:
    """A and K stand on both lists, A and B on one: two across on A-K, one of B-K on the first list, one within."""
    found = answer("cross-border-ties", NODES, [*on("one", A, B, K), *on("two", A, K)])
    assert [(row["country"], row["across"], row["within"]) for row in found.rows] == [("FR", 3, 1), ("IT", 3, 0)]
    assert "counting a pair once for each list that it shares, three join two countries and one stays in one" in found.headline


def test_lists_of_one_country_join_nobody_across(answer: Any) -> None:
    found = answer("cross-border-ties", NODES, [*on("one", A, B), *on("two", K, J)])
    assert [row["e_i"] for row in found.rows] == [-1, -1]
    assert (found.count, found.of) == (0, 4)
    assert found.headline.startswith("None of four bodies shares a list")


# --- lists within lists ------------------------------------------------------------------------------------------------


def test_a_list_within_another(answer: Any) -> None:
    """One {A, B} within two {A, B, K}. Columns: 2 of 2, 100. Rows: A and B on two, K on one: two of three pairs with 100. (100 + 200) / 4 = 75."""
    found = answer("nested-membership", NODES, [*on("one", A, B), *on("two", A, B, K)])
    (row,) = found.rows
    assert (row["network"], row["size"], row["other"], row["other_size"], row["shared"]) == ("One", 2, "Two", 3, 2)
    assert (row["contained"], row["jaccard"], row["nestedness"]) == (1, round(2 / 3, 4), 75)
    assert (found.count, found.of) == (2, 2)


def test_lists_that_share_nobody_do_not_nest(answer: Any) -> None:
    found = answer("nested-membership", NODES, [*on("one", A, B), *on("two", K, J)])
    assert (list(found.rows), found.answerable) == ([], True)
    assert found.headline.startswith("Nobody is on two of the lists that are loaded")


# --- who might look at each other --------------------------------------------------------------------------------------

TWICE = [*on("one", A, B, K), *on("two", A, B, K, J)]


def pairs(found: Any) -> list[str]:
    return [row["body"] + row["other"] for row in found.rows]


def test_who_shares_two_lists_might_look_at_each_other(answer: Any) -> None:
    found = answer("likely-missing-links", NODES, TWICE)
    assert pairs(found) == ["AB", "AK", "BK"]
    # Lists of three and of four: 1 / ln 3 + 1 / ln 4, and 1/3 + 1/4.
    assert {(row["adamic_adar"], row["resource_allocation"]) for row in found.rows} == {(1.6316, 0.5833)}
    assert (found.count, found.of) == (3, 4)
    assert "might look at each other" in found.headline
    assert "does not mean that there is none" in found.headline


@pytest.mark.parametrize(
    "link",
    [
        [tie(A, "COOPERATES_WITH", B)],
        [tie(A, "PART_OF", B)],
        [tie(A, "LEADS", "project:fr/p"), tie(B, "PARTNER_IN", "project:fr/p")],
        [tie(A, "LEADS", "project:fr/p"), tie(B, "PARTNER_IN", "project:fr/phase"), tie("project:fr/phase", "PART_OF", "project:fr/p")],
    ],
    ids=["cooperation", "part", "project", "part of a project"],
)
def test_a_recorded_link_leaves_a_pair_out(answer: Any, link: list[RelationshipRecord]) -> None:
    projects = [node("project:fr/p"), node("project:fr/phase")]
    assert pairs(answer("likely-missing-links", [*NODES, *projects], [*TWICE, *link])) == ["AK", "BK"]


@pytest.mark.parametrize(
    "link",
    [tie(A, "COOPERATES_WITH", B, reading="open"), tie(A, "PLANS", B, tie="COOPERATES_WITH"), tie(A, "LACKS", B, tie="COOPERATES_WITH")],
    ids=["open", "planned", "absent"],
)
def test_what_is_open_planned_or_absent_is_no_link(answer: Any, link: RelationshipRecord) -> None:
    assert "AB" in pairs(answer("likely-missing-links", NODES, [*TWICE, link]))


def test_of_a_country_one_of_the_two_comes_first(answer: Any) -> None:
    found = answer("likely-missing-links", NODES, TWICE, country="IT")
    assert pairs(found) == ["KA", "KB"]
    assert (found.count, found.of) == (1, 2)


def test_two_of_one_name_are_two(answer: Any) -> None:
    twin = lra("a", "IT")
    found = answer("likely-missing-links", [*NODES, twin], [*on("one", A, "lra:it/a"), *on("two", A, "lra:it/a")])
    assert [(row["body"], row["other"], row["countries"]) for row in found.rows] == [("A", "A", ["FR", "IT"])]
    assert "A and A (France and Italy) might look at each other" in found.row_sentences[0]
