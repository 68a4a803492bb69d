"""The graph in plain networkx, and how to walk it: what the themes share. Only accepted readings count."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import networkx as nx

from interlocal.graph.records import Graph

Row = dict[str, Any]
Values = Mapping[str, Any]
Tie = Mapping[str, Any]
# The rows of a question, from the graph and what it is asked with; and those of a theme, by question.
Answer = Callable[[nx.MultiDiGraph, Values], list[Row]]
Answers = Mapping[str, Answer]

IN_NETWORK = ("MEMBER_OF", "STEERS", "FOUNDED")


def to_plain(graph: Graph) -> nx.MultiDiGraph:
    """The same things and ties, with what is known of them as attributes."""

    @cache
    def texts(evidence: tuple[Any, ...]) -> list[str]:
        return [str(passage) for passage in evidence]

    plain = nx.MultiDiGraph()
    for node in graph.nodes:
        plain.add_node(node.id, label=node.type, name=node.name, country=node.country or None, properties=node.properties, evidence=texts(node.evidence))
    for tie in graph.relationships:
        plain.add_edge(tie.source, tie.target, key=(tie.type, tie.key), type=tie.type, properties=tie.properties, evidence=texts(tie.evidence))
    return plain


def things(plain: nx.MultiDiGraph, *labels: str) -> list[str]:
    return [one for one, label in plain.nodes(data="label") if label in labels]


def of(plain: nx.MultiDiGraph, one: str, name: str) -> Any:
    return plain.nodes[one]["properties"].get(name)


def of_kind(plain: nx.MultiDiGraph, one: str, label: str, *kinds: str) -> bool:
    return plain.nodes[one]["label"] == label and of(plain, one, "kind") in kinds


def into(plain: nx.MultiDiGraph, one: str, *types: str) -> list[tuple[str, Tie]]:
    """Where accepted ties of these types come from."""
    return [(source, tie) for source, _, tie in plain.in_edges(one, data=True) if tie["type"] in types and tie["properties"].get("reading") == "accepted"]


def out_of(plain: nx.MultiDiGraph, one: str, *types: str) -> list[tuple[str, Tie]]:
    """Where accepted ties of these types lead to."""
    return [(target, tie) for _, target, tie in plain.out_edges(one, data=True) if tie["type"] in types and tie["properties"].get("reading") == "accepted"]


def beside(plain: nx.MultiDiGraph, one: str, *types: str) -> list[tuple[str, Tie]]:
    """The other ends of accepted ties of these types, whichever way they lead."""
    return [*into(plain, one, *types), *out_of(plain, one, *types)]


def wholes(plain: nx.MultiDiGraph, project: str) -> list[str]:
    """The projects that a project is directly part of."""
    return [whole for _, whole, tie in plain.out_edges(project, data=True) if tie["type"] == "PART_OF" and plain.nodes[whole]["label"] == "Project"]


def with_parts(plain: nx.MultiDiGraph, project: str) -> list[str]:
    """A project and its parts, up to three levels down."""
    found, level = {project: None}, [project]
    for _ in range(3):
        level = [part for whole in level for part, _, tie in plain.in_edges(whole, data=True) if tie["type"] == "PART_OF"]
        found |= dict.fromkeys(part for part in level if plain.nodes[part]["label"] == "Project")
    return list(found)


def parts_of(plain: nx.MultiDiGraph, one: str) -> list[str]:
    """Of a project with its parts; of anything else the thing itself."""
    return with_parts(plain, one) if plain.nodes[one]["label"] == "Project" else [one]


def whole_projects(plain: nx.MultiDiGraph) -> list[str]:
    return [project for project in things(plain, "Project") if not wholes(plain, project)]


def top_projects(plain: nx.MultiDiGraph, part: str) -> list[str]:
    """The whole projects that a project is part of, up to three levels up, or itself."""
    found, level = {part: None}, [part]
    for _ in range(3):
        level = [whole for one in level for whole in wholes(plain, one)]
        found |= dict.fromkeys(level)
    return [one for one in found if not wholes(plain, one)]


def wholes_above(plain: nx.MultiDiGraph, one: str) -> list[str]:
    """The projects that something is part of, up to three levels up, that are part of none themselves."""
    found, level = [], [one]
    for _ in range(3):
        level = [whole for part in level for _, whole, tie in plain.out_edges(part, data=True) if tie["type"] == "PART_OF"]
        found += [whole for whole in level if plain.nodes[whole]["label"] == "Project" and not wholes(plain, whole)]
    return found


def tops(plain: nx.MultiDiGraph, one: str) -> list[str]:
    """The whole projects that something is part of; itself when it is part of none."""
    return list(dict.fromkeys(wholes_above(plain, one))) or [one]


def still(tie: Tie) -> bool:
    """Members and steering bodies may have left; a founder stays one."""
    return tie["type"] == "FOUNDED" or tie["properties"].get("until_year") is None


def wanted(value: Any, asked: Any) -> bool:
    return asked is None or value == asked


def last(value: Any) -> tuple[bool, Any]:
    """For a sort: what is missing comes last."""
    return value is None, value


def by_name(plain: nx.MultiDiGraph, found: Iterable[str]) -> list[str]:
    return sorted(set(found), key=lambda one: (plain.nodes[one]["name"], one))


def names(plain: nx.MultiDiGraph, found: Iterable[str]) -> list[str]:
    return [plain.nodes[one]["name"] for one in by_name(plain, found)]


def passages(*parts: Iterable[Mapping[str, Any]]) -> list[str]:
    """The evidence of nodes and ties, each passage once."""
    return sorted({text for part in parts for one in part for text in one["evidence"]})


def is_lra(plain: nx.MultiDiGraph, one: str, values: Values) -> bool:
    """An LRA, or an office of the state that a report calls one, where those are to be counted too."""
    node = plain.nodes[one]
    return node["label"] == "LRA" or bool(values["state_offices"] and node["properties"].get("called_lra_by") is not None)


def facts_named(plain: nx.MultiDiGraph, one: str, name: str) -> list[Mapping[str, Any]]:
    """The accepted facts of one property, as the store keeps them."""
    facts = [json.loads(text) for text in of(plain, one, "facts") or []]
    return [fact for fact in facts if fact["property"] == name and fact["reading"] == "accepted"]


def pieces(facts: Iterable[Mapping[str, Any]]) -> list[str]:
    return [piece.strip() for fact in facts for piece in re.split("[|;]", fact["value"]) if piece.strip()]


def once(found: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(one for one in found if one is not None))


def unnamed_of(plain: nx.MultiDiGraph, project: str) -> list[str]:
    """The partners without a name of a project, then of its parts, each once."""
    parts = sorted(by_name(plain, with_parts(plain, project)), key=lambda part: part != project)
    return once(words for part in parts for words in plain.nodes[part]["properties"].get("unnamed_partners", ()))


def without_id(rows: Iterable[Row]) -> list[Row]:
    return [{column: value for column, value in row.items() if column != "id"} for row in rows]
