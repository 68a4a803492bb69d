"""Questions about LRAs and civil society: migrant organisations, NGOs, universities, observatories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.queries.vertical import accepted_facts, each_once, in_parts, meeting_years, met
from interlocal.text import counted, in_words, listed

# Which kinds of organisation or service stand in which column, in words for people.
GROUPS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "migrants": ("migrant organisations", ("migrant_organisation",)),
    "ngos": ("NGOs", ("NGO", "association", "foundation")),
    "research": ("universities and research bodies", ("university", "research")),
    "observatories": ("observatories", ("observatory",)),
}
# Headings of the city profiles: all speak of who supports migrants, but the one on the three Austrian towns has none on research (A 1220-1297).
NO_HEADING_ON_RESEARCH = ("lra:at/bruck-an-der-leitha", "lra:at/korneuburg", "lra:at/tulln")
ON_RESEARCH = ("research", "observatories")

_MIGRANTS, _BODIES = "(migrant|foreigner|refugee|third-country)", "(organisation|association|communit)"
_OF_MIGRANTS = re.compile(f"{_MIGRANTS}.*{_BODIES}|{_BODIES}.*{_MIGRANTS}", re.IGNORECASE)
_OF_NGOS = re.compile(r"\bNGOs?\b(?! worker)|third[- ]sector|civil society|voluntary (organisation|sector)|non-governmental", re.IGNORECASE)
_OF_ASSOCIATIONS = re.compile(r"association", re.IGNORECASE)
_OF_RESEARCH = re.compile(r"universit|research|academ", re.IGNORECASE)
_OF_OBSERVATORIES = re.compile(r"observator", re.IGNORECASE)
# Partners without a name of which the words say that they are of another kind: these leave no group open.
_OF_NO_GROUP = re.compile(r"religious|parish|church|trade union|\bsports?\b|institutions (for|responsible)|\bschools?\b|kindergarten", re.IGNORECASE)
_ORDER = ("named", "without a name", "stated to be absent", "left open", "none stated", "unknown")


def says(group: str, words: str) -> bool:
    """Whether partners that a source mentions without a name are of that group, by the words."""
    migrants = bool(_OF_MIGRANTS.search(words))
    return {
        "migrants": migrants,
        "ngos": bool(_OF_NGOS.search(words) or (_OF_ASSOCIATIONS.search(words) and not migrants)),
        "research": bool(_OF_RESEARCH.search(words)),
        "observatories": bool(_OF_OBSERVATORIES.search(words)),
    }[group]


def leaves_open(group: str, words: str) -> bool:
    """Whether partners that a source mentions without a name may be of that group, by the words: NGOs may be of migrants, and are no university."""
    third_sector = says("ngos", words) or says("migrants", words)
    return not _OF_NO_GROUP.search(words) and not (third_sector and group in ON_RESEARCH)


class Beside(NamedTuple):
    """Who or what is recorded beside an LRA: by name and id, its kind, words for those without a name, the passages."""

    name: str
    id: str
    kind: str
    words: Sequence[str]
    passages: Sequence[Any]


_WHAT = ("named", "unnamed", "place", "planned", "absent", "looked")


def _rows(rows: Sequence[Row], _: Values) -> list[Row]:
    lras = sorted((lra for row in rows if row["what"] == "LRA" for lra in row["lras"]), key=lambda lra: (lra[2] is None, lra[2], lra[1], lra[0]))
    recorded: dict[str, dict[str, list[Beside]]] = defaultdict(_nothing)
    for row in rows:
        if row["what"] == "LRA":
            continue
        things = [(Beside(name, one, kind, words, theirs), meeting_years(*years)) for one, name, kind, words, theirs, *years in row["things"]]
        for lra, mine, *years in row["lras"]:
            when = meeting_years(*years)
            recorded[lra][row["what"]] += [thing._replace(passages=[mine, thing.passages]) for thing, theirs in things if met(when, theirs)]
    # Of most LRAs of a loaded list of places nothing is recorded: they have one row in common, but for who they are.
    nothing = _row(("", "", None, None, ()), _nothing())
    told = [
        _row(lra, recorded[lra[0]]) if lra[0] in recorded or lra[4] else {**nothing, "lra": lra[1], "country": lra[2], "level": lra[3]} for lra in lras
    ]  # fmt: skip
    return sorted(told, key=lambda row: _ORDER.index(row["answer"]))


def _nothing() -> dict[str, list[Beside]]:
    return {what: [] for what in _WHAT}


def _row(lra: Sequence[Any], found: Mapping[str, Sequence[Beside]]) -> Row:
    identifier, lra_name, country, level, about = lra
    recorded = {what: sorted(some, key=itemgetter(0, 1)) for what, some in found.items()}
    facts, plans = (accepted_facts(about, name) for name in ("unnamed_partners", "planned_unnamed_partners"))
    unnamed = each_once(
        [part for fact in facts for part in in_parts(fact)]
        + [part for one in recorded["unnamed"] for words in one.words for part in in_parts({"value": words})]
    )
    named, absent = ({group: _of_group(recorded[what], group) for group in GROUPS} for what in ("named", "absent"))
    looked = {group: bool(recorded["looked"]) and not (group in ON_RESEARCH and identifier in NO_HEADING_ON_RESEARCH) for group in GROUPS}
    answers = {group: _answer(group, bool(named[group]), bool(absent[group]), looked[group], unnamed) for group in GROUPS}
    linked = {one.id for one in recorded["named"]}
    shown = [one.passages for what in _WHAT for one in recorded[what]]
    return {
        "lra": lra_name, "country": country, "level": level,
        "answer": min(("unknown" if answer == "not looked for" else answer for answer in answers.values()), key=_ORDER.index),
        **{column: value for group in GROUPS for column, value in ((group, list(named[group].values())), (f"{group}_answer", answers[group]))},
        "unnamed": unnamed, "in_the_place": list({one.id: one.name for one in recorded["place"] if one.id not in linked}.values()),
        "planned": [*{one.id: one.name for one in recorded["planned"]}.values(), *(part for fact in plans for part in in_parts(fact))],
        "absent": list({one.id: one.name for one in recorded["absent"]}.values()),
        "evidence": [shown, [fact["evidence"] for fact in (*facts, *plans)]],
    }  # fmt: skip


def _of_group(found: Iterable[Beside], group: str) -> dict[str, str]:
    return {one.id: one.name for one in found if one.kind in GROUPS[group][1]}


def _answer(group: str, named: bool, absent: bool, looked: bool, unnamed: Sequence[str]) -> str:
    """What is stated about one group: partners of which a source gives neither name nor kind may be of any."""
    if named:
        return "named"
    if any(says(group, words) for words in unnamed):
        return "without a name"
    if absent:
        return "stated to be absent"
    if not looked:
        return "not looked for"
    return "left open" if any(leaves_open(group, words) for words in unnamed) else "none stated"


def _said(asked: Asked) -> str:
    by_answer = {answer: [row for row in asked.rows if row["answer"] == answer] for answer in _ORDER}
    some, without = by_answer["named"], len(by_answer["without a name"])
    counts = [
        f"{in_words(count)} with {words}" for group, (words, _) in GROUPS.items() if (count := sum(row[f"{group}_answer"] == "named" for row in asked.rows))
    ]
    named = "none has a stated link with a named body"
    if some:
        several = sum(sum(row[f"{group}_answer"] == "named" for group in GROUPS) for row in some) > len(some)
        kinds = "; some with more than one kind" if several and len(some) > 1 else ""
        named = f"{in_words(len(some))} {'have' if len(some) > 1 else 'has'} a stated link with named bodies ({listed(counts)}{kinds})"
    more = f"; {in_words(without)} {'have' if without > 1 else 'has'} partners of these kinds without a name only" if without else ""
    absent = f"; stated that such bodies have no part: {_lras(by_answer['stated to be absent'])}" if by_answer["stated to be absent"] else ""
    unknown = len(by_answer["unknown"])
    others = f" For {in_words(unknown)} of them no such link is stated, and these sources did not look for one." if unknown else ""
    return f"Of {counted(asked.of, 'LRA')} looked at, {named}{more}{absent}.{_where_looked(asked.rows)}{others}"


def _lras(rows: Iterable[Row]) -> str:
    return listed(sorted(row["lra"] for row in rows))


def _where_looked(rows: Sequence[Row]) -> str:
    """What the source looked for and states no link of, by group."""
    none = {words: _lras(row for row in rows if row[f"{group}_answer"] == "none stated") for group, (words, _) in GROUPS.items()}
    said = "; ".join(f"{words}: {lras}" for words, lras in none.items() if lras)
    open_for = _lras(row for row in rows if row["answer"] == "left open")
    looked = f" Where a source looked (the city profiles of ADMIN4ALL), it states no link with – {said}." if said else ""
    return f"{looked} It leaves partners without a name, of whatever kind, for {open_for}." if open_for else looked


def _one(row: Row) -> str:
    where = f"{row['lra']} ({row['country']})" if row["country"] else row["lra"]
    parts = [f"{GROUPS[group][0]}: {listed(row[group])}" for group in GROUPS if row[group]]
    for answer, words in (
        ("without a name", "stated without a name for"), ("none stated", "looked for, and no link is stated with"),
        ("left open", "looked for and left open, because partners are mentioned without names, for"), ("not looked for", "not looked for by these sources:"),
    ):  # fmt: skip
        groups = [GROUPS[group][0] for group in GROUPS if row[f"{group}_answer"] == answer]
        if groups and not (answer == "not looked for" and row["answer"] == "unknown"):
            parts.append(f"{words} {listed(groups, last='and' if answer == 'without a name' else 'or')}")
    if row["answer"] == "unknown":
        parts.append("no such link is stated, and these sources did not look for one")
    if row["unnamed"]:
        parts.append(f"mentioned without names: {listed(row['unnamed'])}")
    if row["absent"]:
        parts.append(f"stated to have no part: {listed(row['absent'])}")
    if row["in_the_place"]:
        parts.append(f"named in the place without a link: {listed(row['in_the_place'])}")
    if row["planned"]:
        parts.append(f"planned with: {listed(row['planned'])}")
    return f"{where}: {'; '.join(parts)}"


BODIES = Need(
    "civil_society", "LRAs and at least one organisation of civil society or research",
    "tables of LRAs (lras.csv) and of organisations with their kind (organisations.csv)",
)  # fmt: skip

CIVIL_SOCIETY = Question(
    slug="lras-and-civil-society",
    title="Which LRAs have a stated link with migrant organisations, NGOs, universities or observatories, and where did the source look and state none?",
    theme="Civil society",
    definition=(
        "A link is stated cooperation or money, a part of both in one project, service or local table; to evaluate a project, or to sit in the place, is "
        "none, and neither is a part in one project in years that exclude each other. NGOs include associations and foundations. A source looked where it "
        "describes who supports migrants in a city and what research there is: the twelve city profiles of ADMIN4ALL 2016 do (three Austrian "
        "towns share one, without a heading on research)."
    ),
    population=Population("lras", "LRAs named in the sources"),
    columns={
        "lra": "LRA", "country": "country", "level": "level", "answer": "answer",
        "migrants": "migrant organisations", "migrants_answer": "migrant organisations: stated?", "ngos": "NGOs", "ngos_answer": "NGOs: stated?",
        "research": "universities, research", "research_answer": "universities, research: stated?",
        "observatories": "observatories", "observatories_answer": "observatories: stated?",
        "unnamed": "without a name", "in_the_place": "there, no link stated", "planned": "planned with", "absent": "stated to have no part",
    },
    headline=_said,
    say=_one,
    derive=_rows,
    found=lambda row: row["answer"] in ("named", "without a name"),
    counts="have a stated link with bodies of these kinds, named or not",
    nothing="No LRA is loaded of which this could be told.",
    caveat=(
        "“None stated” means that a profile describes such bodies in the city, or has a heading for them, and states no link with the LRA; it is not “there "
        "is none”. “Left open” means that such a profile mentions partners without a name, in words that do not say that they are of another kind. CSES 2013 "
        "describes single projects, so it did not look for links as such. Partners without a name are sorted by the words of the source (“refugee "
        "associations” may be of refugees or for them). Trade unions and religious bodies are not counted, nor are links through a third body. Links are of "
        "any time that the sources describe."
    ),
    would_help="agreements between LRAs and associations, as a table of links (relationships.csv)",
    parameters=("country", "level", "scope"),
    needs=(BODIES,),
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (CIVIL_SOCIETY,)
