"""What becomes of a list of members: each row is matched, new, unsure or skipped with its reason, and the numbers add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

from interlocal.graph.records import NodeRecord
from interlocal.loaders.members.cells import said_by
from interlocal.loaders.members.matching import Candidate, best_of
from interlocal.loaders.members.review import REVIEW_COLUMNS
from interlocal.loaders.members.rows import Row
from interlocal.loaders.members.sheets import safe, table_text
from interlocal.text import listed

NO_COUNTRY = "no country is given"
NONE_HAS_A_COUNTRY = "no row has a country"
Kind = Literal["matched", "new", "unsure", "skipped"]


@dataclass
class Outcome:
    """What became of a row. ``pending``: the row may be a member, and is not loaded."""

    row: Row
    kind: Kind
    id: str = ""
    why: str = ""
    country: str = ""
    candidates: tuple[Candidate, ...] = ()
    pending: bool = False
    # Whether people can decide it in the review file; else the file itself is to be mended.
    to_review: bool = False
    name_hidden: bool = False
    # Whether people decided it.
    decided: bool = False

    def as_dict(self) -> dict[str, Any]:
        said = {"where": self.row.where, "name": "" if self.name_hidden else self.row.name or self.row.locality, "country": self.country or self.row.country}
        if self.kind in ("matched", "new"):
            return {**said, "id": self.id}
        found = {"candidates": [{"id": c.id, "name": c.name} for c in self.candidates]} if self.kind == "unsure" else {}
        return {**said, "why": self.why, **found}


@dataclass
class Member:
    """One member of a list, with the rows that it stands in."""

    id: str
    rows: list[int]
    role: str = ""
    since: str = ""
    until: str = ""
    note: str = ""
    key: str = ""


@dataclass
class MemberList:
    """One list of one network on its way into the graph."""

    id: str
    network: NodeRecord
    new_network: bool
    as_of: str
    asked_complete: bool
    source: str
    sheet: str
    outcomes: list[Outcome] = field(default_factory=list)
    members: dict[str, Member] = field(default_factory=dict)
    nodes: dict[str, NodeRecord] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    # How many members a source says that the network has; 0 when none says it.
    stated: int = 0
    names: tuple[str, ...] = ()
    # The first row of each that is unsure, by country, name and place.
    unsure: dict[tuple[str, str, str], int] = field(default_factory=dict)
    # What cells of status or kind say that is not understood, and where.
    unknown: dict[str, list[str]] = field(default_factory=dict)

    def count(self, kind: Kind) -> int:
        return sum(outcome.kind == kind for outcome in self.outcomes)

    @property
    def pending(self) -> int:
        return sum(outcome.pending for outcome in self.outcomes)

    @property
    def roles(self) -> dict[str, int]:
        """How many current members are there in each role that is not that of a plain member."""
        return dict(sorted(Counter(m.role for m in self.members.values() if m.role and not m.until).items(), key=lambda item: (-item[1], item[0])))

    @property
    def current(self) -> int:
        return sum(not member.until for member in self.members.values())

    @property
    def far_from_stated(self) -> bool:
        """Whether it has less than three quarters of the members that a source states, rows that are not decided counted in."""
        return (self.current + self.pending) * 4 < self.stated * 3

    @property
    def roster(self) -> str:
        return "complete" if self.asked_complete and not self.pending else "partial"

    def numbers(self) -> dict[str, int]:
        return {"read": len(self.outcomes), **{kind: self.count(kind) for kind in ("matched", "new", "unsure", "skipped")}}

    def as_dict(self) -> dict[str, Any]:
        lists = {f"{kind}_rows": [o.as_dict() for o in self.outcomes if o.kind == kind] for kind in ("matched", "new", "unsure", "skipped")}
        return {
            "id": self.id, "network": self.network.name, "network_id": self.network.id, "new_network": self.new_network, "as_of": self.as_of,
            "roster": self.roster, "roster_asked": "complete" if self.asked_complete else "partial", "to_decide": self.pending, **self.numbers(),
            "members": self.current, "roles": self.roles, "former_members": len(self.members) - self.current, "members_stated_by_a_source": self.stated or None,
            "recorded_elsewhere_but_not_on_the_list": self.missing, **lists, "remarks": self.remarks,
        }  # fmt: skip


@dataclass
class Loading:
    """All that a file gives: its lists, what stands in no list, and what was not read."""

    file: str
    lists: list[MemberList] = field(default_factory=list)
    unplaced: list[Outcome] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kept: list[dict[str, str]] = field(default_factory=list)

    def numbers(self) -> dict[str, int]:
        total = Counter[str]()
        for one in self.lists:
            total.update(one.numbers())
        total.update({"read": len(self.unplaced), "skipped": len(self.unplaced)})
        return {kind: total[kind] for kind in ("read", "matched", "new", "unsure", "skipped")}

    @property
    def to_review(self) -> int:
        return sum(o.to_review for one in self.lists for o in one.outcomes)

    def nothing(self) -> tuple[str, str]:
        """Why no row of the file can be loaded, and what to do; empty when one can. An empty list must not take the place of a good one."""
        if any(one.members for one in self.lists):
            return "", ""
        outcomes = [o for one in self.lists for o in one.outcomes if not o.row.beside]
        whys = Counter(o.why for o in outcomes)
        if set(whys) == {NO_COUNTRY}:
            return NONE_HAS_A_COUNTRY, "Add --country AT, or a column of countries. Nothing was loaded."
        said = listed(f"{why} ({count})" for why, count in whys.most_common(3))
        return f"has no row that can be loaded{': ' if said else ''}{said}", "Nothing was loaded."

    def as_dict(self) -> dict[str, Any]:
        return {
            "file": self.file, **self.numbers(), "lists": [one.as_dict() for one in self.lists], "in_no_list": [o.as_dict() for o in self.unplaced],
            "columns_read": self.used, "columns_not_used": self.unused, "columns_about_persons_never_read": self.personal, "notes": self.notes,
        }  # fmt: skip

    def review_text(self) -> str:
        """The review file: rows to decide, after those that were decided before. Empty when there are none."""
        rows = [[row[c] for c in REVIEW_COLUMNS] for row in self.kept]
        rows += [
            [m.network.name, o.row.where, o.row.name, o.row.locality, o.country or o.row.country, said_by(o.row.kinds).level, o.why, best_of(o.candidates), ""]
            for m in self.lists
            for o in m.outcomes
            if o.to_review
        ]
        return table_text(REVIEW_COLUMNS, [[safe(cell) for cell in row] for row in rows]) if rows else ""
