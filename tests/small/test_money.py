"""What the questions about money answer of the two made-up studies.

Asked here: what-funds-fund, amounts-stated, successive-funds and fund-managers-by-country. All expected values were worked out by hand from the tables;
"A 124" is the passage alpha-2014#124, "B 131" is beta-2018#131. Who pays for what:

- First Fund for Homes (France), which Aville leads, with Berre as a partner: A 124, A 121, A 122.
- Second Fund, after First Fund (B 141), for Bridge (of no one country), which Aville leads, with Dorano and, in its events, Elsa: B 131, A 127, A 128, A 130.
- Italian Fund for Courses (Italy), which Aid of Migrants leads; carried out for Elsa, with no LRA as organiser or partner: A 135, A 132, A 134.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.small.reading import of_how_many, passages, told

if TYPE_CHECKING:
    from tests.small.conftest import Answers

FUNDED, AMOUNTS, SUCCESSION, MANAGERS = "what-funds-fund", "amounts-stated", "successive-funds", "fund-managers-by-country"


@pytest.mark.parametrize(
    ("slug", "without"),
    [
        (FUNDED, ("Fund",)),
        (AMOUNTS, ("FUNDED_BY",)),
        (SUCCESSION, ("Fund",)),
        (SUCCESSION, ("FOLLOWS",)),
        (MANAGERS, ("Fund",)),
        (MANAGERS, ("Country",)),
    ],
)
def test_what_is_not_loaded_cannot_be_seen(answer: Answers, slug: str, without: tuple[str, ...]) -> None:
    found = answer(slug, without=without)
    assert not found.answerable
    assert found.headline.startswith("This cannot be seen from what is loaded.")
    assert (list(found.rows), found.count) == ([], 0)


# --- what funds fund -----------------------------------------------------------------------------------------------------


def test_three_funds_and_who_organises_what_they_fund(answer: Answers) -> None:
    found = answer(FUNDED)
    assert told(found, "fund", "kind", "organiser_kind", "country", "count", "funded", "implied", "used_for") == [
        ("First Fund", "eu", "LRA, municipality", "FR", 1, ["Homes"], [], []),
        ("First Fund", "eu", None, None, 0, [], [], ["housing of newcomers"]),
        ("Second Fund", "eu", "LRA, municipality", None, 1, ["Bridge"], [], []),
        ("Italian Fund", "national", "migrant_organisation", "IT", 1, ["Courses"], [], []),
    ]
    assert passages(found.rows[0]) == ["A 121", "A 124"]
    assert passages(found.rows[1]) == ["A 89"]
    assert of_how_many(found) == (3, 3)
    assert "Homes (France" in found.row_sentences[0]


def test_what_nobody_is_said_to_fund_is_not_there(answer: Answers) -> None:
    """Courses Two and Survey have no FUNDED_BY row in relationships.csv, although Courses Two follows Courses (B 136)."""
    assert {name for row in answer(FUNDED).rows for name in row["funded"]} == {"Homes", "Bridge", "Courses"}


def test_what_one_fund_funds_and_what_is_funded_in_one_country(answer: Answers) -> None:
    found = answer(FUNDED, fund="Second Fund")
    assert (told(found, "fund", "funded"), of_how_many(found)) == ([("Second Fund", ["Bridge"])], (1, 1))
    assert told(answer(FUNDED, country="IT"), "fund", "funded") == [("Italian Fund", ["Courses"])]


def test_funds_of_which_no_money_is_recorded_fund_nothing_named(answer: Answers) -> None:
    found = answer(FUNDED, without=("FUNDED_BY",))
    assert told(found, "fund", "funded", "used_for") == [("First Fund", [], ["housing of newcomers"]), ("Second Fund", [], []), ("Italian Fund", [], [])]
    assert of_how_many(found) == (0, 3)
    assert "none is stated to fund something that is named" in found.headline


def test_of_three_funds_without_any_that_funds_none_is_another(answer: Answers) -> None:
    assert "the other three" not in answer(FUNDED, without=("FUNDED_BY",)).headline


def test_the_country_asked_for_is_of_what_is_funded_and_not_of_the_funds(answer: Answers) -> None:
    """All three funds are looked at, and none is of Malta (funds.csv)."""
    for slug, count in ((FUNDED, 0), (SUCCESSION, 1)):
        found = answer(slug, country="Malta")
        assert of_how_many(found) == (count, 3)
        assert "funds named in the sources, in Malta" not in found.of_how_many()


# --- amounts -------------------------------------------------------------------------------------------------------------


def test_two_amounts_and_what_each_covers(answer: Answers) -> None:
    """Three projects have a named funder; of Bridge (B 131) no amount is stated."""
    found = answer(AMOUNTS)
    assert told(found, "funded", "country", "funders", "as_printed", "amount", "currency", "basis", "share", "joint", "part_of") == [
        ("Homes", "FR", ["First Fund"], "EUR 75,000", 75000, "EUR", "total", 0.75, "no", []),
        ("Courses", "IT", ["Italian Fund"], "EUR 20,000 a year", 20000, "EUR", "per_year", None, "no", []),
    ]
    assert told(found, "since", "until", "ongoing_as_of", "remarks") == [(None, None, None, []), (None, None, None, [])]
    assert [passages(row) for row in found.rows] == [["A 124"], ["A 135"]]
    assert of_how_many(found) == (2, 3)
    assert "The sources print two amounts" in found.headline
    assert "two in EUR. They are not added up" in found.headline


def test_a_budget_of_no_one_funder_is_no_amount(answer: Answers) -> None:
    """EUR 100,000 and 120,000 are the budget of Homes (facts.csv, A 85, B 85), of which nobody is said to give all."""
    assert {row["amount"] for row in answer(AMOUNTS).rows} == {75000, 20000}


def test_what_an_amount_covers_is_said_once(answer: Answers) -> None:
    """Printed as "EUR 20,000 a year" (A 135)."""
    (said,) = (one for one in answer(AMOUNTS).row_sentences if one.startswith("Courses (Italy)"))
    assert "EUR 20,000 a year" in said
    assert said.count("a year") == 1


def test_amounts_of_one_fund_and_in_one_country(answer: Answers) -> None:
    for found, funded in ((answer(AMOUNTS, fund="First Fund"), "Homes"), (answer(AMOUNTS, country="Italy"), "Courses")):
        assert (told(found, "funded"), of_how_many(found)) == ([(funded,)], (1, 1))
    second = answer(AMOUNTS, fund="Second Fund")
    assert (list(second.rows), of_how_many(second)) == ([], (0, 1))
    assert second.answerable


# --- funds that follow others --------------------------------------------------------------------------------------------


def test_second_fund_followed_first_fund_and_aville_had_both(answer: Answers) -> None:
    """Aville organises Homes (A 121), which the one pays (A 124), and Bridge (A 127), which the other pays (B 131)."""
    found = answer(SUCCESSION)
    assert told(found, "later", "earlier", "funded_before", "funded_after", "with_both", "managers_of_both") == [
        ("Second Fund", "First Fund", ["Homes"], ["Bridge"], ["Aville"], []),
    ]
    assert of_how_many(found) == (1, 3)
    assert "Second Fund after First Fund" in found.headline
    assert "Aville is named with money from both" in found.headline


def test_that_aville_had_both_rests_on_its_leading_both_projects(answer: Answers) -> None:
    """Besides the succession (B 141) and the money (A 124, B 131): A 121 and A 127."""
    (row,) = answer(SUCCESSION).rows
    assert passages(row) == ["A 121", "A 124", "A 127", "B 131", "B 141"]


def test_who_manages_the_earlier_fund_alone_manages_not_both(answer: Answers) -> None:
    """The French Ministry manages First Fund (A 142); of Second Fund nobody is said to. It is a partner in Bridge, not its organiser (A 129)."""
    (row,) = answer(SUCCESSION).rows
    assert "French Ministry" not in row["managers_of_both"] + row["with_both"]


def test_a_fund_that_follows_none_and_one_that_follows_another(answer: Answers) -> None:
    italian = answer(SUCCESSION, fund="Italian Fund")
    assert (list(italian.rows), of_how_many(italian)) == ([], (0, 3))
    assert italian.headline == "Of the funds in the scope that was asked for, none is stated to follow another."
    second = answer(SUCCESSION, fund="Second Fund")
    assert (told(second, "later", "earlier"), of_how_many(second)) == ([("Second Fund", "First Fund")], (1, 3))


def test_first_fund_is_followed_and_follows_none_itself(answer: Answers) -> None:
    """The one that follows it is counted, of all funds."""
    found = answer(SUCCESSION, fund="First Fund")
    assert told(found, "later", "earlier") == [("Second Fund", "First Fund")]
    assert of_how_many(found) == (1, 3)
    assert found.of_how_many().endswith("counted are those that are stated to follow another, for First Fund alone")


def test_of_one_country_what_is_funded_elsewhere_is_left_out(answer: Answers) -> None:
    """Homes is of France, Bridge of no one country, Courses (Italy) of a third fund."""
    columns = ("funded_before", "funded_after", "with_both")
    assert told(answer(SUCCESSION, country="Italy"), *columns) == [([], [], [])]
    assert told(answer(SUCCESSION, country="France"), "funded_before", "funded_after") == [(["Homes"], [])]


# --- who manages funds ---------------------------------------------------------------------------------------------------


def test_managers_and_the_part_of_lras_by_country(answer: Answers) -> None:
    """Elsa is only the place of Courses (A 134), which Italian Fund pays. Of Malta nothing is said."""
    found = answer(MANAGERS)
    columns = ("country", "fund", "kind", "managers", "managers_implied", "lra_managers", "taking_part", "paying_beside", "answer", "gaps")
    assert told(found, *columns) == [
        ("FR", "First Fund", "eu", ["French Ministry"], [], [], ["Aville (Homes)", "Berre (Homes)"], [], "stated", []),
        ("FR", "Second Fund", "eu", [], [], [], ["Aville (Bridge)"], [], "stated", []),
        ("IT", "Italian Fund", "national", ["Italian Ministry"], ["Italian Ministry"], [], [], [], "not stated", []),
        ("IT", "Second Fund", "eu", [], [], [], ["Dorano (Bridge)", "Elsa (Bridge)"], [], "stated", []),
        ("MT", None, None, [], [], [], [], [], "unknown", []),
    ]
    assert passages(found.rows[0]) == ["A 121", "A 122", "A 124", "A 142"]
    assert passages(found.rows[2]) == ["A 143", "A 53"]
    assert passages(found.rows[4]) == []
    assert of_how_many(found) == (2, 3)
    assert [row["country"] for row in found.shown] == ["France", "France", "Italy", "Italy", "Malta"]


def test_a_manager_by_implication_is_called_so(answer: Answers) -> None:
    """The fund "of the ministry": A 143. LRAs have a part in First Fund, one of the two with a manager."""
    found = answer(MANAGERS)
    assert "two of three countries" in found.headline
    assert "for one of them by implication, not said outright" in found.headline
    assert "two funds in all; LRAs there have a stated part in one of them" in found.headline
    (said,) = (one for one in found.row_sentences if "Italian Ministry" in one)
    assert "managed by Italian Ministry (implied, not said outright); no LRA is named with a part in it" in said


def test_one_fund_in_all_countries_and_all_funds_in_one(answer: Answers) -> None:
    found = answer(MANAGERS, fund="Italian Fund")
    assert told(found, "country", "fund", "managers", "answer") == [
        ("FR", "Italian Fund", [], "unknown"),
        ("IT", "Italian Fund", ["Italian Ministry"], "not stated"),
        ("MT", "Italian Fund", [], "unknown"),
    ]
    assert of_how_many(found) == (1, 3)
    france = answer(MANAGERS, country="France")
    assert (told(france, "fund"), of_how_many(france)) == ([("First Fund",), ("Second Fund",)], (1, 1))
