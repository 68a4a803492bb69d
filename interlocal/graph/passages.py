"""Whether evidence still stands: passages of a text by their words, without keeping the words.

For each span of lines the project keeps the number of its words and one hash over them, normalised (case, accents,
marks, spaces and line ends do not matter). Whoever has the text can check that the passage stands where it is said
to, or find where it went; nobody can read the passage from the hash. Pure.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from interlocal.graph.records import Evidence, FactRecord, Graph, NodeRecord, Records, RelationshipRecord, Section, Span, Stamp
from interlocal.graph.words import facts_of
from interlocal.text import fold

# Contact rows are read to know which body runs a thing; people in them are never shown.
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+\s?\d[\d ()/-]{6,}|\b(?:tel|phone|fax|mobile)\b", re.IGNORECASE)
_LEFT_OUT = "[a contact line is left out here]"
# Lines move by little when a text is made anew: so far up and down is looked first, line by line.
_NEAR = 60
# Themes are ours and not printed; gaps are paraphrased; documents and countries need no evidence.
_UNPRINTED = ("Theme", "Document", "Country", "StatedGap", "Conflict")


class Text:
    """A document's text, by lines that count from 1 (split at the line feed alone)."""

    def __init__(self, content: str) -> None:
        self.lines = content.split("\n")

    @cached_property
    def words_of_lines(self) -> Sequence[Sequence[str]]:
        return [fold(line).split() for line in self.lines]

    def words(self, span: Span) -> list[str]:
        return [word for line in self.words_of_lines[span.first - 1 : span.last] for word in line]

    def passage(self, span: Span) -> str:
        """The lines as they stand; lines with an e-mail address or a telephone number are left out."""
        lines = (line.strip("\f\r ") for line in self.lines[span.first - 1 : span.last])
        return "\n".join(_LEFT_OUT if _CONTACT.search(line) else line for line in lines if line)

    def squeezed(self, span: Span) -> str:
        """The words without spaces and hyphens at line ends, for looking for names in them."""
        return "".join(self.words(span))

    @cached_property
    def _flow(self) -> tuple[list[str], list[int]]:
        """All words, and the line of each."""
        words = [(word, number) for number, line in enumerate(self.words_of_lines, start=1) for word in line]
        return [w for w, _ in words], [n for _, n in words]

    def find(self, stamp: Stamp) -> Span | None:
        """Where the stamped passage stands: at its place, near it, or anywhere; None when it is not there."""
        span = stamp.span
        for shift in sorted(range(-_NEAR, _NEAR + 1), key=abs):
            first, last = span.first + shift, span.last + shift
            if first >= 1 and last <= len(self.lines):
                moved = Span(span.document, first, last)
                if digest(self.words(moved)) == stamp.hash:
                    return moved
        words, numbers = self._flow
        for start in range(len(words) - stamp.words + 1):
            end = start + stamp.words
            if stamp.words and digest(words[start:end]) == stamp.hash:
                return Span(span.document, numbers[start], numbers[end - 1])
        return None


