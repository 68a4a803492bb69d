"""The errors that people see. Each says what is wrong, where, and what to do about it, in one line.

Everything that interlocal raises on purpose is an ``InterlocalError``; the command line prints it and
ends with exit code 1. Anything else that escapes is a defect.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

# Of very many issues the first ones tell what is wrong.
_MOST_SHOWN = 200


class InterlocalError(Exception):
    """Base of the family: ``what`` is wrong, ``where`` (file:row, or the name of a thing), what ``todo``."""

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what = what
        self.where = where
        self.todo = todo
        super().__init__(self._line())

    def _line(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.todo}" if self.todo else ""
        line = " ".join(f"{place}{self.what.rstrip('.')}.{advice}".split())
        # What stands in a table must not steer the terminal that tells of it.
        return "".join(letter if unicodedata.category(letter) != "Cc" else "?" for letter in line)

    def lines(self) -> Sequence[str]:
        """What to print: one line, or one line an issue."""
        return [str(self)]


class ModelError(InterlocalError):
    """A record does not fit the schema."""


class SourceError(InterlocalError):
    """A source (table, file) cannot be read or does not hold what it should."""


class InvalidRecordsError(SourceError):
    """Several issues in one source; all are shown, and nothing was written."""

    def __init__(self, issues: Iterable[InterlocalError]) -> None:
        self.issues = tuple(issues)
        count = len(self.issues)
        super().__init__(f"{count} problem{'s' if count != 1 else ''} found, nothing was written", todo="Mend the rows named above.")

    def lines(self) -> Sequence[str]:
        if len(self.issues) == 1:
            return [str(self.issues[0])]
        shown = [str(issue) for issue in self.issues[:_MOST_SHOWN]]
        more = [f"… and {len(self.issues) - _MOST_SHOWN} more"] if len(self.issues) > _MOST_SHOWN else []
        return [*shown, *more, str(self)]


class QuestionError(InterlocalError):
    """A question, a parameter or a name is not known, or a query cannot be answered."""


class StoreError(InterlocalError):
    """The graph cannot be kept, opened or queried."""


class NoGraphYetError(StoreError):
    """Nothing has been built where the graph is kept."""


class OutputError(InterlocalError):
    """A file that was asked for cannot be written."""
