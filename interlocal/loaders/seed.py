"""The CSV tables of ``seed_data/``, and a user's own folder of the same tables laid over them.

Tables are UTF-8, with or without a byte-order mark, separated by commas or (as spreadsheets in much of Europe save
them) semicolons. Nothing is dropped silently: what cannot be read is an issue with its file and row.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from interlocal.errors import InterlocalError, InvalidRecordsError, ModelError, SourceError
from interlocal.graph.records import Evidence, FactRecord, NodeRecord, Origin, Records, RelationshipRecord, Section, Span, Stamp, Value, parse_evidence
from interlocal.graph.schema import NODE_TYPES, TIE_PROPERTIES, Property
from interlocal.graph.validate import validate
from interlocal.text import did_you_mean, listed

_TIE_COLUMNS = (
    "source,type,target,key,role,via,since,until,ongoing_as_of,limited,amount,currency,amount_basis,"
    "amount_as_printed,share,joint_group,amount_eur,tie,certainty,reading,note,evidence"
)
# The tables and their columns, exactly; a table's label where a row is a node.
TABLES: Mapping[str, tuple[str, str]] = {
    "documents": ("Document", "id,title,publisher,year,as_of_year,url,licence"),
    "sections": ("", "document,first,last,title,path"),
    "countries": ("Country", "id,name,aliases"),
    "themes": ("Theme", "id,name,definition,eurovoc"),
    "lras": ("LRA", "id,name,aliases,level,country,part_of,nuts,lau,lat,lon,reference,evidence"),
    "networks": ("Network", "id,name,aliases,scope,country,founded,stated_members,roster,roster_as_of,cooperates_with_lras,how,evidence"),
    "organisations": ("Organisation", "id,name,aliases,kind,country,called_lra_by,evidence"),
    "services": ("Service", "id,name,aliases,kind,country,evidence"),
    "projects": ("Project", "id,name,aliases,country,dimension,case_study,unnamed_partners,evidence"),
    "funds": ("Fund", "id,name,aliases,kind,country,evidence"),
    "policies": ("Policy", "id,name,aliases,kind,country,year,evidence"),
    "stated_gaps": ("StatedGap", "id,paraphrase,kind,about,themes,country,evidence"),
    "facts": ("", "about,property,value,unit,year,qualifier,evidence,reading,reason"),
    "relationships": ("", _TIE_COLUMNS),
    # Made by “interlocal evidence stamp”: what tells whether a passage still stands, without its words.
    "passages": ("", "document,first,last,words,hash"),
}
# Descriptions can be long; the limit of the csv module is for other uses.
csv.field_size_limit(10_000_000)
# Columns that make a tie or belong to the record itself, and so are not properties of the node.
_NOT_PROPERTIES = ("id", "name", "title", "paraphrase", "aliases", "country", "evidence", "part_of", "about", "themes")


def seed_folder() -> Path:
    """Where the tables that come with interlocal are."""
    return Path(str(resources.files("interlocal") / "seed_data"))


def load(folders: Sequence[Path]) -> Records:
    """The valid records of all ``folders``, each laid over those before it.

    Raises InvalidRecordsError with every issue of every table; SourceError when a folder cannot be read.
    """
    records, issues = read(folders)
    issues = [*issues, *validate(records)]
    if issues:
        raise InvalidRecordsError(issues)
    return records


def read(folders: Sequence[Path]) -> tuple[Records, list[InterlocalError]]:
    """The records of all ``folders`` and what could not be read in them."""
    records, issues = Records(), list[InterlocalError]()
    for layer, folder in enumerate(folders):
        for path in _tables(folder):
            table = _Table(path, layer, issues)
            records = records + table.records()
    return records, issues


def fingerprint(folders: Iterable[Path]) -> str:
    """A hash of the content of all tables: the graph is built anew when it changes."""
    digest = hashlib.sha256()
    for layer, folder in enumerate(folders):
        for path in _tables(folder):
            digest.update(f"\0{layer}/{path.name}\0".encode())
            digest.update(_bytes(path))
    return digest.hexdigest()


def _tables(folder: Path) -> list[Path]:
    """The tables of a folder in the order of ``TABLES``; an unknown csv file is an error, other files are left alone."""
    try:
        found = {path.name: path for path in folder.iterdir() if path.suffix.lower() == ".csv" and not path.name.startswith(".")}
    except OSError as error:
        raise SourceError(f"cannot be read ({error.strerror})", where=str(folder), todo="Name a folder with tables such as lras.csv.") from error
    unknown = sorted(set(found) - {f"{name}.csv" for name in TABLES})
    if unknown:
        names = [f"{name}.csv" for name in TABLES]
        raise SourceError("unknown table", where=str(folder / unknown[0]), todo=did_you_mean(unknown[0], names, show=20))
    if not found:
        raise SourceError("holds no table", where=str(folder), todo="It should hold tables such as lras.csv or relationships.csv.")
    return [found[f"{name}.csv"] for name in TABLES if f"{name}.csv" in found]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot be read ({error.strerror})", where=str(path)) from error


@dataclass
class _Row:
    """One row of a table: its cells by column, where it stands, and how to report what is wrong with it."""

    cells: Mapping[str, str]
    origin: Origin
    issues: list[InterlocalError] = field(repr=False)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def items(self, column: str) -> tuple[str, ...]:
        """The items of a ``|``-separated cell, each once."""
        return tuple(dict.fromkeys(item.strip() for item in self[column].split("|") if item.strip()))

    def evidence(self) -> tuple[Evidence, ...]:
        try:
            return parse_evidence(self["evidence"])
        except ModelError as error:
            self.report(error.what, error.todo)
            # Only what is wrong is reported: an evidence that cannot be read is not also a missing one.
            return (Evidence(()),)

    def report(self, what: str, todo: str = "") -> None:
        self.issues.append(SourceError(what, where=str(self.origin), todo=todo))

    def value(self, column: str, declared: Property) -> Value | None:
        """A cell as the schema declares it; None when it is empty or cannot be read (which is reported)."""
        text = self[column]
        if declared.type == "list":
            return list(self.items(column)) or None
        if not text:
            return None
        try:
            return _CONVERT.get(declared.type, str)(text)
        except ValueError:
            self.report(f"{column} “{text}” is not {_NAMES_OF_TYPES[declared.type]}", _HOW_TO_WRITE.get(declared.type, ""))
            return None


def _truth(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError(text)
    return text.lower() == "true"


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,15}", text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", text):
        raise ValueError(text)
    return float(text)


_CONVERT: Mapping[str, Callable[[str], Value]] = {"int": _whole, "year": _whole, "float": _number, "bool": _truth}
_NAMES_OF_TYPES = {"int": "a whole number", "year": "a year", "float": "a number", "bool": "true or false"}
_HOW_TO_WRITE = {"float": "Write it without spaces, with a point: 94000 or 0.5.", "int": "Write digits only.", "year": "Write four digits."}


class _Table:
    """One CSV file on its way to records."""

    def __init__(self, path: Path, layer: int, issues: list[InterlocalError]) -> None:
        self.path, self.layer, self.issues = path, layer, issues
        self.label, columns = TABLES[path.stem]
        self.columns = columns.split(",")

    def records(self) -> Records:
        rows = list(self._rows())
        match self.path.stem:
            case "sections":
                return Records(sections=tuple(s for row in rows for s in self._section(row)))
            case "passages":
                return Records(stamps=tuple(s for row in rows for s in self._stamp(row)))
            case "facts":
                return Records(facts=tuple(self._fact(row) for row in rows))
            case "relationships":
                return Records(relationships=tuple(self._tie(row) for row in rows))
            case _:
                ties = tuple(tie for row in rows for tie in self._ties_of_node(row))
                return Records(nodes=tuple(self._node(row) for row in rows), relationships=ties)

    def _problem(self, what: str, row: int, todo: str = "") -> None:
        self.issues.append(SourceError(what, where=str(Origin(self._name, row)), todo=todo))

    @property
    def _name(self) -> str:
        return f"{self.path.resolve().parent.name}/{self.path.name}"

    def _text(self) -> str | None:
        data = _bytes(self.path)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            row = data[: error.start].count(b"\n") + 1
            self._problem(f"a byte that is not UTF-8 (0x{data[error.start]:02x})", row, "Save the table as “CSV UTF-8”.")
            return None

    def _rows(self) -> Iterator[_Row]:
        text = self._text()
        if text is None:
            return
        header_line = text.split("\n", 1)[0]
        separator = ";" if header_line.count(";") > header_line.count(",") else ","
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            lines = list(reader)
        except csv.Error as error:
            self._problem(f"cannot be read as a table ({error})", reader.line_num, "Check the quotes in this row.")
            return
        header = [cell.strip() for cell in lines[0]] if lines else []
        while header and not header[-1]:
            header.pop()
        if not self._header_fits(header):
            return
        for number, cells in enumerate(lines[1:], start=2):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
                self._problem(f"{len(cells)} cells where the header has {len(header)}", number, "Put cells that hold a separator in quotes.")
                continue
            padded = [" ".join(cell.split()) for cell in cells] + [""] * len(header)
            if any(unicodedata.category(letter) == "Cc" for cell in padded for letter in cell):
                self._problem("a control character that nobody can see", number, "Type the cell again.")
                continue
            yield _Row(dict(zip(header, padded, strict=False)), Origin(self._name, number, self.layer), self.issues)

    def _header_fits(self, header: Sequence[str]) -> bool:
        missing = [c for c in self.columns if c not in header]
        unknown = [c for c in header if c not in self.columns]
        twice = sorted({c for c in header if header.count(c) > 1 and c in self.columns})
        if missing:
            many = "s" if len(missing) > 1 else ""
            self._problem(f"missing column{many} {listed(missing)}", 1, f"The header is: {','.join(self.columns)}.")
        for column in dict.fromkeys(unknown):
            self._problem(f"unknown column “{column}”", 1, did_you_mean(column, missing or self.columns, show=0))
        for column in twice:
            self._problem(f"the column “{column}” stands twice", 1)
        return not (missing or unknown or twice)

    def _node(self, row: _Row) -> NodeRecord:
        declared = NODE_TYPES[self.label].properties
        properties: dict[str, Value] = {}
        for column in self.columns:
            if column not in _NOT_PROPERTIES and (value := row.value(column, declared[column])) is not None:
                properties[column] = value
        name = row["name"] or row["title"] or row["paraphrase"]
        evidence = row.evidence() if "evidence" in self.columns else ()
        return NodeRecord(row["id"], self.label, name, row.items("aliases"), row["country"], properties, evidence, row.origin)

    def _ties_of_node(self, row: _Row) -> Iterator[RelationshipRecord]:
        """The ties that columns of a node table stand for: part_of, about, themes."""
        for column, kind in (("part_of", "PART_OF"), ("about", "ABOUT"), ("themes", "ADDRESSES")):
            for target in row.items(column):
                properties: dict[str, Value] = {"certainty": "stated", "reading": "accepted"}
                yield RelationshipRecord(row["id"], kind, target, "", properties, row.evidence(), row.origin)

    def _tie(self, row: _Row) -> RelationshipRecord:
        properties: dict[str, Value] = {"certainty": "stated", "reading": "accepted"}
        for name, declared in TIE_PROPERTIES.items():
            if (value := row.value(name, declared)) is not None:
                properties[name] = value
        return RelationshipRecord(row["source"], row["type"], row["target"], row["key"], properties, row.evidence(), row.origin)

    def _fact(self, row: _Row) -> FactRecord:
        texts = {c: row[c] for c in ("about", "property", "value", "unit", "year", "qualifier", "reason")}
        return FactRecord(**texts, reading=row["reading"] or "accepted", evidence=row.evidence(), origin=row.origin)

    def _stamp(self, row: _Row) -> Iterator[Stamp]:
        numbers = [row[column] for column in ("first", "last", "words")]
        if all(re.fullmatch("[0-9]{1,9}", number) for number in numbers) and re.fullmatch("[0-9a-f]{16}", row["hash"]):
            first, last, words = map(int, numbers)
            yield Stamp(Span(row["document"], first, last), words, row["hash"])
        else:
            row.report("a passage needs first and last line, number of words and hash", "Run “interlocal evidence stamp” again.")

    def _section(self, row: _Row) -> Iterator[Section]:
        if re.fullmatch("[0-9]{1,9}", row["first"]) and re.fullmatch("[0-9]{1,9}", row["last"]):
            yield Section(row["document"], int(row["first"]), int(row["last"]), row["title"], row["path"], row.origin)
        else:
            row.report("a section needs the numbers of its first and last line")
