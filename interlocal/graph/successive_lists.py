"""Several lists of members of one network: the later one tells who is still in it. Pure.

Whom a later complete list lacks was a member until the list on which it last stood. Who stands on a later list too is there what that one says: a role,
a remark or an end of an earlier list is over; when it joined is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from interlocal.graph.conflicts import layer_of
from interlocal.graph.records import NodeRecord, Records, RelationshipRecord

_STAYS = ("since", "certainty", "reading")


@dataclass(frozen=True)
class List:
    """One list of members: its date, whether it is complete, the documents that it is in."""

    as_of: str
    complete: bool
    documents: frozenset[str]


def lists_of(nodes: Iterable[NodeRecord], same: Mapping[str, str]) -> Mapping[str, Sequence[List]]:
    """The dated lists of each network of which there are several, the earliest first: complete ones, and those that were laid over the seed.

    That a report names some members of a network at its date is no list.
    """
    found: dict[str, set[List]] = defaultdict(set)
    for node in nodes:
        said, as_of = node.properties.get("roster"), node.properties.get("roster_as_of")
        if node.type == "Network" and as_of and (said == "complete" or (said == "partial" and layer_of(node) > 0)):
            documents = frozenset(document for e in node.evidence for document in e.documents)
            found[same.get(node.id, node.id)].add(List(str(as_of), said == "complete", documents))
    return {network: sorted(lists, key=_order) for network, lists in found.items() if len(lists) > 1}


def _order(one: List) -> tuple[str, bool, list[str]]:
    return one.as_of, one.complete, sorted(one.documents)


def dates_of_complete(lists: Iterable[List]) -> list[str]:
    return sorted({one.as_of for one in lists if one.complete})


def dates_of_lists(network: NodeRecord) -> list[str]:
    """The dates of the complete lists of a network in the graph, the earliest first."""
    several = network.properties.get("complete_lists")
    return [str(date) for date in several] if isinstance(several, list) else [str(network.properties.get("roster_as_of", ""))]


def successive(records: Records, lists: Mapping[str, Sequence[List]], same: Mapping[str, str]) -> Sequence[RelationshipRecord]:
    """The ties of ``records``, those of members as the last list has them."""
    if not lists:
        return records.relationships
    on: dict[tuple[str, str], list[List]] = defaultdict(list)
    of_list: dict[int, List] = {}
    for place, tie in enumerate(records.relationships):
        network = same.get(tie.target, tie.target)
        if tie.type == "MEMBER_OF" and network in lists and (one := _list_of(tie, lists[network])):
            on[same.get(tie.source, tie.source), network].append(one)
            of_list[place] = one
    return [
        _as_told_last(tie, of_list[place], on[same.get(tie.source, tie.source), same.get(tie.target, tie.target)], lists[same.get(tie.target, tie.target)])
        if place in of_list
        else tie
        for place, tie in enumerate(records.relationships)
    ]


def _list_of(tie: RelationshipRecord, lists: Iterable[List]) -> List | None:
    documents = {document for e in tie.evidence for document in e.documents}
    return next((one for one in lists if documents and documents <= one.documents), None)


def _as_told_last(tie: RelationshipRecord, mine: List, on: Sequence[List], lists: Iterable[List]) -> RelationshipRecord:
    if max(one.as_of for one in on) > mine.as_of:
        return replace(tie, properties={name: value for name, value in tie.properties.items() if name in _STAYS})
    without = [one.as_of for one in lists if one.complete and one.as_of > mine.as_of]
    if not without or "until" in tie.properties:
        return tie
    note = "; ".join(filter(None, (str(tie.properties.get("note", "")), f"on the list of {mine.as_of}, not on that of {without[0]}")))
    kept = {name: value for name, value in tie.properties.items() if name != "ongoing_as_of"}
    return replace(tie, properties={**kept, "until": mine.as_of, "left_by": without[0], "note": note})
