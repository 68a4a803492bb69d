"""LRAs and the tiers of government above them: who is tied to whom, directly or through an LRA above."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed

NATIONAL_BODIES = "national authorities, offices of the state in a territory and agencies of a country"
OF_THE_EU = "institutions and agencies of the European Union"


def accepted_facts(texts: Iterable[str], *names: str) -> list[Mapping[str, Any]]:
    """The accepted facts of these names among the facts of a thing."""
    found = [json.loads(text) for text in texts if any(f'"{name}"' in text for name in names)]
    return [fact for fact in found if fact.get("property") in names and fact.get("reading") == "accepted"]


def in_parts(fact: Mapping[str, Any]) -> list[str]:
    """A fact that lists several things: ``several NGOs|research institutes``."""
    return [part for text in re.split(r"[|;]", str(fact["value"])) if (part := text.strip())]


def each_once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


_UP_ORDER = ("own link", "through an LRA above", "stated to be absent", "partners without a name", "unknown")
_STATE_WORDS = re.compile(r"institution|authorit|\bministr|government", re.IGNORECASE)
_LOCAL_WORDS = re.compile(r"\b(local|regional)\b", re.IGNORECASE)


def meeting_years(since: int | None = None, until: int | None = None, start: str | None = None, end: str | None = None) -> tuple[int, int]:
    """The years of a tie with a project or, without any of its own, of the part of the project that it is with; open ends are wide."""
    return since or int(str(start or 0)[:4]), until or int(str(end or 9999)[:4])


def met(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the years of two do not exclude each other."""
    return one[0] <= other[1] and other[0] <= one[1]


def _up_rows(rows: Sequence[Row], _: Values) -> list[Row]:
    lras: dict[str, Sequence[Any]] = {}
    lies_in: dict[str, dict[str, str]] = defaultdict(dict)
    recorded: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["what"] in ("LRA", "above"):
            (lra,), ((upper, upper_name),) = row["lras"], row["bodies"]
            if row["what"] == "LRA":
                lras[lra[0]] = lra
            if upper is not None:
                lies_in[lra[0]][upper] = upper_name
            continue
        bodies = [(body, meeting_years(*body[7:])) for body in row["bodies"]]
        for lra, implied, passages, *years in row["lras"]:
            mine = meeting_years(*years)
            recorded[lra] += [_recorded(row["what"], body, implied, passages) for body, theirs in bodies if met(mine, theirs)]
    for found in recorded.values():
        found.sort(key=lambda one: (one["body"], one["body_id"], one["how"], one["what"]))
    linked = {lra: _clearest(ties) for lra, found in recorded.items() if (ties := _links(found))}
    # Of most LRAs of a loaded list of places nothing is recorded: they differ in who they are, and in where they lie.
    nothing = _up_row(("", "", None, None, ()), (), {})
    uppers: dict[tuple[str, ...], Mapping[str, tuple[str, Sequence[Any]]]] = {}
    told = []
    for lra in sorted(lras.values(), key=lambda lra: (lra[2] is None, lra[2], lra[1], lra[0])):
        identifier, name, country, level, about = lra
        directly = tuple(lies_in.get(identifier, ()))
        if directly not in uppers:
            uppers[directly] = {one: (upper_name, linked[one]) for one, upper_name in _above(identifier, lies_in) if one in linked}
        if identifier in recorded or about:
            told.append(_up_row(lra, recorded.get(identifier, ()), uppers[directly]))
        else:
            through = _through_above(uppers[directly]) if uppers[directly] else {}
            told.append({**nothing, "lra": name, "country": country, "level": level, **through})
    return sorted(told, key=lambda row: _UP_ORDER.index(row["answer"]))


