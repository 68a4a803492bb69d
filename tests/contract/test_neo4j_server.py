"""What only a server can do, or get wrong: pushes that change little, are interrupted, meet others; logins; addresses; certificates."""

from __future__ import annotations

import itertools
import json
import os
import signal
import socketserver
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from interlocal.cli import main
from interlocal.errors import NoGraphYetError, StoreError
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.store import guard
from interlocal.graph.store.neo4j import Login, Neo4jStore
from tests.neo4j_server import MARK, Server, take

E = (Evidence.parse("doc-2020#1"),)


def lra(slug: str, **properties: Any) -> NodeRecord:
    return NodeRecord(f"lra:fr/{slug}", "LRA", slug.title(), country="FR", properties=properties, evidence=E)


def graph(*nodes: NodeRecord, ties: tuple[tuple[str, str], ...] = (), fingerprint: str = "one") -> Graph:
    records = [RelationshipRecord(f"lra:fr/{a}", "COOPERATES_WITH", f"lra:fr/{b}", "", {"certainty": "stated"}, E) for a, b in ties]
    return Graph(tuple(sorted(nodes, key=lambda n: n.id)), tuple(sorted(records, key=lambda t: t.identity)), fingerprint)


ABC = graph(lra("a", level="region"), lra("b"), lra("c"), ties=(("a", "b"), ("b", "c")))


@pytest.fixture
def connect(emptied: Server) -> Any:
    def go(**options: Any) -> Neo4jStore:
        return Neo4jStore(emptied.address, Login(emptied.user, emptied.password), **options)

    return go


def run(server: Server, text: str, **parameters: Any) -> list[dict[str, Any]]:
    """Somebody else at work in the same database."""
    with server.driver() as driver:
        return [record.data() for record in driver.execute_query(text, **parameters).records]


# --- pushing the difference --------------------------------------------------------------------------------------------


def test_a_push_writes_what_is_new_changed_and_gone_and_nothing_else(connect: Any) -> None:
    store = connect()
    assert store.push(ABC).as_dict() == {"nodes": {"new": 3, "changed": 0, "gone": 0}, "ties": {"new": 2, "changed": 0, "gone": 0}}
    later = graph(lra("a", lat=1.5), lra("b"), lra("d"), ties=(("a", "b"), ("a", "d")), fingerprint="two")
    expected = {"nodes": {"new": 1, "changed": 1, "gone": 1}, "ties": {"new": 1, "changed": 0, "gone": 1}}
    assert store.changes(later).as_dict() == expected
    assert store.read() == ABC, "a dry run writes nothing"
    assert store.push(later).as_dict() == expected
    assert connect().read() == later
    assert store.push(later).count == 0


def test_what_was_changed_by_hand_is_put_right(connect: Any, emptied: Server) -> None:
    store = connect()
    store.push(ABC)
    run(emptied, "MATCH (n:LRA {id: 'lra:fr/a'}) SET n.name = 'Other', n.mine = 1 REMOVE n.level")
    run(emptied, "MATCH (:LRA {id: 'lra:fr/a'})-[t]-() DELETE t")
    run(emptied, "MATCH (a:LRA {id: 'lra:fr/b'})-[t]->(c) CREATE (a)-[u:COOPERATES_WITH]->(c) SET u = properties(t)")
    assert store.changes(ABC).as_dict() == {"nodes": {"new": 0, "changed": 1, "gone": 0}, "ties": {"new": 1, "changed": 0, "gone": 1}}
    store.push(ABC)
    assert store.read() == ABC


def test_a_new_fingerprint_alone_is_kept(connect: Any, emptied: Server) -> None:
    store = connect()
    store.push(ABC)
    store.push(graph(*ABC.nodes, ties=(("a", "b"), ("b", "c")), fingerprint="two"))
    assert run(emptied, "MATCH (i:GraphInfo) RETURN i.fingerprint AS f") == [{"f": "two"}]


def test_constraints_and_indexes_come_from_the_schema(connect: Any, emptied: Server) -> None:
    connect().push(graph(lra("łódź")))
    names = {row["name"] for row in run(emptied, "SHOW INDEXES YIELD name")}
    assert {"lra_id", "fund_id", "lra_country", "network_name", "interlocal_names"} <= names
    found = run(emptied, "CALL db.index.fulltext.queryNodes('interlocal_names', 'lodz') YIELD node RETURN node.id AS id")
    assert found == [{"id": "lra:fr/łódź"}]


# --- others in the same database ---------------------------------------------------------------------------------------


