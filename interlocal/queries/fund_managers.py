"""A question about tiers of government and money: who manages the funds in each country, and what part LRAs have in them."""

from __future__ import annotations

from collections.abc import Sequence

from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.queries.vertical import NATIONAL_BODIES, accepted_facts, some_or_none
from interlocal.text import counted, in_words, listed

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
    head = f"For {_all_of(len(managed), asked.of)} loaded a national body is named as manager of a fund"
    if asked.of == 1:
        head = f"For the one country looked at, {'a' if rows else 'no'} national body is named as manager of a fund"
    if not rows:
        return head
    by_implication = f", for {_all_or(implied, len(managed))} by implication, not said outright" if implied else ""
    if len(funds) == 1:
        return f"{head}{by_implication} (one fund; LRAs there have {'a' if with_lras else 'no'} stated part in it)"
    return f"{head}{by_implication} ({counted(len(funds), 'fund')} in all; LRAs there have a stated part in {some_or_none(len(with_lras))} of them)"


def _all_of(some: int, of: int) -> str:
    """``two of 32 countries``, ``none of 32 countries``, ``both countries``, ``all 32 countries``."""
    if some == of:
        return "both countries" if of == 2 else f"all {counted(of, 'country', 'countries')}"
    return f"{some_or_none(some)} of {counted(of, 'country', 'countries')}"


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
        f"National bodies are {NATIONAL_BODIES}. An LRA has a part in a fund when it manages it, organises, partners or manages something that the fund "
        "pays for, is in a network that it pays for, or pays for any of that beside the fund. What a source says is lacking between municipalities "
        "and funds, or wanted of a fund, is told apart."
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

QUESTIONS: tuple[Question, ...] = (FUND_MANAGERS,)
