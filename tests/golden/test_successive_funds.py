"""Which funds came in the place of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

AMIF = "Asylum, Migration and Integration Fund (AMIF)"


def test_amif_came_after_two_funds(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = answer_to("successive-funds").rows
    assert [(row["later"], row["earlier"]) for row in rows] == [(AMIF, "European Integration Fund"), (AMIF, "European Refugee Fund")]  # A 804-806
    for row in rows:
        assert rests_on(row, "admin4all-2016", 805)
        assert row["funded_after"] == ["Regional integration centres"]  # A 812-814
        assert row["with_both"] == []
        assert row["managers_of_both"] == ["General Inspectorate for Immigration"]  # A 806-807
    assert "Coprod Migrants" in rows[0]["funded_before"]  # C 4250
    assert len(rows[0]["funded_before"]) == 7  # the two phases of the Polish centre are one with the whole: C 4465-4468
    assert "Foreigners' Information Centre" in rows[0]["funded_before"]
    assert "VERTAISKOTO" in rows[1]["funded_before"]  # C 6820-6821


def test_the_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to("successive-funds")
    assert answer.count == 1
    assert "nobody is named with money from both; that others had both is not ruled out" in answer.headline
    assert f"{AMIF} after European Integration Fund and European Refugee Fund." in answer.headline
    poland = answer_to("successive-funds", country="PL")
    assert f"nothing that {AMIF} funds in the country asked for is named" in poland.row_sentences[0]  # in Romania it is: A 812-814
    assert len(answer_to("successive-funds", fund="EIF").rows) == 1
    assert answer_to("successive-funds", fund="ESF").headline == "Of the funds in the scope that was asked for, none is stated to follow another."
