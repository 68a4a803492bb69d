"""The one place where questions are registered, in the order in which people see them."""

from __future__ import annotations

from collections.abc import Mapping

from interlocal.queries import (
    civil_society,
    claims,
    cooperation,
    cooperation_more,
    fund_managers,
    lras_outside,
    membership,
    money,
    needs_and_practice,
    networks_compared,
    practice,
    practice_more,
    structure,
    structure_of_lists,
    tiers,
    trust,
    trust_missing,
    vertical,
)
from interlocal.queries.question import Question

_THEMES = (
    lras_outside, membership, networks_compared, claims, cooperation, cooperation_more, fund_managers, vertical, tiers, civil_society, money,
    needs_and_practice, practice, practice_more, trust, trust_missing, structure, structure_of_lists,
)  # fmt: skip

QUESTIONS: Mapping[str, Question] = {question.slug: question for module in _THEMES for question in module.QUESTIONS}
