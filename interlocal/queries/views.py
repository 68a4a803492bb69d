"""Asking a part of the graph: what one source tells (``--source``), what held in a year (``--year``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from interlocal.errors import QuestionError
from interlocal.graph.cite import Citations
from interlocal.graph.records import Graph
from interlocal.graph.store.base import Store
from interlocal.queries.ask import ask
from interlocal.queries.parameters import values_for
from interlocal.queries.question import Answer, Question
from interlocal.queries.sources import document, from_source, not_named, told_by
from interlocal.queries.years import in_year, told

Ask = Callable[[Question], Answer]


def answers(
    questions: Sequence[Question], store: Store, given: Mapping[str, str], *, year: int | None, source: str | None, opened: Callable[[Graph], Store]
) -> list[Answer]:
    """The answers to ``questions``: of the whole graph, or of the part that a year and a source leave.

    A part is made in memory and asked in a store that ``opened`` makes of it, so the whole graph is read once.
    Raises QuestionError for an unknown source, and for what that source does not name.
    """
    if year is None and source is None:
        return [ask(q, store, given) for q in questions]
    graph = store.read()
    if source is None:
        asked = _of(graph, year, given, opened)
        return [asked(q) for q in questions]
    one = document(source, graph)
    asked = _of(from_source(graph, one.id), year, given, opened)
    found = []
    for q in questions:
        # What is misspelt is told of the whole graph first: then it can be said that this source lacks it.
        values_for(q.parameters, given, store, q.defaults)
        try:
            found.append(told_by(asked(q), one))
        except QuestionError as error:
            raise not_named(error, one, Citations.of([one])) from error
    return found


def _of(graph: Graph, year: int | None, given: Mapping[str, str], opened: Callable[[Graph], Store]) -> Ask:
    """How to ask ``graph``, in a year if one is given."""
    if year is None:
        return partial(ask, store=opened(graph), given=given)
    then = in_year(graph, year)
    held, possible = opened(then.held), opened(then.possible)
    return lambda q: told(ask(q, held, given), ask(q, possible, given), then)
