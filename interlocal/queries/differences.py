"""``differences``: where sources differ, each side with its passages and our reading. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.graph.cite import Citations
from interlocal.graph.conflicts import Side, sides_of
from interlocal.graph.lookup import find
from interlocal.graph.records import Graph
from interlocal.graph.words import property_words
from interlocal.queries.profile import ASKABLE


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
        Difference(
            tie.target, graph.by_id[tie.target].name, str(conflict.properties["property"]), conflict.properties["kind"] == "misprint", sides_of(conflict)
        )
        for conflict in graph.of_type("Conflict")
        for tie in graph.ties_of[conflict.id]
        if wanted is None or tie.target == wanted.id
    ]
    return Differences(sorted(found, key=lambda d: (d.name, d.about, d.concerns)), Citations.of_graph(graph))
