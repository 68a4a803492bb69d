"""Links that are implied, not said outright, and rest on one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "facts-on-one-passage"
CONSORTIUM = "Consortium named beside Cooperative Farsi Prossimo (Milan)"


def links(answer_to: AnswerTo, **given: str) -> set[tuple[str, str, str]]:
    return {(r["one"], r["link"], r["other"]) for r in answer_to(SLUG, **given).rows}


def test_hits(answer_to: AnswerTo) -> None:
    found = links(answer_to)
    # Cooperation in the framework of the inter-local network: A 1361-1364.
    assert ("Poznan", "is a member of", "Poznan inter-local network") in found
    # The consortium beside a cooperative, without its name: A 1110.
    assert ("Milan", "cooperates with", CONSORTIUM) in found


def test_what_is_said_outright_or_twice_is_no_hit(answer_to: AnswerTo) -> None:
    found = links(answer_to)
    # Limited cooperation with the Office for Foreigners, in so many words: A 1361.
    assert ("Poznan", "cooperates with", "Office for Foreigners") not in found
    # The federal immigration authorities, without their name, but in two places: A 1255-1256, 1815-1817.
    for town in ("Bruck an der Leitha", "Korneuburg", "Tulln an der Donau"):
        assert (town, "cooperates with", "Federal Office for Immigration and Asylum (BFA)") not in found
    # The organiser is printed in its cell: C 4227-4233.
    assert not [link for link in found if link[1] == "leads" and link[2] == "Coprod Migrants"]


def test_joined_lines_are_one_place(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = [r for r in answer_to(SLUG).rows if (r["one"], r["other"]) == ("Milan", CONSORTIUM)]
    assert rests_on(row, "admin4all-2016", 1100)
    assert rests_on(row, "admin4all-2016", 1110)
    assert (row["sort"], len(row["evidence"])) == ("cooperation", 1)


def test_membership_comes_first(answer_to: AnswerTo) -> None:
    sorts = list(dict.fromkeys(r["sort"] for r in answer_to(SLUG).rows))
    assert sorts == ["members and founders", "cooperation", "money", "other links"]


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == len(answer.rows) < answer.of / 4
    assert answer.headline.endswith("Check these first.")
    assert answer_to(SLUG, country="AT").of < answer.of


def test_without_any(answer_to: AnswerTo) -> None:
    # A Swiss foundation is named as a partner in Warsaw, in so many words: A 1550-1551.
    assert (
        answer_to(SLUG, country="Switzerland").headline
        == "No link of membership, cooperation, money and the like is both implied and rests on one place in one source."
    )
    assert "nothing to answer" in answer_to(SLUG, country="Malta").headline
