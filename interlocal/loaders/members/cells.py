"""What the cells of a list of members say: status, kind, dates, and what around a name is none of it. In many languages; declared, not guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from interlocal.loaders.members.cell_words import (
    AUTHORITIES,
    BESIDE,
    CANDIDATE,
    FORMER,
    KINDS,
    LEVELS,
    MEMBER_MARKS,
    MEMBER_NOUNS,
    PERSONS,
    ROLES,
    STEERING,
)
from interlocal.text import fold


@dataclass(frozen=True)
class Said:
    """What the cells of status and kind say together."""

    former: bool = False
    # The year in which it left, where the cell has one.
    left: str = ""
    candidate: bool = False
    person: bool = False
    role: str = ""
    # Whether it is on the steering body: a plain member for the list, which has no role less than a member's for it.
    steers: bool = False
    # The role as it stands in the list, where that says more or other than the English word.
    printed: str = ""
    level: str = ""
    kind: str = ""
    authority: bool = False
    unknown: Sequence[str] = ()

    @property
    def status(self) -> bool:
        """Whether it says anything of the membership."""
        return self.former or self.candidate or bool(self.role)


@cache
def _folded(phrases: str) -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in phrases.split("|"))


def _holds(text: str, phrases: str) -> int:
    """The length of the longest of the phrases that stands in the text as whole words."""
    return max((len(phrase) for phrase in _folded(phrases) if f" {phrase} " in f" {text} "), default=0)


def _role(text: str) -> str:
    """The English word for the role that a folded cell names: of several, that of which most letters stand there; empty for none."""
    length, role = max(((_holds(text, words), role) for role, words in ROLES.items()), key=lambda item: item[0])
    return role if length else ""


def _says_no_more(text: str, role: str) -> bool:
    """``Associate members`` says no more than ``associate``."""
    words = " ".join(word for word in text.split() if word not in ("member", "members"))
    return words in (role, f"{role}s")


@lru_cache(maxsize=2**12)
def said_by(cells: tuple[str, ...]) -> Said:
    """``Former Member`` and ``City`` together: a municipality that was a member."""
    former = candidate = person = authority = steers = False
    role = printed = office = level = kind = left = ""
    unknown = []
    for cell in cells:
        text = fold(cell)
        if not text:
            continue
        steering = bool(_holds(text, STEERING))
        status = steering or _role(text) or any(_holds(text, words) for words in (FORMER, CANDIDATE, MEMBER_NOUNS, MEMBER_MARKS))
        if _says(cell, FORMER):
            former, left = True, period_of(cell)[1] or date_of(cell)
        elif _says(cell, CANDIDATE):
            candidate = True
        elif not role and _role(text):
            role, printed = _role(text), "" if _says_no_more(text, _role(text)) else cell
        if steering:
            # A cell with more than the word for the office may name who holds it.
            steers, office = True, office or (cell if membership_in(cell) else "")
        found = [(_holds(text, words), what, "level") for what, words in LEVELS.items()] + [
            (_holds(text, words), what, "kind") for what, words in KINDS.items()
        ]
        # "Chair of the association" makes no association of the city.
        found = [] if steering else [*found, (_holds(text, AUTHORITIES), "", "authority")]
        length, what, sort = max([*found, (_holds(text, PERSONS), "", "person")], key=lambda item: item[0])
        if length == 0:
            unknown += [] if status else [cell]
        elif sort == "level":
            level = level or what
        elif sort == "kind":
            kind = kind or what
        elif sort == "authority":
            authority = True
        else:
            person = True
    authority = authority or bool(level)
    return Said(former, left, candidate, person and not authority, role, steers, printed or office, level, "" if authority else kind, authority, unknown)


def _says(cell: str, phrases: str) -> bool:
    """Whether a part of a cell says it of the membership: who is a former chair, or a candidate for the board, is a member."""
    parts = [fold(part) for part in re.split(r"[,;/()]", cell)]
    return any(_holds(part, phrases) and not _holds(part, STEERING) for part in parts)


# Beside these words a role is the same role: "Associate member city".
_TOWNS = "city|town|stadt|ville"


@cache
def _bare_words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Phrases for a plain member, words that may stand beside these, and phrases for a role and for other states of a membership."""
    nouns = frozenset(_folded(MEMBER_NOUNS))
    beside = frozenset((*(phrase for phrase in nouns if " " not in phrase), *_folded(BESIDE), *_folded(_TOWNS)))
    roles = frozenset(phrase for words in (STEERING, *ROLES.values()) for phrase in _folded(words))
    return nouns, beside, roles, frozenset((*_folded(FORMER), *_folded(CANDIDATE)))


