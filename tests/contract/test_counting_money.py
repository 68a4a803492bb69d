"""What questions about money count, on every store, on graphs small enough to check by hand."""

from __future__ import annotations

from typing import Any

import pytest

from interlocal.graph.records import NodeRecord, RelationshipRecord
from interlocal.queries.question import Answer
from tests.contract.counting import fact, node, tie


def money(source: str, target: str, key: str = "", **said: Any) -> RelationshipRecord:
    return tie(source, "FUNDED_BY", target, key=key, **said)


P, Q, FUND, LRA, NGO = node("project:fr/p"), node("project:fr/q"), node("fund:f", ""), node("lra:fr/a"), node("org:fr/ngo")
TOTAL: dict[str, Any] = {"amount": 100.0, "currency": "EUR", "amount_basis": "total", "amount_as_printed": "€100"}


@pytest.fixture
def amounts(answer: Any) -> Any:
    """The amounts stated, where the five above are loaded, and others."""

    def go(*ties: RelationshipRecord, nodes: tuple[NodeRecord, ...] = (), **given: str) -> Answer:
        found: Answer = answer("amounts-stated", [P, Q, FUND, LRA, NGO, *nodes], ties, **given)
        return found

    return go


def told(found: Answer) -> list[tuple[Any, ...]]:
    return [(row["funded"], row["funders"], row["amount"], row["share"], row["joint"]) for row in found.rows]


def test_a_joint_amount_is_one_row_with_all_its_funders(amounts: Any) -> None:
    found = amounts(*(money("project:fr/p", one, joint_group="g", **TOTAL) for one in ("fund:f", "lra:fr/a", "org:fr/ngo")))
    assert told(found) == [("P", ["A", "F", "Ngo"], 100, None, "yes")]
    assert "The sources print one amount, for several funders together: in all, in EUR" in found.headline
    assert "A, F and Ngo together" in found.row_sentences[0]


def test_one_name_of_a_group_in_two_projects_is_two_amounts(amounts: Any) -> None:
    found = amounts(money("project:fr/p", "fund:f", joint_group="g", **TOTAL), money("project:fr/q", "fund:f", joint_group="g", **TOTAL))
    assert [row["funded"] for row in found.rows] == ["P", "Q"]
    assert "two amounts, each for several funders together and counted once: two in all; two in EUR. They are not added up." in found.headline


def test_funders_of_a_joint_amount_with_other_years_make_no_second_amount(amounts: Any) -> None:
    years: list[dict[str, Any]] = [{"since": "2009", "until": "2010"}, {"since": "2010"}, {}]
    found = amounts(
        *(money("project:fr/p", one, joint_group="g", **TOTAL, **said) for one, said in zip(("fund:f", "lra:fr/a", "org:fr/ngo"), years, strict=True))
    )
    assert [(row["since"], row["until"]) for row in found.rows] == [("2009", "2010")]


def test_a_joint_share_is_told_and_one_of_some_funders_alone_is_not(amounts: Any) -> None:
    found = amounts(money("project:fr/p", "fund:f", joint_group="g", share=0.05), money("project:fr/p", "lra:fr/a", joint_group="g", share=0.05))
    assert told(found) == [("P", ["A", "F"], None, 0.05, "yes")]
    found = amounts(
        money("project:fr/p", "fund:f", joint_group="g", share=0.6, **TOTAL), money("project:fr/p", "lra:fr/a", joint_group="g", share=0.4, **TOTAL)
    )
    assert told(found) == [("P", ["A", "F"], 100, None, "yes")]


def test_grants_of_two_years_are_two_and_never_a_sum(amounts: Any) -> None:
    found = amounts(money("project:fr/p", "fund:f", "2010", since="2010", **TOTAL), money("project:fr/p", "fund:f", "2011", since="2011", **TOTAL))
    assert [row["since"] for row in found.rows] == ["2010", "2011"]
    assert "200" not in found.headline
    assert (found.count, found.of) == (1, 1)


def test_open_readings_and_other_ties_are_no_money(amounts: Any) -> None:
    plans = tie("project:fr/q", "PLANS", "fund:f", tie="FUNDED_BY", amount=5.0)
    found = amounts(money("project:fr/p", "fund:f", **TOTAL), money("project:fr/q", "lra:fr/a", reading="open", amount=7.0), plans)
    assert [row["funded"] for row in found.rows] == ["P"]
    assert (found.count, found.of) == (1, 1)