def test_a_database_with_nodes_of_others_is_not_touched(connect: Any, emptied: Server) -> None:
    run(emptied, "CREATE (:Person {name: 'somebody'})-[:KNOWS]->(:Company)")
    with pytest.raises(StoreError, match=r"holds 2 nodes that are not interlocal's \(Company, Person …\), so nothing was written\. .*--beside-others"):
        connect().push(ABC)
    assert run(emptied, "MATCH (n) RETURN count(n) AS n") == [{"n": 2}]


def test_beside_others_everything_of_theirs_stays(connect: Any, emptied: Server) -> None:
    run(emptied, "CREATE (:Person {id: 'lra:fr/a', name: 'somebody'})")
    store = connect(beside_others=True)
    store.push(ABC)
    run(emptied, "MATCH (p:Person), (a:LRA {id: 'lra:fr/a'}), (b:LRA {id: 'lra:fr/b'}) CREATE (p)-[:WORKS_IN]->(a), (a)-[:COOPERATES_WITH {since: 1}]->(b)")
    assert store.read() == ABC, "ties that others drew are not ours"
    store.push(graph(lra("a"), lra("b"), lra("c"), ties=(("a", "b"),)))
    assert run(emptied, "MATCH (:Person)-[t:WORKS_IN]->() RETURN count(t) AS n") == [{"n": 1}]
    assert run(emptied, "MATCH ()-[t {since: 1}]->() RETURN count(t) AS n") == [{"n": 1}]


def test_a_node_that_others_hold_on_to_is_not_torn_off(connect: Any, emptied: Server) -> None:
    store = connect(beside_others=True)
    store.push(ABC)
    run(emptied, "MATCH (c:LRA {id: 'lra:fr/c'}) CREATE (:Person)-[:WORKS_IN]->(c)")
    with pytest.raises(StoreError, match="“C” is no longer in the sources, but a WORKS_IN that is not ours leads to it; nothing was written"):
        store.push(graph(lra("a"), lra("b"), ties=(("a", "b"),)))
    assert store.read() == ABC


@pytest.mark.parametrize("label", ["LRA", "GraphInfo"])
def test_nodes_of_others_with_our_labels_would_be_counted_so_they_stop_a_push(connect: Any, emptied: Server, label: str) -> None:
    run(emptied, f"CREATE (:{label} {{name: 'theirs'}})")
    with pytest.raises(StoreError, match=f"have our label “{label}”"):
        connect(beside_others=True).push(ABC)


# --- interruptions -----------------------------------------------------------------------------------------------------


def test_up_to_a_size_a_push_is_all_or_nothing(connect: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    store = connect()
    store.push(ABC)
    later = graph(lra("d"), lra("e"), ties=(("d", "e"),), fingerprint="two")
    monkeypatch.setattr("interlocal.graph.store.push.marker_row", _fail)
    with pytest.raises(RuntimeError, match="half-way"):
        store.push(later)
    monkeypatch.undo()
    assert connect().read() == ABC


def _fail(_: Any) -> Any:
    raise RuntimeError("half-way")


def test_a_push_in_batches_that_stops_half_way_answers_nothing_and_goes_on(connect: Any) -> None:
    store = connect(at_once=1, batch=2)
    heard: list[int] = []

    def stop(count: int) -> None:
        heard.append(count)
        if len(heard) == 2:
            raise KeyboardInterrupt

    with pytest.raises(StoreError, match="stopped half-way"):
        store.push(ABC, stop)
    for ask in (lambda: connect().read(), lambda: connect().query("MATCH (n:LRA) RETURN count(n) AS n")):
        with pytest.raises(StoreError, match="has not finished, so it answers nothing"):
            ask()
    assert store.changes(ABC).count == 2
    heard.clear()
    assert store.push(ABC, heard.append).count == 2
    assert sum(heard) == 2
    assert connect().read() == ABC


def test_a_push_that_is_killed_can_be_run_again(connect: Any, emptied: Server) -> None:
    code = (
        "from tests.contract.test_neo4j_server import big\nfrom interlocal.graph.store.neo4j import *\n"
        f"Neo4jStore({emptied.address!r}, Login({emptied.user!r}, {emptied.password!r}), at_once=1, batch=50).push(big())"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[2])
    until = time.monotonic() + 60
    while not run(emptied, "MATCH (n:LRA) RETURN count(n) AS n")[0]["n"] and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with pytest.raises(StoreError, match="has not finished"):
        connect().read()
    connect().push(big())
    assert connect().read() == big()


def big() -> Graph:
    slugs = [f"n{i:04}" for i in range(3000)]
    return graph(*(lra(s) for s in slugs), ties=tuple(itertools.pairwise(slugs)))


def test_pushes_at_once_leave_one_whole_graph(connect: Any) -> None:
    connect().push(ABC)
    graphs = [graph(lra(f"p{i}"), lra(f"q{i}"), ties=((f"p{i}", f"q{i}"),), fingerprint=str(i)) for i in range(4)]
    failed: list[Exception] = []

    def push(wanted: Graph) -> None:
        try:
            connect().push(wanted)
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=push, args=(wanted,)) for wanted in graphs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert connect().read() in graphs
    assert len(failed) < 4


