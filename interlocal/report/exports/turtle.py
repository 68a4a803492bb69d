"""RDF in Turtle: terms of the W3C where they fit (ORG 2014, PROV-O 2013, SKOS 2009, Dublin Core, FOAF, Basic Geo), schema.org and FRAPO
for some more, and for everything a term of our own, named as in the data model.

Our names are URNs, which promise no page and claim no domain: ``urn:interlocal:id:`` for things, ``…:tie:`` for ties, ``…:passage:``
for evidence, ``…:term:`` for terms. A tie is stated (source, term, target) and is a node besides (an rdf:Statement) that carries its
properties and its evidence. One whose sources differ is such a node only, because a reification does not assert. What is planned or
stated to be absent is told in our own terms alone. There are no blank nodes; the order of a list is not kept.

Written by hand: rdflib, which reads this in the tests, takes 6 s where this takes 0.2, and shortens doubles to seven digits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from interlocal.graph.cite import Citations
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord, Value
from interlocal.graph.schema import NODE_TYPES, NOT_TIES, RELATIONSHIP_TYPES, TIE_PROPERTIES, Property
from interlocal.report.exports.attributes import tie_id

# Terms as Turtle writes them.
Triple = tuple[str, str, str]

_OURS = "urn:interlocal:"
_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/", "frapo": "http://purl.org/cerif/frapo/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#", "il": f"{_OURS}term:", "org": "http://www.w3.org/ns/org#", "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#", "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
_CLASSES = {
    "Country": "schema:Country", "LRA": "org:FormalOrganization", "Network": "org:OrganizationalCollaboration", "Organisation": "org:Organization",
    "Project": "foaf:Project", "Service": "org:OrganizationalUnit", "Fund": "frapo:FundingProgramme", "Theme": "skos:Concept", "Document": "prov:Entity",
}  # fmt: skip
_TIES = {
    "PART_OF": "dcterms:isPartOf", "LOCATED_IN": "schema:location", "MEMBER_OF": "org:memberOf", "FUNDED_BY": "frapo:isFundedBy",
    "COOPERATES_WITH": "org:linkedTo", "FOLLOWS": "dcterms:replaces", "LINKED_TO": "dcterms:relation", "ADDRESSES": "dcterms:subject", "ABOUT": "schema:about",
}  # fmt: skip
# Where being part of something has a narrower term; by the labels of the ends.
_PARTS = {("Service", "LRA"): "org:unitOf", ("Service", "Organisation"): "org:unitOf", ("Organisation", "Organisation"): "org:subOrganizationOf"}
# Beside our own term.
_ALSO = {
    "lat": "geo:lat", "lon": "geo:long", "definition": "skos:definition", "url": "foaf:page", "licence": "dcterms:rights",
    "since": "schema:startDate", "until": "schema:endDate", "start": "schema:startDate", "end": "schema:endDate", "founded": "schema:foundingDate",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Lists of texts of JSON: each becomes a node of its own.
_NESTED = ("facts", "statements", "sections")
_REFERENCES = ("via", "reference", "called_lra_by")


def export(graph: Graph) -> str:
    """The whole graph: subjects, their properties and the values of these, each in order."""
    described: dict[str, dict[str, set[str]]] = {}
    for subject, predicate, value in _Describer(graph).triples():
        described.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    head = "".join(f"@prefix {prefix}: <{start}> .\n" for prefix, start in _PREFIXES.items())
    return head + "".join(_block(subject, described[subject]) for subject in sorted(described))


def _block(subject: str, said: Mapping[str, set[str]]) -> str:
    lines = (f"    {predicate} {', '.join(sorted(said[predicate]))}" for predicate in sorted(said))
    joined = " ;\n".join(lines)
    return f"\n{subject}\n{joined} .\n"


class _Describer:
    """Says everything about a graph, triple by triple."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.citations = Citations.of_graph(graph)

    def triples(self) -> Iterator[Triple]:
        yield from _vocabulary()
        for node in self.graph.nodes:
            yield from self._node(node)
        for tie in self.graph.relationships:
            yield from self._tie(tie)
        records: tuple[NodeRecord | RelationshipRecord, ...] = (*self.graph.nodes, *self.graph.relationships)
        passages = {e for record in records for e in (*record.evidence, *_nested_evidence(record))}
        for passage in sorted(passages):
            yield from self._passage(passage)

    def _node(self, node: NodeRecord) -> Iterator[Triple]:
        me = _iri(f"id:{node.id}")
        yield me, "a", _term(f"il:{node.type}")
        if node.type in _CLASSES:
            yield me, "a", _CLASSES[node.type]
        yield me, "dcterms:identifier", _text(node.id)
        for name in ("rdfs:label", "skos:prefLabel"):
            yield me, name, _text(node.name)
        for alias in node.aliases:
            yield me, "skos:altLabel", _text(alias)
        if node.country:
            yield me, "il:country", _iri(f"id:{node.country}")
        yield from self._properties(me, node.properties, NODE_TYPES[node.type].properties)
        yield from _derived(me, node.evidence)

    def _tie(self, tie: RelationshipRecord) -> Iterator[Triple]:
        me, source, target = f"<{_OURS}tie:{tie_id(tie)}>", _iri(f"id:{tie.source}"), _iri(f"id:{tie.target}")
        own = _term(f"il:{tie.type}")
        if tie.type in NOT_TIES:
            parts = {"a": own, "il:source": source, "il:target": target}
        else:
            parts = {"a": "rdf:Statement", "rdf:subject": source, "rdf:predicate": own, "rdf:object": target}
            if tie.properties.get("reading", "accepted") == "accepted":
                yield source, own, target
                yield from self._standard(tie, me, source, target)
        for name, value in parts.items():
            yield me, name, value
        yield me, "il:key", _text(tie.key)
        yield from self._properties(me, tie.properties, TIE_PROPERTIES, standard=tie.type not in NOT_TIES)
        yield from _derived(me, tie.evidence)

    def _standard(self, tie: RelationshipRecord, me: str, source: str, target: str) -> Iterator[Triple]:
        """The same in terms that others have."""
        if tie.type == "MEMBER_OF":
            yield me, "a", "org:Membership"
            yield me, "org:member", source
            yield me, "org:organization", target
        labels = self.graph.by_id[tie.source].type, self.graph.by_id[tie.target].type
        if tie.type == "PART_OF" and labels in _PARTS:
            yield source, _PARTS[labels], target
        if tie.type in _TIES:
            yield source, _TIES[tie.type], target
        if tie.type == "COOPERATES_WITH":
            yield target, _TIES[tie.type], source

    def _properties(self, me: str, properties: Mapping[str, Value], declared: Mapping[str, Property], *, standard: bool = True) -> Iterator[Triple]:
        for name, value in properties.items():
            for number, one in enumerate(value if isinstance(value, list) else [value], 1):
                if name in _NESTED:
                    yield from self._nested(me, name, number, json.loads(str(one)))
                elif name in _REFERENCES and one in self.graph.by_id:
                    yield me, _term(f"il:{name}"), _iri(f"id:{one}")
                else:
                    dated = name in ("start", "end") or (name in declared and declared[name].type in ("date", "year"))
                    yield me, _term(f"il:{name}"), _literal(one, dated=dated)
                    if standard and name in _ALSO:
                        yield me, _ALSO[name], _literal(one, dated=dated)

    def _nested(self, me: str, name: str, number: int, fields: Mapping[str, Any]) -> Iterator[Triple]:
        """A fact, a side of a conflict, a section: a node below its thing."""
        part = f"{me[:-1]}#{name}-{number}>"
        yield me, _term(f"il:{name}"), part
        for field, value in fields.items():
            if field == "evidence":
                yield from _derived(part, map(Evidence.parse, value))
            else:
                yield part, _term(f"il:{field}"), _literal(value)

    def _passage(self, passage: Evidence) -> Iterator[Triple]:
        me = _passage_iri(passage)
        yield me, "a", "prov:Entity"
        yield me, "rdfs:label", _text(self.citations.full(passage))
        yield me, "il:lines", _text(str(passage))
        for document in passage.documents:
            yield me, "dcterms:isPartOf", _iri(f"id:{document}")


