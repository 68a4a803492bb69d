"""Records become one graph. Pure: the same records in any order give the same graph.

Records of one thing (one id, or one external key) become one node that keeps every name and all evidence. Values
that sources give differently become a Conflict, which people read as "sources differ"; the graph follows the
accepted reading, or none. A tie that was rejected is in its Conflict alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interlocal.graph.conflicts import Disagreement, conflict_of_records, conflicts_of_facts, conflicts_of_ties, dump, fact_order, layer_of, unite
from interlocal.graph.records import Evidence, FactRecord, Graph, NodeRecord, Records, RelationshipRecord, Section, Value
from interlocal.graph.schema import EXTERNAL_KEYS, LABELS, NODE_TYPES, RELATIONSHIP_TYPES, Property
from interlocal.graph.successive_lists import List, dates_of_complete, lists_of, successive

# They say which list of members is loaded, not what a source says: the latest layer holds, and nothing disagrees.
OF_WHAT_IS_LOADED = ("roster", "roster_as_of")
_LABEL_ORDER = {label: place for place, label in enumerate(LABELS)}


def assemble(records: Records) -> Graph:
    """One graph of all ``records``; they must be valid (see ``validate``)."""
    same = _same_things(records.nodes)
    merged = _merge_nodes(records.nodes, same)
    lists = lists_of(records.nodes, same)
    ties = _merge_ties(successive(records, lists, same), same)
    facts = _facts_by_thing(_layered([*records.facts, *_columns_as_facts(records, same)], same), same)
    conflicts = [
        *(conflict for nodes in merged.values() for conflict in nodes[1]),
        *(c for about, rows in facts.items() for c in conflicts_of_facts(merged[about][0], rows)),
        *conflicts_of_ties(ties, {i: node.name for i, (node, _) in merged.items()}),
    ]
    sections = _sections_by_document(records.sections)
    nodes = [_finished(_with_lists(node, lists.get(i, ())), facts.get(i, ()), sections.get(i, ())) for i, (node, _) in merged.items()]
    conflict_nodes, about = unite(conflicts)
    kept = [_with_years(t) for t in ties if t.properties.get("reading") != "rejected"]
    return Graph(
        tuple(sorted((*nodes, *conflict_nodes), key=lambda n: (_LABEL_ORDER[n.type], n.id))),
        tuple(sorted((*kept, *about), key=lambda t: t.identity)),
    )


# --- one node for one thing ------------------------------------------------------------------------------------------


def _same_things(nodes: Iterable[NodeRecord]) -> Mapping[str, str]:
    """For every id the id that it becomes: of records with one external key, the id of the lowest layer, then the first."""
    by_key: dict[tuple[str, ...], list[NodeRecord]] = defaultdict(list)
    for node in nodes:
        for key in EXTERNAL_KEYS:
            if value := node.properties.get(key):
                by_key[(node.type, key, str(value), node.country if key == "lau" else "")].append(node)
    same: dict[str, str] = {}

    def root(identifier: str) -> str:
        while same.get(identifier, identifier) != identifier:
            identifier = same[identifier]
        return identifier

    rank: dict[str, tuple[int, str]] = {}
    for node in nodes:
        rank[node.id] = min(rank.get(node.id, (layer_of(node), node.id)), (layer_of(node), node.id))
    for group in by_key.values():
        roots = sorted({root(n.id) for n in group}, key=lambda i: rank[i])
        same.update(dict.fromkeys(roots[1:], roots[0]))
    return {identifier: root(identifier) for identifier in rank}


def _merge_nodes(nodes: Iterable[NodeRecord], same: Mapping[str, str]) -> dict[str, tuple[NodeRecord, list[Disagreement]]]:
    """For every thing its one node, and the conflicts between its records."""
    groups: dict[str, list[NodeRecord]] = defaultdict(list)
    for node in nodes:
        groups[same[node.id]].append(node)
    merged = {}
    for identifier, group in groups.items():
        # The latest layer speaks first: a user's own tables lie over the seed.
        group.sort(key=lambda n: (-layer_of(n), n.id != identifier, n.evidence, n.name, sorted((k, str(v)) for k, v in n.properties.items())))
        names = dict.fromkeys(name for node in group for name in node.names)
        properties: dict[str, Value] = {}
        conflicts = []
        keys = sorted({key for node in group for key in node.properties})
        for key in (*keys, "country"):
            said = [(_property(n, key), n) for n in group if _property(n, key) not in (None, "")]
            if not said:
                continue
            if isinstance(said[0][0], list):
                properties[key] = sorted({item for value, _ in said for item in value})
                continue
            properties[key] = said[0][0]
            if key not in OF_WHAT_IS_LOADED and len({value for value, _ in said}) > 1:
                conflicts.append(conflict_of_records(identifier, group[0].name, key, said))
        country = str(properties.pop("country", ""))
        first, *others = names
        node = NodeRecord(identifier, group[0].type, first, tuple(sorted(others)), country, properties, _all_evidence(group))
        merged[identifier] = (node, conflicts)
    return merged


def _property(node: NodeRecord, key: str) -> Any:
    return node.country if key == "country" else node.properties.get(key)


def _all_evidence(records: Iterable[NodeRecord | RelationshipRecord | FactRecord]) -> tuple[Evidence, ...]:
    return tuple(sorted({passage for record in records for passage in record.evidence}))


def _with_lists(network: NodeRecord, lists: Sequence[List]) -> NodeRecord:
    dates = dates_of_complete(lists)
    return replace(network, properties={**network.properties, "complete_lists": dates}) if len(dates) > 1 else network


def _finished(node: NodeRecord, facts: Sequence[FactRecord], sections: Sequence[Section]) -> NodeRecord:
    """``node`` with what its facts say, and a document with its sections."""
    properties = dict(node.properties)
    for name, value in values_of(node, facts).items():
        properties[name] = value
    if facts:
        properties["facts"] = [dump(f.as_dict()) for f in facts]
    if sections:
        properties["sections"] = [dump({"first": s.first, "last": s.last, "title": s.title, "path": s.path}) for s in sections]
    return NodeRecord(node.id, node.type, node.name, node.aliases, node.country, dict(sorted(properties.items())), node.evidence)


def _sections_by_document(sections: Iterable[Section]) -> Mapping[str, Sequence[Section]]:
    found: dict[str, list[Section]] = defaultdict(list)
    for section in sorted(set(sections)):
        found[section.document].append(section)
    return found


# --- facts ------------------------------------------------------------------------------------------------------------


def _facts_by_thing(facts: Iterable[FactRecord], same: Mapping[str, str]) -> Mapping[str, Sequence[FactRecord]]:
    """The facts about each thing; one value of one property said twice is one fact with all its evidence."""
    groups: dict[tuple[str, ...], list[FactRecord]] = defaultdict(list)
    for f in facts:
        groups[(same[f.about], f.property, f.value, f.unit, f.year, f.qualifier, f.reading, f.reason)].append(f)
    found: dict[str, list[FactRecord]] = defaultdict(list)
    for (about, name, value, unit, year, qualifier, reading, reason), group in groups.items():
        found[about].append(FactRecord(about, name, value, unit, year, qualifier, _all_evidence(group), reading, reason))
    return {about: sorted(rows, key=fact_order) for about, rows in found.items()}


def _columns_as_facts(records: Records, same: Mapping[str, str]) -> Iterable[FactRecord]:
    """A cell of a user's node table is a fact too, where a lower layer has facts about the same property."""
    known = {(same[f.about], f.property): layer_of(f) for f in sorted(records.facts, key=layer_of, reverse=True)}
    for node in records.nodes:
        for name, value in node.properties.items():
            if name not in OF_WHAT_IS_LOADED and layer_of(node) > known.get((same[node.id], name), layer_of(node)) and not isinstance(value, list):
                yield FactRecord(node.id, name, str(value), evidence=node.evidence, origin=node.origin)


