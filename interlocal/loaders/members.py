"""Lists of members of networks, as csv or xlsx: read, matched to the authorities of the graph, kept as folders of tables.

A list becomes a folder in the format of ``seed_data`` with the list as its document, so that it is checked, shown and
cited as everything else, and taken away by removing the folder. Nothing is lost: each row that was read is matched,
new, unsure or skipped with its reason. What is unsure is in a review file that a second run obeys, and is not loaded
before; until then the list is not complete, and nobody is called a non-member because of it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
import uuid
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from interlocal.errors import InterlocalError, InvalidRecordsError, OutputError, QuestionError, SourceError
from interlocal.graph.records import Graph, NodeRecord
from interlocal.loaders import columns
from interlocal.loaders.columns import Header, Said, find_header, said_by
from interlocal.loaders.matching import (
    Asked,
    Candidate,
    Gazetteer,
    Match,
    best_of,
    body_kind,
    country_name,
    country_of,
    english_name,
    is_place,
    parse,
    slug,
    without_country,
)
from interlocal.loaders.seed import TABLES
from interlocal.loaders.sheets import Sheet, read_sheets, safe, table_text, unsafe
from interlocal.text import did_you_mean, fold, listed, nearest

_LONGEST_NAME = 200
_META = "list.json"
# A short title is what answers cite the list by (cite.py).
_LONGEST_TITLE = 40
REVIEW_COLUMNS = ("network", "row", "name", "place", "country", "level", "why", "candidates", "decision")
_NEW_BODY = ("new organisation", "new organization", "new org")

Kind = Literal["matched", "new", "unsure", "skipped"]


@dataclass(frozen=True)
class Options:
    """What the user says of the list."""

    as_of: str
    complete: bool = False
    network: str = ""
    sheet: str = ""
    country: str = ""
    level: str = ""
    new: bool = False
    scope: str = "european_lra"
    encoding: str = ""


@dataclass(frozen=True)
class Row:
    """One row of the file: texts as they stand there, and where."""

    number: int
    where: str
    name: str
    locality: str
    country: str
    kinds: tuple[str, ...]
    since: str
    until: str
    network: str


@dataclass
class Outcome:
    """What became of a row. ``pending``: the row may be a member, and is not loaded."""

    row: Row
    kind: Kind
    id: str = ""
    why: str = ""
    country: str = ""
    candidates: tuple[Candidate, ...] = ()
    pending: bool = False
    name_hidden: bool = False

    def as_dict(self) -> dict[str, Any]:
        said = {"where": self.row.where, "name": "" if self.name_hidden else self.row.name or self.row.locality, "country": self.country or self.row.country}
        if self.kind in ("matched", "new"):
            return {**said, "id": self.id}
        found = {"candidates": [{"id": c.id, "name": c.name} for c in self.candidates]} if self.kind == "unsure" else {}
        return {**said, "why": self.why, **found}


@dataclass
class Member:
    """One member of a list, with the rows that it stands in."""

    id: str
    rows: list[int]
    role: str = ""
    since: str = ""
    until: str = ""
    note: str = ""
    key: str = ""


@dataclass
class MemberList:
    """One list of one network on its way into the graph."""

    id: str
    network: NodeRecord
    new_network: bool
    as_of: str
    asked_complete: bool
    source: str
    sheet: str
    outcomes: list[Outcome] = field(default_factory=list)
    members: dict[str, Member] = field(default_factory=dict)
    nodes: dict[str, NodeRecord] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    names: tuple[str, ...] = ()
    # The first row of each that is unsure, by country, name and place.
    unsure: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def count(self, kind: Kind) -> int:
        return sum(outcome.kind == kind for outcome in self.outcomes)

    @property
    def pending(self) -> int:
        return sum(outcome.pending for outcome in self.outcomes)

    @property
    def roster(self) -> str:
        return "complete" if self.asked_complete and not self.pending else "partial"

    def numbers(self) -> dict[str, int]:
        return {"read": len(self.outcomes), **{kind: self.count(kind) for kind in ("matched", "new", "unsure", "skipped")}}

    def as_dict(self) -> dict[str, Any]:
        lists = {f"{kind}_rows": [o.as_dict() for o in self.outcomes if o.kind == kind] for kind in ("matched", "new", "unsure", "skipped")}
        return {
            "id": self.id, "network": self.network.name, "network_id": self.network.id, "new_network": self.new_network, "as_of": self.as_of,
            "roster": self.roster, "roster_asked": "complete" if self.asked_complete else "partial", "to_decide": self.pending, **self.numbers(),
            "members": sum(not m.until for m in self.members.values()), "former_members": sum(bool(m.until) for m in self.members.values()),
            "recorded_elsewhere_but_not_on_the_list": self.missing, **lists, "remarks": self.remarks,
        }  # fmt: skip


@dataclass
class Loading:
    """All that a file gives: its lists, what stands in no list, and what was not read."""

    file: str
    lists: list[MemberList] = field(default_factory=list)
    unplaced: list[Outcome] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kept: list[dict[str, str]] = field(default_factory=list)

    def numbers(self) -> dict[str, int]:
        total = Counter[str]()
        for one in self.lists:
            total.update(one.numbers())
        total.update({"read": len(self.unplaced), "skipped": len(self.unplaced)})
        return {kind: total[kind] for kind in ("read", "matched", "new", "unsure", "skipped")}

    def as_dict(self) -> dict[str, Any]:
        return {
            "file": self.file, **self.numbers(), "lists": [one.as_dict() for one in self.lists], "in_no_list": [o.as_dict() for o in self.unplaced],
            "columns_read": self.used, "columns_not_used": self.unused, "columns_about_persons_never_read": self.personal, "notes": self.notes,
        }  # fmt: skip

    def review_text(self) -> str:
        """The review file: rows to decide, after those that were decided before. Empty when there are none."""
        rows = [[row[c] for c in REVIEW_COLUMNS] for row in self.kept]
        rows += [
            [m.network.name, o.row.where, o.row.name, o.row.locality, o.country, said_by(o.row.kinds).level, o.why, best_of(o.candidates), ""]
            for m in self.lists
            for o in m.outcomes
            if o.kind == "unsure"
        ]
        return table_text(REVIEW_COLUMNS, [[safe(cell) for cell in row] for row in rows]) if rows else ""


# --- the lists that are loaded -------------------------------------------------------------------------------------------


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


def unload(folder: Path | None, name: str) -> list[Loaded]:
    """Remove the lists of a network, or one list by its id; returns what was removed."""
    there = loaded(folder)
    wanted = [one for one in there if name == one.id] or [one for one in there if fold(name) in {fold(n) for n in (one.network, one.id, *one.names)}]
    if not wanted:
        valid = [*(n for one in there for n in one.names[:1]), *(one.id for one in there)]
        todo = did_you_mean(name, valid) if there else "No list is loaded."
        raise QuestionError(f"no list of members of “{name}” is loaded", todo=todo)
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


# --- reading ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Table:
    sheet: Sheet
    header: Header
    rows: Sequence[Row]


def _clean(text: str) -> str:
    """A cell as a name that tables can hold: one line, no ``|``, composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).replace("|", "/").replace("\ufffd", "").split()).strip("'\"“”„").strip()