def test_a_graph_of_another_version_is_not_read_as_this_one(connect: Any, emptied: Server) -> None:
    connect().push(ABC)
    run(emptied, "MATCH (i:GraphInfo) SET i.schema_version = 99")
    with pytest.raises(StoreError, match="another version of interlocal"):
        connect().read()


def test_the_server_itself_lets_nobody_write_who_asks(connect: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    store = connect()
    store.push(ABC)
    monkeypatch.setattr(guard, "check", lambda text: None)
    with pytest.raises(StoreError, match="may not do this on the server"):
        store.query("CREATE (n:LRA {id: 'x'}) RETURN n.id AS id")
    assert store.read() == ABC


# --- addresses, logins, certificates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://localhost:7474", "http://localhost:7474: this is not the address of a Neo4j server"),
        ("bolt://", "this is not the address of a Neo4j server"),
        ("neo4j+s://host/db", "an address ends after the host and port. Name the database with NEO4J_DATABASE"),
        ("bolt://neo4j:secret@host:7687", "holds a user or a password, where others can read it. Set NEO4J_USERNAME"),
        ("bolt://host:port", "this is not the address of a Neo4j server"),
        ("bolt://[::1", "this is not the address of a Neo4j server"),
    ],
)
def test_what_is_no_address_is_one_clear_line(address: str, said: str) -> None:
    with pytest.raises(StoreError) as error:
        Neo4jStore(address)
    assert said in str(error.value)
    assert "secret" not in str(error.value)


def test_a_wrong_password_is_one_clear_line_without_it(emptied: Server) -> None:
    with pytest.raises(StoreError) as error:
        Neo4jStore(emptied.address, Login("neo4j", "hunter-two")).read()
    assert "the server does not accept this password for “neo4j”" in str(error.value)
    assert "hunter" not in str(error.value) + repr(error.value) + repr(Login("neo4j", "hunter-two"))


def test_no_password_says_where_to_put_one(emptied: Server) -> None:
    with pytest.raises(StoreError, match="asks for a user and a password. Set NEO4J_USERNAME and NEO4J_PASSWORD"):
        Neo4jStore(emptied.address).read()


def test_an_unknown_database_is_named(connect: Any) -> None:
    with pytest.raises(StoreError, match="there is no database named “nowhere” on the server. Check NEO4J_DATABASE"):
        connect(database="nowhere").read()


def test_a_server_that_is_not_there_is_told_at_once() -> None:
    start = time.monotonic()
    with pytest.raises(StoreError, match=r"bolt://127\.0\.0\.1:9: the server cannot be reached .* Check the address"):
        Neo4jStore("bolt://127.0.0.1:9", Login("neo4j", "x")).read()
    assert time.monotonic() - start < 10


def test_tls_to_a_server_that_has_none_is_told_as_that() -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), Plain) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        with pytest.raises(StoreError, match="the server does not speak TLS there"):
            Neo4jStore(f"bolt+s://127.0.0.1:{server.server_address[1]}", Login("neo4j", "x")).read()


class Plain(socketserver.BaseRequestHandler):
    """A server that answers TLS with plain text."""

    def handle(self) -> None:
        self.request.recv(1000)
        self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def test_a_certificate_that_nobody_vouches_for_is_refused_until_it_is_trusted(connect: Any, emptied: Server) -> None:
    if not emptied.tls:
        pytest.skip("no openssl here, so the server has no certificate")
    connect().push(ABC)
    login = Login(emptied.user, emptied.password)
    with pytest.raises(StoreError, match="is not one that this machine trusts. .*ssc"):
        Neo4jStore(emptied.address.replace("bolt:", "bolt+s:"), login).read()
    assert Neo4jStore(emptied.address.replace("bolt:", "bolt+ssc:"), login).read() == ABC


def test_an_address_for_clusters_works_for_one_server_too(connect: Any, emptied: Server) -> None:
    connect().push(ABC)
    store = Neo4jStore(emptied.address.replace("bolt:", "neo4j:"), Login(emptied.user, emptied.password))
    assert store.read() == ABC
    assert store.push(ABC).count == 0


