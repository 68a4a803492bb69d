"""Who joined a project only for a phase or part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "joined-for-a-phase"


def test_towns_of_the_first_phase(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    """SELMA began with seven municipalities in 2003-2006 (C 6743-6744); four of them organise it (C 6717-6722) and it goes on (C 6721)."""
    rows = answer_to(SLUG, country="FI").rows
    assert [(row["body"], row["project"], row["since"], row["until"]) for row in rows] == [
        ("Järvenpää", "SELMA", "2003", "2006"),
        ("Kerava", "SELMA", "2003", "2006"),
        ("Tuusula", "SELMA", "2003", "2006"),
    ]
    assert all(row["how"] == ["until before its end", "said to be of a phase"] and row["project_end"] == "ongoing" for row in rows)
    assert all(rests_on(row, "cses-2013", 6743) for row in rows)


def test_places_of_an_experiment(answer_to: AnswerTo) -> None:
    """Inburgering began in three integration centres in 2000, and became a programme in 2003: C 4655-4658."""
    rows = answer_to(SLUG, country="Belgium").rows
    assert [(row["body"], row["roles"], row["since"], row["until"]) for row in rows] == [
        (name, ["place served"], "2000", "2003") for name in ("Antwerp", "Ghent", "West Flanders")
    ]


def test_who_stayed_is_not_shown(answer_to: AnswerTo) -> None:
    bodies = {row["body"] for row in answer_to(SLUG).rows}
    assert not bodies & {"Espoo", "Helsinki", "Vantaa", "Kauniainen"}  # C 6717-6722
    assert "Bar Association (Basque Country)" not in bodies  # back for the whole of 2010-2013: C 4546, 4557-4559


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == len(answer.rows) == 6
    assert "SELMA: Järvenpää, Kerava and Tuusula" in answer.headline
    assert "there may be more" in answer.headline


def test_where_there_is_none(answer_to: AnswerTo) -> None:
    assert "not evidence that all stayed" in answer_to(SLUG, country="Hungary").headline
