"""Questions about projects: who takes part in them together, which name no LRA, and which mention partners without a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed

PROJECTS = Need("projects", "at least one project", "a table of projects (projects.csv) with organisers and partners")
_ROLES = {"lra_organisers": "organiser", "lra_partners": "partner", "lra_funders": "funder"}


def partners_each_once(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    """The partners without a name of a project and of its parts in one list, each once."""
    return [{**row, "unnamed_partners": list(dict.fromkeys(words for part in row["unnamed_partners"] for words in part))} for row in rows]


def _without(asked: Asked) -> str:
    counts = [f"{_number(sum(not row[column] for row in asked.rows))} no LRA as {role}" for column, role in _ROLES.items()]
    none = [row for row in asked.rows if not any(row[column] for column in _ROLES)]
    offices = " Offices of the state that a report calls LRAs are counted as LRAs here." if asked.values.get("state_offices") else ""
    return f"Of {counted(asked.of, 'project')} described, {listed(counts)}; {_number(len(none))} none in any of the three roles.{offices}"


def _number(count: int) -> str:
    return f"{in_words(count) if count else 'none'} {'name' if count > 1 else 'names'}"


def _one_project(row: Row) -> str:
    named = [f"{role}: {listed(row[column])}" for column, role in _ROLES.items() if row[column]]
    missing = [role for column, role in _ROLES.items() if not row[column]]
    led = f", led by {listed(row['organisers'])}," if row["organisers"] and not row["lra_organisers"] else ""
    lras = f" (LRA named as {'; '.join(named)})" if named else ""
    unnamed = f"; it also mentions without names: {'; '.join(row['unnamed_partners'])}" if row["unnamed_partners"] else ""
    return f"{row['project']} ({row['country'] or 'no country stated'}){led} names no LRA as {listed(missing, last='or')}{lras}{unnamed}"


WITHOUT_LRA = Question(
    slug="projects-without-an-lra",
    title="Which projects name no LRA as organiser, as partner, as funder?",
    theme="Cooperation",
    definition=(
        "An LRA is an elected local or regional authority; offices of the state are not, though one report calls some of them so (count them "
        "with --state-offices). A project is described when an organiser, partner or funder of it is named."
    ),
    population=Population("projects_described", "projects of which an organiser, partner or funder is named"),
    columns={
        "project": "project", "country": "country", "case_study": "case study", "organisers": "organisers", "lra_organisers": "LRA as organiser",
        "lra_partners": "LRA as partner", "lra_funders": "LRA as funder", "unnamed_partners": "partners without a name",
    },
    headline=_without,
    say=_one_project,
    found=lambda row: not any(row[column] for column in _ROLES),
    counts="name no LRA in any of the three roles",
    nothing="Every project described names an LRA as organiser, as partner and as funder.",
    caveat=(
        "An empty cell means that no LRA is named in that role in these sources. Many projects mention partners without a name, and those may "
        "be LRAs. A project that a source only mentions, or that is named as carried out for a city, is not evidence of a role."
    ),
    parameters=("country", "state_offices"),
    needs=(PROJECTS,),
    derive=partners_each_once,
)  # fmt: skip


def _sharing(asked: Asked) -> str:
    across = [row for row in asked.rows if row["reach"] == "across borders"]
    within = len(asked.rows) - len(across)
    pairs = "; ".join(f"{row['project']}: {listed(row['lras'])}" for row in across)
    named = f" ({pairs})" if 0 < len(across) <= 4 else ""
    across_words, within_words = (f"{in_words(n) if n else 'none'} {'join' if n > 1 else 'joins'}" for n in (len(across), within))
    return (
        f"Among {counted(asked.of, 'project')} that name an organiser or partner, {across_words} named LRAs of two or more "
        f"countries{named} and {within_words} LRAs within one country. Projects often leave partners unnamed, so there may be more"
    )


def _one_shared(row: Row) -> str:
    unnamed = f"; it also mentions without names: {'; '.join(row['unnamed_partners'])}" if row["unnamed_partners"] else ""
    return f"{row['project']} joins {listed(row['lras'])} ({listed(row['countries'])}){unnamed}"


SHARING = Question(
    slug="lras-sharing-projects",
    title="Which LRAs share a named project, within a country and across borders?",
    theme="Cooperation",
    definition=(
        "Two LRAs share a project when each is named as organiser or partner of it (a tie of co-affiliation; Breiger 1974). "
        "One that only pays for it, or for which it is carried out, does not share it."
    ),
    population=Population("projects_with_participants", "projects that name at least one organiser or partner"),
    columns={
        "project": "project",
        "reach": "reach",
        "lras": "LRAs",
        "countries": "countries",
        "count": "LRAs named",
        "unnamed_partners": "partners without a name",
    },
    headline=_sharing,
    say=_one_shared,
    counts="join two or more named LRAs",
    nothing="No project names two LRAs as organiser or partner. Many leave partners unnamed, so this is not evidence that none is shared.",
    caveat=(
        "The sources describe most projects from their organiser's side and often leave partners unnamed. A project is looked at as a whole: LRAs that "
        "share it need not have been in it at one time. Cities for which a project is carried out (such as the twelve of ADMIN4ALL) are "
        "not its partners and are not counted."
    ),
    parameters=("country",),
    needs=(PROJECTS,),
    derive=partners_each_once,
)


def _unnamed(asked: Asked) -> str:
    found = Counter(row["named"] for row in asked.rows)
    few = found["one"] + found["nobody"]
    mention = f"{in_words(len(asked.rows))} {'mentions' if len(asked.rows) == 1 else 'mention'} partners without a name"
    names, is_ = ("names", "is") if few == 1 else ("name", "are")
    alone = f"; {in_words(few)} of these {names} no body or only one, and {is_} still not the work of one alone" if few else ""
    others = " That the others mention no such partners is not evidence that they had none." if len(asked.rows) < asked.of else ""
    return f"Of {counted(asked.of, 'project')} looked at, {mention}{alone}.{others}"


def _one_unnamed(row: Row) -> str:
    roles = {"organisers": ("organiser", "organisers"), "partners": ("named partner or supporter", "named partners or supporters")}
    named = [f"{listed(row[column])} ({words[len(row[column]) > 1]})" for column, words in roles.items() if row[column]]
    beside = f"beside {' and '.join(named)}, " if named else ""
    alone = {"one": ", so it is not the work of one body alone", "nobody": "; no organiser or partner is named"}.get(row["named"], "")
    return f"{beside}{row['project']} ({row['country'] or 'no country stated'}) mentions without a name: {'; '.join(row['unnamed_partners'])}{alone}"


UNNAMED = Question(
    slug="projects-with-unnamed-partners",
    title="Which projects mention partners without a name, and what are they called?",
    theme="Cooperation",
    definition=(
        "A source mentions others who take part in a project by what they are (associations, schools, municipalities) and not by name. A part of a project "
        "counts with the whole. Such a project has more participants than are named, and is never the work of one body alone."
    ),
    population=Population("projects", "projects of the sources"),
    columns={
        "project": "project", "country": "country", "case_study": "case study", "unnamed_partners": "partners without a name", "organisers": "organisers",
        "partners": "named partners and supporters", "named": "bodies named",
    },
    headline=_unnamed,
    say=_one_unnamed,
    counts="mention partners without a name",
    nothing="No project mentions partners without a name. The sources describe many projects in a line or two, so this is not evidence that all are named.",
    caveat=(
        "The words are ours for those of the source, and some stand for many bodies, some for one. Who they are can only be learned from the organisers. "
        "Numbers of links, bridging positions and shared projects are minimums for these projects."
    ),
    parameters=("country",),
    needs=(PROJECTS,),
    would_help="the names of the partners, from the organisers",
    derive=partners_each_once,
)  # fmt: skip

QUESTIONS = (SHARING, WITHOUT_LRA, UNNAMED)