@lru_cache(maxsize=2**12)
def membership_in(cell: str) -> Literal["", "role", "state", "member"]:
    """What a cell says that is nothing but a word for a role (``Observateur``, ``Associate member``), for a former member or
    candidate, or for a plain member; empty for a cell that says anything else, as remarks do. ``Yes`` and ``x`` are no such words.
    """
    nouns, beside, roles, states = _bare_words()
    text = fold(cell)
    words = text.split()
    rest = " ".join(word for word in words if word not in beside)
    if {text, rest} & roles:
        return "role"
    if {text, rest} & states:
        return "state"
    return "member" if {text, rest} & nouns or (not rest and nouns & set(words)) else ""


# What tables write where there is nothing. (NA is Namibia as well, but a list that was saved by R or pandas writes it for nothing.)
NOTHING = frozenset(("na", "nan", "none", "null", "nil", "unknown", "tbc", "tbd", "n a", "not available", "not applicable", ""))
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_ISO = re.compile(r"(1[89]\d\d|20\d\d)-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")


@cache
def _section_words() -> frozenset[str]:
    tables = (FORMER, CANDIDATE, MEMBER_NOUNS, MEMBER_MARKS, BESIDE, *ROLES.values(), *LEVELS.values(), *KINDS.values())
    return frozenset(word for table in tables for phrase in _folded(table) for word in phrase.split())


def section_of(text: str) -> str:
    """A heading over members that says nothing but their status or kind (``Associate members (12):``), without its count; else empty."""
    bare = re.sub(r"[\s:(]*\d*[):]*$", "", text)
    known = set(fold(bare).split()) <= _section_words() or fold(bare) in _folded(STEERING)
    return bare if bare[:1].isalpha() and known else ""


def is_nothing(text: str) -> bool:
    """Whether a cell stands for nothing: ``-``, ``N/A``, ``NA``, ``?``."""
    return fold(text) in NOTHING


def date_of(text: str) -> str:
    """A date as the model writes it, as precise as can be told: ``2004-05-01`` or ``2004``; empty when there is no year."""
    if match := _ISO.fullmatch(text):
        return match[0]
    match = _YEAR.search(text)
    return match[1] if match else ""


def period_of(text: str) -> tuple[str, str]:
    """Both ends of a time in one cell: ``2003-2014``, ``2003 to 2014``; empty when it is none."""
    match = re.fullmatch(
        r"\D*(?P<first>1[89]\d\d|20\d\d)\s*(?:-|–|—|/|to|until|bis|à|au|al|a|tot|do)\s*(?P<last>1[89]\d\d|20\d\d)\D*", text.strip(), re.IGNORECASE
    )
    return (match["first"], match["last"]) if match and match["first"] <= match["last"] else ("", "")


# --- names ---------------------------------------------------------------------------------------------------------------

_NUMBERED = re.compile(r"\(?\d{1,4}\s?[.):]\s*(?=\D)")
_BULLET = re.compile(r"^(?:[•‣▪●○◦·*►➢✓✔]+|[-–—]\s)\s*")
_FOOTNOTE = re.compile(r"(?<=[^\W_]|[).'’”»])\s*(?:[*†‡§¹²³⁴-⁹]+|\(\*+\)|\[\d{1,2}\]|\(\d{1,2}\))$")


def clean(text: str) -> str:
    """A cell as a name that tables can hold: one line, no ``|``, no bullet or mark of a footnote, composed letters."""
    text = " ".join(unicodedata.normalize("NFC", text).replace("|", "/").replace("\ufffd", "").split())
    text = _FOOTNOTE.sub("", _BULLET.sub("", text)).strip('"“”„«» ')
    # 's-Gravenhage begins with an apostrophe.
    return text if re.match(r"['’‘][a-z][-\s]", text) else text.strip("'").strip()


def is_numbered(name: str) -> bool:
    """``1. Barcelona``"""
    return bool(_NUMBERED.match(name))


def without_number(name: str) -> str:
    return clean(_NUMBERED.sub("", name, count=1))


def tells(aside: str) -> bool:
    """Whether brackets after a name say something of the membership."""
    said = said_by((aside,))
    return said.status or said.steers


def aside_of(name: str) -> tuple[str, str]:
    """``Roma (left 2014)`` is ``Roma``, and left 2014: brackets with a status or a year say nothing of the name."""
    match = re.match(r"^(.*\S)\s*[(\[]([^()\[\]]+)[)\]]$", name)
    if match and (tells(match[2]) or date_of(match[2])):
        return match[1], match[2]
    return name, ""