def test_a_funder_without_an_amount_is_counted_and_not_shown(amounts: Any) -> None:
    found = amounts(money("project:fr/p", "fund:f", **TOTAL), money("project:fr/q", "fund:f"))
    assert [row["funded"] for row in found.rows] == ["P"]
    assert (found.count, found.of) == (1, 2)
    assert "an amount is stated for one; for the other one neither an amount nor a share is stated" in found.headline


def test_a_phase_has_its_amount_and_counts_with_the_whole(amounts: Any) -> None:
    part = tie("project:fr/q", "PART_OF", "project:fr/p")
    found = amounts(part, money("project:fr/p", "fund:f", **TOTAL), money("project:fr/q", "fund:f", **TOTAL))
    assert [(row["funded"], row["part_of"]) for row in found.rows] == [("P", []), ("Q", ["P"])]
    assert (found.count, found.of) == (1, 1)


def test_two_funders_of_one_name_are_two(amounts: Any) -> None:
    twin = node("org:it/ngo", "IT", "Ngo")
    found = amounts(*(money("project:fr/p", one, joint_group="g", **TOTAL) for one in ("org:fr/ngo", "org:it/ngo")), nodes=(twin,))
    assert [row["funders"] for row in found.rows] == [["Ngo", "Ngo"]]


def test_what_is_not_stated_about_an_amount_is_said(amounts: Any) -> None:
    found = amounts(money("project:fr/p", "fund:f", amount=1234.5))
    assert found.row_sentences[0].startswith("P (France): 1,234.5 (currency not stated) (what it covers is not stated) from F")
    assert "one amount: without saying what it covers, without a currency" in found.headline


def test_of_a_fund_all_the_funders_of_its_joint_amounts_are_shown(amounts: Any) -> None:
    other = money("project:fr/q", "lra:fr/a", **TOTAL)
    found = amounts(*(money("project:fr/p", one, joint_group="g", **TOTAL) for one in ("fund:f", "lra:fr/a")), other, fund="fund:f")
    assert told(found) == [("P", ["A", "F"], 100, None, "yes")]
    assert (found.count, found.of) == (1, 1)


def test_without_any_amount_it_cannot_be_seen(amounts: Any) -> None:
    found = amounts(money("project:fr/p", "fund:f"), money("project:fr/q", "fund:f", reading="open", amount=7.0))
    assert not found.answerable
    assert found.headline.startswith("This cannot be seen from what is loaded. It needs at least one amount or share of money")


def test_another_country_has_none(amounts: Any) -> None:
    found = amounts(money("project:fr/p", "fund:f", **TOTAL), country="IT")
    assert (found.count, found.of, list(found.rows)) == (0, 0, [])
    assert "nothing to answer" in found.headline


def test_a_remark_that_funders_share_is_told_once(amounts: Any) -> None:
    notes = ("of all together", "of all together; rounded")
    ties = (money("project:fr/p", one, joint_group="g", note=note, **TOTAL) for one, note in zip(("fund:f", "lra:fr/a"), notes, strict=True))
    assert "(our remark: of all together; rounded)" in amounts(*ties).row_sentences[0]


def of_funds(answer: Any, slug: str, *ties: RelationshipRecord, nodes: tuple[NodeRecord, ...] = (), **given: str) -> Answer:
    found: Answer = answer(slug, [P, Q, LRA, NGO, FUND, node("fund:g", ""), *nodes], ties, **given)
    return found


def succession(answer: Any, *ties: RelationshipRecord, nodes: tuple[NodeRecord, ...] = (), **given: str) -> Answer:
    return of_funds(answer, "successive-funds", *ties, nodes=nodes, **given)


