"""The questions of the catalogue in plain networkx, as somebody without a query language would write them.

Each module is named as one of ``interlocal.queries`` (``claims`` are with ``networks_compared``, ``fund_managers`` with ``vertical``);
``graph`` and ``lists`` are what they share.
``PLAIN`` answers each with the rows of its Cypher: an independent check of it, and the alternative to measure it against.
A sort puts what is missing last, as Cypher does.
"""

from __future__ import annotations

from benchmarks.plain import (
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
from benchmarks.plain.graph import Answers, to_plain

__all__ = ["PLAIN", "to_plain"]

_THEMES = (
    membership, networks_compared, cooperation, cooperation_more, vertical, civil_society, money, needs_and_practice, practice, practice_more, trust,
    trust_missing, structure, structure_of_lists,
)  # fmt: skip

PLAIN: Answers = {slug: answer for theme in _THEMES for slug, answer in theme.PLAIN.items()}
