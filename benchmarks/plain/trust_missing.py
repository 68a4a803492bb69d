"""In plain networkx: what the sources do not cover, and what they say is missing."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import networkx as nx

from benchmarks.plain.graph import Answers, Row, Tie, Values, beside, by_name, into, last, out_of, parts_of, things, top_projects, wholes, with_parts
from benchmarks.plain.trust import documents, enumerated, of_country, verb
from interlocal.graph.schema import LRA_LEVELS, RELATIONSHIP_TYPES

NO_LINKS = ("PLANS", "LACKS", "ABOUT")
OF_BODIES = (
    "LEADS", "PARTNER_IN", "RUNS", "ADOPTED", "SUPPORTS", "MANAGES", "FOUNDED", "SERVES", "FUNDED_BY", "PART_OF", "LOCATED_IN",
)  # fmt: skip
BODIES = ("LRA", "Organisation", "Network")
PRACTICE = ("Project", "Service", "Policy")


def named(plain: nx.MultiDiGraph, *labels: str) -> list[str]:
    """Things of these labels that are no places of a list."""
    return [one for one in things(plain, *labels) if "/lau/" not in one and "/nuts/" not in one]


# --- what the sources do not cover -------------------------------------------------------------------------------------


def not_covered(plain: nx.MultiDiGraph, _: Values) -> list[Row]:
    projects = [one for one in by_name(plain, things(plain, "Project")) if not wholes(plain, one)]
    sources = sorted({name for one in projects for name in documents(plain.nodes[one]["evidence"])})
    countries = by_name(plain, things(plain, "Country"))
    seen = covered(plain)
    levels: dict[str, set[str]] = defaultdict(set)
    for one in named(plain, "LRA"):
        for name in beginnings(plain.nodes[one]["evidence"]):
            for source in ("", name):
                levels[source].add(plain.nodes[one]["properties"].get("level", ""))
    rows = []
    for aspect, sort in (
        ("countries without a named LRA", "LRA"),
        ("countries without a named project", "Project"),
        ("countries without anything described", ""),
    ):
        for source in ("", *sources):
            missing = [plain.nodes[one]["name"] for one in countries if one not in seen[source, sort]]
            rows.append(not_there(aspect, source, missing, len(countries)))
    for source in ("", *sources):
        if levels[source]:
            missing = [level.replace("_", " ") for level in LRA_LEVELS if level not in levels[source]]
            rows.append(not_there("levels without a named LRA", source, missing, len(LRA_LEVELS)))
    tests = (("projects without a year", undated), ("projects with participants not named", unnamed), ("projects without a named participant", nobody))
    for aspect, test in tests:
        rows += [of_things(plain, aspect, source, projects, test) for source in ("", *sources)]
    networks = by_name(plain, things(plain, "Network"))
    rows.append(of_things(plain, "networks without a complete list", "", networks, lambda p, one: p.nodes[one]["properties"].get("roster") != "complete"))
    return [row for row in rows if row["of"]]


def beginnings(evidence: Iterable[str]) -> set[str]:
    return {text.partition("#")[0] for text in evidence}


def covered(plain: nx.MultiDiGraph) -> Mapping[tuple[str, str], set[str]]:
    """Countries of which a source, or any (""), names an LRA, a project, or anything ("")."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in named(plain, *BODIES, *PRACTICE, "Fund", "StatedGap"):
        node = plain.nodes[one]
        told = [(name, node["country"]) for name in beginnings(node["evidence"]) if node["country"]]
        if node["label"] == "StatedGap":
            told += [(name, x) for x, tie in out_of(plain, one, "ABOUT") if plain.nodes[x]["label"] == "Country" for name in beginnings(tie["evidence"])]
        for name, country in told:
            for source in ("", name):
                found[source, node["label"]].add(country)
                found[source, ""].add(country)
    return found


