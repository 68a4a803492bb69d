"""What a picture shows: which things and ties, their evidence in words, and what stands beside it. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.graph.cite import Citations
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import DRAWN_LABELS, NOT_TIES, RELATIONSHIP_TYPES

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
    """Things and ties to draw. ``remarks`` are, by thing, what sources differ on and the facts known."""

    title: str
    nodes: tuple[NodeRecord, ...]
    ties: tuple[DrawnTie, ...]
    facts: Mapping[str, Sequence[tuple[str, tuple[Evidence, ...]]]]
    differ: Mapping[str, Sequence[str]]
    countries: Mapping[str, str]
    citations: Citations
    as_of: str
    total: int


def picture(graph: Graph, title: str = "Who works with whom on migrant integration", keep: Callable[[NodeRecord], bool] = lambda n: True) -> Picture:
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


def around(graph: Graph, centre: NodeRecord, title: str = "") -> Picture:
    """The picture of one thing, its neighbours and the ties among them."""
    near = {centre.id} | {end for tie in graph.ties_of.get(centre.id, ()) for end in (tie.source, tie.target)}
    return picture(graph, title or f"{centre.name} and its neighbours", lambda n: n.id in near)


def _drawn(tie: RelationshipRecord, graph: Graph) -> DrawnTie:
    state = {"PLANS": "planned", "LACKS": "absent"}.get(tie.type, "existing")
    meant = str(tie.properties["tie"]) if tie.type in NOT_TIES else tie.type
    words = RELATIONSHIP_TYPES[meant].forward
    if state == "planned":
        words = f"plans: {words}"
    elif state == "absent":
        words = f"stated to be absent: {words}"
    via = graph.by_id.get(str(tie.properties.get("via", "")))
    return DrawnTie(tie.source, tie.target, tie.type, state, words, details(tie, via.name if via else ""), tie.evidence)


def details(tie: RelationshipRecord, via: str = "") -> str:
    """Role, time, money and certainty of a tie in a few words."""
    p = tie.properties
    parts = [str(p["role"])] if p.get("role") else []
    if via:
        parts.append(f"through {via}")
    if p.get("since") or p.get("until"):
        parts.append(f"{p.get('since', '…')} to {p.get('until', '…')}" if p.get("since") != p.get("until") else str(p["since"]))
    if p.get("ongoing_as_of"):
        parts.append(f"going on as of {p['ongoing_as_of']}")
    if p.get("amount_as_printed"):
        basis = {"per_year": " a year", "per_edition": " an edition", "period": " for the period"}.get(str(p.get("amount_basis")), "")
        joint = ", for several funders together" if p.get("joint_group") else ""
        parts.append(f"{p['amount_as_printed']}{basis}{joint}")
    elif p.get("share") is not None:
        parts.append(f"{float(str(p['share'])):.0%} of the whole")
    if p.get("limited"):
        parts.append("called limited by the source")
    if p.get("certainty") == "implied":
        parts.append("implied, not said outright")
    if p.get("certainty") == "reference":
        parts.append("from reference data")
    if p.get("reading") == "open":
        parts.append("sources differ")
    return "; ".join(parts)


def facts_of(node: NodeRecord) -> list[tuple[str, tuple[Evidence, ...]]]:
    """The facts about a thing that are not rejected, in words, with their evidence."""
    found = []
    for fact in _loaded(node.properties.get("facts")):
        if fact["reading"] != "rejected":
            doubt = " (sources differ)" if fact["reading"] == "open" else ""
            found.append((f"{fact_in_words(fact)}{doubt}", tuple(Evidence.parse(e) for e in fact["evidence"])))
    return found


def fact_in_words(fact: Mapping[str, Any]) -> str:
    """``budget: 188,000 EUR (total, 2012)``."""
    value = fact["value"]
    if fact.get("unit") and value.replace(".", "", 1).isdigit():
        number = float(value)
        value = f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"
    unit = {"percent": "%"}.get(fact.get("unit", ""), f" {fact['unit']}" if fact.get("unit") else "")
    extra = ", ".join(part for part in (fact.get("qualifier", ""), fact.get("year", "")) if part)
    return f"{fact['property'].replace('_', ' ')}: {value}{unit}" + (f" ({extra})" if extra else "")


def _loaded(texts: object) -> Iterable[dict[str, Any]]:
    return [json.loads(text) for text in texts] if isinstance(texts, list) else []


def _differing(graph: Graph, known: set[str]) -> Mapping[str, Sequence[str]]:
    """By thing, what its sources differ on."""
    found: dict[str, list[str]] = {}
    for tie in graph.relationships:
        conflict = graph.by_id[tie.source]
        if tie.type == "ABOUT" and conflict.type == "Conflict" and tie.target in known:
            sides = "; ".join(f"{s['says']} ({s['reading']})" for s in _loaded(conflict.properties["statements"]))
            found.setdefault(tie.target, []).append(sides)
    return found
