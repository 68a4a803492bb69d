"""Measures of networks against examples worked by hand, published ones where there are, and networkx where it has another way."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from itertools import combinations
from random import Random

import networkx as nx
import pytest

from interlocal.graph import measures


def path(*nodes: str) -> nx.Graph[str]:
    made: nx.Graph[str] = nx.Graph()
    nx.add_path(made, nodes)
    return made


def star(leaves: int) -> nx.Graph[str]:
    return nx.Graph([("centre", f"leaf {n}") for n in range(leaves)])


def karate() -> nx.Graph[str]:
    return nx.relabel_nodes(nx.Graph(nx.karate_club_graph().edges()), str)


def random_graph(nodes: int, ties: int) -> nx.Graph[str]:
    rng = Random(7)
    return nx.Graph([tuple(f"n{number:05d}" for number in rng.sample(range(nodes), 2)) for _ in range(ties)])


# --- who stands between ------------------------------------------------------------------------------------------------


def test_betweenness_is_the_share_of_chains() -> None:
    """a - b - c - d: of the three pairs without b, two (a c, a d) go through it."""
    scores, sampled = measures.betweenness(path("a", "b", "c", "d"))
    assert sampled is None
    assert scores == pytest.approx({"a": 0, "b": 2 / 3, "c": 2 / 3, "d": 0})


def test_of_a_large_graph_betweenness_is_sampled_and_says_so() -> None:
    graph = random_graph(300, 900)
    scores, sampled = measures.betweenness(graph, walked=90_000)
    exact, all_of_them = measures.betweenness(graph)
    assert (sampled, all_of_them) == (90_000 // graph.number_of_edges(), None)
    top = sorted(exact, key=lambda node: -exact[node])[:5]
    assert all(scores[node] == pytest.approx(exact[node], rel=0.5) for node in top)


def test_constraint_of_a_star_and_of_a_triangle() -> None:
    """Burt (1992): n neighbours without ties to each other constrain by n (1/n)² = 1/n, one neighbour by 1; each of a triangle by
    2 (1/2 + 1/2 · 1/2)² = 1.125."""
    assert measures.constraint(star(4), ["centre", "leaf 0"]) == pytest.approx({"centre": 0.25, "leaf 0": 1})
    assert measures.constraint(nx.complete_graph(["a", "b", "c"]), ["a"]) == pytest.approx({"a": 1.125})


def test_effective_size_takes_off_what_is_redundant() -> None:
    """Burt (1992), Borgatti (1997): four neighbours, of which two have a tie: 4 - 2 · 1 / 4 = 3.5."""
    graph = star(4)
    graph.add_edge("leaf 0", "leaf 1")
    assert measures.effective_size(graph, ["centre"]) == pytest.approx({"centre": 3.5})
    assert measures.effective_size(nx.complete_graph(["a", "b", "c"]), ["a"]) == pytest.approx({"a": 1})


def test_constraint_and_effective_size_are_those_of_networkx() -> None:
    for graph in (karate(), random_graph(60, 150)):
        assert measures.constraint(graph, graph) == pytest.approx(nx.constraint(graph))
        assert measures.effective_size(graph, graph) == pytest.approx(nx.effective_size(graph))


def test_nobody_constrains_who_has_no_neighbours() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a")
    assert measures.constraint(graph, ["a"]) == measures.effective_size(graph, ["a"]) == {"a": None}


def role_counts(graph: nx.Graph[str], group: dict[str, str]) -> dict[str, dict[str, int]]:
    return {node: {role: count for role, count in roles.items() if count} for node, roles in measures.brokerage_roles(graph, group).items()}


def test_the_five_roles_of_gould_and_fernandez() -> None:
    """One broker b of group 1, chains a → b → c of each sort that they define."""
    ends = {"coordinator": ("1", "1"), "itinerant": ("2", "2"), "gatekeeper": ("2", "1"), "representative": ("1", "2"), "liaison": ("2", "3")}
    for role, (before, after) in ends.items():
        assert role_counts(nx.DiGraph([("a", "b"), ("b", "c")]), {"a": before, "b": "1", "c": after})["b"] == {role: 1}


def test_roles_in_an_enumerated_example() -> None:
    """A and B of one group, C and D of another, as enumerated in the tests of R's cograph, which follow sna::brokerage (Gould & Fernandez 1989).

    A → B → C and B → C → D are closed by A → C and B → D; the six chains that are left open give the roles.
    """
    graph = nx.DiGraph([("A", "B"), ("A", "C"), ("B", "C"), ("B", "D"), ("C", "D"), ("D", "A")])
    assert role_counts(graph, {"A": "1", "B": "1", "C": "2", "D": "2"}) == {
        "A": {"itinerant": 1, "gatekeeper": 1}, "B": {"representative": 1}, "C": {"gatekeeper": 1}, "D": {"itinerant": 1, "representative": 1},
    }  # fmt: skip


# The strike network of a sawmill (Michael 1997), as de Nooy, Mrvar & Batagelj (2005) number its 24 employees: ties, and three groups by language and age.
STRIKE = (
    "1-11 1-15 2-5 2-7 2-10 2-15 3-17 4-20 4-21 4-23 5-9 5-12 5-15 5-16 5-22 6-9 6-17 6-24 7-10 7-14 8-12 8-18 8-24 9-13 9-18 9-19 9-21 9-24 10-22 "
    "11-15 13-17 13-19 14-16 17-24 18-24 20-21 20-23 21-23"
)
STRIKE_GROUPS = {"spanish": (4, 20, 21, 23), "young": (3, 6, 8, 9, 13, 17, 18, 19, 24), "old": (1, 2, 5, 7, 10, 11, 12, 14, 15, 16, 22)}


def strike() -> nx.Graph[str]:
    return nx.Graph([tuple(pair.split("-")) for pair in STRIKE.split()])


def test_roles_in_a_published_network() -> None:
    """The table that the course book R for Social Network Analysis (CORE Lab 2022) prints for it: w_I, w_O, b_IO, b_OI and b_O of sna::brokerage.

    Ties are read both ways there too. Who is not named here has noughts in it.
    """
    coordinators = {"2": 8, "6": 2, "7": 4, "10": 4, "13": 4, "14": 2, "15": 8, "16": 2, "17": 10, "18": 2, "22": 2, "24": 12}
    printed = {broker: (count, 0, 0, 0, 0) for broker, count in coordinators.items()}
    printed |= {"5": (18, 0, 5, 5, 0), "8": (0, 0, 2, 2, 0), "9": (14, 0, 10, 10, 2), "12": (0, 0, 1, 1, 0), "21": (0, 0, 3, 3, 0)}
    group = {str(one): name for name, members in STRIKE_GROUPS.items() for one in members}
    found = {broker: tuple(roles.values()) for broker, roles in measures.brokerage_roles(strike(), group).items()}
    assert measures.ROLES == ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
    assert found == {str(one): (0, 0, 0, 0, 0) for one in range(1, 25)} | printed


def test_without_direction_a_chain_counts_from_both_ends() -> None:
    roles = role_counts(path("a", "b", "c"), {"a": "1", "b": "1", "c": "2"})
    assert roles == {"a": {}, "b": {"gatekeeper": 1, "representative": 1}, "c": {}}
    assert role_counts(path("a", "b", "c"), dict.fromkeys("abc", "1"))["b"] == {"coordinator": 2}


def test_who_has_no_group_is_in_no_chain() -> None:
    assert role_counts(path("a", "b", "c"), {"a": "1", "b": "1"}) == {"a": {}, "b": {}}


# --- what hangs together -----------------------------------------------------------------------------------------------


def two_triangles() -> nx.Graph[str]:
    return nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("d", "f"), ("x", "y")])


def test_parts_and_who_holds_them_together() -> None:
    assert measures.components(two_triangles()) == [["a", "b", "c", "d", "e", "f"], ["x", "y"]]
    assert measures.articulation_points(two_triangles()) == ["c", "d"]


def core_of(graph: nx.Graph[str]) -> tuple[str, int, int]:
    found = measures.core_periphery(graph)
    return " ".join(found.core), found.misfits, found.pairs


def test_the_core_of_a_star_is_its_centre() -> None:
    """Borgatti & Everett (1999) start from the star: all pairs fit."""
    assert core_of(star(4)) == ("centre", 0, 10)


def test_core_and_periphery_by_hand() -> None:
    """a b c have ties to each other, d e f each to some of them: all fit. With d - e one pair of the periphery does not, without a - b one of the core."""
    ties = [("a", "b"), ("a", "c"), ("b", "c"), ("a", "d"), ("b", "d"), ("b", "e"), ("c", "e"), ("a", "f"), ("c", "f")]
    assert core_of(nx.Graph(ties)) == ("a b c", 0, 15)
    assert core_of(nx.Graph([*ties, ("d", "e")])) == ("a b c", 1, 15)
    assert core_of(nx.Graph([*ties[1:], ("a", "g"), ("b", "g")])) == ("a b c", 1, 21)


def test_where_all_are_alike_there_is_no_periphery_or_no_core() -> None:
    """All have ties: each is core. In a ring of six none stands out: with all as core nine pairs do not fit, with none the six ties."""
    assert core_of(nx.complete_graph(["a", "b", "c"])) == ("a b c", 0, 3)
    assert core_of(nx.cycle_graph(["a", "b", "c", "d", "e", "f"])) == ("", 6, 15)
    assert core_of(nx.Graph()) == ("", 0, 0)


def test_no_core_of_its_size_fits_better() -> None:
    """Of all sets of nodes, counted pair by pair; and of those that hold all who have more ties than the others, none fits better."""

    def unfit(graph: nx.Graph[str], core: set[str]) -> int:
        return sum(({a, b} <= core) if not graph.has_edge(a, b) else not {a, b} & core for a, b in combinations(graph, 2))

    rng, sizes = Random(11), set()
    for _ in range(100):
        graph = nx.relabel_nodes(nx.gnp_random_graph(rng.randint(2, 7), rng.random(), seed=rng.randint(0, 10**6)), str)
        found = measures.core_periphery(graph)
        assert found.misfits == min(unfit(graph, set(core)) for core in combinations(graph, len(found.core))) == unfit(graph, set(found.core))
        by_ties = [{node for node in graph if graph.degree[node] >= least} for least in range(len(graph) + 1)]
        assert found.misfits == min(unfit(graph, core) for core in by_ties)
        sizes.add(len(found.core))
    assert sizes >= {0, 1, 2, 3, 4, 5}


def test_communities_are_the_two_triangles() -> None:
    assert measures.communities(two_triangles()) == [["a", "b", "c"], ["d", "e", "f"], ["x", "y"]]


# --- within and across, overlap, nestedness ----------------------------------------------------------------------------


def test_e_i_index() -> None:
    """Krackhardt & Stern (1988), (EL - IL) / (EL + IL): a b c of X, d e of Y; two ties leave, three stay: -1 / 5; X: 2 and 2, Y: 2 and 1."""
    graph = nx.Graph([("a", "b"), ("b", "c"), ("a", "d"), ("c", "e"), ("d", "e")])
    by_group = measures.ties_by_group(graph, {"a": "X", "b": "X", "c": "X", "d": "Y", "e": "Y"})
    assert by_group == {"X": (2, 2), "Y": (2, 1)}
    assert measures.e_i_index(2, 3) == pytest.approx(-0.2)
    assert measures.e_i_index(*by_group["Y"]) == pytest.approx(1 / 3)
    assert (measures.e_i_index(0, 4), measures.e_i_index(4, 0), measures.e_i_index(0, 0)) == (-1, 1, None)


def test_e_i_index_of_a_published_network() -> None:
    """Zachary's karate club (1977) in the two clubs that it split into, as networkx has it: of 78 ties 11 join the two."""
    group = {str(node): name for node, name in nx.karate_club_graph().nodes(data="club")}
    by_group = measures.ties_by_group(karate(), group)
    assert {external for external, _ in by_group.values()} == {11}
    assert sum(internal for _, internal in by_group.values()) == 67
    assert measures.e_i_index(11, 67) == pytest.approx(-56 / 78)


