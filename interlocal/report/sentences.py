"""Sentences that people read to the end: of a long list of names the first ones and how many more there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from interlocal.queries.question import Row

MOST_NAMES = 40
_BRACKETS = r" \(([^()]*)\)"
# What stands between two names of a list, after what the first is in brackets: "Bucharest (observer), Cluj".
_BETWEEN = re.compile(rf"({_BRACKETS})?(, | and |; and |; )")


def and_more(count: int) -> str:
    """What stands in place of the other names, and where these are."""
    return f" and {count:,} more (all of them with --format csv)"


def names_cut(said: str, row: Row) -> str:
    """The sentence of a row; each list of the row that stands in it is cut after so many names.

    The names are looked for as the row has them, one after the other: so a name with "and" in it is one, and what is not found stays whole.
    """
    lists = [value for value in row.values() if isinstance(value, list | tuple) and all(isinstance(name, str) and name for name in value)]
    words = {word for value in lists for word in value}
    for names in lists:
        if len(names) > MOST_NAMES:
            said = _cut(said, names, words)
    return said


def _cut(said: str, names: Sequence[str], words: Collection[str]) -> str:
    start = said.find(names[0])
    while start >= 0:
        ends = _ends(said, start, names, words)
        if len(ends) == len(names):
            return said[: ends[MOST_NAMES - 1]] + and_more(len(names) - MOST_NAMES) + said[ends[-1] :]
        start = said.find(names[0], start + 1)
    return said


def _ends(said: str, start: int, names: Sequence[str], words: Collection[str]) -> list[int]:
    """Where each of the names ends that stand one after the other from here on, with its brackets."""
    ends: list[int] = []
    for name in names:
        end = start + len(name)
        if not said.startswith(name, start):
            break
        if between := _BETWEEN.match(said, end):
            ends.append(between.end(1) if between[1] else end)
            start = between.end()
            continue
        # Behind the last one brackets are its own where they hold a word of the row, its role; else they belong to the sentence.
        own = re.compile(_BRACKETS).match(said, end)
        ends.append(own.end() if own and own[1] in words else end)
        break
    return ends
