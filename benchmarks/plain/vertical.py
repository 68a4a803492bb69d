"""In plain networkx: the questions about tiers of government, and who manages the funds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from benchmarks.plain.graph import (
    Answers,
    Row,
    Tie,
    Values,
    beside,
    by_name,
    facts_named,
    into,
    last,
    names,
    of,
    of_kind,
    out_of,
    passages,
    pieces,
    still,
    things,
    top_projects,
    wanted,
    whole_projects,
    with_parts,
    without_id,
)

PARTS = ("LEADS", "PARTNER_IN", "SUPPORTS", "MANAGES", "FUNDED_BY")
IN_SERVICES = ("RUNS", "FOUNDED", "SUPPORTS", "FUNDED_BY", "PART_OF")
Link = tuple[str, str, list[str], bool]


def parts_in(plain: nx.MultiDiGraph, project: str, *types: str) -> list[tuple[str, Tie]]:
    """Who has a part of these types in a project or in a part of it."""
    return [
        pair
        for part in with_parts(plain, project)
        for pair in (*into(plain, part, *types), *(out_of(plain, part, "FUNDED_BY") if "FUNDED_BY" in types else ()))
    ]


def in_scope(plain: nx.MultiDiGraph, values: Values) -> list[str]:
    return [
        one
        for one in things(plain, "LRA")
        if wanted(plain.nodes[one]["country"], values["country"])
        and wanted(of(plain, one, "level"), values["level"])
        and (values["scope"] == "all" or not ("/lau/" in one or "/nuts/" in one))
    ]


# --- funds -------------------------------------------------------------------------------------------------------------


def parts_in_funds(plain: nx.MultiDiGraph) -> Iterator[tuple[str | None, str | None, str, str, str, list[str]]]:
    """Country, fund, part, words, id and passages of what is stated."""
    for fund in things(plain, "Fund"):
        for one, tie in into(plain, fund, "MANAGES"):
            country = plain.nodes[one]["country"]
            if plain.nodes[one]["label"] == "LRA":
                yield country, fund, "lra_managers", plain.nodes[one]["name"], one, tie["evidence"]
            elif country and of_kind(plain, one, "Organisation", "national_authority", "state_territorial_office", "agency"):
                certain = "managers_implied" if tie["properties"].get("certainty") == "implied" else "managers"
                yield country, fund, certain, plain.nodes[one]["name"], one, tie["evidence"]
        for fact in facts_named(plain, fund, "managed_by"):
            yield None, fund, "managers_unnamed", fact["value"], fund, fact["evidence"]
        for one, paid in into(plain, fund, "FUNDED_BY"):
            if plain.nodes[one]["label"] == "Service":
                yield from lras_in(plain, fund, one, [paid], [*into(plain, one, "RUNS", "FOUNDED"), *out_of(plain, one, "FUNDED_BY")])
            if plain.nodes[one]["label"] == "Network":
                members = [(lra, tie) for lra, tie in into(plain, one, "MEMBER_OF", "STEERS") if still(tie)]
                yield from lras_in(plain, fund, one, [paid], [*members, *into(plain, one, "FOUNDED", "MANAGES"), *out_of(plain, one, "FUNDED_BY")])
        if plain.nodes[fund]["country"]:
            yield plain.nodes[fund]["country"], fund, "", "", "", plain.nodes[fund]["evidence"]
    for project in whole_projects(plain):
        funders = [pair for part in with_parts(plain, project) for pair in out_of(plain, part, "FUNDED_BY") if plain.nodes[pair[0]]["label"] == "Fund"]
        for fund in {fund for fund, _ in funders}:
            paid_by = [tie for one, tie in funders if one == fund]
            yield from lras_in(plain, fund, project, paid_by, parts_in(plain, project, "LEADS", "PARTNER_IN", "MANAGES", "FUNDED_BY"))
    for gap in things(plain, "StatedGap"):
        about = [one for one, _ in out_of(plain, gap, "ABOUT")]
        countries: list[str | None] = [one for one in about if plain.nodes[one]["label"] == "Country"]
        funds = [one for one in about if plain.nodes[one]["label"] == "Fund"]
        of_lras_and_funds = of(plain, gap, "kind") in ("coordination", "participation") and "fund" in plain.nodes[gap]["name"].lower()
        for country in countries or [None]:
            for one in funds or ([None] if country and of_lras_and_funds else []):
                yield country, one, "gaps", plain.nodes[gap]["name"], gap, plain.nodes[gap]["evidence"]


def lras_in(plain: nx.MultiDiGraph, fund: str, paid: str, paid_by: list[Tie], parts: Iterable[tuple[str, Tie]]) -> Iterator[Any]:
    for one, tie in parts:
        if plain.nodes[one]["label"] == "LRA":
            part = "paying_beside" if tie["type"] == "FUNDED_BY" else "taking_part"
            words = f"{plain.nodes[one]['name']} ({plain.nodes[paid]['name']})"
            yield plain.nodes[one]["country"], fund, part, words, f"{one} {paid}", passages(paid_by, [tie])


def fund_managers(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    found: dict[Any, dict[Any, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for country, fund, *part in parts_in_funds(plain):
        if (country is None or wanted(country, values["country"])) and (fund is None or wanted(fund, values["fund"])):
            found[country][fund].append(part)
    for country in things(plain, "Country"):
        if wanted(country, values["country"]) and values["fund"]:
            found[country][values["fund"]] += []
        if wanted(country, values["country"]) and not found[country]:
            found[country][None] = []
    rows = [one_fund(plain, country, fund, parts) for country, funds in found.items() for fund, parts in funds.items()]
    rows.sort(key=lambda r: (last(r["country"]), last(r["fund"]), r["id"] or ""))
    return without_id(rows)


def one_fund(plain: nx.MultiDiGraph, country: str | None, fund: str | None, parts: list[Any]) -> Row:
    columns = ("managers_unnamed", "lra_managers", "taking_part", "paying_beside", "gaps")
    told = {column: [words for words, _ in sorted({(words, key) for part, words, key, _ in parts if part == column})] for column in columns}
    certain = {(words, key) for part, words, key, _ in parts if part == "managers"}
    implied = {(words, key) for part, words, key, _ in parts if part == "managers_implied"} - certain
    told |= {"managers": [words for words, _ in sorted(certain | implied)], "managers_implied": [words for words, _ in sorted(implied)]}
    evidence = [text for *_, texts in parts for text in texts]
    answer = "not stated" if fund and evidence else "unknown"
    if told["gaps"]:
        answer = "a lack is stated"
    if told["lra_managers"] or told["taking_part"] or told["paying_beside"]:
        answer = "stated"
    about = plain.nodes[fund] if fund else {"name": None, "properties": {}}
    head = {"country": country, "fund": about["name"], "fund_id": fund or "", "kind": about["properties"].get("kind"), "answer": answer}
    return {**head, **told, "evidence": evidence, "id": fund}


# --- tiers -------------------------------------------------------------------------------------------------------------


def tier_of(plain: nx.MultiDiGraph, one: str, values: Values) -> str | None:
    node = plain.nodes[one]
    kind, label = node["properties"].get("kind"), node["label"]
    if label == "LRA" or (values.get("state_offices") and node["properties"].get("called_lra_by") is not None):
        return "local_regional"
    if label == "Fund":
        return {"regional": "local_regional", "national": "national", "eu": "eu"}.get(kind)
    if label != "Organisation":
        return None
    if kind == "agency":
        return "national" if node["country"] else "eu"
    return {"national_authority": "national", "state_territorial_office": "national", "eu_institution": "eu"}.get(kind)


def projects_joining(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for project in whole_projects(plain):
        node = plain.nodes[project]
        if not wanted(node["country"], values["country"]):
            continue
        named: dict[str, list[tuple[str, Tie]]] = {"local_regional": [], "national": [], "eu": []}
        for one, tie in parts_in(plain, project, *PARTS):
            if tier := tier_of(plain, one, values):
                named[tier].append((one, tie))
        joined = [words for words, tier in (("local or regional", "local_regional"), ("national", "national"), ("EU", "eu")) if named[tier]]
        parts = by_name(plain, with_parts(plain, project))
        if len(joined) > 1:
            rows.append({
                "project": node["name"], "country": node["country"], "case_study": node["properties"].get("case_study"), "count": len(joined),
                "tiers": "all three" if len(joined) > 2 else " and ".join(joined),
                **{tier: names(plain, (one for one, _ in pairs)) for tier, pairs in named.items()},
                "unnamed_partners": list(dict.fromkeys(words for part in parts for words in of(plain, part, "unnamed_partners") or [])),
                "evidence": passages(tie for pairs in named.values() for _, tie in pairs), "id": project,
            })  # fmt: skip
    rows.sort(key=lambda r: (-r["count"], r["tiers"], last(r["country"]), r["project"], r["id"]))
    return without_id(rows)


def upward(plain: nx.MultiDiGraph, lra: str) -> Iterator[Link]:
    """Body, how, passages, whether stated outright: the links of an LRA with bodies of the national and EU tier."""
    for one, tie in beside(plain, lra, "COOPERATES_WITH", "FUNDED_BY"):
        if tier_above(plain, one):
            yield one, "limited" if tie["properties"].get("limited") else "directly", tie["evidence"], outright(tie)
    for project in projects_of(plain, lra):
        for one, tie, mine in met(plain, project, lra):
            if tier_above(plain, one):
                yield one, how(plain, project, "project", tie), passages([tie, mine]), outright(tie, mine)
    for service, mine in beside(plain, lra, *IN_SERVICES):
        if plain.nodes[service]["label"] == "Service":
            for one, tie in beside(plain, service, *IN_SERVICES):
                if tier_above(plain, one):
                    yield one, how(plain, service, "service", tie), passages([tie, mine]), outright(tie, mine)
    for network, mine in out_of(plain, lra, "MEMBER_OF", "STEERS", "FOUNDED"):
        if plain.nodes[network]["label"] == "Network" and still(mine):
            for one, tie in beside(plain, network, "FOUNDED", "STEERS", "MANAGES", "SUPPORTS", "FUNDED_BY"):
                if tier_above(plain, one) and (tie["type"] != "STEERS" or still(tie)):
                    yield one, how(plain, network, "network", tie), passages([tie, mine]), outright(tie, mine)


def outright(*ties: Tie) -> bool:
    return all(tie["properties"].get("certainty") != "implied" for tie in ties)


def tier_above(plain: nx.MultiDiGraph, one: str) -> str | None:
    return tier_of(plain, one, {}) if plain.nodes[one]["label"] == "Organisation" else None


def how(plain: nx.MultiDiGraph, one: str, what: str, tie: Tie) -> str:
    return f"{plain.nodes[one]['name']} ({what}{', as its funder' if tie['type'] == 'FUNDED_BY' else ''})"


def projects_of(plain: nx.MultiDiGraph, lra: str) -> dict[str, list[Tie]]:
    """The whole projects in which an LRA has a part, with the ties that say so."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for part, tie in beside(plain, lra, *PARTS):
        if plain.nodes[part]["label"] == "Project":
            for whole in top_projects(plain, part):
                found[whole].append(tie)
    return found


