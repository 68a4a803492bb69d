"""Questions about tiers of government: who holds the funds, who is tied to whom across tiers."""

from __future__ import annotations

from interlocal.queries.question import Question

QUESTIONS: tuple[Question, ...] = ()
