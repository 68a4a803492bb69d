"""What the columns and the cells of a list of members mean, in the languages in which lists come. Declared, not guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from interlocal.loaders.matching import country_of
from interlocal.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Headers after folding, by field. A header in two languages ("Ville / City") is read part by part.
_HEADERS = {
    "name": (
        "full name|fullname|name|member|members|member name|organisation|organization|organisation name|organization name|institution|authority"
        "|authority name"
        "|public authority|lra|lra name|partner|partner name|member organisation|member organization|name of organisation|nom|nom complet|membre|membres"
        "|collectivite|nombre|nombre completo|miembro|miembros|entidad|nome|nome completo|denominazione|membro|membri|ente|socio|soci|mitglied"
        "|mitglieder|bezeichnung"
        "|korperschaft|naam|volledige naam|lid|leden|organisatie|medlem|medlemmer|medlemmar|navn|namn|nazwa|czlonek|czlonkowie|nazev|clen|clenove"
        "|nume|denumire"
        "|membru|nev|tag|tagok|ime|naziv|onoma|ονομα|μελος|nimi|jasen|nom du membre|name of member|member city|member cities|mitgliedsstadt|mitgliedsstadte"
    ),
    "locality": (
        "city|cities|namecity|city name|cityname|town|municipality|locality|locality siege|siege|seat|place|ville|villes|commune|localite|stadt"
        "|stadte|ort|gemeinde"
        "|sitz|citta|comune|ciudad|municipio|localidad|sede|cidade|localidade|stad|gemeente|plaats|kommune|kommun|by|miasto|gmina|mesto|obec|oras|localitate"
        "|varos|telepules|grad|poli|πολη|πολις|δημος|dimos|kaupunki|city town|headquarters"
    ),
    "country": (
        "country|countrycode|country code|country name|countries|iso|iso code|iso2|iso country|member state|cc|nation|pays|code pays|etat membre|land"
        "|lander|staat"
        "|mitgliedstaat|landercode|landescode|landkurzel|paese|codice paese|nazione|pais|codigo pais|estado miembro|landcode|landekode|kraj|panstwo"
        "|zeme|krajina"
        "|tara|orszag|chora|χωρα|maa|drzava|zemlja"
    ),
    "kind": (
        "statut|status|entity|type|kind|level|category|member type|type of member|membership|membership type|type of membership|membership status|city statut"
        "|city status|type of entity|entity type|type of authority|type of organisation|type of organization|role|categorie|type de membre|type d entite"
        "|nature|typ|art|mitgliedschaft|mitgliedsart|mitgliedsstatus|kategorie|rolle|tipo|categoria|tipologia|tipo de miembro|tipo di membro|soort"
        "|lidmaatschap|rol|typ czlonkostwa"
        "|kategoria|tip|tipo de entidad|member status|partner type"
    ),
    "since": (
        "year of joining|joining year|year joined|joined|join date|joining date|date joined|member since|since|start|start year|start date"
        "|date of joining|date of accession"
        "|year of accession|accession|entry|from|annee d adhesion|adhesion|date d adhesion|membre depuis|depuis|debut|beitritt|beitrittsjahr|beitrittsdatum"
        "|mitglied seit|seit|anno di adesione|adesione|dal|fecha de adhesion|ano de adhesion|desde|ano de adesao|adesao|lid sinds|sinds|medlem siden"
        "|medlem sedan"
        "|rok przystapienia|od|an aderare|data aderarii"
    ),
    "until": (
        "end|end year|end date|until|left|year of leaving|year left|to|member until|exit|fin|date de fin|jusqu a|jusqu en|annee de sortie|austritt"
        "|austrittsjahr|bis|ende"
        "|fine|al|uscita|hasta|fim|ate|tot|einde|slut|koniec|do"
    ),
    "network": (
        "network|network name|networks|name of network|name of the network|project network|reseau|nom du reseau|netzwerk|netwerk|rete|red|rede"
        "|natverk|netvaerk|siec|diktyo|retea|halozat"
    ),
    "code": "code network|network code|code reseau|network id|network acronym",
}  # fmt: skip
_FIELD_OF = {fold(header): name for name, headers in _HEADERS.items() for header in headers.split("|")}
# Words of a header that say nothing: "Official name of the member (in English)".
_FILLERS = _words("official english original in the of native name nom nome naam complete de la le du des von der del lang language code current")
# Columns that look like persons are never read.
_PERSONAL = _words(
    "mayor contact contacts email emails mail phone phones telephone tel telefon telefono mobile fax signatory signatories representative"
    " representatives delegate person"
    " maire burgermeister burgermeisterin oberburgermeister burgemeester sindaco alcalde alcaldesa president chair chairman firstname lastname"
    " surname forename prenom"
    " nachname vorname cognome apellido apellidos responsable coordinator councillor officer salutation gender birth signature twitter linkedin"
    " ansprechpartner"
    " kontakt kontaktperson contactpersoon contatto contacto correo courriel osoba referent referente borgmester ordforande staff manager director politician"
)
_PERSON_NAMES = _words("firstname lastname surname forename prenom nachname vorname cognome apellido apellidos")
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


def is_personal(header: str) -> bool:
    """Whether a column looks like one about a person."""
    words = fold(header).split()
    pairs = {"".join(pair) for pair in pairwise(words)}
    return bool((set(words) | pairs) & _PERSONAL)


def field_of(header: str) -> str:
    """The field that a header names; empty for none, and for one about persons."""
    if is_personal(header):
        return ""
    for text in (header, *re.split(r"[/|()\n]| - ", header)):
        wanted = fold(text)
        if wanted in _FIELD_OF:
            return _FIELD_OF[wanted]
    rest = [word for word in fold(header).split() if word not in _FILLERS]
    return _FIELD_OF.get(" ".join(rest), "name" if not rest and "name" in fold(header) else "")


def find_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """The header within the first rows: the row that names most fields, and the lines below it that say the same again."""
    best, most = None, 0
    one_column = all(sum(map(bool, cells)) < 2 for cells in rows)
    for number, cells in enumerate(rows[:40]):
        fields = {field_of(cell) for cell in cells if cell} - {""}
        enough = bool(fields & {"name", "locality"}) and (len(fields) > 1 or one_column)
        # A row with a country in it is one of the list, whatever else its words may mean.
        data = any(country_of(cell) and not field_of(cell) for cell in cells if cell)
        if enough and not data and len(fields) > most:
            best, most = number, len(fields)
    if best is None:
        return None
    last = best
    while last + 1 < len(rows) and _says_again(rows[best], rows[last + 1]):
        last += 1
    return _header(rows, best, last)


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
    return Header(first, last, columns, kinds, used, unused, personal)


# --- what a cell of status or kind says ----------------------------------------------------------------------------------

_FORMER = (
    "former|formerly|ancien|ancienne|ancien membre|ehemalig|ehemaliges|ehemalige|ehemaliger|ex|exmitglied|left|withdrawn|withdrew|resigned"
    "|antiguo|antigua|exmiembro|voormalig"
    "|tidigare|tidligere|byly|byla|bivsi|fost|past|ended|terminated|expired|ausgetreten|cessato|ex socio|entinen"
)  # fmt: skip
_CANDIDATE = "candidate|applicant|prospective|pending|kandidat|candidat|candidato|invited|applied|aspirant"
_ROLES = (
    "observer|observateur|observatrice|beobachter|osservatore|observador|waarnemer|observator|associate|associated|associe|assoziiert"
    "|assoziiertes|asociado|associato"
    "|geassocieerd|partner|partenaire|lead|leader|chef de file|coordinator|honorary|founding|founder|fondateur|grundungsmitglied|supporting"
    "|cooperating|affiliate|affiliated"
    "|corresponding|guest|fordermitglied|sympathising|subscriber|adherent"
)  # fmt: skip
_MEMBER = (
    "member|members|full|full member|active|membre|membre effectif|mitglied|vollmitglied|ordinary|ordentliches|socio|membro|lid|medlem|czlonek"
    "|miembro|effective|effectif|titulaire"
    "|yes|oui|ja|si|tak|current|member city|clen|membru|tag"
)  # fmt: skip
_LEVELS = {
    "municipality": (
        "city|cities|town|municipality|municipal|commune|ville|stadt|gemeinde|comune|citta|ayuntamiento|ciudad|municipio|gemeente|stad|kommune|kommun"
        "|miasto|gmina"
        "|mesto|obec|village|city council|urban municipality|urban area|dimos|δημος|camara municipal|concello|oras|varos|kaupunki|municipalite"
        "|municipalities|grosstadt|lau"
    ),
    "city_district": "district|city district|borough|arrondissement|bezirk|stadtbezirk|quartier|stadsdeel|stadsdel",
    "metropolitan": (
        "metropolitan|metropolis|metropole|metropolitan area|metropolitan city|metropolitan region|agglomeration|communaute urbaine"
        "|citta metropolitana|intercommunality"
    ),
    "county": "county|county council|landkreis|kreis|lan|fylke|megye|judet|powiat|zupanija",
    "province": "province|provincial|provincia|diputacion|diputacio|deputacion|provincie|provinz|departement|department|provincial council",
    "region": (
        "region|regional|regione|regional authority|regional government|regional council|comunidad autonoma|autonomous community|voivodeship"
        "|wojewodztwo|kraj|regiune|regional public authority"
    ),
    "state": "land|bundesland|federal state|canton|kanton|state",
}  # fmt: skip
# Authorities of which the word does not tell the level.
_AUTHORITIES = (
    "local authority|local government|lra|local and regional authority|public authority|authority|collectivite|local public authority"
    "|collectivite territoriale|ente locale|gebietskorperschaft"
)
_KINDS = {
    "university": "university|universite|universitat|universidad|universita|higher education|hes|academia|academic",
    "research": "research|research centre|research institute|rec|think tank",
    "NGO": "ngo|ong|civil society|non profit|nonprofit|charity|cso",
    "foundation": "foundation|fondation|stiftung",
    "association": "association|verband|network|federation|national association|association of cities|union|association of municipalities",
    "company": "company|business|private|enterprise|sme|firm|prc|industry",
    "agency": "agency|agence|development agency",
    "national_authority": "ministry|national authority|government|national government|national public authority",
    "eu_institution": "eu institution",
    "igo": "international organisation|international organization|igo",
    "trade_union": "trade union",
    "other": "other|organisation|organization|autre|sonstige",
}  # fmt: skip
_PERSONS = "individual|person|individual member|expert|private person|einzelperson|personne"


@dataclass(frozen=True)
class Said:
    """What the cells of status and kind say together."""

    former: bool = False
    candidate: bool = False
    person: bool = False
    role: str = ""
    level: str = ""
    kind: str = ""
    authority: bool = False
    unknown: Sequence[str] = ()


@cache
def _folded(phrases: str) -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in phrases.split("|"))


def _holds(text: str, phrases: str) -> int:
    """The length of the longest of the phrases that stands in the text as whole words."""
    return max((len(phrase) for phrase in _folded(phrases) if f" {phrase} " in f" {text} "), default=0)


def said_by(cells: Sequence[str]) -> Said:
    """``Former Member`` and ``City`` together: a municipality that was a member."""
    former = candidate = person = authority = False
    role = level = kind = ""
    unknown = []
    for cell in cells:
        text = fold(cell)
        if not text:
            continue
        status = any(_holds(text, words) for words in (_FORMER, _CANDIDATE, _ROLES, _MEMBER))
        if _holds(text, _FORMER):
            former = True
        elif _holds(text, _CANDIDATE):
            candidate = True
        elif _holds(text, _ROLES):
            role = role or cell.lower()
        found = [(_holds(text, words), what, "level") for what, words in _LEVELS.items()] + [
            (_holds(text, words), what, "kind") for what, words in _KINDS.items()
        ]
        found += [(_holds(text, _AUTHORITIES), "", "authority"), (_holds(text, _PERSONS), "", "person")]
        length, what, sort = max(found, key=lambda item: item[0])
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
    return Said(former, candidate, person and not level and not authority, role, level, "" if level or authority else kind, authority or bool(level), unknown)


_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_ISO = re.compile(r"(1[89]\d\d|20\d\d)-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")


def date_of(text: str) -> str:
    """A date as the model writes it, as precise as can be told: ``2004-05-01`` or ``2004``; empty when there is no year."""
    if match := _ISO.fullmatch(text):
        return match[0]
    match = _YEAR.search(text)
    return match[1] if match else ""
