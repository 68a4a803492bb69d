"""A Cypher script that makes a Neo4j 5 database hold what the Neo4j store writes there.

It may be run on an empty database or over an earlier graph of ours, and as often as wanted. A row replaces all properties of its
node, so nothing of an earlier graph stays; nodes that are no longer there are told by a mark that every row takes away, and ties
are made anew. The node that says which graph it is is marked as incomplete first and written last: a run that was stopped leaves a
graph that answers nothing, and the next run mends it. A node that others' relationships hold on to is not torn off: the run stops.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from interlocal.graph.records import Graph
from interlocal.graph.schema import constraints, indexes
from interlocal.graph.store.base import MARKER, OURS, Row, marker_row, node_rows, tie_rows

# Rows of one statement: few enough for the parser of a small server.
_BATCH = 200
_HEAD = """\
// The graph of interlocal, for Neo4j 5. Meant for a database that holds nothing else, or an earlier graph of interlocal.
// Run it with:  cypher-shell -a neo4j://localhost:7687 -u neo4j -f graph.cypher
// Running it again changes nothing; running a newer one replaces the graph.
"""
# No fact is called so: their names are in small letters.
_BEGIN = (
    f"MATCH (i:{MARKER}:{OURS}) SET i.incomplete = true",
    f"MATCH (:{OURS})-[t]->(:{OURS}) WHERE t.key IS NOT NULL DELETE t",
    f"MATCH (n:{OURS}) SET n.STALE = true",
)
_SWEEP = f"MATCH (n:{OURS}) WHERE n.STALE AND NOT n:{MARKER} DELETE n"
_NODES = f"UNWIND {{rows}} AS r MERGE (n:{{label}} {{{{id: r.id}}}}) SET n:{OURS}, n = r"
_TIES = "UNWIND {rows} AS r MATCH (a:{source} {{id: r.source}}), (b:{target} {{id: r.target}}) MERGE (a)-[t:{type} {{key: r.tie.key}}]->(b) SET t = r.tie"

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Control characters, marks of direction, separators of lines: written as numbers, so that a script can be read and mailed.
_NUMBERED = {"Cc", "Cf", "Zl", "Zp"}


def export(graph: Graph) -> str:
    """The script; statements end with ``;`` and stand on lines of their own. Raises StoreError for a tie that leads out of the graph."""
    return _HEAD + "".join(f"{statement};\n" for statement in _statements(graph))


def schema() -> tuple[str, ...]:
    """Statements that make ids unique, and names quick to find."""
    marker = f"CREATE CONSTRAINT {MARKER.lower()}_id IF NOT EXISTS FOR (n:{MARKER}) REQUIRE n.id IS UNIQUE"
    return (*constraints(), *indexes(), marker)


def _statements(graph: Graph) -> Iterator[str]:
    yield from schema()
    yield from _BEGIN
    for label, nodes in node_rows(graph).items():
        for rows in _batches([{"id": row["id"], **row["properties"]} for row in nodes]):
            yield _NODES.format(rows=rows, label=label)
    yield _SWEEP
    for (source, kind, target), ties in tie_rows(graph).items():
        for rows in _batches([{"source": t["source"], "target": t["target"], "tie": {"key": t["key"], **t["properties"]}} for t in ties]):
            yield _TIES.format(rows=rows, source=source, type=kind, target=target)
    marker = marker_row(graph)
    yield _NODES.format(rows=literal([{"id": marker["id"], **marker["properties"]}]), label=MARKER)


def _batches(rows: Sequence[Row]) -> Iterator[str]:
    for first in range(0, len(rows), _BATCH):
        yield "[\n" + ",\n".join(literal(row) for row in rows[first : first + _BATCH]) + "\n]"


def literal(value: object) -> str:
    """``value`` as Cypher writes it; floats stay floats and come back exactly."""
    if isinstance(value, str):
        return f"'{''.join(map(_character, value))}'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        # All keys are quoted: which words a version reserves need not be known.
        return "{" + ", ".join(f"`{name.replace('`', '``')}`: {literal(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(literal, value))}]"
    return repr(value).replace("e+", "e")


def _character(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return f"\\u{ord(letter):04X}" if unicodedata.category(letter) in _NUMBERED and ord(letter) <= 0xFFFF else letter
