"""The data model, declared once: labels, relationship types with their ends, properties, groups of ties.

Validation, the store's constraints, the reference pages and the map's legend derive from this module.
Terms follow FollowTheMoney (schemata as data) and the W3C Organization Ontology (2014) where they have one;
``docs/vocabulary.md`` holds the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# Bumped when a graph file of an older model can no longer be read as this one.
SCHEMA_VERSION = 1

LRA_LEVELS = ("municipality", "city_district", "metropolitan", "county", "province", "region", "state")
NETWORK_SCOPES = (
    "european_lra", "national_association", "reception_system", "local_platform", "coalition", "expert", "policy",
)  # fmt: skip
ROSTERS = ("none", "partial", "complete")
ORGANISATION_KINDS = (
    "NGO", "migrant_organisation", "foundation", "university", "research", "national_authority",
    "state_territorial_office", "public_service", "agency", "eu_institution", "igo", "company", "trade_union",
    "religious", "association", "other",
)  # fmt: skip
DIMENSIONS = ("political_legal", "socio_economic", "cultural")
SERVICE_KINDS = ("one_stop_shop", "info_point", "reception_centre", "observatory", "department", "other")
FUND_KINDS = ("eu", "national", "regional", "bilateral", "private", "other")
POLICY_KINDS = ("charter", "strategy", "law", "action_plan", "agreement")
GAP_KINDS = ("coordination", "data", "capacity", "funding", "participation", "need")
CONFLICT_KINDS = ("sources_differ", "misprint")
CERTAINTIES = ("stated", "implied", "reference")
READINGS = ("accepted", "rejected", "open")
AMOUNT_BASES = ("total", "per_year", "per_edition", "period")
YES_NO = ("yes", "no")
# Country codes of Eurostat and of daily use that are not ISO 3166.
NOT_ISO = {"EL": "GR", "UK": "GB"}


@dataclass(frozen=True)
class Property:
    """One property: its ``type`` (str, int, float, bool, list, date, year, reference), allowed ``values`` if closed, meaning."""

    type: str
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class NodeType:
    """One label: the first part of its ids (``lra:…``), what it means, the properties beside id, name, aliases, country."""

    label: str
    prefix: str
    plural: str
    meaning: str
    properties: Mapping[str, Property] = field(default_factory=dict)
    needs_evidence: bool = True


@dataclass(frozen=True)
class RelationshipType:
    """One relationship type: its meaning, the pairs of labels that it may join, how it reads from either end."""

    name: str
    meaning: str
    ends: frozenset[tuple[str, str]]
    forward: str
    backward: str
    infinitive: str
    undirected: bool = False


def _closed(meaning: str, values: tuple[str, ...]) -> Property:
    return Property("str", meaning, values)


_FACTS = Property("list", "facts about it, each with value, unit, year, qualifier, reading and evidence")

NODE_TYPES: Mapping[str, NodeType] = MappingProxyType({t.label: t for t in (
    NodeType("Country", "", "countries", "a state, by its ISO 3166 alpha-2 code", {"facts": _FACTS}, needs_evidence=False),
    NodeType("LRA", "lra", "authorities", "an elected local or regional authority and its territory", {
        "level": _closed("level of government", LRA_LEVELS),
        "nuts": Property("str", "NUTS code of the territory"), "lau": Property("str", "LAU code, unique with the country"),
        "lat": Property("float", "latitude, degrees north"), "lon": Property("float", "longitude, degrees east"),
        "reference": Property("list", "the reference data that codes and coordinates come from"), "facts": _FACTS,
    }),
    NodeType("Network", "network", "networks", "LRAs, organisations or states under one name without being one legal person", {
        "scope": _closed("who it joins, and where", NETWORK_SCOPES), "founded": Property("date", "when it was founded"),
        "stated_members": Property("int", "how many members its source says it has"),
        "roster": _closed("how complete the loaded list of members is", ROSTERS),
        "roster_as_of": Property("date", "when that list of members held"),
        "complete_lists": Property("list", "the dates of all complete lists of members that are loaded, where they are several"),
        "cooperates_with_lras": _closed("whether it cooperates with LRAs, as stated", YES_NO),
        "how": Property("str", "how it cooperates with LRAs"), "facts": _FACTS,
    }),
    NodeType("Organisation", "org", "organisations", "any other body", {
        "kind": _closed("what sort of body", ORGANISATION_KINDS),
        "called_lra_by": Property("list", "documents that call it an LRA although it is an office of the state"),
        "cooperates_with_lras": _closed("whether it cooperates with LRAs, as stated", YES_NO),
        "how": Property("str", "how it cooperates with LRAs"), "facts": _FACTS,
    }),
    NodeType("Project", "project", "projects", "an action with a name, bound in time or continuing", {
        "dimension": _closed("dimension of integration", DIMENSIONS),
        "case_study": Property("int", "number of the case study in CSES 2013"),
        "unnamed_partners": Property("list", "partners that the source mentions without a name"), "facts": _FACTS,
    }),
    NodeType("Service", "service", "services", "a place or unit that serves people", {
        "kind": _closed("what sort of service", SERVICE_KINDS), "facts": _FACTS,
    }),
    NodeType("Fund", "fund", "funds", "a funding programme or instrument", {
        "kind": _closed("whose money", FUND_KINDS), "facts": _FACTS,
    }),
    NodeType("Policy", "policy", "policies", "a charter, strategy, law, action plan or agreement", {
        "kind": _closed("what sort of policy", POLICY_KINDS), "year": Property("year", "the year it dates from"), "facts": _FACTS,
    }),
    NodeType("Theme", "theme", "themes", "a subject or a group of people that something addresses", {
        "definition": Property("str", "what falls under it"), "eurovoc": Property("str", "EuroVoc concept, where one fits"),
    }, needs_evidence=False),
    NodeType("Document", "", "documents", "a source", {
        "publisher": Property("str", "who published it"), "year": Property("year", "when it was published"),
        "as_of_year": Property("year", "the year whose state it describes"), "url": Property("str", "where it is"),
        "licence": Property("str", "under which terms"),
        "sections": Property("list", "its sections: first line, last line, title, path"), "facts": _FACTS,
        "passages": Property("list", "texts of passages, only in a graph built with --documents, never exported"),
    }, needs_evidence=False),
    NodeType("StatedGap", "gap", "stated gaps", "a gap, need or absence that a report itself states", {
        "kind": _closed("what is lacking", GAP_KINDS),
    }),
    NodeType("Conflict", "conflict", "places where sources differ", "passages that disagree about one thing", {
        "kind": _closed("a disagreement, or a misprint of one source", CONFLICT_KINDS),
        "property": Property("str", "what they disagree about: a property or a relationship type"),
        "reading": _closed("which reading the graph follows", ("accepted", "open")),
        "statements": Property("list", "each side: what it says, our reading, the reason, its evidence"),
    }),
)})  # fmt: skip

LABELS = tuple(NODE_TYPES)
# What a person looks for by name, and what network maps draw.
DRAWN_LABELS = ("LRA", "Network", "Organisation", "Project", "Fund", "Policy", "Service")
_ANY = ", ".join(LABELS)


def _ends(text: str) -> frozenset[tuple[str, str]]:
    """``A, B → C · D → E`` as pairs of labels."""
    pairs = set()
    for clause in text.split("·"):
        sources, targets = (side.split(",") for side in clause.split("→"))
        pairs |= {(s.strip(), t.strip()) for s in sources for t in targets}
    return frozenset(pairs)


_LINKABLE = "Project, Policy, Service, Network"

RELATIONSHIP_TYPES: Mapping[str, RelationshipType] = MappingProxyType({t.name: t for t in (
    RelationshipType("PART_OF", "contained in",
        _ends("LRA → LRA, Country · Service → LRA, Organisation · Organisation → Organisation · Network → Organisation · Project → Project, Service"),
        "is part of", "includes", "be part of"),
    RelationshipType("LOCATED_IN", "seat or place of work", _ends("Organisation, Service, Project, Network → LRA, Country"),
        "is located in", "hosts", "be located in"),
    RelationshipType("MEMBER_OF", "stated member", _ends("LRA, Organisation, Network, Country → Network"), "is a member of", "has as a member", "be a member of"),
    RelationshipType("FOUNDED", "founder", _ends("LRA, Organisation → Network, Organisation, Service"), "founded", "was founded by", "found"),
    RelationshipType("STEERS", "on the steering body", _ends("LRA, Organisation → Network"), "steers", "is steered by", "steer"),
    RelationshipType("LEADS", "organiser, initiator, coordinator", _ends("LRA, Organisation, Network → Project"), "leads", "is led by", "lead"),
    RelationshipType("PARTNER_IN", "named partner", _ends("LRA, Organisation, Network → Project"), "is a partner in", "has as a partner", "be a partner in"),
    RelationshipType("SERVES", "carried out for it, without its being a partner", _ends("Project, Service → LRA"), "serves", "is served by", "serve"),
    RelationshipType("FUNDED_BY", "money", _ends("Project, Network, Service, Organisation → Fund, Organisation, LRA"), "is funded by", "funds", "be funded by"),
    RelationshipType("SUPPORTS", "support other than money", _ends("LRA, Organisation, Network → Network, Project, Service"), "supports", "is supported by", "support"),
    RelationshipType("MANAGES", "manages", _ends("Organisation, LRA → Fund, Network, Project"), "manages", "is managed by", "manage"),
    RelationshipType("RUNS", "runs a service", _ends("Organisation, LRA → Service"), "runs", "is run by", "run"),
    RelationshipType("COOPERATES_WITH", "stated cooperation, either way", _ends("LRA, Organisation, Network → LRA, Organisation, Network"),
        "cooperates with", "cooperates with", "cooperate with", undirected=True),
    RelationshipType("EVALUATED_BY", "evaluator", _ends("Project → Organisation"), "is evaluated by", "evaluates", "be evaluated by"),
    RelationshipType("FOLLOWS", "comes after its predecessor", _ends("Project → Project · Network → Network · Organisation → Organisation · Fund → Fund"),
        "follows", "is followed by", "follow"),
    RelationshipType("LINKED_TO", "any other stated link; its role says which", _ends(f"{_LINKABLE} → {_LINKABLE}"), "is linked to", "is linked to", "be linked to"),
    RelationshipType("ADOPTED", "adopted or signed", _ends("LRA, Country, Organisation → Policy"), "adopted", "was adopted by", "adopt"),
    RelationshipType("ADDRESSES", "subject or group", _ends("Project, Policy, Service, StatedGap → Theme"), "addresses", "is addressed by", "address"),
    RelationshipType("ABOUT", "who or what it is about", _ends(f"StatedGap, Conflict → {_ANY}"), "is about", "is the subject of", "be about"),
    RelationshipType("PLANS", "intended, not (yet) there; never counted as a tie", _ends(f"{_ANY} → {_ANY}"), "plans", "is in the plans of", "plan"),
    RelationshipType("LACKS", "stated to be absent; never counted as a tie", _ends(f"{_ANY} → {_ANY}"), "lacks", "is stated to be without", "lack"),
)})  # fmt: skip

# External keys that tell that two records are one thing (a LAU code only together with its country).
EXTERNAL_KEYS = ("nuts", "lau")

# Not ties: what is planned or stated to be absent.
NOT_TIES = ("PLANS", "LACKS")

# Groups of ties: every question that speaks of cooperation, money … means these.
GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "in_network": ("MEMBER_OF", "STEERS", "FOUNDED"),
    "cooperation": ("LEADS", "PARTNER_IN", "COOPERATES_WITH", "SUPPORTS"),
    "money": ("FUNDED_BY", "MANAGES"),
    "structure": ("PART_OF", "LOCATED_IN", "RUNS"),
})  # fmt: skip

TIE_PROPERTIES: Mapping[str, Property] = MappingProxyType({
    "role": Property("str", "in what role"), "via": Property("reference", "the department or service through which the tie works"),
    "since": Property("date", "start, as precise as the source"), "until": Property("date", "end, as precise as the source"),
    "ongoing_as_of": Property("year", "the year in which the source says it goes on"),
    "left_by": Property("date", "the date of the first complete list of members on which it no longer stands; it ends with the last on which it does"),
    "limited": Property("bool", "the source calls it limited"),
    "amount": Property("float", "money, in the currency"), "currency": Property("str", "ISO 4217 code"),
    "amount_basis": _closed("what the amount covers", AMOUNT_BASES), "amount_as_printed": Property("str", "the figure as printed"),
    "share": Property("float", "share of the whole, 0 to 1"),
    "joint_group": Property("str", "an amount printed for several funders together counts once"),
    "amount_eur": Property("float", "the amount in euros, where the source prints euros"),
    "tie": Property("str", "what is planned, or stated to be absent", tuple(n for n in RELATIONSHIP_TYPES if n not in NOT_TIES)),
    "certainty": _closed("said by the source, clearly implied, or from reference data", CERTAINTIES),
    "reading": _closed("our reading where sources differ", READINGS), "note": Property("str", "our remark"),
})  # fmt: skip


def node_type_of(identifier: str) -> NodeType | None:
    """The label that an id belongs to: by its prefix, or a Country for two capitals; None when it fits none."""
    prefix, colon, _ = identifier.partition(":")
    if colon:
        return next((t for t in NODE_TYPES.values() if t.prefix and t.prefix == prefix), None)
    if len(identifier) == 2 and identifier.isalpha() and identifier.isupper():
        return NODE_TYPES["Country"]
    return NODE_TYPES["Document"]


def constraints(labels: Iterable[str] = LABELS) -> tuple[str, ...]:
    """Cypher that makes ids unique a label; the same text on every store."""
    return tuple(f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in labels)


def indexes() -> tuple[str, ...]:
    """Cypher for a server: find things by name and by country fast, and by a word of any name (full text, without accents)."""
    labels = "|".join(DRAWN_LABELS)
    by_value = (f"CREATE INDEX {label.lower()}_{key} IF NOT EXISTS FOR (n:{label}) ON (n.{key})" for label in DRAWN_LABELS for key in ("country", "name"))
    words = f"CREATE FULLTEXT INDEX interlocal_names IF NOT EXISTS FOR (n:{labels}) ON EACH [n.name, n.aliases]"
    return (*by_value, f"{words} OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'standard-folding'}}}}")
