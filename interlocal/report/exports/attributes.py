"""Nodes and ties as flat attributes, for formats of which an attribute is one value and has one type a file.

Written by hand and not by networkx: that one's writers name a type by the first value they meet, put today's date into the file,
take ``start``, ``end``, ``type`` and ``key`` for things of their own, and lose line ends. (It reads what is written here.)
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from interlocal.graph.records import Graph, RelationshipRecord
from interlocal.graph.words import tie_words

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
# What XML 1.0 (section 2.2) has no way to write.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Up to here every whole number is a double too.
_EXACT = 2**53


@dataclass(frozen=True)
class Table:
    """Rows of attributes as texts: ``columns`` gives the type of each, ``json`` names those that hold texts of JSON."""

    columns: Mapping[str, str]
    json: Sequence[str]
    rows: Sequence[Mapping[str, str]]


def node_table(graph: Graph) -> Table:
    """A row a node: ``label`` is its name, ``type`` its label."""
    rows: list[dict[str, Any]] = []
    for node in graph.nodes:
        own = {"label": node.name, "type": node.type, "country": node.country, "aliases": list(node.aliases), "evidence": list(map(str, node.evidence))}
        rows.append({k: v for k, v in own.items() if v or k == "label"} | {_beside(own, k): v for k, v in node.properties.items()})
    return _table(rows, ("label", "type", "country", "aliases", "evidence"))


def tie_table(graph: Graph) -> Table:
    """A row a tie: ``label`` is how it reads, ``tie_type`` and ``tie_key`` what the model calls type and key."""
    rows: list[dict[str, Any]] = []
    for tie in graph.relationships:
        own = {"label": tie_words(tie)[0], "tie_type": tie.type, "tie_key": tie.key}
        evidence = {"evidence": list(map(str, tie.evidence))} if tie.evidence else {}
        rows.append(own | evidence | dict(tie.properties))
    return _table(rows, ("label", "tie_type", "tie_key", "evidence"))


def tie_id(tie: RelationshipRecord) -> str:
    """An id that stays the same as long as the tie's ends, type and key do; without spaces, which ids in XML do not have."""
    return "+".join(quote(part, safe=":/._-") for part in tie.identity if part)


def document(root: ElementTree.Element) -> str:
    """The text of an XML document, an element a line."""
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    # A bare carriage return would be read as a line feed.
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.replace("\r", "&#13;")


def xml(text: str) -> str:
    """``text`` without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def _beside(own: Mapping[str, object], name: str) -> str:
    """The name of a property beside our own attributes: a fact called ``label`` becomes ``label_``."""
    return f"{name}_" if name.rstrip("_") in own else name


def _table(rows: Sequence[Mapping[str, Any]], first: Sequence[str]) -> Table:
    found: dict[str, list[Any]] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, []).append(value)
    names = [*(n for n in first if n in found), *sorted(found.keys() - set(first))]
    types = {name: _type(found[name]) for name in names}
    texts = [{name: _text(row[name], types[name]) for name in names if name in row} for row in rows]
    return Table({n: t or "string" for n, t in types.items()}, [n for n, t in types.items() if not t], texts)


def _type(values: Sequence[Any]) -> str:
    """The type that all values have; empty where each has to be a text of JSON."""
    kinds = {type(v) for v in values}
    if kinds == {int, float} and all(abs(v) <= _EXACT for v in values if isinstance(v, int)):
        return "double"
    return _TYPES.get(kinds.pop(), "") if len(kinds) == 1 else ""


def _text(value: Any, kind: str) -> str:
    if not kind:
        return xml(json.dumps(value, ensure_ascii=False))
    return str(value).lower() if isinstance(value, bool) else xml(str(value))
