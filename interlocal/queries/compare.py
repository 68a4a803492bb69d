"""``compare``: what two LRAs, networks or countries share in the sources, and what is recorded for one of them alone. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.errors import QuestionError
from interlocal.graph.cite import Citations
from interlocal.graph.lookup import find
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import NODE_TYPES
from interlocal.graph.words import tie_words
from interlocal.text import counted, in_words, listed

COMPARABLE = ("LRA", "Network", "Country")
SHARED, ONLY = "Both", "Only {}"

# What is compared, by title; a country is what lies in it.
_TITLES: Mapping[str, tuple[str, ...]] = {
    "Networks": ("MEMBER_OF", "STEERS", "FOUNDED"),
    "Projects and services": ("LEADS", "PARTNER_IN", "RUNS", "SERVES", "EVALUATED_BY"),
    "Money": ("FUNDED_BY", "MANAGES"),
    "Money of its projects and services": (),
    "Cooperation and support": ("COOPERATES_WITH", "SUPPORTS", "LINKED_TO"),
    "Policies": ("ADOPTED",),
    "Themes": ("ADDRESSES",),
}
_TITLE_OF = {kind: title for title, kinds in _TITLES.items() for kind in kinds}
# Through what an LRA or a network addresses a theme, or gets money.
_OWN = ("LEADS", "PARTNER_IN", "RUNS", "ADOPTED")

Entry = tuple[str, str, str]


@dataclass(frozen=True)
class Compared:
    """One thing that both or one of the two have: under which title, in words, with the evidence of each side."""

    title: str
    says: str
    whose: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Comparison:
    """Two things of one kind, and what the sources record for both and for one of them alone."""

    one: NodeRecord
    other: NodeRecord
    found: Sequence[Compared]
    citations: Citations

    def of(self, whose: str) -> Sequence[Compared]:
        return [entry for entry in self.found if entry.whose == whose]

    @property
    def groups(self) -> tuple[str, str, str]:
        return SHARED, ONLY.format(self.one.name), ONLY.format(self.other.name)

    @property
    def headline(self) -> str:
        both, mine, theirs = (len(self.of(group)) for group in self.groups)
        share = f"share {counted(both, 'thing')}" if both else "share nothing"
        alone = listed(f"{in_words(count) if count else 'nothing'} for {node.name} alone" for count, node in ((mine, self.one), (theirs, self.other)))
        return (
            f"In these sources {self.one.name} and {self.other.name} {share}; recorded are {alone}. "
            "That something is recorded for one alone does not show that the other is without it."
        )

    @property
    def as_of(self) -> str:
        return self.citations.dated(e for entry in self.found for e in entry.evidence) or self.citations.dates()

    def as_dict(self) -> dict[str, Any]:
        listed = [{"whose": e.whose, "title": e.title, "says": e.says, "evidence": [str(p) for p in e.evidence]} for e in self.found]
        return {"one": self.one.id, "other": self.other.id, "as_of": self.as_of, "headline": self.headline, "found": listed}


def compare(graph: Graph, one: str, other: str) -> Comparison:
    """What both share; raises QuestionError for an unknown name, one thing twice, or two of different kinds."""
    a, b = (find(name, graph.of_type(*COMPARABLE)) for name in (one, other))
    if a.id == b.id:
        raise QuestionError(f"“{one}” and “{other}” are the same", where="compare", todo="Name two.")
    if a.type != b.type:
        kinds = " and ".join(NODE_TYPES[n.type].plural for n in (a, b))
        raise QuestionError(f"{a.name} and {b.name} are of different kinds ({kinds})", todo="Compare two LRAs, two networks or two countries.")
    mine, theirs = _entries(graph, a), _entries(graph, b)
    found = []
    for key in sorted(mine.keys() | theirs.keys(), key=lambda k: (list(_TITLES).index(k[0]), k[1:])):
        whose = SHARED if key in mine and key in theirs else ONLY.format(a.name if key in mine else b.name)
        evidence = tuple(sorted({*mine.get(key, ()), *theirs.get(key, ())}))
        found.append(Compared(key[0], key[1], whose, evidence))
    return Comparison(a, b, sorted(found, key=lambda e: (e.whose != SHARED, e.whose != ONLY.format(a.name))), Citations.of_graph(graph))


def _entries(graph: Graph, node: NodeRecord) -> Mapping[Entry, set[Evidence]]:
    """Everything recorded for ``node``: title, words and the other end, each with its evidence."""
    inside = {n.id for n in graph.nodes if n.country == node.id} if node.type == "Country" else {node.id}
    found: dict[Entry, set[Evidence]] = {}
    for tie, mine in _ties(graph, inside, country=node.type == "Country"):
        other = graph.by_id[tie.target if mine == tie.source else tie.source]
        if node.type == "Country" and (other.id in inside or other.type in ("LRA", "Country")):
            continue
        words = tie_words(tie)[0 if mine == tie.source else 1]
        through = mine not in inside
        title = "Money of its projects and services" if through and tie.type == "FUNDED_BY" else _TITLE_OF[tie.type]
        # Of a country, and of projects, the tie is of something else than what is compared, so only the other end is told.
        says = other.name if node.type == "Country" or through else f"{words} {other.name}"
        found.setdefault((title, says, other.id), set()).update(tie.evidence)
    return found


def _ties(graph: Graph, inside: set[str], *, country: bool) -> Iterator[tuple[RelationshipRecord, str]]:
    """The ties that count, each with the end that is ours; themes and money of one's own projects and services too."""
    for identifier in sorted(inside):
        for tie in graph.ties_of.get(identifier, ()):
            if not _counts(tie):
                continue
            yield tie, identifier
            if tie.type in _OWN and tie.source == identifier and not country:
                own = (t for t in graph.ties_of.get(tie.target, ()) if t.source == tie.target and t.type in ("ADDRESSES", "FUNDED_BY"))
                yield from ((t, tie.target) for t in own if _counts(t))


def _counts(tie: RelationshipRecord) -> bool:
    return tie.type in _TITLE_OF and tie.properties.get("reading") != "open"
