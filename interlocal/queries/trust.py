"""Questions about the sources themselves: where they differ, what they leave out."""

from __future__ import annotations

from interlocal.queries.question import Question

QUESTIONS: tuple[Question, ...] = ()