def test_tests_do_not_empty_a_database_that_is_not_theirs(emptied: Server) -> None:
    run(emptied, "CREATE (:Person)")
    run(emptied, f"DROP CONSTRAINT {MARK}")
    with pytest.raises(RuntimeError, match="holds 1 nodes and was never marked as a database of tests"):
        take(emptied)
    run(emptied, "MATCH (n) DELETE n")
    take(emptied)


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "neo4j", None)
    monkeypatch.delitem(sys.modules, "interlocal.graph.store.neo4j")
    result = CliRunner().invoke(main, ["ask", "what-funds-fund", "--store", "bolt://127.0.0.1:9"])
    assert (result.exit_code, 'Install it: python -m pip install "interlocal[neo4j]".' in result.output) == (1, True)


def test_nothing_pushed_yet_is_no_graph_yet(connect: Any) -> None:
    with pytest.raises(NoGraphYetError, match="Run “interlocal push”"):
        connect().query("MATCH (n:LRA) RETURN count(n) AS n")


# --- the command -------------------------------------------------------------------------------------------------------


@pytest.fixture
def command(emptied: Server) -> Any:
    def go(*arguments: str, **environment: str | None) -> Any:
        login = {"NEO4J_USERNAME": emptied.user, "NEO4J_PASSWORD": emptied.password, "INTERLOCAL_STORE": emptied.address}
        return CliRunner().invoke(main, arguments, env=login | environment)

    return go


def test_push_then_ask_from_the_command_line(command: Any, workspace: Any, seed_store: Any) -> None:
    before = command("ask", "network-members-named")
    assert (before.exit_code, "there is no graph here yet. Run “interlocal push”." in before.output) == (1, True)
    dry = json.loads(command("push", "--dry-run", "--format", "json").output)
    assert dry["dry_run"]
    assert dry["nodes"]["new"] > 1000
    pushed = command("push")
    assert pushed.exit_code == 0, pushed.output
    assert pushed.output.startswith("Pushed to bolt://127.0.0.1")
    assert "nothing: what is there is up to date" in command("push").output
    theirs = command("ask", "network-members-named", "--network", "CLIP", "--format", "json").output
    ours = CliRunner().invoke(main, ["ask", "network-members-named", "--network", "CLIP", "--format", "json", "--store", workspace.store]).output
    assert theirs == ours
    for arguments in (("who", "Bari"), ("path", "Belfast", "Poznan"), ("export",)):
        theirs = command(*arguments).output
        assert theirs == CliRunner().invoke(main, [*arguments, "--store", workspace.store]).output


def test_a_graph_on_a_server_is_not_built_over_by_who_reads_it(command: Any, tmp_path: Path) -> None:
    for arguments, said in (
        (("build",), "the graph is to be on a server, and this builds a file. Use “interlocal push”"),
        (("ask", "what-funds-fund", "--data", str(tmp_path)), "--data has no effect"),
    ):
        result = command(*arguments)
        assert (result.exit_code, said in result.output) == (1, True), result.output


def test_push_needs_a_server(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["push", "--store", str(tmp_path / "g.kgl")])
    assert (result.exit_code, result.output.startswith("Error: no server is named. Name one: --store neo4j+s://host")) == (1, True)


def test_the_password_is_in_no_output(command: Any) -> None:
    for arguments in (("push",), ("push",), ("ask",), ("ask", "what-funds-fund")):
        assert "hunter-two" not in command(*arguments, NEO4J_PASSWORD="hunter-two", INTERLOCAL_STORE="bolt://127.0.0.1:9").output


@pytest.mark.skipif(os.name == "nt", reason="a terminal is made as on Unix")
def test_a_person_at_a_terminal_is_asked_for_the_password_and_it_is_not_shown(emptied: Server, tmp_path: Path) -> None:
    import pty

    Neo4jStore(emptied.address, Login(emptied.user, emptied.password)).push(ABC)
    main_end, terminal = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")} | {"INTERLOCAL_STORE": emptied.address, "TERM": "dumb"}
    process = subprocess.Popen([sys.executable, "-m", "interlocal", "who", "C"], stdin=terminal, stdout=terminal, stderr=terminal, env=environment)
    os.close(terminal)
    shown = b""
    while b"Password of neo4j" not in shown:
        shown += os.read(main_end, 1000)
    os.write(main_end, f"{emptied.password}\n".encode())
    try:
        while more := os.read(main_end, 10_000):
            shown += more
    except OSError:
        pass
    assert process.wait(30) == 0
    assert b"C" in shown
    assert emptied.password.encode() not in shown
