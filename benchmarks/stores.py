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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.europe import europe
from benchmarks.plain import PLAIN, to_plain
from interlocal.collection import paused
from interlocal.errors import StoreError
from interlocal.graph.store.base import Store
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import ask, citations_of, rows_of
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.parameters import PARAMETERS
from interlocal.workspace import Workspace
from tests import neo4j_server

# After so many seconds a question is given up, and the table says so.
PATIENCE = 120.0
# What takes longer is not run again for a median: at such lengths the scatter is small beside the time.
LONG = 10.0
WAYS = ("kglite", "Neo4j", "networkx")
# Of the questions asked with options so many are shown.
SLOWEST = 10
# What has most: options are asked with that.
_LARGEST = {
    "country": "MATCH (n:LRA) WHERE n.country IS NOT NULL WITH n.country AS value, count(*) AS size RETURN value ORDER BY size DESC, value LIMIT 1",
    "network": "MATCH (n:Network)<-[:MEMBER_OF]-() WITH n.id AS value, count(*) AS size RETURN value ORDER BY size DESC, value LIMIT 1",
    "fund": "MATCH (n:Fund)--() WITH n.id AS value, count(*) AS size RETURN value ORDER BY size DESC, value LIMIT 1",
    "theme": "MATCH (n:Theme)--() WITH n.id AS value, count(*) AS size RETURN value ORDER BY size DESC, value LIMIT 1",
    "level": "MATCH (n:LRA) WHERE n.level IS NOT NULL RETURN DISTINCT n.level AS value ORDER BY value",
    "network_scope": "MATCH (n:Network) WHERE n.scope IS NOT NULL RETURN DISTINCT n.scope AS value ORDER BY value",
}
Timed = Mapping[str, float | None]
_WORDS = (
    "The rows of each question (limit 3 s; pairs and betweenness 10 s): the Cypher, and what Python derives from it. The whole answer has its sentences, "
    "denominator and sources too, for up to 40,000 rows; all of them in one process took {peak:.0f} MB at most (limit 1,500 MB). "
    "The plain twins of the questions were written to be checked by eye: where one is many times slower, the fault may be its own."
)


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
        answers["whole"], peak = _whole_answers(folder / "europe.kgl")
        options = _options(KgliteStore(folder / "europe.kgl", time_limit=PATIENCE))
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
    return "\n".join([f"## At the size of Europe: {size}", "", _WORDS.format(peak=peak), "", *_table(load, answers), "", *options, "", *pushes, ""])


def _kglite(graph: Any, folder: Path, runs: int) -> tuple[float, Timed]:
    store = KgliteStore(folder / "europe.kgl", time_limit=PATIENCE)
    taken = _seconds(lambda: store.write(graph))
    return taken, _questions(store, runs)


def _networkx(graph: Any, runs: int) -> tuple[float, Timed]:
    start = time.perf_counter()
    plain = to_plain(graph)
    taken = time.perf_counter() - start
    return taken, {slug: _median(lambda answer=answer, slug=slug: _plain_rows(answer, plain, slug), runs) for slug, answer in PLAIN.items()}


def _plain_rows(answer: Callable[..., Sequence[Any]], plain: Any, slug: str) -> Sequence[Any]:
    with paused():
        return answer(plain, _values(slug))


def _questions(store: Store, runs: int) -> Timed:
    found: dict[str, float | None] = {}
    for slug in QUESTIONS:
        try:
            found[slug] = _median(lambda slug=slug: _rows(store, slug), runs)
        except StoreError:
            found[slug] = None
    return found


def _options(store: Store) -> list[str]:
    """Every question with each of its options by itself: the slowest."""
    values: dict[str, Sequence[Any]] = {name: [row["value"] for row in store.query(text).rows] for name, text in _LARGEST.items()}
    values |= {"scope": ["all"], "state_offices": [True]}
    ways = [(slug, name, value) for slug, asked in QUESTIONS.items() for name in asked.parameters for value in values[name]]
    taken = {way: _seconds(lambda way=way: _rows(store, way[0], {way[1]: way[2]})) for way in ways}
    slowest = sorted(taken, key=lambda way: -taken[way])[:SLOWEST]
    told = (f"| `{slug}` | `{PARAMETERS[name].option} {value}` | {taken[slug, name, value]:.2f} s |" for slug, name, value in slowest)
    words = f"The rows of each question with each of its options (the country, network, fund and theme with most), once each: the slowest of {len(ways)} ways."
    return [words, "", "| question | option | kglite |", "| --- | --- | --- |", *told]


def _rows(store: Store, slug: str, given: Mapping[str, Any] | None = None) -> Sequence[Any]:
    """The rows of a question as its answer has them."""
    with paused():
        return rows_of(QUESTIONS[slug], store, {**_values(slug), **(given or {})})


def _values(slug: str) -> dict[str, Any]:
    """What a question is asked with when nobody says anything."""
    asked = QUESTIONS[slug]
    return {name: asked.defaults.get(name, parameter.default) for name, parameter in PARAMETERS.items()}


def _median(work: Callable[[], Any], runs: int) -> float:
    taken = [_seconds(work)]
    while len(taken) < runs and taken[0] < LONG:
        taken.append(_seconds(work))
    return statistics.median(taken)


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


# --- whole answers: in a process of its own, so that its memory is its own ------------------------------------------------


def _whole_answers(store: Path) -> tuple[Timed, float]:
    """Seconds for each question with its sentences, denominator and sources, from the file; and the peak of the process in megabytes."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.stores", str(store)], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    found = dict(line.split() for line in done.stdout.splitlines())
    peak = float(found.pop("peak"))
    return {slug: float(seconds) for slug, seconds in found.items()}, peak


def whole_answers_alone(path: str) -> None:
    store = KgliteStore(Path(path), time_limit=PATIENCE)
    citations_of(store)
    for slug, question in QUESTIONS.items():
        print(slug, _seconds(lambda question=question: ask(question, store)))
    print("peak", _peak())


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
    lines = [
        "| what | kglite | Neo4j over Bolt | plain networkx | Neo4j : kglite | networkx : kglite | whole answer, kglite |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines.append(_line("loading", {way: load.get(way) for way in (*WAYS, "whole")}))
    return lines + [_line(f"`{slug}`", {way: answers.get(way, {}).get(slug) for way in (*WAYS, "whole")}) for slug in QUESTIONS]


def _line(what: str, taken: Timed) -> str:
    ours = taken["kglite"]
    ratios = [f"{theirs / ours:.1f}" if ours and theirs else "" for theirs in (taken["Neo4j"], taken["networkx"])]
    whole = "" if taken["whole"] is None else f"{taken['whole']:.2f} s"
    return "| " + " | ".join([what, *(f"{t:.2f} s" if t is not None else f"not in {PATIENCE:.0f} s" for t in (taken[w] for w in WAYS)), *ratios, whole]) + " |"


if __name__ == "__main__":
    whole_answers_alone(sys.argv[1]) if len(sys.argv) == 2 else push_alone(*sys.argv[1:])
