"""Which projects mention partners without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interlocal.queries.question import Row
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "projects-with-unnamed-partners"


def rows(answer_to: AnswerTo, **given: str) -> dict[str, Row]:
    return {row["project"]: row for row in answer_to(SLUG, **given).rows}


def test_what_they_are_called(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    found = rows(answer_to)
    assert "42 member associations and NGOs" in found["CRIC"]["unnamed_partners"]  # C 4071-4080
    assert found["ERLAIM"]["unnamed_partners"] == ["eight partners from local and regional government and stakeholders"]  # C 1020-1022
    assert {"five cities of Hesse", "two regions of Hesse"} <= set(found["Landesprogramm Modellregionen Integration"]["unnamed_partners"])  # C 7414
    assert rests_on(found["ERLAIM"], "cses-2013", 1021)
    assert not any("NGO" in words for words in found["SELMA"]["unnamed_partners"])  # workers of NGOs are whom it was for: C 6734
    assert "Multicultural Cluj" not in found  # the network of mediators is there by name: A 1771-1773


def test_those_that_would_look_single_handed(answer_to: AnswerTo) -> None:
    found = rows(answer_to)
    assert (found["CRIC"]["organisers"], found["CRIC"]["partners"], found["CRIC"]["named"]) == (["Roubaix"], [], "one")  # C 4052
    assert found["VERTAISKOTO"]["named"] == "several"  # C 6802-6807
    assert [row["named"] for name, row in found.items() if name.startswith("Friendly office")] == ["nobody"]  # a report of an NGO: C 4391-4392, 4410-4413
    assert "Street psychologists (Milan)" not in found  # citizens and associations were asked, and are no partners: A 1091-1094
    assert [row["named"] == "several" for row in answer_to(SLUG).rows] == sorted(row["named"] == "several" for row in answer_to(SLUG).rows)


def test_a_project_that_mentions_none(answer_to: AnswerTo) -> None:
    assert rows(answer_to, country="CZ") == {}
    answer = answer_to(SLUG, country="CZ")
    assert (answer.count, answer.of) == (0, 1)
    assert "not evidence that all are named" in answer.headline
    assert "Teaching Greek language and Greek history to migrant mothers" not in rows(answer_to)  # two institutes, both named: C 5444-5446


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    few = sum(row["named"] != "several" for row in answer.rows)
    assert answer.count == len(answer.rows) < answer.of
    assert f"{few} of these name no body or only one, and are still not the work of one alone" in answer.headline
