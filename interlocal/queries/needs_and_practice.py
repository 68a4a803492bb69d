"""Questions that lay what is needed beside what is done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interlocal.graph.schema import RELATIONSHIP_TYPES
from interlocal.graph.words import code_words
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed

NEEDS_STATED = Need("stated_gaps", "at least one stated need or gap", "a table of them (stated_gaps.csv)")
PRACTICE = Need("practice_with_theme", "at least one project, service or policy with a theme", "ADDRESSES ties (relationships.csv) from them to themes")

# How many practices of a kind, and how many links, a sentence names: the closest. The rows have them all.
_TOLD = 3
_GROUP = "Group: "
_ANSWERS = ("same country", "elsewhere", "no one country", "only itself", "none recorded", "no theme")
_WITH_PRACTICE = _ANSWERS[:3]
# Where a practice is, seen from a need: the columns of a row.
_PLACES = ("same_country", "other_countries", "no_country", "itself")


def _beside(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """Each need with the practices on its themes, from needs and practices apart."""
    practices = [row for row in rows if row["sort"] == "practice"]
    by_theme: dict[str, list[int]] = defaultdict(list)
    for number, practice in enumerate(practices):
        for theme in dict.fromkeys(practice["theme_ids"]):
            by_theme[theme].append(number)
    found = [_one_need(row, practices, by_theme, values) for row in rows if row["sort"] == "need"]
    # What is stated for one country first, then for several, then for none.
    return sorted(found, key=lambda r: (len(r["countries"]) != 1, not r["countries"], r["countries"], _ANSWERS.index(r["answer"]), r["need"], r["need_id"]))


def _one_need(need: Row, practices: Sequence[Row], by_theme: Mapping[str, Sequence[int]], values: Values) -> Row:
    names = dict(zip(need["theme_ids"], need["themes"], strict=True))
    subjects = [theme for theme, name in names.items() if not name.startswith(_GROUP)]
    # A group of people counts as a theme only where no subject is stated, or where it is what was asked for.
    compared = [values["theme"]] if values.get("theme") else subjects or list(names)
    # A need of several countries is, for who asks for one of them, a need of that one.
    here = [values["country"]] if values.get("country") else need["countries"]
    closest = _closest(compared, subjects, names, by_theme)
    places: dict[str, list[int]] = {place: [] for place in _PLACES}
    for number in closest:
        places[_place(practices[number], need, here)].append(number)
    practised = [number for place in _PLACES[:3] for number in places[place]]
    links = _links_with([practices[number]["id"] for number in practised], need)
    # Who has no link: with what is nearest, for a link with something far away says nothing of what is near.
    nearest = {practices[number]["id"] for number in places["same_country"] or practised}
    linked = {link[0] for link, _ in links if link[4] in nearest}
    told = _told(places)
    led = [practices[number] for number in told if number not in places["itself"] and practices[number]["led_by"]]
    return {
        "need": need["name"], "need_id": need["id"], "kind": need["kind"], "country": values.get("country"), "countries": sorted(need["countries"]),
        "about": need["about"], "themes": need["themes"], "compared": [names[theme] for theme in compared], "answer": _answer(need, places),
        "link": _link_answer(need, links, near=bool(linked)) if practised else None,
        **{place: [practices[number]["name"] for number in numbers] for place, numbers in places.items()},
        "links": list(dict.fromkeys(_link_words(link) for link, _ in links)),
        "unlinked": [name for body, name in need["bodies"] or need["linkable"] if practised and body not in linked],
        # Of each practice that a sentence may name, in its order: two of one name have bodies of their own.
        "led": {place: [practices[number]["led_by"] for number in numbers[:_TOLD]] for place, numbers in places.items()},
        # And on which of the themes compared it is.
        "shared": {
            place: [[names[theme] for theme in compared if theme in practices[number]["theme_ids"]] for number in numbers[:_TOLD]]
            for place, numbers in places.items()
        },
        "by_whom": [f"{practice['name']}: {listed(practice['led_by'])}" for practice in led],
        "evidence": [
            need["evidence"], [_passages(practices[number], compared) for number in told], [practice["led_passages"] for practice in led],
            [passages for _, passages in links],
        ],
    }  # fmt: skip


def _link_answer(need: Row, links: Sequence[Any], *, near: bool) -> str:
    if links:
        return "recorded" if near else "recorded elsewhere only"
    return "no link recorded" if need["linkable"] else "nobody named"


def _links_with(practised: Sequence[str], need: Row) -> list[tuple[Sequence[str], Sequence[str]]]:
    """The links with these practices, with their passages: those with the closest first; that something lies in a place says least."""
    rank = {practice: order for order, practice in enumerate(practised)}
    found = [pair for pair in zip(need["links"], need["link_passages"], strict=True) if pair[0][4] in rank]
    return sorted(found, key=lambda pair: (rank[pair[0][4]], pair[0][2] in ("PART_OF", "LOCATED_IN"), _link_words(pair[0]), pair[0][0]))


def _told(places: Mapping[str, Sequence[int]]) -> list[int]:
    """Which practices the sentence names: those elsewhere only when there are none in the same country."""
    named = ("same_country", "itself") if places["same_country"] else _PLACES
    return [number for place in named for number in places[place][:_TOLD]]


def _closest(compared: Iterable[str], subjects: Iterable[str], themes: Iterable[str], by_theme: Mapping[str, Sequence[int]]) -> list[int]:
    """Who is on one of the themes compared: with most subjects in common first, then with most groups, then by name."""
    found = {number for theme in compared for number in by_theme.get(theme, ())}
    in_common, at_all = (Counter(number for theme in shared for number in by_theme.get(theme, ())) for shared in (subjects, themes))
    return sorted(found, key=lambda number: (-in_common[number], -at_all[number], number))


def _place(practice: Row, need: Row, here: Sequence[str]) -> str:
    if practice["id"] in need["about_ids"]:
        return "itself"
    if practice["country"] is None:
        return "no_country"
    return "same_country" if practice["country"] in here else "other_countries"


def _answer(need: Row, places: Mapping[str, Sequence[int]]) -> str:
    if not need["themes"]:
        return "no theme"
    if places["same_country"]:
        return "same country"
    if places["other_countries"] or places["no_country"]:
        return "elsewhere" if need["countries"] else "no one country"
    return "only itself" if places["itself"] else "none recorded"


def _link_words(link: Sequence[str]) -> str:
    _, source, kind, target, _ = link
    return f"{source} {RELATIONSHIP_TYPES[kind].forward} {target}"


def _passages(practice: Row, compared: Sequence[str]) -> list[Any]:
    return [passages for theme, passages in zip(practice["theme_ids"], practice["evidence"], strict=True) if theme in compared]


def _headline(asked: Asked) -> str:
    answers = Counter(row["answer"] for row in asked.rows)
    words = {"same country": "in the same country", "elsewhere": "only elsewhere", "no one country": "where the need is stated for no one country"}
    positive = listed(f"for {in_words(answers[answer])} {words[answer]}" for answer in _WITH_PRACTICE if answers[answer])
    told = [f"Of {counted(asked.of, 'need or gap', 'needs and gaps')} stated, practice on the same theme is recorded {positive or 'for none'}"]
    if count := answers["only itself"]:
        told.append(f"for {in_words(count)} nothing is on the theme but what the need is stated about")
    if count := answers["none recorded"]:
        told.append(f"for {in_words(count)} nothing on the theme is recorded")
    if count := answers["no theme"]:
        told.append(f"{in_words(count)} {'has' if count == 1 else 'have'} no theme")
    return f"{'; '.join(told)}. {_links(asked)}That something is on the same theme does not say that it meets the need"


def _links(asked: Asked) -> str:
    """How many needs have a recorded link with the practice on their theme."""
    links = Counter(row["link"] for row in asked.rows if row["link"])
    if not links:
        return ""
    far = links["recorded elsewhere only"]
    recorded = links["recorded"] + far
    not_near = f" (for {in_words(far)} of these only with practice that is not of the same country)" if far else ""
    parts = [f"recorded for {in_words(recorded) if recorded else 'none'} of them{not_near}"]
    if count := links["no link recorded"]:
        parts.append(f"not recorded for {in_words(count)}")
    if count := links["nobody named"]:
        parts.append(f"for {in_words(count)} nobody is named who could have one")
    return f"A direct link between that practice and what the need is about is {listed(parts)}. "


def _one_row(row: Row) -> str:
    where = listed(row["countries"]) or "no one country"
    about = f"; about {_first(row['about'], 4)}" if row["about"] else ""
    head = f"“{row['need'].rstrip('.')}” ({code_words(row['kind'] or 'kind not stated')}; {where}{about})"
    if row["answer"] == "no theme":
        return f"{head}: no theme is recorded for it, so no practice can be laid beside it"
    themes = listed((_theme(name) for name in row["compared"]), last="or")
    return f"{head}. Of projects, services and policies on {themes}, {_practice(row)}{_told_links(row)}{_told_itself(row)}"


def _theme(name: str) -> str:
    return f"the group of {name.removeprefix(_GROUP)}" if name.startswith(_GROUP) else name


def _practice(row: Row) -> str:
    """Those in the same country by name, of the others how many; these by name where there are none."""
    others = {
        "other_countries": "in other countries" if row["countries"] else "in single countries",
        "no_country": "across countries or with no country stated",
    }
    here = _number(row, "same_country", f"in {_here(row)}", told=True) if row["countries"] else ""
    elsewhere = [_number(row, place, where, told=not row["same_country"]) for place, where in others.items() if row[place]]
    return "; ".join(part for part in (here, *elsewhere) if part) or "nothing is recorded"


def _here(row: Row) -> str:
    """The country asked for, else those of the need."""
    return row["country"] or listed(row["countries"], last="or")


def _number(row: Row, place: str, where: str, *, told: bool) -> str:
    """How many, and the first by name, with who leads, runs or adopted them in brackets, and which of several themes they share."""
    names = row[place]
    are = f"{in_words(len(names)) if names else 'none'} {'are' if len(names) > 1 else 'is'} recorded {where}"
    by_whom = [
        f"{name}{f' [{listed(bodies)}]' if bodies else ''}{f' ({listed(map(_theme, shared))})' if len(row['compared']) > 1 else ''}"
        for name, bodies, shared in zip(names, row["led"][place], row["shared"][place], strict=False)
    ]
    return f"{are}: {_first([*by_whom, *names[_TOLD:]])}" if names and told else are


def _first(names: Sequence[str], most: int = _TOLD) -> str:
    """``A, B, C and 20 more``."""
    more = len(names) - most
    return listed([*names[:most], f"{in_words(more)} more"] if more > 0 else names)


def _told_links(row: Row) -> str:
    if row["link"] in ("recorded", "recorded elsewhere only"):
        more = len(row["links"]) - _TOLD
        told = "; ".join([*row["links"][:_TOLD], *([f"{in_words(more)} more"] if more > 0 else [])])
        near = f"the practice in {_here(row)}" if row["same_country"] else "this practice"
        unlinked = _first(row["unlinked"], 4)
        if row["link"] == "recorded elsewhere only":
            return f". No link with {near} is recorded for {unlinked}, only with practice elsewhere or across countries: {told}"
        return f". Links recorded: {told}{f' – but none with {near} for {unlinked}' if unlinked else ''}"
    if row["link"] == "no link recorded":
        return f". No link is recorded between this practice and {_first(row['unlinked'], 4)}"
    return ""


def _told_itself(row: Row) -> str:
    if not row["itself"]:
        return ""
    return f". The need is stated about {_first(row['itself'])}, on the same theme and not counted"


NEEDS_AND_PRACTICE = Question(
    slug="needs-and-practice",
    title="Which needs are stated, and who already does something on the same theme?",
    theme="Needs and practice",
    definition=(
        "A need or gap is one that a source states itself: of coordination, data, capacity, funding, participation, or any other need. It is of the country "
        "that it is stated for; else of the countries and authorities that it is about. The same country is then any of them, or the one that is asked for. "
        "Beside it stand the projects, services and policies that share one of "
        "its themes, those with most themes in common first; who leads, runs or adopted them is told of the closest, in square "
        "brackets. A part of a project counts with the whole, and what the need is stated about is told apart. "
        "Groups of people count as themes only where the need has no other theme, or where a group is asked for; else they only bring closer. "
        "A link is one that is recorded directly between what the need is about and the practice: leads, runs, funds, serves, is located in and the "
        "like; that a whole country has a law or strategy is none. Where there is practice in the same country, who has no link is told of that alone."
    ),
    population=Population("stated_gaps", "needs and gaps stated in the sources"),
    columns={
        "need": "need or gap", "kind": "kind", "countries": "countries", "about": "about", "themes": "themes", "compared": "themes compared",
        "answer": "practice on the same theme", "link": "link between them", "same_country": "in the same country", "other_countries": "in other countries",
        "no_country": "across countries, or with no country stated", "by_whom": "who leads, runs or adopted the closest",
        "itself": "what the need is stated about", "links": "links recorded",
        "unlinked": "without a recorded link",
    },
    headline=_headline,
    say=_one_row,
    found=lambda row: row["answer"] in _WITH_PRACTICE,
    counts="have practice on the same theme recorded",
    nothing="No need or gap is stated for what was asked about. That does not say that there is none.",
    caveat=(
        "Themes are broad and our own: something on the same theme need not meet the need, may be small, may have ended, and may be a survey or a paper "
        "alone; networks have no themes here. The sources did not look for "
        "links between needs and practice, so where none is recorded there may be one; ask both. The sources named are those of the need, of the "
        "links and of the practices in the sentence; the others stand in the table."
    ),
    parameters=("country", "theme"),
    needs=(NEEDS_STATED, PRACTICE),
    derive=_beside,
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (NEEDS_AND_PRACTICE,)
