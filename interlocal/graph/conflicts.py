"""Where sources differ: between records of one thing, between facts about one property, between ties. Pure.

A Conflict names each side with its passages and our reading: followed (accepted), not followed (rejected), or left open.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interlocal.graph.records import Evidence, FactRecord, NodeRecord, RelationshipRecord, Value
from interlocal.graph.schema import RELATIONSHIP_TYPES

# Ties that say something about what they lead to, and ties of which one is expected for a thing.
_ABOUT_THEIR_TARGET = ("LEADS", "PARTNER_IN", "ADOPTED", "RUNS", "FOUNDED", "STEERS", "MANAGES", "SUPPORTS", "MEMBER_OF")
_ONE_EXPECTED = ("LEADS", "ADOPTED", "LOCATED_IN", "PART_OF", "EVALUATED_BY")


def conflict_of_records(identifier: str, name: str, key: str, said: Sequence[tuple[Any, NodeRecord]]) -> NodeRecord:
    """Records of one thing give ``key`` differently: a user's table is followed over the seed; within one layer it stays open."""
    by_value: dict[str, list[NodeRecord]] = defaultdict(list)
    for value, node in said:
        by_value[str(value)].append(node)
    top = max(layer_of(node) for _, node in said)
    latest = {value for value, nodes in by_value.items() if any(layer_of(n) == top for n in nodes)}
    statements = []
    for value, nodes in sorted(by_value.items()):
        reading = "rejected" if value not in latest else "accepted" if len(latest) == 1 else "open"
        reason = "your own table lies over the seed" if reading == "accepted" else ""
        evidence = sorted({passage for node in nodes for passage in node.evidence})
        statements.append(_statement(f"{key}: {value}", reading, reason, evidence))
    return _conflict(identifier, name, key, sorted(statements, key=lambda s: (s["reading"], s["says"])))


def conflicts_of_facts(node: NodeRecord, facts: Sequence[FactRecord]) -> Iterable[NodeRecord]:
    """Facts about one property that do not agree: another value for the same year and qualifier, or a reading not accepted."""
    by_property: dict[str, list[FactRecord]] = defaultdict(list)
    for fact in facts:
        by_property[fact.property].append(fact)
    for name, rows in sorted(by_property.items()):
        doubted = [f for f in rows if f.reading != "accepted"]
        sides = list(doubted)
        for fact in (f for f in rows if f.reading == "accepted"):
            rivals = [f for f in rows if (f.year, f.qualifier) == (fact.year, fact.qualifier) and (f.value, f.unit) != (fact.value, fact.unit)]
            if rivals or (doubted and not _has_closer(fact, doubted, rows)):
                sides.append(fact)
        if not sides:
            continue
        accepted_values = {(f.value, f.unit) for f in sides if f.reading == "accepted"}
        undecided = len(accepted_values) > 1 and not doubted
        statements = [
            _statement(_fact_says(f), "open" if undecided else f.reading, f.reason, f.evidence)
            for f in sorted(set(sides), key=lambda f: (f.reading, fact_order(f)))
        ]
        yield _conflict(node.id, node.name, name, statements)


def _has_closer(fact: FactRecord, doubted: Sequence[FactRecord], rows: Sequence[FactRecord]) -> bool:
    """Whether every doubted fact has an accepted counterpart nearer to it than ``fact`` (same year, same qualifier)."""

    def nearness(a: FactRecord, b: FactRecord) -> int:
        return 2 * (a.year == b.year) + (a.qualifier == b.qualifier)

    accepted = [f for f in rows if f.reading == "accepted"]
    return all(max(nearness(f, d) for f in accepted) > nearness(fact, d) for d in doubted)


def _fact_says(fact: FactRecord) -> str:
    details = ", ".join(part for part in (fact.unit, fact.qualifier, fact.year) if part)
    return f"{fact.property}: {fact.value}" + (f" ({details})" if details else "")


def _subject(tie: RelationshipRecord) -> str:
    """Whom a disputed tie is about: what is led, adopted, run …, or else what is located, funded, part of something."""
    return tie.target if tie.type in _ABOUT_THEIR_TARGET else tie.source


