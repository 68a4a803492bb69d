"""What the graphs of the counting tests are made of; the fixture ``answer`` asks a question of one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord, parse_evidence

LABELS = {
    "lra": "LRA", "org": "Organisation", "network": "Network", "project": "Project", "service": "Service", "policy": "Policy", "fund": "Fund",
    "theme": "Theme", "gap": "StatedGap", "conflict": "Conflict",
}  # fmt: skip
# In every graph.
ALWAYS = (
    NodeRecord("doc-2020", "Document", "A document", properties={"as_of_year": 2019}),
    NodeRecord("FR", "Country", "France"),
    NodeRecord("IT", "Country", "Italy"),
)


def node(identifier: str, country: str = "FR", name: str = "", evidence: int | str = 1, **properties: Any) -> NodeRecord:
    """The start of its id says what it is; without a name it is called by the end of its id."""
    label = LABELS[identifier.split(":")[0]]
    return NodeRecord(identifier, label, name or identifier.split("/")[-1].split(":")[-1].title(), (), country, properties, passages(evidence))


def tie(source: str, kind: str, target: str, evidence: int | str = 1, **properties: Any) -> RelationshipRecord:
    """Accepted unless another reading is given; the years are those of ``since`` and ``until``, as in every graph that is built."""
    key = properties.pop("key", "")
    years = {f"{name}_year": int(properties[name][:4]) for name in ("since", "until") if name in properties}
    return RelationshipRecord(source, kind, target, key, {"reading": "accepted", **properties, **years}, passages(evidence))


def passages(evidence: int | str) -> tuple[Evidence, ...]:
    """A line of the document, or passages as a table has them."""
    return parse_evidence(f"doc-2020#{evidence}" if isinstance(evidence, int) else evidence)


def fact(name: str, value: str, reading: str = "accepted", lines: Iterable[int] = (7,), **parts: str) -> str:
    """A fact as the store keeps it."""
    evidence = [f"doc-2020#{line}" for line in lines]
    return json.dumps({"evidence": evidence, "property": name, "reading": reading, "value": value, **parts}, sort_keys=True)


def graph(nodes: Iterable[NodeRecord], ties: Iterable[RelationshipRecord]) -> Graph:
    """Of two nodes with one id the later one stands."""
    by_id = {one.id: one for one in (*ALWAYS, *nodes)}
    return Graph(tuple(sorted(by_id.values(), key=lambda one: (one.type, one.id))), tuple(sorted(ties, key=lambda one: one.identity)))
