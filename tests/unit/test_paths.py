"""How two hang together: only over ties that mean cooperation, and with the reason for each step."""

from __future__ import annotations

import pytest

from interlocal.errors import QuestionError
from interlocal.graph.projection import shortest_path, to_networkx
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.queries.paths import path

E = (Evidence.parse("doc-2020#1"),)


def graph(*ties: tuple[str, str, str]) -> Graph:
    ends = sorted({end for source, _, target in ties for end in (source, target)} | {"lra:a", "lra:b"})
    labels = {"lra": "LRA", "project": "Project", "fund": "Fund", "network": "Network", "org": "Organisation", "theme": "Theme"}
    nodes = tuple(NodeRecord(i, labels[i.split(":")[0]], i.split(":")[1].upper()) for i in ends)
    return Graph(
        nodes,
        tuple(sorted((RelationshipRecord(s, k, t, "", {"tie": "COOPERATES_WITH"} if k == "PLANS" else {}, E) for s, k, t in ties), key=lambda t: t.identity)),
    )


def chain(g: Graph, **options: bool) -> list[str] | None:
    found = path(g, "A", "B", **options)
    return None if found.steps is None else [found.steps[0].source, *(s.target for s in found.steps)]


def test_a_shared_project_joins_its_organiser_and_partner() -> None:
    assert chain(graph(("lra:a", "LEADS", "project:p"), ("lra:b", "PARTNER_IN", "project:p"))) == ["lra:a", "project:p", "lra:b"]


@pytest.mark.parametrize(
    "ties",
    [
        [("project:p", "FUNDED_BY", "lra:a"), ("project:p", "FUNDED_BY", "lra:b")],
        [("project:p", "SERVES", "lra:a"), ("project:p", "SERVES", "lra:b")],
        [("lra:a", "LEADS", "project:p"), ("project:p", "FUNDED_BY", "fund:f"), ("project:q", "FUNDED_BY", "fund:f"), ("lra:b", "LEADS", "project:q")],
        [("lra:a", "LEADS", "project:p"), ("project:p", "ADDRESSES", "theme:t"), ("project:q", "ADDRESSES", "theme:t"), ("lra:b", "LEADS", "project:q")],
        [("lra:a", "PLANS", "lra:b")],
        [("lra:a", "PART_OF", "lra:b")],
    ],
    ids=["one funder", "served by one project", "one fund", "one theme", "a plan", "one in the other"],
)
def test_what_is_no_cooperation_joins_nobody(ties: list[tuple[str, str, str]]) -> None:
    assert chain(graph(*ties)) is None


def test_shared_networks_count_when_asked_for() -> None:
    g = graph(("lra:a", "MEMBER_OF", "network:n"), ("lra:b", "STEERS", "network:n"))
    assert chain(g) is None
    assert chain(g, networks=True) == ["lra:a", "network:n", "lra:b"]


def test_of_two_shortest_chains_the_first_by_ids_is_told() -> None:
    g = graph(("lra:a", "LEADS", "project:z"), ("lra:b", "LEADS", "project:z"), ("lra:a", "LEADS", "project:c"), ("lra:b", "LEADS", "project:c"))
    assert chain(g) == ["lra:a", "project:c", "lra:b"]


def test_every_step_gives_all_its_reasons_with_evidence() -> None:
    g = graph(("lra:a", "LEADS", "project:p"), ("lra:a", "SUPPORTS", "project:p"), ("lra:b", "LEADS", "project:p"))
    found = path(g, "A", "B")
    assert found.steps is not None
    assert [says for says, _ in found.steps[0].reasons] == ["A leads P", "A supports P"]
    assert all(evidence == E for step in found.steps for _, evidence in step.reasons)


def test_no_chain_says_what_it_does_not_mean() -> None:
    assert "That means only that these sources record none" in path(graph(), "A", "B").headline


def test_one_thing_twice_is_refused() -> None:
    with pytest.raises(QuestionError, match="are the same"):
        path(graph(), "A", "lra:a")


def test_ties_of_which_the_reading_is_open_carry_no_path() -> None:
    g = graph(("lra:a", "COOPERATES_WITH", "lra:b"))
    doubted = Graph(g.nodes, (RelationshipRecord("lra:a", "COOPERATES_WITH", "lra:b", "", {"reading": "open"}, E),))
    assert shortest_path(g, "lra:a", "lra:b") is not None
    assert shortest_path(doubted, "lra:a", "lra:b") is None


def test_networkx_gets_the_seed_with_parallel_ties(seed_graph: Graph) -> None:
    projected = to_networkx(seed_graph)
    assert (
        projected.has_edge("lra:gb/belfast", "project:eu/opencities")
        or projected.has_edge("lra:gb/belfast", "project:int/opencities")
        or any("opencities" in n for n in projected["lra:gb/belfast"])
    )
    assert not any(data["node"].type in ("Country", "Fund", "Theme", "Document") for _, data in projected.nodes(data=True))
