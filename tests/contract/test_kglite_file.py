"""The graph file is a cache: cut, corrupt, of another version or half written, it is built again or says so in one line."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from interlocal.errors import StoreError
from interlocal.graph.records import Graph, NodeRecord
from interlocal.graph.store.kglite import KgliteStore
from interlocal.loaders import seed
from interlocal.workspace import Workspace


@pytest.mark.parametrize("damage", ["cut", "empty", "garbage", "flipped", "a folder"])
def test_a_damaged_file_is_built_again(tmp_path: Path, damage: str) -> None:
    work = Workspace(store=str(tmp_path / "g.kgl"))
    work.build()
    path = tmp_path / "g.kgl"
    content = path.read_bytes()
    if damage == "a folder":
        path.unlink()
        (path / "inside").mkdir(parents=True)
        with pytest.raises(StoreError, match="it is a folder"):
            work.open()
        return
    path.write_bytes(
        {
            "cut": content[: len(content) // 2],
            "empty": b"",
            "garbage": b"x" * 5000,
            "flipped": content[:300] + bytes([content[300] ^ 255]) + content[301:],
        }[damage]
    )
    assert len(work.open().read().nodes) > 500
    assert KgliteStore(path).read() == work.assembled()


def test_a_file_that_cannot_be_built_again_has_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError) as error:
        Workspace(store=str(tmp_path / "file" / "g.kgl")).open()
    assert str(error.value).startswith(str(tmp_path / "file" / "g.kgl"))
    assert "Name another place with --store." in str(error.value)


def test_the_graph_is_built_again_when_a_table_changes_and_only_then(tmp_path: Path, tables: object) -> None:
    folder = tables(lras=[{"id": "lra:fr/x", "name": "X", "level": "municipality", "country": "FR", "evidence": "cses-2013#1"}])  # type: ignore[operator]
    work = Workspace((folder,), str(tmp_path / "g.kgl"))
    built: list[str] = []
    work.open(lambda: built.append("first"))
    work.open(lambda: built.append("again"))
    table = folder / "lras.csv"
    os.utime(table, (1, 1))
    work.open(lambda: built.append("touched"))
    table.write_text(table.read_text(encoding="utf-8").replace(",X,", ",Y,"), encoding="utf-8")
    names = {n.name for n in work.open(lambda: built.append("changed")).read().of_type("LRA")}
    assert built == ["first", "changed"]
    assert "Y" in names
    assert "X" not in names


def test_a_killed_build_leaves_the_old_graph_whole(tmp_path: Path) -> None:
    path = tmp_path / "g.kgl"
    old = Graph((NodeRecord("lra:fr/old", "LRA", "Old"),))
    KgliteStore(path).write(old)
    code = f"from interlocal.workspace import Workspace\nwhile True: Workspace(store={str(path)!r}).build()"
    for delay in (0.35, 0.45, 0.55):
        KgliteStore(path).write(old)
        process = subprocess.Popen([sys.executable, "-c", code])
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert len(KgliteStore(path).read().nodes) in (1, len(Workspace(store=str(path)).assembled().nodes))


def _build(path: str) -> None:
    Workspace(store=path).build()


def test_two_builds_at_once_both_succeed(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_build, args=(str(tmp_path / "g.kgl"),)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [p.exitcode for p in processes] == [0, 0, 0]
    assert KgliteStore(tmp_path / "g.kgl").read() == Workspace().assembled()
    assert [p.name for p in tmp_path.iterdir()] == ["g.kgl"]


def test_an_older_model_is_not_taken_for_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = Workspace(store=str(tmp_path / "g.kgl"))
    work.open()
    monkeypatch.setattr("interlocal.workspace.SCHEMA_VERSION", 99)
    built: list[int] = []
    work.open(lambda: built.append(1))
    assert built == [1]


def test_every_set_of_folders_has_a_file_of_its_own(tmp_path: Path) -> None:
    assert Workspace().path() != Workspace((tmp_path,)).path()
    assert Workspace((tmp_path,)).path() == Workspace((tmp_path / ".",)).path()
    assert seed.seed_folder().is_dir()
