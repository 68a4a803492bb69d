"""In plain networkx: the questions that lay needs beside practice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import networkx as nx

from benchmarks.plain.graph import Answers, Row, Tie, Values, by_name, into, names, out_of, passages, things, tops

PRACTICES = ("Project", "Service", "Policy")
BODIES = ("LRA", "Organisation", "Network")
WORDS = {
    "LEADS": "leads", "PARTNER_IN": "is a partner in", "SERVES": "serves", "FUNDED_BY": "is funded by", "SUPPORTS": "supports", "MANAGES": "manages",
    "RUNS": "runs", "FOUNDED": "founded", "EVALUATED_BY": "is evaluated by", "FOLLOWS": "follows", "LINKED_TO": "is linked to", "ADOPTED": "adopted",
    "PART_OF": "is part of", "LOCATED_IN": "is located in",
}  # fmt: skip
ANSWERS = ("same country", "elsewhere", "no one country", "only itself", "none recorded", "no theme")


@dataclass
class Practice:
    """A project (with its parts), service or policy, and the ties that say which themes it is on."""

    name: str
    country: str | None
    themes: dict[str, list[Tie]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class Link:
    """A tie between what a need is about and a practice."""

    practice: str
    kind: str
    words: str
    body: str
    tie: Tie


def needs_and_practice(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
    practices = practices_of(plain)
    rows = []
    for need in things(plain, "StatedGap"):
        themes = by_name(plain, (theme for theme, _ in out_of(plain, need, "ADDRESSES")))
        countries = countries_of(plain, need)
        if (values["theme"] is None or values["theme"] in themes) and (values["country"] is None or values["country"] in countries):
            rows.append(one_need(plain, need, themes, countries, practices, values))
    rows.sort(key=lambda r: (len(r["countries"]) != 1, not r["countries"], r["countries"], ANSWERS.index(r["answer"]), r["need"], r["need_id"]))
    return rows


def practices_of(plain: nx.MultiDiGraph) -> Mapping[str, Practice]:
    found: dict[str, Practice] = {}
    for theme in things(plain, "Theme"):
        for part, tie in into(plain, theme, "ADDRESSES"):
            for one in tops(plain, part) if plain.nodes[part]["label"] in PRACTICES else ():
                practice = found.setdefault(one, Practice(plain.nodes[one]["name"], plain.nodes[one]["country"]))
                practice.themes[theme].append(tie)
    return found


def about_of(plain: nx.MultiDiGraph, need: str) -> list[str]:
    return by_name(plain, (one for one, _ in out_of(plain, need, "ABOUT")))


def countries_of(plain: nx.MultiDiGraph, need: str) -> list[str]:
    if plain.nodes[need]["country"]:
        return [plain.nodes[need]["country"]]
    found = {"Country": lambda one: one, "LRA": lambda one: plain.nodes[one]["country"]}
    places = [found[label](one) for one in about_of(plain, need) if (label := plain.nodes[one]["label"]) in found]
    return sorted({place for place in places if place})


def one_need(plain: nx.MultiDiGraph, need: str, themes: list[str], countries: list[str], practices: Mapping[str, Practice], values: Values) -> Row:
    subjects = [theme for theme in themes if not plain.nodes[theme]["name"].startswith("Group: ")]
    compared = [values["theme"]] if values["theme"] else subjects or themes
    about = about_of(plain, need)
    here = [values["country"]] if values["country"] else countries
    itself = {whole for one in about for whole in (one, *tops(plain, one))}
    near = {i: (-len({*subjects} & {*p.themes}), -len({*themes} & {*p.themes}), p.name, i) for i, p in practices.items() if {*compared} & {*p.themes}}
    places: dict[str, list[str]] = {"same_country": [], "other_countries": [], "no_country": [], "itself": []}
    for one in sorted(near, key=lambda i: near[i]):
        country = practices[one].country
        where = "itself" if one in itself else "no_country" if not country else "same_country" if country in here else "other_countries"
        places[where].append(one)
    practised = [one for where, found in places.items() for one in found if where != "itself"]
    links = sorted(
        (link for one in about for link in links_of(plain, one) if link.practice in practised),
        key=lambda link: (practised.index(link.practice), link.kind in ("PART_OF", "LOCATED_IN"), link.words, link.body),
    )
    bodies = [one for one in about if plain.nodes[one]["label"] in BODIES]
    linkable = [one for one in about if plain.nodes[one]["label"] not in ("Country", "Document", "Theme")]
    nearest = places["same_country"] or practised
    linked = {link.body for link in links if link.practice in nearest}
    recorded = "recorded" if linked else "recorded elsewhere only"
    told = [one for where, found in places.items() for one in found[:3] if where in ("same_country", "itself") or not places["same_country"]]
    by = {one: out for one in told if one not in places["itself"] and (out := into(plain, one, "LEADS", "RUNS", "ADOPTED"))}
    node = plain.nodes[need]
    return {
        "need": node["name"], "need_id": need, "kind": node["properties"].get("kind"), "country": values["country"], "countries": countries,
        "about": names(plain, about),
        "themes": names(plain, themes), "compared": [plain.nodes[theme]["name"] for theme in themes if theme in compared],
        "answer": answer(themes, countries, places),
        "link": (recorded if links else "no link recorded" if linkable else "nobody named") if practised else None,
        **{where: [practices[one].name for one in found] for where, found in places.items()},
        "links": list(dict.fromkeys(link.words for link in links)),
        "unlinked": names(plain, [one for one in bodies or linkable if one not in linked]) if practised else [],
        "led": {
            where: [names(plain, (body for body, _ in into(plain, one, "LEADS", "RUNS", "ADOPTED"))) for one in found[:3]] for where, found in places.items()
        },
        "shared": {
            where: [[plain.nodes[theme]["name"] for theme in themes if theme in compared and theme in practices[one].themes] for one in found[:3]]
            for where, found in places.items()
        },
        "by_whom": [f"{practices[one].name}: {enumerated(names(plain, (body for body, _ in ties)))}" for one, ties in by.items()],
        "evidence": passages(
            [node], (link.tie for link in links), (tie for ties in by.values() for _, tie in ties),
            *(practices[one].themes.get(theme, []) for one in told for theme in compared),
        ),
    }  # fmt: skip


def enumerated(words: list[str]) -> str:
    # What has a comma of its own is told apart by semicolons.
    between, final = ("; ", "; and ") if any("," in re.sub(r"\(.*?\)", "", word) for word in words) else (", ", " and ")
    return final.join([between.join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def answer(themes: list[str], countries: list[str], places: Mapping[str, list[str]]) -> str:
    if not themes:
        return "no theme"
    if places["same_country"]:
        return "same country"
    if places["other_countries"] or places["no_country"]:
        return "elsewhere" if countries else "no one country"
    return "only itself" if places["itself"] else "none recorded"


def links_of(plain: nx.MultiDiGraph, one: str) -> Iterable[Link]:
    """The ties of one thing with projects, services and policies, whichever way they lead."""
    ties = [(one, other, other, tie) for other, tie in out_of(plain, one, *WORDS)] + [(other, one, other, tie) for other, tie in into(plain, one, *WORDS)]
    for source, target, other, tie in ties:
        if plain.nodes[other]["label"] in PRACTICES and plain.nodes[one]["label"] != "Country":
            words = f"{plain.nodes[source]['name']} {WORDS[tie['type']]} {plain.nodes[target]['name']}"
            for practice in tops(plain, other):
                yield Link(practice, tie["type"], words, one, tie)


PLAIN: Answers = {
    "needs-and-practice": needs_and_practice,
}
