"""In plain networkx: evaluation, one-stop shops, and LRAs without a structure or policy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import networkx as nx

from benchmarks.plain.graph import Answers, Row, Tie, Values, beside, by_name, into, last, names, out_of, passages, things, wanted, with_parts
from benchmarks.plain.practice import derived, fact_passages, facts_about, projects_asked
from interlocal.queries import practice_more

# --- evaluation --------------------------------------------------------------------------------------------------------


def projects_evaluated(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for project in projects_asked(plain, values):
        parts = with_parts(plain, project)
        if not any(into(plain, part, "LEADS", "PARTNER_IN") or out_of(plain, part, "FUNDED_BY") for part in parts):
            continue
        node = plain.nodes[project]
        by = [pair for part in parts for pair in out_of(plain, part, "EVALUATED_BY")]
        certain = {one for one, _ in by}
        doubted = [pair for part in parts for pair in left_open(plain, part, "EVALUATED_BY")]
        rows.append({
            "project": node["name"], "country": node["country"], "case_study": node["properties"].get("case_study"),
            "evaluators": names(plain, certain), "left_open": names(plain, {one for one, _ in doubted} - certain), "described": node["evidence"],
            "evidence": passages(tie for _, tie in (*by, *doubted)),
            "facts": [facts_about(plain.nodes[part], "evaluation", "evaluation_planned") for part in parts],
        })  # fmt: skip
    return derived(practice_more.EVALUATED, rows, values)


def left_open(plain: nx.MultiDiGraph, one: str, kind: str) -> list[tuple[str, Tie]]:
    """Where ties of this type lead to whose reading is left open."""
    return [(target, tie) for _, target, tie in plain.out_edges(one, data=True) if (tie["type"], tie["properties"].get("reading")) == (kind, "open")]


# --- one-stop shops ----------------------------------------------------------------------------------------------------

KINDS = ("one_stop_shop", "info_point")
AT = ("LOCATED_IN", "PART_OF", "SERVES", "RUNS", "FOUNDED", "LEADS")
LISTS = {
    "one_stop_shops": "one_stop_shop", "not_fully": "partly", "info_points": "info_point", "planned": "planned", "missing": "missing", "wanted": "wanted",
    "ended": "ended",
}  # fmt: skip
ANSWERS = {
    "one_stop_shops": "one-stop shop", "not_fully": "not fully", "info_points": "info point", "planned": "planned", "missing": "stated to be missing",
    "wanted": "wanted", "ended": "ended",
}  # fmt: skip


def one_stop_shops(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    stated: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    evidence: dict[str, list[str]] = defaultdict(list)
    for place, one, how, found in (*shops(plain), *wants(plain)):
        stated[place].add((plain.nodes[one]["name"], one, how))
        evidence[place] += found
    rows = []
    for place, told in stated.items():
        node = plain.nodes[place]
        of_lra = node["label"] == "LRA"
        if not (in_scope(plain, place, values) if of_lra else values["level"] is None and wanted(place, values["country"])):
            continue
        lists = {column: [name for name, _, said in sorted(told) if said == how] for column, how in LISTS.items()}
        answer = next(words for column, words in ANSWERS.items() if lists[column])
        head = {"place": node["name"], "country": node["country"] if of_lra else place, "sort": "LRA" if of_lra else "country", "answer": answer}
        rows.append({**head, **lists, "not_stated": [], "evidence": evidence[place], "id": place})
    silent: dict[str | None, list[str]] = defaultdict(list)
    for lra in things(plain, "LRA"):
        if lra not in stated and in_scope(plain, lra, values):
            silent[plain.nodes[lra]["country"]].append(lra)
    for country, lras in silent.items():
        head = {"place": None, "country": country, "sort": "other LRAs", "answer": "unknown"}
        rows.append(
            {**head, **{column: [] for column in LISTS}, "not_stated": [plain.nodes[one]["name"] for one in by_name(plain, lras)], "evidence": [], "id": ""}
        )
    sorts = ("LRA", "country", "other LRAs")
    rows.sort(key=lambda row: (last(row["country"]), sorts.index(row["sort"]), last(row["place"]), row["id"]))
    return [{column: value for column, value in row.items() if column != "id"} for row in rows]


def in_scope(plain: nx.MultiDiGraph, lra: str, values: Values) -> bool:
    node = plain.nodes[lra]
    named = values["scope"] == "all" or not ("/lau/" in lra or "/nuts/" in lra)
    return named and wanted(node["country"], values["country"]) and wanted(node["properties"].get("level"), values["level"])


def shops(plain: nx.MultiDiGraph) -> Iterator[tuple[str, str, str, list[str]]]:
    """Place, service, how it is there, evidence."""
    for one in things(plain, "Service", "Project"):
        node = plain.nodes[one]
        service = node["label"] == "Service"
        form, aim = node["properties"].get("kind" if service else "service_form"), None if service else node["properties"].get("service_form_aimed_at")
        if form not in KINDS and (form is not None or aim not in KINDS):
            continue
        kept = "partly" if node["properties"].get("one_stop_shop") == "partly" else form or "planned"
        own = [*node["evidence"], *(passage for name in ("one_stop_shop", "service_form", "service_form_aimed_at") for passage in fact_passages(node, name))]
        by_lra = at_lras(plain, beside(plain, one, *AT))
        for lra, ties in by_lra.items():
            dated = [tie["properties"].get("until_year") is not None for tie in ties if tie["type"] != "FOUNDED"]
            yield lra, one, "ended" if dated and all(dated) else kept, [*own, *passages(ties)]
        not_there = at_lras(plain, beside(plain, one, "PLANS", "LACKS"))
        if not by_lra and not not_there and node["country"]:
            yield node["country"], one, of_no_lra(plain, one, kept), own
        for lra, ties in not_there.items():
            for kind, how in (("PLANS", "planned"), ("LACKS", "missing")):
                meant = [tie for tie in ties if tie["type"] == kind and tie["properties"].get("tie") in ("LOCATED_IN", "PART_OF", "SERVES", "RUNS", "FOUNDED")]
                if service and meant:
                    yield lra, one, how, [*own, *passages(meant)]


def at_lras(plain: nx.MultiDiGraph, pairs: Iterable[tuple[str, Tie]]) -> Mapping[str, list[Tie]]:
    found: dict[str, list[Tie]] = defaultdict(list)
    for one, tie in pairs:
        if plain.nodes[one]["label"] == "LRA":
            found[one].append(tie)
    return found


def of_no_lra(plain: nx.MultiDiGraph, one: str, kept: str) -> str:
    """Who runs it makes it be there; else a plan, or a stated absence, is all that there is."""
    if into(plain, one, "RUNS", "LEADS"):
        until = [tie["properties"].get("until_year") for _, tie in into(plain, one, "RUNS")]
        return "ended" if until and all(until) else kept
    for kind, how in (("PLANS", "planned"), ("LACKS", "missing")):
        ties = [
            *(tie for _, tie in out_of(plain, one, kind) if tie["properties"].get("tie") == "LOCATED_IN"),
            *(tie for _, tie in into(plain, one, kind) if tie["properties"].get("tie") == "RUNS"),
        ]
        if ties:
            return how
    return kept


def wants(plain: nx.MultiDiGraph) -> Iterator[tuple[str, str, str, list[str]]]:
    for gap in things(plain, "StatedGap"):
        if any(word in plain.nodes[gap]["name"].lower() for word in ("one-stop", "info point", "information point")):
            for one, tie in out_of(plain, gap, "ABOUT"):
                if plain.nodes[one]["label"] in ("LRA", "Country"):
                    yield one, gap, "wanted", passages([plain.nodes[gap], tie])


# --- LRAs without a structure or policy --------------------------------------------------------------------------------


def without_structure(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for lra in things(plain, "LRA"):
        told = list(absences(plain, lra))
        if not told or not in_scope(plain, lra, values):
            continue
        node = plain.nodes[lra]
        absent, not_yet = ([statement for statement, _ in sorted({(s, i) for h, s, i, _ in told if h == how})] for how in ("absent", "not yet"))
        open_ties = [pair for pair in beside(plain, lra, "RUNS", "PART_OF", "LOCATED_IN", "SERVES") if pair[1]["properties"].get("until_year") is None]
        mine = {one for one, _ in out_of(plain, lra, "LEADS", "PARTNER_IN")}
        there = [(one, tie) for one, tie in open_ties if plain.nodes[one]["label"] in ("Service", "Network") or (is_project(plain, one) and one not in mine)]
        own = {one for one, tie in there if tie["type"] in ("RUNS", "PART_OF")}
        adopted = [pair for pair in out_of(plain, lra, "ADOPTED") if plain.nodes[pair[0]]["label"] == "Policy"]
        projects = [pair for pair in out_of(plain, lra, "LEADS", "PARTNER_IN") if plain.nodes[pair[0]]["label"] == "Project"]
        works = [pair for pair in beside(plain, lra, "COOPERATES_WITH", "MEMBER_OF") if pair[1]["properties"].get("until_year") is None]
        meant = {("Policy", "ADOPTED"), ("Service", "RUNS"), ("Service", "FOUNDED")}
        plans = [pair for pair in out_of(plain, lra, "PLANS") if (plain.nodes[pair[0]]["label"], pair[1]["properties"].get("tie")) in meant]
        rows.append({
            "lra": node["name"], "country": node["country"], "level": node["properties"].get("level"),
            "answer": "stated absent" if absent else "not fully or not yet there", "absent": absent, "not_yet": not_yet,
            "own_services": names(plain, own), "policies": names(plain, (one for one, _ in adopted)), "projects": names(plain, (one for one, _ in projects)),
            "others_there": names(plain, {one for one, _ in there} - own), "works_with": names(plain, (one for one, _ in works)),
            "planned": names(plain, (one for one, _ in plans)),
            "evidence": [*(p for *_, found in told for p in found), *passages(tie for ties in (there, adopted, projects, works, plans) for _, tie in ties)],
            "id": lra,
        })  # fmt: skip
    rows.sort(key=lambda row: (row["answer"] != "stated absent", last(row["country"]), row["lra"], row["id"]))
    return [{column: value for column, value in row.items() if column != "id"} for row in rows]


def is_project(plain: nx.MultiDiGraph, one: str) -> bool:
    return bool(plain.nodes[one]["label"] == "Project")


def absences(plain: nx.MultiDiGraph, lra: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """How, what is stated, of what, evidence."""
    for gap, tie in into(plain, lra, "ABOUT"):
        node = plain.nodes[gap]
        if node["label"] == "StatedGap" and any(
            f"no {word} " in f"{node['name'].lower()} " for word in ("structure", "policy", "strategy", "unit", "department")
        ):
            yield "absent", node["name"], gap, passages([node, tie])
    for one, tie in beside(plain, lra, "LACKS"):
        node, meant = plain.nodes[one], tie["properties"].get("tie")
        department = node["label"] == "Service" and node["properties"].get("kind") == "department" and meant in ("RUNS", "PART_OF", "FOUNDED")
        if department or (node["label"] == "Policy" and meant == "ADOPTED"):
            yield "absent", f"stated to be without: {node['name']}", one, passages([tie])
    for one, tie in beside(plain, lra, "RUNS", "PART_OF"):
        node = plain.nodes[one]
        if node["label"] == "Service" and node["properties"].get("kind") == "department" and node["properties"].get("fully_operational") == "no":
            yield "not yet", f"{node['name']} was not fully operational", one, [*passages([tie]), *fact_passages(node, "fully_operational")]
    status, found = plain.nodes[lra]["properties"].get("local_policy_status"), fact_passages(plain.nodes[lra], "local_policy_status")
    if status == "none":
        yield "absent", "there was no policy on migrants", lra, found
    elif status in ("being designed", "planned"):
        yield "not yet", f"the policy on migrants was {status}", lra, found


PLAIN: Answers = {
    "projects-evaluated": projects_evaluated,
    "one-stop-shops": one_stop_shops,
    "lras-without-structure-or-policy": without_structure,
}
