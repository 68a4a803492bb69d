"""Questions about funds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interlocal.graph.words import code_words, time_words
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.queries.vertical import accepted_facts, each_once, in_parts
from interlocal.text import counted, in_words, listed, number_are

AMOUNTS = Need(
    "amounts",
    "at least one amount or share of money",
    "FUNDED_BY ties (relationships.csv) with an amount, its currency and what it covers, or a share",
)
FUNDS = Need("funds", "at least one fund", "a table of funds (funds.csv) and FUNDED_BY ties")


def _fund_rows(rows: Sequence[Row], _: Values) -> list[Row]:
    return [_fund_row(row, accepted_facts(row["facts"], "used_for")) for row in rows]


def _fund_row(row: Row, used_for: Sequence[Mapping[str, Any]]) -> Row:
    kept = {column: value for column, value in row.items() if column != "facts"}
    return {**kept, "used_for": [part for fact in used_for for part in in_parts(fact)], "evidence": [row["evidence"], [fact["evidence"] for fact in used_for]]}


def _funded(asked: Asked) -> str:
    by_fund: dict[str, set[str]] = {}
    stated = set()
    for row in asked.rows:
        by_fund.setdefault(row["fund"], set()).update(row["funded"])
        stated |= {row["fund"]} if len(row["funded"]) > len(row["implied"]) else set()
    with_any = {fund: things for fund, things in by_fund.items() if things}
    where = " in the country asked for" if asked.values.get("country") is not None else ""
    if asked.values.get("fund") is not None:
        (fund,) = by_fund
        things = sorted(by_fund[fund])
        if not things:
            return f"Nothing that {fund} funds is named"
        said = "stated" if fund in stated else "implied, not said outright,"
        return f"{fund} is {said} to fund {counted(len(things), 'thing')} that {'is' if len(things) < 2 else 'are'} named{where}: {listed(things)}"
    most = sorted(with_any.items(), key=lambda item: (-len(item[1]), item[0]))[:3]
    differ = len({len(things) for things in with_any.values()}) > 1
    told = f", most often {listed(f'{fund} ({len(things)})' for fund, things in most)}" if differ else ""
    by_implication = len(with_any.keys() - stated)
    implied = f" ({in_words(by_implication)} of them by implication alone, not said outright)" if by_implication else ""
    rest = f"; for the other {in_words(asked.of - len(with_any))} nothing is named{where}" if asked.of > len(with_any) > 0 else ""
    return f"Of {counted(asked.of, 'fund')} named, {number_are(len(with_any))} stated to fund something that is named{where}{implied}{told}{rest}"


def _one_fund(row: Row) -> str:
    if row["used_for"]:
        return f"{row['fund']} is stated to be for, in general: {'; '.join(row['used_for'])}"
    if not row["funded"]:
        return f"{row['fund']}: nothing that it funds is named"
    stated = [name for name in row["funded"] if name not in row["implied"]]
    implied = f"implied, not said outright: {listed(row['implied'])}" if row["implied"] else ""
    told = f"{row['fund']} is stated to fund {listed(stated)}{'; ' + implied if implied else ''}" if stated else f"{row['fund']}, {implied}"
    return f"{told} ({row['country'] or 'of no one country'}; {_organiser(row['organiser_kind'])})"


def _organiser(kind: str) -> str:
    """``LRA, city_district``: an LRA says its level."""
    return kind if kind == "organiser not named" else f"kind of organiser: {', '.join(code_words(part) for part in kind.split(', '))}"


WHAT_FUNDS_FUND = Question(
    slug="what-funds-fund",
    title="What is each fund stated to fund, by kind of organiser?",
    theme="Money",
    definition=(
        "One row for each fund, kind of organiser and country of what is funded. An organisation or network that is funded itself counts as its own "
        "organiser. What a source says a fund is for, without naming anything that it funds, is a row of its own."
    ),
    population=Population("funds", "funds named in the sources"),
    columns={
        "fund": "fund", "kind": "kind of fund", "organiser_kind": "kind of organiser", "country": "country", "count": "funded", "funded": "what it funds",
        "implied": "of it implied, not said outright", "used_for": "what it is for, in general",
    },
    headline=_funded,
    say=_one_fund,
    derive=_fund_rows,
    found=lambda row: bool(row["funded"]),
    counts="are stated to fund something that is named",
    count=lambda rows: len({row["fund_id"] for row in rows}),
    nothing="Of no fund in the scope that was asked for is anything named that it funds.",
    caveat=(
        "The reports selected good practice; they are no list of what a fund has funded. Amounts have different bases and are not added up. "
        "A thing with two kinds of organiser stands in two rows, so counts of rows are not sums. A project of several countries is of none."
    ),
    parameters=("fund", "country"),
    needs=(FUNDS,),
)  # fmt: skip

_BASES = {"total": "in all", "per_year": "per year", "per_edition": "per edition", "period": "for a period"}


def _number_of(counts: Counter[str]) -> str:
    """``three in EUR and one in GBP``, the most first."""
    return listed(f"{in_words(count)} {name}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _things(rows: Iterable[Row]) -> set[str]:
    """What the money is for; a part of a project counts with the whole."""
    return {one for row in rows for one in row["whole_ids"] or [row["funded_id"]]}


def _amounts(asked: Asked) -> str:
    figures = [row for row in asked.rows if row["amount"] is not None]
    shares = [row for row in asked.rows if row["amount"] is None]
    only_shares = _things(shares) - _things(figures)
    told = f"an amount is stated for {in_words(len(_things(figures))) if figures else 'none'}"
    if only_shares:
        told = f"{told} and a share alone for {in_words(len(only_shares))}"
    rest = asked.of - len(_things(asked.rows))
    neither = f"; for the other {in_words(rest)} neither an amount nor a share is stated" if rest else ""
    return f"Of {_asked_about(asked)}, {told}{neither}. {_of_figures(figures)}"


def _asked_about(asked: Asked) -> str:
    """``60 things with a funder that is named``, ``five things that the European Refugee Fund is stated to fund``."""
    things = counted(asked.of, "thing")
    if asked.values.get("fund") is None:
        return f"{things} with a funder that is named"
    row = asked.rows[0]
    return f"{things} that {row['funders'][row['funder_ids'].index(asked.values['fund'])]} is stated to fund"


def _of_figures(figures: Sequence[Row]) -> str:
    """How many amounts there are, and why they are not added up."""
    if not figures:
        return ""
    joint = sum(row["joint"] == "yes" for row in figures)
    bases = Counter(_BASES.get(row["basis"], "without saying what it covers") for row in figures)
    currencies = Counter(f"in {row['currency']}" if row["currency"] else "without a currency" for row in figures)
    if len(figures) == 1:
        return f"The sources print one amount{', for several funders together' if joint else ''}: {listed(bases)}, {listed(currencies)}"
    some = "each" if joint == len(figures) else f"{in_words(joint)} of them"
    for_several = f", {some} for several funders together and counted once" if joint else ""
    differ = " because they differ in what they cover or in currency" if len(bases) + len(currencies) > 2 else ""
    counts = f"{_number_of(bases)}; {_number_of(currencies)}"
    return f"The sources print {counted(len(figures), 'amount')}{for_several}: {counts}. They are not added up{differ}"


def _one_amount(row: Row) -> str:
    part_of = f", part of {listed(row['part_of'])}" if row["part_of"] else ""
    place = f" ({row['country']})" if row["country"] else ""
    when = f", {'; '.join(time_words(row))}" if time_words(row) else ""
    # Funders of one amount may share a part of their remarks.
    said = each_once(part for remark in row["remarks"] for part in remark.split("; "))
    remarks = f" (our remark: {'; '.join(said)})" if said else ""
    return f"{row['funded']}{part_of}{place}: {_figure(row)} from {_from(row)}{when}{remarks}"


def _figure(row: Row) -> str:
    share = "" if row["share"] is None else f"{100 * row['share']:.3g}% of the whole"
    if row["amount"] is None:
        return f"{share or 'a share'}, without an amount,"
    printed = row["as_printed"] or f"{row['amount']:,.10g} {row['currency'] or '(currency not stated)'}"
    covers = _BASES.get(row["basis"], "what it covers is not stated")
    # Where the printed figure says what it covers, that is not said again.
    told = [part for part in ("" if printed.endswith(covers.split()[-1]) else covers, share) if part]
    return f"{printed} ({', '.join(told)})" if told else printed


def _from(row: Row) -> str:
    if row["joint"] == "no":
        return listed(row["funders"])
    if len(row["funders"]) == 1:
        return f"{row['funders'][0]} together with others, not named as funders"
    return f"{listed(row['funders'])} together"


AMOUNTS_STATED = Question(
    slug="amounts-stated",
    title="Which amounts of money are stated, from whom, and what does each cover?",
    theme="Money",
    definition=(
        "One row for each amount or share that a source prints for what a funder gives. What it covers is the whole time (in all), a year, an edition or "
        "a period. An amount printed for several funders together is one row with all of them. A part of a project, such as a phase, keeps its own amount. "
        "Nothing is added up."
    ),
    population=Population("things_funded", "projects, services and bodies with a named funder"),
    columns={
        "funded": "what is funded", "part_of": "part of", "country": "country", "funders": "funders", "as_printed": "as printed", "amount": "amount",
        "currency": "currency", "basis": "what it covers", "share": "share of the whole", "joint": "for several funders together", "since": "from",
        "until": "until", "ongoing_as_of": "still running in", "remarks": "our remarks",
    },
    headline=_amounts,
    say=_one_amount,
    counts="have an amount or a share stated",
    count=lambda rows: len(_things(rows)),
    nothing="No amount or share of money is stated for what was asked about. That a funder is named does not say how much it gives.",
    caveat=(
        "Amounts are as the sources print them, some rounded, and none is corrected for prices or rates of exchange. A budget is here only "
        "when a source says which of the named funders it came from. That no amount is stated is no sign that the amount was small."
    ),
    parameters=("fund", "country"),
    needs=(AMOUNTS,),
)  # fmt: skip

SUCCESSION = Need("successive_funds", "a fund that is stated to follow another", "FOLLOWS ties between funds (relationships.csv)")


def _succession(asked: Asked) -> str:
    earlier: dict[str, list[str]] = {}
    for row in asked.rows:
        earlier.setdefault(row["later"], []).append(row["earlier"])
    pairs = "; ".join(f"{later} after {listed(funds)}" for later, funds in earlier.items())
    both = sorted({name for row in asked.rows for name in row["with_both"]})
    where = " in the country asked for" if asked.values.get("country") is not None else ""
    told = f"{listed(both)} {'is' if len(both) == 1 else 'are'} named with money from both" if both else f"nobody{where} is named with money from both"
    return (
        f"Stated to follow an earlier fund: {pairs}. Of those that they are stated to fund, and their organisers, {told}; that others had both is not ruled out"
    )


def _succession_rows(rows: Sequence[Row], values: Values) -> list[Row]:
    return [_succession_row(row, of_one_country=values.get("country") is not None) for row in rows]


def _succession_row(row: Row, *, of_one_country: bool) -> Row:
    """Who had money of the earlier fund (the organiser; without one, what was funded) and of the later (either)."""
    kept = {column: value for column, value in row.items() if column not in ("had_before", "had_after")}
    before, after = _had(row["had_before"], also_funded=False), _had(row["had_after"], also_funded=True)
    both = sorted(before.keys() & after.keys(), key=lambda one: (one[1], one[0]))
    evidence = [row["evidence"], [[before[one], after[one]] for one in both]]
    return {**kept, "with_both": [name for _, name in both], "of_one_country": of_one_country, "evidence": evidence}


def _had(found: Iterable[Sequence[Any]], *, also_funded: bool) -> dict[tuple[str, str], list[Any]]:
    """Who had money of a fund, by id and name, with the passages."""
    had: dict[tuple[str, str], list[Any]] = {}
    for part, part_name, whole, whole_name, body, body_name, of_money, of_body in found:
        if body is not None:
            had.setdefault((body, body_name), []).extend((of_money, of_body))
        if body is None or also_funded:
            things = [(part, part_name)] if whole is None else [(whole, whole_name), *([(part, part_name)] if also_funded else [])]
            for thing in things:
                had.setdefault(thing, []).append(of_money)
    return had


def _one_succession(row: Row) -> str:
    where = " in the country asked for" if row["of_one_country"] else ""
    parts = [
        f"{fund} is stated to fund {listed(things)}" if things else f"nothing that {fund} funds{where} is named"
        for fund, things in ((row["earlier"], row["funded_before"]), (row["later"], row["funded_after"]))
    ]
    both = f"with money from both: {listed(row['with_both'])}" if row["with_both"] else f"nobody{where} is named with money from both"
    managers = f"; both are managed by {listed(row['managers_of_both'])}" if row["managers_of_both"] else ""
    return f"{row['later']} followed {row['earlier']}: {'; '.join(parts)}; {both}{managers}"


SUCCESSIVE_FUNDS = Question(
    slug="successive-funds",
    title="Which funds followed others, and who had money from both?",
    theme="Money",
    definition=(
        "A row for each pair of funds of which a source says that the one came in the place of the other. With money from both: funded by both, or "
        "the organiser of something that the earlier and of something that the later is stated to fund. A part of a project counts with the whole."
    ),
    population=Population("funds_all", "funds named in the sources"),
    columns={
        "later": "fund", "earlier": "follows", "funded_before": "the earlier is stated to fund", "funded_after": "the later is stated to fund",
        "with_both": "money from both", "managers_of_both": "managed by, both",
    },
    headline=_succession,
    say=_one_succession,
    derive=_succession_rows,
    counts="are stated to follow another",
    count=lambda rows: len({row["later_id"] for row in rows}),
    nothing="Of the funds in the scope that was asked for, none is stated to follow another.",
    caveat=(
        "The sources are of different years: a project of the earlier fund is described by one, a centre of the later fund by another. That nobody is "
        "named with both says little about who applied again."
    ),
    parameters=("fund", "country"),
    needs=(FUNDS, SUCCESSION),
)  # fmt: skip

QUESTIONS = (WHAT_FUNDS_FUND, AMOUNTS_STATED, SUCCESSIVE_FUNDS)
