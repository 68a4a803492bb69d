"""What the columns of a list of members mean, in the languages in which lists come. Declared, not guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from interlocal.loaders.members.column_words import HEADERS
from interlocal.loaders.members.names import country_of
from interlocal.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FIELD_OF = {header: name for name, headers in HEADERS.items() for header in headers.split("|")}
# Words of a header that say nothing: "Official name of the member (in English)".
_FILLERS = _words("official english original in the of native name nom nome naam complete de la le du des von der del lang language code current")
# Words of a header that names a body, and those beside which it names none.
_BODY_WORDS = _words(
    "partner organisation organization institution beneficiary beneficiaire begunstigter begunstigten beneficiario member membre mitglied mitgliedes"
    " lid miembro membro authority municipality signatory"
)
_ASSOCIATIONS = _words("association associations verband federation")
_NO_BODY = _words(
    "type kind number no nr id code identifier status count total budget role date year legal country state website url web link population since until"
    " lead group acronym short category address street postcode nature size form sector payment fee region area nuts project latitude longitude lat lon"
    " workbook file sheet source sources contains contain lists"
)
# A heading is no sentence: "This workbook contains …".
_LONGEST_HEADING = 10
# Columns that look like persons are never read.
_PERSONAL = _words(
    "mayor contact contacts email emails mail phone phones telephone tel telefon telefono mobile fax signatory signatories representative"
    " representatives delegate person maire burgermeister burgermeisterin oberburgermeister burgemeester sindaco alcalde alcaldesa president chair"
    " chairman firstname lastname surname forename prenom nachname vorname cognome apellido apellidos responsable coordinator councillor officer"
    " salutation gender birth signature twitter linkedin ansprechpartner ansprechpartnerin"
    " kontakt kontaktperson contactpersoon contatto contacto correo courriel osoba"
    " referent referente borgmester ordforande staff manager director politician"
)
# Not about persons, whatever stands beside: "Signatory status".
_STATUS = _words("status statut estado")
_PERSON_NAMES = _words("firstname lastname surname forename prenom nachname vorname cognome apellido apellidos")
# What tells two places of one name apart.
_AREAS = _words(
    "province provincia provinz provincie region regione regiao departement department county landkreis bundesland voivodeship wojewodztwo powiat judet"
    " okres nuts nuts2 nuts3 lau laucode nutscode inecode istatcode codigoine codiceistat federalstate"
)
# Headers of a running number, which are codes of countries as well (Norway, Nauru).
_COUNTERS = _words("no nr n num id lp sn sr pos ser")
_BARE_NAMES = _words("name nom nombre nome naam navn namn full name")


@dataclass(frozen=True)
class Header:
    """Which column holds what: places in a row, by field; ``kind`` can stand in several."""

    row: int
    last_row: int
    columns: Mapping[str, int]
    kinds: Sequence[int]
    used: Mapping[str, str] = field(default_factory=dict)
    unused: Sequence[str] = ()
    personal: Sequence[str] = ()
    # The columns that are not used, by their places.
    others: Mapping[int, str] = field(default_factory=dict)
    # A column that is read as that of roles because of its cells; of these only such as are a role and nothing else.
    roles_at: int | None = None
    # The columns that tell two places of one name apart.
    areas: Sequence[int] = ()
    # Whether it says of all members that they are associations.
    of_associations: bool = False
    # What stands in its cells, folded.
    words: frozenset[str] = frozenset()

    @property
    def name_at(self) -> int:
        """The column that names the member."""
        return self.columns.get("name", self.columns.get("locality", 0))


def is_personal(header: str) -> bool:
    """Whether a column looks like one about a person."""
    words = fold(header).split()
    pairs = {"".join(pair) for pair in pairwise(words)}
    return bool((set(words) | pairs) & _PERSONAL) and not set(words) & _STATUS


def field_of(header: str) -> str:
    """The field that a header names; empty for none, and for one about persons."""
    if is_personal(header):
        return ""
    for text in (header, *re.split(r"[/|()\n]| - ", header)):
        wanted = fold(text)
        if wanted in _FIELD_OF:
            return _FIELD_OF[wanted]
    words = fold(header).split()
    rest = [word for word in words if word not in _FILLERS]
    if not rest:
        return "name" if "name" in words else ""
    if (known := _FIELD_OF.get(" ".join(rest))) is not None:
        return known
    # "Name of the municipality", "Partner organisation (English)": whatever else it says, a body is named there.
    return "name" if len(words) <= _LONGEST_HEADING and set(rest) & _BODY_WORDS and not set(words) & _NO_BODY else ""


def find_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """The header within the first rows: the row that names most fields, and the lines below it that say the same again."""
    best, most = None, 0
    one_column = all(sum(map(bool, cells)) < 2 for cells in rows)
    for number, cells in enumerate(rows[:40]):
        fields = {field_of(cell) for cell in cells if cell} - {""}
        enough = bool(fields & {"name", "locality"}) and (len(fields) > 1 or one_column or _stands_alone(rows, number))
        # A row with a country in it is one of the list, whatever else its words may mean.
        data = any(country_of(cell) and not field_of(cell) and fold(cell) not in _COUNTERS for cell in cells if cell)
        if enough and not data and len(fields) > most:
            best, most = number, len(fields)
    if best is None:
        return None
    last = best
    while last + 1 < len(rows) and _says_again(rows[best], rows[last + 1]):
        last += 1
    return _header(rows, best, last)


def _stands_alone(rows: Sequence[Sequence[str]], number: int) -> bool:
    """Whether a row with one known header among others is one: ``Comune;Abitanti``. In a row of data its word would come again below."""
    filled = [(place, cell) for place, cell in enumerate(rows[number]) if cell]
    known = [(place, fold(cell)) for place, cell in filled if fold(cell) in _FIELD_OF]
    below = [(place, fold(cells[place])) for cells in rows[number + 1 :] for place, _ in known if place < len(cells)]
    return len(filled) > 1 and len(known) == 1 and known[0] not in below


def _says_again(header: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row is the header in another language: two or more cells name the field of the cell above."""
    same = [cell for above, cell in zip(header, below, strict=False) if cell and field_of(cell) and field_of(cell) == field_of(above)]
    other = [cell for above, cell in zip(header, below, strict=False) if cell and field_of(cell) and field_of(above) and field_of(cell) != field_of(above)]
    return len(same) > 1 and not other