def test_e_i_index_of_published_examples() -> None:
    """The values that the R package netseg prints (Bojanowski & Corten 2014): -0.1818182 for White's kinship roles by gender, and
    -0.8409091 for 88 nominations in a classroom, of which 7 cross between boys and girls."""
    women = ["Mother", "Sister", "Brother's Wife", "Sister's Daughter", "Brother's Daughter"]
    men = ["Father", "Brother", "Sister's Husband", "Brother's Son", "Sister's Son"]
    ties = {
        "Mother": "Sister, Sister's Daughter, Brother's Daughter, Father, Brother, Brother's Son, Sister's Son",
        "Sister": "Sister's Daughter, Brother's Daughter, Father, Sister's Son",
        "Brother's Wife": "Brother's Daughter", "Sister's Daughter": "Father", "Brother's Daughter": "Father, Brother",
        "Father": "Brother, Brother's Son, Sister's Son", "Brother": "Brother's Son, Sister's Son", "Sister's Husband": "Brother's Son, Sister's Son",
    }  # fmt: skip
    kinship = nx.Graph([(one, other) for one, others in ties.items() for other in others.split(", ")])
    by_group = measures.ties_by_group(kinship, {**dict.fromkeys(women, "F"), **dict.fromkeys(men, "M")})
    external, internal = by_group["F"][0], sum(within for _, within in by_group.values())
    assert measures.e_i_index(external, internal) == pytest.approx(-0.1818182, abs=1e-7)
    assert measures.e_i_index(2 + 5, 40 + 41) == pytest.approx(-0.8409091, abs=1e-7)


