"""Ties and facts in the words people use. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import NOT_TIES, RELATIONSHIP_TYPES

# Codes whose words are more than the code without its underscores.
_WORDS = {
    "european_lra": "European network of LRAs", "igo": "intergovernmental organisation", "eu_institution": "EU institution", "eu": "EU", "other": "",
    "none": "no list", "partial": "some named", "complete": "complete list", "state_territorial_office": "office of the state in the region",
}  # fmt: skip
_BASES = {"per_year": " a year", "per_edition": " an edition", "period": " for the period"}


# Memberships that ended: to say that somebody is a member who has left would be false. Projects and money are told with their years.
OVER = {"MEMBER_OF": ("was a member of", "had as a member"), "STEERS": ("steered", "was steered by")}


def tie_words(tie: RelationshipRecord) -> tuple[str, str]:
    """How a tie reads from its source, and from its target: ``is funded by``, ``funds``.

    What is planned or stated to be absent says so, and reads from its source alone: ``plans to found``.
    """
    if tie.type in OVER and tie.properties.get("until"):
        return OVER[tie.type]
    if tie.type not in NOT_TIES:
        declared = RELATIONSHIP_TYPES[tie.type]
        return declared.forward, declared.backward
    if tie.type == "LACKS" and tie.properties.get("role"):
        return f"is stated to be without {tie.properties['role']}:", ""
    meant = RELATIONSHIP_TYPES[str(tie.properties["tie"])]
    verb = "plans to" if tie.type == "PLANS" else "is stated not to"
    return f"{verb} {meant.infinitive}", ""


def kind_words(node: NodeRecord) -> str:
    """The level, kind or scope of a thing as people say it: ``municipality``, ``EU institution``; empty when it has none."""
    return code_words(str(node.properties.get("level") or node.properties.get("kind") or node.properties.get("scope") or ""))


def code_words(code: str) -> str:
    """A code of a closed list as people say it; other texts as they are."""
    return _WORDS.get(code, code.replace("_", " ") if code.replace("_", "").isalnum() and code.islower() else code)


def tie_details(tie: RelationshipRecord, graph: Graph) -> str:
    """Role, department, time, money and certainty of a tie in a few words; empty when nothing more is said."""
    p = tie.properties
    parts = [str(p["role"])] if p.get("role") and tie.type != "LACKS" else []
    if via := graph.by_id.get(str(p.get("via", ""))):
        parts.append(f"through {via.name}")
    parts.extend(time_words(p))
    parts.extend(_money(p))
    if p.get("limited"):
        parts.append("called limited by the source")
    if p.get("certainty") == "implied":
        parts.append("implied, not said outright")
    if p.get("certainty") == "reference":
        parts.append("from reference data")
    if p.get("reading") == "open":
        parts.append("sources differ")
    return "; ".join(parts)


def time_words(p: Mapping[str, Any]) -> list[str]:
    """``2012-01 to 2012-12``, ``since 2010``, ``still running in 2016``: when a tie holds."""
    parts = []
    since, until = p.get("since"), p.get("until")
    if since and until:
        parts.append(f"{since}" if since == until else f"{since} to {until}")
    elif since or until:
        parts.append(f"since {since}" if since else f"until {until}")
    if p.get("ongoing_as_of"):
        parts.append(f"still running in {p['ongoing_as_of']}")
    return parts


def _money(p: Mapping[str, Any]) -> list[str]:
    if p.get("amount_as_printed"):
        joint = ", for several funders together" if p.get("joint_group") else ""
        return [f"{p['amount_as_printed']}{_BASES.get(str(p.get('amount_basis')), '')}{joint}"]
    if p.get("share") is not None:
        return [f"{float(p['share']):.0%} of the whole"]
    return []


def facts_of(node: NodeRecord) -> list[tuple[str, tuple[Evidence, ...]]]:
    """The facts about a thing that are not rejected, in words, with their evidence."""
    texts = node.properties.get("facts")
    found = []
    for fact in map(json.loads, texts if isinstance(texts, list) else ()):
        if fact["reading"] != "rejected":
            doubt = " (sources differ)" if fact["reading"] == "open" else ""
            found.append((f"{fact_words(fact)}{doubt}", tuple(Evidence.parse(e) for e in fact["evidence"])))
    return found


def property_words(name: str) -> str:
    """A property or a type of tie as people say it: ``stated members``, ``is led by``."""
    return RELATIONSHIP_TYPES[name].forward if name in RELATIONSHIP_TYPES else name.replace("_", " ")


def fact_words(fact: Mapping[str, Any]) -> str:
    """``budget: 188,000 EUR (total, 2012)``."""
    value, unit = fact["value"], fact.get("unit", "")
    if unit and re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,15})?", value):
        number = float(value)
        value = f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"
    shown_unit = "%" if unit == "percent" else f" {unit}" if unit else ""
    qualifier, year = code_words(fact.get("qualifier", "")), fact.get("year", "")
    extra = ", ".join(part for part in (qualifier, "" if year in qualifier else year) if part)
    return f"{fact['property'].replace('_', ' ')}: {value}{shown_unit}" + (f" ({extra})" if extra else "")
