"""The questions of the catalogue in plain networkx, as somebody without a query language would write them.

``PLAIN`` answers each with the rows of its Cypher: an independent check of it, and the alternative to measure it against.
A sort puts what is missing last, as Cypher does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import networkx as nx

from benchmarks import (
    plain_civil_society,
    plain_cooperation,
    plain_money,
    plain_needs,
    plain_networks,
    plain_practice,
    plain_structure,
    plain_trust,
    plain_vertical,
)
from benchmarks.plain_graph import (
    IN_NETWORK,
    Row,
    Tie,
    Values,
    beside,
    by_name,
    into,
    is_lra,
    last,
    names,
    out_of,
    passages,
    still,
    things,
    to_plain,
    wanted,
    wholes,
    with_parts,
    without_id,
)

__all__ = ["PLAIN", "to_plain"]

LINK_WORDS = {
    "COOPERATES_WITH": "cooperates with",
    "SUPPORTS": "supports",
    "MEMBER_OF": "is a member of",
    "FOLLOWS": "succeeded",
    "LINKED_TO": "is linked to",
}
# Of links that ended.
ENDED_WORDS = {"COOPERATES_WITH": "cooperated with", "SUPPORTS": "supported", "MEMBER_OF": "was a member of"}
DIMENSIONS = ("political_legal", "socio_economic", "cultural")


# --- membership --------------------------------------------------------------------------------------------------------


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
        "member_of": said["member"], "linked_to": said["linked to"], "not_member_of": said["non-member"], "was_member_of": said["former"],
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
        plans = [] if ties else [tie for _, tie in into(plain, network, "PLANS") if tie["properties"].get("tie") == "FOUNDED"]
        rows.append({
            "network": node["name"], "scope": properties.get("scope"), "country": node["country"], "stated_members": properties.get("stated_members"),
            "size_note": properties.get("stated_members_qualifier"), "roster": properties.get("roster"), "roster_as_of": properties.get("roster_as_of"),
            "named_lras": names(plain, lras), "named_others": names(plain, {one for one, _ in ties} - lras), "count_lras": len(lras),
            "unnamed_members": [words for words in properties.get("unnamed_members", "").split("|") if words],
            "founding": "planned" if plans else None, "evidence": passages([node], (tie for _, tie in ties), plans), "id": network,
        })  # fmt: skip
    rows.sort(key=lambda r: (r["scope"] != "european_lra", last(r["scope"]), r["network"], r["id"]))
    return without_id(rows)


def bodies_cooperating(plain: nx.MultiDiGraph, _: Values) -> list[Row]:
    rows = []
    for body in things(plain, "Network", "Organisation"):
        node, properties = plain.nodes[body], plain.nodes[body]["properties"]
        if properties.get("cooperates_with_lras") is None:
            continue
        ties = [(one, tie) for one, tie in beside(plain, body, "COOPERATES_WITH", "SUPPORTS", *IN_NETWORK) if plain.nodes[one]["label"] == "LRA"]
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


# --- projects and money ------------------------------------------------------------------------------------------------


def lras_sharing(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for project in things(plain, "Project"):
        if wholes(plain, project):
            continue
        ties = [
            (one, tie) for part in with_parts(plain, project) for one, tie in into(plain, part, "LEADS", "PARTNER_IN") if plain.nodes[one]["label"] == "LRA"
        ]
        lras = sorted({one for one, _ in ties}, key=lambda one: (last(plain.nodes[one]["country"]), plain.nodes[one]["name"], one))
        countries = list(dict.fromkeys(country for one in lras if (country := plain.nodes[one]["country"])))
        if len(lras) < 2 or (values["country"] is not None and values["country"] not in countries):
            continue
        node = plain.nodes[project]
        rows.append({
            "project": node["name"], "reach": "across borders" if len(countries) > 1 else "within a country",
            "lras": [plain.nodes[one]["name"] for one in lras], "countries": countries, "count": len(lras),
            "unnamed_partners": plain_cooperation.unnamed_of(plain, project),
            "evidence": passages(tie for _, tie in ties), "id": project,
        })  # fmt: skip
    rows.sort(key=lambda r: (len(r["countries"]) < 2, last(next(iter(r["countries"]), None)), r["project"], r["id"]))
    return without_id(rows)


def projects_without(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for project in things(plain, "Project"):
        node = plain.nodes[project]
        if not wanted(node["country"], values["country"]) or wholes(plain, project):
            continue
        parts = with_parts(plain, project)
        leads, partners = ([pair for part in parts for pair in into(plain, part, kind)] for kind in ("LEADS", "PARTNER_IN"))
        funders = [pair for part in parts for pair in out_of(plain, part, "FUNDED_BY")]
        lras = [[one for one, _ in ties if is_lra(plain, one, values)] for ties in (leads, partners, funders)]
        if not (leads or partners or funders) or all(lras):
            continue
        of_lras = [tie for ties in (partners, funders) for one, tie in ties if is_lra(plain, one, values)]
        row = {
            "project": node["name"], "country": node["country"], "case_study": node["properties"].get("case_study"),
            "organisers": names(plain, (one for one, _ in leads)), "lra_organisers": names(plain, lras[0]), "lra_partners": names(plain, lras[1]),
            "lra_funders": names(plain, lras[2]), "unnamed_partners": plain_cooperation.unnamed_of(plain, project),
            "evidence": passages([node], (tie for _, tie in leads), of_lras), "id": project,
        }  # fmt: skip
        rows.append(row)
    roles = ("lra_organisers", "lra_partners", "lra_funders")
    rows.sort(key=lambda r: (sum(len(r[role]) for role in roles), last(r["country"]), r["project"], r["id"]))
    return without_id(rows)


def top_of(plain: nx.MultiDiGraph, part: str) -> list[str]:
    """The whole projects that something is part of, up to three levels up; itself when it is part of none."""
    found, level = {}, [part]
    for _ in range(3):
        level = [whole for one in level for _, whole, tie in plain.out_edges(one, data=True) if tie["type"] == "PART_OF"]
        found |= dict.fromkeys(whole for whole in level if plain.nodes[whole]["label"] == "Project" and not wholes(plain, whole))
    return list(found) or [part]


def organiser_kind(plain: nx.MultiDiGraph, one: str | None) -> str:
    if one is None:
        return "organiser not named"
    label, properties = plain.nodes[one]["label"], plain.nodes[one]["properties"]
    if label == "LRA":
        return f"LRA, {properties.get('level', 'level not stated')}"
    return "network" if label == "Network" else properties.get("kind", "kind not stated")


def what_funds_fund(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for fund in things(plain, "Fund"):
        if not wanted(fund, values["fund"]):
            continue
        node = plain.nodes[fund]
        head = {"fund": node["name"], "fund_id": fund, "kind": node["properties"].get("kind")}
        everything = into(plain, fund, "FUNDED_BY")
        by_kind = funded_by_kind(plain, [pair for pair in everything if wanted(plain.nodes[pair[0]]["country"], values["country"])])
        for (kind, country), funded in by_kind.items():
            found = by_name(plain, funded)
            implied = [one for one in found if all(tie["properties"].get("certainty") == "implied" for tie in funded[one] if tie["type"] == "FUNDED_BY")]
            told = {"organiser_kind": kind, "country": country, "count": len(found), "funded": names(plain, found), "implied": names(plain, implied)}
            rows.append({**head, **told, "used_for": [], "evidence": passages(*funded.values())})
        facts = plain_vertical.facts_named(plain, fund, "used_for")
        if values["country"] is None and (facts or not everything):
            nothing = {"organiser_kind": None, "country": None, "count": 0, "funded": [], "implied": []}
            rows.append({**head, **nothing, "used_for": plain_vertical.pieces(facts), "evidence": passages([] if everything else [node], facts)})
    return sorted(rows, key=lambda r: (r["kind"] != "eu", r["fund"], r["fund_id"], last(r["organiser_kind"]), last(r["country"])))


def funded_by_kind(plain: nx.MultiDiGraph, funded: Iterable[tuple[str, Tie]]) -> Mapping[tuple[str, str | None], Mapping[str, list[Tie]]]:
    """What is funded, by the kind of its organisers and its country, with the ties that say so."""
    by_kind: dict[tuple[str, str | None], dict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    for part, tie in funded:
        for one in top_of(plain, part):
            itself = plain.nodes[one]["label"] in ("Organisation", "Network")
            leads = into(plain, one, "LEADS", "RUNS")
            for organiser, lead in leads or [(None, None)]:
                ties = by_kind[organiser_kind(plain, one if itself else organiser), plain.nodes[one]["country"]][one]
                ties += [tie, lead] if lead else [tie]
    return by_kind


# --- practice ----------------------------------------------------------------------------------------------------------


def dimensions_by_country(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    projects: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for project in by_name(plain, things(plain, "Project")):
        node = plain.nodes[project]
        if (dimension := node["properties"].get("dimension")) and wanted(node["country"], values["country"]):
            projects[plain.nodes[node["country"]]["name"] if node["country"] else "country not stated"][dimension].append(project)
    rows = []
    for country, found in sorted(projects.items()):
        counts = {dimension: len(found[dimension]) for dimension in DIMENSIONS}
        listed = {f"{dimension}_projects": names(plain, found[dimension]) for dimension in DIMENSIONS}
        evidence = passages(plain.nodes[project] for dimension in DIMENSIONS for project in found[dimension])
        rows.append({"country": country, **counts, "total": sum(counts.values()), **listed, "evidence": evidence})
    return rows


PLAIN: Mapping[str, Callable[[nx.MultiDiGraph, Values], list[Row]]] = {
    "bodies-cooperating-with-lras": bodies_cooperating,
    "dimensions-by-country": dimensions_by_country,
    "links-between-networks": links_between_networks,
    "lras-outside-any-network": lras_outside,
    "lras-sharing-projects": lras_sharing,
    "network-members-named": members_named,
    "projects-without-an-lra": projects_without,
    "what-funds-fund": what_funds_fund,
    **plain_networks.PLAIN,
    **plain_cooperation.PLAIN,
    **plain_vertical.PLAIN,
    **plain_civil_society.PLAIN,
    **plain_money.PLAIN,
    **plain_needs.PLAIN,
    **plain_practice.PLAIN,
    **plain_trust.PLAIN,
    **plain_structure.PLAIN,
}
