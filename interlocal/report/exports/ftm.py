"""Entities of FollowTheMoney (OCCRP and OpenSanctions, model of version 4.11) as JSON lines, for Aleph, OpenAleph, ``ftm`` and nomenklatura.

Its model is about who acts and who pays. Funds, services and policies have no schema there: what somebody has to do with one is told
in that entity's notes. Themes become keywords of projects. Stated gaps, conflicts, plans and stated absences are left out: as entities
or links they would be read as what they are not. Ids are a readable part and a hash, ours stand beside them.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from interlocal.graph.cite import Citations
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import NODE_TYPES, NOT_TIES
from interlocal.graph.words import code_words, facts_of, kind_words, property_words, tie_details, tie_words

_SCHEMATA = {
    "LRA": "PublicBody",
    "Network": "Organization",
    "Organisation": "Organization",
    "Project": "Project",
    "Document": "Document",
    "Country": "Territory",
}
_OF_KIND = {"company": "Company"} | dict.fromkeys(
    ("national_authority", "state_territorial_office", "public_service", "agency", "eu_institution"), "PublicBody"
)
_LEGAL = ("PublicBody", "Organization", "Company")
_IN_NOTES = ("Fund", "Service", "Policy")
# Properties of ours that have a property there; the rest stands in notes.
_MAPPED = {"level", "kind", "scope", "founded", "dimension", "lat", "lon", "facts", "sections", "publisher", "year", "url"}
# What followthemoney.util.sanitize_text takes away: controls, soft hyphens, marks of direction and of no width.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass
class _Entity:
    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, *values: object) -> None:
        """Add what is not empty, each value once."""
        held = self.properties.setdefault(name, [])
        held.extend(dict.fromkeys(text for value in values if (text := _clean(value)) and text not in held))
        if not held:
            del self.properties[name]

    def line(self) -> str:
        data = {"id": self.id, "schema": self.schema, "datasets": ["interlocal"], "properties": self.properties}
        return f"{json.dumps(data, ensure_ascii=False, sort_keys=True)}\n"


def export(graph: Graph) -> str:
    """A line an entity: things first, then links."""
    maker = _Maker(graph, Citations.of_graph(graph))
    things = {node.id: maker.thing(node) for node in graph.nodes if node.type in _SCHEMATA}
    links = [link for tie in graph.relationships if tie.type not in NOT_TIES and (link := maker.link(tie, things))]
    places = [place for node in graph.nodes if (place := _place(node, things))]
    return "".join(entity.line() for entity in (*things.values(), *places, *links))


@dataclass(frozen=True)
class _Maker:
    graph: Graph
    citations: Citations

    def thing(self, node: NodeRecord) -> _Entity:
        schema = _OF_KIND.get(str(node.properties.get("kind")), _SCHEMATA[node.type]) if node.type == "Organisation" else _SCHEMATA[node.type]
        made, p = _Entity(_id(node.id), schema), node.properties
        made.add("name", node.name)
        made.add("alias", *node.aliases)
        made.add("country", (node.id if node.type == "Country" else node.country).lower())
        made.add("notes", f"id in interlocal: {node.id}", *(words for words, _ in facts_of(node)))
        made.add("notes", *(f"{property_words(k)}: {_words(v)}" for k, v in p.items() if k in NODE_TYPES[node.type].properties and k not in _MAPPED))
        if schema in _LEGAL:
            made.add("classification", kind_words(node))
            made.add("incorporationDate", *_dates(p.get("founded")))
        elif schema == "Project":
            _fill_project(made, node)
        elif schema == "Document":
            made.add("fileName", node.id)
            made.add("title", node.name)
            made.add("publisher", p.get("publisher"))
            made.add("publishedAt", *_dates(p.get("year")))
            made.add("sourceUrl", p.get("url"))
        else:
            made.add("level", "country")
            made.add("territoryCode", node.id.lower())
        self._prove(made, node.evidence, "notes")
        return made

    def link(self, tie: RelationshipRecord, things: Mapping[str, _Entity]) -> _Entity | None:
        """The entity of a tie between two things; None, and a note or a keyword on the one, where the other has no schema."""
        source, target = things.get(tie.source), things.get(tie.target)
        if source is None or target is None:
            self._note(tie, source, target)
            return None
        schema, mine, other = _fitting(tie, source, target)
        made = _Entity(_id(json.dumps(tie.identity), "tie"), schema)
        made.add(mine, source.id)
        made.add(other, target.id)
        p = tie.properties
        made.add("purpose" if schema == "Payment" else "role", tie_words(tie)[0], p.get("role"))
        made.add("startDate", p.get("since"))
        made.add("endDate", p.get("until"))
        if schema == "Payment":
            _fill_value(made, p.get("amount"), p.get("currency"), p.get("amount_eur"))
        elif p.get("reading") == "open":
            made.add("status", "sources differ")
        made.add("summary", " ".join(filter(None, tie.identity)))
        made.add("description", tie_details(tie, self.graph), p.get("note"))
        self._prove(made, tie.evidence, "description")
        return made

    def _note(self, tie: RelationshipRecord, source: _Entity | None, target: _Entity | None) -> None:
        kept, other = (source, self.graph.by_id[tie.target]) if source else (target, self.graph.by_id[tie.source])
        if kept is None:
            return
        if tie.type == "ADDRESSES":
            kept.add("keywords", other.name)
        elif other.type in _IN_NOTES:
            details = tie_details(tie, self.graph)
            kept.add("notes", f"{tie_words(tie)[0 if source else 1]} {other.name}{f' ({details})' if details else ''}{self._cited(tie.evidence)}")

    def _prove(self, made: _Entity, evidence: Iterable[Evidence], texts: str) -> None:
        for passage in evidence:
            documents = [self.graph.by_id[d] for d in passage.documents if d in self.graph.by_id]
            made.add("proof", *(_id(d.id) for d in documents))
            made.add("publisher", *(self.citations.name(d.id) for d in documents))
            made.add("sourceUrl", *(d.properties.get("url") for d in documents))
            made.add(texts, f"Source: {self.citations.full(passage)}")
            if texts == "description" or made.schema == "Project":
                made.add("recordId", passage)

    def _cited(self, evidence: tuple[Evidence, ...]) -> str:
        return f" [{self.citations.exact(evidence)}]" if evidence else ""


def _fitting(tie: RelationshipRecord, source: _Entity, target: _Entity) -> tuple[str, str, str]:
    """The schema of a link, and its properties for the source and the target."""
    legal = source.schema in _LEGAL and target.schema in _LEGAL
    if tie.type == "MEMBER_OF" and legal:
        return "Membership", "member", "organization"
    if tie.type in ("LEADS", "PARTNER_IN") and source.schema in _LEGAL:
        return "ProjectParticipant", "participant", "project"
    if tie.type == "FOLLOWS" and legal:
        return "Succession", "successor", "predecessor"
    # An amount for several funders together would count for each of them.
    if tie.type == "FUNDED_BY" and legal and "amount" in tie.properties and "joint_group" not in tie.properties:
        return "Payment", "beneficiary", "payer"
    return "UnknownLink", "subject", "object"


def _fill_project(made: _Entity, node: NodeRecord) -> None:
    p = node.properties
    made.add("projectId", node.id)
    made.add("keywords", code_words(str(p.get("dimension", ""))))
    made.add("startDate", *_dates(p.get("start")))
    made.add("endDate", *_dates(p.get("end")))
    unit = str(p.get("budget_unit", ""))
    # A sum of the whole: what is said of a year or an edition stays a note.
    if re.fullmatch("[A-Z]{3}", unit) and p.get("budget_qualifier", "total") == "total":
        _fill_value(made, p.get("budget"), unit, p.get("budget") if unit == "EUR" else None)


def _fill_value(made: _Entity, amount: object, currency: object, euros: object) -> None:
    if isinstance(amount, int | float):
        made.add("amount", _number(amount))
        made.add("currency", currency)
        made.add("amountEur", *([_number(euros)] if isinstance(euros, int | float) else ()))


def _place(node: NodeRecord, things: Mapping[str, _Entity]) -> _Entity | None:
    """Where a territory is: coordinates belong to an address there."""
    lat, lon = node.properties.get("lat"), node.properties.get("lon")
    if node.id not in things or not isinstance(lat, float) or not isinstance(lon, float):
        return None
    made = _Entity(_id(node.id, "place"), "Address")
    made.add("summary", node.name)
    made.add("country", node.country.lower())
    made.add("latitude", _number(lat))
    made.add("longitude", _number(lon))
    things[node.id].add("addressEntity", made.id)
    return made


def _id(ours: str, kind: str = "") -> str:
    """Letters, digits and hyphens are all that an id there may hold; the hash keeps ids apart that read the same."""
    readable = kind or re.sub("[^0-9a-z]+", "-", ours.lower()).strip("-")[:80]
    return "-".join(filter(None, ("interlocal", readable, hashlib.sha256(f"{kind}|{ours}".encode()).hexdigest()[:16])))


def _clean(value: object) -> str:
    """A text as its library would have it: composed letters, single spaces, nothing that is not seen."""
    text = "" if value is None else unicodedata.normalize("NFC", str(value))
    return " ".join(_UNSEEN.sub("", " ".join(text.split())).split())


def _dates(value: object) -> tuple[str, ...]:
    return (str(value),) if value is not None and _DATE.fullmatch(str(value)) else ()


def _number(value: float) -> str:
    """In digits, without an exponent."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _words(value: object) -> str:
    return ", ".join(value) if isinstance(value, list) else code_words(str(value))
