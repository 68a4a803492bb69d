"""In plain networkx: who is in which network, and what joins networks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
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
    without_id,
)
from benchmarks.plain.networks_compared import part_played

LINK_WORDS = {
    "COOPERATES_WITH": "cooperates with",
    "SUPPORTS": "supports",
    "MEMBER_OF": "is a member of",
    "FOLLOWS": "succeeded",
    "LINKED_TO": "is linked to",
}
# Of links that ended.
ENDED_WORDS = {"COOPERATES_WITH": "cooperated with", "SUPPORTS": "supported", "MEMBER_OF": "was a member of"}


@dataclass
class Standing:
    """What is recorded between one LRA and one network."""

    member: list[Tie] = field(default_factory=list)
    former: list[Tie] = field(default_factory=list)
    linked: list[Tie] = field(default_factory=list)
    absent: list[Tie] = field(default_factory=list)
    through: set[str] = field(default_factory=set)

    def answer(self, listed: bool) -> str:
        if self.member:
            return "member"
        if self.absent or listed:
            return "non-member"
        return "linked" if self.linked else "unknown"


NOTHING = Standing()


def standings(plain: nx.MultiDiGraph, network: str) -> Mapping[str, Standing]:
    """The standing of each LRA of which anything is recorded."""
    found: dict[str, Standing] = defaultdict(Standing)
    for lra, tie in into(plain, network, *IN_NETWORK):
        (found[lra].member if still(tie) else found[lra].former).append(tie)
    for lra, tie in beside(plain, network, "COOPERATES_WITH", "SUPPORTS", "MANAGES"):
        found[lra].linked.append(tie)
    for lra, tie in into(plain, network, "LACKS"):
        if tie["properties"].get("tie") == "MEMBER_OF":
            found[lra].absent.append(tie)
    near = ("LEADS", "PARTNER_IN", "ADOPTED", "RUNS", "SERVES", "PART_OF", "LOCATED_IN", "COOPERATES_WITH")
    for between, far in beside(plain, network, "LINKED_TO", "LEADS", "PARTNER_IN", "SUPPORTS", *IN_NETWORK):
        label = plain.nodes[between]["label"]
        if label not in ("Project", "Policy", "Service", "Organisation") or (label == "Organisation" and far["type"] not in IN_NETWORK):
            continue
        for lra, tie in beside(plain, between, *(near if label != "Organisation" else ("COOPERATES_WITH",))):
            found[lra].linked += [tie, far]
            found[lra].through.add(between)
    return {one: standing for one, standing in found.items() if plain.nodes[one]["label"] == "LRA"}


def lras_outside(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    networks = [
        n for n in by_name(plain, things(plain, "Network"))
        if n == values["network"] or (values["network"] is None and wanted(plain.nodes[n]["properties"].get("scope"), values["network_scope"]))
    ]  # fmt: skip
    networks = [n for n in networks if n == values["network"] or not only_planned(plain, n)]
    recorded = {n: standings(plain, n) for n in networks}
    rows = {}
    for lra in things(plain, "LRA") if networks else ():
        node = plain.nodes[lra]
        if not wanted(node["country"], values["country"]) or not wanted(node["properties"].get("level"), values["level"]):
            continue
        if values["scope"] == "all" or not ("/lau/" in lra or "/nuts/" in lra):
            rows[lra] = one_lra(plain, lra, {n: recorded[n].get(lra, NOTHING) for n in networks})
    order = ("member", "linked", "non-member", "unknown")
    return [rows[i] for i in sorted(rows, key=lambda i: (order.index(rows[i]["answer"]), last(rows[i]["country"]), rows[i]["lra"], i))]


def only_planned(plain: nx.MultiDiGraph, network: str) -> bool:
    """A source speaks of founding it, and nobody is in it."""
    return any(tie["properties"].get("tie") == "FOUNDED" for _, tie in into(plain, network, "PLANS")) and not into(plain, network, *IN_NETWORK)


def one_lra(plain: nx.MultiDiGraph, lra: str, standing: Mapping[str, Standing]) -> Row:
    said: dict[str, list[str]] = defaultdict(list)
    through: list[str] = []
    evidence: list[Mapping[str, Any]] = []
    for network, one in standing.items():
        node = plain.nodes[network]
        listed = node["properties"].get("roster") == "complete" and node["properties"].get("roster_as_of") is not None
        answer = one.answer(listed)
        said[answer].append(node["name"])
        if answer == "member":
            said["as"].append(part_played(one.member))
        elif answer == "non-member":
            said["dates"].append(node["properties"]["roster_as_of"] if listed else "")
        if answer == "member":
            evidence += one.member
            continue
        evidence += [*one.absent, *one.linked, *one.former, *([node] if listed else [])]
        through += names_once(plain, one.through)
        if one.linked:
            said["linked to"].append(node["name"])
        if one.former:
            said["former"].append(node["name"])
    outside = len(said["non-member"]) == len(standing)
    answer = "member" if said["member"] else "non-member" if outside else "linked" if said["linked to"] else "unknown"
    node = plain.nodes[lra]
    return {
        "lra": node["name"], "country": node["country"], "level": node["properties"].get("level"), "answer": answer,
        "member_of": said["member"], "member_roles": said["as"], "linked_to": said["linked to"], "not_member_of": said["non-member"],
        "lists_as_of": said["dates"], "was_member_of": said["former"],
        "unknown_of": said["unknown"], "through": list(dict.fromkeys(through)), "evidence": passages(evidence),
    }  # fmt: skip


def names_once(plain: nx.MultiDiGraph, found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names(plain, found)))


def members_named(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for network in things(plain, "Network"):
        node, properties = plain.nodes[network], plain.nodes[network]["properties"]
        asked = wanted(network, values["network"]) and wanted(properties.get("scope"), values["network_scope"]) and wanted(node["country"], values["country"])
        if not asked:
            continue
        ties = [(one, tie) for one, tie in into(plain, network, *IN_NETWORK) if still(tie)]
        lras = {one for one, _ in ties if plain.nodes[one]["label"] == "LRA"}
        others = {one for one, _ in ties} - lras
        roles = partial(in_order, plain, ties)
        plans = [] if ties else [tie for _, tie in into(plain, network, "PLANS") if tie["properties"].get("tie") == "FOUNDED"]
        rows.append({
            "network": node["name"], "scope": properties.get("scope"), "country": node["country"], "stated_members": properties.get("stated_members"),
            "size_note": properties.get("stated_members_qualifier"), "roster": properties.get("roster"), "roster_as_of": properties.get("roster_as_of"),
            "named_lras": names(plain, lras), "named_others": names(plain, others), "count_lras": len(lras),
            "lra_roles": roles(lras), "other_roles": roles(others),
            "unnamed_members": [words for words in properties.get("unnamed_members", "").split("|") if words],
            "founding": "planned" if plans else None, "evidence": passages([node], (tie for _, tie in ties), plans), "id": network,
        })  # fmt: skip
    rows.sort(key=lambda r: (r["scope"] != "european_lra", last(r["scope"]), r["network"], r["id"]))
    return without_id(rows)


def in_order(plain: nx.MultiDiGraph, ties: Iterable[tuple[str, Tie]], found: Iterable[str]) -> list[str]:
    """As what each is in a network, in the order of their names."""
    return [part_played(tie for other, tie in ties if other == one) for one in by_name(plain, found)]


def bodies_cooperating(plain: nx.MultiDiGraph, _: Values) -> list[Row]:
    rows = []
    for body in things(plain, "Network", "Organisation"):
        node, properties = plain.nodes[body], plain.nodes[body]["properties"]
        if properties.get("cooperates_with_lras") is None:
            continue
        ties = [(one, tie) for one, tie in beside(plain, body, "COOPERATES_WITH", "SUPPORTS", *IN_NETWORK) if plain.nodes[one]["label"] == "LRA" and still(tie)]
        rows.append({
            "body": node["name"], "sort": node["label"].lower(), "cooperates": properties["cooperates_with_lras"], "how": properties.get("how"),
            "platform": properties.get("cooperation_platform"), "named_lras": names(plain, (one for one, _ in ties)),
            "evidence": passages([node], (tie for _, tie in ties)), "id": body,
        })  # fmt: skip
    rows.sort(key=lambda r: (r["cooperates"] != "yes", r["body"], r["id"]))
    return without_id(rows)


def links_between_networks(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = [*direct_links(plain), *shared_bodies(plain), *shared_things(plain)]
    kept = [row for row in rows if values["network"] is None or values["network"] in (row["network_id"], row["other_id"])]
    order = ("network", "other", "link", "through", "network_id", "other_id", "through_id")
    kept.sort(key=lambda row: (row["place"], *(row[column] for column in order)))
    return [{column: value for column, value in row.items() if column != "place"} for row in kept]


def direct_links(plain: nx.MultiDiGraph) -> Iterable[Row]:
    for network in things(plain, "Network"):
        for other, tie in out_of(plain, network, *LINK_WORDS):
            if plain.nodes[other]["label"] == "Network":
                ended = tie["properties"].get("until_year") is not None
                link = (ENDED_WORDS if ended else {}).get(tie["type"], LINK_WORDS[tie["type"]])
                ends = by_name(plain, (network, other)) if tie["type"] == "COOPERATES_WITH" else [network, other]
                yield one_link(plain, 0, ends[0], link, ends[1], None, [tie])


def shared_bodies(plain: nx.MultiDiGraph) -> Iterable[Row]:
    """Who is in two networks at once."""
    network_ties: dict[str, dict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    for network in things(plain, "Network"):
        for body, tie in into(plain, network, *IN_NETWORK, "MANAGES"):
            if still(tie):
                network_ties[body][network].append(tie)
    for body, joined in network_ties.items():
        for network, other in in_pairs(plain, joined):
            inside = sum(any(tie["type"] != "MANAGES" for tie in joined[end]) for end in (network, other))
            link = ("is managed by the same body as", "shares a body with", "shares a member or founder with")[inside]
            yield one_link(plain, 1, network, link, other, body, joined[network] + joined[other])


def shared_things(plain: nx.MultiDiGraph) -> Iterable[Row]:
    """What two networks are linked to."""
    words = {
        "Project": "is linked to the same project as", "Service": "is linked to the same service as", "Policy": "is linked to the same policy as",
    }  # fmt: skip
    for thing in things(plain, *words):
        joined: dict[str, list[Tie]] = defaultdict(list)
        for one, tie in beside(plain, thing, "LINKED_TO", "LEADS", "PARTNER_IN", "SUPPORTS"):
            if plain.nodes[one]["label"] == "Network":
                joined[one].append(tie)
        for network, other in in_pairs(plain, joined):
            yield one_link(plain, 2, network, words[plain.nodes[thing]["label"]], other, thing, joined[network] + joined[other])


def in_pairs(plain: nx.MultiDiGraph, networks: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Each two once, in the order of their names."""
    return combinations(by_name(plain, networks), 2)


def one_link(plain: nx.MultiDiGraph, place: int, network: str, link: str, other: str, through: str | None, ties: list[Tie]) -> Row:
    return {
        "place": place, "network": plain.nodes[network]["name"], "link": link, "other": plain.nodes[other]["name"],
        "through": plain.nodes[through]["name"] if through else "", "evidence": passages(ties),
        "network_id": network, "other_id": other, "through_id": through or "",
    }  # fmt: skip


PLAIN: Answers = {
    "lras-outside-any-network": lras_outside,
    "network-members-named": members_named,
    "bodies-cooperating-with-lras": bodies_cooperating,
    "links-between-networks": links_between_networks,
}
