"""``without``: if this fund, project or network ended, whose only recorded tie of that kind would go. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.graph.cite import Citations
from interlocal.graph.lookup import find
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.words import tie_words
from interlocal.text import counted, in_words, listed

# What can end, and which ties of those around it are of one kind with theirs.
KINDS = {"Fund": ("FUNDED_BY",), "Project": ("LEADS", "PARTNER_IN", "COOPERATES_WITH", "SUPPORTS"), "Network": ("MEMBER_OF", "STEERS", "FOUNDED")}
_WORDS = {"Fund": "source of money", "Project": "tie of cooperation", "Network": "network"}
_SHOWN = 4


@dataclass(frozen=True)
class Affected:
    """One that is tied to what ends: how, and what else of that kind is recorded for it."""

    node: NodeRecord
    says: str
    left: Sequence[str]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Without:
    """What ends, and everybody with a tie to it; those with nothing else of the kind come first."""

    ended: NodeRecord
    affected: Sequence[Affected]
    citations: Citations

    @property
    def only(self) -> Sequence[Affected]:
        return [one for one in self.affected if not one.left]

    @property
    def headline(self) -> str:
        kind = _WORDS[self.ended.type]
        if not self.affected:
            return f"These sources name nobody whose {kind} {self.ended.name} is."
        only = in_words(len(self.only)) if self.only else "none"
        tied = counted(len(self.affected), "thing")
        return f"Of {tied} tied to {self.ended.name}, it is the only {kind} recorded for {only}. Others may have more than these sources record."

    @property
    def as_of(self) -> str:
        return self.citations.dated(e for one in self.affected for e in one.evidence) or self.citations.dates()

    def sentence(self, one: Affected) -> str:
        kind = _WORDS[self.ended.type]
        rest = f"also recorded: {listed([*one.left[:_SHOWN], *([f'{len(one.left) - _SHOWN} more'] if len(one.left) > _SHOWN else [])])}"
        return f"{one.node.name} {one.says} {self.ended.name}; {rest if one.left else f'no other {kind} is recorded'}"

    def as_dict(self) -> dict[str, Any]:
        rows = [
            {"id": o.node.id, "name": o.node.name, "says": self.sentence(o), "only": not o.left, "left": list(o.left), "evidence": [str(e) for e in o.evidence]}
            for o in self.affected
        ]
        return {"ended": self.ended.id, "as_of": self.as_of, "headline": self.headline, "affected": rows}


def without(graph: Graph, name: str) -> Without:
    """Who would lose what; raises QuestionError when ``name`` is no fund, project or network, or several."""
    ended = find(name, graph.of_type(*KINDS))
    kinds = KINDS[ended.type]
    around: dict[str, list[RelationshipRecord]] = {}
    for tie in graph.ties_of.get(ended.id, ()):
        if _counts(tie, kinds):
            around.setdefault(tie.target if tie.source == ended.id else tie.source, []).append(tie)
    affected = [_affected(graph, ended, graph.by_id[identifier], ties, kinds) for identifier, ties in around.items()]
    return Without(ended, sorted(affected, key=lambda one: (bool(one.left), one.node.name, one.node.id)), Citations.of_graph(graph))


def _affected(graph: Graph, ended: NodeRecord, node: NodeRecord, ties: Sequence[RelationshipRecord], kinds: Sequence[str]) -> Affected:
    says = listed(dict.fromkeys(tie_words(tie)[0 if tie.source == node.id else 1] for tie in ties))
    others = {
        t.target if t.source == node.id else t.source for t in graph.ties_of[node.id] if _counts(t, kinds) and (ended.type != "Fund" or t.source == node.id)
    }
    left = sorted(graph.by_id[other].name for other in others - {ended.id})
    return Affected(node, says, left, tuple(sorted({e for tie in ties for e in tie.evidence})))


def _counts(tie: RelationshipRecord, kinds: Sequence[str]) -> bool:
    """A tie of the kind that holds: a founder stays one, other memberships may have ended."""
    ended = tie.type in ("MEMBER_OF", "STEERS") and "until_year" in tie.properties
    return tie.type in kinds and tie.properties.get("reading") != "open" and not ended
