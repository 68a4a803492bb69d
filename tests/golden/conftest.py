"""What the golden tests share. Their expected values were read from the two reports by hand; comments give the lines.

C 4040 is line 4040 of the text of CSES 2013, A 820 line 820 of that of ADMIN4ALL 2016 (lines count from 1).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from interlocal.graph.store.base import Store
from interlocal.queries.ask import ask, question
from interlocal.queries.question import Answer, Row, evidence_of

AnswerTo = Callable[..., Answer]
RestsOn = Callable[[Row, str, int], bool]


@pytest.fixture(scope="session")
def store(seed_store: Store) -> Store:
    """The graph of the seed alone."""
    return seed_store


@pytest.fixture(scope="session")
def answer_to(store: Store) -> AnswerTo:
    """``answer_to("what-funds-fund", fund="EIF")``: the answer for values as people write them."""
    return lambda slug, **given: ask(question(slug), store, given)


@pytest.fixture(scope="session")
def rests_on() -> RestsOn:
    """Whether one of the passages of a row contains that line of that document."""
    return lambda row, document, line: any(
        span.document == document and span.first <= line <= span.last for evidence in evidence_of(row) for span in evidence.spans
    )