def digest(words: Sequence[str]) -> str:
    """A hash over normalised words."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]


def stamp(span: Span, text: Text) -> Stamp:
    """What is kept of ``span``."""
    words = text.words(span)
    return Stamp(span, len(words), digest(words))


def spans_of(records: Records, documents: Iterable[str]) -> list[Span]:
    """Every span of ``documents`` that any record rests on, each once."""
    wanted = set(documents)
    everything: tuple[NodeRecord | RelationshipRecord | FactRecord, ...] = (*records.nodes, *records.relationships, *records.facts)
    return sorted({span for record in everything for passage in record.evidence for span in passage.spans if span.document in wanted})


@dataclass(frozen=True)
class Unnamed:
    """A tie whose evidence does not name one of its ends."""

    tie: RelationshipRecord
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Verification:
    """What was found: spans in place, moved, missing and never stamped; ties checked, and those whose ends are not named."""

    in_place: int
    moved: tuple[tuple[Span, Span], ...]
    missing: tuple[Span, ...]
    unstamped: tuple[Span, ...]
    ties: int
    unnamed: tuple[Unnamed, ...]

    @property
    def share(self) -> float:
        """The share of ties that are exceptions."""
        return len(self.unnamed) / self.ties if self.ties else 0.0

    @property
    def holds(self) -> bool:
        """Whether every passage was found, and exceptions are few (3 % of ties)."""
        return not self.missing and not self.unstamped and self.share <= 0.03

    def as_dict(self) -> dict[str, Any]:
        """For scripts."""
        return {
            "in_place": self.in_place, "moved": [[str(a), str(b)] for a, b in self.moved], "missing": [str(s) for s in self.missing],
            "unstamped": [str(s) for s in self.unstamped], "ties": self.ties, "share": round(self.share, 4), "holds": self.holds,
            "exceptions": [{"tie": list(u.tie.identity), "missing": list(u.missing), "evidence": [str(e) for e in u.tie.evidence]} for u in self.unnamed],
        }  # fmt: skip


def verify(records: Records, stamps: Iterable[Stamp], texts: Mapping[str, Text]) -> Verification:
    """Check every evidence of ``records`` that rests on one of ``texts``."""
    kept = {s.span: s for s in stamps}
    in_place, moved, missing, unstamped = 0, [], [], []
    for span in spans_of(records, texts):
        if span not in kept:
            unstamped.append(span)
            continue
        found = span if digest(texts[span.document].words(span)) == kept[span].hash else texts[span.document].find(kept[span])
        if found == span:
            in_place += 1
        elif found is None:
            missing.append(span)
        else:
            moved.append((span, found))
    ties, unnamed = _unnamed(records, texts, dict(moved))
    return Verification(in_place, tuple(moved), tuple(missing), tuple(unstamped), ties, tuple(unnamed))


def _unnamed(records: Records, texts: Mapping[str, Text], moved: Mapping[Span, Span]) -> tuple[int, list[Unnamed]]:
    """How many ties were looked at, and those with an end that no passage of theirs names, wherever it stands now."""
    nodes = {node.id: node for node in records.nodes}
    look = _Look(records.sections, texts, moved)
    count, found = 0, []
    for tie in records.relationships:
        evidence = [e for e in tie.evidence if all(span.document in texts for span in e.spans)]
        if tie.type == "ABOUT" or not evidence:
            continue
        count += 1
        ends = [nodes[end] for end in (tie.source, tie.target) if nodes[end].type not in _UNPRINTED]
        missing = tuple(node.id for node in ends if not any(look.names(node, passage) for passage in evidence))
        if missing:
            found.append(Unnamed(tie, missing))
    return count, found


class _Look:
    """Looks for names in passages and in the headings above them."""

    def __init__(self, sections: Sequence[Section], texts: Mapping[str, Text], moved: Mapping[Span, Span]) -> None:
        self.sections, self.texts, self.moved = sections, texts, moved
        self._seen: dict[Span, tuple[str, str]] = {}

    def names(self, node: NodeRecord, passage: Evidence) -> bool:
        """Whether a name of ``node`` stands in the passage, or in the heading of a section around it."""
        parts = [self._of(span) for span in passage.spans]
        words, headings = "".join(words for words, _ in parts), "|".join(heading for _, heading in parts)
        wanted = [squeezed for squeezed in (fold(name).replace(" ", "") for name in node.names) if squeezed]
        return any(name in words or name in headings for name in wanted)

    def _of(self, span: Span) -> tuple[str, str]:
        if span not in self._seen:
            around = [s.title for s in self.sections if s.document == span.document and s.path and s.first <= span.first <= s.last]
            self._seen[span] = self.texts[span.document].squeezed(self.moved.get(span, span)), "|".join(fold(title).replace(" ", "") for title in around)
        return self._seen[span]


def with_passages(graph: Graph, texts: Mapping[str, Text]) -> Graph:
    """``graph`` with the text of every passage that it rests on, kept on its document, for a reader's own use."""
    everything: tuple[NodeRecord | RelationshipRecord, ...] = (*graph.nodes, *graph.relationships)
    passages = {e for record in everything for e in record.evidence} | {e for node in graph.nodes for _, found in facts_of(node) for e in found}
    spans = {span for passage in passages for span in passage.spans if span.document in texts}
    by_document: dict[str, list[str]] = {}
    for span in sorted(spans):
        by_document.setdefault(span.document, []).append(f"{span.lines}\n{texts[span.document].passage(span)}")
    nodes = (replace(n, properties={**n.properties, "passages": by_document[n.id]}) if n.id in by_document else n for n in graph.nodes)
    return replace(graph, nodes=tuple(nodes))
