"""The whole graph as JSON lines: the stable format that others script against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from interlocal.graph.records import Evidence, Graph, enclosing

# Texts of JSON inside a property come out as what they hold.
_NESTED = ("facts", "statements", "sections")


def export(graph: Graph) -> str:
    """One line a node, then one a relationship; sorted, so that equal graphs give equal bytes."""
    return "".join(f"{json.dumps(line, ensure_ascii=False, sort_keys=True)}\n" for line in _lines(graph))


def _lines(graph: Graph) -> Iterator[dict[str, Any]]:
    for node in graph.nodes:
        yield {
            "kind": "node", "id": node.id, "type": node.type, "name": node.name, "aliases": list(node.aliases), "country": node.country,
            "properties": _properties(node.properties), "evidence": _evidence(node.evidence, graph),
        }  # fmt: skip
    for tie in graph.relationships:
        properties = {"key": tie.key, **tie.properties} if tie.key else dict(tie.properties)
        yield {
            "kind": "relationship", "source": tie.source, "type": tie.type, "target": tie.target,
            "properties": _properties(properties), "evidence": _evidence(tie.evidence, graph),
        }  # fmt: skip


def _properties(properties: Any) -> dict[str, Any]:
    return {name: [json.loads(text) for text in value] if name in _NESTED else value for name, value in properties.items()}


def _evidence(evidence: tuple[Evidence, ...], graph: Graph) -> list[dict[str, Any]]:
    entries = []
    for number, passage in enumerate(evidence, start=1):
        for span in passage.spans:
            section = enclosing(span, graph.sections)
            entry: dict[str, Any] = {"document": span.document, "section": section.path if section else "", "lines": [span.first, span.last]}
            if len(passage.spans) > 1:
                entry["group"] = number
            entries.append(entry)
    return entries
