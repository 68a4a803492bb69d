"""Questions about LRAs and civil society: migrant organisations, NGOs, universities, observatories."""

from __future__ import annotations

from interlocal.queries.question import Question

QUESTIONS: tuple[Question, ...] = ()