def test_pairs_on_lists_are_counted_as_if_they_were_made() -> None:
    lists = [["a", "b", "d"], ["a", "b", "e"], ["c"]]
    group = {"a": "X", "b": "X", "c": "X", "d": "Y"}
    made = nx.MultiGraph([pair for members in lists for pair in combinations(members, 2)])
    assert measures.pairs_by_group(lists, group) == measures.ties_by_group(made, group) == {"X": (2, 2), "Y": (2, 0)}


def test_jaccard() -> None:
    assert measures.jaccard("abc", "bcd") == 0.5
    assert measures.jaccard("", "") == 0


# Worked by hand after Almeida-Neto et al. (2008). Rows: 67 67 50 50, 0 100 100, 50 50, 0: mean 53.3. Columns: 0 67 50 100, 67 50 0, 100 100, 100: 63.3.
WORKED = {"r1": "1345", "r2": "123", "r3": "234", "r4": "12", "r5": "12"}


def test_nodf_of_an_example_worked_by_hand() -> None:
    found = measures.nodf(WORKED)
    assert (found.rows, found.columns, found.total) == pytest.approx((160 / 3, 190 / 3, 175 / 3))
    assert found.sampled is None


def test_nodf_of_the_extremes() -> None:
    assert measures.nodf({"r1": "123", "r2": "12", "r3": "1"}).total == pytest.approx(100)
    assert measures.nodf({"r1": "1", "r2": "2", "r3": "3"}).total == 0
    assert measures.nodf({}).total == measures.nodf({"r1": "1"}).total == 0


