"""What every store must do: give back what it got, all or nothing, and refuse what does not only read."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interlocal.errors import QuestionError, StoreError
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import LABELS, RELATIONSHIP_TYPES

E = (Evidence.parse("doc-2020#1+3-4"), Evidence.parse("doc-2020#9"))


def lra(identifier: str, name: str = "N", **properties: Any) -> NodeRecord:
    return NodeRecord(identifier, "LRA", name, country="FR", properties=properties, evidence=E)


def small() -> Graph:
    nodes = (
        lra("lra:fr/a", "Ä “quoted” ‏right to left", level="municipality", lat=47.2),
        lra("lra:fr/b"),
        NodeRecord("network:clip", "Network", "CLIP", ("C", "ÇLIP"), evidence=E),
    )
    ties = (
        RelationshipRecord("lra:fr/a", "COOPERATES_WITH", "lra:fr/b", "", {"role": "x", "limited": True}, E),
        RelationshipRecord("lra:fr/a", "MEMBER_OF", "network:clip", "", {"since": "2006", "since_year": 2006}, E),
        RelationshipRecord("lra:fr/a", "MEMBER_OF", "network:clip", "steering", {"amount": 94000.0, "share": 0.5}, E),
    )
    return Graph(nodes, ties, "fingerprint-1")


def test_what_was_written_is_read_back_and_again_after_opening(make_store: Any) -> None:
    store = make_store()
    store.write(small())
    assert store.read() == small()
    assert make_store().read() == small()


def test_every_label_and_type_comes_back(make_store: Any) -> None:
    nodes = tuple(NodeRecord(f"{label.lower()}:{i}", label, label, evidence=E) for label in LABELS for i in "ab")
    ties = [
        RelationshipRecord(f"{source.lower()}:a", kind.name, f"{target.lower()}:b", "", {"certainty": "stated"}, E)
        for kind in RELATIONSHIP_TYPES.values()
        for source, target in sorted(kind.ends)
    ]
    graph = Graph(nodes, tuple(sorted(ties, key=lambda t: t.identity)))
    store = make_store()
    store.write(graph)
    assert store.read() == graph


text = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), min_size=1, max_size=30)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text, st.lists(text, min_size=1, max_size=3, unique=True), st.integers(-(2**40), 2**40), st.floats(-1e9, 1e9), st.booleans())
def test_any_text_number_and_list_comes_back(make_store: Any, name: str, aliases: list[str], whole: int, broken: float, truth: bool) -> None:
    node = NodeRecord("lra:fr/a", "LRA", name, tuple(aliases), "FR", {"count": whole, "facts": aliases, "lat": broken, "yes": truth}, E)
    store = make_store()
    store.write(Graph((node,)))
    (back,) = store.read().nodes
    assert back == node


def test_an_empty_graph_is_a_graph(make_store: Any) -> None:
    store = make_store()
    store.write(Graph())
    assert store.read() == Graph()


def test_writing_again_replaces_all(make_store: Any) -> None:
    store = make_store()
    store.write(small())
    store.write(Graph((lra("lra:fr/z"),)))
    assert [n.id for n in make_store().read().nodes] == ["lra:fr/z"]


def test_writing_twice_is_writing_once(make_store: Any) -> None:
    store = make_store()
    store.write(small())
    store.write(small())
    assert store.read() == small()


def test_a_tie_to_an_unknown_end_is_an_error_and_leaves_what_was_there(make_store: Any) -> None:
    store = make_store()
    store.write(small())
    with pytest.raises(StoreError, match="leads to “network:none”, which is not in the graph"):
        store.write(Graph((lra("lra:fr/a"),), (RelationshipRecord("lra:fr/a", "MEMBER_OF", "network:none", "", {}, E),)))
    assert make_store().read() == small()


def test_what_does_not_all_arrive_is_an_error_and_leaves_what_was_there(make_store: Any) -> None:
    store = make_store()
    store.write(small())
    broken = Graph((lra("lra:fr/a"), lra("lra:fr/b")), (RelationshipRecord("lra:fr/a", "COOPERATES_WITH", "lra:fr/b", "", {}, E),))
    object.__setattr__(broken, "nodes", (*broken.nodes, lra("lra:fr/a", "again")))
    with pytest.raises(StoreError, match="arrived, so nothing was kept"):
        store.write(broken)
    assert make_store().read() == small()


def test_rows_come_as_asked_with_their_columns(make_store: Any) -> None:
    store = make_store()
    store.write(small())
    found = store.query("MATCH (l:LRA) WHERE l.country = $country RETURN l.id AS id, l.level AS level ORDER BY id", {"country": "FR"})
    assert found.columns == ("id", "level")
    assert list(found.rows) == [{"id": "lra:fr/a", "level": "municipality"}, {"id": "lra:fr/b", "level": None}]


def test_at_most_so_many_rows_come_and_it_is_told_that_there_are_more(make_store: Any, capfd: pytest.CaptureFixture[str]) -> None:
    store = make_store()
    store.write(Graph(tuple(lra(f"lra:fr/{letter}") for letter in "abc")))
    for limit, ids, cut in ((2, ["a", "b"], True), (3, ["a", "b", "c"], False), (9, ["a", "b", "c"], False), (None, ["a", "b", "c"], False)):
        found = store.query("MATCH (l:LRA) RETURN l.id AS id ORDER BY id", limit=limit)
        assert ([row["id"][-1] for row in found.rows], found.cut) == (ids, cut)
    assert capfd.readouterr().err == ""


def test_a_leading_null_does_not_lose_a_column(make_store: Any) -> None:
    store = make_store()
    store.write(Graph((lra("lra:fr/a"), lra("lra:fr/b", level="region"))))
    rows = store.query("MATCH (l:LRA) RETURN l.id AS id, l.level AS level ORDER BY id").rows
    assert [row["level"] for row in rows] == [None, "region"]


def test_a_missing_parameter_is_an_error_not_an_empty_answer(make_store: Any) -> None:
    store = make_store()
    store.write(small())
    with pytest.raises(StoreError, match="cannot be run"):
        store.query("MATCH (l:LRA) WHERE l.country = $country RETURN l.id AS id")


def test_a_query_that_is_no_cypher_is_one_clear_line(make_store: Any) -> None:
    store = make_store()
    store.write(small())
    with pytest.raises(StoreError) as error:
        store.query("MATCH (l:LRA RETURN l.id AS id")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:LRA {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) RETURN n.id AS id; MATCH (m) RETURN m.id AS id",
        "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
    ],
)
def test_a_store_only_reads_for_those_who_ask(make_store: Any, text: str) -> None:
    store = make_store()
    store.write(small())
    with pytest.raises(QuestionError):
        store.query(text)
    assert store.read() == small()


def test_a_query_that_takes_too_long_is_stopped_with_advice(make_store: Any) -> None:
    store = make_store("slow", time_limit=0.05)
    store.write(Graph(tuple(lra(f"lra:fr/n{i:04}") for i in range(600))))
    with pytest.raises(StoreError, match="took longer than 0.05 seconds"):
        store.query("MATCH (a:LRA), (b:LRA), (c:LRA) WHERE a.id < b.id AND b.id < c.id RETURN count(*) AS n")


def test_readers_at_once_get_the_same_answer(make_store: Any) -> None:
    store = make_store()
    store.write(Graph(tuple(lra(f"lra:fr/n{i:03}") for i in range(100))))
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(store.query("MATCH (n:LRA) RETURN count(n) AS n").rows[0]["n"])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [100] * 8


def test_reference_places_are_left_out_of_what_sources_name(make_store: Any) -> None:
    store = make_store()
    store.write(Graph((lra("lra:it/bari"), lra("lra:it/lau/072006"))))
    assert [n.id for n in store.read("named").nodes] == ["lra:it/bari"]
    assert len(store.read("all").nodes) == 2


def test_what_is_not_there_yet_says_so(make_store: Any) -> None:
    with pytest.raises(StoreError, match="there is no graph here yet"):
        make_store("nothing").read()
