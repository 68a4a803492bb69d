"""Records against the schema: every issue, each with its file and row. Pure; nothing is changed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Protocol

from interlocal.errors import ModelError
from interlocal.graph.records import Evidence, FactRecord, NodeRecord, Origin, Records, RelationshipRecord
from interlocal.graph.schema import (
    EXTERNAL_KEYS,
    NODE_TYPES,
    NOT_ISO,
    NOT_TIES,
    READINGS,
    RELATIONSHIP_TYPES,
    TIE_PROPERTIES,
    Property,
    RelationshipType,
    node_type_of,
)
from interlocal.text import did_you_mean, listed, nearest

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_ID = re.compile(r"[a-z]+:[a-z0-9][a-z0-9./_-]*")
_DOCUMENT_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_RANGES = {"lat": (-90, 90), "lon": (-180, 180), "stated_members": (0, 10_000_000), "amount": (0, 10**15), "amount_eur": (0, 10**15), "case_study": (1, 10_000)}
# What every thing has of its own (``label`` and ``type`` are made up by one engine); a fact of that name would overwrite it.
_OWN_FIELDS = ("id", "name", "title", "label", "type", "aliases", "country", "evidence", "facts", "sections", "statements", "key")

Issue = ModelError
# Among more ids than this a nearest one is not looked for.
_MANY = 20_000


class _Report(Protocol):
    """Makes the issue of one row."""

    def __call__(self, what: str, todo: str = "") -> Issue: ...


def validate(records: Records) -> list[Issue]:
    """Every way in which ``records`` do not fit the schema, in the order of their rows."""
    known = {node.id: node.type for node in records.nodes}
    countries = {node.id for node in records.nodes if node.type == "Country"}
    ends = _document_ends(records)
    documents = frozenset(i for i, label in known.items() if label == "Document")
    issues = [
        *_check_twice(records),
        *(i for node in records.nodes for i in _check_node(node, countries, known)),
        *(i for tie in records.relationships for i in _check_tie(tie, known)),
        *(i for fact in records.facts for i in _check_fact(fact, known)),
        *_check_sections(records, known),
        *_check_lists(records),
    ]
    everything: tuple[NodeRecord | RelationshipRecord | FactRecord, ...] = (*records.nodes, *records.relationships, *records.facts)
    for record in everything:
        issues.extend(_check_evidence(record.evidence, record.origin, documents, ends))
    # A stable sort by place; one thing wrong with a row is said once.
    return sorted(dict.fromkeys(issues), key=lambda i: _by_place(i.where))


def _by_place(where: str) -> tuple[str, int]:
    file, _, row = where.rpartition(":")
    return file, int(row) if row.isdigit() else 0


def _at(origin: Origin | None) -> _Report:
    def issue(what: str, todo: str = "") -> Issue:
        return ModelError(what, where=str(origin or ""), todo=todo)

    return issue


def _document_ends(records: Records) -> Mapping[str, int]:
    """The last line of each document whose sections are known."""
    ends: dict[str, int] = {}
    layers: dict[str, int] = {}
    for section in sorted(records.sections, key=lambda s: s.origin.layer if s.origin else 0):
        layer = section.origin.layer if section.origin else 0
        # A later layer does not make a document longer.
        if layers.setdefault(section.document, layer) == layer:
            ends[section.document] = max(section.last, ends.get(section.document, 0))
    return ends


def _check_twice(records: Records) -> Iterator[Issue]:
    """Within one layer an id, and a tie, stands once; a layer over it may say more about it."""
    nodes: dict[tuple[int, str], Origin | None] = {}
    for node in records.nodes:
        place = (node.origin.layer if node.origin else 0, node.id)
        if place in nodes and node.origin is not None:
            yield _at(node.origin)(f"the id “{node.id}” stands twice, first in {nodes[place]}", "Give the second thing an id of its own, or merge the rows.")
        nodes.setdefault(place, node.origin)
    yield from _check_keys(records)
    ties: dict[tuple[int, tuple[str, ...]], Origin | None] = {}
    for tie in records.relationships:
        source, target = tie.source, tie.target
        if tie.type in RELATIONSHIP_TYPES and RELATIONSHIP_TYPES[tie.type].undirected:
            source, target = sorted((source, target))
        place_of_tie = (tie.origin.layer if tie.origin else 0, (source, tie.type, target, tie.key))
        if place_of_tie in ties and tie.origin is not None and tie.type != "ABOUT":
            what = f"the same tie stands twice ({tie.source} {tie.type} {tie.target}), first in {ties[place_of_tie]}"
            yield _at(tie.origin)(what, "Join their evidence with “;”, or give the second a key (a year, a role).")
        ties.setdefault(place_of_tie, tie.origin)


def _check_keys(records: Records) -> Iterator[Issue]:
    """Within one layer two things never share a code: they would become one."""
    seen: dict[tuple[object, ...], NodeRecord] = {}
    for node in records.nodes:
        for key in EXTERNAL_KEYS:
            if (value := node.properties.get(key)) and node.origin is not None:
                first = seen.setdefault((node.origin.layer, node.type, key, value, node.country), node)
                if first.id != node.id:
                    yield _at(node.origin)(f"“{node.id}” has the {key} code {value} of “{first.id}”", "Two things cannot share a code; leave one empty.")


def _check_node(node: NodeRecord, countries: Collection[str], known: Mapping[str, str]) -> Iterator[Issue]:
    issue = _at(node.origin)
    schema = NODE_TYPES.get(node.type)
    if schema is None:
        yield issue(f"unknown type “{node.type}”", did_you_mean(node.type, NODE_TYPES))
        return
    shape = _ID if schema.prefix else (re.compile(r"[A-Z]{2}") if node.type == "Country" else _DOCUMENT_ID)
    if not shape.fullmatch(node.id) or node_type_of(node.id) is not schema:
        example = f"{schema.prefix}:fr/nantes" if schema.prefix else ("FR" if node.type == "Country" else "cses-2013")
        yield issue(f"“{node.id}” is not an id of {schema.plural}", f"Write it like “{example}”.")
    if not node.name:
        yield issue(f"“{node.id}” has no name")
    if node.country and node.country not in countries:
        yield issue(f"unknown country “{node.country}”", _country_advice(node.country, countries))
    if node.properties.get("roster") == "complete" and not node.properties.get("roster_as_of"):
        yield issue("a complete list of members needs its date", "Fill roster_as_of: without a date nobody can be called a non-member.")
    if schema.needs_evidence and not node.evidence:
        yield issue(f"“{node.id}” has no evidence", "Name the lines that it rests on: document#first-last.")
    for name, value in node.properties.items():
        if name not in schema.properties:
            yield issue(f"unknown property “{name}” of {node.type}", did_you_mean(name, schema.properties))
        else:
            yield from _check_value(issue, name, schema.properties[name], value)
    for document in _as_list(node.properties.get("called_lra_by")):
        if known.get(document) != "Document":
            yield issue(f"unknown document “{document}” in called_lra_by", did_you_mean(document, [i for i, t in known.items() if t == "Document"]))


def _as_list(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def _country_advice(code: str, countries: Collection[str]) -> str:
    if code in NOT_ISO:
        return f"Write {NOT_ISO[code]}, the ISO 3166 code."
    return did_you_mean(code, countries, show=0) or "Use ISO 3166 alpha-2 codes, and add the country to countries.csv."


def _check_value(issue: _Report, name: str, declared: Property, value: object) -> Iterator[Issue]:
    if declared.values and value not in declared.values:
        yield issue(f"unknown {name} “{value}”", did_you_mean(str(value), declared.values))
    if declared.type == "date" and not _is_date(str(value)):
        yield issue(f"{name} “{value}” is not a date", "Write a year, year-month or year-month-day: 2012, 2012-03, 2012-03-31.")
    if name in _RANGES and not (isinstance(value, int | float) and _RANGES[name][0] <= value <= _RANGES[name][1]):
        yield issue(f"{name} {value} cannot be", f"It lies between {_RANGES[name][0]:,} and {_RANGES[name][1]:,}.")
    if declared.type == "year" and not (isinstance(value, int) and 1000 <= value <= 2999):
        yield issue(f"{name} “{value}” is not a year", "Write four digits.")


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    year, month, day = (int(part) for part in f"{text}-01-01".split("-")[:3])
    return 1 <= day <= calendar.monthrange(year, month)[1] if year else False


def _check_tie(tie: RelationshipRecord, known: Mapping[str, str]) -> Iterator[Issue]:
    issue = _at(tie.origin)
    declared = RELATIONSHIP_TYPES.get(tie.type)
    if declared is None:
        yield issue(f"unknown relationship type “{tie.type}”", did_you_mean(tie.type, RELATIONSHIP_TYPES))
        return
    for end, what in ((tie.source, "source"), (tie.target, "target"), (str(tie.properties.get("via", "")), "via")):
        if end and end not in known:
            yield issue(f"the {what} “{end}” is not in the tables", _id_advice(end, known))
    if not tie.source or not tie.target:
        yield issue("a tie needs a source and a target")
    elif tie.source == tie.target:
        yield issue(f"“{tie.source}” is tied to itself")
    elif tie.source in known and tie.target in known:
        yield from _check_ends(issue, tie, declared, known)
    if tie.origin is not None and tie.type != "ABOUT" and not tie.evidence:
        yield issue(f"the tie {tie.source} {tie.type} {tie.target} has no evidence", "Name the lines that it rests on: document#first-last.")
    for name, value in tie.properties.items():
        if name not in TIE_PROPERTIES:
            yield issue(f"unknown property “{name}” of a tie", did_you_mean(name, TIE_PROPERTIES))
        else:
            yield from _check_value(issue, name, TIE_PROPERTIES[name], value)
    yield from _check_consistency(issue, tie)


def _id_advice(identifier: str, known: Mapping[str, str]) -> str:
    """The id of the same sort whose last part is most like it: what all ids of a country share says nothing."""
    sort = identifier.partition(":")[0]
    alike = _by_last_part(frozenset(i for i in known if i.partition(":")[0] == sort)) if len(known) < _MANY else {}
    near = nearest(identifier.rpartition("/")[2].rpartition(":")[2], alike)
    return f"Did you mean “{alike[near]}”?" if near else "Add it to its table, or correct the id."


@lru_cache(maxsize=16)
def _by_last_part(ids: frozenset[str]) -> Mapping[str, str]:
    return {i.rpartition("/")[2].rpartition(":")[2]: i for i in sorted(ids, reverse=True)}


def _check_ends(issue: _Report, tie: RelationshipRecord, declared: RelationshipType, known: Mapping[str, str]) -> Iterator[Issue]:
    pair = (known[tie.source], known[tie.target])
    what = declared
    if tie.type in NOT_TIES:
        name = str(tie.properties.get("tie", ""))
        if name not in RELATIONSHIP_TYPES or name in NOT_TIES:
            yield issue(f"{tie.type} needs in “tie” the relationship type that is meant", did_you_mean(name, TIE_PROPERTIES["tie"].values))
            return
        what = RELATIONSHIP_TYPES[name]
    elif "tie" in tie.properties:
        yield issue(f"“tie” is only for {listed(NOT_TIES)}", "Leave it empty.")
    reversed_fits = (pair[1], pair[0]) in what.ends
    if pair not in what.ends and not (what.undirected and reversed_fits):
        valid = sorted(f"{a} → {b}" for a, b in what.ends if a == pair[0]) or sorted(f"{a} → {b}" for a, b in what.ends)[:8]
        todo = "Turn it round." if reversed_fits else f"Valid: {', '.join(valid)}."
        yield issue(f"{what.name} cannot join {pair[0]} → {pair[1]} ({tie.source} → {tie.target})", todo)


def _check_consistency(issue: _Report, tie: RelationshipRecord) -> Iterator[Issue]:
    since, until = str(tie.properties.get("since", "")), str(tie.properties.get("until", ""))
    if since and until and since[: len(until)] > until[: len(since)]:
        yield issue(f"the tie ends ({until}) before it begins ({since})")
    share = tie.properties.get("share")
    if isinstance(share, float) and not 0 <= share <= 1:
        yield issue(f"share {share:g} is not between 0 and 1", "Write one half as 0.5.")
    if "amount" in tie.properties and "currency" not in tie.properties:
        yield issue("an amount without a currency", "Write the ISO 4217 code, for example EUR.")
    currency = str(tie.properties.get("currency", ""))
    if currency and not re.fullmatch(r"[A-Z]{3}", currency):
        yield issue(f"“{currency}” is not a currency", "Write the ISO 4217 code, for example EUR.")


def _check_fact(fact: FactRecord, known: Mapping[str, str]) -> Iterator[Issue]:
    issue = _at(fact.origin)
    if fact.about not in known:
        yield issue(f"the fact is about “{fact.about}”, which is not in the tables", _id_advice(fact.about, known))
    elif "facts" not in NODE_TYPES[known[fact.about]].properties:
        yield issue(f"facts are not kept about {NODE_TYPES[known[fact.about]].plural}")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", fact.property):
        yield issue(f"“{fact.property}” is not the name of a property", "Write small letters, digits and underscores.")
    if fact.property in _OWN_FIELDS:
        yield issue(f"“{fact.property}” is not a fact but a column of its own", "Put it into the table of the thing.")
    declared = NODE_TYPES[known[fact.about]].properties.get(fact.property) if fact.about in known else None
    if declared is not None and fact.reading == "accepted":
        yield from _check_fact_value(issue, fact, declared)
    if not fact.value:
        yield issue(f"the fact about “{fact.about}” has no value")
    if fact.reading not in READINGS:
        yield issue(f"unknown reading “{fact.reading}”", did_you_mean(fact.reading, READINGS))
    if fact.year and not _DATE.fullmatch(fact.year) and not re.fullmatch(r"\d{4}-\d{4}", fact.year):
        yield issue(f"year “{fact.year}” is not a year", "Write 2012, 2012-03, or 2007-2013 for a period.")
    if not fact.evidence:
        yield issue(f"the fact about “{fact.about}” has no evidence", "Name the lines that it rests on: document#first-last.")


def _check_fact_value(issue: _Report, fact: FactRecord, declared: Property) -> Iterator[Issue]:
    """A fact about a property that tables have too must be a value that the table would take."""
    if declared.type in ("int", "year") and not re.fullmatch("[0-9]{1,15}", fact.value):
        yield issue(f"{fact.property} “{fact.value}” is not a whole number", "Write digits only.")
    elif declared.type in ("list", "reference"):
        yield issue(f"“{fact.property}” is a list", "Put it into the table of the thing.")
    else:
        yield from _check_value(issue, fact.property, declared, int(fact.value) if declared.type in ("int", "year") else fact.value)


def _check_sections(records: Records, known: Mapping[str, str]) -> Iterator[Issue]:
    for section in records.sections:
        if known.get(section.document) != "Document":
            yield _at(section.origin)(f"section “{section.title}” is of an unknown document “{section.document}”", "Add it to documents.csv.")
        if not 1 <= section.first <= section.last:
            yield _at(section.origin)(f"section “{section.title}” ends before it begins", "Lines count from 1.")


def _check_lists(records: Records) -> Iterator[Issue]:
    """A complete list with nobody on it would make non-members of all."""
    with_members = {tie.target for tie in records.relationships if tie.type == "MEMBER_OF" and tie.properties.get("reading") == "accepted"}
    for node in records.nodes:
        if node.properties.get("roster") == "complete" and node.id not in with_members:
            todo = "Add its members (MEMBER_OF in relationships.csv), or write roster none or partial."
            yield _at(node.origin)(f"the list of members of “{node.id}” is complete, but nobody is on it", todo)


def _check_evidence(evidence: tuple[Evidence, ...], origin: Origin | None, documents: Collection[str], ends: Mapping[str, int]) -> Iterator[Issue]:
    for span in (span for passage in evidence for span in passage.spans):
        if span.document not in documents:
            yield _at(origin)(f"evidence from an unknown document “{span.document}”", did_you_mean(span.document, documents))
        elif span.document not in ends:
            yield _at(origin)(f"the lines of “{span.document}” cannot be checked", "Add a row to sections.csv with its first and last line.")
        elif span.last > ends[span.document]:
            yield _at(origin)(f"evidence {span} lies past the end of the document (line {ends[span.document]})", "Correct the lines.")
