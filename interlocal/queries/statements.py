"""What can be told of a Cypher statement of somebody's own before its rows are believed. Pure."""

from __future__ import annotations

from interlocal.graph.schema import LABELS, RELATIONSHIP_TYPES
from interlocal.graph.store.base import MARKER, OURS
from interlocal.graph.store.guard import labels_in
from interlocal.text import did_you_mean

_KNOWN = (*LABELS, *RELATIONSHIP_TYPES, MARKER, OURS)


def notes(statement: str) -> list[str]:
    """A line for each label and relationship type that the data model does not have: Cypher finds nothing for them, and says nothing."""
    unknown = [name for name in labels_in(statement) if name not in _KNOWN]
    return [f"the data model has no label or relationship type “{name}”. {did_you_mean(name, _KNOWN, show=0)}".strip() for name in unknown]