def test_nodf_of_many_rows_is_sampled_and_says_so() -> None:
    rng = Random(3)
    matrix = {f"r{n}": [column for column in "abcdefgh" if rng.random() < 0.4] for n in range(600)}
    sampled, exact = measures.nodf(matrix, most=100), measures.nodf(matrix)
    assert (sampled.sampled, exact.sampled) == (100, None)
    assert sampled.rows == pytest.approx(exact.rows, rel=0.15)
    assert sampled.columns == exact.columns


# --- lists of members --------------------------------------------------------------------------------------------------

LISTS = {"x": ["a", "b", "c"], "y": ["a", "b"], "z": ["a", "b", "c", "d"]}


def test_who_is_on_one_list_with_whom() -> None:
    made, large = measures.co_listed(LISTS)
    assert sorted((*sorted(pair), weight) for *pair, weight in made.edges(data="weight")) == [
        ("a", "b", 3), ("a", "c", 2), ("a", "d", 1), ("b", "c", 2), ("b", "d", 1), ("c", "d", 1),
    ]  # fmt: skip
    assert large == ()


def test_the_largest_lists_are_left_out_when_they_make_too_many_pairs() -> None:
    made, large = measures.co_listed(LISTS, pairs=4)
    assert large == ("z",)
    assert made.number_of_edges() == 3
    assert "d" in made


