"""From tables to a graph that is up to date: where it is kept, and when it is built anew."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from interlocal import __version__
from interlocal.errors import NoGraphYetError, SourceError, StoreError
from interlocal.graph.assemble import assemble
from interlocal.graph.passages import Text, Verification, spans_of, stamp, verify, with_passages
from interlocal.graph.records import Graph, NodeRecord, Records
from interlocal.graph.schema import SCHEMA_VERSION
from interlocal.graph.store.base import FINGERPRINT, TIME_LIMIT, Store
from interlocal.loaders import seed
from interlocal.loaders.documents import read_texts
from interlocal.loaders.members import kept
from interlocal.loaders.members.kept import Loaded, loaded

if TYPE_CHECKING:
    from interlocal.graph.store.neo4j import Neo4jStore
    from interlocal.loaders.members.lists import Loading
    from interlocal.loaders.members.rows import Options


@cache
def _code() -> str:
    """A hash of the code that makes graphs: who changes it while developing must not look at an old graph."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*(here / "graph").rglob("*.py"), *(here / "loaders").rglob("*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _user_folder() -> Path:
    from platformdirs import user_data_path

    try:
        return user_data_path("interlocal", appauthor=False)
    except RuntimeError as error:
        raise StoreError("there is no home folder to keep the graph in", todo="Name a file with --store.") from error


def _texts(folder: Path, nodes: Iterable[NodeRecord]) -> Mapping[str, Text]:
    return read_texts(folder, [n.id for n in nodes if n.type == "Document"])


