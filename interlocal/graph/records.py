"""What every loader emits and every store keeps: nodes, relationships, facts, and the evidence they rest on.

Evidence is written ``document#first-last``. ``;`` separates passages that each suffice, ``+`` joins lines that are
needed together: ``cses-2013#4200+4227-4233;cses-2013#2388``. Lines count from 1 in the text of the document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from interlocal.errors import ModelError

_SPAN = re.compile(r"(?:(?P<document>[a-z0-9][a-z0-9._-]*)#)?(?P<first>[0-9]{1,9})(?:-(?P<last>[0-9]{1,9}))?")

# A property value: what both stores can keep.
Value = str | int | float | bool | list[str]


# Spans and passages are tuples, because answers sort and look up hundreds of thousands of them.
class Span(NamedTuple):
    """Lines ``first`` to ``last``, both included, of a document."""

    document: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.document}#{self.lines}"

    @property
    def lines(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Evidence(NamedTuple):
    """One passage that suffices on its own: one span of lines, or several that are needed together."""

    spans: tuple[Span, ...]

    def __str__(self) -> str:
        text, document = [], None
        for span in self.spans:
            text.append(span.lines if span.document == document else str(span))
            document = span.document
        return "+".join(text)

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(span.document for span in self.spans))

    @staticmethod
    def parse(text: str) -> Evidence:
        """Read one passage; raises ModelError when it is not written as evidence is."""
        return _passage(text)


# One passage stands behind many facts, and an answer sorts its passages.
@lru_cache(maxsize=2**16)
def _passage(text: str) -> Evidence:
    spans: list[Span] = []
    for part in text.strip().split("+"):
        match = _SPAN.fullmatch(part.strip())
        document = match and (match["document"] or (spans[-1].document if spans else None))
        if not match or not document:
            raise ModelError(f"“{text}” is not evidence", todo="Write it as document#first-last, for example cses-2013#4046-4054.")
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if not 1 <= first <= last:
            raise ModelError(f"“{text}” ends before it begins", todo="Lines count from 1, the first line stands first.")
        spans.append(Span(document, first, last))
    return Evidence(tuple(spans))


def parse_evidence(text: str) -> tuple[Evidence, ...]:
    """All passages of a cell, sorted, each once; empty for an empty cell."""
    return tuple(sorted({Evidence.parse(part) for part in text.split(";") if part.strip()}))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from: a file and the row in it (counted as a spreadsheet does, the header is row 1)."""

    file: str
    row: int
    layer: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.row}"


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """One node. ``properties`` holds what the schema declares for its ``type``, empty values left out."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    properties: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    origin: Origin | None = field(default=None, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class RelationshipRecord:
    """One tie. ``key`` tells parallel ties of one type between the same two ends apart; mostly empty."""

    source: str
    type: str
    target: str
    key: str = ""
    properties: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    origin: Origin | None = field(default=None, compare=False)

    @property
    def identity(self) -> tuple[str, str, str, str]:
        return self.source, self.type, self.target, self.key


@dataclass(frozen=True, slots=True)
class FactRecord:
    """One value of one property of ``about``, as one or more passages give it."""

    about: str
    property: str
    value: str
    unit: str = ""
    year: str = ""
    qualifier: str = ""
    evidence: tuple[Evidence, ...] = ()
    reading: str = "accepted"
    reason: str = ""
    origin: Origin | None = field(default=None, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """For the store and the export; empty fields left out."""
        fields = {name: getattr(self, name) for name in ("property", "value", "unit", "year", "qualifier", "reading", "reason")}
        return {k: v for k, v in fields.items() if v} | {"evidence": [str(e) for e in self.evidence]}


@dataclass(frozen=True, order=True)
class Section:
    """A part of a document with its heading; ``path`` is how people find it ("Appendix A, case study 3")."""

    document: str
    first: int
    last: int
    title: str
    path: str
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, order=True)
class Stamp:
    """What is kept of a span: the number of its words, and a hash over them."""

    span: Span
    words: int
    hash: str


@dataclass(frozen=True)
class Records:
    """Everything that loaders found, before it is one graph."""

    nodes: tuple[NodeRecord, ...] = ()
    relationships: tuple[RelationshipRecord, ...] = ()
    facts: tuple[FactRecord, ...] = ()
    sections: tuple[Section, ...] = ()
    stamps: tuple[Stamp, ...] = ()

    def __add__(self, other: Records) -> Records:
        return Records(
            self.nodes + other.nodes,
            self.relationships + other.relationships,
            self.facts + other.facts,
            self.sections + other.sections,
            self.stamps + other.stamps,
        )


@dataclass(frozen=True)
class Graph:
    """One whole graph: nodes by label and id, ties by source, type, target and key; both sorted."""

    nodes: tuple[NodeRecord, ...] = ()
    relationships: tuple[RelationshipRecord, ...] = ()
    # A hash of the sources that it was made from; a store keeps it to tell when it is out of date.
    fingerprint: str = field(default="", compare=False)

    @cached_property
    def by_id(self) -> Mapping[str, NodeRecord]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def ties_of(self) -> Mapping[str, tuple[RelationshipRecord, ...]]:
        """Every tie of a node, in and out, by the node's id."""
        ties: dict[str, list[RelationshipRecord]] = {}
        for tie in self.relationships:
            for end in dict.fromkeys((tie.source, tie.target)):
                ties.setdefault(end, []).append(tie)
        return {end: tuple(found) for end, found in ties.items()}

    def of_type(self, *labels: str) -> tuple[NodeRecord, ...]:
        return tuple(node for node in self.nodes if node.type in labels)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(s for node in self.of_type("Document") for s in sections_of(node))


def sections_of(document: NodeRecord) -> tuple[Section, ...]:
    """The sections that a Document node keeps, each as a JSON text."""
    texts = document.properties.get("sections", [])
    return tuple(Section(document=document.id, **json.loads(text)) for text in (texts if isinstance(texts, list) else ()))


def enclosing(span: Span, sections: Iterable[Section]) -> Section | None:
    """The smallest section that holds the first line of ``span``."""
    holding = [s for s in sections if s.document == span.document and s.first <= span.first <= s.last]
    return min(holding, key=lambda s: (s.last - s.first, s), default=None)
