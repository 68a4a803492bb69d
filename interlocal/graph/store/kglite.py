"""The graph in one file on this machine, by kglite. The file is a cache: it can always be built again from its sources.

A build goes to a file of its own beside the graph and is swapped in, so that a build that is killed leaves the old
graph whole, and two builds at once both succeed. Reads run on an immutable snapshot, with a time limit.
"""

from __future__ import annotations

import contextlib
import os
import time
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import kglite

from interlocal import drafts
from interlocal.errors import NoGraphYetError, StoreError
from interlocal.graph.records import Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import LABELS, RELATIONSHIP_TYPES, constraints
from interlocal.graph.store import guard
from interlocal.graph.store.base import LOAD_NODES, LOAD_TIES, MARKER, TIME_LIMIT, Rows, Scope, in_scope, marker_row, node_of, node_rows, tie_of, tie_rows

# Its warnings are for those who write queries (the tests make them errors), not for those who ask.
kglite.set_query_warning_policy("silent")

# How the files of this engine begin.
_HEADER = b"RGF"


class KgliteStore:
    """The graph in the file ``path``; it need not exist before the first ``write``."""

    def __init__(self, path: Path, *, time_limit: float = TIME_LIMIT) -> None:
        self.path = path
        self.time_limit = time_limit
        self._snapshot: Any = None

    @classmethod
    def in_memory(cls, graph: Graph, *, time_limit: float = TIME_LIMIT) -> Self:
        """``graph`` to be asked, kept in no file."""
        store = cls(Path("memory"), time_limit=time_limit)
        engine = store._loaded(graph)
        store._check_counts(engine, graph)
        store._snapshot = engine.freeze()
        return store

    def write(self, graph: Graph) -> None:
        engine = self._loaded(graph)
        self._check_counts(engine, graph)
        draft = None
        with self._in_words("cannot be written"):
            path = drafts.target(self.path)
            self._refuse_what_is_not_ours(path)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                draft = drafts.draft_of(path)
                with warnings.catch_warnings():
                    # Of a large graph it says which columns it cannot map from the file: nothing that anybody can act on.
                    warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
                    engine.save(str(draft))
                drafts.keep_mode(path, draft)
                _swap_in(draft, path)
            finally:
                if draft is not None:
                    drafts.discard(draft)
        self._snapshot = engine.freeze()

    def _refuse_what_is_not_ours(self, path: Path) -> None:
        """A graph file is a cache and is written over; anything else is somebody's own, and is left alone."""
        if not path.exists() or path.stat().st_size == 0:
            return
        foreign = not path.is_file() or (path.suffix != ".kgl" and not path.read_bytes()[: len(_HEADER)].startswith(_HEADER))
        if not foreign:
            with contextlib.suppress(kglite.KgError, ValueError):
                opened: Any = kglite.load(str(path))
                foreign = not opened.cypher(f"MATCH (i:{MARKER}) RETURN count(i) AS n").to_list()[0]["n"]
        if foreign:
            todo = "Name another place with --store, or remove the file."
            raise StoreError("this is not a graph of interlocal, so it is not written over", where=str(path), todo=todo)

    def read(self, scope: Scope = "all") -> Graph:
        nodes: list[NodeRecord] = []
        ties: list[RelationshipRecord] = []
        for label in LABELS:
            for row in self._run(f"MATCH (n:{label}) RETURN properties(n) AS p ORDER BY n.id", {}).rows:
                nodes.append(node_of(label, row["p"]))
        for kind in RELATIONSHIP_TYPES:
            text = f"MATCH (a)-[t:{kind}]->(b) RETURN a.id AS source, b.id AS target, properties(t) AS p"
            ties.extend(tie_of(kind, row["source"], row["target"], row["p"]) for row in self._run(text, {}).rows)
        return in_scope(Graph(tuple(nodes), tuple(sorted(ties, key=lambda t: t.identity))), scope)

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, *, limit: int | None = None) -> Rows:
        guard.check(text)
        return self._run(text, parameters or {}, limit)

    def _run(self, text: str, parameters: Mapping[str, Any], limit: int | None = None) -> Rows:
        try:
            most = None if limit is None else limit + 1
            result = self._frozen().cypher(text, params=dict(parameters), timeout_ms=int(self.time_limit * 1000), row_limit=most)
            rows = result.to_list()
            return Rows(tuple(result.columns), tuple(rows[:limit]), limit is not None and len(rows) > limit)
        except kglite.CypherTimeoutError as error:
            todo = "Ask for less (one country, one network), or allow more time with --time-limit."
            raise StoreError(f"the query took longer than {self.time_limit:g} seconds and was stopped", todo=todo) from error
        except (kglite.KgError, ValueError, TypeError, AttributeError, OverflowError) as error:
            raise StoreError(f"the query cannot be run ({_first_line(error)})", where=self.path.name) from error

    def _frozen(self) -> Any:
        if self._snapshot is None:
            with self._in_words("is damaged, or from another version, and cannot be opened"):
                if not self.path.is_file():
                    raise NoGraphYetError("there is no graph here yet", where=str(self.path), todo="Run “interlocal build”.")
                self._snapshot = kglite.load(str(self.path)).freeze()
        return self._snapshot

    def _loaded(self, graph: Graph) -> Any:
        engine = kglite.KnowledgeGraph()
        with self._in_words("cannot be built"):
            for statement in constraints():
                engine.cypher(statement)
            for label, rows in node_rows(graph).items():
                engine.cypher(LOAD_NODES.format(label=label), params={"rows": list(rows)})
            for (source, kind, target), rows in tie_rows(graph).items():
                engine.cypher(LOAD_TIES.format(source=source, type=kind, target=target), params={"rows": list(rows)})
            engine.cypher(LOAD_NODES.format(label=MARKER), params={"rows": [marker_row(graph)]})
        return engine

    def _check_counts(self, engine: Any, graph: Graph) -> None:
        """A tie to an unknown end loads as nothing without a word; so count what arrived."""
        nodes = engine.cypher("MATCH (n) RETURN count(n) AS n").to_list()[0]["n"] - 1
        ties = engine.cypher("MATCH ()-[t]->() RETURN count(t) AS n").to_list()[0]["n"]
        if (nodes, ties) != (len(graph.nodes), len(graph.relationships)):
            what = f"{nodes} of {len(graph.nodes)} nodes and {ties} of {len(graph.relationships)} ties arrived, so nothing was kept"
            raise StoreError(what, where=str(self.path), todo="Please report this as a defect.")

    @contextlib.contextmanager
    def _in_words(self, what: str) -> Iterator[None]:
        try:
            yield
        except (kglite.KgError, OSError, ValueError, OverflowError) as error:
            todo = "Name another place with --store, or remove the file." if "opened" in what else "Name another place with --store."
            raise StoreError(f"the graph file {what} ({_first_line(error)})", where=str(self.path), todo=todo) from error


def _swap_in(draft: Path, path: Path) -> None:
    """``draft`` becomes ``path`` in one step; on Windows a reader may hold the old file open for a moment."""
    for attempt in range(20):
        try:
            draft.replace(path)
            return
        except PermissionError:
            if os.name != "nt" or attempt == 19:
                raise
            time.sleep(0.1)


def _first_line(error: BaseException) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return (text.strip().splitlines() or [type(error).__name__])[0].rstrip(".")