def _vocabulary() -> Iterator[Triple]:
    """What our terms mean, from the schema."""
    for label, node_type in NODE_TYPES.items():
        yield from _defined(label, "rdfs:Class", node_type.meaning)
    for name, tie_type in RELATIONSHIP_TYPES.items():
        yield from _defined(name, "rdfs:Class" if name in NOT_TIES else "rdf:Property", tie_type.meaning)
    meanings: dict[str, str] = {}
    for properties in (TIE_PROPERTIES, *(t.properties for t in NODE_TYPES.values())):
        for name, declared in properties.items():
            meanings.setdefault(name, declared.meaning)
    for name, meaning in meanings.items():
        if name != "passages":
            yield from _defined(name, "rdf:Property", meaning)


def _defined(name: str, kind: str, meaning: str) -> Iterator[Triple]:
    me = _term(f"il:{name}")
    yield me, "a", kind
    yield me, "rdfs:comment", _text(meaning)


def _derived(me: str, evidence: Iterable[Evidence]) -> Iterator[Triple]:
    for passage in evidence:
        yield me, "prov:wasDerivedFrom", _passage_iri(passage)


def _nested_evidence(record: NodeRecord | RelationshipRecord) -> Iterator[Evidence]:
    for name in _NESTED:
        texts = record.properties.get(name)
        for text in texts if isinstance(texts, list) else ():
            yield from map(Evidence.parse, json.loads(text).get("evidence", ()))


def _literal(value: object, *, dated: bool = False) -> str:
    """A value with its type; a float as a decimal, which is exact."""
    if isinstance(value, bool):
        return "true" if value else "false"
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    if dated and re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", str(value)):
        return f"{_text(str(value))}^^xsd:{kinds[len(str(value))]}"
    if isinstance(value, float):
        text = format(Decimal(repr(value)), "f")
        return text if "." in text else f"{text}.0"
    return str(value) if isinstance(value, int) else _text(str(value))


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04X}", escaped) + '"'


def _term(name: str) -> str:
    """``prefix:name`` as it is; where the name has other letters than Turtle takes there, in full."""
    prefix, _, local = name.partition(":")
    return name if re.fullmatch("[A-Za-z][A-Za-z0-9_]*", local) else f"<{_PREFIXES[prefix]}{quote(local, safe='')}>"


def _iri(name: str) -> str:
    return f"<{_OURS}{quote(name, safe=':/._-~@+')}>"


def _passage_iri(passage: Evidence) -> str:
    return _iri(f"passage:{passage}".replace("#", ":"))
