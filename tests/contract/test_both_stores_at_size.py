"""Both stores over a graph that nobody wrote by hand: hubs, parallel ties, many things of one name, thousands of ties."""

from __future__ import annotations

from pathlib import Path

from benchmarks.europe import europe
from interlocal.graph.store.kglite import KgliteStore
from interlocal.graph.store.neo4j import Login, Neo4jStore
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from tests.neo4j_server import Server

VALUES = {"country": "FR", "scope": "all", "network": "network:000", "network_scope": "national_association", "fund": "fund:eu/00000", "state_offices": "true"}


def test_every_question_has_the_same_answer_on_both(emptied: Server, tmp_path: Path) -> None:
    graph = europe(0.01)
    ours, theirs = KgliteStore(tmp_path / "europe.kgl"), Neo4jStore(emptied.address, Login(emptied.user, emptied.password))
    for store in (ours, theirs):
        store.write(graph)
    assert theirs.read() == ours.read() == graph
    for question in QUESTIONS.values():
        for given in ({}, *({name: value} for name, value in VALUES.items() if name in question.parameters)):
            assert ask(question, theirs, given).as_dict() == ask(question, ours, given).as_dict(), (question.slug, given)
