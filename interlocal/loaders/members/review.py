"""The review file: rows of a list that are unsure, and what people decided of them."""

from __future__ import annotations

import os
import uuid
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from interlocal.errors import OutputError, SourceError
from interlocal.loaders.members.sheets import read_sheets, unsafe
from interlocal.text import fold, listed

REVIEW_COLUMNS = ("network", "row", "name", "place", "country", "level", "why", "candidates", "decision")


def review_key(row: Mapping[str, str]) -> tuple[str, ...]:
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
