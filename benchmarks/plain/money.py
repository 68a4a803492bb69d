"""In plain networkx: the questions about money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import networkx as nx

from benchmarks.plain.graph import (
    Answers,
    Row,
    Tie,
    Values,
    by_name,
    facts_named,
    into,
    last,
    names,
    out_of,
    passages,
    pieces,
    things,
    tops,
    wanted,
    wholes,
    wholes_above,
)


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
        facts = facts_named(plain, fund, "used_for")
        if values["country"] is None and (facts or not everything):
            nothing = {"organiser_kind": None, "country": None, "count": 0, "funded": [], "implied": []}
            rows.append({**head, **nothing, "used_for": pieces(facts), "evidence": passages([] if everything else [node], facts)})
    return sorted(rows, key=lambda r: (r["kind"] != "eu", r["fund"], r["fund_id"], last(r["organiser_kind"]), last(r["country"])))


def funded_by_kind(plain: nx.MultiDiGraph, funded: Iterable[tuple[str, Tie]]) -> Mapping[tuple[str, str | None], Mapping[str, list[Tie]]]:
    """What is funded, by the kind of its organisers and its country, with the ties that say so."""
    by_kind: dict[tuple[str, str | None], dict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    for part, tie in funded:
        for one in tops(plain, part):
            itself = plain.nodes[one]["label"] in ("Organisation", "Network")
            leads = into(plain, one, "LEADS", "RUNS")
            for organiser, lead in leads or [(None, None)]:
                ties = by_kind[organiser_kind(plain, one if itself else organiser), plain.nodes[one]["country"]][one]
                ties += [tie, lead] if lead else [tie]
    return by_kind


# What funders of one joint amount have in common.
SAME = ("joint_group", "amount", "currency", "amount_basis")


def amounts_stated(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for one, country in plain.nodes(data="country"):
        if not wanted(country, values["country"]):
            continue
        statements: dict[tuple[Any, ...], list[tuple[str, Tie]]] = defaultdict(list)
        for funder, key, tie in money_of(plain, one):
            said = tie["properties"]
            statements[said.get("joint_group") or f"{funder} {key}", *(said.get(name) for name in SAME)].append((funder, tie))
        rows += [one_statement(plain, one, found) | {"order": key} for key, found in statements.items()]
    rows = [row for row in rows if values["fund"] is None or values["fund"] in row["funder_ids"]]
    rows.sort(key=lambda r: (last(r["country"]), r["funded"], r["funded_id"], last(r["since"]), r["order"][0], *(last(part) for part in r["order"][2:])))
    return [{column: value for column, value in row.items() if column != "order"} for row in rows]


def money_of(plain: nx.MultiDiGraph, one: str) -> Iterable[tuple[str, str, Tie]]:
    for _, funder, (_, key), tie in plain.out_edges(one, keys=True, data=True):
        said = tie["properties"]
        if tie["type"] == "FUNDED_BY" and said.get("reading") == "accepted" and (said.get("amount") is not None or said.get("share") is not None):
            yield funder, key, tie


def one_statement(plain: nx.MultiDiGraph, one: str, found: list[tuple[str, Tie]]) -> Row:
    """One figure or share, with everybody of whom it is stated."""
    funders = by_name(plain, (funder for funder, _ in found))
    ties = [tie for funder in funders for other, tie in found if other == funder]
    said = [tie["properties"] for tie in ties]
    node, shares, above = plain.nodes[one], {p.get("share") for p in said}, by_name(plain, wholes_above(plain, one))
    return {
        "funded": node["name"], "funders": [plain.nodes[funder]["name"] for funder in funders], "as_printed": first(said, "amount_as_printed"),
        "amount": said[0].get("amount"), "currency": said[0].get("currency"), "basis": said[0].get("amount_basis"),
        "share": shares.pop() if len(shares) == 1 else None, "joint": "yes" if said[0].get("joint_group") else "no",
        "since": first(said, "since"), "until": first(said, "until", max), "ongoing_as_of": first(said, "ongoing_as_of", max),
        "remarks": list(dict.fromkeys(p["note"] for p in said if p.get("note") is not None)), "part_of": names(plain, above),
        "country": node["country"], "evidence": passages(ties), "funded_id": one, "funder_ids": funders, "whole_ids": above,
    }  # fmt: skip


def first(said: Iterable[Mapping[str, Any]], name: str, choose: Callable[..., Any] = min) -> Any:
    return choose((p[name] for p in said if p.get(name) is not None), default=None)


def successive_funds(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for later in things(plain, "Fund"):
        for earlier, tie in out_of(plain, later, "FOLLOWS"):
            if not (wanted(later, values["fund"]) or wanted(earlier, values["fund"])):
                continue
            paid = {
                fund: [
                    (whole, t) for x, t in into(plain, fund, "FUNDED_BY") if wanted(plain.nodes[x]["country"], values["country"]) for whole in tops(plain, x)
                ]
                for fund in (earlier, later)
            }
            managed = [{m: t for m, t in into(plain, fund, "MANAGES") if wanted(plain.nodes[m]["country"], values["country"])} for fund in (earlier, later)]
            both = managed[0].keys() & managed[1].keys()
            had: list[dict[str, list[str]]] = [defaultdict(list), defaultdict(list)]
            for side, fund in enumerate((earlier, later)):
                for x, t in into(plain, fund, "FUNDED_BY"):
                    if wanted(plain.nodes[x]["country"], values["country"]):
                        organisers = receivers(plain, x)
                        for one, of_one in organisers:
                            had[side][one] += [*t["evidence"], *of_one["evidence"]]
                        # Before: what was funded itself only where nobody organises it.
                        for thing in {x, *tops(plain, x)} if side else () if organisers else tops(plain, x):
                            had[side][thing] += t["evidence"]
            had_both = had[0].keys() & had[1].keys()
            rows.append(
                {
                    "earlier": plain.nodes[earlier]["name"], "later": plain.nodes[later]["name"], "later_id": later, "earlier_id": earlier,
                    "funded_before": names(plain, [x for x, _ in paid[earlier]]), "funded_after": names(plain, [x for x, _ in paid[later]]),
                    "with_both": names(plain, had_both),
                    "managers_of_both": names(plain, both), "of_one_country": values["country"] is not None,
                    "evidence": [
                        *passages([tie], (t for _, t in (*paid[earlier], *paid[later])), (ties[m] for ties in managed for m in both)),
                        *(text for side in had for one in had_both for text in side[one]),
                    ],
                }
            )  # fmt: skip
    return sorted(rows, key=lambda row: (row["later"], row["earlier"], row["later_id"], row["earlier_id"]))


def receivers(plain: nx.MultiDiGraph, one: str) -> list[tuple[str, Tie]]:
    """Who organises or runs something, or a project that it is part of."""
    found, level = [one], [one]
    for _ in range(3):
        level = [whole for part in level for whole in wholes(plain, part)]
        found += level
    return [found for thing in found for found in into(plain, thing, "LEADS", "RUNS")]


PLAIN: Answers = {
    "what-funds-fund": what_funds_fund,
    "amounts-stated": amounts_stated,
    "successive-funds": successive_funds,
}
