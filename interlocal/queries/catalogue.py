"""The one place where questions are registered, in the order in which people see them."""

from __future__ import annotations

from collections.abc import Mapping

from interlocal.queries import cooperation, membership, money, practice
from interlocal.queries.question import Question

QUESTIONS: Mapping[str, Question] = {question.slug: question for module in (membership, cooperation, money, practice) for question in module.QUESTIONS}
