"""Lists of members that are loaded, kept as folders of tables beside the graph.

A list becomes a folder in the format of ``seed_data`` with the list as its document, so that it is checked, shown and
cited as everything else, and taken away by removing the folder.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interlocal.errors import OutputError, QuestionError, SourceError
from interlocal.loaders.members.lists import MemberList
from interlocal.loaders.members.sheets import table_text
from interlocal.loaders.seed import TABLES
from interlocal.text import did_you_mean, fold, listed

_META = "list.json"
# A short title is what answers cite the list by (cite.py).
_LONGEST_TITLE = 40


@dataclass(frozen=True)
class Loaded:
    """A list that is loaded: its folder, and what it says of itself."""

    folder: Path
    id: str
    network: str
    names: tuple[str, ...]
    as_of: str
    roster: str
    numbers: Mapping[str, int]
    file: str

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "network": self.names[0] if self.names else self.network,
            "network_id": self.network,
            "as_of": self.as_of,
            "roster": self.roster,
            **self.numbers,
            "file": self.file,
        }


def loaded(folder: Path | None) -> list[Loaded]:
    """The lists below a folder, in the order in which they are laid over each other: a complete list over one that is not, a later over an earlier."""
    if folder is None or not folder.is_dir():
        return []
    found = [_loaded(path) for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")]
    return in_order(found)


def in_order(lists: Iterable[Loaded]) -> list[Loaded]:
    return sorted(lists, key=lambda one: (one.roster == "complete", one.as_of, one.id))


def _loaded(path: Path) -> Loaded:
    try:
        said = json.loads((path / _META).read_text(encoding="utf-8"))
        return Loaded(path, path.name, said["network"], tuple(said["names"]), said["as_of"], said["roster"], dict(said["numbers"]), said["file"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        todo = f"Load the list again, or remove it: interlocal unload {path.name}"
        if not (path / _META).exists() or not isinstance(error, OSError):
            return Loaded(path, path.name, path.name, (path.name,), "", "partial", {}, "")
        raise SourceError("this loaded list cannot be read", where=str(path), todo=todo) from error


def unload(folder: Path | None, name: str, as_of: str = "") -> list[Loaded]:
    """Remove the lists of a network, or that of one date, or one list by its id; returns what was removed."""
    there = loaded(folder)
    wanted = [one for one in there if name == one.id] or [one for one in there if fold(name) in {fold(n) for n in (one.network, one.id, *one.names)}]
    if not wanted:
        valid = [*(n for one in there for n in one.names[:1]), *(one.id for one in there)]
        todo = did_you_mean(name, valid) if there else "No list is loaded."
        raise QuestionError(f"no list of members of “{name}” is loaded", todo=todo)
    dates = [one.as_of for one in wanted]
    wanted = [one for one in wanted if as_of in ("", one.as_of)]
    if not wanted:
        raise QuestionError(f"no list of members of “{name}” as of {as_of} is loaded", todo=f"What is loaded is as of {listed(dates)}.")
    for one in wanted:
        gone = one.folder.with_name(f".gone-{uuid.uuid4().hex[:8]}")
        try:
            one.folder.rename(gone)
        except OSError as error:
            raise OutputError(f"cannot be removed ({error.strerror})", where=str(one.folder)) from error
        shutil.rmtree(gone, ignore_errors=True)
    return wanted


def write(lists: Sequence[MemberList], into: Path) -> Path:
    """The folders of all ``lists`` as a draft below ``into``: the folder that holds them, which ``keep`` or ``drop`` ends."""
    draft = into / f".draft-{uuid.uuid4().hex[:8]}"
    try:
        for one in lists:
            folder = draft / one.id
            folder.mkdir(parents=True)
            for name, text in _tables(one).items():
                (folder / name).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        drop(draft)
        raise OutputError(f"cannot be written ({error.strerror})", where=str(into), todo="Name another place with --store.") from error
    return draft


def drop(draft: Path) -> None:
    shutil.rmtree(draft, ignore_errors=True)


def keep(draft: Path, into: Path) -> None:
    """Put the lists of a draft in their place, all or none; a list of the same id makes way."""
    moved: list[tuple[Path, Path | None]] = []
    try:
        for folder in sorted(draft.iterdir()):
            place, old = into / folder.name, None
            if place.exists():
                old = draft.with_name(f".gone-{uuid.uuid4().hex[:8]}")
                place.rename(old)
            moved.append((place, old))
            folder.rename(place)
    except OSError as error:
        for place, old in reversed(moved):
            with suppress(OSError):
                if place.exists():
                    shutil.rmtree(place)
                if old is not None:
                    old.rename(place)
        raise OutputError(f"cannot be written ({error.strerror})", where=str(into)) from error
    finally:
        drop(draft)
    for _, old in moved:
        if old is not None:
            shutil.rmtree(old, ignore_errors=True)


# --- tables of one list ----------------------------------------------------------------------------------------------------


def _tables(one: MemberList) -> dict[str, str]:
    """The tables of a list, by file name, in the format of the seed."""
    numbers = [outcome.row.number for outcome in one.outcomes]
    lines = f"{one.id}#{min(numbers)}-{max(numbers)}" if min(numbers) != max(numbers) else f"{one.id}#{min(numbers)}"
    network = one.network
    rows: dict[str, list[dict[str, str]]] = {
        "documents": [{"id": one.id, "title": _title(one), "as_of_year": one.as_of[:4]}],
        "sections": [
            {"document": one.id, "first": "1", "last": str(max(numbers)), "title": f"{one.source}, sheet {one.sheet}" if one.sheet else one.source, "path": ""}
        ],
        "networks": [
            {
                "id": network.id, "name": network.name, "aliases": "|".join(network.aliases), "scope": str(network.properties.get("scope", "")),
                "country": network.country, "roster": one.roster, "roster_as_of": one.as_of, "evidence": lines,
            }
        ],
        "countries": [],
        "lras": [],
        "organisations": [],
        "relationships": [],
    }  # fmt: skip
    for node in sorted(one.nodes.values(), key=lambda n: n.id):
        if node.type == "Country":
            rows["countries"].append({"id": node.id, "name": node.name})
            continue
        said = {"id": node.id, "name": node.name, "aliases": "|".join(node.aliases), "country": node.country, "evidence": _evidence(one, node.id)}
        if node.type == "LRA":
            rows["lras"].append({**said, "level": str(node.properties.get("level", ""))})
        elif node.type == "Network":
            rows["networks"].append({**said, "scope": str(node.properties.get("scope", ""))})
        else:
            rows["organisations"].append({**said, "kind": str(node.properties.get("kind", ""))})
    for member in sorted(one.members.values(), key=lambda m: m.id):
        ongoing = "" if member.until or (member.since and member.since[:4] > one.as_of[:4]) else one.as_of[:4]
        rows["relationships"].append({
            "source": member.id, "type": "MEMBER_OF", "target": network.id, "key": member.key, "role": member.role, "since": member.since,
            "until": member.until,
            "ongoing_as_of": ongoing, "certainty": "stated", "reading": "accepted", "note": member.note, "evidence": _evidence(one, member.id),
        })  # fmt: skip
    tables = {}
    for name, found in rows.items():
        header = TABLES[name][1].split(",")
        if found:
            tables[f"{name}.csv"] = table_text(header, [[row.get(column, "") for column in header] for row in found])
    meta = {"network": network.id, "names": list(one.names), "as_of": one.as_of, "roster": one.roster, "numbers": one.numbers(), "file": one.source}
    return {**tables, _META: json.dumps(meta, ensure_ascii=False, indent=1) + "\n"}


def _evidence(one: MemberList, identifier: str) -> str:
    return ";".join(f"{one.id}#{number}" for number in sorted(one.members[identifier].rows))


def _title(one: MemberList) -> str:
    """``Members of CLIP, 2015``; the shortest name of the network where the title would be too long to be cited."""
    names = [one.network.name, *sorted(one.network.aliases, key=lambda n: (len(n), n))]
    titles = [f"Members of {name}, {one.as_of}" for name in names]
    return next((title for title in titles if len(title) <= _LONGEST_TITLE), titles[0])
