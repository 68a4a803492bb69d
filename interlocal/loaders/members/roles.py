"""The column of roles of a list of members, where its heading does not tell it and its cells do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from interlocal.loaders.members.cells import is_nothing, membership_in
from interlocal.loaders.members.columns import Header
from interlocal.text import counted

# At least one cell in so many is nothing but a word of membership, in a column that is taken for one of roles.
_ONE_IN = 3


def with_roles(header: Header, below: Iterable[Sequence[str]]) -> tuple[Header, list[str]]:
    """The header with such a column, and what is to be told of it.

    It is read where it is the only one, no column that is headed as one tells roles, and a cell names a role: of remarks, of which
    few are one bare word, and of "Candidate" under "Status in the EU" none is. Of its cells only those bare words are used.
    """
    rows = list(below)
    if any(_looks(_counts(rows, place)) for place in header.kinds):
        return header, []
    found = {place: counts for place in header.others if _looks(counts := _counts(rows, place))}
    roles = [place for place, counts in found.items() if counts["role"]]
    if len(roles) != 1:
        doubtful = [header.others[place] for place, counts in found.items() if counts["role"] or counts["state"]]
        return header, [f"the column “{name}” looks like roles and was not read; if it tells them, name it “Role”" for name in doubtful]
    (place,) = roles
    name = header.others[place]
    note = f"the column “{name}” was read as roles, by its cells" + _beside(found[place][""])
    unused = [other for other in header.unused if other != name]
    return replace(header, kinds=[*header.kinds, place], used={**header.used, name: "kind"}, unused=unused, roles_at=place), [note]


def _counts(rows: Sequence[Sequence[str]], place: int) -> Counter[str]:
    """How many cells of a column are a role, another state of a membership, a plain member, or anything else."""
    return Counter(membership_in(row[place]) for row in rows if place < len(row) and not is_nothing(row[place]))


def _looks(counts: Counter[str]) -> bool:
    said = counts.total() - counts[""]
    return said > 0 and said * _ONE_IN >= counts.total()


def _beside(count: int) -> str:
    return f"; {counted(count, 'cell')} that {'says' if count == 1 else 'say'} anything else {'was' if count == 1 else 'were'} not used" if count else ""
