"""In plain networkx: projects and who takes part in them."""

from __future__ import annotations

import networkx as nx

from benchmarks.plain.graph import (
    Answers,
    Row,
    Values,
    by_name,
    into,
    is_lra,
    last,
    names,
    out_of,
    passages,
    things,
    unnamed_of,
    wanted,
    whole_projects,
    wholes,
    with_parts,
    without_id,
)


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
            "unnamed_partners": unnamed_of(plain, project),
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
            "lra_funders": names(plain, lras[2]), "unnamed_partners": unnamed_of(plain, project),
            "evidence": passages([node], (tie for _, tie in leads), of_lras), "id": project,
        }  # fmt: skip
        rows.append(row)
    roles = ("lra_organisers", "lra_partners", "lra_funders")
    rows.sort(key=lambda r: (sum(len(r[role]) for role in roles), last(r["country"]), r["project"], r["id"]))
    return without_id(rows)


def with_unnamed(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    rows = []
    for top in whole_projects(plain):
        node, parts = plain.nodes[top], with_parts(plain, top)
        mention = [part for part in by_name(plain, parts) if plain.nodes[part]["properties"].get("unnamed_partners")]
        if not mention or not wanted(node["country"], values["country"]):
            continue
        leads, others = ([pair for part in parts for pair in into(plain, part, *types)] for types in (("LEADS",), ("PARTNER_IN", "SUPPORTS")))
        organisers = {one for one, _ in leads}
        others = [(one, tie) for one, tie in others if one not in organisers]
        count = len({one for one, _ in leads + others})
        row = {
            "project": node["name"], "country": node["country"], "case_study": node["properties"].get("case_study"),
            "organisers": names(plain, organisers), "partners": names(plain, (one for one, _ in others)),
            "named": ("nobody", "one", "several")[min(count, 2)],
            "unnamed_partners": unnamed_of(plain, top),
            "evidence": passages((plain.nodes[part] for part in mention), (tie for _, tie in leads + others)),
        }  # fmt: skip
        rows.append(((count > 1, last(node["country"]), node["name"], top), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


PLAIN: Answers = {
    "lras-sharing-projects": lras_sharing,
    "projects-without-an-lra": projects_without,
    "projects-with-unnamed-partners": with_unnamed,
}
