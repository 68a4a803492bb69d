"""Questions about the sources themselves: what they leave out, and what they call missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.graph.records import RelationshipRecord
from interlocal.graph.schema import LRA_LEVELS
from interlocal.graph.words import code_words, property_words, tie_words
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.queries.trust import SOURCES, documents_of, or_none
from interlocal.text import counted, listed

ABSENCES = Need("stated_absences", "statements of sources that something is missing", "stated gaps (stated_gaps.csv) or LACKS rows in relationships.csv")

# More names than these in one sentence are no sentence: the table has them all.
_MOST_NAMED = 12


def _some(names: Sequence[str]) -> str:
    """The names, or the first of many and how many others there are."""
    if len(names) <= _MOST_NAMED + 1:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} others"


# --- what the sources do not cover -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Aspect:
    """What may not be covered, by the mark that says so: its column, of what, and the sentence for one and for many."""

    mark: str
    words: str
    nouns: tuple[str, str]
    verbs: tuple[str, str]


_COUNTRY, _PROJECT = ("country", "countries"), ("project", "projects")
_NO_LRA = ("is without a named LRA", "are without a named LRA")
_OF_COUNTRIES = (
    _Aspect("LRA", "countries without a named LRA", _COUNTRY, _NO_LRA),
    _Aspect("project", "countries without a named project", _COUNTRY, ("is without a named project", "are without a named project")),
    _Aspect("", "countries without anything described", _COUNTRY, ("is without anything described", "are without anything described")),
)
_LEVELS = _Aspect("", "levels without a named LRA", ("level", "levels"), _NO_LRA)
_OF_PROJECTS = (
    _Aspect("undated", "projects without a year", _PROJECT, ("is without a year", "are without a year")),
    _Aspect("unnamed", "projects with participants not named", _PROJECT, ("mentions participants without a name", "mention participants without a name")),
    _Aspect(
        "nobody", "projects without a named participant", _PROJECT, ("is without a named organiser or partner", "are without a named organiser or partner")
    ),
)
_NETWORKS = _Aspect(
    "unlisted", "networks without a complete list", ("network", "networks"), ("is without a complete list of members", "are without a complete list of members")
)
_ASPECTS = {aspect.words: aspect for aspect in (*_OF_COUNTRIES, _LEVELS, *_OF_PROJECTS, _NETWORKS)}


def _not_covered(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    by_sort: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_sort[row["sort"]].append({**row, "documents": documents_of(row["evidence"])})
    # A source that describes no project (a list of members, reference data) did not look for what is asked here.
    sources = sorted({document for row in by_sort["project"] for document in row["documents"]})
    told = []
    for source in ("", *sources):
        told += [*_countries_not_covered(by_sort, source), *_levels_not_covered(by_sort, source), *_things_not_covered(by_sort, source)]
    order = list(_ASPECTS)
    return sorted((row for row in told if row["of"]), key=lambda row: order.index(row["aspect"]))


def _countries_not_covered(by_sort: Mapping[str, Sequence[Row]], source: str) -> Iterable[Row]:
    marks: dict[str, set[str]] = defaultdict(set)
    for row in by_sort["named"]:
        if source in ("", row["source"]):
            marks[row["id"]] |= {*row["marks"], ""}
    for aspect in _OF_COUNTRIES:
        missing = [row["name"] for row in by_sort["country"] if aspect.mark not in marks[row["id"]]]
        yield _not_there(aspect, source, missing, len(by_sort["country"]), [])


def _levels_not_covered(by_sort: Mapping[str, Sequence[Row]], source: str) -> Iterable[Row]:
    named = {row["id"] for row in by_sort["level"] if source in ("", row["source"])}
    if named:
        yield _not_there(_LEVELS, source, [code_words(level) for level in LRA_LEVELS if level not in named], len(LRA_LEVELS), [])


def _things_not_covered(by_sort: Mapping[str, Sequence[Row]], source: str) -> Iterable[Row]:
    for aspect in _OF_PROJECTS:
        yield _things(aspect, source, by_sort["project"])
    # Whether a list is complete depends on all that is loaded, not on one source.
    if not source:
        yield _things(_NETWORKS, source, by_sort["network"])


def _things(aspect: _Aspect, source: str, rows: Sequence[Row]) -> Row:
    of = [row for row in rows if not source or source in row["documents"]]
    missing = [row for row in of if aspect.mark in row["marks"]]
    # Of one source its own places alone: what another says of the same project is in the row of the other.
    places = {place for row in missing for place in row["evidence"] if not source or source in documents_of([place])}
    return _not_there(aspect, source, [row["name"] for row in missing], len(of), sorted(places))


def _not_there(aspect: _Aspect, source: str, names: Sequence[str], of: int, evidence: Sequence[Any]) -> Row:
    # What a source does not name is unknown, and most of it has no place that could be cited. Without a document: all sources together.
    return {
        "aspect": aspect.words, "documents": [source] if source else [], "count": len(names), "of": of, "what": list(names), "answer": "unknown",
        "evidence": list(evidence),
    }  # fmt: skip


def _in_all(rows: Sequence[Row], aspect: _Aspect) -> Row:
    return next((row for row in rows if row["aspect"] == aspect.words and not row["documents"]), _not_there(aspect, "", [], 0, []))


def _coverage(asked: Asked) -> str:
    lras, _, nothing = (_in_all(asked.rows, aspect) for aspect in _OF_COUNTRIES)
    levels = _in_all(asked.rows, _LEVELS)
    which = f" ({_some(nothing['what'])})" if nothing["what"] else ""
    parts = [
        f"Of {counted(asked.of, *_COUNTRY)} in the table, {_how_many(lras, _NO_LRA)}, and of {or_none(nothing['count'])} "
        f"the sources describe nothing, though they may mention {'it' if nothing['count'] == 1 else 'them'}{which}"
    ]
    if levels["of"]:
        parts.append(f"no LRA of level {listed(levels['what'], last='or')} is named" if levels["what"] else "every level has an LRA that is named")
    projects = [(_in_all(asked.rows, aspect), aspect.verbs) for aspect in _OF_PROJECTS]
    if of := projects[0][0]["of"]:
        parts.append(f"of {counted(of, 'project')}, {listed(_how_many(row, verbs) for row, verbs in projects)}")
    return "; ".join(parts)


def _how_many(row: Row, verbs: tuple[str, str]) -> str:
    return f"{or_none(row['count'])} {verbs[row['count'] > 1]}"


def _one_aspect(row: Row) -> str:
    aspect = _ASPECTS[row["aspect"]]
    source = listed(row["documents"]) or "All sources together"
    which = f": {_some(row['what'])}" if row["what"] else ""
    return f"{source}: {or_none(row['count'])} of {counted(row['of'], *aspect.nouns)} {aspect.verbs[row['count'] > 1]}{which}"


NOT_COVERED = Question(
    slug="what-sources-do-not-cover",
    title="What do the sources not cover: countries, levels, years, participants?",
    theme="Trust in the sources",
    definition=(
        "Each source is looked at for what it describes (what the tables cite it for): a country is not covered when no LRA of it is named, no project, or "
        "nothing is described (no body, project, service, fund or policy, and no statement of a need); a level when no LRA of it is named. A project has no "
        "year when neither it nor its name, a link or a figure of it is dated. A part of a project counts with the whole. Sources that describe no project "
        "are in “all sources together” only."
    ),
    population=Population("countries_recorded", "countries in the table of countries"),
    columns={"aspect": "what is not covered", "documents": "source (empty: all together)", "count": "how many", "of": "of how many", "what": "which"},
    headline=_coverage,
    say=_one_aspect,
    found=lambda row: row["count"] > 0,
    count=lambda rows: _in_all(rows, _OF_COUNTRIES[0])["count"],
    counts="are without an LRA that a source names",
    nothing="Nothing that was looked for is left out by the sources.",
    caveat=(
        "That a source describes nothing of a country is no evidence that there is nothing: both reports chose examples, and a country without any "
        "may still be mentioned or stand in a table of figures. The table of countries is wider than the EU. A source that does not date or name "
        "something may still know it; ask the organiser."
    ),
    needs=(SOURCES,),
    derive=_not_covered,
)  # fmt: skip


# --- said to be missing, and shown -------------------------------------------------------------------------------------


def _beside(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    by_statement: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_statement[row["id"]].append(row)
    return [_statement(found) for found in by_statement.values()]


def _statement(rows: Sequence[Row]) -> Row:
    first = rows[0]
    sources = documents_of(first["said_by"])
    shown: dict[str, list[str]] = {"same_source": [], "other_source": []}
    for text, evidence in _shown(rows):
        shown["same_source" if set(sources) & set(documents_of(evidence)) else "other_source"].append(text)
    return {
        "said": _said(first), "kind": first["kind"], "about": first["about"], "documents": sources, **shown,
        "evidence": [first["said_by"], [row["shown_by"] for row in rows]],
    }  # fmt: skip


def _said(row: Row) -> str:
    """What is said to be missing, in a sentence without its full stop."""
    if row["kind"] != "link":
        return str(row["said"]).rstrip(".")
    one, other = row["about"]
    lacks = RelationshipRecord("", "LACKS", "", properties={"tie": row["said"], **({"role": row["role"]} if row["role"] else {})})
    return f"{one} {tie_words(lacks)[0]} {other}"


def _shown(rows: Sequence[Row]) -> Iterable[tuple[str, list[Any]]]:
    """Each link in words, and each thing once with all whom it is of, with what they rest on."""
    things: dict[str, list[Row]] = defaultdict(list)
    links: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row["sort"]:
            things[row["one_id"]].append(row)
        else:
            remarks = ["called limited by the source"] * bool(row["limited"]) + ["implied, not said outright"] * (row["certainty"] == "implied")
            links[f"{row['one']} {property_words(row['link'])} {row['other']}" + (f" ({', '.join(remarks)})" if remarks else "")].append(row["shown_by"])
    yield from links.items()
    for found in things.values():
        yield f"{found[0]['one']} ({found[0]['sort']}; {listed(dict.fromkeys(row['other'] for row in found))})", [row["shown_by"] for row in found]


def _missing_and_shown(asked: Asked) -> str:
    other = sum(bool(row["other_source"]) for row in asked.rows)
    statements = f"{counted(asked.of, 'statement')} that coordination, data or a link is missing"
    stand = f"{or_none(len(asked.rows))} {'stands' if len(asked.rows) == 1 else 'stand'}"
    return (
        f"Of {statements}, {stand} beside something that the sources name on the same subject about the same body or country, {or_none(other)} of them beside "
        "what another source names. This is no contradiction by itself: read both before you conclude"
    )


def _one_statement(row: Row) -> str:
    parts = [
        f"by {words}: {'; '.join(row[column])}" for column, words in (("same_source", "the same source"), ("other_source", "another source")) if row[column]
    ]
    source = listed(row["documents"]) or "source not recorded"
    return f"Said to be missing ({source}), about {listed(row['about'])}: {row['said']}. Beside it, {'. And '.join(parts)}"


SAID_AND_SHOWN = Question(
    slug="said-missing-and-shown",
    title="What do the sources say is missing, and what do they name on the same subject?",
    theme="Trust in the sources",
    definition=(
        "A statement that coordination or data are missing, or that a link is absent, is put beside what is recorded about the same: a link between "
        "two bodies that it is about; a project, service or policy of the same body on all its subjects, or, where data are missing, in the same "
        "country; where a statement about a country has no subject but coordination, links of LRAs there with its national authorities. Nothing is "
        "matched by its wording."
    ),
    population=Population("stated_absences", "statements that coordination, data or a link is missing"),
    columns={
        "said": "said to be missing", "kind": "what sort", "about": "about", "documents": "said by", "same_source": "named by the same source",
        "other_source": "named by another source",
    },
    headline=_missing_and_shown,
    say=_one_statement,
    counts="have something on the same subject beside them",
    nothing="Beside none of these statements do the sources name anything on the same subject about the same body or country.",
    caveat=(
        "What is named need not be what is missing: a service on the same subject may do something else, one link says nothing of the others, and "
        "years may lie between the two. A statement without anything beside it is not confirmed by that."
    ),
    parameters=("country", "theme"),
    needs=(ABSENCES,),
    derive=_beside,
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (NOT_COVERED, SAID_AND_SHOWN)
