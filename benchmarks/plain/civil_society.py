"""In plain networkx: the questions about LRAs and civil society."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from benchmarks.plain.graph import (
    IN_NETWORK,
    Answers,
    Row,
    Tie,
    Values,
    beside,
    by_name,
    facts_named,
    into,
    last,
    names,
    of,
    of_kind,
    out_of,
    passages,
    pieces,
    still,
    with_parts,
    without_id,
)
from benchmarks.plain.vertical import IN_SERVICES, PARTS, in_scope, met, projects_of
from interlocal.queries.civil_society import GROUPS, NO_HEADING_ON_RESEARCH, leaves_open, says

BODIES = ("migrant_organisation", "NGO", "association", "foundation", "university", "research")
ORDER = ("named", "without a name", "stated to be absent", "left open", "none stated", "unknown")


def civil(plain: nx.MultiDiGraph, one: str) -> bool:
    return of_kind(plain, one, "Organisation", *BODIES)


def linked(plain: nx.MultiDiGraph, lra: str) -> Iterator[tuple[str, list[str]]]:
    """The bodies with which a link is stated, and the passages that state it."""
    for one, tie in beside(plain, lra, "COOPERATES_WITH", "FUNDED_BY"):
        if civil(plain, one):
            yield one, tie["evidence"]
    for project in projects_of(plain, lra):
        for one, tie, mine in met(plain, project, lra):
            if civil(plain, one):
                yield one, passages([tie, mine])
    for service, tie in beside(plain, lra, *IN_SERVICES):
        if of_kind(plain, service, "Service", "observatory"):
            yield service, tie["evidence"]
        if plain.nodes[service]["label"] == "Service":
            for one, theirs in beside(plain, service, *IN_SERVICES):
                if civil(plain, one):
                    yield one, passages([tie, theirs])
    for table, tie in local_tables(plain, lra):
        for one, theirs in into(plain, table, *IN_NETWORK):
            if civil(plain, one) and still(theirs):
                yield one, passages([tie, theirs])


def local_tables(plain: nx.MultiDiGraph, lra: str) -> list[tuple[str, Tie]]:
    tables = out_of(plain, lra, *IN_NETWORK)
    return [(one, tie) for one, tie in tables if plain.nodes[one]["label"] == "Network" and of(plain, one, "scope") == "local_platform" and still(tie)]


def without_a_name(plain: nx.MultiDiGraph, lra: str) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Name and id of the project or table, its partners without a name, the passages."""
    for project, mine in projects_of(plain, lra).items():
        for part in with_parts(plain, project):
            if words := of(plain, part, "unnamed_partners"):
                yield plain.nodes[part]["name"], part, words, passages([plain.nodes[part]], mine)
    for table, tie in local_tables(plain, lra):
        if words := of(plain, table, "unnamed_members"):
            yield plain.nodes[table]["name"], table, [words], passages([plain.nodes[table], tie])


def not_ties(plain: nx.MultiDiGraph, lra: str) -> dict[str, list[tuple[str, list[str]]]]:
    """Who sits in the place, what is planned, what is stated to be absent."""
    place = [(one, tie["evidence"]) for one, tie in into(plain, lra, "LOCATED_IN") if civil(plain, one) or of_kind(plain, one, "Service", "observatory")]
    planned = [
        (one, tie["evidence"])
        for one, tie in beside(plain, lra, "PLANS")
        if civil(plain, one) or (plain.nodes[one]["label"] == "Network" and of(plain, one, "scope") in ("local_platform", "coalition"))
    ]
    absent = [(one, tie["evidence"]) for one, tie in beside(plain, lra, "LACKS") if civil(plain, one)]
    for project, mine in beside(plain, lra, *PARTS):
        if plain.nodes[project]["label"] == "Project":
            absent += [(one, passages([tie, mine])) for one, tie in beside(plain, project, "LACKS") if civil(plain, one)]
    return {"in_the_place": place, "planned": planned, "absent": absent}


def looked_for(plain: nx.MultiDiGraph, lra: str) -> list[str]:
    """The passages of the profile of a city, where it has one."""
    ties = [tie for one, tie in into(plain, lra, "SERVES") if one == "project:eu/admin4all"]
    return [*passages(ties), *(text for text in plain.nodes[lra]["evidence"] if text.startswith("admin4all-2016"))] if ties else []


def civil_society(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = [one_lra(plain, lra) for lra in in_scope(plain, values)]
    rows.sort(key=lambda r: (ORDER.index(r["answer"]), last(r["country"]), r["lra"], r["id"]))
    return without_id(rows)


def one_lra(plain: nx.MultiDiGraph, lra: str) -> Row:
    node, links, others, profile = plain.nodes[lra], list(linked(plain, lra)), not_ties(plain, lra), looked_for(plain, lra)
    mentioned = sorted(without_a_name(plain, lra), key=lambda found: found[:2])
    facts, plans = facts_named(plain, lra, "unnamed_partners"), facts_named(plain, lra, "planned_unnamed_partners")
    unnamed = list(dict.fromkeys([*pieces(facts), *(piece for _, _, words, _ in mentioned for word in words for piece in pieces([{"value": word}]))]))
    ids = {one for one, _ in links}
    row: Row = {"lra": node["name"], "country": node["country"], "level": node["properties"].get("level"), "id": lra}
    for group, (_, kinds) in GROUPS.items():
        row[group] = names(plain, (one for one in ids if of(plain, one, "kind") in kinds))
        asked = bool(profile) and (lra not in NO_HEADING_ON_RESEARCH or group in ("migrants", "ngos"))
        answers = {
            "named": row[group], "without a name": any(says(group, words) for words in unnamed),
            "stated to be absent": any(of(plain, one, "kind") in kinds for one, _ in others["absent"]),
            "not looked for": not asked, "left open": any(leaves_open(group, words) for words in unnamed), "none stated": True,
        }  # fmt: skip
        row[f"{group}_answer"] = next(answer for answer, found in answers.items() if found)
    found = {row[f"{group}_answer"] for group in GROUPS}
    texts = [text for pairs in (links, *others.values()) for _, passages_ in pairs for text in passages_]
    texts += [text for *_, passages_ in mentioned for text in passages_] + [text for fact in (*facts, *plans) for text in fact["evidence"]] + profile
    return row | {
        "answer": next((answer for answer in ORDER if answer in found), "unknown"), "unnamed": unnamed,
        "in_the_place": [plain.nodes[one]["name"] for one in by_name(plain, {one for one, _ in others["in_the_place"]} - ids)],
        "planned": [*names(plain, (one for one, _ in others["planned"])), *pieces(plans)], "absent": names(plain, (one for one, _ in others["absent"])),
        "evidence": texts,
    }  # fmt: skip


PLAIN: Answers = {
    "lras-and-civil-society": civil_society,
}
