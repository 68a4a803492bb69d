"""Evidence in the words people use: the report, its section, and only then the lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from interlocal.graph.records import Evidence, Graph, NodeRecord, Section, enclosing, sections_of
from interlocal.text import listed

# Longer titles are cited by the short form of their id.
_LONGEST_TITLE = 40
_NUMBERED = re.compile(r"(?P<stem>.*case stud)y (?P<number>\d+)")
_SHORT = re.compile(r"^([a-z0-9]+)-(\d{4})$")

# A document, and the section in it that is cited: its first and (negative) last line, so that places sort as people read, and its path.
Place = tuple[str, int, int, str]


@dataclass(frozen=True)
class Citations:
    """How to cite the documents of a graph."""

    sections: Mapping[str, Sequence[Section]]
    as_of: Mapping[str, int]
    titles: Mapping[str, str]
    # Texts of passages by document and lines; empty unless the graph was built with the documents.
    passages: Mapping[tuple[str, str], str] = field(default_factory=dict)
    # What was looked up and said once: an answer cites the same places thousands of times.
    _places: dict[str, Place] = field(default_factory=dict, repr=False, compare=False)
    _said: dict[frozenset[Place], str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, documents: Iterable[NodeRecord]) -> Citations:
        found = list(documents)
        years = {d.id: d.properties.get("as_of_year") or d.properties.get("year") for d in found}
        return cls(
            {d.id: sections_of(d) for d in found}, {i: y for i, y in years.items() if isinstance(y, int)}, {d.id: d.name for d in found}, _passages(found)
        )

    @classmethod
    def of_graph(cls, graph: Graph) -> Citations:
        return cls.of(graph.of_type("Document"))

    def place(self, evidence: Evidence) -> str:
        """``CSES 2013, Appendix A, case study 3``."""
        section = self._section(evidence)
        return ", ".join(part for part in (self.name(evidence.spans[0].document), section.path if section else "") if part)

    def full(self, evidence: Evidence) -> str:
        """``CSES 2013, Appendix A, case study 3 (lines 4200, 4250)``."""
        return f"{self.place(evidence)} ({self.lines(evidence)})"

    def lines(self, evidence: Evidence) -> str:
        """``lines 4200, 4250``; other documents in a joined passage are named."""
        first = evidence.spans[0].document
        parts = [span.lines if span.document == first else f"{self.name(span.document)} {span.lines}" for span in evidence.spans]
        return f"{'line' if len(parts) == 1 and parts[0].isdigit() else 'lines'} {', '.join(parts)}"

    def brief(self, evidence: Iterable[Evidence]) -> str:
        """The places of several passages, in the order of the documents: ``CSES 2013, section 2.7.1, table 3.12 and Appendix A, case studies 1-3``."""
        return self.brief_of(map(str, evidence))

    def brief_of(self, texts: Iterable[str]) -> str:
        """The same for passages as a store keeps them."""
        texts = list(texts)
        for text in texts:
            if text not in self._places:
                self._places[text] = self._place(Evidence.parse(text))
        places = frozenset(map(self._places.__getitem__, texts))
        if places not in self._said:
            self._said[places] = self._brief(places)
        return self._said[places]

    def _brief(self, places: Iterable[Place]) -> str:
        paths: dict[str, dict[str, None]] = {}
        for document, *_, path in sorted(places, key=lambda place: (self.as_of.get(place[0], 0), place)):
            found = paths.setdefault(document, {})
            if path:
                found[path] = None
        told = (", ".join(part for part in (self.name(document), listed(_runs(list(found)), apart=False)) if part) for document, found in paths.items())
        return "; ".join(told)

    def exact(self, evidence: Iterable[Evidence]) -> str:
        """Every passage with its lines; each place once: ``CSES 2013, table 3.12 (lines 1847-1849; line 1861)``."""
        places: dict[str, list[str]] = {}
        for passage in evidence:
            places.setdefault(self.place(passage), []).append(self.lines(passage))
        return "; ".join(f"{place} ({'; '.join(lines)})" for place, lines in places.items())

    def _section(self, evidence: Evidence) -> Section | None:
        first = evidence.spans[0]
        return enclosing(first, self.sections.get(first.document, ()))

    def _place(self, evidence: Evidence) -> Place:
        section, document = self._section(evidence), evidence.spans[0].document
        return (document, section.first, -section.last, section.path) if section and section.path else (document, 0, 0, "")

    def quote(self, evidence: Evidence) -> str:
        """The words of a passage, where the graph was built with the documents; else nothing."""
        return " […] ".join(filter(None, (self.passages.get((span.document, span.lines), "") for span in evidence.spans)))

    def name(self, document: str) -> str:
        """``CSES 2013`` for ``cses-2013``; a document with a short title is called by it."""
        title = self.titles.get(document, "")
        return title if 0 < len(title) <= _LONGEST_TITLE else document_name(document)

    def dated(self, evidence: Iterable[Evidence]) -> str:
        """``2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)``: the years whose state the sources describe."""
        documents = sorted({document for e in evidence for document in e.documents})
        return self.dates(documents)

    def dates(self, documents: Iterable[str] | None = None) -> str:
        by_year: dict[int, list[str]] = {}
        for document in sorted((d for d in (self.as_of if documents is None else documents) if d in self.as_of), key=lambda d: (self.as_of[d], d)):
            by_year.setdefault(self.as_of[document], []).append(self.name(document))
        return listed(f"{year} ({'; '.join(names)})" for year, names in by_year.items())


def document_name(identifier: str) -> str:
    """``CSES 2013`` for ``cses-2013``; other ids as they are."""
    match = _SHORT.match(identifier)
    return f"{match[1].upper()} {match[2]}" if match else identifier


def _passages(documents: Sequence[NodeRecord]) -> Mapping[tuple[str, str], str]:
    found = {}
    for document in documents:
        texts = document.properties.get("passages")
        for text in texts if isinstance(texts, list) else ():
            lines, _, words = text.partition("\n")
            found[document.id, lines] = " ".join(words.split())
    return found


def _runs(paths: Sequence[str]) -> list[str]:
    """Case studies next to each other as one: ``Appendix A, case studies 1-3, 5``."""
    numbers: dict[str, list[int]] = {}
    for path in paths:
        if match := _NUMBERED.fullmatch(path):
            numbers.setdefault(match["stem"], []).append(int(match["number"]))
    told: dict[str, None] = {}
    for path in paths:
        match = _NUMBERED.fullmatch(path)
        found = numbers[match["stem"]] if match else []
        told[f"{match['stem']}ies {_ranges(found)}" if match and len(found) > 1 else path] = None
    return list(told)


def _ranges(numbers: Sequence[int]) -> str:
    ends: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ends and number == ends[-1][1] + 1:
            ends[-1][1] = number
        else:
            ends.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in ends)