@dataclass(frozen=True)
class Workspace:
    """What a command works on: folders of tables laid over the seed, and where the graph is kept.

    ``store`` is a file; or the address of a Neo4j server, to which ``login`` and ``database`` belong; or empty for a file
    in the user's own data folder (one for each set of folders).
    """

    data: tuple[Path, ...] = ()
    store: str = ""
    time_limit: float = TIME_LIMIT
    login: tuple[str, str] = field(default=("", ""), repr=False)
    database: str = ""

    @property
    def on_a_server(self) -> bool:
        return "://" in self.store

    @property
    def folders(self) -> Sequence[Path]:
        """The seed, the lists of members that were loaded over it, and the user's own tables over these."""
        return self.folders_with(self.lists())

    def folders_with(self, lists: Iterable[Loaded]) -> Sequence[Path]:
        return (seed.seed_folder(), *(one.folder for one in lists), *self.data)

    def lists(self) -> Sequence[Loaded]:
        """The lists of members that were loaded, the topmost last."""
        try:
            return loaded(self.lists_folder())
        except StoreError:
            # Without a home folder there is nothing that could have been loaded.
            return ()

    def lists_folder(self) -> Path:
        """Where loaded lists are: beside the file of the graph, which is built from them; for a server, where they are without --store."""
        if self.on_a_server:
            return _user_folder() / "lists"
        path = self.path()
        return path.parent / (f"{path.stem}.lists" if self.store else "lists")

    def load_members(self, file: Path, wanted: Options, review: Path, *, keep: bool) -> Loading:
        """Read a list of members, by the decisions in ``review``, and keep it in the place of a former one; what is still to be decided goes there.

        Raises SourceError when nothing of it can be loaded: then what is kept stays as it is.
        """
        from interlocal.loaders.members.loader import Loader
        from interlocal.loaders.members.review import read_review, write_text

        decisions, others = read_review(review), list(self.lists())
        while True:
            # What the list replaces must not speak for it; which lists these are is known when it was read.
            records = seed.load(self.folders_with(others))
            seed_ids = frozenset(node.id for node in records.nodes if node.origin and node.origin.layer == 0)
            loading = Loader(assemble(records), seed_ids, wanted, decisions).load(file)
            replaced = {one.id for one in loading.lists} & {one.id for one in others}
            if not replaced:
                break
            others = [one for one in others if one.id not in replaced]
        self._refuse_nothing(loading, file, review)
        # A list without members must not take the place of one that has some.
        draft = kept.write([one for one in loading.lists if one.members], self.lists_folder())
        try:
            seed.load(self.folders_with(kept.in_order([*others, *kept.loaded(draft)])))
            if text := loading.review_text():
                write_text(review, text)
            if keep:
                kept.keep(draft, self.lists_folder())
        finally:
            kept.drop(draft)
        return loading

    @staticmethod
    def _refuse_nothing(loading: Loading, file: Path, review: Path) -> None:
        from interlocal.loaders.members.lists import NONE_HAS_A_COUNTRY
        from interlocal.loaders.members.review import write_text

        why, todo = loading.nothing()
        if why not in ("", NONE_HAS_A_COUNTRY) and loading.to_review:
            write_text(review, loading.review_text())
            todo = f"Write into the column “decision” of {review}, and run the same command again. {todo}"
        if why:
            raise SourceError(why, where=str(file), todo=todo)

    def path(self) -> Path:
        """The file that keeps the graph."""
        if self.on_a_server:
            raise StoreError("the graph is to be on a server, and this builds a file", todo="Use “interlocal push”, or name a file with --store.")
        if self.store:
            return Path(self.store).expanduser()
        names = "|".join(str(folder.resolve()) for folder in self.data)
        mark = f"-{hashlib.sha256(os.fsencode(names)).hexdigest()[:12]}" if names else ""
        return _user_folder() / f"graph{mark}.kgl"

    def fingerprint(self) -> str:
        """What the graph depends on: the tables' content, and the version of this program and of its data model."""
        return f"{__version__}/{SCHEMA_VERSION}/{_code()}/{seed.fingerprint(self.folders)}"

    def records(self) -> Records:
        """The valid records of the tables; raises InvalidRecordsError with every issue."""
        return seed.load(self.folders)

    def assembled(self) -> Graph:
        """The graph of the tables; raises InvalidRecordsError with every issue."""
        before = None
        # A table that changes while it is read would give a graph that is out of date and does not know it.
        while before != (before := self.fingerprint()):
            graph = assemble(seed.load(self.folders))
        return replace(graph, fingerprint=before)

    def build(self, documents: Path | None = None) -> tuple[Store, Graph]:
        """Build the graph and keep it; with the passages themselves, for who has the texts of the documents in a folder."""
        graph = self.assembled()
        if documents is not None:
            graph = with_passages(graph, _texts(documents, graph.nodes))
        store = self._file()
        store.write(graph)
        return store, graph

    def texts(self, documents: Path) -> Mapping[str, Text]:
        """The texts of the documents in a folder."""
        return _texts(documents, self.records().nodes)

    def verify(self, documents: Path) -> tuple[Records, Verification]:
        """Every evidence against the texts in a folder."""
        records = self.records()
        return records, verify(records, records.stamps, _texts(documents, records.nodes))

    def stamped(self, documents: Path) -> tuple[Path, str, int]:
        """The table of passages of the topmost folder, made anew: where it belongs, its content, how many it has."""
        # A list of members that was loaded is no folder of the user's: passages belong to the own tables, or to the seed.
        records, folders, own = self.records(), self.folders, (self.data or (seed.seed_folder(),))[-1]
        top = len(folders) - 1 - list(reversed(folders)).index(own)
        texts = _texts(documents, records.nodes)
        mine = Records(
            tuple(r for r in records.nodes if r.origin and r.origin.layer == top),
            tuple(r for r in records.relationships if r.origin and r.origin.layer == top),
            tuple(r for r in records.facts if r.origin and r.origin.layer == top),
        )
        stamps = [stamp(span, texts[span.document]) for span in spans_of(mine, texts)]
        rows = "".join(f"{s.span.document},{s.span.first},{s.span.last},{s.words},{s.hash}\n" for s in stamps)
        return own / "passages.csv", f"{seed.TABLES['passages'][1]}\n{rows}", len(stamps)

    def server(self, *, beside_others: bool = False) -> Neo4jStore:
        """The graph on the server that ``store`` names; raises StoreError when it names none, or the library is not there."""
        if not self.on_a_server:
            raise StoreError("no server is named", todo="Name one: --store neo4j+s://host, or INTERLOCAL_STORE.")
        from interlocal.graph.store.neo4j import Login, Neo4jStore

        user, password = self.login
        return Neo4jStore(self.store, Login(user or "neo4j", password), database=self.database, time_limit=self.time_limit, beside_others=beside_others)

    def open(self, on_build: Callable[[], None] = lambda: None) -> Store:
        """The graph. A file is built first when there is none, when its sources changed, or when it cannot be read.

        What a server has is taken as it is: many ask it, so only a push changes it.
        """
        if self.on_a_server:
            if self.data:
                raise StoreError("a graph on a server is asked as it is, so --data has no effect", todo="Leave --data out, or push with it first.")
            return self.server()
        store = self._file()
        why = self._why_not_current(store)
        if why is not None:
            on_build()
            try:
                store, _ = self.build()
            except StoreError as error:
                raise StoreError(f"{error.what}; {why}" if why else error.what, where=error.where, todo=error.todo) from error
        return store

    def _file(self) -> Store:
        from interlocal.graph.store.kglite import KgliteStore

        return KgliteStore(self.path(), time_limit=self.time_limit)

    def _why_not_current(self, store: Store) -> str | None:
        """None when the graph is up to date; else why it must be built (nothing to say of one that is not there yet)."""
        try:
            found = store.query(FINGERPRINT).rows
        except NoGraphYetError:
            return ""
        except StoreError as error:
            return error.what
        if found and found[0]["fingerprint"] == self.fingerprint():
            return None
        return "it is out of date, or of another version"
