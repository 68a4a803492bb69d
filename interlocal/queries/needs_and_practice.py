"""Questions that lay what is needed beside what is done."""

from __future__ import annotations

from interlocal.queries.question import Question

QUESTIONS: tuple[Question, ...] = ()
