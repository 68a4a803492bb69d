"""Evidence in the words people use: the report, its section, and only then the lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from interlocal.graph.records import Evidence, Graph, NodeRecord, Section, enclosing, sections_of
from interlocal.text import listed

_SHORT = re.compile(r"^([a-z0-9]+)-(\d{4})$")


@dataclass(frozen=True)
class Citations:
    """How to cite the documents of a graph."""

    sections: Mapping[str, Sequence[Section]]
    as_of: Mapping[str, int]

    @classmethod
    def of(cls, documents: Iterable[NodeRecord]) -> Citations:
        found = list(documents)
        years = {d.id: d.properties.get("as_of_year") or d.properties.get("year") for d in found}
        return cls({d.id: sections_of(d) for d in found}, {i: y for i, y in years.items() if isinstance(y, int)})

    @classmethod
    def of_graph(cls, graph: Graph) -> Citations:
        return cls.of(graph.of_type("Document"))

    def place(self, evidence: Evidence) -> str:
        """``CSES 2013, Appendix A, case study 3``."""
        first = evidence.spans[0]
        section = enclosing(first, self.sections.get(first.document, ()))
        return ", ".join(part for part in (document_name(first.document), section.path if section else "") if part)

    def full(self, evidence: Evidence) -> str:
        """``CSES 2013, Appendix A, case study 3 (lines 4200, 4250)``."""
        return f"{self.place(evidence)} ({self.lines(evidence)})"

    def lines(self, evidence: Evidence) -> str:
        """``lines 4200, 4250``; other documents in a joined passage are named."""
        first = evidence.spans[0].document
        parts = [span.lines if span.document == first else f"{document_name(span.document)} {span.lines}" for span in evidence.spans]
        return f"{'line' if len(parts) == 1 and parts[0].isdigit() else 'lines'} {', '.join(parts)}"

    def brief(self, evidence: Iterable[Evidence]) -> str:
        """The places of several passages, each once: ``CSES 2013, section 2.7.1 and table 3.12; ADMIN4ALL 2016, profile of Bari``."""
        places: dict[str, list[str]] = {}
        for passage in evidence:
            document, _, path = self.place(passage).partition(", ")
            if path not in places.setdefault(document, []):
                places[document].append(path)
        return "; ".join(f"{document}, {listed(filter(None, paths))}" if any(paths) else document for document, paths in places.items())

    def exact(self, evidence: Iterable[Evidence]) -> str:
        """Every passage with its lines."""
        return "; ".join(self.full(passage) for passage in evidence)

    def dated(self, evidence: Iterable[Evidence]) -> str:
        """``2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)``: the years whose state the sources describe."""
        documents = sorted({document for e in evidence for document in e.documents})
        return self.dates(documents)

    def dates(self, documents: Iterable[str] | None = None) -> str:
        chosen = sorted((d for d in (self.as_of if documents is None else documents) if d in self.as_of), key=lambda d: (self.as_of[d], d))
        return " and ".join(f"{self.as_of[d]} ({document_name(d)})" for d in chosen)


def document_name(identifier: str) -> str:
    """``CSES 2013`` for ``cses-2013``; other ids as they are."""
    match = _SHORT.match(identifier)
    return f"{match[1].upper()} {match[2]}" if match else identifier