def met(plain: nx.MultiDiGraph, project: str, lra: str) -> Iterator[tuple[str, Tie, Tie]]:
    """Who has a part in a project at a time when an LRA may have had one: with the tie of each."""
    timed = [(one, tie, years_in(plain, part, tie, part != project)) for part in with_parts(plain, project) for one, tie in beside(plain, part, *PARTS)]
    for _, mine, (since, until) in (found for found in timed if found[0] == lra):
        for one, tie, (start, end) in timed:
            if since <= end and start <= until:
                yield one, tie, mine


def years_in(plain: nx.MultiDiGraph, part: str, tie: Tie, of_part: bool) -> tuple[int, int]:
    """The years of a tie; those of the part of a project that it is with; else all."""
    found = []
    for name, of_whole, otherwise in (("since_year", "start", 0), ("until_year", "end", 9999)):
        stated = re.match(r"\d{4}", str(of(plain, part, of_whole))) if of_part else None
        found.append(tie["properties"].get(name) or (int(stated[0]) if stated else otherwise))
    return found[0], found[1]


def lras_above(plain: nx.MultiDiGraph, lra: str) -> list[str]:
    found, level = {}, [lra]
    for _ in range(4):
        level = [
            above for one in level for _, above, tie in plain.out_edges(one, data=True) if tie["type"] == "PART_OF" and plain.nodes[above]["label"] == "LRA"
        ]
        found |= dict.fromkeys(level)
    return list(found)


