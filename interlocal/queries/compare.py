"""``compare``: what two LRAs, networks or countries share in the sources, and what is recorded for one of them alone. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.errors import QuestionError
from interlocal.graph.cite import Citations
from interlocal.graph.lookup import find
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import NODE_TYPES, RELATIONSHIP_TYPES
from interlocal.graph.words import OVER, tie_words
from interlocal.queries.parts import PAST, has_ended, wholes
from interlocal.text import counted, in_words, listed

COMPARABLE = ("LRA", "Network", "Country")
SHARED, ONLY = "Both", "Only {}"
_PROJECTS, _MONEY_THROUGH, _THEMES = "Projects and services", "Money of its projects and services", "Themes"
_SHOWN = 4

# What is compared, by title; a country is what lies in it. A tie with a project or service stands with these, whatever it is.
_TITLES: Mapping[str, tuple[str, ...]] = {
    "Networks": ("MEMBER_OF", "STEERS", "FOUNDED"),
    _PROJECTS: ("LEADS", "PARTNER_IN", "RUNS", "SERVES", "EVALUATED_BY"),
    "Money": ("FUNDED_BY", "MANAGES"),
    _MONEY_THROUGH: (),
    "Cooperation and support": ("COOPERATES_WITH", "SUPPORTS", "LINKED_TO"),
    "Policies": ("ADOPTED",),
    _THEMES: ("ADDRESSES",),
}
_TITLE_OF = {kind: title for title, kinds in _TITLES.items() for kind in kinds}
_VERBS = ["", *(words for kind in _TITLE_OF for words in (RELATIONSHIP_TYPES[kind].forward, RELATIONSHIP_TYPES[kind].backward))]
_VERBS += [*(PAST[words] for words in _VERBS if words in PAST), *(words for both in OVER.values() for words in both)]
# Through what an LRA or a network addresses a theme, or gets money.
_OWN = ("LEADS", "PARTNER_IN", "RUNS", "ADOPTED")

# What addresses themes when a country is compared, as the question on themes by country has it; needs address themes too, and are no practice.
_WITH_THEMES = ("Project", "Service", "Policy")

# A title and the other end, and whether it is a membership that ended, which is not shared with one that goes on; how it is said of one side, with
# the passages.
Entry = tuple[str, str, bool]
Entries = Mapping[Entry, Mapping[str, set[Evidence]]]


@dataclass(frozen=True)
class Compared:
    """One thing that both or one of the two have: under which title, in words, with the evidence of each side; what it is."""

    title: str
    says: str
    whose: str
    evidence: tuple[Evidence, ...]
    other: NodeRecord


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
        mine, theirs = (len(self.of(group)) for group in self.groups[1:])
        alone = listed(f"{in_words(count) if count else 'nothing'} for {node.name}" for count, node in ((mine, self.one), (theirs, self.other)))
        return (
            f"In these sources {self.one.name} and {self.other.name} {self._shared()}; recorded for one alone: {alone}. "
            "That something is recorded for one alone does not show that the other is without it."
        )

    def _shared(self) -> str:
        """With what both have a link; money and themes that come with what they lead, run or adopted are counted apart."""
        both = self.of(SHARED)
        money, themes = (sum(e.title == title for e in both) for title in (_MONEY_THROUGH, _THEMES))
        direct = list({e.other.id: e.other.name for e in both if e.title not in (_MONEY_THROUGH, _THEMES)}.values())
        more = [f"{in_words(len(direct) - _SHOWN)} more"] if len(direct) > _SHOWN else []
        links = f"both have a link with {listed([*direct[:_SHOWN], *more])}" if direct else ""
        through = [counted(count, word, many) for count, word, many in ((money, "source of money", "sources of money"), (themes, "theme", "themes")) if count]
        of = "projects, services and policies there" if self.one.type == "Country" else "what each leads, runs or adopted"
        shared = f"{listed(through)} {'is' if money + themes == 1 else 'are'} common to {of}" if through else ""
        return "share nothing" if not both else "; ".join(part for part in (links, shared) if part)

    @property
    def as_of(self) -> str:
        return self.citations.dated(e for entry in self.found for e in entry.evidence) or self.citations.dates()

    def as_dict(self) -> dict[str, Any]:
        listed = [{"whose": e.whose, "title": e.title, "says": e.says, "evidence": [str(p) for p in e.evidence]} for e in self.found]
        return {"one": self.one.id, "other": self.other.id, "as_of": self.as_of, "headline": self.headline, "found": listed}


def compare(graph: Graph, one: str, other: str) -> Comparison:
    """What both share; raises QuestionError for an unknown name, one thing twice, or two of different kinds."""
    a, b = (named(graph, name, COMPARABLE, "Compare two LRAs, two networks or two countries.") for name in (one, other))
    if a.id == b.id:
        raise QuestionError(f"“{one}” and “{other}” are the same", where="compare", todo="Name two.")
    if a.type != b.type:
        kinds = " and ".join(NODE_TYPES[n.type].plural for n in (a, b))
        raise QuestionError(f"{a.name} and {b.name} are of different kinds ({kinds})", todo="Compare two LRAs, two networks or two countries.")
    mine, theirs = _entries(graph, a, b), _entries(graph, b, a)
    found = []
    for key in mine.keys() | theirs.keys():
        whose = SHARED if key in mine and key in theirs else ONLY.format(a.name if key in mine else b.name)
        evidence = tuple(sorted({passage for side in (mine, theirs) for passages in side.get(key, {}).values() for passage in passages}))
        thing = graph.by_id[key[1]]
        says = _says(thing, [(a, mine.get(key, {})), (b, theirs.get(key, {}))])
        # What works in several countries is of none of them, and the link with each is told.
        of_none = a.type == "Country" and thing.type in _WITH_THEMES and not thing.country
        found.append(Compared(key[0], f"{says} (of no one country)" if of_none else says, whose, evidence, thing))
    found.sort(key=lambda e: (list(_TITLES).index(e.title), e.says, e.other.id))
    return Comparison(a, b, sorted(found, key=lambda e: (e.whose != SHARED, e.whose != ONLY.format(a.name))), Citations.of_graph(graph))


def named(graph: Graph, name: str, types: Sequence[str], todo: str) -> NodeRecord:
    """The thing of one of these types that people call so; one of another type is told to be what it is, and not to be missing."""
    try:
        return find(name, graph.of_type(*types))
    except QuestionError as error:
        try:
            other = find(name, (node for node in graph.nodes if node.type not in ("StatedGap", "Conflict")))
        except QuestionError:
            raise error from None
        if other.type in types:
            raise
        kind = "authority" if other.type == "LRA" else other.type.lower()
        raise QuestionError(f"{other.name} is {'an' if kind[0] in 'aeiou' else 'a'} {kind}", todo=todo) from None


def _says(thing: NodeRecord, sides: Iterable[tuple[NodeRecord, Iterable[str]]]) -> str:
    """``leads SELMA``; where both have a link of another kind, which: ``OPENCities (Belfast leads, Poznan is a partner in)``. Without words the name alone."""
    words = {side.id: (side.name, listed(sorted(some, key=_VERBS.index))) for side, some in sorted(sides, key=lambda s: (s[0].name, s[0].id)) if any(some)}
    told = {some for _, some in words.values()}
    if len(told) < 2:
        return " ".join((*told, thing.name))
    return f"{thing.name} ({', '.join(f'{name} {some}' for name, some in words.values())})"


def _entries(graph: Graph, node: NodeRecord, beside: NodeRecord) -> Entries:
    """Everything recorded for ``node``, compared with ``beside``: by title and other end the words, each with its evidence."""
    country = node.type == "Country"
    inside = {n.id for n in graph.nodes if n.country == node.id} if country else {node.id}
    found: dict[Entry, dict[str, set[Evidence]]] = {}
    for tie, mine in _ties(graph, inside, country=country):
        other = graph.by_id[tie.target if mine == tie.source else tie.source]
        through = mine not in inside
        if country and (other.id in inside or other.type in ("LRA", "Country") or (tie.type == "ADDRESSES" and graph.by_id[mine].type not in _WITH_THEMES)):
            continue
        # Who pays for a project of both is told with the project, not as money that they share.
        if through and other.id in (node.id, beside.id):
            continue
        if through:
            title = _MONEY_THROUGH if tie.type == "FUNDED_BY" else _TITLE_OF[tie.type]
        else:
            title = _PROJECTS if other.type in ("Project", "Service") else _TITLE_OF[tie.type]
        # Of a country, and of projects, the tie is of something else than what is compared, so only the other end is told.
        words = "" if country or through else _verb(tie, forward=mine == tie.source)
        # A part of a project counts with the whole.
        for whole in wholes(graph, other.id) if other.type == "Project" else (other.id,):
            found.setdefault((title, whole, has_ended(tie)), {}).setdefault(words, set()).update(tie.evidence)
    return found


def _verb(tie: RelationshipRecord, *, forward: bool) -> str:
    words = tie_words(tie)[0 if forward else 1]
    return PAST.get(words, words) if "until_year" in tie.properties else words


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
