"""What is said to be missing, beside what the sources name on the same subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "said-missing-and-shown"


def row(answer_to: AnswerTo, said: str, **given: str) -> Any:
    (found,) = [r for r in answer_to(SLUG, **given).rows if r["said"].startswith(said)]
    return found


def test_towns_ask_for_a_coordinator_of_the_land_that_had_a_service(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    towns = row(answer_to, "The towns ask for a paid integration coordinator", country="AT")  # A 2092-2093
    assert towns["documents"] == ["admin4all-2016"]
    # Services of the Land for integration, four years before: C 7165-7212.
    assert any(shown.startswith("Integration services of the Lower Austrian State Academy") for shown in towns["other_source"])
    assert rests_on(towns, "admin4all-2016", 2092)
    assert {e.split("#")[0] for e in towns["evidence"]} == {"admin4all-2016", "cses-2013"}


def test_no_word_with_the_immigration_authorities_beside_links_with_them(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    authorities = row(answer_to, "Local authorities neither communicate")  # A 383-386
    same = authorities["same_source"]
    # The Austrian towns with the federal authorities (A 1255-1256), Poznan with the Office for Foreigners, limited (A 1361).
    assert "Korneuburg cooperates with Federal Office for Immigration and Asylum (BFA) (implied, not said outright)" in same
    assert "Poznan cooperates with Office for Foreigners (called limited by the source)" in same
    # A regional office against discrimination is no national authority: A 1134-1136.
    assert not [shown for shown in same if "UNAR" in shown]
    assert rests_on(authorities, "admin4all-2016", 385)
    assert rests_on(authorities, "admin4all-2016", 1361)


def test_data(answer_to: AnswerTo) -> None:
    figures = row(answer_to, "Local authorities hold no figures")  # A 383-386
    assert any(shown.startswith("Statistics Department of Milan") for shown in figures["same_source"])
    assert figures["kind"] == "data"


def test_nothing_beside_a_statement_is_no_row(answer_to: AnswerTo) -> None:
    said = {r["said"] for r in answer_to(SLUG).rows}
    # Little evidence of LRAs working with each other: said of no one body or country (C 3648-3650).
    assert not [text for text in said if text.startswith("Little evidence")]
    # What other projects share a subject shows nothing of how departments of one municipality coordinate (A 1828-1831).
    assert not [text for text in said if text.startswith("Departments of one municipality")]
    # The council of Roubaix was not taken over elsewhere, and nothing says otherwise (C 4085).
    assert not [text for text in said if "Roubaix" in text]


def test_of_one_country_shows_what_is_there(answer_to: AnswerTo) -> None:
    authorities = row(answer_to, "Local authorities neither communicate", country="Poland")
    assert (authorities["same_source"], authorities["other_source"]) == (["Poznan cooperates with Office for Foreigners (called limited by the source)"], [])
    assert authorities["about"] == ["Austria", "Italy", "Poland", "Romania"]


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert 0 < answer.count == len(answer.rows) < answer.of
    assert answer.headline.endswith("This is no contradiction by itself: read both before you conclude.")
    assert answer_to(SLUG, theme="theme:research-data").of < answer.of
    assert answer_to(SLUG, country="BE").headline.startswith("Beside none of these statements")  # C 4708
