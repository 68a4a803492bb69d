"""Which themes the projects, services and policies of a country address, and which none described there does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "themes-by-country"


def test_a_country_of_one_project(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = answer_to(SLUG, country="Hungary").rows
    assert (row["projects"], row["services"], row["policies"], row["described"]) == (["Immigropoly"], [], [], 1)  # C 5738-5762
    # Information (C 5775-5776), attitudes of the public (C 5775-5778), xenophobia (C 5825), young people (C 5782), the local population (C 5783).
    assert {"Information", "Public attitudes", "Anti-discrimination"} <= set(row["subjects"])
    assert {"Group: youth", "Group: host society"} <= set(row["groups"])
    assert {"Housing", "Health", "Sport"} & set(row["none_on_subjects"]) == {"Housing", "Health"}  # sport is addressed nowhere, so nothing is said of it
    assert rests_on(row, "cses-2013", 5775)


def test_what_sources_differ_about_does_not_count(answer_to: AnswerTo) -> None:
    # Racism as the aim of Project Salaam is copied from another case study: C 6355-6358 against C 6364-6376.
    (row,) = answer_to(SLUG, country="Sweden").rows
    assert row["projects"] == ["Migrant Women as Doulas and Culture Interpreters", "Project Salaam"]
    assert "Anti-discrimination" in row["none_on_subjects"]
    assert {"Health", "Training of staff"} <= set(row["subjects"])  # C 5609-5610; C 6410-6411
    assert {"Group: refugees", "Group: women"} <= set(row["groups"])  # C 6376; C 5623


def test_roma_are_addressed_in_one_country(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    answer = answer_to(SLUG, theme="Roma")
    rows = {row["country"]: row for row in answer.rows}
    italy = rows["Italy"]
    assert len(italy["projects"]) == 1  # school inclusion, Naples: A 1205-1207
    assert len(italy["services"]) == 2  # pupils in Florence: A 995-996; the unit in Naples: A 1184-1187
    assert len(italy["policies"]) == 1  # local action plan of Naples: A 1190-1191
    assert all(rests_on(italy, "admin4all-2016", line) for line in (995, 1186, 1191, 1207))
    assert all(row["none_on_groups"] == ["Group: Roma"] and row["evidence"] for country, row in rows.items() if country != "Italy")
    assert (answer.count, answer.of) == (4, 4)
    assert answer.headline == (
        f"Roma (group) is addressed by something described in one of {len(rows)} countries (Italy); in the other {len(rows) - 1} nothing described does, "
        "which is not evidence that nothing there does."
    )


def test_housing(answer_to: AnswerTo) -> None:
    rows = {row["country"]: row for row in answer_to(SLUG, theme="housing").rows}
    assert "AbitAzioni" in rows["Italy"]["projects"]  # C 5515-5534
    assert "Municipal Immigration Desk Service" in rows["Italy"]["services"]  # A 954-957
    assert rows["Belgium"]["none_on_subjects"] == ["Housing"]  # Inburgering, and its offices, which inform: C 4634-4718
    assert rows["Belgium"]["described"] == 2


def test_a_country_of_which_nothing_is_described(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="Malta")
    assert (answer.of, list(answer.rows)) == (0, [])
    assert "there is nothing to answer" in answer.headline
