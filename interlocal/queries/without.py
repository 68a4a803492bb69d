"""``without``: if this fund, project or network ended, whose only recorded tie of that kind would go. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.graph.cite import Citations
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.words import tie_words
from interlocal.queries.compare import named
from interlocal.queries.parts import PAST, has_ended, wholes, with_parts
from interlocal.text import counted, in_words, listed

# What can end, and which ties of those around it are of one kind with theirs.
KINDS = {"Fund": ("FUNDED_BY",), "Project": ("LEADS", "PARTNER_IN", "COOPERATES_WITH", "SUPPORTS"), "Network": ("MEMBER_OF", "STEERS", "FOUNDED")}
_WORDS = {"Fund": "source of money", "Project": "link of cooperation", "Network": "network"}
# How many of what are tied to what ends, and by what; and what is said when there are none.
_TIED = {"Fund": ("thing", "things", "money from"), "Project": ("body", "bodies", "a part in"), "Network": ("body", "bodies", "a place in")}
_NOBODY = {"Fund": "nothing that has money from", "Project": "nobody who has a part in", "Network": "no member, founder or steering body of"}
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
        kind, name = _WORDS[self.ended.type], self.ended.name
        if not self.affected:
            return f"These sources name {_NOBODY[self.ended.type]} {name}."
        one, many, by = _TIED[self.ended.type]
        only, tied = len(self.only), len(self.affected)
        if not only:
            rest = f"another {kind} is recorded for {'it' if tied == 1 else 'each of them'}"
        elif only == tied:
            rest = f"no other {kind} is recorded for {'it' if tied == 1 else 'any of them'}"
        else:
            rest = f"for {in_words(only)} of them no other {kind} is recorded"
        return f"These sources record {counted(tied, one, many)} with {by} {name}; {rest}. There may be more than these sources record."

    @property
    def as_of(self) -> str:
        return self.citations.dated(e for one in self.affected for e in one.evidence) or self.citations.dates()

    def sentence(self, one: Affected) -> str:
        kind = _WORDS[self.ended.type]
        rest = f"also recorded: {listed([*one.left[:_SHOWN], *([f'{len(one.left) - _SHOWN} more'] if len(one.left) > _SHOWN else [])])}"
        return f"{one.node.name} {one.says}; {rest if one.left else f'no other {kind} is recorded'}"

    def as_dict(self) -> dict[str, Any]:
        rows = [
            {"id": o.node.id, "name": o.node.name, "says": self.sentence(o), "only": not o.left, "left": list(o.left), "evidence": [str(e) for e in o.evidence]}
            for o in self.affected
        ]
        return {"ended": self.ended.id, "as_of": self.as_of, "headline": self.headline, "affected": rows}


def without(graph: Graph, name: str) -> Without:
    """Who would lose what; raises QuestionError when ``name`` is no fund, project or network, or several."""
    ended = named(graph, name, tuple(KINDS), "Name a fund, a project or a network.")
    kinds = KINDS[ended.type]
    # With a project end its parts; a part of what a fund pays for counts with the whole.
    gone = with_parts(graph, ended.id)
    around: dict[str, list[RelationshipRecord]] = {}
    for tie in (tie for one in sorted(gone) for tie in graph.ties_of.get(one, ())):
        other = tie.target if tie.source in gone else tie.source
        if _counts(tie, kinds) and other not in gone and _is_tied(tie, ended):
            for whole in wholes(graph, other):
                around.setdefault(whole, []).append(tie)
    affected = [_affected(graph, ended, gone, graph.by_id[identifier], ties, kinds) for identifier, ties in around.items()]
    return Without(ended, sorted(affected, key=lambda one: (bool(one.left), one.node.name, one.node.id)), Citations.of_graph(graph))


def _affected(
    graph: Graph, ended: NodeRecord, gone: Iterable[str], node: NodeRecord, ties: Sequence[RelationshipRecord], kinds: Sequence[str]
) -> Affected:  # fmt: skip
    mine = with_parts(graph, node.id)
    theirs = [t for one in mine for t in graph.ties_of.get(one, ()) if _counts(t, kinds) and _is_like(graph, t, ended, mine)]
    others = {t.target if t.source in mine else t.source for t in theirs} - {*gone}
    left = sorted(graph.by_id[whole].name for whole in {whole for other in others for whole in wholes(graph, other)} - {ended.id, *mine})
    # Where a link of the whole is recorded, those of its parts say nothing more.
    told = [tie for tie in ties if {tie.source, tie.target} == {node.id, ended.id}] or ties
    says = listed(dict.fromkeys(_in_words(tie, ended, forward=tie.source in mine) for tie in told))
    return Affected(node, says, left, tuple(sorted({e for tie in ties for e in tie.evidence})))


def _in_words(tie: RelationshipRecord, ended: NodeRecord, *, forward: bool) -> str:
    """``leads SELMA (since 2003)``, ``was a partner in SELMA (2003–2006)``."""
    since, until = tie.properties.get("since_year"), tie.properties.get("until_year")
    words = tie_words(tie)[0 if forward else 1]
    told = PAST.get(words, words) if until else words
    if since and until and since != until:
        return f"{told} {ended.name} ({since}–{until})"
    years = f" ({until})" if since and until else f" (until {until})" if until else f" (since {since})" if since and words == told else ""
    return f"{told} {ended.name}{years}"


def _counts(tie: RelationshipRecord, kinds: Sequence[str]) -> bool:
    return tie.type in kinds and tie.properties.get("reading") != "open" and not has_ended(tie)


def _is_tied(tie: RelationshipRecord, ended: NodeRecord) -> bool:
    """Of a network its own members and founders are tied to it, and not the networks of which it is a member."""
    return ended.type != "Network" or tie.target == ended.id


def _is_like(graph: Graph, tie: RelationshipRecord, ended: NodeRecord, mine: Iterable[str]) -> bool:
    """Whether a tie is of the kind that goes: money that one gets, a place in a network (and not in a service that one founded)."""
    if ended.type == "Network":
        return tie.source in mine and graph.by_id[tie.target].type == "Network"
    return ended.type != "Fund" or tie.source in mine
