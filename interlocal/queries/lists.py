"""Who is on which complete, dated list of members: what the questions about the structure of loaded networks start from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from interlocal.queries.question import Asked, Need, Population, Row, Values
from interlocal.text import counted, in_words, listed

if TYPE_CHECKING:
    from interlocal.graph.measures import Graph

THEME = "Structure of loaded networks"
# So many rows an answer shows at most.
SHOWN = 25

LISTS = Need(
    "lists_with_lras",
    "complete lists of members, with their dates, of at least two of the networks asked about, each with two LRAs or more",
    "lists of members of networks (Eurocities, CLIP …) with the date of each",
)
ON_LISTS = Population("bodies_on_lists", "LRAs and organisations on complete, dated lists of members")
WITH_COUNTRY = Population("bodies_on_lists_with_country", "LRAs and organisations with a stated country on complete, dated lists of members")
# One definition for all questions: what a list is, and who stands on it.
ON_A_LIST = (
    "On a list stand its members, observers, associates and partners among them; who only founded or steers the network, or has left it, stands on none."
)
ON_ONE_LIST = f"Two bodies are linked here when both stand on one complete, dated list of members (co-membership; Breiger 1974). {ON_A_LIST}"
NOT_CONTACT = (
    "Standing on one list is no evidence that two bodies work with each other, and networks whose list is not loaded, or is not complete with "
    "a date, are not seen: with another list the figures change. Observers, associates and partners on a list count like its members. Lists of "
    "different dates are taken together. Members that are networks or states are not counted."
)

# A plain member; other answers are the roles below, and in a network also "on the steering body" and "founder".
MEMBER = "member"
# Roles of who is on a list and less than a member, as lists that are loaded state them; the Cypher names the same. A founder, coordinator or lead
# partner is a member.
LESS_THAN_MEMBER = (
    "observer", "associate", "partner", "affiliate", "honorary", "supporting", "cooperating", "corresponding", "extraordinary", "guest", "suspended",
    "inactive", "sympathising", "subscriber", "adherent",
)  # fmt: skip
# Of these, what is said with "member" after it.
_OF_A_MEMBER = frozenset(("honorary", "supporting", "cooperating", "corresponding", "extraordinary", "suspended", "inactive", "sympathising"))


def with_roles(names: Sequence[str], roles: Sequence[str]) -> list[str]:
    """``Bucharest (observer)``: names with what they are where that is more, or less, than a member."""
    return [name if role == MEMBER else f"{name} ({role})" for name, role in zip(names, roles, strict=True)]


def of_these(roles: Sequence[str]) -> str:
    """``of these one as observer and two as founder``: how many are not plain members; empty when all are."""
    counts = Counter(role for role in roles if role != MEMBER)
    said = listed(f"{in_words(count)} {_as_what(role)}" for role, count in sorted(counts.items()))
    return f"of these {said}" if said else ""


def _as_what(role: str) -> str:
    if role.startswith("on "):
        return role
    return f"as {role} member" if role in _OF_A_MEMBER else f"as {role}"


@dataclass
class Loaded:
    """Who is on which list, by ids; names, countries and passages beside."""

    lists: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    on: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, str] = field(default_factory=dict)
    country: dict[str, str] = field(default_factory=dict)
    sort: dict[str, str] = field(default_factory=dict)
    as_of: dict[str, str] = field(default_factory=dict)
    of_list: dict[str, Any] = field(default_factory=dict)
    passages: dict[tuple[str, str], Any] = field(default_factory=dict)
    role: dict[tuple[str, str], str] = field(default_factory=dict)

    def two_mode(self) -> Graph:
        """Bodies and lists, a tie for each body on a list (Breiger 1974)."""
        import networkx as nx

        made: Graph = nx.Graph()
        made.add_nodes_from((*self.lists, *self.on))
        made.add_edges_from((body, one) for one, members in self.lists.items() for body in members)
        return made

    def networks(self, ids: Collection[str]) -> list[str]:
        return [self.names[one] for one in sorted(ids, key=lambda one: (self.names[one], one))]

    def roles(self, body: str) -> list[str]:
        """As what a body stands on its lists, in the order of their names."""
        return [self.role[one, body] for one in sorted(self.on[body], key=lambda one: (self.names[one], one))]

    def evidence(self, *bodies: str, on: Collection[str] | None = None) -> list[Any]:
        """Where bodies stand on their lists, or on those of them that are named."""
        return [[self.of_list[one], self.passages[one, body]] for body in bodies for one in self.on[body] if on is None or one in on]

    def evidence_of_lists(self, ids: Collection[str], among: Collection[str] | None = None) -> list[Any]:
        """For what rests on whole lists, or on the bodies ``among`` those on them: of each document that a list comes from its first passage on
        one of these, not a passage for each."""
        found = []
        for one in sorted(ids):
            first: dict[str, str] = {}
            bodies = self.lists[one] if among is None else [body for body in self.lists[one] if body in among]
            for passage in sorted((text for body in bodies for text in _flat(self.passages[one, body])), key=_place):
                first.setdefault(passage.partition("#")[0], passage)
            found.append([self.of_list[one], list(first.values())])
        return found

    def basis(self, *rules: str) -> str:
        """Which lists an answer rests on, and by what rule something was left out or sampled."""
        dated = [f"{self.names[one]} ({self.as_of[one]})" for one in sorted(self.lists, key=lambda one: (self.names[one], one))]
        dates = sorted(self.as_of[one] for one in self.lists)
        which = listed(dated) if len(dated) <= 6 else f"of {dates[0]} to {dates[-1]}"
        return "; ".join((f"{counted(len(dated), 'complete list')}: {which}", *(rule for rule in rules if rule)))

    def left_out(self, ids: Sequence[str], words: str) -> str:
        if not ids:
            return ""
        largest = max((len(members) for one, members in self.lists.items() if one not in ids), default=0)
        return f"{words} {counted(len(ids), 'list')} of more than {largest:,} bodies"


def _place(passage: str) -> tuple[str, int, str]:
    """By document and first line, for sorting: line 99 comes before line 101."""
    document, _, lines = passage.partition("#")
    first = re.match("[0-9]*", lines)
    return document, int(first[0] or 0) if first else 0, lines


def _flat(found: Any) -> list[str]:
    return [found] if isinstance(found, str) else [text for part in found for text in _flat(part)]


def loaded(rows: Sequence[Row]) -> Loaded:
    """The rows of the Cypher as one thing; only those that say who is on a list."""
    made = Loaded()
    for row in sorted(rows, key=lambda row: (row["network_id"], row["body_id"])):
        one, body = row["network_id"], row["body_id"]
        made.lists[one].append(body)
        made.on[body].append(one)
        made.names |= {one: row["network"], body: row["body"]}
        made.as_of[one], made.of_list[one] = str(row["as_of"]), row["of_list"]
        made.sort[body], made.passages[one, body], made.role[one, body] = row["sort"], row["evidence"], row.get("role") or MEMBER
        if row["country"]:
            made.country[body] = row["country"]
    for one, members in made.lists.items():
        # Of the network what the list says of itself: where else it is described is no evidence of who is on the list.
        documents = {text.partition("#")[0] for body in members for text in _flat(made.passages[one, body])}
        said = _flat(made.of_list[one])
        made.of_list[one] = [text for text in said if text.partition("#")[0] in documents] or said
    return made


def asked_about(made: Loaded, values: Values) -> set[str]:
    """The bodies that are asked about."""
    return {body for body in made.on if values.get("country") in (None, made.country.get(body))}


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def placed(name: str, country: str | None) -> str:
    return f"{name} ({country})" if country else name


def number(count: int) -> str:
    return in_words(count) if count else "none"


def based(asked: Asked) -> str:
    return f" Computed from {asked.rows[0]['basis']}."
