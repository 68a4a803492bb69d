"""Questions about funds."""

from __future__ import annotations

from interlocal.graph.words import code_words
from interlocal.queries.question import Asked, Need, Population, Question, Row
from interlocal.text import counted, in_words, listed, number_are

FUNDS = Need("funds", "at least one fund", "a table of funds (funds.csv) and FUNDED_BY ties")


def _funded(asked: Asked) -> str:
    by_fund: dict[str, set[str]] = {}
    for row in asked.rows:
        by_fund.setdefault(row["fund"], set()).update(row["funded"])
    with_any = {fund: things for fund, things in by_fund.items() if things}
    if asked.values.get("fund") is not None:
        (fund,) = by_fund
        things = sorted(by_fund[fund])
        return f"{fund} is stated to fund {counted(len(things), 'thing')} that {'is' if len(things) < 2 else 'are'} named" + (
            f": {listed(things)}" if things else ""
        )
    most = sorted(with_any.items(), key=lambda item: (-len(item[1]), item[0]))[:3]
    told = f", most often {listed(f'{fund} ({len(things)})' for fund, things in most)}" if most else ""
    rest = f"; for the other {in_words(asked.of - len(with_any))} nothing is named" if asked.of > len(with_any) else ""
    where = " in the country asked for" if asked.values.get("country") is not None else ""
    return f"Of {counted(asked.of, 'fund')} named, {number_are(len(with_any))} stated to fund something that is named{where}{told}{rest}{where if rest else ''}"


def _one_fund(row: Row) -> str:
    if not row["funded"]:
        return f"{row['fund']}: nothing that it funds is named"
    return f"{row['fund']} is stated to fund {listed(row['funded'])} (kind of organiser: {code_words(row['organiser_kind'])})"


WHAT_FUNDS_FUND = Question(
    slug="what-funds-fund",
    title="What is each fund stated to fund, by kind of organiser?",
    theme="Money",
    definition="One row for each fund and kind of organiser. An organisation or network that is funded itself counts as its own organiser.",
    population=Population("funds", "funds named in the sources"),
    columns={
        "fund": "fund", "kind": "kind of fund", "organiser_kind": "kind of organiser", "count": "funded", "funded": "what it funds",
        "countries": "countries",
    },
    headline=_funded,
    say=_one_fund,
    found=lambda row: bool(row["funded"]),
    counts="are stated to fund something that is named",
    count=lambda rows: len({row["fund_id"] for row in rows}),
    nothing="No fund is in the scope that was asked for.",
    caveat=(
        "The reports selected good practice; they are no list of what a fund has funded. Amounts have different bases and are not added up. "
        "A thing with two kinds of organiser stands in two rows, so counts of rows are not sums."
    ),
    parameters=("fund", "country"),
    needs=(FUNDS,),
)  # fmt: skip

QUESTIONS = (WHAT_FUNDS_FUND,)
