"""What the cells of a list of members say: status, kind, dates, and what around a name is none of it. In many languages; declared, not guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from interlocal.text import fold

_FORMER = (
    "former|formerly|ancien|ancienne|ancien membre|ehemalig|ehemaliges|ehemalige|ehemaliger|ex|exmitglied|left|withdrawn|withdrew|resigned|antiguo"
    "|antigua|exmiembro|voormalig|tidigare|tidligere|byly|byla|bivsi|fost|past|ended|terminated|expired|ausgetreten|cessato|ex socio|entinen|oud"
    "|oud lid|uitgetreden|retire|sorti|demissionnaire|exclu|excluded|expelled|baja|recesso|receduto|volt tag|volt|wystapil|no longer"
    "|not a member anymore|resigned member|discontinued"
)  # fmt: skip
_CANDIDATE = "candidate|applicant|prospective|pending|kandidat|candidat|candidato|invited|applied|aspirant"
# One English word for each role, and how lists print it.
_ROLES = {
    "observer": (
        "observers|beobachtende|observadores|osservatori|observer|observateur|observatrice|beobachter|osservatore|observador|waarnemer|observator"
        "|obserwator|beobachterin|megfigyelo|observateurs|observadora|beobachtendes|beobachtender"
    ),
    "associate": (
        "associes|associees|associati|asociados|associates|associate|associated|associe|assoziiert|assoziierte|assoziierter|assoziiertes|asociado|associato"
        "|geassocieerd|asociada|associata|associee|associada|geassocieerde|stowarzyszony|asociat"
    ),
    "lead partner": "lead partner|lead|leader|chef de file",
    "partner": "partners|partner|partenaire|partenariat",
    "coordinator": "coordinator",
    "affiliate": "affiliates|affiliate|affiliated",
    "honorary": "honorary|ehrenmitglied|membre d honneur|erelid|onorario|honorario",
    "founder": "founding|founder|fondateur|grundungsmitglied",
    "supporting": "supporting|sostenitore|wspierajacy|fordermitglied",
    "cooperating": "cooperating",
    "corresponding": "korrespondierend|korrespondierendes|corresponding",
    "extraordinary": "ausserordentlich|ausserordentliches|ausserordentlicher|extraordinary|extraordinario",
    "guest": "gast|gastmitglied|invite|guest",
    "suspended": (
        "suspended|suspendu|suspendue|suspendido|suspendida|sospeso|sospesa|geschorst|zawieszony|zawieszona|suspendat"
    ),
    "inactive": "ruhend|ruht|on hold|dormant|inactive",
    "sympathising": "sympathising",
    "subscriber": "subscriber",
    "adherent": "adherent",
}  # fmt: skip
_MEMBER = (
    "member|members|full|full member|active|membre|membre effectif|mitglied|vollmitglied|ordinary|ordentliches|socio|membro|lid|medlem|czlonek|miembro"
    "|effective|effectif|titulaire|yes|oui|ja|si|tak|current|member city|clen|membru|tag|published|aktiv|actif|attivo|activo|aktywny|gewoon lid|gewoon"
    "|approved|signed|confirmed|participant|participating|adherente|leden|mitgliedsstadt|ville membre|x|v"
)  # fmt: skip
_LEVELS = {
    "municipality": (
        "municipalities|stadte|villes|comuni|gemeinden|communes|city|cities|town|municipality|municipal|commune|ville|stadt|gemeinde|comune|citta"
        "|ayuntamiento|ciudad|municipio|gemeente|stad|kommune|kommun|miasto|gmina|mesto|obec|village|city council|urban municipality|urban area|dimos"
        "|δημος|camara municipal|concello|oras|varos|kaupunki|municipalite|grosstadt|lau|obshtina|opcina|obcina|municipiu|primaria|urzad miasta"
        "|town council|comuna|kunta"
    ),
    "city_district": "district|city district|borough|arrondissement|bezirk|stadtbezirk|quartier|stadsdeel|stadsdel",
    "metropolitan": (
        "metropolitan|metropolis|metropole|metropolitan area|metropolitan city|metropolitan region|agglomeration|communaute urbaine|citta metropolitana"
        "|intermunicipality|intermunicipal|communaute d agglomeration|communaute de communes|eurocity|intercommunality"
    ),
    "county": "counties|landkreise|county|county council|landkreis|kreis|lan|fylke|megye|judet|powiat|zupanija",
    "province": (
        "provinces|provincias|departements|province|provincial|provincia|cabildo|diputacion|diputacio|deputacion|provincie|provinz|departement"
        "|department|provincial council"
    ),
    "region": (
        "regions|regioni|regionen|regiones|region|regional|regione|regional authority|regional government|regional council|comunidad autonoma"
        "|autonomous community|voivodeship|wojewodztwo|kraj|regiune|regional public authority|comunidad|periferia|maakunta"
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
    "association": (
        "associations|asociacion|associazione|stowarzyszenie|vereniging|verein|federacion|federazione|unione di comuni|association|verband|network"
        "|federation|national association|association of cities|union|association of municipalities"
    ),
    "company": "company|business|private|enterprise|sme|firm|prc|industry",
    "agency": "agency|agence|development agency",
    "national_authority": "ministry|national authority|government|national government|national public authority",
    "eu_institution": "eu institution",
    "igo": "international organisation|international organization|igo",
    "trade_union": "trade union",
    "other": "other|organisation|organization|autre|sonstige",
}  # fmt: skip
_PERSONS = "individual|person|individual member|expert|private person|einzelperson|personne"


# Words that stand beside these in a heading: "Associate members", "Former member cities".
_BESIDE = "and|und|et|e|y|cities|towns|networks|stadte|villes|members|membres|mitglieder|list|of|the"


@dataclass(frozen=True)
class Said:
    """What the cells of status and kind say together."""

    former: bool = False
    # The year in which it left, where the cell has one.
    left: str = ""
    candidate: bool = False
    person: bool = False
    role: str = ""
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
    length, role = max(((_holds(text, words), role) for role, words in _ROLES.items()), key=lambda item: item[0])
    return role if length else ""


def _says_no_more(text: str, role: str) -> bool:
    """``Associate members`` says no more than ``associate``."""
    words = " ".join(word for word in text.split() if word not in ("member", "members"))
    return words in (role, f"{role}s")


@lru_cache(maxsize=2**12)
def said_by(cells: tuple[str, ...]) -> Said:
    """``Former Member`` and ``City`` together: a municipality that was a member."""
    former = candidate = person = authority = False
    role = printed = level = kind = left = ""
    unknown = []
    for cell in cells:
        text = fold(cell)
        if not text:
            continue
        status = _role(text) or any(_holds(text, words) for words in (_FORMER, _CANDIDATE, _MEMBER))
        if _holds(text, _FORMER):
            former, left = True, period_of(cell)[1] or date_of(cell)
        elif _holds(text, _CANDIDATE):
            candidate = True
        elif not role and _role(text):
            role, printed = _role(text), "" if _says_no_more(text, _role(text)) else cell
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
    authority = authority or bool(level)
    return Said(former, left, candidate, person and not authority, role, printed, level, "" if authority else kind, authority, unknown)


# What tables write where there is nothing. (NA is Namibia as well, but a list that was saved by R or pandas writes it for nothing.)
NOTHING = frozenset(("na", "nan", "none", "null", "nil", "unknown", "tbc", "tbd", "n a", "not available", "not applicable", ""))
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_ISO = re.compile(r"(1[89]\d\d|20\d\d)-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")


@cache
def _section_words() -> frozenset[str]:
    tables = (_FORMER, _CANDIDATE, _MEMBER, _BESIDE, *_ROLES.values(), *_LEVELS.values(), *_KINDS.values())
    return frozenset(word for table in tables for phrase in _folded(table) for word in phrase.split())


def section_of(text: str) -> str:
    """A heading over members that says nothing but their status or kind (``Associate members (12):``), without its count; else empty."""
    bare = re.sub(r"[\s:(]*\d*[):]*$", "", text)
    return bare if bare[:1].isalpha() and set(fold(bare).split()) <= _section_words() else ""


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


def aside_of(name: str) -> tuple[str, str]:
    """``Roma (left 2014)`` is ``Roma``, and left 2014: brackets with a status or a year say nothing of the name."""
    match = re.match(r"^(.*\S)\s*[(\[]([^()\[\]]+)[)\]]$", name)
    if match and (said_by((match[2],)).status or date_of(match[2])):
        return match[1], match[2]
    return name, ""
