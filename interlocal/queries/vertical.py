"""Questions about tiers of government: who holds the funds, who is tied to whom across tiers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed

_NATIONAL = "national authorities, offices of the state in a territory and agencies of a country"
_EU = "institutions and agencies of the European Union"


def accepted_facts(texts: Iterable[str], *names: str) -> list[Mapping[str, Any]]:
    """The accepted facts of these names among the facts of a thing."""
    found = [json.loads(text) for text in texts if any(f'"{name}"' in text for name in names)]
    return [fact for fact in found if fact.get("property") in names and fact.get("reading") == "accepted"]


def in_parts(fact: Mapping[str, Any]) -> list[str]:
    """A fact that lists several things: ``several NGOs|research institutes``."""
    return [part for text in re.split(r"[|;]", str(fact["value"])) if (part := text.strip())]


def each_once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


# --- who manages the funds ---------------------------------------------------------------------------------------------

_LRA_PARTS = {"lra_managers": "as its managers: ", "taking_part": "in what it pays for: ", "paying_beside": "paying beside it: "}


# What is stated of a fund in a country: which part, in what words, the id of whom it is stated, its passages.
Stated = tuple[str, str, str, Sequence[str]]


def _fund_rows(rows: Sequence[Row], values: Values) -> list[Row]:
    """One row a country and fund of which something is stated, and one for what is stated of a fund and no country.

    What is stated of no one fund has a row when there is something, or when it is the only one of the country.
    """
    funds = {fund: (name, kind) for row in rows if row["what"] == "fund" for fund, name, kind in row["funds"]}
    stated: dict[tuple[str, str], list[Stated]] = {}
    for row in rows:
        if row["what"] == "stated":
            for fund, of_fund in row["funds"]:
                for country, part, words, body, passages in row["parts"]:
                    stated.setdefault((country, fund), []).append((part, words, body, of_fund + passages))
    asked = {
        (country, fund): told for (country, fund), told in stated.items()
        if values.get("country") in (None, country) or not country if values.get("fund") in (None, fund) or not fund
    }  # fmt: skip
    with_fund = {country for country, fund in asked if fund}
    kept = [(country, fund) for (country, fund), told in asked.items() if fund or any(part for part, *_ in told) or country not in with_fund]
    kept.sort(key=lambda one: (not one[0], one[0], not one[1], funds.get(one[1], ("",))[0], one[1]))
    return [_fund_row(country, fund, *funds.get(fund, (None, None)), asked[country, fund]) for country, fund in kept]


def _fund_row(country: str, fund_id: str, fund: str | None, kind: str | None, told: Sequence[Stated]) -> Row:
    named: dict[str, dict[str, str]] = {part: {} for part in ("managers", "managers_implied", "managers_unnamed", *_LRA_PARTS, "gaps", "")}
    evidence = []
    for part, words, body, passages in sorted(told, key=lambda one: (one[1], one[2], one[0])):
        named[part][body] = words
        evidence.append(passages if part != "managers_unnamed" else [fact["evidence"] for fact in accepted_facts(passages, "managed_by")])
    # Who is stated to manage a fund in one place and implied in another is stated to.
    implied = {body: name for body, name in named["managers_implied"].items() if body not in named["managers"]}
    named["managers"] = {body: name for name, body in sorted((name, body) for body, name in {**named["managers"], **implied}.items())}
    named["managers_implied"] = implied
    columns = {part: list(words.values()) for part, words in named.items() if part}
    if any(columns[part] for part in _LRA_PARTS):
        answer = "stated"
    elif columns["gaps"]:
        answer = "a lack is stated"
    else:
        answer = "not stated" if fund and any(evidence) else "unknown"
    return {"country": country or None, "fund": fund, "fund_id": fund_id, "kind": kind, "answer": answer, **columns, "evidence": evidence}


def _funds_said(asked: Asked) -> str:
    parts = {row["country"] for row in asked.rows if row["answer"] == "stated"}
    lacks = {row["country"] for row in asked.rows if row["gaps"] and row["country"]}
    what = "it pays for" if asked.values.get("fund") else "some fund pays for"
    lras = (
        f" LRAs of {counted(len(parts), 'country', 'countries')} take part in what {what}, manage it or pay beside it, whoever manages it."
        if parts else " No LRA is named with a part in a fund that was looked at."
    )  # fmt: skip
    lack = f" A lack between municipalities and the funds is stated for {counted(len(lacks), 'country', 'countries')}." if lacks else ""
    unnamed = [f"{row['fund']} ({'; '.join(row['managers_unnamed'])})" for row in asked.rows if row["managers_unnamed"]]
    everywhere = f" Managers are mentioned without names for: {listed(unnamed)}." if unnamed else ""
    return f"{_managers_said(asked)}.{everywhere}{lras}{lack}"


def _managers_said(asked: Asked) -> str:
    """In how many countries a manager is named, of how many funds, and where LRAs there have a part; one fund may be managed in several countries."""
    rows = [row for row in asked.rows if row["managers"]]
    managed = {row["country"] for row in rows}
    implied = len(managed) - len({row["country"] for row in rows if len(row["managers"]) > len(row["managers_implied"])})
    funds, with_lras = {row["fund_id"] for row in rows}, {row["fund_id"] for row in rows if row["answer"] == "stated"}
    head = f"Of {counted(asked.of, 'country', 'countries')} loaded, for {_some(len(managed))} a national body is named as manager of a fund"
    if not rows:
        return head
    by_implication = f", for {_all_or(implied, len(managed))} by implication, not said outright" if implied else ""
    if len(funds) == 1:
        return f"{head}{by_implication} (one fund; LRAs there have {'a' if with_lras else 'no'} stated part in it)"
    return f"{head}{by_implication} ({counted(len(funds), 'fund')} in all; LRAs there have a stated part in {_some(len(with_lras))} of them)"


def _all_or(some: int, of: int) -> str:
    """``two of them``, or ``it`` and ``all`` when they are all there are."""
    return f"{in_words(some)} of them" if some < of else ("it" if of == 1 else "all")


def _one_fund(row: Row) -> str:
    lack = f"a lack or need is stated: {' '.join(row['gaps'])}" if row["gaps"] else ""
    if row["answer"] == "unknown":
        return f"{row['country']}: not stated who manages {row['fund'] or 'a fund'} there, nor what part LRAs have in {'it' if row['fund'] else 'one'}"
    if not row["fund"]:
        return f"{row['country']}, about funds in general, {lack}"
    managers = "no national body is named as managing it" if row["country"] else ""
    if row["managers"]:
        managers = f"managed by {listed(_with_certainty(name, row['managers_implied']) for name in row['managers'])}"
    elif row["managers_unnamed"]:
        managers = f"its managers are mentioned without names ({'; '.join(row['managers_unnamed'])})"
    parts = "; ".join(f"{words}{listed(row[part])}" for part, words in _LRA_PARTS.items() if row[part])
    lras = "no LRA is named with a part in it" if row["country"] else ""
    told = "; ".join(part for part in (managers, f"LRAs {parts}" if parts else lras, lack) if part)
    where = f"{row['country']}, {row['fund']}" if row["country"] else f"{row['fund']}, of no one country"
    return f"{where}: {told}"


def _with_certainty(name: str, implied: Sequence[str]) -> str:
    return f"{name} (implied, not said outright)" if name in implied else name


COUNTRIES = Need("countries", "countries and at least one fund", "a table of countries (countries.csv) and one of funds (funds.csv)")

FUND_MANAGERS = Question(
    slug="fund-managers-by-country",
    title="Which national bodies manage a fund in each country, and what part do LRAs have in it?",
    theme="Tiers of government",
    definition=(
        f"National bodies are {_NATIONAL}. An LRA has a part in a fund when it manages it, organises, partners or manages something that the fund pays for, is "
        "in a network that it pays for, or pays for any of that beside the fund. What a source says is lacking between municipalities and funds, or wanted of "
        "a fund, is told apart."
    ),
    population=Population("countries", "countries that are loaded"),
    columns={
        "country": "country", "fund": "fund", "kind": "kind", "managers": "managed by", "managers_implied": "of them implied, not said outright",
        "managers_unnamed": "managers without a name",
        "lra_managers": "LRAs that manage it", "taking_part": "LRAs in what it pays for", "paying_beside": "LRAs paying beside it",
        "answer": "LRAs’ part", "gaps": "stated lacks and needs",
    },
    headline=_funds_said,
    say=_one_fund,
    derive=_fund_rows,
    found=lambda row: bool(row["managers"]),
    count=lambda rows: len({row["country"] for row in rows}),
    counts="have a national body that is named as manager of a fund",
    nothing="No country is loaded of which anything about funds could be told.",
    caveat=(
        "That nobody is named as manager, or no LRA with a part, means that these sources do not say so. They describe selected projects, not the "
        "accounts of funds, and an LRA in a project need not have received the money itself, nor have paid at the time when the fund did. LRAs that are named "
        "only as places where a project works are not counted."
    ),
    would_help="lists of beneficiaries of funds by country",
    parameters=("country", "fund"),
    needs=(COUNTRIES,),
)  # fmt: skip


# --- LRAs and the tiers above them -------------------------------------------------------------------------------------

_UP_ORDER = ("own link", "through an LRA above", "stated to be absent", "partners without a name", "unknown")
_STATE_WORDS = re.compile(r"institution|authorit|\bministr|government", re.IGNORECASE)
_LOCAL_WORDS = re.compile(r"\b(local|regional)\b", re.IGNORECASE)


def _up_rows(rows: Sequence[Row], _: Values) -> list[Row]:
    recorded = {row["lra_id"]: sorted(row["recorded"], key=lambda one: (one["body"], one["body_id"], one["how"], one["what"])) for row in rows}
    linked = {lra: _clearest(ties) for lra, found in recorded.items() if (ties := _links(found))}
    in_scope = (row for row in rows if not all(one["what"] for one in row["recorded"]))
    told = (_up_row(row, [one for one in recorded[row["lra_id"]] if one["what"]], linked) for row in in_scope)
    return sorted(told, key=lambda row: _UP_ORDER.index(row["answer"]))


def _may_be_of_the_state(words: str) -> bool:
    """Whether bodies that a source mentions without a name may be of the state, by the words: ``public institutions``, not ``local authorities``."""
    return bool(_STATE_WORDS.search(words)) and not _LOCAL_WORDS.search(words)


def _links(recorded: Sequence[Row]) -> list[Row]:
    return [one for one in recorded if one["what"] in ("link", "limited")]


def _clearest(links: Sequence[Row]) -> list[Any]:
    """The passages of the link that shows for the LRAs below that there is one: a direct one, if any; all of them stand in the row of the LRA above."""
    shown, same = min(links, key=lambda one: bool(one["how"] != "directly")), ("body_id", "how", "what")
    return [one["passages"] for one in links if all(one[key] == shown[key] for key in same)]


def _up_row(row: Row, recorded: Sequence[Row], linked: Mapping[str, Sequence[Any]]) -> Row:
    ties = _links(recorded)
    above = [(identifier, name) for identifier, name in row["above"] if identifier in linked]
    facts = [fact for fact in accepted_facts(row["facts"], "unnamed_partners") if any(map(_may_be_of_the_state, in_parts(fact)))]
    mentioned = [one for one in recorded if one["what"] == "unnamed" and any(map(_may_be_of_the_state, in_parts({"value": one["body"]})))]
    said = [part for fact in (*facts, *({"value": one["body"]} for one in mentioned)) for part in in_parts(fact)]
    unnamed = each_once(part for part in said if _may_be_of_the_state(part))
    absent = _bodies(one for one in recorded if one["what"] == "LACKS")
    if ties:
        answer = "own link"
    elif above:
        answer = "through an LRA above"
    elif absent:
        answer = "stated to be absent"
    else:
        answer = "partners without a name" if unnamed else "unknown"
    return {
        "lra": row["lra"], "country": row["country"], "level": row["level"], "answer": answer,
        "national": _bodies(one for one in ties if one["tier"] == "national"), "eu": _bodies(one for one in ties if one["tier"] == "eu"),
        "through": each_once(sorted(one["how"] for one in ties)), "above": [name for _, name in above],
        "limited": _bodies(one for one in ties if one["what"] == "limited"), "unnamed": unnamed,
        "planned": _bodies(one for one in recorded if one["what"] == "PLANS"), "absent": absent,
        "evidence": [
            [linked[identifier] for identifier, _ in above], [one["passages"] for one in recorded if one["what"] != "unnamed" or one in mentioned],
            [fact["evidence"] for fact in facts],
        ],
    }  # fmt: skip


def _bodies(found: Iterable[Row]) -> list[str]:
    """Their names, each body once, in the order of the rows (by name)."""
    return list({one["body_id"]: one["body"] for one in found}.values())


def _up_said(asked: Asked) -> str:
    by_answer = {answer: [row for row in asked.rows if row["answer"] == answer] for answer in _UP_ORDER}
    own = by_answer["own link"]
    national, eu = (sum(bool(row[tier]) for row in own) for tier in ("national", "eu"))
    both = f", {in_words(national + eu - len(own))} with both" if national + eu > len(own) else ""
    said = f"Of {counted(asked.of, 'LRA')} looked at, {in_words(len(own)) if own else 'none'} {'have' if len(own) > 1 else 'has'} a stated link of " + (
        f"{'their' if len(own) > 1 else 'its'} own upwards: {_some(national)} with a national body, {_some(eu)} with an EU body{both}"
        if own
        else "its own to a national or EU body"
    )
    others = [
        f"{in_words(len(by_answer[answer]))} {words[len(by_answer[answer]) > 1]}"
        for answer, words in (
            ("through an LRA above", ("has one only through an LRA above it", "have one only through an LRA above them")),
            ("stated to be absent", ("is stated to be without one", "are stated to be without one")),
            ("partners without a name", ("works with unnamed bodies that may be of the state", "work with unnamed bodies that may be of the state")),
        )
        if by_answer[answer]
    ]  # fmt: skip
    unknown = len(by_answer["unknown"])
    rest = f" For {in_words(unknown)} of them these sources say nothing of the kind; that is not evidence that there is no link." if unknown else ""
    return f"{said}{'; ' + '; '.join(others) if others else ''}.{rest}"


def _some(count: int) -> str:
    return in_words(count) if count else "none"


def _one_up(row: Row) -> str:
    where = f"{row['lra']} ({row['country']})" if row["country"] else row["lra"]
    planned = f"; planned, not yet there: {listed(row['planned'])}" if row["planned"] else ""
    without = f"; stated to be without a link with {listed(row['absent'])}" if row["absent"] else ""
    if row["answer"] == "unknown":
        return f"{where}: no link with a national or EU body is stated{planned}"
    if row["answer"] == "stated to be absent":
        return f"{where}: stated to be without a link with {listed(row['absent'])}{planned}"
    if row["answer"] == "partners without a name":
        return f"{where}: no body of the state is named; mentioned without names: {'; '.join(row['unnamed'])}{planned}"
    above = f"{listed(row['above'])}, above it, {'have' if len(row['above']) > 1 else 'has'} such a link" if row["above"] else ""
    if row["answer"] == "through an LRA above":
        return f"{where}: none of its own is stated; {above}{planned}{without}"
    tiers = "; ".join(f"{words}: {listed(row[tier])}" for tier, words in (("national", "national"), ("eu", "EU")) if row[tier])
    limited = f"; the source calls the link with {listed(row['limited'])} limited" if row["limited"] else ""
    others = [how for how in row["through"] if how != "directly"]
    through = ["directly"] * (len(others) < len(row["through"])) + [f"through {'; '.join(others)}"] * bool(others)
    return f"{where}: {tiers} ({'; '.join(through)}){limited}{'; ' + above if above else ''}{planned}{without}"


BODIES = Need(
    "authorities_of_the_state_or_eu", "LRAs and at least one body of the state or of the EU",
    "tables of LRAs (lras.csv) and of organisations with their kind (organisations.csv)",
)  # fmt: skip

TIED_UPWARDS = Question(
    slug="lras-tied-upwards",
    title="Which LRAs have a stated link with a national authority or an EU body, or through an LRA above them?",
    theme="Tiers of government",
    definition=(
        f"National bodies are {_NATIONAL}; EU bodies are {_EU} (not the Council of Europe). A link is stated cooperation or money, a part of both in one "
        "project or service, or a network of the LRA’s that the body founded, steers, manages, supports or funds. To lie in a larger LRA is no link; "
        "“through an LRA above” means that the larger one has such a link of its own."
    ),
    population=Population("lras", "LRAs named in the sources"),
    columns={
        "lra": "LRA", "country": "country", "level": "level", "answer": "answer", "national": "national bodies", "eu": "EU bodies", "through": "through",
        "above": "LRAs above with a link", "limited": "called limited", "unnamed": "without a name", "planned": "planned with", "absent": "stated to be absent",
    },
    headline=_up_said,
    say=_one_up,
    derive=_up_rows,
    found=lambda row: row["answer"] in ("own link", "through an LRA above"),
    counts="have a stated link upwards, of their own or through an LRA above",
    nothing="No LRA is loaded of which this could be told.",
    caveat=(
        "Links are of any time that the sources describe; some projects have ended. Money of an EU fund alone is no link with an EU body (the question on "
        "projects that join tiers shows it). Employment offices and other public services are left out: whose they are is often not stated. Bodies without a "
        "name are sorted by the words of the source: “public institutions” may be of the state, or local. Most sources here did not look for such links, so "
        "“nothing stated” is not “none”."
    ),
    would_help="membership of LRAs in national councils and consultations, as a table of links (relationships.csv)",
    parameters=("country", "level", "scope"),
    needs=(BODIES,),
)  # fmt: skip


# --- projects that join the tiers --------------------------------------------------------------------------------------

_TIERS = {"local_regional": "local or regional", "national": "national", "eu": "EU"}
_NOBODY = {"local_regional": "no LRA or fund of a region", "national": "no national body or fund", "eu": "no EU body or fund"}
PROJECTS = Need("projects", "at least one project", "a table of projects (projects.csv) with organisers, partners and funders")


def _tiers_said(asked: Asked) -> str:
    three = [row for row in asked.rows if row["count"] == len(_TIERS)]
    two = [row for row in asked.rows if row["count"] < len(_TIERS)]
    named = f": {listed(row['project'] for row in three)}" if 0 < len(three) <= 8 else ""
    kinds = {tiers: sum(row["tiers"] == tiers for row in two) for tiers in sorted({row["tiers"] for row in two})}
    pairs = f" ({'; '.join(f'{tiers}: {in_words(count)}' for tiers, count in kinds.items())})" if two else ""
    joins = f"{in_words(len(three))} {'join' if len(three) > 1 else 'joins'} all three tiers{named}" if three else "none joins all three tiers"
    more = f"; {in_words(len(two))} {'join' if len(two) > 1 else 'joins'} two of the three{pairs}" if two else ""
    offices = " Offices of the state that a report calls LRAs are counted as local or regional here." if asked.values.get("state_offices") else ""
    return f"Of {counted(asked.of, 'project')} of which anybody is named with a part, {joins}{more}. Partners without a name are not counted.{offices}"


def _one_joined(row: Row) -> str:
    held = "; ".join(f"{words}: {listed(row[tier])}" for tier, words in _TIERS.items() if row[tier])
    lacking = "".join(f"; {words} is named with a part" for tier, words in _NOBODY.items() if not row[tier])
    unnamed = f"; it also mentions without names: {'; '.join(row['unnamed_partners'])}" if row["unnamed_partners"] else ""
    return f"{row['project']} ({row['country'] or 'no country stated'}) – {held}{lacking}{unnamed}"


JOINING_TIERS = Question(
    slug="projects-joining-tiers",
    title="In which projects do the local or regional, the national and the EU tier all have a stated part?",
    theme="Tiers of government",
    definition=(
        "A tier has a part when a body of it is named as organiser, partner, supporter, manager or funder (multi-level governance; Hooghe and Marks 2003). "
        f"Local or regional: LRAs and funds of regions; national: {_NATIONAL}, and national funds; EU: {_EU}, and EU funds. A phase of a project counts "
        "with the whole."
    ),
    population=Population("projects_with_parts", "projects of which anybody is named with a part"),
    columns={
        "project": "project", "country": "country", "case_study": "case study", "tiers": "tiers joined", "count": "how many",
        "local_regional": "local or regional", "national": "national", "eu": "EU", "unnamed_partners": "partners without a name",
    },
    headline=_tiers_said,
    say=_one_joined,
    found=lambda row: row["count"] == len(_TIERS),
    counts="join all three tiers",
    nothing="In no project are bodies or funds of two tiers named. Many leave partners and funders unnamed, so this is not evidence that none joins them.",
    caveat=(
        "A tier is often there only as the origin of money: an EU fund that pays stands for the EU tier although no EU body takes part, and a fund that a "
        "national body manages stands for the EU alone. Networks of LRAs, and LRAs for which a project is carried out, stand for no tier. "
        "A company or agency of a municipality is not taken for it. All parts count, whenever they were; they need not have been at one time. A project of "
        "several countries is of none, so it is left out when one country is asked for."
    ),
    parameters=("country", "state_offices"),
    needs=(PROJECTS,),
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (FUND_MANAGERS, TIED_UPWARDS, JOINING_TIERS)
