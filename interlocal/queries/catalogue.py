"""The one place where questions are registered, in the order in which people see them."""

from __future__ import annotations

from collections.abc import Mapping

from interlocal.queries import civil_society, cooperation, membership, money, needs_and_practice, practice, structure, trust, vertical
from interlocal.queries.question import Question

_THEMES = (membership, cooperation, vertical, civil_society, money, needs_and_practice, practice, trust, structure)

QUESTIONS: Mapping[str, Question] = {question.slug: question for module in _THEMES for question in module.QUESTIONS}
