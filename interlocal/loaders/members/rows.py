"""Rows of a list of members, as they stand in the file: sheets that name members, the rows of each, and of which network they are.

What stands around the members (titles, headings, numbers, footnotes, the header again on each page) is taken for what it is here.
Which authority a row means is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest
from pathlib import Path

from interlocal.errors import SourceError
from interlocal.loaders.members.cells import aside_of, clean, is_nothing, is_numbered, membership_in, period_of, said_by, section_of, tells, without_number
from interlocal.loaders.members.columns import Header, find_header
from interlocal.loaders.members.names import country_of
from interlocal.loaders.members.roles import with_roles
from interlocal.loaders.members.sheets import Sheet, one_column, read_sheets
from interlocal.text import did_you_mean, fold, listed


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
    """One row of the file: texts as they stand there, and where. ``beside`` says why it is no member when it is a note, a heading …"""

    number: int
    where: str
    name: str
    locality: str = ""
    country: str = ""
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    network: str = ""
    beside: str = ""
    # Whether the name stands in a column of places: City, Ville.
    of_place: bool = False
    # What the row says of where its member lies: province, code …
    area: str = ""


@dataclass(frozen=True)
class Table:
    """A sheet that names members."""

    sheet: Sheet
    header: Header
    rows: Sequence[Row]

    @property
    def names_networks(self) -> bool:
        return bool({"network", "code"} & set(self.header.columns))


@dataclass
class Reading:
    """The tables of a file, and what of it was not read."""

    tables: list[Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def used(self) -> dict[str, str]:
        return {name: what for table in self.tables if table.rows for name, what in table.header.used.items()}

    @property
    def unused(self) -> list[str]:
        return list(dict.fromkeys(name for table in self.tables if table.rows for name in table.header.unused))

    @property
    def personal(self) -> list[str]:
        return list(dict.fromkeys(name for table in self.tables for name in table.header.personal))


@dataclass(frozen=True)
class Group:
    """The rows of one network in one table."""

    network: str
    table: Table
    rows: list[Row]


# --- a file ----------------------------------------------------------------------------------------------------------------


def read_tables(path: Path, options: Options) -> Reading:
    """The tables of members in a file. Raises SourceError when there is none."""
    sheets = read_sheets(path, options.encoding)
    reading = Reading(notes=[f"{sheet.file}: {sheet.note}" for sheet in sheets if sheet.note])
    for sheet in _wanted(sheets, options, path, reading.notes):
        found = _with_header(sheet)
        if found is not None:
            reading.tables.append(_table(*found, reading.notes))
        elif any(map(any, sheet.rows)):
            reading.notes.append(f"{path.name}, sheet {sheet.name}: not read, it has no header that names members")
    if not reading.tables:
        todo = "The first rows need a header such as Name;Country or City;CountryCode;Status."
        raise SourceError("has no header that names the members", where=str(path), todo=todo)
    if not any(table.rows for table in reading.tables):
        raise SourceError("has a header and no row below it", where=str(path), todo="Nothing was loaded.")
    return reading


def _wanted(sheets: Sequence[Sheet], options: Options, path: Path, notes: list[str]) -> list[Sheet]:
    """The sheet that was named, or all that can be seen."""
    if options.sheet:
        wanted = [sheet for sheet in sheets if fold(sheet.name) == fold(options.sheet)]
        if not wanted:
            names = [sheet.name for sheet in sheets if sheet.name]
            raise SourceError(f"has no sheet “{options.sheet}”", where=str(path), todo=did_you_mean(options.sheet, names) or "Leave --sheet out.")
        return wanted
    seen = [sheet for sheet in sheets if not sheet.hidden]
    if not seen:
        return list(sheets)
    notes += [f"{path.name}, sheet {sheet.name}: not read, it is hidden (--sheet reads it)" for sheet in sheets if sheet.hidden]
    return seen


def _with_header(sheet: Sheet) -> tuple[Sheet, Header] | None:
    header = find_header(sheet.rows)
    if header is None and not sheet.name:
        # Lines such as "Bari, Italy" below one word.
        lines = one_column(sheet)
        header = find_header(lines.rows)
        if header is None or sum(map(bool, sheet.rows[header.row])) > 1:
            return None
        sheet = lines
    return None if header is None else (sheet, header)


# --- a table ---------------------------------------------------------------------------------------------------------------


def _table(sheet: Sheet, header: Header, notes: list[str]) -> Table:
    below = [(number, cells) for number, cells in enumerate(sheet.rows[header.last_row + 1 :], start=header.last_row + 2) if any(cells)]
    header, said = with_roles(header, (cells for _, cells in below))
    notes += [f"{sheet.where(header.row + 1)}: {text}" for text in said]
    countries = _countries(header, below)
    if countries:
        notes.append(f"{sheet.where(header.row + 1)}: each country stands once, above its members, and was taken for those below it")
    elif "country" not in header.columns:
        countries = _codes(header, below)
    names = [cells[header.name_at] for _, cells in below if header.name_at < len(cells)]
    numbered = sum(bool(is_numbered(name)) for name in names) * 2 > len(names)
    rows, country, section = [], "", ""
    states = _states_are_members([_alone(header, cells) for _, cells in below])
    for number, cells in below:
        alone = _alone(header, cells)
        if states and country_of(alone):
            alone = ""
        if alone and country_of(alone):
            country = alone
        elif alone:
            section = alone
        else:
            row = _row(header, cells, number, sheet.where(number), numbered=numbered)
            kinds = (*row.kinds, section) if section and not said_by(row.kinds).status else row.kinds
            kinds = kinds if said_by(kinds).kind or not header.of_associations else (*kinds, "association")
            rows.append(replace(row, country=row.country or countries.get(number, "") or country, kinds=kinds))
    return Table(sheet, header, rows)


def _countries(header: Header, below: Sequence[tuple[int, Sequence[str]]]) -> dict[int, str]:
    """The country of each row where each country stands once, in the first row of its group; empty where that is not certain."""
    place = header.columns.get("country")
    if place is None:
        return {}
    said = [(number, "" if place >= len(cells) or is_nothing(cells[place]) else cells[place]) for number, cells in below]
    named = [fold(text) for _, text in said if text]
    blank = len(said) - len(named)
    groups = sum(bool(above) and not text for (_, above), (_, text) in pairwise(said))
    if not named or not said[0][1] or len(set(named)) < len(named) or blank * 3 < len(said) or (groups < 2 and len(named) > 1):
        return {}
    found, last = {}, ""
    for number, text in said:
        last = text or last
        found[number] = last
    return found


def _codes(header: Header, below: Sequence[tuple[int, Sequence[str]]]) -> dict[int, str]:
    """The country of each row by the two letters after its name (``Aarhus (DK)``), where all of these are countries; Italian provinces are not."""
    found = {number: match[1] for number, cells in below if (match := re.search(r"[(,]\s*([A-Z]{2})\)?$", "".join(cells[header.name_at : header.name_at + 1])))}
    sure = len(set(found.values())) > 1 and len(found) * 2 > len(below) and all(map(country_of, found.values()))
    return found if sure else {}


def _alone(header: Header, cells: Sequence[str]) -> str:
    """What stands alone in its row over those that it says it of: a country, ``Observers``, ``Regions``."""
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if len(filled) != 1 or len(header.used) + len(header.unused) < 2:
        return ""
    place, text = filled[0]
    if country_of(text):
        return text if header.columns.get("country", place) == place else ""
    return section_of(text)


def _states_are_members(alone: Sequence[str]) -> bool:
    """Whether countries that stand alone in their rows are members and no headings: most of them have no row below them."""
    followed = zip_longest(alone, alone[1:])
    empty = [below is None or bool(country_of(below)) for text, below in followed if country_of(text)]
    return sum(empty) * 2 > len(empty)


def _row(header: Header, cells: Sequence[str], number: int, where: str, *, numbered: bool) -> Row:
    at = _reader(header, cells)
    beside = _beside(header, cells)
    if beside:
        return Row(number, where, clean(next(filter(None, cells))), beside=beside, network=at("network") or at("code"))
    # None and Na are towns: only beside a name does the place stand for nothing.
    called = clean(at("name", bare=False))
    locality = clean(at("locality", bare=bool(called)))
    since, until = at("since"), at("until")
    filled = [place for place in header.kinds if place < len(cells) and not is_nothing(cells[place])]
    kinds = [cells[place] for place in filled if place != header.roles_at or membership_in(cells[place])]
    name, aside = aside_of(without_number(called or locality) if numbered else called or locality)
    if aside and tells(aside):
        kinds.append(aside)
    elif aside:
        since = since or aside
    area = " ".join(clean(cells[place]) for place in header.areas if place < len(cells) and not is_nothing(cells[place]))
    if period_of(since)[1] and not until:
        since, until = period_of(since)
    network = at("network") or at("code")
    return Row(number, where, name, locality if called else "", at("country"), tuple(kinds), since, until, network, of_place=not called, area=area)


def _reader(header: Header, cells: Sequence[str]) -> Callable[..., str]:
    def at(name: str, *, bare: bool = True) -> str:
        place = header.columns.get(name)
        text = cells[place] if place is not None and place < len(cells) else ""
        return "" if bare and is_nothing(text) else text

    return at


_NOTE = re.compile(
    r"[*†‡©¹²³]\s*\S+\s+\S+\s|\(?[*¹²³]\)|https?:"
    r"|(sources?|quellen?|fonte|fuente|bron|zrodlo|notes?|notas?|hinweis|anmerkung|remark|stand|last updated?|updated|legende?|as of)\s*[:.]"
    r"|(stand|last update|updated|as of|mise a jour)\s+\d",
    re.IGNORECASE,
)


def _beside(header: Header, cells: Sequence[str]) -> str:
    """Why a row is none of a member: the header again, a note below the table."""
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if all(fold(cell) in header.words for _, cell in filled) and len(filled) > 1:
        return "the header again"
    if len(filled) > 1 or len(header.used) + len(header.unused) < 2:
        return ""
    place, text = filled[0]
    if place not in header.columns.values() or _NOTE.match(text) or len(text.split()) > 12:
        return "a note, not a member"
    return ""


def apart(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the province, code … beside the name where rows of one name have different ones: of two El Perelló one is “El Perelló, Tarragona”."""
    areas: dict[tuple[str, str, str], set[str]] = {}
    for row in rows:
        areas.setdefault(_called(row), set()).add(fold(row.area))
    return [replace(row, name=f"{row.name}, {row.area}") if row.area and "" not in (found := areas[_called(row)]) and len(found) > 1 else row for row in rows]


