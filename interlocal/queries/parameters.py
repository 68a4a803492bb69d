"""The parameters that questions take: one mechanism, the same words in every question.

Each becomes an option of ``interlocal ask`` and a Cypher parameter of the same name; one that is not given is null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.errors import QuestionError
from interlocal.graph.lookup import find
from interlocal.graph.records import NodeRecord
from interlocal.graph.schema import LRA_LEVELS, NETWORK_SCOPES, NOT_ISO
from interlocal.graph.store.base import Store
from interlocal.text import did_you_mean


@dataclass(frozen=True)
class Parameter:
    """One parameter: how its value is found in the graph or in a list, what it is when not given, its help."""

    name: str
    help: str
    resolve: Callable[[str, Store], Any]
    default: Any = None
    flag: bool = False

    @property
    def option(self) -> str:
        return f"--{self.name.replace('_', '-')}"


def _one_of(name: str, valid: Sequence[str]) -> Callable[[str, Store], str]:
    def resolve(text: str, _: Store) -> str:
        value = text.strip().lower().replace("-", "_").replace(" ", "_")
        if value not in valid:
            raise QuestionError(f"unknown {name} “{text}”", todo=f"{did_you_mean(value, valid, show=0)} Valid: {', '.join(valid)}.".strip())
        return value

    return resolve


def _node(label: str, what: str) -> Callable[[str, Store], str]:
    """The id of a node of ``label`` that people name by name, alias, code or id."""

    def resolve(text: str, store: Store) -> str:
        rows = store.query(f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.country AS country ORDER BY id").rows
        nodes = [NodeRecord(r["id"], label, r["name"], tuple(r["aliases"] or ()), r["country"] or "") for r in rows]
        code = NOT_ISO.get(text.strip().upper(), text.strip().upper())
        if label == "Country" and any(node.id == code for node in nodes):
            return code
        return find(text, nodes, what=what).id

    return resolve


PARAMETERS: Mapping[str, Parameter] = {p.name: p for p in (
    Parameter("country", "A country: its name or ISO code (PL, Poland).", _node("Country", "country")),
    Parameter("network", "A network: its name, short name or id (CLIP).", _node("Network", "network")),
    Parameter("fund", "A fund: its name, short name or id (AMIF).", _node("Fund", "fund")),
    Parameter("theme", "A subject or group of people: its name (housing).", _node("Theme", "theme")),
    Parameter("level", f"A level of authority: {', '.join(LRA_LEVELS)}.", _one_of("level", LRA_LEVELS)),
    Parameter("network_scope", f"A kind of network: {', '.join(NETWORK_SCOPES)}.", _one_of("network scope", NETWORK_SCOPES)),
    Parameter("scope", "LRAs to look at: named (in the sources) or all (loaded lists of places too).", _one_of("scope", ("named", "all")), "named"),
    Parameter("state_offices", "Count offices of the state that a report calls LRAs as it does.", lambda text, _: text == "true", False, flag=True),
)}  # fmt: skip


def values_for(names: Sequence[str], given: Mapping[str, str], store: Store, defaults: Mapping[str, Any]) -> dict[str, Any]:
    """The value of each parameter in ``names``; raises QuestionError for one that is not taken, or an unknown value."""
    for name in given:
        if name not in names:
            taken = ", ".join(PARAMETERS[n].option for n in names) or "none"
            raise QuestionError(f"this question does not take {PARAMETERS[name].option}", todo=f"It takes: {taken}.")
    return {n: PARAMETERS[n].resolve(given[n], store) if n in given else defaults.get(n, PARAMETERS[n].default) for n in names}
