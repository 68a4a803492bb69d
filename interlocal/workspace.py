"""From tables to a graph that is up to date: where it is kept, and when it is built anew."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from interlocal import __version__
from interlocal.errors import StoreError
from interlocal.graph.assemble import assemble
from interlocal.graph.records import Graph
from interlocal.graph.schema import SCHEMA_VERSION
from interlocal.graph.store.base import FINGERPRINT, TIME_LIMIT, Store
from interlocal.loaders import seed


@dataclass(frozen=True)
class Workspace:
    """What a command works on: folders of tables laid over the seed, and where the graph is kept.

    ``store`` is a file, or empty for a file in the user's own data folder (one for each set of folders).
    """

    data: tuple[Path, ...] = ()
    store: str = ""
    time_limit: float = TIME_LIMIT

    @property
    def folders(self) -> Sequence[Path]:
        return (seed.seed_folder(), *self.data)

    def path(self) -> Path:
        """The file that keeps the graph."""
        if "://" in self.store:
            raise StoreError("this version keeps graphs in files only", where=self.store, todo="Name a file with --store.")
        if self.store:
            return Path(self.store)
        from platformdirs import user_data_path

        names = "|".join(str(folder.resolve()) for folder in self.data)
        mark = f"-{hashlib.sha256(names.encode()).hexdigest()[:12]}" if names else ""
        return user_data_path("interlocal", appauthor=False) / f"graph{mark}.kgl"

    def fingerprint(self) -> str:
        """What the graph depends on: the tables' content, this version's code and data model."""
        return f"{__version__}/{SCHEMA_VERSION}/{seed.fingerprint(self.folders)}"

    def assembled(self) -> Graph:
        """The graph of the tables; raises InvalidRecordsError with every issue."""
        return replace(assemble(seed.load(self.folders)), fingerprint=self.fingerprint())

    def build(self) -> tuple[Store, Graph]:
        """Build the graph and keep it."""
        graph = self.assembled()
        store = self._file()
        store.write(graph)
        return store, graph

    def open(self, on_build: Callable[[], None] = lambda: None) -> Store:
        """The graph, built first when there is none, when its sources changed, or when its file cannot be read."""
        store = self._file()
        if not self._is_current(store):
            on_build()
            store, _ = self.build()
        return store

    def _file(self) -> Store:
        from interlocal.graph.store.kglite import KgliteStore

        return KgliteStore(self.path(), time_limit=self.time_limit)

    def _is_current(self, store: Store) -> bool:
        try:
            found = store.query(FINGERPRINT).rows
        except StoreError:
            return False
        return bool(found) and found[0]["fingerprint"] == self.fingerprint()
