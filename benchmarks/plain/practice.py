"""In plain networkx: what practice is about, and where it was taken up."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from benchmarks.plain.graph import Answers, Row, Tie, Values, by_name, into, last, names, out_of, parts_of, passages, things, wanted, wholes, with_parts
from interlocal.queries import practice
from interlocal.queries.question import Question

DIMENSIONS = ("political_legal", "socio_economic", "cultural")
Node = Mapping[str, Any]


def projects_asked(plain: nx.MultiDiGraph, values: Values) -> list[str]:
    """Projects that are part of no other, of the country asked for; by country, name and id."""
    found = [one for one in things(plain, "Project") if wanted(plain.nodes[one]["country"], values["country"]) and not wholes(plain, one)]
    return sorted(found, key=lambda one: (last(plain.nodes[one]["country"]), plain.nodes[one]["name"], one))


def facts_about(node: Node, *properties: str) -> list[str]:
    return [text for text in node["properties"].get("facts", ()) if json.loads(text)["property"] in properties]


def fact_passages(node: Node, name: str) -> list[str]:
    facts = map(json.loads, facts_about(node, name))
    return [passage for fact in facts if fact["reading"] == "accepted" for passage in fact["evidence"]]


def derived(question: Question, rows: Iterable[Row], values: Values) -> list[Row]:
    assert question.derive is not None
    return [{**row, "evidence": list(flat(row["evidence"]))} for row in question.derive(list(rows), values)]


def flat(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    else:
        for part in found:
            yield from flat(part)


# --- dimensions and themes ---------------------------------------------------------------------------------------------


def dimensions_by_country(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    projects: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for project in by_name(plain, things(plain, "Project")):
        node = plain.nodes[project]
        if (dimension := node["properties"].get("dimension")) and wanted(node["country"], values["country"]):
            projects[plain.nodes[node["country"]]["name"] if node["country"] else "country not stated"][dimension].append(project)
    rows = []
    for country, found in sorted(projects.items()):
        counts = {dimension: len(found[dimension]) for dimension in DIMENSIONS}
        listed = {f"{dimension}_projects": names(plain, found[dimension]) for dimension in DIMENSIONS}
        evidence = passages(plain.nodes[project] for dimension in DIMENSIONS for project in found[dimension])
        rows.append({"country": country, **counts, "total": sum(counts.values()), **listed, "evidence": evidence})
    return rows


def themes_by_country(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    addressing = [pair for one in things(plain, "Project", "Service", "Policy") for pair in out_of(plain, one, "ADDRESSES")]
    themes = by_name(plain, (theme for theme, _ in addressing if wanted(theme, values["theme"])))
    by_country: dict[str, list[str]] = defaultdict(list)
    for one in (*(p for p in things(plain, "Project") if not wholes(plain, p)), *things(plain, "Service", "Policy")):
        country = plain.nodes[one]["country"]
        if country and wanted(country, values["country"]):
            by_country[country].append(one)
    rows = [row for country, found in by_country.items() if themes and (row := themes_of_country(plain, country, found, themes))]
    rows.sort(key=lambda row: (row["country"], row["code"]))
    return [{column: value for column, value in row.items() if column != "code"} for row in rows]


def themes_of_country(plain: nx.MultiDiGraph, country: str, found: list[str], themes: list[str]) -> Row | None:
    ties = {one: [pair for part in parts_of(plain, one) for pair in out_of(plain, part, "ADDRESSES")] for one in found}
    described = [one for one in found if ties[one]]
    if not described:
        return None
    there = {theme for pairs in ties.values() for theme, _ in pairs}
    wanted_ones = [one for one in described if any(theme in themes for theme, _ in ties[one])]
    read = [tie for one in described for theme, tie in ties[one] if theme in themes or not wanted_ones]
    row: Row = {"country": plain.nodes[country]["name"] if country in plain else country, "code": country}
    for column, people in (("subjects", False), ("groups", True)):
        of_sort = [theme for theme in themes if theme.startswith("theme:group-") == people]
        row[column] = [plain.nodes[theme]["name"] for theme in of_sort if theme in there]
        row[f"none_on_{column}"] = [plain.nodes[theme]["name"] for theme in of_sort if theme not in there]
    for column, label in (("projects", "Project"), ("services", "Service"), ("policies", "Policy")):
        row[column] = names(plain, (one for one in wanted_ones if plain.nodes[one]["label"] == label))
    return row | {"described": len(described), "without_theme": len(found) - len(described), "evidence": passages(read)}


# --- take-up -----------------------------------------------------------------------------------------------------------


def practice_taken_up(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for project in projects_asked(plain, values):
        parts = with_parts(plain, project)
        later = [(one, tie) for part in parts for one, tie in into(plain, part, "FOLLOWS") if one not in parts]
        meant = [pair for part in parts for pair in into(plain, part, "PLANS") if pair[1]["properties"].get("tie") in ("LEADS", "PARTNER_IN", "FOLLOWS")]
        meant += [pair for part in parts for pair in out_of(plain, part, "PLANS") if pair[1]["properties"].get("tie") in ("LOCATED_IN", "SERVES", "FUNDED_BY")]
        absent = [pair for part in parts for pair in out_of(plain, part, "LACKS") if pair[1]["properties"].get("tie") in ("LOCATED_IN", "SERVES")]
        node = plain.nodes[project]
        rows.append({
            "project": node["name"], "country": node["country"], "case_study": node["properties"].get("case_study"),
            "followed_by": names(plain, (one for one, _ in later)), "intended": in_roles(plain, meant, "since"), "not_in": in_roles(plain, absent),
            "facts": [facts_about(plain.nodes[part], "replicated", "replication", "continuation", "spin_off") for part in parts],
            "evidence": passages(tie for ties in (later, meant, absent) for _, tie in ties),
        })  # fmt: skip
    return derived(practice.TAKEN_UP, rows, values)


def in_roles(plain: nx.MultiDiGraph, ties: Iterable[tuple[str, Tie]], *times: str) -> list[str]:
    """Who or where, with the role and the time, each once; by name."""
    found = {(plain.nodes[one]["name"], one, *(tie["properties"].get(key) for key in ("role", *times))) for one, tie in ties}
    told = []
    for name, _, role, *since in sorted(found, key=lambda key: (key[0], key[1], *(last(part) for part in key[2:]))):
        told.append(f"{f'{role}, ' if role else ''}{name}{f' ({since[0]})' if since and since[0] else ''}")
    return told


PLAIN: Answers = {
    "dimensions-by-country": dimensions_by_country,
    "themes-by-country": themes_by_country,
    "practice-taken-up": practice_taken_up,
}