def _read_table(sheet: Sheet, header: Header) -> _Table:
    rows = []
    heading = ""
    for number, cells in enumerate(sheet.rows[header.last_row + 1 :], start=header.last_row + 2):
        filled = [cell for cell in cells if cell]
        if not filled:
            continue

        def at(name: str, cells: Sequence[str] = cells) -> str:
            place = header.columns.get(name)
            return cells[place] if place is not None and place < len(cells) else ""

        # A line with nothing but a country stands over the members of that country.
        if len(filled) == 1 and country_of(filled[0]) and "country" not in header.columns and len(header.used) + len(header.unused) > 1:
            heading = filled[0]
            continue
        name, locality = _clean(at("name")), _clean(at("locality"))
        kinds = tuple(cells[i] for i in header.kinds if i < len(cells) and cells[i])
        network = at("network") or at("code")
        rows.append(
            Row(number, sheet.where(number), name or locality, locality if name else "", at("country") or heading, kinds, at("since"), at("until"), network)
        )
    return _Table(sheet, header, rows)


def _tables_of(path: Path, options: Options, loading: Loading) -> list[_Table]:
    sheets = read_sheets(path, options.encoding)
    loading.notes += [f"{sheet.file}: {sheet.note}" for sheet in sheets if sheet.note]
    if options.sheet:
        wanted = [sheet for sheet in sheets if fold(sheet.name) == fold(options.sheet)]
        if not wanted:
            names = [sheet.name for sheet in sheets if sheet.name]
            raise SourceError(f"has no sheet “{options.sheet}”", where=str(path), todo=did_you_mean(options.sheet, names) or "Leave --sheet out.")
        sheets = wanted
    tables, without = [], []
    for sheet in sheets:
        header = find_header(sheet.rows)
        if header is None:
            without.append(sheet)
            continue
        tables.append(_read_table(sheet, header))
        loading.used.update(header.used)
        loading.unused += [name for name in header.unused if name not in loading.unused]
        loading.personal += [name for name in header.personal if name not in loading.personal]
    if not tables:
        todo = "The first rows need a header such as Name;Country or City;CountryCode;Status."
        raise SourceError("has no header that names the members", where=str(path), todo=todo)
    loading.notes += [f"{path.name}, sheet {sheet.name}: not read, it has no header that names members" for sheet in without if any(map(any, sheet.rows))]
    if not any(table.rows for table in tables):
        raise SourceError("has a header and no row below it", where=str(path), todo="Nothing was loaded.")
    return tables