def _layered(facts: Iterable[FactRecord], same: Mapping[str, str]) -> list[FactRecord]:
    """A user's fact lies over the seed's: what it contradicts is not followed any more, and stays as the other side."""
    found = list(facts)
    over: dict[tuple[str, str], list[FactRecord]] = defaultdict(list)
    for f in found:
        if layer_of(f) > 0 and f.reading == "accepted":
            over[(same[f.about], f.property)].append(f)

    def contradicted(f: FactRecord) -> bool:
        above = (u for u in over[(same[f.about], f.property)] if layer_of(u) > layer_of(f))
        return any(u.value != f.value and u.year in ("", f.year) and u.qualifier in ("", f.qualifier) for u in above)

    return [replace(f, reading="rejected", reason="your own table lies over it") if f.reading == "accepted" and contradicted(f) else f for f in found]


def _number(text: str) -> Value:
    """A figure as a number; what is none, or is too large to keep exactly, stays a text."""
    if re.fullmatch(r"-?[0-9]{1,15}", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?[0-9]{1,15}\.[0-9]{1,15}", text) else text


def values_of(node: NodeRecord, facts: Sequence[FactRecord]) -> dict[str, Value]:
    """The value of each property from its accepted facts: the latest year; none where accepted facts disagree.

    A document is no thing that has values: the figures that it prints stay facts with their table.
    """
    values: dict[str, Value] = {}
    if node.type == "Document":
        return values
    by_property: dict[str, list[FactRecord]] = defaultdict(list)
    for fact in facts:
        if fact.reading == "accepted":
            by_property[fact.property].append(fact)
    declared = NODE_TYPES[node.type].properties
    for name, rows in by_property.items():
        latest = max(fact.year for fact in rows)
        now = [fact for fact in rows if fact.year == latest]
        # What is said of all of it comes before what is said of a part; where that is not one value, there is none.
        now = [fact for fact in now if not fact.qualifier] or now
        if len({fact.qualifier for fact in now}) == 1 and len({(fact.value, fact.unit) for fact in now}) > 1:
            continue
        first = now[0]
        # Dates stay texts, as precise as the source; figures become numbers.
        text_only = name in ("start", "end") or declared.get(name, _FACT_ONLY).type in ("str", "date")
        values[name] = first.value if text_only and name != "stated_members" else _number(first.value)
        for part in ("unit", "year", "qualifier"):
            if getattr(first, part) and name not in ("start", "end"):
                values[f"{name}_{part}"] = getattr(first, part)
    return values


_FACT_ONLY = Property("number", "a property that only facts give")


# --- ties --------------------------------------------------------------------------------------------------------------


def _merge_ties(ties: Iterable[RelationshipRecord], same: Mapping[str, str]) -> list[RelationshipRecord]:
    """One tie for one source, type, target and key, with all evidence; ties both ways are kept from the smaller id."""
    groups: dict[tuple[str, str, str, str], list[RelationshipRecord]] = defaultdict(list)
    for tie in ties:
        source, target = same.get(tie.source, tie.source), same.get(tie.target, tie.target)
        if RELATIONSHIP_TYPES[tie.type].undirected and target < source:
            source, target = target, source
        if source != target:
            groups[(source, tie.type, target, tie.key)].append(tie)
    return [_merge_tie(identity, group, same) for identity, group in sorted(groups.items())]


def _merge_tie(identity: tuple[str, str, str, str], group: list[RelationshipRecord], same: Mapping[str, str]) -> RelationshipRecord:
    group.sort(key=lambda t: (-layer_of(t), t.evidence, sorted((k, str(v)) for k, v in t.properties.items())))
    properties: dict[str, Value] = {}
    for tie in group:
        for name, value in tie.properties.items():
            properties.setdefault(name, value)
    if "via" in properties:
        properties["via"] = same.get(str(properties["via"]), str(properties["via"]))
    return RelationshipRecord(*identity, dict(sorted(properties.items())), _all_evidence(group))


def _with_years(tie: RelationshipRecord) -> RelationshipRecord:
    """``tie`` with ``since_year`` and ``until_year``, whole numbers that both stores compare alike."""
    # Questions count accepted ties only: one of which the reading is open is shown, and carries no count.
    reading = {"reading": "accepted"} if "reading" not in tie.properties else {}
    years = {f"{name}_year": int(str(tie.properties[name])[:4]) for name in ("since", "until") if tie.properties.get(name)}
    return RelationshipRecord(*tie.identity, dict(sorted({**tie.properties, **reading, **years}.items())), tie.evidence)
