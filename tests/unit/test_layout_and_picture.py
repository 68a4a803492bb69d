"""Where things stand in a picture, and what it shows."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interlocal.errors import QuestionError
from interlocal.graph.records import Graph
from interlocal.visualise.layout import positions
from interlocal.visualise.picture import choose

pairs = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda p: p[0] != p[1]), max_size=25)


@settings(deadline=None, max_examples=40)
@given(pairs, st.randoms(use_true_random=False))
def test_every_thing_has_a_place_of_its_own_whatever_the_order(edges: list[tuple[int, int]], rng: object) -> None:
    nodes = [f"n{i}" for i in range(13)]
    ties = [(f"n{a}", f"n{b}") for a, b in edges]
    placed = positions(nodes, ties)
    assert set(placed) == set(nodes)
    assert len(set(placed.values())) == len(nodes)
    assert positions(nodes[::-1], ties[::-1]) == placed


def test_parts_that_are_not_connected_do_not_lie_over_each_other() -> None:
    stars = {f"{c}{i}": f"{c}0" for c in "abc" for i in range(1, 8)}
    placed = positions([*stars, "a0", "b0", "c0"], list(stars.items()))
    boxes = []
    for letter in "abc":
        points = [p for name, p in placed.items() if name[0] == letter]
        boxes.append((min(x for x, _ in points), max(x for x, _ in points), min(y for _, y in points), max(y for _, y in points)))
    for (l1, r1, t1, b1), (l2, r2, t2, b2) in itertools.combinations(boxes, 2):
        assert r1 < l2 or r2 < l1 or b1 < t2 or b2 < t1


def test_the_picture_of_all_draws_things_and_leaves_out_themes_gaps_and_conflicts(seed_graph: Graph) -> None:
    drawn = choose(seed_graph)
    assert {n.type for n in drawn.nodes} == {"LRA", "Network", "Organisation", "Project", "Fund", "Policy", "Service"}
    assert all(t.evidence for t in drawn.ties)
    assert {t.state for t in drawn.ties} <= {"existing", "planned", "absent"}
    assert "planned" in {t.state for t in drawn.ties}


def test_a_country_keeps_its_partners_elsewhere(seed_graph: Graph) -> None:
    drawn = choose(seed_graph, country="PL")
    assert "lra:gb/belfast" not in {n.id for n in drawn.nodes}  # two steps away, through the project
    assert {n.country for n in drawn.nodes} >= {"PL"}
    core = {n.id for n in drawn.nodes if n.country == "PL"}
    others = {n.id for n in drawn.nodes} - core
    assert others
    assert all(any({t.source, t.target} & core and i in (t.source, t.target) for t in drawn.ties) for i in others)


def test_focus_shows_one_thing_and_its_neighbours(seed_graph: Graph) -> None:
    drawn = choose(seed_graph, focus="CLIP")
    names = {n.name for n in drawn.nodes}
    assert {"CLIP", "Stuttgart", "Vienna", "Amsterdam", "Eurofound"} <= names
    assert "Warsaw" not in names


def test_an_unknown_focus_is_refused(seed_graph: Graph) -> None:
    with pytest.raises(QuestionError):
        choose(seed_graph, focus="Atlantis")