def _by_network(tables: Sequence[_Table], options: Options, path: Path, loading: Loading) -> list[tuple[str, _Table, list[Row]]]:
    """The rows of each network: by its column, by the sheet, or all of the one network that was named."""
    found: dict[tuple[str, int], tuple[str, _Table, list[Row]]] = {}
    columned = [table for table in tables if {"network", "code"} & set(table.header.columns)]
    if not columned and options.network:
        named = [t for t in tables if fold(t.sheet.name) == fold(options.network)] or [t for t in tables if t.rows]
        if len(named) > 1:
            names = listed((t.sheet.name for t in named), last="or")
            raise SourceError(
                f"has {len(named)} sheets with members", where=str(path), todo=f"Name one with --sheet: {names}; or leave --network out when each is a network."
            )
        return [(options.network, named[0], list(named[0].rows))]
    for place, table in enumerate(tables):
        if table in columned:
            for row in table.rows:
                if row.network:
                    found.setdefault((fold(row.network) or row.network, place), (" ".join(row.network.split()), table, []))[2].append(row)
                elif not options.network:
                    loading.unplaced.append(Outcome(row, "skipped", why="the row names no network"))
        elif table.sheet.name and not columned and table.rows:
            found[fold(table.sheet.name), place] = (table.sheet.name, table, list(table.rows))
        elif table.rows and columned:
            loading.notes.append(f"{table.sheet.file}, sheet {table.sheet.name}: not read, it names no network")
    if not found and not loading.unplaced:
        raise SourceError("names no network", where=str(path), todo="Name it: --network CLIP.")
    return list(found.values())


# --- from rows to lists ----------------------------------------------------------------------------------------------------


