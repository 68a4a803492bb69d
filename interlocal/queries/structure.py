"""Questions about the structure of loaded networks: who bridges, what hangs together, where links are likely."""

from __future__ import annotations

from interlocal.queries.question import Question

QUESTIONS: tuple[Question, ...] = ()
