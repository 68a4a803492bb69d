"""In plain networkx: where the sources differ, and what rests on one place of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from benchmarks.plain.graph import Answers, Row, Values, out_of, things
from interlocal.graph.schema import RELATIONSHIP_TYPES

READINGS = {"accepted": "followed here", "rejected": "not followed", "open": "left open"}
SORTS = (
    ("members and founders", ("MEMBER_OF", "STEERS", "FOUNDED")),
    ("cooperation", ("LEADS", "PARTNER_IN", "COOPERATES_WITH", "SUPPORTS")),
    ("money", ("FUNDED_BY", "MANAGES")),
    ("other links", ("RUNS", "EVALUATED_BY", "FOLLOWS", "LINKED_TO", "ADOPTED", "SERVES")),
)


def of_country(plain: nx.MultiDiGraph, one: str, country: Any) -> bool:
    return country is None or country in (one, plain.nodes[one]["country"])


def verb(name: str) -> str:
    return RELATIONSHIP_TYPES[name].forward if name in RELATIONSHIP_TYPES else name.replace("_", " ")


def documents(evidence: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for text in evidence for name in re.findall(r"(?:^|\+)([^#+]+)#", text)))


def enumerated(words: Iterable[str]) -> str:
    *most, final = list(words) or [""]
    return f"{', '.join(most)} and {final}" if most else final


# --- where sources differ ----------------------------------------------------------------------------------------------


def where_sources_differ(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for conflict in things(plain, "Conflict"):
        node, properties = plain.nodes[conflict], plain.nodes[conflict]["properties"]
        for about, _ in out_of(plain, conflict, "ABOUT") if properties["kind"] == "sources_differ" else ():
            if of_country(plain, about, values["country"]):
                sides = [json.loads(text) for text in properties.get("statements", [])]
                thing = plain.nodes[about]
                rows.append(({
                    "about": thing["name"], "about_id": about, "country": about if thing["label"] == "Country" else thing["country"],
                    "property": verb(properties["property"]), "outcome": outcome({side["reading"] for side in sides} or {properties["reading"]}),
                    "sides": [one_side(side) for side in sides], "documents": sorted(documents(node["evidence"])), "evidence": node["evidence"],
                }, (thing["name"], about, properties["property"], conflict)))  # fmt: skip
    return [row for row, _ in sorted(rows, key=lambda pair: pair[1])]


def outcome(readings: set[str]) -> str:
    if "accepted" in readings:
        return "partly left open" if "open" in readings else "one side followed"
    return "left open" if "open" in readings else "no side followed"


def one_side(side: Mapping[str, str]) -> str:
    reason = f": {side['reason']}" if side["reason"] else ""
    text = f"{side['says']} ({READINGS[side['reading']]}{reason})"
    head = text.partition(": ")[0]
    text = text.replace(head, head.replace("_", " "), 1) if head.islower() else text
    return re.sub(r"([a-z])_([a-z])", r"\1 \2", text)


# --- links on one place ------------------------------------------------------------------------------------------------


def on_one_place(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    place = {kind: n for n, (_, kinds) in enumerate(SORTS) for kind in kinds}
    rows = []
    for one, other, (kind, key), tie in plain.edges(keys=True, data=True):
        said = tie["properties"]
        if kind not in place or (said.get("reading"), said.get("certainty")) != ("accepted", "implied"):
            continue
        if len(tie["evidence"]) != 1 or len(documents(tie["evidence"])) != 1:
            continue
        if of_country(plain, one, values["country"]) or of_country(plain, other, values["country"]):
            row = {
                "sort": SORTS[place[kind]][0], "one": plain.nodes[one]["name"], "link": verb(kind), "other": plain.nodes[other]["name"],
                "role": said.get("role"), "remark": said.get("note"), "evidence": tie["evidence"],
            }  # fmt: skip
            rows.append((row, (place[kind], row["one"], kind, row["other"], one, other, key)))
    return [row for row, _ in sorted(rows, key=lambda pair: pair[1])]


PLAIN: Answers = {
    "where-sources-differ": where_sources_differ,
    "facts-on-one-passage": on_one_place,
}
