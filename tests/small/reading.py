"""How the tests read an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interlocal.queries.question import Answer, Row


def told(found: Answer, *columns: str) -> list[tuple[Any, ...]]:
    """The rows, of each the columns that tell something."""
    return [tuple(row[column] for column in columns) for row in found.rows]


def passages(row: Row) -> list[str]:
    """The passages of a row, short, each as often as it is there."""
    return sorted(text.replace("alpha-2014#", "A ").replace("beta-2018#", "B ") for text in row["evidence"])


def of_how_many(found: Answer) -> tuple[int, int]:
    return found.count, found.of


def unseen(found: Answer) -> bool:
    """Not answered, for what it needs is not there."""
    return not found.answerable and (found.count, list(found.rows)) == (0, []) and found.headline.startswith("This cannot be seen from what is loaded.")
