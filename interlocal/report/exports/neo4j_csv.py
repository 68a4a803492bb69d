"""A folder of CSV files for ``neo4j-admin database import full`` of Neo4j 5, with the command in its README.txt.

A column of such a file has one type. Where a property has values of several types (a number here, a word there), the nodes stand
in several files of the same label. Texts are always quoted, so that an empty text is not taken for none (both measured with 5.26);
an empty list cannot be told from none there, and is left out, as everywhere in the graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from interlocal.graph.records import Graph
from interlocal.graph.store.base import MARKER, OURS, Row, marker_row, node_rows, tie_rows
from interlocal.report.exports.cypher import schema

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double", list: "string[]"}
# What may stand between the parts of a list: the first that no part holds.
_DELIMITERS = tuple(map(chr, (0x1F, 0x1E, 0x1D, 0x1C, *range(0xE000, 0xF8FF))))

_README = """\
The graph of interlocal, for Neo4j 5.

1. Stop Neo4j. Open a terminal in this folder and run the line below; it is the same on Linux, macOS and Windows. If the programs of
   Neo4j are not found, write the folder that they are in before them, for example C:\\neo4j\\bin\\neo4j-admin or /opt/neo4j/bin/neo4j-admin.
   It fills the database "neo4j", which must be empty; to replace what is there, add --overwrite-destination=true.

{command}

2. Start Neo4j. Then make ids unique and names quick to find:

cypher-shell -u neo4j -f schema.cypher

Encoding UTF-8; {delimiter} stands between the parts of a list; a text is quoted, also an empty one; nothing between commas is no value.
"""


@dataclass
class _Table:
    """Rows that agree on the type of every column."""

    types: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def takes(self, types: Mapping[str, str]) -> bool:
        return all(self.types.get(name, kind) == kind for name, kind in types.items())


def export(graph: Graph) -> Mapping[str, str]:
    """The files by name: nodes a label, ties a type, the statements for ids and names, and what to do with them."""
    delimiter = _delimiter(graph)
    nodes, ties = dict(_node_files(graph, delimiter)), dict(_tie_files(graph, delimiter))
    options = [
        f"--array-delimiter=U+{ord(delimiter):04X}",
        "--multiline-fields=true",
        *(f"--nodes={n}" for n in nodes),
        *(f"--relationships={t}" for t in ties),
    ]
    readme = _README.format(command=f"neo4j-admin database import full neo4j {' '.join(options)}", delimiter=f"U+{ord(delimiter):04X}")
    return {"README.txt": readme, "schema.cypher": "".join(f"{s};\n" for s in schema()), **nodes, **ties}


def _node_files(graph: Graph, delimiter: str) -> Iterator[tuple[str, str]]:
    for label, rows in node_rows(graph).items():
        yield from _files(f"nodes-{label}", [{"id:ID": r["id"], ":LABEL": [label, OURS], **r["properties"]} for r in rows], delimiter)
    marker = marker_row(graph)
    # An id space of its own: a document may be called as the marker is.
    yield from _files(f"nodes-{MARKER}", [{f"id:ID({MARKER})": marker["id"], ":LABEL": [MARKER, OURS], **marker["properties"]}], delimiter)


def _tie_files(graph: Graph, delimiter: str) -> Iterator[tuple[str, str]]:
    by_type: dict[str, list[Row]] = {}
    for (_, kind, _), rows in tie_rows(graph).items():
        own = ({":START_ID": r["source"], ":END_ID": r["target"], ":TYPE": kind, "key": r["key"]} for r in rows)
        by_type.setdefault(kind, []).extend(o | r["properties"] for o, r in zip(own, rows, strict=True))
    for kind, ties in by_type.items():
        yield from _files(f"ties-{kind}", ties, delimiter)


def _delimiter(graph: Graph) -> str:
    held = [*(n.properties for n in graph.nodes), *(t.properties for t in graph.relationships)]
    lists = [*(v for properties in held for v in properties.values() if isinstance(v, list)), *(n.aliases for n in graph.nodes)]
    used = {letter for parts in lists for part in parts for letter in part}
    return next(d for d in _DELIMITERS if d not in used)


def _files(name: str, rows: Sequence[Row], delimiter: str) -> Iterator[tuple[str, str]]:
    """One file, or as many as there are types that do not go together."""
    tables: list[_Table] = []
    for row in rows:
        filled = {k: v for k, v in row.items() if v != []}
        types = {k: "" if ":" in k else _TYPES[type(v)] for k, v in filled.items()}
        table = next((t for t in tables if t.takes(types)), None)
        if table is None:
            tables.append(table := _Table())
        table.types |= types
        table.rows.append(filled)
    for number, table in enumerate(tables, 1):
        yield f"{name}{f'-{number}' if number > 1 else ''}.csv", _csv(table, delimiter)


def _csv(table: _Table, delimiter: str) -> str:
    header = ",".join(f"{name}:{kind}" if kind else name for name, kind in table.types.items())
    lines = (",".join(_cell(row.get(name), delimiter) for name in table.types) for row in table.rows)
    return "".join(f"{line}\n" for line in (header, *lines))


def _cell(value: object, delimiter: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = delimiter.join(value) if isinstance(value, list) else str(value)
    return '"' + text.replace('"', '""') + '"'
