"""The protocol that every store keeps, and what is common to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from interlocal.errors import StoreError
from interlocal.graph.records import Graph, NodeRecord, RelationshipRecord, parse_evidence
from interlocal.graph.schema import SCHEMA_VERSION

# ``named``: what the sources name; ``all``: also what only reference data names.
Scope = Literal["named", "all"]

# Seconds after which a query is given up.
TIME_LIMIT = 30.0

Row = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """The answer to a query: its columns in order, and its rows; ``cut`` when there were more than the limit."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    cut: bool = False


class Store(Protocol):
    """A place that keeps one graph. All methods raise StoreError; ``query`` also QuestionError, for what may not be asked."""

    def write(self, graph: Graph) -> None:
        """Replace what the store holds by ``graph``: all of it or, on an error, nothing."""

    def read(self, scope: Scope = "all") -> Graph:
        """The graph as it was written."""

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, *, limit: int | None = None) -> Rows:
        """The rows of one reading Cypher statement (see ``guard``), at most ``limit``; a missing parameter is an error."""


# The node that tells which graph a store holds.
MARKER = "GraphInfo"
# A second label of everything that we put on a server, where others may keep things too.
OURS = "Interlocal"

# Cypher that loads a batch of rows; the labels and types come from the schema, never from users.
LOAD_NODES = "UNWIND $rows AS r MERGE (n:{label} {{id: r.id}}) SET n += r.properties"
LOAD_TIES = (
    "UNWIND $rows AS r MATCH (a:{source} {{id: r.source}}), (b:{target} {{id: r.target}}) MERGE (a)-[t:{type} {{key: r.key}}]->(b) SET t += r.properties"
)
FINGERPRINT = f"MATCH (i:{MARKER}) RETURN i.fingerprint AS fingerprint, i.schema_version AS schema_version"


def marker_row(graph: Graph) -> Row:
    """The one node of the label MARKER, as a row to load."""
    properties = {"name": "interlocal", "title": "interlocal", "fingerprint": graph.fingerprint, "schema_version": SCHEMA_VERSION}
    return {"id": "graph", "properties": properties}


def node_row(node: NodeRecord) -> Row:
    """A node as a row to load. ``title`` repeats the name: some engines show it in its place."""
    properties: Row = {"name": node.name, "title": node.name, **node.properties}
    for name, value in (("aliases", list(node.aliases)), ("country", node.country), ("evidence", [str(e) for e in node.evidence])):
        if value:
            properties[name] = value
    return {"id": node.id, "properties": properties}


def tie_row(tie: RelationshipRecord) -> Row:
    """A tie as a row to load."""
    properties: Row = dict(tie.properties)
    if tie.evidence:
        properties["evidence"] = [str(e) for e in tie.evidence]
    return {"source": tie.source, "target": tie.target, "key": tie.key, "properties": properties}


def node_rows(graph: Graph) -> Mapping[str, Sequence[Row]]:
    """The nodes as rows to load, by label."""
    rows: dict[str, list[Row]] = {}
    for node in graph.nodes:
        rows.setdefault(node.type, []).append(node_row(node))
    return rows


def tie_rows(graph: Graph) -> Mapping[tuple[str, str, str], Sequence[Row]]:
    """The ties as rows to load, by label of the source, type and label of the target."""
    rows: dict[tuple[str, str, str], list[Row]] = {}
    for tie in graph.relationships:
        rows.setdefault(ends_of(tie, graph), []).append(tie_row(tie))
    return rows


def ends_of(tie: RelationshipRecord, graph: Graph) -> tuple[str, str, str]:
    """Label of the source, type, label of the target; raises StoreError for a tie that leads out of the graph."""
    missing = next((end for end in (tie.source, tie.target) if end not in graph.by_id), None)
    if missing:
        raise StoreError(f"the tie {tie.source} {tie.type} {tie.target} leads to “{missing}”, which is not in the graph")
    return graph.by_id[tie.source].type, tie.type, graph.by_id[tie.target].type


# What a stored node holds beside the properties of the schema; ``type`` is made up by one engine.
_OF_EVERY_NODE = ("id", "title", "type", "name", "aliases", "country", "evidence")
_OF_EVERY_TIE = ("key", "evidence", "type")


def node_of(label: str, p: Mapping[str, Any]) -> NodeRecord:
    """The node that was stored with the properties ``p``."""
    properties = {k: v for k, v in sorted(p.items()) if k not in _OF_EVERY_NODE and v is not None}
    evidence = parse_evidence(";".join(p.get("evidence") or []))
    return NodeRecord(p["id"], label, p["name"], tuple(p.get("aliases") or ()), p.get("country") or "", properties, evidence)


def tie_of(kind: str, source: str, target: str, p: Mapping[str, Any]) -> RelationshipRecord:
    """The tie that was stored with the properties ``p``."""
    properties = {k: v for k, v in sorted(p.items()) if k not in _OF_EVERY_TIE and v is not None}
    evidence = parse_evidence(";".join(p.get("evidence") or []))
    return RelationshipRecord(source, kind, target, p.get("key") or "", properties, evidence)


def in_scope(graph: Graph, scope: Scope) -> Graph:
    """``graph``, or the part of it that the sources name."""
    if scope == "all":
        return graph
    nodes = tuple(n for n in graph.nodes if not _only_reference(n))
    kept = {n.id for n in nodes}
    return Graph(nodes, tuple(t for t in graph.relationships if t.source in kept and t.target in kept), graph.fingerprint)


def _only_reference(node: NodeRecord) -> bool:
    """A node that no report names: it came with reference data alone (its id says so: ``lra:it/lau/072006``)."""
    return node.type == "LRA" and ("/lau/" in node.id or "/nuts/" in node.id)
