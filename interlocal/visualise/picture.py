"""What a picture shows: which things and ties, their evidence in words, and what stands beside it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from interlocal.graph.cite import Citations
from interlocal.graph.conflicts import sides_of
from interlocal.graph.lookup import find
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import DRAWN_LABELS, NOT_TIES
from interlocal.graph.words import facts_of, tie_details, tie_words

# Above this many things a picture shows an overview or one thing and its neighbours instead (measured: decision 0006).
MOST_DRAWN = 1500


@dataclass(frozen=True)
class Look:
    """How a type is drawn: colour and shape together, so that neither alone carries meaning."""

    words: str
    colour: str
    outline: str
    shape: str


# Okabe & Ito (2008); the outline is a darker shade of the fill with a contrast of 3:1 on white.
LOOKS: Mapping[str, Look] = {
    "LRA": Look("Local and regional authorities", "#0072B2", "#004c78", "dot"),
    "Network": Look("Networks", "#D55E00", "#8f3f00", "diamond"),
    "Organisation": Look("Organisations", "#56B4E9", "#2478a8", "square"),
    "Project": Look("Projects", "#009E73", "#006a4d", "triangle"),
    "Fund": Look("Funds", "#E69F00", "#8f6300", "star"),
    "Policy": Look("Policies", "#CC79A7", "#96437a", "hexagon"),
    "Service": Look("Services", "#F0E442", "#857b00", "triangleDown"),
}


@dataclass(frozen=True)
class DrawnTie:
    """One tie with its words: ``state`` is ``existing``, ``planned`` or ``absent`` (stated to be)."""

    source: str
    target: str
    type: str
    state: str
    words: str
    details: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Picture:
    """Things and ties to draw. ``facts`` and ``differ`` are, by thing, what is known about it and what its sources differ on."""

    title: str
    nodes: tuple[NodeRecord, ...]
    ties: tuple[DrawnTie, ...]
    facts: Mapping[str, Sequence[tuple[str, tuple[Evidence, ...]]]]
    differ: Mapping[str, Sequence[tuple[str, tuple[Evidence, ...]]]]
    countries: Mapping[str, str]
    citations: Citations
    as_of: str
    total: int
    # The one thing that the picture is about, if it is about one.
    focus: str = ""

    def count(self, state: str) -> int:
        """How many ties are ``existing``, ``planned`` or ``absent``."""
        return sum(tie.state == state for tie in self.ties)


def picture(graph: Graph, title: str = "Who works with whom on migrant integration", keep: Callable[[NodeRecord], bool] = bool) -> Picture:
    """The picture of all of ``graph`` that ``keep`` wants, of the types that are drawn."""
    citations = Citations.of_graph(graph)
    drawable = graph.of_type(*DRAWN_LABELS)
    nodes = tuple(n for n in drawable if keep(n))
    known = {n.id for n in nodes}
    ties = tuple(_drawn(t, graph) for t in graph.relationships if t.source in known and t.target in known)
    return Picture(
        title=title,
        nodes=nodes,
        ties=ties,
        facts={n.id: facts_of(n) for n in nodes if n.properties.get("facts")},
        differ=_differing(graph, known),
        countries={n.id: n.name for n in graph.of_type("Country")},
        citations=citations,
        as_of=citations.dates(),
        total=len(drawable),
    )


def choose(graph: Graph, *, country: str | None = None, focus: str | None = None) -> Picture:
    """The picture of a country and its partners, of one thing and its neighbours, or of all (of a large graph, of what has most ties).

    Raises QuestionError when ``focus`` names nothing or several things.
    """
    if focus:
        return around(graph, find(focus, graph.of_type(*DRAWN_LABELS)))
    things = graph.of_type(*DRAWN_LABELS)
    title = "Who works with whom on migrant integration"
    if country:
        core = {n.id for n in things if n.country == country}
        near = core | {end for i in core for tie in graph.ties_of.get(i, ()) for end in (tie.source, tie.target)}
        things = tuple(n for n in things if n.id in near)
        title = f"{title}: {graph.by_id[country].name} and its partners"
    if len(things) > MOST_DRAWN:
        title = f"{title}: the {MOST_DRAWN:,} with most ties of {len(things):,}"
        things = tuple(sorted(things, key=lambda n: (-sum(t.type not in NOT_TIES for t in graph.ties_of.get(n.id, ())), n.id))[:MOST_DRAWN])
    kept = {n.id for n in things}
    return picture(graph, title, lambda n: n.id in kept)


def around(graph: Graph, centre: NodeRecord, title: str = "") -> Picture:
    """The picture of one thing, its neighbours and the ties among them."""
    near = {centre.id} | {end for tie in graph.ties_of.get(centre.id, ()) for end in (tie.source, tie.target)}
    return replace(picture(graph, title or f"{centre.name} and its neighbours", lambda n: n.id in near), focus=centre.id)


def _drawn(tie: RelationshipRecord, graph: Graph) -> DrawnTie:
    state = {"PLANS": "planned", "LACKS": "absent"}.get(tie.type, "existing")
    return DrawnTie(tie.source, tie.target, tie.type, state, tie_words(tie)[0], tie_details(tie, graph), tie.evidence)


def _differing(graph: Graph, known: set[str]) -> Mapping[str, Sequence[tuple[str, tuple[Evidence, ...]]]]:
    """By thing, each side of what its sources differ on."""
    found: dict[str, list[tuple[str, tuple[Evidence, ...]]]] = {}
    for tie in graph.relationships:
        conflict = graph.by_id[tie.source]
        if tie.type == "ABOUT" and conflict.type == "Conflict" and tie.target in known:
            found.setdefault(tie.target, []).extend((side.words, side.evidence) for side in sides_of(conflict))
    return found
