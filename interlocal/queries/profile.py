"""``who``: everything about one organisation, place, project or fund, grouped, with its evidence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.errors import ModelError, QuestionError
from interlocal.graph.cite import Citations
from interlocal.graph.conflicts import sides_of
from interlocal.graph.lookup import find
from interlocal.graph.passages import Text
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord, parse_evidence
from interlocal.graph.words import facts_of, tie_details, tie_words
from interlocal.text import listed

# Whom people ask for by name.
ASKABLE = ("LRA", "Network", "Organisation", "Project", "Service", "Fund", "Policy", "Country")

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "Networks": ("MEMBER_OF", "STEERS", "FOUNDED"),
    "Projects": ("LEADS", "PARTNER_IN", "SERVES", "EVALUATED_BY", "FOLLOWS"),
    "Money": ("FUNDED_BY", "MANAGES"),
    "Cooperation and support": ("COOPERATES_WITH", "SUPPORTS", "LINKED_TO"),
    "Services, policies": ("RUNS", "ADOPTED"),
    "Place and belonging": ("PART_OF", "LOCATED_IN"),
    "Themes": ("ADDRESSES",),
    "Planned, not counted as ties": ("PLANS",),
    "Stated to be absent": ("LACKS",),
}


@dataclass(frozen=True)
class Line:
    """One thing said about somebody: a sentence, the other end of the tie if there is one, its evidence."""

    says: str
    other: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Profile:
    """All that the sources say about one thing, in groups that are never empty."""

    node: NodeRecord
    groups: Mapping[str, Sequence[Line]]
    as_of: str
    citations: Citations

    def as_dict(self) -> dict[str, Any]:
        groups = {
            title: [{"says": line.says, "other": line.other, "evidence": [str(e) for e in line.evidence]} for line in lines]
            for title, lines in self.groups.items()
        }
        node = self.node
        head = {"id": node.id, "type": node.type, "name": node.name, "aliases": list(node.aliases), "country": node.country}
        return {**head, "as_of": self.as_of, "evidence": [str(e) for e in node.evidence], "groups": groups}


def who(graph: Graph, name: str) -> Profile:
    """The profile of the one thing that ``name`` means; raises QuestionError when that is none or several."""
    return profile(graph, find(name, graph.of_type(*ASKABLE)))


def profile(graph: Graph, node: NodeRecord) -> Profile:
    """Everything about ``node``."""
    groups: dict[str, list[Line]] = {title: [] for title in _GROUPS}
    title_of = {kind: title for title, kinds in _GROUPS.items() for kind in kinds}
    for tie in graph.ties_of.get(node.id, ()):
        if tie.type in title_of:
            service = tie.type == "FOUNDED" and graph.by_id[tie.target].type != "Network"
            groups["Services, policies" if service else title_of[tie.type]].append(_line(graph, tie, node.id))
    for lines in groups.values():
        lines.sort(key=lambda line: (line.says, line.other))
    groups["Facts"] = [Line(words, "", evidence) for words, evidence in facts_of(node)]
    groups["What the sources say is missing or needed"] = [
        Line(f"{gap.name} ({gap.properties.get('kind', 'gap')}{_together(graph, gap)})", gap.id, gap.evidence) for gap in _about(graph, node, "StatedGap")
    ]
    groups["Sources differ"] = [Line(side.words, conflict.id, side.evidence) for conflict in _about(graph, node, "Conflict") for side in sides_of(conflict)]
    citations = Citations.of_graph(graph)
    evidence = [*node.evidence, *(e for lines in groups.values() for line in lines for e in line.evidence)]
    return Profile(node, {title: lines for title, lines in groups.items() if lines}, citations.dated(evidence), citations)


def _line(graph: Graph, tie: RelationshipRecord, me: str) -> Line:
    other = tie.target if tie.source == me else tie.source
    more = tie_details(tie, graph)
    forward, backward = tie_words(tie)
    # "is funded by X" from one end, "funds Y" from the other.
    name = graph.by_id[other].name
    says = f"{forward} {name}" if tie.source == me else f"{backward} {name}" if backward else f"{name} {forward} it"
    note = f"; {tie.properties['note']}" if tie.properties.get("note") else ""
    return Line(says + (f" ({more}{note})" if more else (f" ({note[2:]})" if note else "")), other, tie.evidence)


def _about(graph: Graph, node: NodeRecord, label: str) -> Iterator[NodeRecord]:
    for tie in graph.ties_of.get(node.id, ()):
        if tie.type == "ABOUT" and graph.by_id[tie.source].type == label:
            yield graph.by_id[tie.source]


def _together(graph: Graph, gap: NodeRecord) -> str:
    """Whom a gap is said of, when it is said of several at once."""
    about = sorted({graph.by_id[t.target].name for t in graph.ties_of.get(gap.id, ()) if t.type == "ABOUT"})
    return f", said of {listed(about)} together" if len(about) > 1 else ""


def passages(graph: Graph, what: str, texts: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """The passages of an evidence, or of a thing and of everything said about it: where each stands, and its words.

    Raises QuestionError when ``what`` is neither evidence nor a name of one thing.
    """
    citations = Citations.of_graph(graph)
    if "#" in what:
        try:
            evidence = list(parse_evidence(what))
        except ModelError as error:
            raise QuestionError(error.what, todo=error.todo) from error
        unknown = [span.document for e in evidence for span in e.spans if span.document not in texts]
        if unknown:
            raise QuestionError(f"the text of “{unknown[0]}” is not there", todo=f"There are: {', '.join(sorted(texts))}.")
        told = [("", e) for e in evidence]
    else:
        found = profile(graph, find(what, graph.of_type(*ASKABLE)))
        told = [("Named", e) for e in found.node.evidence]
        told += [(f"{found.node.name} {line.says}", e) for lines in found.groups.values() for line in lines for e in line.evidence]
    for says, passage in told:
        if all(span.document in texts for span in passage.spans):
            words = "\n[…]\n".join(texts[span.document].passage(span) for span in passage.spans)
            yield f"{says + ': ' if says else ''}{citations.full(passage)}", words