class Loader:
    """Reads one file against the graph as it is without the lists that it replaces."""

    def __init__(self, graph: Graph, seed_ids: frozenset[str], options: Options, decisions: Sequence[Mapping[str, str]] = ()) -> None:
        self.graph, self.seed_ids, self.options = graph, seed_ids, options
        self.places = Gazetteer.of(graph.of_type("LRA"))
        self.bodies = {node.id: node for node in graph.of_type("Organisation")}
        self.by_name: dict[str, list[str]] = {}
        for node in self.bodies.values():
            self._name_body(node)
        self.as_of = {d.id: int(str(d.properties.get("as_of_year") or d.properties.get("year") or 0)) for d in graph.of_type("Document")}
        self.members = {
            (t.source, t.target): t for t in graph.relationships if t.type == "MEMBER_OF" and t.properties.get("reading") == "accepted" and not t.identity[3]
        }
        self.decisions = {_review_key(row): row for row in decisions if row["decision"]}
        self.similar: list[tuple[str, str]] = []

    def _name_body(self, node: NodeRecord) -> None:
        for name in node.names:
            self.by_name.setdefault(fold(name), []).append(node.id)

    def load(self, path: Path) -> Loading:
        loading = Loading(path.name)
        tables = _tables_of(path, self.options, loading)
        groups = _by_network(tables, self.options, path, loading)
        networks = self._networks(groups, path)
        lists: dict[str, MemberList] = {}
        for (name, table, rows), (network, new) in zip(groups, networks, strict=True):
            if network is None:
                loading.notes.append(f"{len(rows)} row{'s' if len(rows) > 1 else ''} of {name}: left out, --network names another network")
                continue
            identifier = f"members-{re.sub('[^a-z0-9]+', '-', network.id.partition(':')[2])}-{self.options.as_of}"
            one = MemberList(identifier, network, new, self.options.as_of, self.options.complete, path.name, table.sheet.name)
            if identifier in lists and lists[identifier].sheet != one.sheet:
                raise SourceError(
                    f"{network.name} stands in two sheets ({lists[identifier].sheet}, {one.sheet})", where=str(path), todo="Name one with --sheet."
                )
            one = lists.setdefault(identifier, one)
            for row in rows:
                self._place(one, row)
        loading.lists = [one for one in lists.values() if one.outcomes]
        if not loading.lists:
            raise SourceError("has no row of a network that can be loaded", where=str(path), todo="Is --network spelt as in the file?")
        for one in loading.lists:
            self._finish(one)
        loading.kept = [dict(row) for row in self.decisions.values()]
        return loading

    # --- networks ---

    def _networks(self, groups: Sequence[tuple[str, _Table, list[Row]]], path: Path) -> list[tuple[NodeRecord | None, bool]]:
        known = {fold(n): node for node in reversed(self.graph.of_type("Network")) for n in (*reversed(node.names), node.id)}
        only = fold(self.options.network) if self.options.network else ""
        only_node = known.get(only)
        made: dict[str, NodeRecord] = {}
        found: list[tuple[NodeRecord | None, bool]] = []
        issues: list[InterlocalError] = []
        for name, table, _ in groups:
            node, near = known.get(fold(name)), nearest(name, list(known))
            if only and fold(name) != only and (node is None or node is not only_node):
                found.append((None, False))
                continue
            if node is None and self.options.new:
                node = made.setdefault(fold(name), self._new_network(name))
                if near and near in known:
                    self.similar.append((node.id, f"“{name}” is made a network beside {known[near].name}: are they one?"))
            elif node is None:
                todo = f"{f'Did you mean “{known[near].name}”? ' if near else ''}Add --new to make it a network."
                issues.append(
                    QuestionError(
                        f"no network “{name}” is in the graph", where=f"{path.name}, sheet {table.sheet.name}" if table.sheet.name else path.name, todo=todo
                    )
                )
                found.append((None, False))
                continue
            found.append((node, fold(name) in made))
        if issues:
            raise InvalidRecordsError(list({str(issue): issue for issue in issues}.values()))
        if only and all(node is None for node, _ in found):
            names = listed(dict.fromkeys(name for name, _, _ in groups))
            raise SourceError(f"no row is of “{self.options.network}”", where=str(path), todo=f"It has: {names[:300]}.")
        return found

    def _new_network(self, name: str) -> NodeRecord:
        identifier = f"network:{slug(name) or 'list'}"
        taken = {node.id for node in self.graph.of_type("Network")}
        while identifier in taken:
            identifier += "-2"
        return NodeRecord(identifier, "Network", _clean(name), (), "", {"scope": self.options.scope})

    # --- one row ---

    def _place(self, one: MemberList, row: Row) -> None:
        said = said_by(row.kinds)
        one.remarks += [f"{row.where}: “{text}” is not understood as status or kind, and was not used" for text in said.unknown]
        why, pending = _no_member(row, said)
        if why:
            one.outcomes.append(Outcome(row, "skipped", why=why, pending=pending, name_hidden=said.person or "@" in row.name))
            return
        text = row.country or self.options.country or one.network.country
        country = country_of(text) if text else ""
        if not country:
            why = f"the country “{text[:60]}” is unknown" if text else "no country is given"
            one.outcomes.append(Outcome(row, "skipped", why=why, pending=True))
            return
        self._match(one, row, said, country)

    def _match(self, one: MemberList, row: Row, said: Said, country: str) -> None:
        earlier = one.unsure.get((country, fold(row.name), fold(row.locality)))
        if earlier is not None:
            one.outcomes.append(Outcome(row, "skipped", why=f"the same as row {earlier}"))
            return
        decision = self.decisions.get(_review_key({"network": one.network.name, "name": row.name, "place": row.locality, "country": country}))
        node, new, match = None, False, Match("new")
        if decision is not None:
            word = decision["decision"].strip()
            if word.lower() == "skip":
                one.outcomes.append(Outcome(row, "skipped", why="you decided to skip it"))
                return
            node, new = self._decided(word, row, said, country, decision)
        else:
            node, new, match = self._found(row, said, country, one.members)
        if node is None:
            one.unsure[country, fold(row.name), fold(row.locality)] = row.number
            one.outcomes.append(Outcome(row, "unsure", why=match.why, country=country, candidates=match.candidates, pending=True))
            return
        self._enter(one, row, said, node, new)

    def _found(self, row: Row, said: Said, country: str, taken: Collection[str]) -> tuple[NodeRecord | None, bool, Match]:
        """The thing that a row means, or one made for it, or neither when it is unsure."""
        body = said.kind or ("" if said.authority else body_kind(row.name))
        asked = Asked(row.name, row.locality, country, said.level or ("" if said.kind else self.options.level))
        same = [i for i in self.by_name.get(fold(row.name), ()) if self.bodies[i].country in ("", country)]
        if body or (same and not said.level):
            place = self.places.match(asked, taken) if not said.kind else Match("new")
            if place.kind == "sure" and same:
                return None, False, Match("unsure", why="an authority and an organisation are called so", candidates=self._as_candidates([place.id, *same]))
            if place.kind == "sure":
                return self.places.by_id[place.id], False, place
            if len(same) == 1:
                return self.bodies[same[0]], False, Match("sure", same[0])
            near = same or self._near_bodies(row.name, country)
            if near:
                return None, False, Match("unsure", why="an organisation with a name like it", candidates=self._as_candidates(near))
            return self._new_body(row, body, country), True, Match("new")
        match = self.places.match(asked, taken)
        if match.kind == "sure":
            return self.places.by_id[match.id], False, match
        if match.kind == "unsure":
            return None, False, match
        return self._new_place(row, asked), True, match

    def _as_candidates(self, ids: Iterable[str]) -> tuple[Candidate, ...]:
        return tuple(Candidate(i, (self.places.by_id.get(i) or self.bodies[i]).name, "") for i in ids)

    def _near_bodies(self, name: str, country: str) -> list[str]:
        from rapidfuzz import fuzz, process

        wanted = fold(name)
        names = {n: [i for i in ids if self.bodies[i].country in ("", country)] for n, ids in self.by_name.items()}
        best = process.extract(wanted, [n for n, ids in names.items() if ids], scorer=fuzz.ratio, score_cutoff=88, limit=4)
        return list(dict.fromkeys(i for n, _, _ in best for i in names[n]))

    def _decided(self, word: str, row: Row, said: Said, country: str, decision: Mapping[str, str]) -> tuple[NodeRecord, bool]:
        if word.lower() in _NEW_BODY:
            return self._new_body(row, said.kind or body_kind(row.name), country), True
        if word.lower() == "new":
            level = said.level or self.options.level
            if said.kind and not said.level:
                return self._new_body(row, said.kind, country), True
            return self._new_place(row, Asked(row.name, row.locality, country, level)), True
        node = self.places.by_id.get(word) or self.bodies.get(word)
        if node is None:
            valid = [*self.places.by_id, *self.bodies]
            where = f"{decision.get('file', 'review')}:{decision.get('line', '')}".rstrip(":")
            todo = f"{did_you_mean(word, valid, show=0)} Write an id, “new”, “new organisation” or “skip”."
            raise SourceError(f"the decision “{word}” is no authority or organisation of the graph", where=where, todo=todo)
        return node, False

    # --- new things ---

    def _new_place(self, row: Row, asked: Asked) -> NodeRecord:
        text = without_country(row.name, asked.country)
        parsed = parse(text)
        levels = {asked.level} if asked.level else set(parsed.levels)
        level = levels.pop() if len(levels) == 1 else ""
        known = english_name(asked.country, parsed.core)
        town = row.locality and level == "municipality"
        if town:
            known = english_name(asked.country, parse(row.locality).core) or known
        name = row.locality if town else (text if not parsed.levels or level not in ("municipality", "") else parsed.display)
        if not level and known:
            # A bare name that is known as one of a town is that of the town.
            level = "municipality" if is_place(asked.country, parsed.core) else ""
        base = f"lra:{asked.country.lower()}/{slug(known or parse(name).display) or 'x' + uuid.uuid5(uuid.NAMESPACE_URL, name).hex[:8]}"
        identifier = base if level in ("municipality", "") else f"{base}-{level.replace('_', '-')}"
        number = 2
        while identifier in self.places.by_id:
            identifier, number = f"{base}-{level.replace('_', '-') or 'authority'}" + (f"-{number}" if number > 2 else ""), number + 1
        if self.places.has(asked.country, name) and level:
            name = f"{name} ({level.replace('_', ' ')})"
        # The name of a town is none of the province or county that is called after it.
        own = known and (level in ("municipality", "") or not is_place(asked.country, parsed.core))
        aliases = tuple(dict.fromkeys(n for n in (text, *((known,) if own else ())) if fold(n) != fold(name) and not self.places.has(asked.country, n)))
        node = NodeRecord(identifier, "LRA", name, aliases, asked.country, {"level": level} if level else {})
        self.places.add(node)
        return node

    def _new_body(self, row: Row, kind: str, country: str) -> NodeRecord:
        base = f"org:{country.lower()}/{slug(row.name) or 'x' + uuid.uuid5(uuid.NAMESPACE_URL, row.name).hex[:8]}"
        identifier, number = base, 2
        while identifier in self.bodies:
            identifier, number = f"{base}-{number}", number + 1
        node = NodeRecord(identifier, "Organisation", row.name, (), country, {"kind": kind or "other"})
        self.bodies[identifier] = node
        self._name_body(node)
        return node

    # --- into the list ---

    def _enter(self, one: MemberList, row: Row, said: Said, node: NodeRecord, new: bool) -> None:
        since, until, note = self._dates(one, row, said)
        if node.id in one.members:
            member = one.members[node.id]
            why = f"the same member as row {member.rows[0]}"
            if member.until and not until:
                # Who is listed as a former member and as a member is a member.
                one.members[node.id] = replace(member, since=since, until="", role=said.role, note=f"also listed as a former member (row {member.rows[0]})")
            elif until and not member.until:
                member.note = member.note or f"also listed as a former member (row {row.number})"
            one.members[node.id].rows.append(row.number)
            self._also_called(one, node, row)
            one.outcomes.append(Outcome(row, "skipped", id=node.id, why=why))
            return
        one.members[node.id] = Member(node.id, [row.number], said.role, since, until, note, self._key(one, node.id, until))
        one.outcomes.append(Outcome(row, "new" if new else "matched", id=node.id))
        # What the seed has not must stand in the list itself, so that each list stands on its own.
        if node.id not in self.seed_ids:
            one.nodes[node.id] = node
            self._also_called(one, node, row)
            if node.country and node.country not in self.seed_ids:
                one.nodes[node.country] = NodeRecord(node.country, "Country", country_name(node.country))

    def _also_called(self, one: MemberList, node: NodeRecord, row: Row) -> None:
        """An authority that is not in the seed is found by every name under which a list has it."""
        name = parse(without_country(row.name, node.country)).display
        if node.id in one.nodes and node.type == "LRA" and len(row.name) <= _LONGEST_NAME and not self.places.has(node.country, name):
            one.nodes[node.id] = replace(node, aliases=(*node.aliases, name))
            self.places.add(one.nodes[node.id])

    def _dates(self, one: MemberList, row: Row, said: Said) -> tuple[str, str, str]:
        since, until, note = columns.date_of(row.since), columns.date_of(row.until), ""
        for text, found, what in ((row.since, since, "start"), (row.until, until, "end")):
            if text and not found and re.search(r"\w", text):
                one.remarks.append(f"{row.where}: “{text[:40]}” is no year, so no {what} is recorded")
        if since and since[:4] > one.as_of[:4]:
            one.remarks.append(f"{row.where}: it begins in {since[:4]}, after the date of the list ({one.as_of})")
        if until and until[:4] > one.as_of[:4] and not said.former:
            note, until = f"to end in {until}, as listed", ""
        if said.former and not until:
            until, note = one.as_of, "listed as a former member; when it left is not stated"
        if since and until and since[: len(until)] > until[: len(since)]:
            one.remarks.append(f"{row.where}: it ends ({until}) before it begins ({since}); the beginning was left out")
            since = ""
        return since, until, note

    def _key(self, one: MemberList, identifier: str, until: str) -> str:
        """Empty, or a year where this list and what is recorded are two memberships: one ended, one began again."""
        tie = self.members.get((identifier, one.network.id))
        if tie is None:
            return ""
        ended = str(tie.properties.get("until", ""))
        if ended and not until and ended[:4] <= one.as_of[:4]:
            return one.as_of
        later = max((self.as_of.get(d, 0) for e in tie.evidence for d in e.documents), default=0) > int(one.as_of[:4])
        return one.as_of if until and not ended and later else ""

    def _finish(self, one: MemberList) -> None:
        """What the sources record of members that the list lacks, and that a complete list does not undo."""
        one.names = one.network.names
        if one.network.id in self.seed_ids:
            one.network = replace(one.network, aliases=(), country="", properties={})
        one.remarks += [text for identifier, text in self.similar if identifier == one.network.id]
        if one.asked_complete:
            ties = (t for t in self.graph.relationships if t.target == one.network.id and t.type == "MEMBER_OF" and not t.properties.get("until"))
            accepted = [t.source for t in ties if t.properties.get("reading") == "accepted" and t.source not in one.members]
            one.missing = sorted(self.graph.by_id[i].name for i in accepted)


