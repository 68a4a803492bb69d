"""The one place where questions are registered, in the order in which people see them."""

from __future__ import annotations

from collections.abc import Mapping

from interlocal.queries import (
    civil_society,
    cooperation,
    cooperation_more,
    membership,
    money,
    needs_and_practice,
    networks_compared,
    practice,
    practice_more,
    structure,
    structure_of_lists,
    trust,
    trust_missing,
    vertical,
)
from interlocal.queries.question import Question

_THEMES = (
    membership, networks_compared, cooperation, cooperation_more, vertical, civil_society, money, needs_and_practice, practice, practice_more, trust,
    trust_missing, structure, structure_of_lists,
)  # fmt: skip

QUESTIONS: Mapping[str, Question] = {question.slug: question for module in _THEMES for question in module.QUESTIONS}