def test_likely_links_by_hand() -> None:
    """Adamic & Adar (2003): 1 / log of the size of each shared list; Zhou et al. (2009): 1 / size."""
    (first, second, *others), large = measures.likely_links(LISTS, known=set())
    assert (first.one, first.other, first.shared) == ("a", "b", ["x", "y", "z"])
    assert first.adamic_adar == pytest.approx(1 / math.log(3) + 1 / math.log(2) + 1 / math.log(4))
    assert first.resource_allocation == pytest.approx(1 / 3 + 1 / 2 + 1 / 4)
    assert (second.one, second.other) == ("a", "c")
    assert second.adamic_adar == pytest.approx(1 / math.log(3) + 1 / math.log(4))
    assert (len(others), large) == (4, ())


def test_likely_links_are_those_of_networkx() -> None:
    two_mode = nx.Graph([(body, name) for name, members in LISTS.items() for body in members])
    found, _ = measures.likely_links(LISTS, known=set())
    pairs = [(link.one, link.other) for link in found]
    assert [link.adamic_adar for link in found] == pytest.approx([score for *_, score in nx.adamic_adar_index(two_mode, pairs)])
    assert [link.resource_allocation for link in found] == pytest.approx([score for *_, score in nx.resource_allocation_index(two_mode, pairs)])


def test_likely_links_leave_out_what_is_known_few_or_not_asked_for() -> None:
    def pairs(**options: object) -> list[str]:
        return [link.one + link.other for link in measures.likely_links(LISTS, **{"known": set(), **options})[0]]  # type: ignore[arg-type]

    assert pairs(known={frozenset("ba")}, at_least=2) == ["ac", "bc"]
    assert pairs(at_least=3) == ["ab"]
    assert pairs(among={"d"}) == ["ad", "bd", "cd"]
    assert pairs(top=1) == ["ab"]
    # Only pairs on a list that makes few enough pairs; the larger list still counts in their scores.
    found, large = measures.likely_links(LISTS, known=set(), pairs=4)
    assert ([link.one + link.other for link in found], large, found[0].shared) == (["ab", "ac", "bc"], ("z",), ["x", "y", "z"])


# --- the same each time ------------------------------------------------------------------------------------------------

ALL = """
from tests.unit.test_measures import random_graph
from interlocal.graph import measures
import networkx as nx
g = random_graph(200, 500)
lists = {n: sorted(g[n]) for n in g}
group = {n: n[-1] for n in g}
print(measures.betweenness(g), measures.betweenness(g, walked=10_000), measures.constraint(g, sorted(g)), measures.effective_size(g, sorted(g)))
print(measures.brokerage_roles(g, group), measures.components(g), measures.articulation_points(g), measures.core_periphery(g), measures.communities(g))
print(measures.ties_by_group(g, group), measures.nodf(lists), measures.nodf(lists, most=50), measures.likely_links(lists, set()))
"""


def test_they_do_not_hang_on_the_hash_seed() -> None:
    said = {
        subprocess.run([sys.executable, "-c", ALL], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "2")
    }
    assert len(said) == 1


def test_they_do_not_hang_on_the_order_of_nodes_and_ties() -> None:
    graph = random_graph(100, 250)
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from((b, a) for a, b in reversed(list(graph.edges)))
    assert measures.betweenness(graph, walked=5_000) == measures.betweenness(turned, walked=5_000)
    assert measures.communities(graph) == measures.communities(turned)
    assert measures.constraint(graph, sorted(graph)) == measures.constraint(turned, sorted(graph))