def _no_member(row: Row, said: Said) -> tuple[str, bool]:
    """Why a row cannot be a member, and whether it is one all the same once the file is mended."""
    name = row.name
    if said.person:
        return "a person; persons are not stored", False
    if not name:
        return "it has no name", True
    if "@" in name:
        return "an e-mail address stands in the place of the name", True
    if name.startswith("=") or re.match(r"[+@-]\s*\w+\(", name):
        return "a formula stands in the place of the name", True
    if len(name) > _LONGEST_NAME:
        return f"the name is longer than {_LONGEST_NAME} letters", True
    if re.fullmatch(r"(total|totals|sum|somme|summe|insgesamt|totale|total general)\b[\s:=]*\d*", fold(name)):
        return "a total, not a member", False
    if not any(letter.isalpha() for letter in name):
        return "the name has no letters", True
    if said.candidate:
        return "a candidate, not yet a member", False
    return "", False


# --- decisions ---------------------------------------------------------------------------------------------------------------


def _review_key(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(fold(row[c]) for c in ("network", "name", "place", "country"))


def read_review(path: Path) -> list[dict[str, str]]:
    """The rows of a review file that people filled; none when it is not there. Raises SourceError when it is no review file."""
    if not path.exists():
        return []
    (sheet, *_) = read_sheets(path)
    header = [fold(cell) for cell in sheet.rows[0]] if sheet.rows else []
    missing = [column for column in REVIEW_COLUMNS if column not in header]
    if missing:
        raise SourceError(f"is no review file (no column {listed(missing)})", where=str(path), todo="Name another file with --review.")
    found = []
    for number, cells in enumerate(sheet.rows[1:], start=2):
        row = {name: unsafe(cells[i]) if i < len(cells) else "" for i, name in enumerate(header)}
        if any(cells):
            found.append({**{c: row[c] for c in REVIEW_COLUMNS}, "file": path.name, "line": str(number)})
    return found


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all; with the mark by which spreadsheets know UTF-8."""
    draft = path.with_name(f".{path.name}.{os.getpid()}-{uuid.uuid4().hex[:8]}.draft")
    try:
        draft.write_text(text, encoding="utf-8-sig", newline="")
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise OutputError(f"cannot be written ({error.strerror})", where=str(path), todo="Name another file with --review.") from error
