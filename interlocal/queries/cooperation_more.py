"""Questions about who works with several LRAs, who joined for a phase, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter

from interlocal.graph.schema import RELATIONSHIP_TYPES
from interlocal.queries.cooperation import PROJECTS
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, number_are

# --- several LRAs --------------------------------------------------------------------------------------------------------

# How an organisation is recorded beside an LRA, in the order in which it is told; {} is what the link goes through.
_WAYS = {
    "cooperation": "cooperation with",
    "project": "the project {} with",
    "service": "the service {} with",
    "network": "{} with",
    "project for": "the project {}, carried out for",
    "service for": "the service {}, run for",
}
_FOR = ("project for", "service for")
_PLACES, _WORDS = {way: place for place, way in enumerate(_WAYS)}, tuple(_WAYS.values())
# Way, what it goes through and its id, LRA, its id and country; the last three are empty for a coalition by itself.
Tie = tuple[str, str, str, str, str, str]
# Of an organisation: the rows in which it stands, and itself in each: id, name, kind, country, kind of link, passages.
Meetings = list[tuple[Row, list[str]]]


def _with_ways(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """The organisations that are in several coalitions or beside several LRAs, those with most first."""
    meetings: dict[str, Meetings] = {}
    for row in rows:
        for body in row["bodies"]:
            meetings.setdefault(body[0], []).append((row, body))
    # One organisation after the other: the links of all at once would fill the memory.
    found = [(_one_organisation(met), body) for body, met in meetings.items()]
    several = [(row, body) for row, body in found if len(row["coalitions"]) > 1 or len(row["lras"]) + len(row["served"]) > 1]
    several.sort(key=lambda one: (*(-len(one[0][column]) for column in ("lras", "coalitions", "served")), one[0]["organisation"], one[1]))
    return [row for row, _ in several if values.get("country") in (None, row["country"], *row["countries"])]


def _one_organisation(meetings: Meetings) -> Row:
    _, name, kind, country, *_ = meetings[0][1]
    found, evidence = _ties(meetings)
    ties = sorted(found, key=itemgetter(3, 4))
    beside = {tie[4]: tie for tie in ties if tie[4] and tie[0] not in _FOR}
    served = {tie[4]: tie for tie in ties if tie[0] in _FOR and tie[4] not in beside}
    return {
        "organisation": name, "kind": kind, "country": country,
        "coalitions": [through for through, _ in sorted(tie[1:3] for tie in ties if tie[0] == "coalition")],
        "lras": [tie[3] for tie in beside.values()], "served": [tie[3] for tie in served.values()],
        "countries": sorted({tie[5] for tie in ties} - {""}), "through": _in_words(ties), "evidence": list(evidence),
    }  # fmt: skip


def _ties(meetings: Meetings) -> tuple[set[Tie], set[str]]:
    """The links of an organisation with LRAs, and the passages for them; two that only support a thing need not meet in it."""
    ties: set[Tie] = set()
    evidence: set[str] = set()
    for row, (_, _, _, _, link, *passages) in meetings:
        way, through, through_id = row["way"], row["through"], row["through_id"]
        lras = [lra for lra in row["lras"] if lra[3] not in ("SUPPORTS", "SERVES")] if link == "SUPPORTS" else row["lras"]
        if way == "network":
            ties.add(("coalition", through, through_id, "", "", ""))
        if way == "network" or lras:
            evidence.update(passages)
        for lra, name, country, other, *more in lras:
            ties.add((f"{way} for" if other == "SERVES" else way, through, through_id, name, lra, country or ""))
            evidence.update(more)
    return ties, evidence


def _in_words(ties: Iterable[Tie]) -> Sequence[str]:
    """One text for each thing that links of one way go through, with the LRAs at the other end."""
    found: dict[tuple[int, str, str], list[str]] = {}
    for way, through, through_id, lra, *_ in ties:
        if way in _PLACES:
            found.setdefault((_PLACES[way], through, through_id), []).append(lra)
    return [f"{_WORDS[place].format(through)} {listed(lras)}" for (place, through, _), lras in sorted(found.items())]


def _several(asked: Asked) -> str:
    coalitions, beside = (sum(len(row[column]) > 1 for row in asked.rows) for column in ("coalitions", "lras"))
    others = sum(len(row["coalitions"]) < 2 and len(row["lras"]) < 2 for row in asked.rows)
    only = f"; {number_are(others)} recorded with several only when LRAs count for which a project or service was carried out" if others else ""
    return (
        f"Of {counted(asked.of, 'organisation')} recorded in a coalition or local platform, or as working with or for an LRA, "
        f"{number_are(coalitions)} recorded in more than one coalition or local platform and {number_are(beside)} recorded as working with more than "
        f"one LRA{only}. Few members and partners are named, so there may be more"
    )


def _one_body(row: Row) -> str:
    alone = [name for name in row["coalitions"] if not any(words.startswith(f"{name} with ") for words in row["through"])]
    return f"{row['organisation']} is named {'; '.join(f'in {words}' for words in [*alone, *row['through']])}"


SEVERAL = Question(
    slug="bodies-working-with-several-lras",
    title="Which organisations are in several coalitions or local platforms, or work with several LRAs, and through what?",
    theme="Cooperation",
    definition=(
        "An organisation works with an LRA when cooperation is stated, when both have a part in one project, service, coalition or local platform, or when "
        "it runs or supports a service of the LRA. A project or service carried out for an LRA is told apart: the LRA is not its partner. Links that ended "
        "count too, memberships that ended do not; money and a seat in a place are no cooperation. Who is in two groups may carry word between them "
        "(Breiger 1974)."
    ),
    population=Population("organisations_beside_lras", "organisations recorded in a coalition or local platform, or as working with or for an LRA"),
    columns={
        "organisation": "organisation", "kind": "kind", "country": "country", "coalitions": "coalitions and local platforms", "lras": "works with LRAs",
        "served": "other LRAs that a project or service is for", "countries": "countries of the LRAs", "through": "through",
    },
    headline=_several,
    say=_one_body,
    counts="are recorded in more than one coalition or local platform, or with more than one LRA",
    nothing=(
        "No organisation is recorded in more than one coalition or local platform, or with more than one LRA. The sources name few members and partners, "
        "so this is not evidence that none is."
    ),
    caveat=(
        "The sources describe each LRA and project by itself and name few partners, and of most coalitions no list of members is loaded: an organisation "
        "that is not shown may work with several all the same. Branches with a name of their own (of one association, in two cities or countries) are "
        "counted apart."
    ),
    parameters=("country",),
    needs=(
        Need(
            "organisations_beside_lras", "organisations with their projects, services or coalitions",
            "a table of relationships (relationships.csv) of organisations, LRAs, projects and coalitions",
        ),
    ),
    would_help="lists of members of coalitions and local platforms, and of the partners of projects",
    derive=_with_ways,
)  # fmt: skip


# --- for a phase ---------------------------------------------------------------------------------------------------------


def _period(since: str | None, until: str | None) -> str:
    """``2003–2006``, ``2010``, ``from 2014``, ``until 2008``; empty when neither is stated."""
    if since and until:
        return since if since == until else f"{since}–{until}"
    return f"from {since}" if since else f"until {until}" if until else ""


def _of_a_project(row: Row) -> str:
    lasted = "went on when the source was written" if row["project_end"] == "ongoing" else ""
    years = _period(row["project_start"], None if lasted else row["project_end"])
    return ", ".join(part for part in (years, lasted) if part)


def _phases(asked: Asked) -> str:
    projects: dict[str, list[str]] = {}
    for row in asked.rows:
        projects.setdefault(row["project"], []).append(row["body"])
    named = "; ".join(f"{project}: {listed(bodies)}" for project, bodies in projects.items())
    told = f" ({named})" if len(projects) <= 4 else ""
    return (
        f"Of {counted(asked.of, 'named body', 'named bodies')} in projects, each counted once a project, {number_are(len(asked.rows))} recorded for a phase, "
        f"a part or some of its years only{told}. Most others are named without years of their own, so there may be more"
    )


def _one_phase(row: Row) -> str:
    role = "; ".join(row["as_stated"]) or listed(row["roles"])
    where = f", within {listed(row['parts'])}," if row["parts"] else ""
    years = _period(row["since"], row["until"])
    whole = _of_a_project(row)
    when = f", {years}" if years else ""
    return f"The part of {row['body']} in {row['project']}{f' ({whole})' if whole else ''}{where} is recorded as: {role}{when}"


PHASES = Question(
    slug="joined-for-a-phase",
    title="Who joined a project only for a phase or part of it?",
    theme="Cooperation",
    definition=(
        "A body is named as organiser, partner or supporter of a project, or as a place where it was carried out, and each such mention is bound: to a part of "
        "the project (a phase, an event), to years that begin after the project or end before it, or to a role that the source says is of a phase. Years are "
        "compared, not months. Funders are left out, because the years of a sum are not those of the funder's part."
    ),
    population=Population("participations", "named bodies in projects (each once a project)"),
    columns={
        "body": "who", "sort": "kind", "project": "project", "country": "country", "roles": "part in it", "as_stated": "as stated", "parts": "named in",
        "since": "from", "until": "until", "project_start": "project from", "project_end": "project until", "how": "how it shows",
    },
    headline=_phases,
    say=_one_phase,
    counts="are recorded for a phase, a part or some of its years only",
    nothing="Nobody is stated to have joined for a phase only. The sources seldom give years for each partner, so this is not evidence that all stayed.",
    caveat=(
        "The sources seldom date the part of one partner, or the project itself; then it cannot be seen who joined late or left early, and nobody is shown. "
        "That a body is named for some years is not evidence that it had no part in the others, nor of why."
    ),
    parameters=("country",),
    needs=(
        PROJECTS,
        Need("phases", "the years or parts of projects", "start and end of projects (facts.csv), or their parts, with who took part (relationships.csv)"),
    ),
    would_help="the years in which each partner took part",
)  # fmt: skip


# --- what changed --------------------------------------------------------------------------------------------------------

_NOT_LINKS = ("planned", "stated to be absent")


def _in_periods(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    """The years of each link as words, and the link in words."""
    return [
        {
            "state": row["state"], "one": row["one"], "link": RELATIONSHIP_TYPES[row["link"]].infinitive, "other": row["other"],
            "years": [words for since, until in row["periods"] if (words := _period(since, until))], "roles": row["roles"], "remarks": row["remarks"],
            "recorded": row["recorded"], "countries": sorted({row["one_country"], row["other_country"]} - {None}), "evidence": row["evidence"],
            "one_id": row["one_id"], "other_id": row["other_id"],
        }
        for row in rows
    ]  # fmt: skip


def _links(rows: Sequence[Row]) -> int:
    """Links, not rows: one that is called limited and has ended is one; what is planned or absent is no link, and counts by itself."""
    links = {(row["one_id"], row["link"], row["other_id"]) for row in rows if row["state"] not in _NOT_LINKS}
    return len(links) + sum(row["state"] in _NOT_LINKS for row in rows)


def _changed(asked: Asked) -> str:
    states = Counter(row["state"] for row in asked.rows)
    words = {
        "ended": f"{counted(states['ended'], 'link')} ended", "resumed": f"{in_words(states['resumed'])} resumed",
        "limited": f"{number_are(states['limited'])} called limited", "planned": f"{number_are(states['planned'])} planned",
        "stated to be absent": f"{number_are(states['stated to be absent'])} stated to be absent",
    }  # fmt: skip
    told = listed(text for state, text in words.items() if states[state])
    recorded = counted(asked.of, "recorded link, plan or stated absence", "recorded links, plans and stated absences")
    return f"Of {recorded}, {told}. Plans and absences are not counted as links in any answer; ask those concerned what became of them"


def _one_change(row: Row) -> str:
    link = f"to {row['link']} {row['other']}"
    details = "; ".join([*row["roles"], *row["remarks"]])
    more = f" ({details})" if details else ""
    years = [words if words.startswith(("from", "until")) else f"in {words}" for words in row["years"]]
    when = f" {listed(years, last='and again')}" if years else ""
    if row["state"] == "planned":
        too = "a link of this kind is recorded too" if row["recorded"] == "recorded too" else "no such link is recorded"
        return f"Planned or intended: {row['one']} {link}{when}{more}; {too}"
    if row["state"] == "stated to be absent":
        too = "; yet a link of this kind is recorded, so sources differ" if row["recorded"] == "recorded too" else ""
        if row["roles"]:
            return f"Stated to be absent: {listed(row['roles'])} ({'; '.join([row['one'], row['other'], *row['remarks']])}){too}"
        return f"{row['one']} is stated not {link}{more}{too}"
    if row["state"] == "limited":
        return f"{row['one']} is recorded {link}{when}, but only in a limited way, as the source says{more}"
    return f"{row['one']} is recorded {link}{when}{' only' if row['state'] == 'ended' else ''}{more}"


CHANGED = Question(
    slug="ties-that-changed",
    title="Which links ended, resumed, are limited, planned or stated to be absent: what is there to follow up?",
    theme="Cooperation",
    definition=(
        "Ended: the source gives the link an end, and what it joined went on, or is no project. Resumed: after an end and a gap a link of the same kind began. "
        "Limited: so called by the source. Planned: intended by somebody, or called for. Stated to be absent: a source says that there is none. A founder "
        "stays one. Money is not shown here, except where it is planned: the years of a sum are its period, not those of a link."
    ),
    population=Population("links_and_plans", "links of membership, projects, cooperation, support, services and management, plans and stated absences"),
    columns={
        "state": "state", "one": "who", "link": "link: to", "other": "with what", "years": "years", "roles": "as stated", "remarks": "remark",
        "recorded": "such a link is", "countries": "countries",
    },
    headline=_changed,
    say=_one_change,
    counts="ended, resumed, are limited, planned or stated to be absent",
    count=_links,
    nothing=(
        "No link is stated to have ended, resumed or be limited, and none is planned or stated to be absent. The sources seldom say when a link ended, "
        "so this is not evidence that all went on."
    ),
    caveat=(
        "The sources tell what held when they were written: whether a plan came true, or an absence lasted, has to be asked. A link without an end is not "
        "evidence that it goes on. Links that ended with their project, and those of projects of which no end is recorded, are left out, as is what "
        "ended with a body that has no name in the sources. Why a link ended is mostly not recorded."
    ),
    parameters=("country",),
    needs=(Need("links", "links or plans between bodies", "a table of relationships (relationships.csv)"),),
    would_help="the years in which links began and ended, and what became of plans",
    derive=_in_periods,
)  # fmt: skip

QUESTIONS = (SEVERAL, PHASES, CHANGED)
