"""In plain networkx: cooperation beyond shared projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import networkx as nx

from benchmarks.plain.graph import (
    IN_NETWORK,
    Answers,
    Row,
    Tie,
    Values,
    beside,
    by_name,
    into,
    last,
    names,
    once,
    out_of,
    passages,
    still,
    things,
    whole_projects,
    with_parts,
)
from interlocal.graph.schema import RELATIONSHIP_TYPES
from interlocal.text import listed


def label(plain: nx.MultiDiGraph, one: str) -> str:
    return str(plain.nodes[one]["label"])


# --- several LRAs --------------------------------------------------------------------------------------------------------


class Link(NamedTuple):
    """One way in which an organisation is recorded beside an LRA (none for a coalition by itself)."""

    way: str
    through: str
    lra: str
    ties: tuple[Tie, ...]


WAYS = ("cooperation", "project", "service", "network", "project for", "service for")
WORDS = {
    "project": "the project {} with", "service": "the service {} with", "network": "{} with",
    "project for": "the project {}, carried out for", "service for": "the service {}, run for",
}  # fmt: skip


def links_of_organisations(plain: nx.MultiDiGraph) -> Mapping[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)

    def meet(way: str, through: str, bodies: list[tuple[str, Tie]], lras: list[tuple[str, Tie]]) -> None:
        for body, tie in bodies:
            for lra, other in lras:
                apart = tie["type"] == "SUPPORTS" == other["type"]
                if label(plain, body) == "Organisation" and label(plain, lra) == "LRA" and not apart:
                    found[body].append(Link(way, through, lra, (tie, other)))

    for body in things(plain, "Organisation"):
        found[body] += [Link("cooperation", "", lra, (tie,)) for lra, tie in beside(plain, body, "COOPERATES_WITH") if label(plain, lra) == "LRA"]
    for project in whole_projects(plain):
        parts = with_parts(plain, project)
        inside = [pair for part in parts for pair in into(plain, part, "LEADS", "PARTNER_IN", "SUPPORTS")]
        meet("project", project, inside, inside)
        doing = [(body, tie) for body, tie in inside if tie["type"] != "SUPPORTS"]
        meet("project for", project, doing, [pair for part in parts for pair in out_of(plain, part, "SERVES")])
    for service in things(plain, "Service"):
        runs = into(plain, service, "RUNS", "SUPPORTS")
        meet("service", service, runs, out_of(plain, service, "PART_OF") + into(plain, service, "RUNS", "SUPPORTS", "FOUNDED"))
        meet("service for", service, into(plain, service, "RUNS"), out_of(plain, service, "SERVES"))
    for network in things(plain, "Network"):
        if plain.nodes[network]["properties"].get("scope") not in ("coalition", "local_platform"):
            continue
        members = [(one, tie) for one, tie in into(plain, network, *IN_NETWORK) if still(tie)]
        meet("network", network, members, members)
        for body, tie in members:
            found[body].append(Link("coalition", network, "", (tie,)))
    return found


def bodies_with_several(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for body, links in links_of_organisations(plain).items():
        node = plain.nodes[body]
        coalitions = {link.through for link in links if link.way == "coalition"}
        everyone = {link.lra for link in links} - {""}
        lras = {link.lra for link in links if not link.way.endswith(" for")} - {""}
        countries = sorted({plain.nodes[lra]["country"] for lra in everyone} - {None})
        asked = values["country"] is None or values["country"] in (node["country"], *countries)
        if node["label"] != "Organisation" or (len(coalitions) < 2 and len(everyone) < 2) or not asked:
            continue
        row = {
            "organisation": node["name"], "kind": node["properties"].get("kind"), "country": node["country"], "coalitions": names(plain, coalitions),
            "lras": names(plain, lras), "served": names(plain, everyone - lras), "countries": countries, "through": list(in_words(plain, links)),
            "evidence": passages(tie for link in links for tie in link.ties),
        }  # fmt: skip
        rows.append(((-len(lras), -len(coalitions), -len(everyone), node["name"], body), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def in_words(plain: nx.MultiDiGraph, links: list[Link]) -> Iterable[str]:
    for way in WAYS:
        lras: dict[str, set[str]] = defaultdict(set)
        for link in links:
            if link.way == way:
                lras[link.through].add(link.lra)
        if way == "cooperation" and lras:
            yield f"cooperation with {listed(names(plain, lras['']))}"
        elif way != "cooperation":
            for through in by_name(plain, lras):
                yield f"{WORDS[way].format(plain.nodes[through]['name'])} {listed(names(plain, lras[through]))}"


# --- for a phase ---------------------------------------------------------------------------------------------------------

ROLES = {"LEADS": "organiser", "PARTNER_IN": "partner", "SUPPORTS": "supporter", "SERVES": "place served"}


def year_of(text: str | None) -> int | None:
    return int(text[:4]) if text and text[:4].isdigit() else None


def end_year(project: Mapping[str, Any]) -> int | None:
    return 9999 if project["properties"].get("end") == "ongoing" else year_of(project["properties"].get("end"))


class Played(NamedTuple):
    """One tie of a body to a project or a part of it, and what binds it to some of the project."""

    part: str
    tie: Tie
    in_part: bool
    said: bool
    later: bool
    earlier: bool


def played(project: Mapping[str, Any], top: str, part: str, tie: Tie) -> Played:
    properties, first, end = tie["properties"], year_of(project["properties"].get("start")), end_year(project)
    since, until = properties.get("since_year"), properties.get("until_year")
    later = since is not None and first is not None and since > first
    earlier = until is not None and end is not None and until < end
    return Played(part, tie, part != top, "phase" in properties.get("role", "").lower(), later, earlier)


def for_a_phase(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for top in whole_projects(plain):
        project = plain.nodes[top]
        bodies: dict[str, list[Played]] = defaultdict(list)
        for part in with_parts(plain, top):
            for body, tie in [*into(plain, part, "LEADS", "PARTNER_IN", "SUPPORTS"), *out_of(plain, part, "SERVES")]:
                bodies[body].append(played(project, top, part, tie))
        for body, roles in bodies.items():
            node = plain.nodes[body]
            asked = values["country"] is None or values["country"] in (project["country"], node["country"])
            if asked and all(one.in_part or one.said or one.later or one.earlier for one in roles):
                rows.append(((last(project["country"]), project["name"], top, node["name"], body), one_phase(plain, project, node, roles)))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def one_phase(plain: nx.MultiDiGraph, project: Mapping[str, Any], body: Mapping[str, Any], roles: list[Played]) -> Row:
    def place(one: Played) -> tuple[Any, ...]:
        said = one.tie["properties"]
        return last(said.get("since")), last(said.get("until")), plain.nodes[one.part]["name"], one.part, one.tie["type"]

    roles = sorted(roles, key=place)
    said = [one.tie["properties"] for one in roles]
    since, until = ([one.get(name) for one in said] for name in ("since", "until"))
    how = {
        "in a part": any(one.in_part for one in roles), "from after its start": all(one.later for one in roles),
        "until before its end": all(one.earlier for one in roles), "said to be of a phase": any(one.said for one in roles),
    }  # fmt: skip
    sort = {"LRA": "LRA", "Network": "network"}.get(body["label"]) or body["properties"].get("kind", "organisation")
    return {
        "project": project["name"], "country": project["country"], "project_start": project["properties"].get("start"),
        "project_end": project["properties"].get("end"), "body": body["name"], "sort": sort, "roles": once(ROLES[one.tie["type"]] for one in roles),
        "as_stated": once(one.get("role") for one in said), "parts": once(plain.nodes[one.part]["name"] for one in roles if one.in_part),
        "since": None if None in since else min(since), "until": None if None in until else max(until), "how": [words for words, so in how.items() if so],
        "evidence": passages([project], (one.tie for one in roles)),
    }  # fmt: skip


# --- what changed --------------------------------------------------------------------------------------------------------

MAY_END = ("MEMBER_OF", "STEERS", "LEADS", "PARTNER_IN", "COOPERATES_WITH", "SUPPORTS", "RUNS", "MANAGES")
STATES = ("ended", "resumed", "limited", "planned", "stated to be absent")


def years_of(ties: list[Tie]) -> list[str]:
    periods = ((tie["properties"].get("since"), tie["properties"].get("until")) for tie in ties)
    told = {(True, True): "{0}–{1}", (True, False): "from {0}", (False, True): "until {1}"}
    return [(since if since == until else told[bool(since), bool(until)].format(since, until)) for since, until in periods if since or until]


def one_change(plain: nx.MultiDiGraph, state: str, one: str, link: str, other: str, ties: list[Tie], recorded: str | None = None) -> Row:
    countries = {plain.nodes[end]["country"] or (end if label(plain, end) == "Country" else None) for end in (one, other)}
    if link == "COOPERATES_WITH" and state not in ("planned", "stated to be absent"):
        one, other = sorted((one, other), key=lambda end: (label(plain, end) != "LRA", plain.nodes[end]["name"], end))
    return {
        "state": state, "one": plain.nodes[one]["name"], "link": RELATIONSHIP_TYPES[link].infinitive, "other": plain.nodes[other]["name"],
        "years": years_of(ties), "roles": once(tie["properties"].get("role") for tie in ties), "remarks": once(tie["properties"].get("note") for tie in ties),
        "recorded": recorded, "countries": sorted(countries - {None}), "evidence": passages(ties), "one_id": one, "other_id": other,
    }  # fmt: skip


def changed(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = [found for pair in pairs(plain) for found in changes_between(plain, *pair)]
    rows = [(key, link, row) for key, link, row in rows if values["country"] is None or values["country"] in row["countries"]]
    rows.sort(key=lambda r: (STATES.index(r[2]["state"]), r[2]["one"], r[2]["one_id"], r[1], r[2]["other"], r[2]["other_id"], r[0]))
    return [row for _, _, row in rows]


def pairs(plain: nx.MultiDiGraph) -> Iterable[tuple[str, str]]:
    return dict.fromkeys((one, other) for one, other in plain.edges())


def changes_between(plain: nx.MultiDiGraph, one: str, other: str) -> Iterable[tuple[str, str, Row]]:
    """The key, type and row of each thing that changed from one to the other."""
    accepted = [(key, tie) for (_, key), tie in plain[one][other].items() if tie["properties"].get("reading") == "accepted"]
    by_type: dict[str, list[tuple[str, Tie]]] = defaultdict(list)
    for key, tie in accepted:
        by_type[tie["type"]].append((key, tie))
    for kind, state in (("PLANS", "planned"), ("LACKS", "stated to be absent")):
        for key, tie in by_type[kind] if label(plain, other) != "Theme" else ():
            meant = tie["properties"]["tie"]
            if (kind, meant) == ("PLANS", "LOCATED_IN"):
                continue
            back = [t for source, t in into(plain, one, "COOPERATES_WITH") if source == other] if meant == "COOPERATES_WITH" else []
            recorded = "recorded too" if by_type.get(meant) or back else "not recorded"
            yield key, meant, one_change(plain, state, one, meant, other, [tie], recorded)
    for kind in MAY_END:
        for key, tie in by_type[kind]:
            if tie["properties"].get("limited") is True:
                yield key, kind, one_change(plain, "limited", one, kind, other, [tie])
        if state := ended(plain, one, kind, other, [tie for _, tie in by_type[kind]]):
            ties = [tie for _, tie in sorted(by_type[kind], key=in_time)]
            yield "", kind, one_change(plain, state, one, kind, other, ties)


def in_time(pair: tuple[str, Tie]) -> tuple[Any, ...]:
    key, tie = pair
    return last(tie["properties"].get("since_year")), last(tie["properties"].get("until_year")), key


def ended(plain: nx.MultiDiGraph, one: str, kind: str, other: str, ties: list[Tie]) -> str:
    """Whether the links of one kind between two ended, or resumed after a gap; empty when neither."""
    if all(tie["properties"].get("until_year") is None for tie in ties):
        return ""
    years = [(tie["properties"].get("since_year", 0), tie["properties"].get("until_year", 9999)) for tie in ties]
    for anew, _ in years:
        before = [until for since, until in years if since < anew]
        if before and max(before) + 1 < anew:
            return "resumed"
    last_year = max(until for _, until in years)
    goes_on = 9999 if label(plain, other) != "Project" else end_year(plain.nodes[other])
    if goes_on is None or last_year >= goes_on or (kind == "COOPERATES_WITH" and last_year in ends_of_shared(plain, one, other)):
        return ""
    return "ended"


def ends_of_shared(plain: nx.MultiDiGraph, one: str, other: str) -> set[int | None]:
    projects = [{project for project, _ in out_of(plain, body, "LEADS", "PARTNER_IN")} for body in (one, other)]
    return {year_of(plain.nodes[project]["properties"].get("end")) for project in projects[0] & projects[1]}


PLAIN: Answers = {
    "bodies-working-with-several-lras": bodies_with_several,
    "joined-for-a-phase": for_a_phase,
    "ties-that-changed": changed,
}