def test_who_had_money_from_both_is_funded_by_both_or_organises_what_each_funds(answer: Any) -> None:
    follows = tie("fund:g", "FOLLOWS", "fund:f")
    (row,) = succession(answer, follows, tie("project:fr/p", "FUNDED_BY", "fund:f"), tie("project:fr/q", "FUNDED_BY", "fund:g"),
                        tie("lra:fr/a", "LEADS", "project:fr/p"), tie("lra:fr/a", "LEADS", "project:fr/q")).rows  # fmt: skip
    assert (row["earlier"], row["later"], row["with_both"], row["funded_before"], row["funded_after"]) == ("F", "G", ["A"], ["P"], ["Q"])
    (row,) = succession(answer, follows, tie("org:fr/ngo", "FUNDED_BY", "fund:f"), tie("org:fr/ngo", "FUNDED_BY", "fund:g")).rows
    assert row["with_both"] == ["Ngo"]
    (row,) = succession(answer, follows, tie("org:fr/ngo", "FUNDED_BY", "fund:f"), tie("org:fr/ngo", "FUNDED_BY", "fund:g", reading="open")).rows
    assert (row["with_both"], row["funded_after"]) == ([], [])


def test_without_a_stated_succession_it_cannot_be_seen(answer: Any) -> None:
    for ties in ((), (tie("fund:g", "FOLLOWS", "fund:f", reading="open"),)):
        found = succession(answer, *ties)
        assert not found.answerable
        assert "load FOLLOWS ties between funds" in found.headline


def test_phases_are_one_with_the_whole_and_its_organiser_had_money_from_both(answer: Any) -> None:
    """Two phases of P, paid by one fund each: the organiser of P had both, and so had who organised both phases."""
    first, second, follows = node("project:fr/first"), node("project:fr/second"), tie("fund:g", "FOLLOWS", "fund:f")
    ties = [follows, *(tie(phase.id, "PART_OF", "project:fr/p") for phase in (first, second))]
    ties += [tie("project:fr/first", "FUNDED_BY", "fund:f"), tie("project:fr/second", "FUNDED_BY", "fund:g")]
    (row,) = succession(answer, *ties, tie("org:fr/ngo", "LEADS", "project:fr/p"), nodes=(first, second)).rows
    assert (row["funded_before"], row["funded_after"], row["with_both"]) == (["P"], ["P"], ["Ngo"])
    (row,) = succession(answer, *ties, *(tie("lra:fr/a", "LEADS", phase.id) for phase in (first, second)), nodes=(first, second)).rows
    assert row["with_both"] == ["A"]
    (row,) = succession(answer, *ties, nodes=(first, second)).rows
    assert row["with_both"] == ["P"]


def test_of_one_country_nothing_is_said_of_others(answer: Any) -> None:
    ties = (tie("fund:g", "FOLLOWS", "fund:f"), tie("project:fr/p", "FUNDED_BY", "fund:f"), tie("project:fr/q", "FUNDED_BY", "fund:g"))
    found = succession(answer, *ties, country="IT")
    assert "nothing that F funds in the country asked for is named" in found.row_sentences[0]
    assert "nobody in the country asked for is named with money from both" in found.headline


def test_funded_things_of_two_countries_are_in_two_rows_and_implied_money_is_told_apart(answer: Any) -> None:
    italian = node("project:it/r", "IT")
    ties = [tie(project, "FUNDED_BY", "fund:f") for project in ("project:fr/p", "project:it/r")]
    ties += [tie("project:fr/q", "FUNDED_BY", "fund:f", certainty="implied"), tie("project:fr/q", "FUNDED_BY", "fund:g", certainty="implied")]
    found = of_funds(answer, "what-funds-fund", *ties, nodes=(italian,))
    assert [(row["fund"], row["country"], row["funded"], row["implied"]) for row in found.rows] == [
        ("F", "FR", ["P", "Q"], ["Q"]),
        ("F", "IT", ["R"], []),
        ("G", "FR", ["Q"], ["Q"]),
    ]
    assert "two are stated to fund something that is named (one of them by implication alone, not said outright)" in found.headline
    assert "F is stated to fund P; implied, not said outright: Q (France" in found.row_sentences[0]


def test_what_a_fund_is_for_in_general_is_a_row_of_its_own_and_funds_nothing_named(answer: Any) -> None:
    fund = node("fund:f", "", facts=[fact("used_for", "courses; advice")])
    found = of_funds(answer, "what-funds-fund", tie("project:fr/p", "FUNDED_BY", "fund:f"), nodes=(fund,))
    assert [(row["fund"], row["funded"], row["used_for"], row["evidence"]) for row in found.rows] == [
        ("F", ["P"], [], ["doc-2020#1"]),
        ("F", [], ["courses", "advice"], ["doc-2020#7"]),
        ("G", [], [], ["doc-2020#1"]),
    ]
    assert (found.count, found.of) == (1, 2)
