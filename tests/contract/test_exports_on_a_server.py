"""What is exported for Neo4j, taken in by its own tools: cypher-shell and neo4j-admin; a store then reads the whole graph from it."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.store.neo4j import Login, Neo4jStore
from interlocal.report.exports import FORMATS
from tests.neo4j_server import NotHereError, Server, admin, configure, shell, started

E = (Evidence.parse("doc-2020#1"), Evidence.parse("doc-2020#3-4"))
NAME = "Ä 'single' \"double\" `back` \\ ; | , \t tab, \u200fright to left\u2028next line 🏛"
HOSTILE = Graph(
    (
        NodeRecord("lra:fr/a", "LRA", NAME, (NAME, "x"), "FR", {"visitors": 2**60, "note": "", "share": 1e-7, "facts": ["a;b", 'c,"d"\n']}, E),
        NodeRecord("lra:fr/b", "LRA", "B", country="FR", properties={"visitors": "many", "share": 3.0, "open": True}, evidence=E),
        NodeRecord("fund:f", "Fund", "graph", evidence=E),
    ),
    (
        RelationshipRecord("lra:fr/a", "COOPERATES_WITH", "lra:fr/b", "", {"role": NAME, "limited": False}, E),
        RelationshipRecord("lra:fr/a", "COOPERATES_WITH", "lra:fr/b", "2010", {"since_year": 2010}, E),
    ),
    "hostile",
)


def connect(server: Server) -> Neo4jStore:
    return Neo4jStore(server.address, Login(server.user, server.password))


def run_script(graph: Graph, server: Server, folder: Path) -> None:
    path = folder / "graph.cypher"
    path.write_bytes(FORMATS["cypher"].files(graph)["graph.cypher"])
    try:
        shell(server, "-f", str(path))
    except NotHereError as reason:
        pytest.skip(str(reason))


def test_the_script_makes_the_graph_that_a_push_makes_whatever_was_there(seed_graph: Graph, emptied: Server, tmp_path: Path) -> None:
    for wanted in (HOSTILE, seed_graph, seed_graph, HOSTILE):
        run_script(wanted, emptied, tmp_path)
        assert connect(emptied).read() == wanted
        changes = connect(emptied).changes(wanted)
        assert (changes.count, changes.current) == (0, True)


@pytest.mark.parametrize("which", ["hostile", "seed"])
def test_what_neo4j_admin_imports_is_the_graph(which: str, seed_graph: Graph, neo4j_server: Server, tmp_path: Path) -> None:
    if neo4j_server.home is None:
        pytest.skip("INTERLOCAL_TEST_NEO4J names a server of which the folder is not known")
    wanted = HOSTILE if which == "hostile" else seed_graph
    files, home = tmp_path / "files", tmp_path / "home"
    files.mkdir()
    for name, content in FORMATS["csv"].files(wanted).items():
        (files / name).write_bytes(content)
    (command,) = (line for line in (files / "README.txt").read_text(encoding="utf-8").splitlines() if line.startswith("neo4j-admin"))
    configure(home, 0)
    admin(home, *shlex.split(command)[1:], folder=files)
    with started(home) as server:
        shell(server, "-f", str(files / "schema.cypher"))
        assert connect(server).read() == wanted
        assert connect(server).changes(wanted).count == 0