def _header(rows: Sequence[Sequence[str]], first: int, last: int) -> Header:
    width = max(len(rows[number]) for number in range(first, last + 1))
    names = [next((rows[n][i] for n in range(first, last + 1) if i < len(rows[n]) and rows[n][i]), "") for i in range(width)]
    persons = any(set(fold(name).split()) & _PERSON_NAMES or fold(name) in ("first name", "last name") for name in names)
    columns: dict[str, int] = {}
    kinds, used, unused, personal = [], dict[str, str](), [], []
    for i, name in enumerate(names):
        what = field_of(name)
        others = {field_of(n) for j, n in enumerate(names) if j != i} | (
            {"name"} if any(field_of(n) == "name" and fold(n) not in _BARE_NAMES for n in names) else set()
        )
        if not name:
            continue
        if is_personal(name) or (persons and fold(name) in _BARE_NAMES and others & {"name", "locality"}):
            personal.append(name)
        elif what == "kind":
            kinds.append(i)
            used[name] = what
        elif what and what not in columns:
            columns[what] = i
            used[name] = what
        else:
            unused.append(name)
    words = frozenset(fold(cell) for number in range(first, last + 1) for cell in rows[number] if cell)
    associations = any(what == "name" and set(fold(name).split()) & _ASSOCIATIONS for name, what in used.items())
    areas = [i for i, name in enumerate(names) if name in unused and fold(name).replace(" ", "") in _AREAS]
    used |= {names[i]: "area" for i in areas}
    unused = [name for name in unused if name not in used]
    left = {i: name for i, name in enumerate(names) if name in unused}
    return Header(first, last, columns, kinds, used, unused, personal, left, None, areas, associations, words)