def conflicts_of_ties(ties: Sequence[RelationshipRecord], names: Mapping[str, str]) -> Iterable[NodeRecord]:
    groups: dict[tuple[str, str], list[RelationshipRecord]] = defaultdict(list)
    for tie in ties:
        groups[(_subject(tie), tie.type)].append(tie)
    for (subject, kind), group in sorted(groups.items()):
        doubted = [t for t in group if t.properties.get("reading", "accepted") != "accepted"]
        if not doubted:
            continue
        # Of most types there can be many ties at once; an accepted one is another side only where one is expected.
        if kind not in _ONE_EXPECTED:
            group = doubted
        verb = RELATIONSHIP_TYPES[kind].forward
        statements = [
            _statement(
                f"{names[t.source]} {verb} {names[t.target]}" + _tie_details(t),
                str(t.properties.get("reading", "accepted")), str(t.properties.get("note", "")), t.evidence,
            )
            for t in sorted(group, key=lambda t: (str(t.properties.get("reading", "accepted")), t.identity))
        ]  # fmt: skip
        yield _conflict(subject, names[subject], kind, statements)


def _tie_details(tie: RelationshipRecord) -> str:
    found = [str(tie.properties[name]) for name in ("role", "amount_as_printed", "since", "until") if tie.properties.get(name)]
    return f" ({', '.join(found)})" if found else ""


def _statement(says: str, reading: str, reason: str, evidence: Sequence[Evidence]) -> dict[str, Any]:
    return {"says": says, "reading": reading, "reason": reason, "evidence": [str(e) for e in evidence]}


def _conflict(about: str, name: str, key: str, statements: Sequence[dict[str, Any]]) -> NodeRecord:
    decided = any(s["reading"] == "accepted" for s in statements) or all(s["reading"] == "rejected" for s in statements)
    properties: dict[str, Value] = {
        "kind": "sources_differ" if len(statements) > 1 else "misprint",
        "property": key,
        "reading": "accepted" if decided else "open",
        "statements": [dump(s) for s in statements],
    }
    evidence = {Evidence.parse(text) for s in statements for text in s["evidence"]}
    return NodeRecord(
        f"conflict:{about.replace(':', '/').lower()}/{key.lower()}", "Conflict", f"{name}: {key}", (about,), "", properties, tuple(sorted(evidence))
    )


def unite(conflicts: Iterable[NodeRecord]) -> tuple[list[NodeRecord], list[RelationshipRecord]]:
    """The Conflict nodes, each once, and what they are about (carried in their aliases until here)."""
    nodes: dict[str, NodeRecord] = {}
    about: dict[str, RelationshipRecord] = {}
    for found in conflicts:
        if found.id in nodes:
            before = nodes[found.id]
            statements = [*_as_texts(before.properties["statements"]), *_as_texts(found.properties["statements"])]
            properties: dict[str, Value] = {**before.properties, "kind": "sources_differ", "statements": list(dict.fromkeys(statements))}
            evidence = tuple(sorted({*before.evidence, *found.evidence}))
        else:
            properties, evidence = dict(found.properties), found.evidence
        nodes[found.id] = NodeRecord(found.id, "Conflict", found.name, (), "", properties, evidence)
        about[found.id] = RelationshipRecord(found.id, "ABOUT", found.aliases[0], "", {"certainty": "stated", "reading": "accepted"}, evidence)
    return list(nodes.values()), list(about.values())


def _as_texts(value: Value) -> list[str]:
    return value if isinstance(value, list) else [str(value)]


def fact_order(fact: FactRecord) -> tuple[Any, ...]:
    return fact.property, fact.year, fact.qualifier, fact.reading, fact.value, fact.unit, fact.evidence


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def layer_of(record: NodeRecord | RelationshipRecord | FactRecord) -> int:
    """Which layer of tables a record comes from: 0 the seed, then a user's own, in their order."""
    return record.origin.layer if record.origin else 0
