"""Parts of projects, and links that ended: what ``compare`` and ``without`` take in one way. Pure."""

from __future__ import annotations

from interlocal.graph.records import Graph, RelationshipRecord

# What has ended by the years that a source gives is told as over.
PAST = {
    "is funded by": "was funded by", "funds": "funded", "leads": "led", "is led by": "was led by", "is a partner in": "was a partner in",
    "has as a partner": "had as a partner", "cooperates with": "cooperated with", "supports": "supported", "is supported by": "was supported by",
}  # fmt: skip
_LEVELS = 3


def has_ended(tie: RelationshipRecord) -> bool:
    """Whether a membership is over: a founder stays one, and other links count of whatever time they are."""
    return tie.type in ("MEMBER_OF", "STEERS") and "until_year" in tie.properties


def with_parts(graph: Graph, identifier: str) -> set[str]:
    """A project with its parts, three levels down, and anything else by itself."""
    found = {identifier}
    for _ in range(_LEVELS if graph.by_id[identifier].type == "Project" else 0):
        found |= {t.source for one in found for t in graph.ties_of.get(one, ()) if t.type == "PART_OF" and t.target == one}
    return found


def wholes(graph: Graph, identifier: str) -> set[str]:
    """The whole projects that something is part of, three levels up; itself when it is part of none."""
    found, level = set(), {identifier}
    for _ in range(_LEVELS):
        level = {t.target for one in level for t in graph.ties_of.get(one, ()) if t.type == "PART_OF" and t.source == one}
        found |= {one for one in level if graph.by_id[one].type == "Project" and not _is_part(graph, one)}
    return found or {identifier}


def _is_part(graph: Graph, project: str) -> bool:
    return any(t.type == "PART_OF" and t.source == project and graph.by_id[t.target].type == "Project" for t in graph.ties_of.get(project, ()))