def tied_upwards(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    links = {lra: list(upward(plain, lra)) for lra in things(plain, "LRA")}
    rows = [up_row(plain, lra, links) for lra in in_scope(plain, values)]
    order = ("own link", "through an LRA above", "stated to be absent", "partners without a name", "unknown")
    rows.sort(key=lambda r: (order.index(r["answer"]), last(r["country"]), r["lra"], r["id"]))
    return without_id(rows)


def clearest(plain: nx.MultiDiGraph, links: list[Link]) -> list[str]:
    """The passages of the link that comes first: direct ones before others, then by the name of the body."""
    groups: dict[Any, list[str]] = defaultdict(list)
    for one, how, texts, _ in links:
        direct = how in ("directly", "limited")
        groups[not direct, plain.nodes[one]["name"], one, "" if direct else how, how == "directly"] += texts
    return groups[min(groups)]


def without_a_name(plain: nx.MultiDiGraph, lra: str) -> Iterator[tuple[str, str, list[str]]]:
    """Words for partners without a name in projects and at local tables, of which, the passages."""
    for project, mine in projects_of(plain, lra).items():
        for part in with_parts(plain, project):
            for words in of(plain, part, "unnamed_partners") or []:
                yield words, part, passages([plain.nodes[part]], mine)
    for table, tie in out_of(plain, lra, "MEMBER_OF", "STEERS", "FOUNDED"):
        local = plain.nodes[table]["label"] == "Network" and of(plain, table, "scope") == "local_platform"
        if local and still(tie) and (words := of(plain, table, "unnamed_members")):
            yield words, table, passages([plain.nodes[table], tie])


def may_be_of_the_state(words: str) -> bool:
    found = set(re.findall(r"\w+", words.lower()))
    return not {"local", "regional"} & found and any(
        word.startswith("ministr") or any(part in word for part in ("institution", "authorit", "government")) for word in found
    )


def up_row(plain: nx.MultiDiGraph, lra: str, links: Mapping[str, list[Link]]) -> Row:
    own, node = links[lra], plain.nodes[lra]
    above = [one for one in lras_above(plain, lra) if links[one]]
    meant = {kind: [(one, tie) for one, tie in beside(plain, lra, kind) if tier_above(plain, one)] for kind in ("PLANS", "LACKS")}
    facts = [fact for fact in facts_named(plain, lra, "unnamed_partners") if any(map(may_be_of_the_state, pieces([fact])))]
    mentioned = [found for found in sorted(without_a_name(plain, lra)) if any(map(may_be_of_the_state, pieces([{"value": found[0]}])))]
    said = [*pieces(facts), *(piece for words, *_ in mentioned for piece in pieces([{"value": words}]))]
    unnamed = list(dict.fromkeys(filter(may_be_of_the_state, said)))
    answers = (
        ("own link", own),
        ("through an LRA above", above),
        ("stated to be absent", meant["LACKS"]),
        ("partners without a name", unnamed),
        ("unknown", [1]),
    )
    evidence = [text for _, _, texts, _ in own for text in texts] + [text for one in above for text in clearest(plain, links[one])]
    evidence += passages(tie for pairs in meant.values() for _, tie in pairs) + [text for fact in facts for text in fact["evidence"]]
    evidence += [text for *_, texts in mentioned for text in texts]
    foreign = by_name(plain, (one for one, *_ in own if node["country"] and plain.nodes[one]["country"] not in (None, node["country"])))
    ways = sorted({("directly" if how == "limited" else how, plain.nodes[one]["name"], one) for one, how, *_ in own})
    return {
        "implied": names(plain, {one for one, *_ in own} - {one for one, _, _, sure in own if sure}),
        "abroad": [plain.nodes[one]["name"] for one in foreign], "countries": [plain.nodes[one]["country"] for one in foreign],
        "lra": node["name"], "country": node["country"], "level": node["properties"].get("level"), "answer": next(answer for answer, found in answers if found),
        "national": names(plain, (one for one, *_ in own if tier_above(plain, one) == "national")),
        "eu": names(plain, (one for one, *_ in own if tier_above(plain, one) == "eu")),
        "through": [how for how, *_ in ways], "through_to": [body for _, body, _ in ways],
        "above": [plain.nodes[one]["name"] for one in by_name(plain, above)],
        "limited": names(plain, (one for one, how, *_ in own if how == "limited")), "unnamed": unnamed,
        "planned": names(plain, (one for one, _ in meant["PLANS"])), "absent": names(plain, (one for one, _ in meant["LACKS"])),
        "evidence": evidence,
        "id": lra,
    }  # fmt: skip


PLAIN: Answers = {
    "fund-managers-by-country": fund_managers,
    "lras-tied-upwards": tied_upwards,
    "projects-joining-tiers": projects_joining,
}
