"""Of the table of an answer: which of its columns are shown, and how the numbers of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from interlocal.queries.question import Answer
from interlocal.report.tables import cell

_WHOLE, _BROKEN = "#,##0", "#,##0.00"
_SHARE, _SMALL_SHARE, _MEASURE, _SIZE, _INDEX, _YEAR = "0%", "0.0%", "0.00", "#,##0.0", "+0.00;-0.00;0.00", "0"

# Decided by column, never guessed from the values: a constraint of 0.06 or an index of 0.98 lies between 0 and 1 and is no share of anything.
# What is not here is a count or an amount. Scripts (CSV, JSON) and text get the numbers as they are.
_CODES = {
    "share": _SHARE,
    "jaccard": _SHARE,
    "share_of_smaller": _SHARE,
    "contained": _SHARE,
    # Most are below one per cent.
    "betweenness": _SMALL_SHARE,
    "constraint": _MEASURE,
    "effective_size": _SIZE,
    "adamic_adar": _MEASURE,
    "resource_allocation": _MEASURE,
    "nestedness": _MEASURE,
    "e_i": _INDEX,
    "expected": _INDEX,
    "ongoing_as_of": _YEAR,
}
CODES = sorted({_WHOLE, _BROKEN, *_CODES.values()})

# A heading that says nothing alone: "as (in the same order)", "how many do", "of these implied, not said outright". "As stated" is one that does.
_LEANS = re.compile(
    r"(as(?! stated| printed)|by the list|how many|in the other|its|of (how|it|these|them|what)|pairs (at the core|of other lists)|their|to|which)\b"
    r"|.* (as|\(in the same order\))$"
)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def number_code(column: str, values: Sequence[Any] = ()) -> str:
    """How a spreadsheet shows the numbers of a column; counts and amounts have their thousands apart, and cents where there are any."""
    whole = all(number == int(number) for number in values if is_number(number))
    return _CODES.get(column, _WHOLE if whole else _BROKEN)


def leans(heading: str) -> bool:
    """Whether a heading speaks of a column before it, the nearest that speaks for itself."""
    return _LEANS.match(heading) is not None


def filled_columns(answer: Answer) -> dict[str, str]:
    """The columns of an answer that hold anything, with their headings, and those that a heading among these speaks of.

    That nobody is in a column and the next one says "how many do: 0" is an answer; the count alone would be a riddle.
    """
    shown, before = set(), ""
    for column, heading in answer.question.columns.items():
        before = before if leans(heading) else column
        if any(cell(row.get(column)) for row in answer.shown):
            shown |= {before, column}
    return {column: heading for column, heading in answer.question.columns.items() if column in shown}
