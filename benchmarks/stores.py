"""One graph shaped like Europe on both stores and in plain networkx: loading, and every question of the catalogue, in one run."""

from __future__ import annotations

import gc
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.europe import europe
from benchmarks.plain import PLAIN, to_plain
from interlocal.errors import StoreError
from interlocal.graph.store.base import Store
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import cypher
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.parameters import PARAMETERS
from interlocal.workspace import Workspace
from tests import neo4j_server

# After so many seconds a question is given up, and the table says so.
PATIENCE = 120.0
WAYS = ("kglite", "Neo4j", "networkx")
Timed = Mapping[str, float | None]


def stores(scale: float, runs: int) -> str:
    """The tables, as Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load, answers = {}, {}
        graph = europe(scale)
        size = f"{len(graph.nodes):,} nodes and {len(graph.relationships):,} ties"
        for way, measured in (("kglite", _kglite(graph, folder, runs)), ("networkx", _networkx(graph, runs))):
            load[way], answers[way] = measured
        del graph
        gc.collect()
        pushes = ["| pushing to Neo4j | seconds | our memory |", "| --- | --- | --- |"]
        try:
            with neo4j_server.server(folder / "neo4j") as server:
                pushes += _pushes(server, "seed", "the two reports", "; the server was started a moment ago")
                neo4j_server.empty(server)
                pushes += _pushes(server, "seed", "the two reports", " (limit 5 s); the server has run a while")
                neo4j_server.empty(server)
                pushes += _pushes(server, str(scale), "the graph of Europe", " (limit 120 s, 500 MB)")
                load["Neo4j"] = float(pushes[-2].split("|")[2])
                answers["Neo4j"] = _questions(_connect(server), runs)
        except neo4j_server.NotHereError as reason:
            pushes.append(f"| not measured: {reason} | | |")
    return "\n".join([f"## At the size of Europe: {size}", "", *_table(load, answers), "", *pushes, ""])


def _kglite(graph: Any, folder: Path, runs: int) -> tuple[float, Timed]:
    store = KgliteStore(folder / "europe.kgl", time_limit=PATIENCE)
    taken = _seconds(lambda: store.write(graph))
    return taken, _questions(store, runs)


def _networkx(graph: Any, runs: int) -> tuple[float, Timed]:
    start = time.perf_counter()
    plain = to_plain(graph)
    taken = time.perf_counter() - start
    return taken, {
        slug: statistics.median(_seconds(lambda answer=answer, slug=slug: answer(plain, _values(slug))) for _ in range(runs)) for slug, answer in PLAIN.items()
    }


def _questions(store: Store, runs: int) -> Timed:
    found: dict[str, float | None] = {}
    for slug in QUESTIONS:
        try:
            found[slug] = statistics.median(_seconds(lambda slug=slug: store.query(cypher(slug), _values(slug))) for _ in range(runs))
        except StoreError:
            found[slug] = None
    return found


def _values(slug: str) -> dict[str, Any]:
    """What a question is asked with when nobody says anything."""
    asked = QUESTIONS[slug]
    return {name: asked.defaults.get(name, parameter.default) for name, parameter in PARAMETERS.items()}


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


# --- pushing: in a process of its own, so that its memory is its own ------------------------------------------------------


def _pushes(server: neo4j_server.Server, what: str, words: str, limit: str) -> list[str]:
    first, memory = _push(server, what)
    again, memory_again = _push(server, what)
    return [
        f"| {words}, new{limit} | {first:.1f} | {memory:.0f} MB |",
        f"| {words} again: compared, nothing to write | {again:.1f} | {memory_again:.0f} MB |",
    ]


def _push(server: neo4j_server.Server, what: str) -> tuple[float, float]:
    """Seconds of the push alone, and the peak of the whole process in megabytes, the graph itself included."""
    command = [sys.executable, "-m", "benchmarks.stores", server.address, server.user, server.password, what]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    taken, memory = done.stdout.split()
    return float(taken), float(memory)


def _connect(server: neo4j_server.Server) -> Any:
    from interlocal.graph.store.neo4j import Login, Neo4jStore

    return Neo4jStore(server.address, Login(server.user, server.password), time_limit=PATIENCE)


def push_alone(address: str, user: str, password: str, what: str) -> None:
    graph = Workspace().assembled() if what == "seed" else europe(float(what))
    store = _connect(neo4j_server.Server(address, user, password))
    taken = _seconds(lambda: store.push(graph))
    print(taken, _peak())


def _peak() -> float:
    """The most memory that this process has had, in megabytes. (What getrusage says includes the parent's before the program began.)"""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text())[1]) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


# --- the table -----------------------------------------------------------------------------------------------------------


def _table(load: Mapping[str, float], answers: Mapping[str, Timed]) -> list[str]:
    lines = ["| what | kglite | Neo4j over Bolt | plain networkx | Neo4j : kglite | networkx : kglite |", "| --- | --- | --- | --- | --- | --- |"]
    lines.append(_line("loading", {way: load.get(way) for way in WAYS}))
    return lines + [_line(f"`{slug}`", {way: answers.get(way, {}).get(slug) for way in WAYS}) for slug in QUESTIONS]


def _line(what: str, taken: Timed) -> str:
    ours = taken["kglite"]
    ratios = [f"{theirs / ours:.1f}" if ours and theirs else "" for theirs in (taken["Neo4j"], taken["networkx"])]
    return "| " + " | ".join([what, *(f"{t:.2f} s" if t is not None else f"not in {PATIENCE:.0f} s" for t in (taken[w] for w in WAYS)), *ratios]) + " |"


if __name__ == "__main__":
    push_alone(*sys.argv[1:])
