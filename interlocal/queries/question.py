"""What a question is, and what an answer is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interlocal.graph.cite import Citations
from interlocal.graph.records import Evidence
from interlocal.text import listed

Row = Mapping[str, Any]
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Population:
    """What a share is a share of: its ``.cypher`` in ``populations/`` counts it."""

    name: str
    words: str


@dataclass(frozen=True)
class Need:
    """What must be loaded before a question can be answered: its ``.cypher`` in ``needs/`` says whether it is."""

    name: str
    words: str
    to_load: str


@dataclass(frozen=True)
class Asked:
    """What the sentences of an answer may speak of: the rows, the size of the population, the values asked for."""

    rows: Sequence[Row]
    of: int
    values: Values


@dataclass(frozen=True)
class Question:
    """One question of the catalogue. Its Cypher is ``cypher/<slug>.cypher``; every row has a column ``evidence``,
    its passages in a list, or in lists of lists.

    ``definition`` names the author and year of a concept that is not ours. ``headline`` is the answer in one or two
    sentences, ``say`` one row's. ``found`` tells which rows are what was asked for (all unless said); ``count`` how many
    of the population they are (one a row unless said), and ``counts`` says in words what is counted. ``derive`` makes the rows
    of the answer from those of the Cypher, for measures that Cypher cannot express (pure: the same rows give the same rows).
    """

    slug: str
    title: str
    theme: str
    definition: str
    population: Population
    columns: Mapping[str, str]
    headline: Callable[[Asked], str]
    say: Callable[[Row], str]
    caveat: str
    nothing: str
    counts: str
    parameters: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    needs: tuple[Need, ...] = ()
    would_help: str = ""
    found: Callable[[Row], bool] = bool
    count: Callable[[Sequence[Row]], int] = len
    derive: Callable[[Sequence[Row], Values], Sequence[Row]] | None = None


@dataclass(frozen=True)
class Answer:
    """An answer in its four parts (sentences, denominator, caveat, sources) and the rows that they rest on.

    ``population`` says of what the share is, ``alone`` what was asked for besides that does not narrow it (a share of all funds, for
    Poland alone). ``rows`` are for scripts, with codes; ``shown`` are the same rows for people, with countries by name.
    """

    question: Question
    parameters: Mapping[str, Any]
    answerable: bool
    as_of: str
    count: int
    of: int
    population: str
    alone: Sequence[str]
    rows: Sequence[Row]
    shown: Sequence[Row]
    headline: str
    row_sentences: Sequence[str]
    citations: Citations = field(repr=False)

    @property
    def sentences(self) -> list[str]:
        return [self.headline, *self.row_sentences]

    @property
    def needs(self) -> list[str]:
        return [f"{need.words} (to load: {need.to_load})" for need in self.question.needs]

    def of_how_many(self) -> str:
        """The denominator in words; of what cannot be seen, no count."""
        if not self.answerable:
            return f"not counted: it cannot be seen from what is loaded (looked at: {self.population}; {self.of:,} {'is' if self.of == 1 else 'are'} there)"
        alone = f", for {listed(self.alone)} alone" if self.alone else ""
        if 1 in (self.count, self.of):
            # The words are plural.
            return f"{self.count:,} of {self.of:,}: {self.population}; counted are those that {self.question.counts}{alone}"
        closed = "," if "," in self.population else ""
        return f"{self.count:,} of {self.of:,} {self.population}{closed} {self.question.counts}{alone}"

    def sources(self) -> str:
        """The places that the rows rest on, each once."""
        return self.citations.brief_of({text for row in self.rows for text in row["evidence"]})

    def as_dict(self) -> dict[str, Any]:
        """The stable JSON of ``ask --format json``."""
        q = self.question
        return {
            "question": q.title, "slug": q.slug, "parameters": dict(self.parameters), "as_of": self.as_of,
            "answerable": self.answerable, "needs": self.needs,
            "denominator": {"count": self.count, "of": self.of, "population": self.population},
            "caveat": q.caveat, "columns": [*q.columns, "evidence"],
            "rows": [{**{c: row.get(c) for c in q.columns}, "evidence": row["evidence"]} for row in self.rows],
            "sentences": self.sentences,
        }  # fmt: skip


def evidence_of(row: Row) -> tuple[Evidence, ...]:
    """The passages of a row."""
    return tuple(Evidence.parse(text) for text in row["evidence"])
