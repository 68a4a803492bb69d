"""Finding a thing by what people call it: without accents and case, by alias or id, with "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from interlocal.errors import QuestionError
from interlocal.graph.schema import NODE_TYPES
from interlocal.text import fold, listed


class Named(Protocol):
    """What can be found: a node, or a row with the same fields."""

    @property
    def id(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def country(self) -> str: ...


T = TypeVar("T", bound=Named)


def find(text: str, things: Iterable[T], *, what: str = "name") -> T:
    """The one thing that ``text`` names: by id, by name, by alias, then by the only name that begins with or holds it.

    Raises QuestionError, with what may be meant, when there is none or more than one.
    """
    candidates = list(things)
    wanted = fold(text) or text.strip()
    if not wanted:
        raise QuestionError(f"an empty {what} names nothing", todo="Write a name, for example Bari.")
    tiers = (
        [t for t in candidates if text == t.id],
        [t for t in candidates if wanted in (fold(t.names[0]), t.names[0])],
        [t for t in candidates if wanted in (*map(fold, t.names[1:]), *t.names[1:])],
        [t for t in candidates if any(_holds_words(fold(name), wanted) for name in t.names)] if len(wanted) > 2 else [],
    )
    found = next((tier for tier in tiers if tier), [])
    if len(found) == 1:
        return found[0]
    if found:
        names = [t.names[0] for t in found]
        shown = [t.names[0] if names.count(t.names[0]) == 1 else f"{label(t)} ({t.id})" for t in sorted(found, key=lambda t: t.id)[:8]]
        more = f"; and {len(found) - 8} more" if len(found) > 8 else ""
        raise QuestionError(f"“{text}” can mean {'; '.join(shown)}{more}", todo="Write the whole name.")
    near = _near(wanted, candidates)
    todo = f"Did you mean {listed((f'“{name}”' for name in near), last='or')}?" if near else "Check the spelling."
    raise QuestionError(f"no {what} “{text}” is in the graph", todo=todo)


def label(thing: Named) -> str:
    """How a thing is called where names may be alike: with its kind and country."""
    kind = NODE_TYPES[thing.type]
    singular = {"LRA": "authority", "StatedGap": "stated gap"}.get(kind.label, kind.label.lower())
    return f"{thing.names[0]}, {singular}" + (f", {thing.country}" if thing.country else "")


def _holds_words(name: str, wanted: str) -> bool:
    return f" {wanted} " in f" {name} "


def _near(wanted: str, candidates: Sequence[Named]) -> list[str]:
    from rapidfuzz import fuzz, process

    names = {fold(name): t.names[0] for t in reversed(candidates) for name in reversed(t.names)}
    best = process.extract(wanted, sorted(names), scorer=fuzz.WRatio, limit=8, score_cutoff=70)
    return list(dict.fromkeys(names[match] for match, _, _ in best))[:3]
