"""Questions about bodies on the lists of loaded networks: who bridges, in which role, who might look at each other.

Their Cypher says who is on which complete, dated list of members; the measures of ``graph.measures`` make the rows from that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from interlocal.graph import measures
from interlocal.queries.lists import (
    LISTS,
    MEMBER,
    NOT_CONTACT,
    ON_A_LIST,
    ON_LISTS,
    ON_ONE_LIST,
    SHOWN,
    THEME,
    WITH_COUNTRY,
    Loaded,
    asked_about,
    based,
    loaded,
    number,
    placed,
    rounded,
    with_roles,
)
from interlocal.queries.question import Asked, Question, Row, Values
from interlocal.text import counted, in_words, listed

# So many bodies have their roles counted.
BROKERS = 200


def _where(row: Row) -> str:
    return placed(row["body"], row["country"])


# --- who bridges -------------------------------------------------------------------------------------------------------


def bridging(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """The bodies with the highest betweenness, with their constraint and effective size."""
    made = loaded(rows)
    scores, sampled = measures.betweenness(made.two_mode())
    found = [body for body in asked_about(made, values) if scores[body] > 0]
    found = sorted(found, key=lambda body: (-round(scores[body], 9), made.names[body], body))[:SHOWN]
    near, large = measures.co_listed(made.lists)
    held, size = measures.constraint(near, found), measures.effective_size(near, found)
    basis = made.basis(
        f"betweenness from {sampled} of {len(made.on) + len(made.lists):,} starting points, drawn with a fixed seed" if sampled else "",
        made.left_out(large, "neighbours, constraint and effective size without those met on"),
    )
    return [{
        "body": made.names[body], "country": made.country.get(body), "networks": made.networks(made.on[body]), "roles": made.roles(body),
        "betweenness": round(scores[body], 4), "constraint": rounded(held[body]), "effective_size": rounded(size[body]), "neighbours": len(near[body]),
        "basis": basis, "evidence": made.evidence(body),
    } for body in found]  # fmt: skip


def _bridging(asked: Asked) -> str:
    most = [f"{row['body']} lies on {row['betweenness']:.1%}" for row in asked.rows[:3]]
    shown = f"Shown are the {len(asked.rows)} that stand between others most" if len(asked.rows) == SHOWN else f"{_bodies(asked.rows)} between others"
    return (
        f"{shown}: of the shortest chains between all others (bodies and lists), {'; '.join(most)} (betweenness). "
        f"That is where a body stands, not what it does.{based(asked)}"
    )


def _bodies(rows: Sequence[Row]) -> str:
    return f"{counted(len(rows), 'body', 'bodies')} {'stand' if len(rows) > 1 else 'stands'}"


def _one_bridge(row: Row) -> str:
    lists = f"{counted(len(row['networks']), 'list')}, of {listed(with_roles(row['networks'], row['roles']))},"
    said = f"{_where(row)} is on {lists} and lies on {row['betweenness']:.1%} of the shortest chains between others"
    if row["constraint"] is None:
        return f"{said}; how far those on its lists meet without it is not computed for lists as large as its own"
    return (
        f"{said}; it shares a list with {counted(row['neighbours'], 'body', 'bodies')}, who count as {row['effective_size']:.1f} when those who share lists "
        f"with each other anyway are taken off (effective size). How far they lead back to each other instead of to others: {row['constraint']:.2f} "
        "(constraint: the lower, the more it joins bodies that do not meet without it)"
    )


BRIDGING = Question(
    slug="bridging-organisations",
    title="Which LRAs and organisations bridge the networks whose lists are loaded?",
    theme=THEME,
    definition=(
        "Betweenness: the share of shortest chains between all others (bodies and lists; Freeman 1977, on who is on which list: Faust 1997) that go "
        f"through a body. {ON_ONE_LIST} Constraint: how far those who share a list with a body lead back to each other (Burt 1992); effective size: how many "
        "they are, less how many of the others each of them shares a list with on average (Burt 1992; in the form of Borgatti 1997)."
    ),
    population=ON_LISTS,
    columns={
        "body": "LRA or organisation", "country": "country", "networks": "on the lists of", "roles": "as (in the same order)", "betweenness": "betweenness",
        "constraint": "constraint", "effective_size": "effective size", "neighbours": "bodies on its lists", "basis": "computed from",
    },
    headline=_bridging,
    say=_one_bridge,
    nothing="On the lists that are loaded none of the bodies asked about stands between others: a body bridges when it is on two lists or more.",
    counts=f"are shown: those that stand between others, at most {SHOWN}",
    caveat=NOT_CONTACT,
    parameters=("country", "network_scope"),
    needs=(LISTS,),
    derive=bridging,
)  # fmt: skip


# --- roles -------------------------------------------------------------------------------------------------------------


def brokers(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """The bodies that most often stand between two that share no list, by the countries of the three."""
    made = loaded([row for row in rows if row["country"]])
    near, large = measures.co_listed(made.lists)
    several = [body for body in asked_about(made, values) if len(set(made.on[body]) - set(large)) > 1]
    looked_at = sorted(several, key=lambda body: (-len(near[body]), made.names[body], body))[:BROKERS]
    basis = made.basis(
        f"roles counted for the {BROKERS} bodies that share lists with most others" if len(several) > BROKERS else "",
        made.left_out(large, "sharing does not count for"),
    )
    found = []
    for body, roles in measures.brokerage_roles(near, made.country, looked_at).items():
        # Lists have no direction: each chain was counted from both ends, and gatekeeper and representative are one role.
        counts = {role: roles[role] // (1 if role == "gatekeeper" else 2) for role in ("coordinator", "itinerant", "gatekeeper", "liaison")}
        if total := sum(counts.values()):
            told = {"body": made.names[body], "country": made.country[body], "networks": made.networks(made.on[body]), "roles": made.roles(body)}
            found.append((-total, made.names[body], body, {**told, **counts, "total": total, "basis": basis, "evidence": made.evidence(body)}))
    return [row for *_, row in sorted(found, key=lambda one: one[:3])[:SHOWN]]


def _brokers(asked: Asked) -> str:
    most = [f"{row['body']} between {counted(row['total'], 'pair')}" for row in asked.rows[:3]]
    abroad = sum(row["liaison"] + row["gatekeeper"] + row["itinerant"] > 0 for row in asked.rows)
    shown = f"Shown are the {len(asked.rows)} that do most" if len(asked.rows) == SHOWN else f"{_bodies(asked.rows)} between two that share no list"
    return f"{shown}: {'; '.join(most)}. Of these bodies {number(abroad)} {'do' if abroad > 1 else 'does'} so across a border.{based(asked)}"


def _one_broker(row: Row) -> str:
    words = {
        "coordinator": "within its own country (coordinator)", "itinerant": "within one other country (itinerant)",
        "gatekeeper": "across the border of its own country (gatekeeper or representative)", "liaison": "between two other countries (liaison)",
    }  # fmt: skip
    counts = [f"{in_words(row[role])} {meaning}" for role, meaning in words.items() if row[role]]
    on = listed(with_roles(row["networks"], row["roles"]))
    pairs = counted(row["total"], "pair that shares no list", "pairs that share no list")
    return f"{_where(row)}, on the lists of {on}, stands between {pairs}: {listed(counts)}"


ROLES = Question(
    slug="brokerage-roles",
    title="Who stands between bodies that share no list, within a country and across borders?",
    theme=THEME,
    definition=(
        "Brokerage roles (Gould & Fernandez 1989) by country, for each pair that shares no list and of which each shares one with the body between them: "
        "coordinator (all three of one country), itinerant (the pair of one other country), gatekeeper or representative (one of the pair of its country; "
        f"lists have no direction, so the two are one), liaison (three countries). {ON_ONE_LIST}"
    ),
    population=WITH_COUNTRY,
    columns={
        "body": "LRA or organisation", "country": "country", "networks": "on the lists of", "roles": "as (in the same order)",
        "coordinator": "coordinator", "itinerant": "itinerant", "gatekeeper": "gatekeeper or representative", "liaison": "liaison",
        "total": "all", "basis": "computed from",
    },
    headline=_brokers,
    say=_one_broker,
    nothing="On the lists that are loaded none of the bodies asked about stands between two that share no list.",
    counts=f"are shown: those that stand between two that share no list, at most {SHOWN}",
    caveat=f"A role is a place in these lists, not a task that anybody gave. Bodies without a stated country are left out. {NOT_CONTACT}",
    parameters=("country", "network_scope"),
    needs=(LISTS,),
    derive=brokers,
)  # fmt: skip


# --- who might look at each other --------------------------------------------------------------------------------------


def likely(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """Pairs on two or more lists together of which no link, and no project that both are in, is recorded."""
    made = loaded([row for row in rows if row["what"] == "list"])
    asked = asked_about(made, values)
    best, large = measures.likely_links(made.lists, _known(rows, made), at_least=2, top=SHOWN, among=asked)
    by_name = sorted(made.lists, key=lambda one: (made.names[one], one))
    basis = made.basis(made.left_out(large, "a pair counts when it is together on a smaller list than the"))
    found = []
    for pair in best:
        # Of the country asked about first, then by name.
        one, other = sorted((pair.one, pair.other), key=lambda body: (body not in asked, made.names[body], body))
        countries = list(dict.fromkeys(made.country[body] for body in (one, other) if body in made.country))
        found.append({
            "body": made.names[one], "other": made.names[other], "countries": countries, "networks": made.networks(pair.shared),
            "adamic_adar": rounded(pair.adamic_adar), "resource_allocation": rounded(pair.resource_allocation),
            "less": [f"{made.names[body]}: {role} in {made.names[on]}" for body in (one, other) for on in by_name
                     if on in pair.shared and (role := made.role[on, body]) != MEMBER],
            "basis": basis, "in_scope": sorted({one, other} & asked), "evidence": made.evidence(one, other, on=pair.shared),
        })  # fmt: skip
    return found


def _known(rows: Sequence[Row], made: Loaded) -> set[frozenset[str]]:
    """Pairs of which a link, or a project that both are in, is recorded.

    Of projects only for bodies on two lists or more, because no others are looked at.
    """
    known = {frozenset((row["body_id"], row["network_id"])) for row in rows if row["what"] == "link"}
    projects: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["what"] == "project" and len(made.on.get(row["body_id"], ())) > 1:
            projects[row["network_id"]].add(row["body_id"])
    return known | {frozenset(pair) for members in projects.values() for pair in combinations(members, 2)}


def _likely(asked: Asked) -> str:
    shown = (
        f"The {SHOWN} pairs that share most"
        if len(asked.rows) == SHOWN
        else f"{counted(len(asked.rows), 'pair')} that {'share' if len(asked.rows) > 1 else 'shares'} two or more lists"
    )
    first = "; ".join(f"{row['body']} and {row['other']}" for row in asked.rows[:3])
    return (
        f"{shown}, and of which no link is recorded, might look at each other: {first}{' …' if len(asked.rows) > 3 else ''}. They may well know each other: "
        f"that none is recorded does not mean that there is none.{based(asked)}"
    )


def _one_pair(row: Row) -> str:
    who = placed(f"{row['body']} and {row['other']}", listed(row["countries"]))
    less = f" ({'; '.join(row['less'])})" if row["less"] else ""
    return (
        f"{who} might look at each other: both are on the lists of {listed(row['networks'])}{less}. Each list counts the more the fewer are on it: "
        f"together {row['adamic_adar']:.2f} (Adamic–Adar), or {row['resource_allocation']:.3f} when long lists count less still (resource allocation)"
    )


LIKELY = Question(
    slug="likely-missing-links",
    title="Which LRAs and organisations that share lists of members might look at each other?",
    theme=THEME,
    definition=(
        "Two bodies that are on two or more lists together and of which no cooperation, no link of any other kind and no project that both are in is recorded. "
        f"{ON_A_LIST} Small lists weigh more: the sum of 1 / log of the size of each list they share (Adamic & Adar 2003), and of 1 / size "
        "(resource allocation; Zhou et al. 2009)."
    ),
    population=ON_LISTS,
    columns={
        "body": "LRA or organisation", "other": "and", "countries": "countries", "networks": "share the lists of",
        "less": "on these not as plain member", "adamic_adar": "Adamic–Adar", "resource_allocation": "resource allocation", "basis": "computed from",
    },
    headline=_likely,
    say=_one_pair,
    nothing="On the lists that are loaded no two of those asked about share two lists without a recorded link.",
    counts=f"are in the pairs shown, at most {SHOWN} pairs",
    count=lambda rows: len({body for row in rows for body in row["in_scope"]}),
    caveat=(
        "A suggestion of whom to look at. Links are recorded only where a source mentions them, and most sources name few; a pair with the same score as the "
        f"last one may be left out. {NOT_CONTACT}"
    ),
    parameters=("country", "network_scope"),
    needs=(LISTS,),
    derive=likely,
)  # fmt: skip


QUESTIONS: tuple[Question, ...] = (BRIDGING, ROLES, LIKELY)