def undated(plain: nx.MultiDiGraph, project: str) -> bool:
    for part in with_parts(plain, project):
        if {"start", "end", "year"} & set(plain.nodes[part]["properties"]):
            return False
        if re.search(r"(19|20)\d\d", plain.nodes[part]["name"]) or any(
            json.loads(fact).get("year") for fact in plain.nodes[part]["properties"].get("facts", [])
        ):
            return False
        every = [*plain.in_edges(part, data=True), *plain.out_edges(part, data=True)]
        if any(tie["properties"].get("reading") == "accepted" and {"since", "until", "ongoing_as_of"} & set(tie["properties"]) for _, _, tie in every):
            return False
    return True


def unnamed(plain: nx.MultiDiGraph, project: str) -> bool:
    return any(plain.nodes[part]["properties"].get("unnamed_partners") for part in with_parts(plain, project))


def nobody(plain: nx.MultiDiGraph, project: str) -> bool:
    return not any(into(plain, part, "LEADS", "PARTNER_IN") for part in with_parts(plain, project))


def of_things(plain: nx.MultiDiGraph, aspect: str, source: str, found: Iterable[str], test: Callable[[nx.MultiDiGraph, str], bool]) -> Row:
    of = [one for one in found if not source or source in documents(plain.nodes[one]["evidence"])]
    missing = [one for one in of if test(plain, one)]
    evidence = [text for one in missing for text in plain.nodes[one]["evidence"] if not source or source in documents([text])]
    return not_there(aspect, source, [plain.nodes[one]["name"] for one in missing], len(of)) | {"evidence": evidence}


def not_there(aspect: str, source: str, missing: list[str], of: int) -> Row:
    return {"aspect": aspect, "documents": [source] if source else [], "count": len(missing), "of": of, "what": missing, "answer": "unknown", "evidence": []}


# --- said to be missing, and shown -------------------------------------------------------------------------------------

Shown = tuple[tuple[Any, ...], str, list[str]]