def _above(lra: str, lies_in: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    """The LRAs in which one lies, and those in which they do, with their names, by which they are ordered."""
    found: dict[str, str] = {}
    steps = [lra]
    while steps:
        over = {one: name for step in steps for one, name in lies_in.get(step, {}).items() if one not in found}
        found |= over
        steps = list(over)
    return sorted(found.items(), key=lambda one: (one[1], one[0]))


def _through_above(above: Mapping[str, tuple[str, Sequence[Any]]]) -> Row:
    """The answer of an LRA of which only those above it have a link."""
    return {"answer": "through an LRA above", "above": [name for name, _ in above.values()], "evidence": [passages for _, passages in above.values()]}


def _recorded(what: str, body: Sequence[Any], implied: bool, passages: Sequence[str]) -> Row:
    identifier, name, kind, country, how, also_implied, others, *_ = body
    tier = "eu" if kind == "eu_institution" or (kind == "agency" and country is None) else "national"
    return {
        "what": what, "body_id": identifier, "body": name, "of": country, "how": how, "tier": tier, "implied": bool(implied or also_implied),
        "passages": [passages, others],
    }  # fmt: skip


def _may_be_of_the_state(words: str) -> bool:
    """Whether bodies that a source mentions without a name may be of the state, by the words: ``public institutions``, not ``local authorities``."""
    return bool(_STATE_WORDS.search(words)) and not _LOCAL_WORDS.search(words)


def _links(recorded: Sequence[Row]) -> list[Row]:
    return [one for one in recorded if one["what"] in ("link", "limited")]


def _clearest(links: Sequence[Row]) -> list[Any]:
    """The passages of the link that shows for the LRAs below that there is one: a direct one, if any; all of them stand in the row of the LRA above."""
    shown, same = min(links, key=lambda one: bool(one["how"] != "directly")), ("body_id", "how", "what")
    return [one["passages"] for one in links if all(one[key] == shown[key] for key in same)]


def _up_row(lra: Sequence[Any], recorded: Sequence[Row], above: Mapping[str, tuple[str, Sequence[Any]]]) -> Row:
    """``above``: the LRAs above with a link, by id: the name, and the passages that show the link."""
    _, lra_name, country, level, about = lra
    ties = _links(recorded)
    facts = [fact for fact in accepted_facts(about, "unnamed_partners") if any(map(_may_be_of_the_state, in_parts(fact)))]
    mentioned = [one for one in recorded if one["what"] == "unnamed" and any(map(_may_be_of_the_state, in_parts({"value": one["body"]})))]
    said = [part for fact in (*facts, *({"value": one["body"]} for one in mentioned)) for part in in_parts(fact)]
    unnamed = each_once(part for part in said if _may_be_of_the_state(part))
    absent = _bodies(one for one in recorded if one["what"] == "LACKS")
    ways = sorted({(one["how"], one["body"], one["body_id"]) for one in ties})
    stated = {one["body_id"] for one in ties if not one["implied"]}
    abroad = {one["body_id"]: one for one in ties if one["of"] and country and one["of"] != country}
    if ties:
        answer = "own link"
    elif above:
        answer = "through an LRA above"
    elif absent:
        answer = "stated to be absent"
    else:
        answer = "partners without a name" if unnamed else "unknown"
    return {
        "lra": lra_name, "country": country, "level": level, "answer": answer,
        "national": _bodies(one for one in ties if one["tier"] == "national"), "eu": _bodies(one for one in ties if one["tier"] == "eu"),
        "through": [how for how, *_ in ways], "through_to": [body for _, body, _ in ways], "above": [name for name, _ in above.values()],
        "implied": _bodies(one for one in ties if one["body_id"] not in stated), "abroad": _bodies(abroad.values()),
        "countries": [one["of"] for one in abroad.values()],
        "limited": _bodies(one for one in ties if one["what"] == "limited"), "unnamed": unnamed,
        "planned": _bodies(one for one in recorded if one["what"] == "PLANS"), "absent": absent,
        "evidence": [
            [passages for _, passages in above.values()], [one["passages"] for one in recorded if one["what"] != "unnamed" or one in mentioned],
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
        f"{'their' if len(own) > 1 else 'its'} own upwards: {some_or_none(national)} with a national body, {some_or_none(eu)} with an EU body{both}"
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


def some_or_none(count: int) -> str:
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
    of = dict(zip(row["abroad"], row["countries"], strict=True))
    bodies = {tier: listed(_body_up(name, of.get(name, ""), row["implied"]) for name in row[tier]) for tier in ("national", "eu")}
    tiers = "; ".join(f"{words}: {bodies[tier]}" for tier, words in (("national", "national"), ("eu", "EU")) if row[tier])
    limited = f"; the source calls the link with {listed(row['limited'])} limited" if row["limited"] else ""
    return f"{where}: {tiers} ({_ways(row)}){limited}{'; ' + above if above else ''}{planned}{without}"


def _ways(row: Row) -> str:
    """How the bodies are tied: once when all are in the same ways, else one by one."""
    hows: dict[str, list[str]] = {}
    for how, body in zip(row["through"], row["through_to"], strict=True):
        hows.setdefault(body, []).append(how)
    told = {body: _in_ways(found) for body, found in hows.items()}
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    return "; ".join(f"{body} {told[body]}" for body in each_once([*row["national"], *row["eu"]]))


def _in_ways(hows: Sequence[str]) -> str:
    through = [how for how in hows if how != "directly"]
    return listed(["directly"] * (len(through) < len(hows)) + [f"through {listed(through)}"] * bool(through))


def _body_up(name: str, country: str, implied: Sequence[str]) -> str:
    """A body with its country when that is another one than the LRA's, and how sure the link is."""
    abroad = f"{name} ({country})" if country and f"({country})" not in name else name
    return f"{abroad} (implied, not said outright)" if name in implied else abroad


BODIES = Need(
    "authorities_of_the_state_or_eu", "LRAs and at least one body of the state or of the EU",
    "tables of LRAs (lras.csv) and of organisations with their kind (organisations.csv)",
)  # fmt: skip

TIED_UPWARDS = Question(
    slug="lras-tied-upwards",
    title="Which LRAs have a stated link with a national authority or an EU body, or through an LRA above them?",
    theme="Tiers of government",
    definition=(
        f"National bodies are {NATIONAL_BODIES}; EU bodies are {OF_THE_EU} (not the Council of Europe). A link is stated cooperation or money, a part of both "
        "in one project (unless in years that exclude each other) or service, or a network of the LRA’s that the body founded, steers, "
        "manages, supports or funds. To lie in a larger LRA is no link; “through an LRA above” means that the larger one has such a link of its own."
    ),
    population=Population("lras", "LRAs named in the sources"),
    columns={
        "lra": "LRA", "country": "country", "level": "level", "answer": "answer", "national": "national bodies", "eu": "EU bodies", "through": "through",
        "through_to": "to (in the same order)",
        "above": "LRAs above with a link", "implied": "of these implied, not said outright", "abroad": "of these of another country",
        "countries": "their countries", "limited": "called limited", "unnamed": "without a name", "planned": "planned with", "absent": "stated to be absent",
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

QUESTIONS: tuple[Question, ...] = (TIED_UPWARDS,)
