"""What the columns of a list of members mean, in the languages in which lists come. Declared, not guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from interlocal.loaders.members.names import country_of
from interlocal.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Headers after folding, by field. A header in two languages ("Ville / City") is read part by part.
_HEADERS = {
    "name": (
        "association|associations|national association|member association|national associations|verband|body|bodies|participating authority|full name"
        "|fullname|name|member|members|member name|organisation|organization|organisation name|organization name|institution|authority|authority name"
        "|public authority|lra|lra name|partner|partner name|member organisation|member organization|name of organisation|nom|nom complet|membre"
        "|membres|collectivite|nombre|nombre completo|miembro|miembros|entidad|nome|nome completo|denominazione|membro|membri|ente|socio|soci|mitglied"
        "|mitglieder|bezeichnung|denominazione ente|nome ente|ente denominazione|nombre de la entidad|entidad local|organismo|project partner"
        "|beneficiary|beneficiary name|name of beneficiary|applicant|participant|participants|partners|organisations|organizations|institutions"
        "|authorities|local authorities|municipalities|participant name|organizacja|jednostka|organizatia|institutie|institutia|intezmeny|ustanova"
        "|gebietskorperschaft|korperschaft|naam|volledige naam|lid|leden|organisatie|medlem|medlemmer|medlemmar|navn|namn|nazwa|czlonek|czlonkowie"
        "|nazev|clen|clenove|nume|denumire|membru|nev|tag|tagok|ime|naziv|onoma|ονομα|μελος|nimi|jasen|nom du membre|name of member|member city"
        "|member cities|mitgliedsstadt|mitgliedsstadte"
    ),
    "locality": (
        "city|cities|namecity|city name|cityname|town|municipality|locality|locality siege|siege|seat|place|ville|villes|commune|localite|stadt|stadte"
        "|ort|gemeinde|sitz|citta|comune|ciudad|municipio|localidad|sede|cidade|localidade|stad|gemeente|plaats|kommune|kommun|by|miasto|gmina|mesto"
        "|obec|oras|localitate|denumirea localitatii|local authority area|kommunenavn|kommunnamn|naselje|orasul|stadtname|gemeindename|nom de la ville"
        "|nome comune|participating city|participating cities|communes|comuni|municipios|ayuntamientos|gemeinden|gemeenten|kommuner|gminy|miasta|mesta"
        "|obce|varos|telepules|grad|poli|πολη|πολις|δημος|dimos|kaupunki|city town|headquarters"
    ),
    "country": (
        "country|countrycode|country code|country name|countries|iso|iso code|iso2|iso country|member state|cc|nation|pays|code pays|etat membre|land"
        "|lander|staat|mitgliedstaat|landercode|landescode|landkurzel|paese|codice paese|nazione|pais|codigo pais|estado miembro|landcode|landekode"
        "|kraj|panstwo|zeme|krajina|tara|orszag|chora|χωρα|maa|drzava|zemlja|staat land|stato|stato membro|lidstaat|riik|valsts|salis|ulke|medlemsland"
    ),
    "kind": (
        "statut|status|entity|type|kind|level|category|member type|type of member|membership|membership type|type of membership|membership status"
        "|city statut|city status|type of entity|entity type|type of authority|type of organisation|type of organization|role|categorie|type de membre"
        "|type d entite|nature|typ|art|mitgliedschaft|mitgliedsart|mitgliedsstatus|kategorie|rolle|tipo|categoria|tipologia|tipo de miembro"
        "|tipo di membro|soort|lidmaatschap|rol|typ czlonkostwa|kategoria|tip|tipo de entidad|member status|partner type|signatory status"
        "|status of membership|soort lid|type lid|lidsoort|lidtype|statut de membre|statut du membre|estado|situacion|situation|state of membership"
        "|tipo socio|tipo ente|tipo di ente|tipologia ente|art der mitgliedschaft|organisation type|organization type|body type|nivel|niveau|livello"
        "|ebene|poziom|medlemstyp|medlemstype|remarks on status"
    ),
    "since": (
        "year of joining|joining year|year joined|joined|join date|joining date|date joined|member since|since|start|start year|start date"
        "|date of joining|date of accession|year of accession|accession|entry|from|annee d adhesion|adhesion|date d adhesion|membre depuis|depuis|debut"
        "|beitritt|beitrittsjahr|beitrittsdatum|mitglied seit|seit|anno di adesione|adesione|dal|fecha de adhesion|ano de adhesion|desde|ano de adesao"
        "|adesao|lid sinds|sinds|medlem siden|medlem sedan|rok przystapienia|data przystapienia|czlonek od|od|an aderare|data aderarii|data adesione"
        "|data di adesione|anno adesione|socio dal|membro dal|ano de alta|alta|fecha de alta|fecha alta|miembro desde|membro desde|date of adhesion"
        "|date d entree|entree|annee d entree|eintritt|eintrittsdatum|aufnahme|datum beitritt|datum toetreding|toetreding|jaar van toetreding"
        "|date of entry|year of entry|year of adhesion|joined in|member from|membership since|membership start|medlem fra|clenem od|csatlakozas"
        "|csatlakozas eve"
    ),
    "until": (
        "end|end year|end date|until|left|year of leaving|year left|to|member until|exit|fin|date de fin|jusqu a|jusqu en|annee de sortie|austritt"
        "|austrittsjahr|bis|ende|fine|al|uscita|hasta|fim|ate|tot|einde|slut|koniec|do|date de sortie|sortie|date de depart|date de retrait"
        "|data di uscita|data uscita|data recesso|fecha de baja|baja|ano de baja|austrittsdatum|mitglied bis|membre jusqu en|lid tot|datum uittreding"
        "|uittreding|date of leaving|leaving date|membership end|member to|left in|withdrawal|date of withdrawal|year of withdrawal|data wystapienia"
    ),
    "network": (
        "network|network name|networks|name of network|name of the network|project network|reseau|nom du reseau|netzwerk|netwerk|rete|red|rede|natverk"
        "|netvaerk|siec|diktyo|retea|halozat"
    ),
    "code": "code network|network code|code reseau|network id|network acronym",
}  # fmt: skip
_FIELD_OF = {fold(header): name for name, headers in _HEADERS.items() for header in headers.split("|")}
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
)
# Columns that look like persons are never read.
_PERSONAL = _words(
    "mayor contact contacts email emails mail phone phones telephone tel telefon telefono mobile fax signatory signatories representative"
    " representatives delegate person maire burgermeister burgermeisterin oberburgermeister burgemeester sindaco alcalde alcaldesa president chair"
    " chairman firstname lastname surname forename prenom nachname vorname cognome apellido apellidos responsable coordinator councillor officer"
    " salutation gender birth signature twitter linkedin ansprechpartner kontakt kontaktperson contactpersoon contatto contacto correo courriel osoba"
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
    return "name" if set(rest) & _BODY_WORDS and not set(words) & _NO_BODY else ""


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
    return Header(first, last, columns, kinds, used, unused, personal, areas, associations, words)
