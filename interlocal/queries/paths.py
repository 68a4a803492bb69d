"""``path``: how two of them hang together, over ties that mean cooperation, and why each step is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.errors import QuestionError
from interlocal.graph.cite import Citations
from interlocal.graph.lookup import find
from interlocal.graph.projection import shortest_path
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import GROUPS
from interlocal.graph.words import tie_details, tie_words
from interlocal.text import in_words

# What a tie of cooperation can lead to.
_ENDS = ("LRA", "Network", "Organisation", "Project", "Service")


@dataclass(frozen=True)
class Step:
    """One step: from whom to whom, and every tie that makes it one, each with its evidence."""

    source: str
    target: str
    reasons: Sequence[tuple[str, tuple[Evidence, ...]]]


@dataclass(frozen=True)
class Path:
    """A shortest chain, or none. ``steps`` is None when no chain is recorded."""

    start: NodeRecord
    end: NodeRecord
    steps: Sequence[Step] | None
    networks: bool
    implied: int
    citations: Citations

    @property
    def headline(self) -> str:
        over = "cooperation or shared networks" if self.networks else "cooperation"
        if self.steps is None:
            hint = "" if self.networks else " With --networks, chains through shared networks count too."
            return (
                f"No chain of recorded {over} joins {self.start.name} and {self.end.name}. "
                f"That means only that these sources record none; none of them looked for one.{hint}"
            )
        length = len(self.steps)
        doubt = " One of them rests on ties that are implied, not said outright." if self.implied == 1 else ""
        doubt = f" {in_words(self.implied).capitalize()} of them rest on ties that are implied, not said outright." if self.implied > 1 else doubt
        chain = " That each step is recorded does not show that the two work with each other." if length > 1 else ""
        steps = f"{in_words(length)} step{'s' if length > 1 else ''}"
        return f"{self.start.name} and {self.end.name} are joined by recorded {over} in {steps}.{doubt}{chain}"

    @property
    def as_of(self) -> str:
        """The years whose state the sources of the steps describe; of all sources when there is no chain."""
        return self.citations.dated(e for s in self.steps or () for _, evidence in s.reasons for e in evidence) or self.citations.dates()

    def as_dict(self) -> dict[str, Any]:
        steps = None if self.steps is None else [
            {"from": s.source, "to": s.target, "reasons": [{"says": says, "evidence": [str(e) for e in evidence]} for says, evidence in s.reasons]}
            for s in self.steps
        ]  # fmt: skip
        return {"from": self.start.id, "to": self.end.id, "as_of": self.as_of, "found": self.steps is not None, "steps": steps, "sentences": [self.headline]}


def path(graph: Graph, a: str, b: str, *, networks: bool = False) -> Path:
    """A shortest chain between what two names mean; raises QuestionError for a name that means none or several."""
    start, end = (find(name, graph.of_type(*_ENDS)) for name in (a, b))
    if start.id == end.id:
        raise QuestionError(f"“{a}” and “{b}” are the same: {start.name}", todo="Name two different ones.")
    types = GROUPS["cooperation"] + (GROUPS["in_network"] if networks else ())
    chain = shortest_path(graph, start.id, end.id, types)
    citations = Citations.of_graph(graph)
    if chain is None:
        return Path(start, end, None, networks, 0, citations)
    steps, here = [], start.id
    for ties in chain:
        there = ties[0].target if ties[0].source == here else ties[0].source
        steps.append(Step(here, there, [(_reason(graph, tie), tie.evidence) for tie in ties]))
        here = there
    implied = sum(all(tie.properties.get("certainty") == "implied" for tie in ties) for ties in chain)
    return Path(start, end, steps, networks, implied, citations)


def _reason(graph: Graph, tie: RelationshipRecord) -> str:
    more = tie_details(tie, graph)
    return f"{graph.by_id[tie.source].name} {tie_words(tie)[0]} {graph.by_id[tie.target].name}" + (f" ({more})" if more else "")
