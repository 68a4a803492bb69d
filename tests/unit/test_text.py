from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interlocal.text import counted, did_you_mean, fold, in_words, listed, nearest, number_are, sentence


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Poznań", "poznan"),
        ("Wrocław", "wroclaw"),
        ("Øresund", "oresund"),
        ("  Reggio  nell’Emilia ", "reggio nell emilia"),
        ("STRAßE", "strasse"),
        ("ΑΘΉΝΑ", "αθηνα"),
    ],
)
def test_fold_takes_away_accents_case_and_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_nearest_finds_the_misspelt_value_and_nothing_for_a_stranger() -> None:
    assert nearest("municipalty", ["municipality", "county"]) == "municipality"
    assert nearest("xyz", ["municipality", "county"]) is None


def test_advice_names_the_nearest_value_or_all_when_few() -> None:
    assert did_you_mean("NGOs", ["NGO", "company"]) == "Did you mean “NGO”?"
    assert did_you_mean("qqq", ["a1", "b2"]) == "Valid: a1, b2."
    assert did_you_mean("qqq", [f"v{i}" for i in range(50)]) == ""


def test_lists_numbers_and_sentences_read_as_people_write_them() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"]), listed(["a", "b"], last="or")] == ["", "a", "a, b and c", "a or b"]
    assert [listed(["a, of x", "b", "c"]), listed(["a", "b, of x"], last="or")] == ["a, of x; b; and c", "a; or b, of x"]
    assert listed(["a (of x, or y)", "b [x, y]", "c"]) == "a (of x, or y), b [x, y] and c"
    assert [listed(["a, of x"]), listed(["a, of x", "b", "c"], apart=False)] == ["a, of x", "a, of x, b and c"]
    assert [in_words(0), in_words(12), in_words(13), in_words(1250)] == ["no", "twelve", "13", "1,250"]
    assert [counted(0, "country", "countries"), counted(1, "link"), counted(2, "country", "countries")] == ["no country", "one link", "two countries"]
    assert [number_are(0), number_are(1), number_are(5)] == ["none is", "one is", "five are"]
    assert [sentence("it is so"), sentence("Is it?"), sentence("")] == ["It is so.", "Is it?", ""]
