"""Tables as people send them: csv of many makes, and the sheets of a workbook, as rows of texts. Nothing is interpreted here."""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from interlocal.errors import SourceError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_SEPARATORS = (";", ",", "\t", "|")
# A list of members is never as large; a file that unpacks to more was not made by a spreadsheet.
_LARGEST = 400_000_000
# The first byte of a letter in UTF-8, and one that follows, as they look in Windows-1252.
_MOJIBAKE = re.compile("[\u00c2-\u00df\u00e0-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Sheet:
    """One table: ``rows[0]`` is row 1 of the spreadsheet. ``name`` is empty for a csv file."""

    file: str
    name: str
    rows: Sequence[Sequence[str]]
    note: str = ""
    hidden: bool = False

    def where(self, row: int) -> str:
        """``list.csv:7``, ``list.xlsx, sheet CLIP!7``: what people look for."""
        return f"{self.file}, sheet {self.name}!{row}" if self.name else f"{self.file}:{row}"


def read_sheets(path: Path, encoding: str = "") -> list[Sheet]:
    """Every sheet of a workbook, or the one table of a csv file. Raises SourceError in one line."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot be read ({error.strerror or 'no such file'})", where=str(path)) from error
    if not data.strip():
        raise SourceError("is empty", where=str(path), todo="Name a list of members as csv or xlsx.")
    # What it is says its content; a workbook is often called .csv by mistake, and the other way round.
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(path, data)
    if path.suffix.lower() in WORKBOOKS and b"\0" in data:
        raise SourceError("is no workbook that can be read", where=str(path), todo="Open it in a spreadsheet and save it as xlsx or csv.")
    text, note = _decoded(path, data, encoding)
    return [Sheet(path.name, "", _rows(path, text), note)]


def _decoded(path: Path, data: bytes, encoding: str) -> tuple[str, str]:
    """The text of a csv file, and how it was read where that was a guess."""
    names = [encoding] if encoding else ["utf-8-sig"]
    if not encoding and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        names = ["utf-16"]
    elif not encoding and b"\0" in data:
        raise SourceError("is no table", where=str(path), todo="Name a list of members as csv or xlsx.")
    try:
        return _clean(path, data.decode(names[0])), ""
    except LookupError as error:
        raise SourceError(f"unknown encoding “{encoding}”", todo="For example cp1252, cp1250 or cp1253.") from error
    except UnicodeDecodeError as error:
        if encoding or names[0] == "utf-16":
            raise SourceError(f"cannot be read as {names[0]}", where=str(path), todo="Save it as “CSV UTF-8”.") from error
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise SourceError("is neither UTF-8 nor Windows-1252", where=str(path), todo="Save it as “CSV UTF-8”, or name its --encoding.") from error
    note = "it is not UTF-8 and was read as Windows-1252; if letters look wrong, name its --encoding (cp1250, cp1253 …)"
    return _clean(path, text), note


def _clean(path: Path, text: str) -> str:
    controls = sum(unicodedata.category(letter) == "Cc" and letter not in "\n\r\t\v" for letter in text[:20_000])
    if controls > 20:
        raise SourceError("is no table", where=str(path), todo="Name a list of members as csv or xlsx.")
    return text


def _rows(path: Path, text: str) -> list[list[str]]:
    """The rows of a csv text: with the separator that gives the most rows of one width."""
    first = text.split("\n", 1)[0].strip()
    if match := re.fullmatch("sep=(.)", first):
        rows = _split(text, match[1])
        return [[""], *rows[1:]]
    # Separators within quotes do not count, so each is tried.
    sample = "\n".join(text.splitlines()[:60])
    separator = max(_SEPARATORS, key=lambda s: (_fit(sample, s), -_SEPARATORS.index(s)))
    try:
        return _split(text, separator)
    except csv.Error as error:
        raise SourceError(f"cannot be read as a table ({error})", where=str(path), todo="Check the quotes.") from error


def _split(text: str, separator: str) -> list[list[str]]:
    return [[cell_text(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]


def _fit(sample: str, separator: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if len(row) > 1)
    except csv.Error:
        return 0
    return max((count for _, count in widths.items()), default=0)


def _workbook(path: Path, data: bytes) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    broken = SourceError("is no workbook that can be read", where=str(path), todo="Open it in a spreadsheet and save it as xlsx or csv.")
    try:
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                if sum(info.file_size for info in packed.infolist()) > _LARGEST:
                    raise SourceError("is too large when unpacked", where=str(path), todo="Save only the list of members.")
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = []
        for about in book.sheets_metadata:
            if about.typ is SheetTypeEnum.WorkSheet:
                sheets.append(_sheet(path, book.get_sheet_by_name(about.name), hidden=about.visible is not SheetVisibleEnum.Visible))
    except SourceError:
        raise
    # On broken files the reader and the archive raise errors of several families.
    except (CalamineError, zipfile.BadZipFile, NotImplementedError, OSError, ValueError, KeyError, IndexError) as error:
        raise broken from error
    if not sheets:
        raise SourceError("holds no sheet", where=str(path))
    return sheets


def _sheet(path: Path, sheet: CalamineSheet, *, hidden: bool) -> Sheet:
    rows = [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    # A cell that was merged downwards stands for each of its rows; calamine gives it in the first only.
    for (first, column), (last, _) in sheet.merged_cell_ranges or ():
        for number in range(first + 1, min(last + 1, len(rows))):
            if column < len(rows[number]):
                rows[number][column] = rows[first][column]
    return Sheet(path.name, " ".join(sheet.name.split()), rows, hidden=hidden)


def one_column(sheet: Sheet) -> Sheet:
    """The same csv with each line as one cell: ``Bari, Italy`` below ``Members``."""
    return replace(sheet, rows=[[", ".join(filter(None, cells))] for cells in sheet.rows])


def cell_text(value: object) -> str:
    """A cell as a text: blanks at the ends and control characters gone, 2015.0 as 2015, a date as 2015-03-01."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, str) and value.isascii() and value.isprintable():
        return " ".join(value.split())
    # Before blanks are put together: the second byte of à is one.
    value = mended(str(value))
    # Format characters (a soft hyphen, a mark of direction) are as little seen as control characters.
    seen = (" " if unicodedata.category(letter) == "Cc" else letter for letter in value if unicodedata.category(letter) != "Cf")
    return " ".join("".join(seen).split())


def mended(text: str) -> str:
    """UTF-8 that somebody read as Windows-1252 and saved so (``WrocÅ‚aw``) as it was meant; any other text as it is."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        return b"".join(letter.encode("latin-1" if ord(letter) < 256 else "cp1252") for letter in text).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unsafe(text: str) -> str:
    """The text of a cell that ``safe`` wrote."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def table_text(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