def _called(row: Row) -> tuple[str, str, str]:
    return fold(row.country), fold(row.name), fold(row.locality)


# --- networks --------------------------------------------------------------------------------------------------------------


def by_network(reading: Reading, options: Options, path: Path) -> tuple[list[Group], list[Row]]:
    """The rows of each network: by its column, by the sheet, or all of the one network that was named; and rows that name none."""
    columned = [table for table in reading.tables if table.names_networks]
    if not columned and options.network:
        table = _one_table(reading, options, path)
        reading.tables = [table]
        return [Group(options.network, table, list(table.rows))], []
    found: dict[tuple[str, int], Group] = {}
    unplaced = []
    for place, table in enumerate(reading.tables):
        if table in columned:
            for row in table.rows:
                if row.network:
                    name = " ".join(row.network.split())
                    found.setdefault((fold(name) or name, place), Group(name, table, [])).rows.append(row)
                elif not options.network:
                    unplaced.append(row)
        elif table.sheet.name and not columned and table.rows:
            found[fold(table.sheet.name), place] = Group(table.sheet.name, table, list(table.rows))
        elif table.rows and columned:
            reading.notes.append(f"{table.sheet.file}, sheet {table.sheet.name}: not read, it names no network")
    if not found and not unplaced:
        raise SourceError("names no network", where=str(path), todo="Name it: --network CLIP.")
    return list(found.values()), unplaced


def _one_table(reading: Reading, options: Options, path: Path) -> Table:
    """The one sheet that has the members of the network that was named."""
    tables = [t for t in reading.tables if fold(t.sheet.name) == fold(options.network)] or [t for t in reading.tables if t.rows]
    if len(tables) > 1 and any("country" in t.header.columns for t in tables):
        # A sheet that explains the columns has names and kinds, but no countries.
        without = [t for t in tables if "country" not in t.header.columns]
        reading.notes += [f"{path.name}, sheet {t.sheet.name}: not read, it has no column of countries (--sheet reads it)" for t in without]
        tables = [t for t in tables if t not in without]
    if len(tables) > 1:
        names = listed((t.sheet.name for t in tables), last="or")
        todo = f"Name one with --sheet: {names}; or leave --network out when each is a network."
        raise SourceError(f"has {len(tables)} sheets with members", where=str(path), todo=todo)
    return tables[0]
