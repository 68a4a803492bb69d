"""In plain networkx: networks beside each other, their overlap, coverage, and what is claimed of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import networkx as nx

from benchmarks.plain.graph import (
    IN_NETWORK,
    Answers,
    Row,
    Tie,
    Values,
    beside,
    by_name,
    into,
    last,
    names,
    out_of,
    passages,
    still,
    things,
    wanted,
    wholes,
    with_parts,
    without_id,
)

LACKING = ("COOPERATES_WITH", "SUPPORTS", "MEMBER_OF", "STEERS", "FOUNDED", "LEADS", "PARTNER_IN")


def scope_of(plain: nx.MultiDiGraph, network: str) -> Any:
    return plain.nodes[network]["properties"].get("scope")


def has_list(plain: nx.MultiDiGraph, network: str) -> bool:
    """Whether all its members at some date are known."""
    properties = plain.nodes[network]["properties"]
    return properties.get("roster") == "complete" and properties.get("roster_as_of") is not None


def of_scope(plain: nx.MultiDiGraph, values: Values) -> list[str]:
    return [one for one in things(plain, "Network") if wanted(scope_of(plain, one), values["network_scope"])]


def on_list(plain: nx.MultiDiGraph, network: str) -> Mapping[str, list[Tie]]:
    """The members of a network that are still on its list, with the ties that say so."""
    members: dict[str, list[Tie]] = defaultdict(list)
    for one, tie in into(plain, network, "MEMBER_OF"):
        if still(tie):
            members[one].append(tie)
    return members


# Who is in a network in several ways is what comes first; observers and the like come second.
ORDER = {"member": 0, "on the steering body": 2, "founder": 3}
LESS = (
    "observer", "associate", "partner", "affiliate", "honorary", "supporting", "cooperating", "corresponding", "extraordinary", "guest", "suspended",
    "inactive", "sympathising", "subscriber", "adherent",
)  # fmt: skip


def as_what(tie: Tie) -> str:
    if tie["type"] != "MEMBER_OF":
        return "founder" if tie["type"] == "FOUNDED" else "on the steering body"
    role = tie["properties"].get("role")
    return str(role) if role in LESS else "member"


def part_played(ties: Iterable[Tie]) -> str:
    return min((as_what(tie) for tie in ties), key=lambda role: (ORDER.get(role, 1), role))


def members_of_several(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    networks = of_scope(plain, values)
    if sum(has_list(plain, one) for one in networks) < 2:
        return []
    joined: dict[str, dict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    for network in sorted(networks, key=lambda one: (plain.nodes[one]["name"], one)):
        for body, tie in into(plain, network, *IN_NETWORK):
            if still(tie) and plain.nodes[body]["label"] in ("LRA", "Organisation"):
                joined[body][network].append(tie)
    rows = []
    for body, found in joined.items():
        node, is_lra = plain.nodes[body], plain.nodes[body]["label"] == "LRA"
        if len(found) < 2 or not wanted(node["country"], values["country"]) or not wanted(node["properties"].get("level"), values["level"]):
            continue
        rows.append({
            "body": node["name"], "sort": "LRA" if is_lra else "organisation", "kind": node["properties"].get("level" if is_lra else "kind"),
            "country": node["country"], "count": len(found), "networks": [plain.nodes[one]["name"] for one in found],
            "roles": [part_played(ties) for ties in found.values()],
            "with_complete_list": [plain.nodes[one]["name"] for one in found if has_list(plain, one) and body in on_list(plain, one)],
            "looked_at": len(networks), "with_list": sum(has_list(plain, one) for one in networks), "evidence": passages(*found.values()), "id": body,
        })  # fmt: skip
    rows.sort(key=lambda r: (-r["count"], r["sort"], last(r["country"]), r["body"], r["id"]))
    return without_id(rows)


def overlap(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    """Every pair of lists, as one would without a query language; the Cypher goes from the members."""
    lists = {one: on_list(plain, one) for one in by_name(plain, of_scope(plain, values)) if has_list(plain, one)}
    if len(lists) < 2:
        return []
    pairs = [(one, other) for one, other in combinations(lists, 2) if lists[one].keys() & lists[other].keys()]
    joined = {one for pair in pairs for one in pair}
    asked = values["network"]
    rows = [shared_by(plain, lists, *pair) for pair in pairs if asked is None or asked in pair]
    rows += [shares_none(plain, lists, one) for one in lists if one not in joined and wanted(one, asked)]
    rows.sort(key=lambda r: (not r["shared"], -(r["exact"] or 0), -r["shared"], r["network"], last(r["other"]), r["network_id"], r["other_id"]))
    return [{column: value for column, value in row.items() if column != "exact"} for row in rows]


def shared_by(plain: nx.MultiDiGraph, lists: Mapping[str, Mapping[str, list[Tie]]], one: str, other: str) -> Row:
    shared = lists[one].keys() & lists[other].keys()
    exact = len(shared) / len(lists[one].keys() | lists[other].keys())
    ties = [tie for member in shared for tie in (*lists[one][member], *lists[other][member])]
    return {
        **shares_none(plain, lists, one), "other": plain.nodes[other]["name"], "other_as_of": plain.nodes[other]["properties"]["roster_as_of"],
        "other_members": len(lists[other]), "shared": len(shared), "exact": exact, "jaccard": round(exact, 4), "other_id": other,
        "share_of_smaller": round(len(shared) / min(len(lists[one]), len(lists[other])), 4),
        "shared_members": names(plain, shared), "roles": [part_played(lists[one][m]) for m in by_name(plain, shared)],
        "other_roles": [part_played(lists[other][m]) for m in by_name(plain, shared)],
        "evidence": passages([plain.nodes[one], plain.nodes[other]], ties),
    }  # fmt: skip


def shares_none(plain: nx.MultiDiGraph, lists: Mapping[str, Mapping[str, list[Tie]]], one: str) -> Row:
    node = plain.nodes[one]
    return {
        "network": node["name"], "as_of": node["properties"]["roster_as_of"], "members": len(lists[one]), "other": None, "other_as_of": None,
        "other_members": None, "roles": [], "other_roles": [], "shared": 0, "exact": None, "jaccard": None, "share_of_smaller": None,
        "shared_members": [], "network_id": one, "other_id": "", "evidence": passages([node]),
    }  # fmt: skip


def coverage(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows: list[Row] = []
    for network in of_scope(plain, values):
        if not has_list(plain, network) or not wanted(network, values["network"]):
            continue
        members = on_list(plain, network)
        groups: dict[tuple[Any, Any], list[str]] = defaultdict(list)
        for one in members:
            groups[where(plain, one), level_of(plain, one)].append(one)
        present, own = {country for country, _ in groups}, plain.nodes[network]["country"]
        if without := [country for country in things(plain, "Country") if country not in present and (own is None or own == country)]:
            rows.append(
                {
                    **covered(plain, network, (None, None), {}),
                    "countries": sorted(without),
                    "countries_named": [plain.nodes[c]["name"] for c in sorted(without)],
                }
            )
        rows += [covered(plain, network, group, {one: members[one] for one in found}) for group, found in groups.items()]
    return sorted(rows, key=lambda r: (r["network"], r["network_id"], not r["members"], last(r["country"]), last(r["level"])))


def covered(plain: nx.MultiDiGraph, network: str, group: tuple[Any, Any], members: Mapping[str, list[Tie]]) -> Row:
    (country, level), node = group, plain.nodes[network]
    return {
        "network": node["name"], "as_of": node["properties"]["roster_as_of"], "country": country, "level": level, "members": len(members),
        "names": names(plain, members), "roles": [part_played(members[one]) for one in by_name(plain, members)], "countries": [], "countries_named": [],
        "country_name": plain.nodes[country]["name"] if country in plain else None, "network_country": node["country"],
        "network_id": network, "evidence": passages([node], *members.values()),
    }  # fmt: skip


def where(plain: nx.MultiDiGraph, one: str) -> Any:
    return one if plain.nodes[one]["label"] == "Country" else plain.nodes[one]["country"]


def level_of(plain: nx.MultiDiGraph, one: str) -> str:
    node = plain.nodes[one]
    return str(node["properties"].get("level", "level not stated")) if node["label"] == "LRA" else str(node["label"]).lower()


def claims(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows: list[Row] = []
    asked = values["network"]
    for statement in things(plain, "StatedGap"):
        about = {one for one, _ in out_of(plain, statement, "ABOUT") if plain.nodes[one]["label"] == "Network"}
        about = {one for one in about if wanted(scope_of(plain, one), values["network_scope"]) or one == asked}
        if len(about) > 1 and (asked is None or asked in about):
            rows += [one_claim(plain, statement, network, len(about)) for network in about if wanted(network, asked)]
    return sorted(rows, key=lambda r: (r["statement"], r["statement_id"], r["network"], r["network_id"]))


def one_claim(plain: nx.MultiDiGraph, statement: str, network: str, count: int) -> Row:
    node, properties = plain.nodes[network], plain.nodes[network]["properties"]
    ties = [(one, tie) for one, tie in into(plain, network, *IN_NETWORK) if still(tie) and plain.nodes[one]["label"] == "LRA"]
    levels: dict[str, set[str]] = defaultdict(set)
    for one, _ in ties:
        levels[level_of(plain, one)].add(one)
    return {
        "statement": plain.nodes[statement]["name"], "network": node["name"], "told": properties.get("how"),
        "member_kinds": properties.get("member_kinds"),
        "stated_members": properties.get("stated_members"), "size_note": properties.get("stated_members_qualifier"),
        "levels": sorted(levels), "lras": [len(levels[level]) for level in sorted(levels)], "roster": properties.get("roster"),
        "roster_as_of": properties.get("roster_as_of"), "count": count, "statement_id": statement, "network_id": network,
        "evidence": passages([plain.nodes[statement], node], (tie for _, tie in ties)),
    }  # fmt: skip


def contradicted(plain: nx.MultiDiGraph, _: Values) -> list[Row]:
    rows = []
    for body in things(plain, "Network", "Organisation"):
        node, stated = plain.nodes[body], plain.nodes[body]["properties"].get("cooperates_with_lras")
        lacks, without = (lacks_of(plain, body), absent_lras(plain, body)) if stated == "yes" else ([], [])
        linked = linked_lras(plain, body) if stated == "no" else []
        if not (lacks or without or linked):
            continue
        rows.append({
            "body": node["name"], "sort": node["label"].lower(), "cooperates": stated, "how": node["properties"].get("how"), "lacks": names(plain, lacks),
            "lras_without": names(plain, (one for one, _ in without)), "lras_linked": names(plain, (one for one, _ in linked)),
            "evidence": passages([node], (plain.nodes[one] for one in lacks), (tie for _, tie in (*without, *linked))), "id": body,
        })  # fmt: skip
    rows.sort(key=lambda r: (r["cooperates"] != "yes", r["body"], r["id"]))
    return without_id(rows)


def lacks_of(plain: nx.MultiDiGraph, body: str) -> list[str]:
    """The lacks of coordination or participation that are stated about a body."""
    about = (one for one, _ in into(plain, body, "ABOUT") if plain.nodes[one]["label"] == "StatedGap")
    return [one for one in about if plain.nodes[one]["properties"].get("kind") in ("coordination", "participation")]


def absent_lras(plain: nx.MultiDiGraph, body: str) -> list[tuple[str, Tie]]:
    found = beside(plain, body, "LACKS")
    return [(one, tie) for one, tie in found if plain.nodes[one]["label"] == "LRA" and tie["properties"].get("tie") in LACKING]


def linked_lras(plain: nx.MultiDiGraph, body: str) -> list[tuple[str, Tie]]:
    """LRAs that a body works with: directly, or in a project, of which the parts count with the whole."""
    direct = [(one, tie) for one, tie in beside(plain, body, "COOPERATES_WITH", "SUPPORTS", *IN_NETWORK) if still(tie)]
    through = []
    for project, own in out_of(plain, body, "LEADS", "PARTNER_IN"):
        for whole in (one for one in things(plain, "Project") if not wholes(plain, one) and project in with_parts(plain, one)):
            for part in with_parts(plain, whole):
                for one, tie in into(plain, part, "LEADS", "PARTNER_IN"):
                    through += [(one, own), (one, tie)]
    return [(one, tie) for one, tie in (*direct, *through) if plain.nodes[one]["label"] == "LRA"]


PLAIN: Answers = {
    "members-of-several-networks": members_of_several,
    "overlap-of-networks": overlap,
    "network-coverage": coverage,
    "claims-about-networks": claims,
    "body-cooperation-contradicted": contradicted,
}
