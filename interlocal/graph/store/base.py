"""The protocol that every store keeps, and what is common to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from interlocal.errors import StoreError
from interlocal.graph.records import Graph
from interlocal.graph.schema import SCHEMA_VERSION

# ``named``: what the sources name; ``all``: also what only reference data names.
Scope = Literal["named", "all"]

# Seconds after which a query is given up.
TIME_LIMIT = 30.0

Row = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """The answer to a query: its columns in order, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Store(Protocol):
    """A place that keeps one graph. All methods raise StoreError; ``query`` also QuestionError, for what may not be asked."""

    def write(self, graph: Graph) -> None:
        """Replace what the store holds by ``graph``: all of it or, on an error, nothing."""

    def read(self, scope: Scope = "all") -> Graph:
        """The graph as it was written."""

    def query(self, text: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """The rows of one reading Cypher statement (see ``guard``); a missing parameter is an error."""


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


def node_rows(graph: Graph) -> Mapping[str, Sequence[Row]]:
    """The nodes as rows to load, by label. ``title`` repeats the name: some engines show it in its place."""
    rows: dict[str, list[Row]] = {}
    for node in graph.nodes:
        properties: Row = {"name": node.name, "title": node.name, **node.properties}
        for name, value in (("aliases", list(node.aliases)), ("country", node.country), ("evidence", [str(e) for e in node.evidence])):
            if value:
                properties[name] = value
        rows.setdefault(node.type, []).append({"id": node.id, "properties": properties})
    return rows


def tie_rows(graph: Graph) -> Mapping[tuple[str, str, str], Sequence[Row]]:
    """The ties as rows to load, by label of the source, type and label of the target."""
    rows: dict[tuple[str, str, str], list[Row]] = {}
    for tie in graph.relationships:
        properties: Row = dict(tie.properties)
        if tie.evidence:
            properties["evidence"] = [str(e) for e in tie.evidence]
        missing = next((end for end in (tie.source, tie.target) if end not in graph.by_id), None)
        if missing:
            raise StoreError(f"the tie {tie.source} {tie.type} {tie.target} leads to “{missing}”, which is not in the graph")
        ends = graph.by_id[tie.source].type, tie.type, graph.by_id[tie.target].type
        rows.setdefault(ends, []).append({"source": tie.source, "target": tie.target, "key": tie.key, "properties": properties})
    return rows
