"""Questions about what is done, and where."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed

DIMENSIONS_LOADED = Need("dimensions", "projects with a dimension of integration", "projects.csv with the column dimension filled")
# As the Cypher says it.
_NO_COUNTRY = "country not stated"
_WORDS = {"political_legal": "political and legal", "socio_economic": "socio-economic", "cultural": "cultural"}


def _dimensions(asked: Asked) -> str:
    totals = {name: sum(row[name] for row in asked.rows) for name in _WORDS}
    told = listed(f"{in_words(count) if count else 'none'} {_WORDS[name]}" for name, count in totals.items())
    placed = [row for row in asked.rows if row["country"] != _NO_COUNTRY]
    one_only = [row["country"] for row in placed if row["total"] == 1]
    single = f". {listed(one_only)} have one project each" if len(one_only) > 1 else ""
    elsewhere = sum(row["total"] for row in asked.rows) - sum(row["total"] for row in placed)
    where = [f"in {counted(len(placed), 'country', 'countries')}"] if placed else []
    where += [f"{in_words(elsewhere)} without a stated country"] if elsewhere else []
    return f"{counted(asked.of, 'project')} {'has' if asked.of == 1 else 'have'} a dimension, {', '.join(where)}: {told}{single}"


def _one_country(row: Row) -> str:
    parts = [f"{in_words(row[name])} {_WORDS[name]} ({'; '.join(row[f'{name}_projects'])})" for name in _WORDS if row[name]]
    none = [_WORDS[name] for name in _WORDS if not row[name]]
    without = f"; none described is {listed(none, last='or')}" if none else ""
    return f"{row['country']}: {listed(parts)}{without}"


DIMENSIONS = Question(
    slug="dimensions-by-country",
    title="Which dimensions of integration do the projects of each country address?",
    theme="Practice",
    definition="The three dimensions of CSES 2013, section 2.3: political and legal, socio-economic, cultural; each project has one.",
    population=Population("projects_with_dimension", "projects to which a source gives a dimension"),
    columns={
        "country": "country", "political_legal": "political and legal", "socio_economic": "socio-economic", "cultural": "cultural", "total": "all",
        "political_legal_projects": "political and legal projects", "socio_economic_projects": "socio-economic projects",
        "cultural_projects": "cultural projects",
    },
    headline=_dimensions,
    say=_one_country,
    counts="are in the countries shown",
    count=lambda rows: sum(row["total"] for row in rows if row["country"] != _NO_COUNTRY),
    nothing="No project with a dimension is in the scope that was asked for.",
    caveat=(
        "The case studies were chosen as good practice from a survey and a website, not as a sample: a country without a dimension here may "
        "well have such projects. Only CSES 2013 gives dimensions."
    ),
    parameters=("country",),
    needs=(DIMENSIONS_LOADED,),
)  # fmt: skip


SHOWN = 12  # More names than these are counted in a sentence, not listed.


def few(names: Sequence[str], sep: str = "") -> str:
    """The names in brackets when they are few."""
    return f" ({sep.join(names) if sep else listed(names)})" if 0 < len(names) <= SHOWN else ""


def facts_in(texts: Iterable[Sequence[str]]) -> list[Mapping[str, str]]:
    """The facts of a project and its parts that are not rejected, in one order."""
    found = [json.loads(text) for part in texts for text in part]
    kept = [fact for fact in found if fact["reading"] in ("accepted", "open")]
    return sorted(kept, key=lambda fact: [fact.get(key, "") for key in ("reading", "property", "year", "value", "qualifier")])


def with_details(words: str, fact: Mapping[str, str]) -> str:
    """``internal (every year; 2012)``."""
    details = [fact[key] for key in ("qualifier", "year") if fact.get(key) and fact[key] not in words]
    if len(details) == 2 and details[1] in details[0]:
        details.pop()
    return f"{words} ({'; '.join(details)})" if details else words


def evidence_in(facts: Iterable[Mapping[str, Any]]) -> list[str]:
    return [passage for fact in facts for passage in fact["evidence"]]


def project_words(row: Row) -> str:
    return f"{row['project']} ({row['country'] or 'no country stated'})"


# --- themes ------------------------------------------------------------------------------------------------------------

THEMES_LOADED = Need("practice_with_theme", "projects, services or policies with a theme", "relationships.csv with rows of the type ADDRESSES")


_THEME_COLUMNS = ("subjects", "groups", "none_on_subjects", "none_on_groups")


def _theme(name: str) -> str:
    return f"{name.removeprefix('Group: ')} (group)" if name.startswith("Group: ") else name


def _people(names: Iterable[str]) -> list[str]:
    return [name.removeprefix("Group: ") for name in names]


def _themes(asked: Asked) -> str:
    countries = counted(len(asked.rows), "country", "countries")
    there = Counter(name for row in asked.rows for name in (*row["subjects"], *row["groups"]))
    if asked.values.get("theme"):
        return _one_theme(asked)
    themes = len({name for row in asked.rows for column in _THEME_COLUMNS for name in row[column]})
    if len(asked.rows) == 1:
        (row,) = asked.rows
        return (
            f"{row['country']}: what is described addresses {in_words(len(there))} of the {in_words(themes)} themes that occur anywhere; "
            "that nothing described addresses the others is not evidence that nothing there does"
        )
    most = max(there.values())
    all_of_them = f"all {in_words(themes)}" if len(there) == themes else f"{in_words(len(there))} of the {in_words(themes)}"
    widest = sorted(_theme(name) for name, count in there.items() if count == most)
    return (
        f"Projects, services and policies in {countries} address {all_of_them} themes that occur anywhere; "
        f"in most countries: {listed(widest)} ({in_words(most)} of {in_words(len(asked.rows))}). "
        "That nothing described in a country addresses a theme is not evidence that nothing there does"
    )


def _one_theme(asked: Asked) -> str:
    (theme,) = {_theme(name) for row in asked.rows for column in _THEME_COLUMNS for name in row[column]}
    if len(asked.rows) == 1:
        return f"{theme} is addressed by something described in {asked.rows[0]['country']}"
    with_it = [row["country"] for row in asked.rows if row["subjects"] or row["groups"]]
    without = len(asked.rows) - len(with_it)
    rest = f"; in {'the other ' if with_it else ''}{in_words(without)} nothing described does, which is not evidence that nothing there does"
    countries = counted(len(asked.rows), "country", "countries")
    return f"{theme} is addressed by something described in {in_words(len(with_it))} of {countries}{few(with_it)}{rest if without else ''}"


def _missing(row: Row) -> str:
    groups = _people(row["none_on_groups"])
    people = f"the {'group' if len(groups) == 1 else 'groups'} {listed(groups, last='or')}" if groups else ""
    return "; or ".join(filter(None, (listed(row["none_on_subjects"], last="or"), people)))


def _themes_of(row: Row) -> str:
    things = [(row["projects"], "project"), (row["services"], "service"), (row["policies"], "policy")]
    counts = listed(counted(len(names), noun, "policies" if noun == "policy" else None) for names, noun in things if names)
    more = f"; for {in_words(row['without_theme'])} more no theme is recorded" if row["without_theme"] else ""
    missing = _missing(row)
    if not counts:
        return f"{row['country']}: nothing described addresses {missing} (looked at: {in_words(row['described'])} with a theme{more})"
    if sum(len(row[column]) for column in _THEME_COLUMNS) == 1:
        names = "; ".join(name for found, _ in things for name in found)
        return f"{row['country']}: addressed by {counts}: {names}{more}"
    subjects = f"subjects: {listed(row['subjects'])}" if row["subjects"] else "no subject"
    groups = f"groups: {listed(_people(row['groups']))}" if row["groups"] else "no group of people"
    without = f". None described addresses {missing}" if missing else ""
    return f"{row['country']} ({counts}): {subjects}; {groups}{more}{without}"


THEMES = Question(
    slug="themes-by-country",
    title="Which themes do the projects, services and policies of each country address, and which does none described there address?",
    theme="Practice",
    definition=(
        "A theme is a subject (housing) or a group of people (women); a project, service or policy addresses it when a source says so. Only "
        "themes that something described in any country or across countries addresses are looked for. A part of a project counts with the whole."
    ),
    population=Population("things_with_theme", "projects, services and policies of a country for which a theme is recorded"),
    columns={
        "country": "country", "subjects": "subjects", "groups": "groups of people", "none_on_subjects": "subjects that none described addresses",
        "none_on_groups": "groups that none described addresses", "projects": "projects", "services": "services", "policies": "policies",
        "described": "with a theme", "without_theme": "with no theme recorded",
    },
    headline=_themes,
    say=_themes_of,
    counts="are in the countries shown",
    count=lambda rows: sum(len(row[kind]) for row in rows for kind in ("projects", "services", "policies")),
    nothing="Nothing described in the scope that was asked for has a theme recorded.",
    caveat=(
        "The sources chose what they describe: case studies of good practice, and profiles of twelve cities. A theme that none described "
        "addresses may well be addressed there, and what is described in more detail shows more themes. A project of several countries is of none of them."
    ),
    parameters=("country", "theme"),
    needs=(THEMES_LOADED,),
)  # fmt: skip


# --- take-up -----------------------------------------------------------------------------------------------------------

TAKE_UP = Need("take_up", "projects of which a source says what became of them", "facts.csv with rows about replication or continuation, or FOLLOWS links")
_UPTAKE = ("taken up elsewhere", "followed or continued", "planned", "stated not taken up", "unclear")
_NOT_TAKEN_UP = ("none", "no")
# That it could be done is an opinion.
_OPINION = "judged possible"


def _taken_up(rows: Sequence[Row], _: Values) -> list[Row]:
    found = [row for row in map(_one_take_up, rows) if row is not None]
    return sorted(found, key=lambda row: _UPTAKE.index(row["answer"]))


def _one_take_up(row: Row) -> Row | None:
    read = facts_in(row["facts"])
    facts = [fact for fact in read if fact["reading"] == "accepted"]
    repeated = [fact for fact in facts if fact["property"].startswith("replicat") and fact["value"] != _OPINION]
    # What is left open counts only where nothing is certain.
    unsure = [fact for fact in read if fact["reading"] == "open" and fact["property"].startswith("replicat")]
    later = [fact for fact in facts if fact["property"] in ("continuation", "spin_off")]
    taken_up = [_taken_up_as(fact) for fact in repeated if fact["value"] not in _NOT_TAKEN_UP]
    denied = [with_details("not taken up", fact) for fact in repeated if fact["value"] in _NOT_TAKEN_UP]
    continued = [with_details(fact["value"], fact) for fact in later if fact["value"] != "planned"]
    planned = [
        *(f"planned: {one}" for one in row["intended"]),
        *(with_details("planned: continuation", fact) for fact in later if fact["value"] == "planned"),
    ]
    # A link that is stated to be absent says the same as the fact, with a place.
    not_taken_up = denied or [f"stated to be absent: {one}" for one in row["not_in"]]
    if taken_up:
        answer = "unclear" if not_taken_up else "taken up elsewhere"
    elif row["followed_by"] or continued:
        answer = "followed or continued"
    elif not_taken_up or planned:
        answer = "stated not taken up" if not_taken_up else "planned"
    elif unsure:
        answer = "unclear"
    else:
        return None
    left_open = [] if repeated else [_replicated(fact) for fact in unsure]
    return {
        "project": row["project"], "country": row["country"], "case_study": row["case_study"], "answer": answer, "taken_up": taken_up,
        "followed_by": row["followed_by"], "continued": continued, "planned": planned, "not_taken_up": not_taken_up, "left_open": left_open,
        "evidence": [row["evidence"], evidence_in(facts), evidence_in(unsure) if left_open else []],
    }  # fmt: skip


def _taken_up_as(fact: Mapping[str, str]) -> str:
    """``taken up elsewhere (by other NGOs)``; a value that says more than yes is told."""
    return with_details("taken up elsewhere" if fact["value"] in ("yes", _OPINION) else f"taken up elsewhere: {fact['value']}", fact)


def _replicated(fact: Mapping[str, str]) -> str:
    """One reading of whether it was taken up, where none is certain."""
    if fact["value"] in (*_NOT_TAKEN_UP, _OPINION):
        return with_details(_OPINION if fact["value"] == _OPINION else "not taken up", fact)
    return _taken_up_as(fact)


def _take_up(asked: Asked) -> str:
    by_answer = {answer: [row["project"] for row in asked.rows if row["answer"] == answer] for answer in _UPTAKE}
    words = {
        "taken up elsewhere": "that the practice was taken up elsewhere", "followed or continued": "that another project followed or that it was continued",
        "planned": "that this is planned", "stated not taken up": "that it was not taken up elsewhere",
        "unclear": "what leaves it open whether it was taken up",
    }  # fmt: skip
    parts = [f"of {in_words(len(names))} {words[answer]}{few(names, sep='; ')}" for answer, names in by_answer.items() if names]
    silent = asked.of - len(asked.rows)
    rest = f"; of {'the other one' if silent == 1 else f'the other {in_words(silent)}'} they say neither" if silent else ""
    named = f"{counted(asked.of, 'project')} {'is' if asked.of == 1 else 'are'} named"
    return f"{named}: the sources say {listed(parts)}{rest}"


def _say_take_up(row: Row) -> str:
    parts = [
        *row["taken_up"], *(f"followed by {name}" for name in row["followed_by"]), *(f"continued: {one}" for one in row["continued"]),
        *row["planned"], *row["not_taken_up"], *([f"left open: {' or '.join(row['left_open'])}"] if row["left_open"] else []),
    ]  # fmt: skip
    return f"{project_words(row)}: {'; '.join(parts)}"


TAKEN_UP = Question(
    slug="practice-taken-up",
    title="Which practices are stated to have been taken up elsewhere or continued, and which not?",
    theme="Practice",
    definition=(
        "Taken up: a source says that a project was replicated elsewhere, that another project followed it, that it was continued, or that its "
        "method or something that came of it lived on after its end. Planned: a source says that this was intended, not whether it was done. Not "
        "taken up: a source says so. Unclear: a source says both, or can be read in two ways. That a project could be replicated is an opinion and "
        "does not count. A phase that follows another phase of one project is no take-up."
    ),
    population=Population("projects", "projects named in the sources"),
    columns={
        "project": "project", "country": "country", "case_study": "case study", "answer": "taken up?", "taken_up": "taken up elsewhere",
        "followed_by": "followed by", "continued": "continued", "planned": "planned", "not_taken_up": "not taken up", "left_open": "left open",
    },
    headline=_take_up,
    say=_say_take_up,
    found=lambda row: row["answer"] in ("taken up elsewhere", "followed or continued"),
    counts="are stated to have been taken up, followed or continued",
    nothing="The sources say of no project in this scope that it was taken up elsewhere, nor that it was not. That is not evidence of either.",
    caveat=(
        "CSES 2013 asked what scope there is for replication, not what was replicated; most answers are opinions. Where a practice was taken up "
        "is often not named. A project of which nothing is said may have been taken up."
    ),
    parameters=("country",),
    needs=(TAKE_UP,),
    derive=_taken_up,
)  # fmt: skip

QUESTIONS = (DIMENSIONS, THEMES, TAKEN_UP)
