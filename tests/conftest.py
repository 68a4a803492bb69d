"""What all tests share: the graph of the seed, small folders of tables, and what this machine has."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from interlocal.graph.records import Graph
from interlocal.graph.store.base import Store
from interlocal.loaders.seed import TABLES
from interlocal.workspace import Workspace
from tests import neo4j_server as servers

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = Path(os.environ.get("INTERLOCAL_DOCUMENTS", ROOT.parent / "shared" / "documents"))


@pytest.fixture(scope="session", autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A data folder of the tests' own: lists that whoever runs them has loaded are no part of the graph here."""
    folder = str(tmp_path_factory.mktemp("data"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
            patch.setenv(name, folder)
        patch.delenv("INTERLOCAL_STORE", raising=False)
        yield


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The seed, kept in a file of the tests' own."""
    return Workspace(store=str(tmp_path_factory.mktemp("seed") / "graph.kgl"))


@pytest.fixture(scope="session")
def seed_store(workspace: Workspace) -> Store:
    return workspace.open()


@pytest.fixture(scope="session")
def seed_graph(seed_store: Store) -> Graph:
    return seed_store.read()


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder with the texts of the two reports."""
    if not (DOCUMENTS / "cses-2013.txt").is_file():
        pytest.skip(f"the reports' texts are not at {DOCUMENTS}; set INTERLOCAL_DOCUMENTS to the folder that holds cses-2013.txt")
    return DOCUMENTS


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """A real Neo4j server whose database the tests may empty."""
    try:
        with servers.server(tmp_path_factory.mktemp("neo4j")) as found:
            yield found
    except servers.NotHereError as reason:
        pytest.skip(str(reason))


@pytest.fixture
def emptied(neo4j_server: servers.Server) -> servers.Server:
    """The server with nothing in its database."""
    servers.empty(neo4j_server)
    return neo4j_server


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = os.environ.get("INTERLOCAL_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        pytest.skip("no Chromium here; install it (Debian: apt-get install chromium) or set INTERLOCAL_CHROMIUM")
    return found


Tables = Callable[..., Path]


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """Write a folder of tables from dicts: ``tables(lras=[{"id": …}])``; cells not given are empty."""

    def write(name: str = "tables", **rows_by_table: list[dict[str, str]]) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for table, rows in rows_by_table.items():
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
                writer = csv.DictWriter(stream, TABLES[table][1].split(","), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        return folder

    return write


BASE: dict[str, list[dict[str, str]]] = {
    "documents": [{"id": "doc-2020", "title": "A document", "publisher": "P", "year": "2020", "as_of_year": "2019"}],
    "sections": [{"document": "doc-2020", "first": "1", "last": "100", "title": "All", "path": ""}],
    "countries": [{"id": "FR", "name": "France"}, {"id": "IT", "name": "Italy"}],
}


@pytest.fixture
def base() -> dict[str, list[dict[str, str]]]:
    """Tables that every small case needs: a document of 100 lines, two countries."""
    return {name: [dict(row) for row in rows] for name, rows in BASE.items()}


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI everything that tests need is there, so a skipped test is a hole: with INTERLOCAL_NOTHING_SKIPPED it fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("INTERLOCAL_NOTHING_SKIPPED") and exitstatus == 0 and reporter and reporter.stats.get("skipped"):
        reporter.write_line("tests were skipped, and INTERLOCAL_NOTHING_SKIPPED is set", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
