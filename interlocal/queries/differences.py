"""``differences``: where sources differ, each side with its passages and our reading. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.graph.cite import Citations
from interlocal.graph.lookup import find
from interlocal.graph.records import Evidence, Graph, NodeRecord
from interlocal.graph.words import property_words
from interlocal.queries.profile import ASKABLE

READINGS = {"accepted": "followed here", "rejected": "not followed", "open": "left open"}


@dataclass(frozen=True)
class Side:
    """What one source says, our reading of it, and the reason."""

    says: str
    reading: str
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Difference:
    """One thing about which sources differ, or of which one source has an evident misprint."""

    about: str
    name: str
    concerns: str
    misprint: bool
    sides: Sequence[Side]

    @property
    def title(self) -> str:
        return f"{self.name}: {property_words(self.concerns)}" + (" (a misprint)" if self.misprint else "")

    def as_dict(self) -> dict[str, Any]:
        sides = [{"says": s.says, "reading": s.reading, "reason": s.reason, "evidence": [str(e) for e in s.evidence]} for s in self.sides]
        return {"about": self.about, "name": self.name, "property": self.concerns, "misprint": self.misprint, "sides": sides}


@dataclass(frozen=True)
class Differences:
    """All of them, or those about one thing."""

    all: Sequence[Difference]
    citations: Citations


def differences(graph: Graph, name: str = "") -> Differences:
    """Where sources differ; about what ``name`` means, or anywhere. Raises QuestionError for a name that means none or several."""
    wanted = find(name, graph.of_type(*ASKABLE, "Document")) if name else None
    found = [
        _difference(conflict, graph.by_id[tie.target])
        for conflict in graph.of_type("Conflict")
        for tie in graph.ties_of[conflict.id]
        if wanted is None or tie.target == wanted.id
    ]
    return Differences(sorted(found, key=lambda d: (d.name, d.about, d.concerns)), Citations.of_graph(graph))


def _difference(conflict: NodeRecord, about: NodeRecord) -> Difference:
    statements = conflict.properties["statements"]
    sides = []
    for text in statements if isinstance(statements, list) else ():
        side = json.loads(text)
        sides.append(Side(side["says"], side["reading"], side["reason"], tuple(Evidence.parse(e) for e in side["evidence"])))
    return Difference(about.id, about.name, str(conflict.properties["property"]), conflict.properties["kind"] == "misprint", sides)
