"""The graph in plain networkx, and how to walk it: what the questions of ``plain`` share. Only accepted readings count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import networkx as nx

from interlocal.graph.records import Graph

Row = dict[str, Any]
Values = Mapping[str, Any]
Tie = Mapping[str, Any]

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


def without_id(rows: Iterable[Row]) -> list[Row]:
    return [{column: value for column, value in row.items() if column != "id"} for row in rows]
