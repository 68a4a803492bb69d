"""``ask --year``: the links that held in a year. What is not dated is neither in nor out: it is asked with and without. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from interlocal.graph.records import Graph, NodeRecord, RelationshipRecord, Value
from interlocal.graph.successive_lists import dates_of_lists
from interlocal.queries.question import Answer
from interlocal.text import counted, inner

Held = Literal["yes", "no", "not known"]

# How things are named and sorted does not begin or end.
_TIMELESS = ("ADDRESSES", "ABOUT", "PART_OF", "LOCATED_IN", "PLANS")
# Told as a state: without a year of its own it is of the year that its source describes. A part in a project may be long past.
_STATES = ("MEMBER_OF", "STEERS", "FOUNDED", "MANAGES", "RUNS", "LACKS")


@dataclass(frozen=True)
class InYear:
    """A graph in one year: the links that held (``held``), those and the ones of which it is not known (``possible``), how many these are."""

    year: int
    held: Graph
    possible: Graph
    undated: int


def held_in(tie: RelationshipRecord, year: int, as_of: Mapping[str, int]) -> Held:
    """Whether a tie held in ``year``.

    It is known to hold from its start to its end; without an end, to the year in which its source says that it goes on, or
    whose state its source describes (``as_of``, by document). Of a tie with an end or such a year alone, that year is known; of
    what is told as a state (a member, a stated absence) the year that its source describes. A founder stays one.
    """
    if tie.type in _TIMELESS:
        return "yes"
    p = tie.properties
    since, until, ongoing = (p.get(name) if isinstance(p.get(name), int) else None for name in ("since_year", "until_year", "ongoing_as_of"))
    first, last = (int(v) if isinstance(v, int) else None for v in (since, until if until is not None else ongoing))
    years = {as_of[d] for e in tie.evidence for d in e.documents if d in as_of}
    described = max(years, default=None)
    # What several sources tell is known for the year of each (lists of members of two years).
    if tie.type in _STATES and year in years and (last is None or year <= last) and (first is None or year >= first):
        return "yes"
    if tie.type in _STATES and first is None and last is None:
        last = described
    if first is not None and last is None:
        last = described if described is not None else first
    if first is not None and year < first:
        return "no"
    if tie.type == "FOUNDED" and (first is not None or (last is not None and year >= last)):
        return "yes"
    if until is not None and last is not None and year > last:
        return "no"
    if last is None or year > last or (first is None and year < last):
        return "not known"
    return "yes"


def in_year(graph: Graph, year: int) -> InYear:
    """``graph`` as it was in ``year``. A tie that held loses its end, so that no question takes it for a former one."""
    as_of = {d.id: y for d in graph.of_type("Document") if isinstance(y := d.properties.get("as_of_year"), int)}
    then = tuple(_listed_then(node, year) for node in graph.nodes)
    listed = {node.id for node in then if node.properties.get("roster") == "complete"}
    held, unknown = [], []
    for tie in graph.relationships:
        answer = held_in(tie, year, as_of)
        if answer == "yes":
            held.append(_open_ended(tie))
        # Who was a member is settled by a complete list of that year.
        elif answer == "not known" and not (tie.type == "MEMBER_OF" and tie.target in listed):
            unknown.append(tie)
    possible = sorted([*held, *unknown], key=lambda t: t.identity)
    return InYear(year, _known(then, held, year, as_of, graph), Graph(then, tuple(possible), graph.fingerprint), len(unknown))


def _known(nodes: Sequence[NodeRecord], held: Sequence[RelationshipRecord], year: int, as_of: Mapping[str, int], graph: Graph) -> Graph:
    """Without the services of which it is not known whether they were there: no source describes that year, and no dated link says so."""
    dated = {end for tie in held if tie.type not in _TIMELESS for end in (tie.source, tie.target)}
    described = {node.id for node in nodes if any(as_of.get(d) == year for e in node.evidence for d in e.documents)}
    kept = [node for node in nodes if node.type != "Service" or node.id in dated or node.id in described]
    ids = {node.id for node in kept}
    return Graph(tuple(kept), tuple(tie for tie in held if {tie.source, tie.target} <= ids), graph.fingerprint)


def _listed_then(node: NodeRecord, year: int) -> NodeRecord:
    """A list of members is complete for its own year alone: of another year it makes no non-members. Of several lists that of the year counts."""
    if node.properties.get("roster") != "complete":
        return node
    then = [date for date in dates_of_lists(node) if date.startswith(str(year))]
    told: dict[str, Value] = {"roster": "complete", "roster_as_of": then[-1]} if then else {"roster": "partial"}
    return replace(node, properties={**node.properties, **told})


def _open_ended(tie: RelationshipRecord) -> RelationshipRecord:
    return replace(tie, properties={k: v for k, v in tie.properties.items() if k not in ("until", "until_year")})


def told(held: Answer, possible: Answer, year: InYear) -> Answer:
    """The answer by the links that held, with what it would be if the undated ones did too."""
    parameters = {**held.parameters, "year": year.year}
    if not held.answerable and not possible.answerable:
        return replace(held, parameters=parameters)
    nothing = "none of what this question needs can be seen"
    first = f"In {year.year}, by the links that are known to have held then: {inner(held.headline) if held.answerable else f'{nothing}.'}"
    one = year.undated == 1
    unknown = f"Of {counted(year.undated, 'link')} in all that is loaded the sources do not tell whether {'it' if one else 'they'} held in {year.year}"
    apart = f"{unknown}; counting {'it' if one else 'them'} too: {inner(possible.headline)}"
    headline = f"{first} {apart}" if year.undated and possible.headline != held.headline else first
    return replace(held, headline=headline, parameters=parameters)
