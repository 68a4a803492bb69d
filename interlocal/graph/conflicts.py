"""Where sources differ: between records of one thing, between facts about one property, between ties. Pure.

A Conflict names each side with its passages and our reading: followed (accepted), not followed (rejected), or left open.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.graph.records import Evidence, FactRecord, NodeRecord, RelationshipRecord, Value
from interlocal.graph.schema import RELATIONSHIP_TYPES
from interlocal.graph.words import time_words

# Ties that say something about what they lead to, and ties of which one is expected for a thing.
_ABOUT_THEIR_TARGET = ("LEADS", "PARTNER_IN", "ADOPTED", "RUNS", "FOUNDED", "STEERS", "MANAGES", "SUPPORTS", "MEMBER_OF")
_ONE_EXPECTED = ("LEADS", "ADOPTED", "LOCATED_IN", "PART_OF", "EVALUATED_BY")
# Our readings of a side, in the words that people see.
_READINGS = {"accepted": "followed here", "rejected": "not followed", "open": "left open"}


@dataclass(frozen=True)
class Side:
    """What one source says, our reading of it (``accepted``, ``rejected`` or ``open``), and the reason."""

    says: str
    reading: str
    reason: str
    evidence: tuple[Evidence, ...]

    @property
    def words(self) -> str:
        """``stated members: 30 (followed here: the later count)``."""
        head, colon, rest = self.says.partition(": ")
        says = f"{head.replace('_', ' ')}{colon}{rest}" if head.islower() else self.says
        return f"{says} ({_READINGS[self.reading]}{f': {self.reason}' if self.reason else ''})"


def sides_of(conflict: NodeRecord) -> list[Side]:
    """The sides of a Conflict node."""
    texts = conflict.properties["statements"]
    said = [json.loads(text) for text in texts] if isinstance(texts, list) else []
    return [Side(s["says"], s["reading"], s["reason"], tuple(Evidence.parse(e) for e in s["evidence"])) for s in said]


def conflict_of_records(identifier: str, name: str, key: str, said: Sequence[tuple[Any, NodeRecord]]) -> Disagreement:
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


def conflicts_of_facts(node: NodeRecord, facts: Sequence[FactRecord]) -> Iterable[Disagreement]:
    """Facts about one property that do not agree: another value for the same year and qualifier, or a reading not accepted."""
    by_property: dict[str, list[FactRecord]] = defaultdict(list)
    for fact in facts:
        by_property[fact.property].append(fact)
    for name, rows in sorted(by_property.items()):
        accepted = [f for f in rows if f.reading == "accepted"]
        doubted = [f for f in rows if f.reading != "accepted"]
        sides = set(doubted)
        for f in doubted:
            sides.update(_counterparts(f, accepted))
        rivals = {f for f in accepted for g in accepted if (f.year, f.qualifier) == (g.year, g.qualifier) and (f.value, f.unit) != (g.value, g.unit)}
        if not sides | rivals:
            continue
        statements = [
            _statement(_fact_says(f), "open" if f in rivals else f.reading, f.reason, f.evidence)
            for f in sorted(sides | rivals, key=lambda f: (f.reading, fact_order(f)))
        ]
        yield _conflict(node.id, node.name, name, statements)


def _counterparts(doubted: FactRecord, accepted: Sequence[FactRecord]) -> Sequence[FactRecord]:
    """The accepted facts that say the same thing otherwise: of the same year and qualifier, else the nearest that fit."""
    same = [f for f in accepted if (f.year, f.qualifier) == (doubted.year, doubted.qualifier)]
    alike = [f for f in accepted if f.year == doubted.year and _overlap(f.qualifier, doubted.qualifier)]
    loose = [f for f in accepted if f.qualifier == doubted.qualifier or "" in (f.qualifier, doubted.qualifier)]
    return same or alike or loose or (accepted if len(accepted) == 1 else ())


def _overlap(one: str, other: str) -> bool:
    return not one or not other or bool(set(one.casefold().split()) & set(other.casefold().split()))


def _fact_says(fact: FactRecord) -> str:
    details = ", ".join(part for part in (fact.unit, fact.qualifier, fact.year) if part)
    return f"{fact.property}: {fact.value}" + (f" ({details})" if details else "")


def _subject(tie: RelationshipRecord) -> str:
    """Whom a disputed tie is about: what is led, adopted, run …, or else what is located, funded, part of something."""
    return tie.target if tie.type in _ABOUT_THEIR_TARGET else tie.source


def conflicts_of_ties(ties: Sequence[RelationshipRecord], names: Mapping[str, str]) -> Iterable[Disagreement]:
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
    found = [str(tie.properties[name]) for name in ("role", "amount_as_printed") if tie.properties.get(name)]
    found += time_words(tie.properties)
    return f" ({', '.join(found)})" if found else ""


def _statement(says: str, reading: str, reason: str, evidence: Sequence[Evidence]) -> dict[str, Any]:
    return {"says": says, "reading": reading, "reason": reason, "evidence": [str(e) for e in evidence]}


@dataclass(frozen=True)
class Disagreement:
    """One thing about which sources differ, before all that is said of it is united in a Conflict."""

    about: str
    name: str
    key: str
    statements: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def id(self) -> str:
        return f"conflict:{self.about.replace(':', '/').lower()}/{self.key.lower()}"


def _conflict(about: str, name: str, key: str, statements: Sequence[dict[str, Any]]) -> Disagreement:
    evidence = {Evidence.parse(text) for s in statements for text in s["evidence"]}
    return Disagreement(about, name, key, tuple(dump(s) for s in statements), tuple(sorted(evidence)))


def unite(found: Iterable[Disagreement]) -> tuple[list[NodeRecord], list[RelationshipRecord]]:
    """The Conflict nodes, one for each thing and property, and the ties to what they are about."""
    groups: dict[str, list[Disagreement]] = defaultdict(list)
    for one in found:
        groups[one.id].append(one)
    nodes, ties = [], []
    for identifier, group in groups.items():
        statements = list(dict.fromkeys(text for one in group for text in one.statements))
        readings = {json.loads(text)["reading"] for text in statements}
        properties: dict[str, Value] = {
            "kind": "sources_differ" if len(statements) > 1 else "misprint",
            "property": group[0].key,
            "reading": "accepted" if "accepted" in readings or readings == {"rejected"} else "open",
            "statements": statements,
        }
        evidence = tuple(sorted({passage for one in group for passage in one.evidence}))
        nodes.append(NodeRecord(identifier, "Conflict", f"{group[0].name}: {group[0].key}", (), "", properties, evidence))
        ties.append(RelationshipRecord(identifier, "ABOUT", group[0].about, "", {"certainty": "stated", "reading": "accepted"}, evidence))
    return nodes, ties


def fact_order(fact: FactRecord) -> tuple[Any, ...]:
    return fact.property, fact.year, fact.qualifier, fact.reading, fact.value, fact.unit, fact.evidence


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def layer_of(record: NodeRecord | RelationshipRecord | FactRecord) -> int:
    """Which layer of tables a record comes from: 0 the seed, then a user's own, in their order."""
    return record.origin.layer if record.origin else 0
