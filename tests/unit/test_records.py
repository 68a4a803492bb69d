from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interlocal.errors import ModelError
from interlocal.graph.records import Evidence, Section, Span, enclosing, parse_evidence

spans = st.builds(lambda d, a, n: Span(d, a, a + n), st.sampled_from(["cses-2013", "a.b_c-1"]), st.integers(1, 9999), st.integers(0, 50))


@given(st.lists(spans, min_size=1, max_size=5))
def test_evidence_is_read_as_it_was_written(parts: list[Span]) -> None:
    evidence = Evidence(tuple(parts))
    assert Evidence.parse(str(evidence)) == evidence


def test_a_joined_passage_names_its_document_once() -> None:
    evidence = Evidence.parse("cses-2013#4200+4227-4233")
    assert evidence.spans == (Span("cses-2013", 4200, 4200), Span("cses-2013", 4227, 4233))
    assert str(evidence) == "cses-2013#4200+4227-4233"


def test_passages_of_a_cell_are_sorted_and_each_once() -> None:
    assert [str(e) for e in parse_evidence("b-1#2; a-1#5 ;b-1#2;")] == ["a-1#5", "b-1#2"]


@pytest.mark.parametrize("text", ["4200", "cses-2013", "cses-2013#", "cses-2013#9-3", "cses-2013#0", "cses-2013#1,2", "cses 2013#1", "cses-2013#1++2"])
def test_what_is_not_evidence_is_refused_with_advice(text: str) -> None:
    with pytest.raises(ModelError) as error:
        Evidence.parse(text)
    assert error.value.todo


def test_the_smallest_section_around_a_line_is_its_section() -> None:
    sections = [
        Section("d-1", 1, 100, "all", ""),
        Section("d-1", 10, 30, "part", "part 1"),
        Section("d-1", 20, 30, "inner", "part 1.2"),
        Section("e-1", 1, 99, "other", ""),
    ]
    assert getattr(enclosing(Span("d-1", 25, 26), sections), "title", None) == "inner"
    assert getattr(enclosing(Span("d-1", 12, 26), sections), "title", None) == "part"
    assert enclosing(Span("d-1", 200, 200), sections) is None
