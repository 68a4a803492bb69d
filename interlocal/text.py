"""Small, shared ways with words: comparing names, lists in sentences, the nearest valid value."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable

# Letters that Unicode does not decompose, but that people type without their strokes.
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})


def fold(text: str) -> str:
    """``text`` without accents, case, punctuation and double spaces, for comparing names ("Poznań" is "poznan")."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_UNDECOMPOSED)
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def nearest(value: str, valid: Collection[str]) -> str | None:
    """The valid value most like ``value``, or None when nothing is like it (ratio below 0.6)."""
    by_fold = {fold(v): v for v in sorted(valid, reverse=True)}
    found = difflib.get_close_matches(fold(value), list(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def did_you_mean(value: str, valid: Collection[str], *, show: int = 12) -> str:
    """Advice for an unknown value: the nearest one, or the valid ones when they are few."""
    near = nearest(value, valid)
    if near is not None:
        return f"Did you mean “{near}”?"
    if 0 < len(valid) <= show:
        return f"Valid: {', '.join(sorted(valid))}."
    return ""


_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def listed(words: Iterable[str], *, last: str = "and", apart: bool = True) -> str:
    """``a, b and c``; ``a, of x; b; and c`` where one has a comma of its own, outside brackets, unless they are not to be told ``apart``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    if apart and any("," in _IN_BRACKETS.sub("", item) for item in items):
        return f"{'; '.join(items[:-1])}; {last} {items[-1]}"
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def in_words(count: int) -> str:
    """Small numbers as words (up to twelve), larger ones as digits."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """``one project``, ``three projects``, ``no project``."""
    noun = one if count in (0, 1) else (many or f"{one}s")
    return f"{in_words(count)} {noun}"


def number_are(count: int) -> str:
    """``none is``, ``one is``, ``three are``."""
    return f"{'none' if count == 0 else in_words(count)} {'is' if count < 2 else 'are'}"


def sentence(text: str) -> str:
    """``text`` with a capital at the front and one full stop at the end."""
    text = " ".join(text.split())
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "?", "!", ".)")) else f"{text}."


# With these a sentence begins that has no name in front.
_FIRST_WORDS = {
    *_NUMBERS, "all", "among", "both", "by", "every", "in", "no", "nobody", "none", "nothing", "of", "projects", "shown", "sources", "stated", "that", "the",
    "these", "this",
}  # fmt: skip


def inner(text: str) -> str:
    """A sentence behind a colon: its first letter small, unless a name or an abbreviation stands in front."""
    first = text.split(" ", 1)[0].rstrip(",:;")
    return text[0].lower() + text[1:] if first.lower() in _FIRST_WORDS and not first.isupper() else text