def said_and_shown(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for gap in things(plain, "StatedGap"):
        node, kind = plain.nodes[gap], plain.nodes[gap]["properties"].get("kind")
        subjects = {subject for subject, _ in out_of(plain, gap, "ADDRESSES")}
        if kind not in ("coordination", "data") or (values["theme"] is not None and values["theme"] not in subjects):
            continue
        about = by_name(plain, (one for one, _ in out_of(plain, gap, "ABOUT")))
        near = [one for one in about if of_country(plain, one, values["country"])]
        subjects = {subject for subject in subjects if not subject.startswith("theme:group-")}
        shown = [*(links_shown(plain, about, near, subjects) if kind == "coordination" else ()), *things_shown(plain, kind, about, near, subjects)]
        names = [plain.nodes[one]["name"] for one in about]
        rows.append(((kind, gap), node["name"].rstrip("."), names, node["evidence"], shown))
    if values["theme"] is None:
        rows += absent_links(plain, values)
    return [one_statement(*row) for row in sorted(rows, key=lambda row: row[0]) if row[4]]


def link(plain: nx.MultiDiGraph, source: str, tie: Tie, target: str) -> Shown:
    one, other = plain.nodes[source]["name"], plain.nodes[target]["name"]
    remarks = [
        *(["called limited by the source"] if tie["properties"].get("limited") else []),
        *(["implied, not said outright"] if tie["properties"].get("certainty") == "implied" else []),
    ]
    text = f"{one} {verb(tie['type'])} {other}" + (f" ({', '.join(remarks)})" if remarks else "")
    return ("", tie["type"], one, other, source, target), text, tie["evidence"]


def links_shown(plain: nx.MultiDiGraph, about: list[str], near: list[str], subjects: set[str]) -> Iterable[Shown]:
    for one in near:
        if plain.nodes[one]["label"] in BODIES:
            for other, tie in out_of(plain, one, "COOPERATES_WITH", "SUPPORTS", "MEMBER_OF"):
                ended = tie["type"] == "MEMBER_OF" and tie["properties"].get("until_year") is not None
                if other in about and plain.nodes[other]["label"] in BODIES and not ended:
                    yield link(plain, one, tie, other)
        if plain.nodes[one]["label"] == "Country":
            yield from links_with_the_state(plain, one, about, subjects)


def links_with_the_state(plain: nx.MultiDiGraph, country: str, about: list[str], subjects: set[str]) -> Iterable[Shown]:
    for body in things(plain, "Organisation"):
        node = plain.nodes[body]
        national = len(subjects) == 1 and node["country"] == country and node["properties"].get("kind") == "national_authority"
        for lra, tie in beside(plain, body, "COOPERATES_WITH") if national or body in about else ():
            if plain.nodes[lra]["label"] == "LRA" and plain.nodes[lra]["country"] == country:
                yield link(plain, lra, tie, body)


def things_shown(plain: nx.MultiDiGraph, kind: str, about: list[str], near: list[str], subjects: set[str]) -> Iterable[Shown]:
    """Each project, service or policy on all subjects, with those it is of."""
    found: dict[str, dict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    for one in near if subjects else ():
        node = plain.nodes[one]
        if node["label"] in BODIES and node["country"]:
            for thing, tie in beside(plain, one, *OF_BODIES):
                if plain.nodes[thing]["label"] in PRACTICE:
                    for top in counted_as(plain, thing):
                        found[top][one].append(tie)
        if node["label"] == "Country" and kind == "data":
            for thing in things(plain, *PRACTICE):
                if plain.nodes[thing]["country"] == one and thing in counted_as(plain, thing):
                    found[thing][one] += []
    for thing, ties in found.items():
        on_it = [tie for part in parts_of(plain, thing) for subject, tie in out_of(plain, part, "ADDRESSES") if subject in subjects]
        addressed = {subject for part in parts_of(plain, thing) for subject, _ in out_of(plain, part, "ADDRESSES")}
        if thing not in about and subjects <= addressed:
            name, sort = plain.nodes[thing]["name"], plain.nodes[thing]["label"].lower()
            of = [plain.nodes[one]["name"] for one in by_name(plain, ties)]
            evidence = [text for one in (plain.nodes[thing], *on_it, *(tie for some in ties.values() for tie in some)) for text in one["evidence"]]
            yield (sort, "", name, of[0], thing), f"{name} ({sort}; {enumerated(dict.fromkeys(of))})", evidence


def counted_as(plain: nx.MultiDiGraph, thing: str) -> list[str]:
    """What a thing counts as: itself, or the whole projects that it is part of, up to three levels up."""
    return top_projects(plain, thing) if plain.nodes[thing]["label"] == "Project" else [thing]


def absent_links(plain: nx.MultiDiGraph, values: Values) -> Iterable[Any]:
    for one, other, (kind, key), lacks in plain.edges(keys=True, data=True):
        said = lacks["properties"]
        if kind != "LACKS" or said.get("reading") != "accepted" or not any(of_country(plain, end, values["country"]) for end in (one, other)):
            continue
        shown = [
            link(plain, source, tie, target)
            for source, target in ((one, other), (other, one))
            for end, tie in out_of(plain, source, *(name for name in RELATIONSHIP_TYPES if name not in NO_LINKS))
            if end == target
        ]
        absent = f"is stated to be without {said['role']}:" if said.get("role") else f"is stated not to {RELATIONSHIP_TYPES[said['tie']].infinitive}"
        names = [plain.nodes[end]["name"] for end in (one, other)]
        yield ("link", f"{one} {other} {key}"), f"{names[0]} {absent} {names[1]}", names, lacks["evidence"], shown


def one_statement(place: tuple[str, str], said: str, about: list[str], said_by: list[str], shown: list[Shown]) -> Row:
    sources = documents(said_by)
    told: dict[bool, list[str]] = {True: [], False: []}
    texts: dict[str, list[str]] = defaultdict(list)
    for _, text, evidence in sorted(shown, key=lambda one: tuple(last(part) for part in one[0])):
        texts[text] += evidence
    for text, evidence in texts.items():
        told[bool(set(sources) & set(documents(evidence)))].append(text)
    return {
        "said": said, "kind": place[0], "about": about, "documents": sources, "same_source": told[True], "other_source": told[False],
        "evidence": [*said_by, *(text for evidence in texts.values() for text in evidence)],
    }  # fmt: skip


PLAIN: Answers = {
    "what-sources-do-not-cover": not_covered,
    "said-missing-and-shown": said_and_shown,
}
