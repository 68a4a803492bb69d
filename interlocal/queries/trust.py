"""Questions about the sources themselves: where they differ, and what rests on one place in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from interlocal.graph.conflicts import sides_of
from interlocal.graph.records import Evidence, NodeRecord
from interlocal.graph.words import property_words
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, number_are

SOURCES = Need("what_sources_name", "at least one thing that a source names", "tables of what sources name (lras.csv, projects.csv and the like)")
LINKS = Need("links_recorded", "at least one link", "a table of links (relationships.csv)")


def or_none(count: int) -> str:
    """A small number as a word: ``none``, not ``no``."""
    return in_words(count) if count else "none"


def documents_of(evidence: Iterable[Any]) -> list[str]:
    """The documents of passages, in lists of lists or not."""
    found: list[str] = []
    for part in evidence:
        found += Evidence.parse(part).documents if isinstance(part, str) else documents_of(part)
    return list(dict.fromkeys(found))


# --- where sources differ ----------------------------------------------------------------------------------------------

_OUTCOMES = {"accepted": "one side followed", "open": "left open", "both": "partly left open", "rejected": "no side followed"}


def _differences(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    return [_difference(row) for row in rows]


def _difference(row: Row) -> Row:
    sides = sides_of(NodeRecord("", "Conflict", "", properties={"statements": row["sides"]}))
    readings = {side.reading for side in sides} or {row["outcome"]}
    outcome = next((r for r in ("accepted", "open", "rejected") if r in readings), "open")
    return {
        **row, "property": property_words(row["property"]), "outcome": _OUTCOMES["both" if readings >= {"accepted", "open"} else outcome],
        # Codes of closed lists (socio_economic, per_edition) as people write them.
        "documents": sorted(documents_of(row["evidence"])), "sides": [re.sub(r"(?<=[a-z])_(?=[a-z])", " ", side.words) for side in sides],
    }  # fmt: skip


def _at_large(row: Row) -> bool:
    """Whether it is about a country or a source as a whole: these are not among what is counted. Their ids alone have no kind in front."""
    return ":" not in row["about_id"]


def _where_they_differ(asked: Asked) -> str:
    between = sum(len(row["documents"]) > 1 for row in asked.rows)
    left_open = sum("open" in row["outcome"] for row in asked.rows)
    within, settled = len(asked.rows) - between, len(asked.rows) - left_open
    at_large = sum(map(_at_large, asked.rows))
    apart = f"; {number_are(at_large)} about a country or a source as a whole, and not counted below" if at_large else ""
    return (
        f"Sources differ in {counted(len(asked.rows), 'place')}: {or_none(within)} within one source, whose parts do not agree, and {or_none(between)} between "
        f"sources{apart}. {_settled(settled, left_open)}"
    )


def _settled(settled: int, left_open: int) -> str:
    if settled + left_open == 1:
        return f"It is {'settled here' if settled else 'left open, in whole or in part'}"
    return f"Of these places {number_are(settled)} settled here and {number_are(left_open)} left open, in whole or in part"


def _one_difference(row: Row) -> str:
    among = f"{'within' if len(row['documents']) == 1 else 'between'} {listed(row['documents'])}" if row["documents"] else "in your own tables"
    return f"{row['about']}, {row['property']} ({among}; {row['outcome']}): {'; '.join(row['sides']) or 'the sides are not recorded'}"


DIFFER = Question(
    slug="where-sources-differ",
    title="Where do the sources differ, about what, and what is followed here?",
    theme="Trust in the sources",
    definition=(
        "Sources differ where two places, of one source or of several, say different things about one property of one thing. “Followed here” is our "
        "reading, with its reason; “left open” means that nothing in the sources decides. An evident misprint of one source alone is not counted: "
        "the command “interlocal differences” shows those too."
    ),
    population=Population("what_sources_name", "authorities, networks, organisations, projects, services, funds and policies named in the sources"),
    columns={
        "about": "about", "country": "country", "property": "concerns", "documents": "sources that differ", "outcome": "what is followed",
        "sides": "what each side says",
    },
    headline=_where_they_differ,
    say=_one_difference,
    count=lambda rows: len({row["about_id"] for row in rows if not _at_large(row)}),
    counts="have at least one property about which sources differ",
    nothing="No place is recorded in which sources differ. That shows only that nobody noted one.",
    caveat=(
        "A difference is recorded only where both sides were read. The two reports seldom speak of the same thing, so few differences between them "
        "does not mean that they agree. The reading that is followed is ours: look at the lines before you rely on it."
    ),
    parameters=("country",),
    needs=(SOURCES,),
    derive=_differences,
)  # fmt: skip


# --- links that rest on one place and are implied ----------------------------------------------------------------------


def _links_in_words(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    return [{**row, "link": property_words(row["link"])} for row in rows]


def _on_one_place(asked: Asked) -> str:
    sorts: dict[str, int] = defaultdict(int)
    for row in asked.rows:
        sorts[row["sort"]] += 1
    by_sort = listed(f"{in_words(count)} on {sort}" for sort, count in sorts.items())
    rest = "rests on one place in one source and is" if len(asked.rows) == 1 else "rest on one place each in one source and are"
    links = f"{counted(asked.of, 'link')} of membership, cooperation, money and the like"
    return f"Of {links}, {in_words(len(asked.rows))} {rest} implied, not said outright: {by_sort}. Check {'it' if len(asked.rows) == 1 else 'these'} first"


def _one_link(row: Row) -> str:
    role = f" ({row['role']})" if row["role"] else ""
    remark = f"; our remark: {row['remark']}" if row["remark"] else ""
    return f"{row['one']} {row['link']} {row['other']}{role}: implied in one place{remark}"


ON_ONE_PLACE = Question(
    slug="facts-on-one-passage",
    title="Which links rest on one place in one source and are implied, not said outright?",
    theme="Trust in the sources",
    definition=(
        "A link is implied when no source says it in so many words but one clearly means it; it rests on one place when one set of lines of one "
        "document is all that supports it (lines that are needed together are one place). What is planned or said to be absent is no link; what "
        "comes from reference data (codes, coordinates) is not looked at, nor where something lies, what it is part of, or which subject it has."
    ),
    population=Population("links_recorded", "links of membership, cooperation, money and the like that the sources state or imply"),
    columns={"sort": "about", "one": "who or what", "link": "link", "other": "with what", "role": "role", "remark": "our remark"},
    headline=_on_one_place,
    say=_one_link,
    counts="are implied by one place in one source",
    nothing="No link of membership, cooperation, money and the like is both implied and rests on one place in one source.",
    caveat=(
        "Implied does not mean doubtful: the remark says how it was read. A link that is said outright in one place can be wrong too, and most "
        "links are told in one place only. Links of membership, cooperation and money come first, because most answers rest on them."
    ),
    parameters=("country",),
    needs=(LINKS,),
    derive=_links_in_words,
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (DIFFER, ON_ONE_PLACE)
