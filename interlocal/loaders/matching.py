"""Which authority does a row of a list mean? By country, name, alias and level; what is not certain is never decided here. Pure.

Certain is only what is equal after folding accents and case and after taking off the words that tell the level ("Ville
de", "Kommune", "Province of"), within the country and the level. Exonyms (Wien, Vienna) come from ``exonyms.csv``.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from interlocal.graph.records import NodeRecord
from interlocal.graph.schema import NOT_ISO
from interlocal.text import fold

_HERE = Path(__file__).parent
# At this likeness (rapidfuzz ratio, 0 to 100) two names of one country and level may be one; people decide.
_ALIKE = 84

# The words before a name, as they are after folding, and the level that they tell. Longer ones are tried first.
_BEFORE = {
    "municipality": (
        "city and county of|city council of|town council of|municipal council of|city hall of|the city of|city of|city|town of|municipality of|municipality"
        "|municipal authority of|local authority of|village of|ville|municipalite|commune|mairie|comune|citta|roma capitale|municipio|excmo ayuntamiento"
        "|excelentisimo ayuntamiento|ayuntamiento|ajuntament|ciudad|concello|concejo|camara municipal|cidade|stadtgemeinde|stadtverwaltung|stadt"
        "|landeshauptstadt"
        "|freie und hansestadt|freie hansestadt|hansestadt|universitatsstadt|bundeshauptstadt|bundesstadt|kreisfreie stadt|magistrat der stadt"
        "|magistrat|marktgemeinde|gemeinde|gemeente|stad"
        "|wissenschaftsstadt|klingenstadt|stadt der|miasto stoleczne|miasto st|m st|miasto|gmina miejska|gmina miasto|gmina|urzad miasta|urzad miejski"
        "|statutarni mesto|hlavni mesto|hlavne mesto|mesto|obec|mestna obcina|obcina|grad|opcina|opstina|municipiul|primaria municipiului|primaria orasului"
        "|primaria|orasul|comuna|dimos|demos|δημος|obshtina|община|град|bashkia|komuna"
    ),
    "city_district": "london borough of|royal borough of|borough of|bezirksamt|bezirk|mestska cast|stadtbezirk|district municipality of|stadsdeel",
    "metropolitan": (
        "eurometropole|metropole|metropolitan city of|metropolitan area of|citta metropolitana|area metropolitana|communaute urbaine"
        "|communaute d agglomeration"
        "|urban community of|greater city of|combined authority of|metropolis of|gornoslasko zaglebiowska metropolia"
    ),
    "county": "county council of|county of|landkreis|kreis|judetul|consiliul judetean|powiat|zupanija|departement|conseil departemental|conseil general",
    "province": (
        "provincial council of|provincial government of|provincial deputation of|autonomous province of|province of|provincia autonoma"
        "|amministrazione provinciale"
        "|provincia|diputacion provincial|diputacion foral|diputacion|diputacio provincial|diputacio|deputacion provincial|deputacion|cabildo insular|cabildo"
        "|provincie|provinz|province|autonome provinz"
    ),
    "region": (
        "regional council of|regional government of|region of|autonomous region of|autonomous community of|regione autonoma|regione|conseil regional|region"
        "|comunidad autonoma|comunidad foral|comunidad|junta|generalitat|xunta|wojewodztwo|voivodeship of|marshal office of|urzad marszalkowski wojewodztwa"
        "|marshal s office of|governo regional|periferia|περιφερεια"
    ),
    "state": "land|bundesland|freistaat|free state of|federal state of|state of|canton of|canton|kanton",
}  # fmt: skip
# The words after a name.
_AFTER = {
    "municipality": (
        "city council|town council|municipal council|borough council|district council|metropolitan borough council|city hall|municipality"
        "|municipal authority|city"
        "|town|urban municipality|local authority|kommune|kommun|stad|stads|kaupunki|kunta|city municipality|megyei jogu varos onkormanyzata"
        "|varos onkormanyzata"
        "|onkormanyzata|megyei jogu varos|varos|miesto savivaldybe|rajono savivaldybe|savivaldybe|city municipality council|linnavalitsus|linn|vald"
        "|pasvaldiba"
        "|pilsetas dome|dome|belediyesi|municipality council|gemeente|stadt|ville|by"
    ),
    "city_district": "london borough council|city district|borough|stadsdel|stadsdelsforvaltning",
    "metropolitan": (
        "metropole|metropolitan area|metropolitan city|metropolitan authority|urban community|combined authority|agglomeration|buyuksehir belediyesi"
    ),
    "county": "county council|county|lan|fylkeskommune|fylke|megye|megyei onkormanyzat|maakond|apskritis|zupanija|powiat|kreis|landkreis|department",
    "province": "provincial council|province|provinsi|provincie|provinz",
    "region": "regional council|regional authority|region|voivodeship|regional government|samospravny kraj|kraj|capital region|wojewodztwo|autonomous region",
    "state": "kanton|canton|federal state",
}  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Small words between what tells the level and the name. Those that hold an article stand for it: Ville du Havre, Le Havre.
_PREPOSITIONS = _words("of de del della dello delle dei degli di d da do dos das du des van von der")
_HOLD_ARTICLE = {
    "du": ("le",), "des": ("les",), "del": ("el", "il"), "della": ("la",), "dello": ("lo",), "delle": ("le",), "dei": ("i",), "degli": ("gli",),
    "do": ("o",), "da": ("a",), "dos": ("os",), "das": ("as",), "der": ("die",),
}  # fmt: skip
_ARTICLES = _words("la le les los las el l il lo i gli o a os as die der das het de")
# What may stand after a name and says nothing of the level.
_EMPTY = _words("council administration government authority authorities capitale capital")
_SAME_WORD = {"st": "saint", "sankt": "saint", "sint": "saint", "ste": "sainte"}
# Of these a county is often called a province and the other way round; so are regions and states.
_TIERS = {"county": "middle", "province": "middle", "region": "upper", "state": "upper"}
# Cities that are a state or region of their own: the city is not another authority.
_CITY_STATES = {
    ("DE", "berlin"), ("DE", "hamburg"), ("DE", "bremen"), ("AT", "vienna"), ("CZ", "prague"), ("SK", "bratislava"), ("HU", "budapest"),
    ("RO", "bucharest"), ("NO", "oslo"), ("EE", "tallinn"), ("LV", "riga"), ("ES", "ceuta"), ("ES", "melilla"), ("CH", "basel"),
}  # fmt: skip
# Words that make a name that of a body, not of an authority, and the kind of body.
_BODIES = {
    "university": (
        "university|universitat|universite|universidad|universita|universiteit|universitet|universidade|uniwersytet|univerzita|hogeschool|hochschule"
    ),
    "research": "institute|institut|instituto|istituto",
    "foundation": "foundation|fondation|fundacion|fondazione|stiftung|fundacja|stichting|fundatia",
    "association": "association|associazione|asociacion|verein|asbl|vzw|federation|federazione|federacion|verband|konsortium|consortium|consorzio"
    "|stadteverband|stadtetag|gemeindebund",
    "NGO": "ngo|caritas|ong|onlus",
    "agency": "agency|agence|agencia|agenzia|agentur",
    "company": "ltd|gmbh|srl|limited|plc|societa",
    "national_authority": "ministry|ministere|ministerio|ministero|ministerium",
}  # fmt: skip
_BODY_WORDS = {word: kind for kind, words in _BODIES.items() for word in words.split("|")}


def _phrases(table: Mapping[str, str]) -> tuple[tuple[tuple[str, ...], str], ...]:
    found = [(tuple(fold(phrase).split()), level) for level, phrases in table.items() for phrase in phrases.split("|")]
    return tuple(sorted(found, key=lambda item: (-len(item[0]), item)))


_PREFIXES, _SUFFIXES = _phrases(_BEFORE), _phrases(_AFTER)


@dataclass(frozen=True)
class Parsed:
    """A name without the words that tell its level: ``core`` for comparing, ``display`` as it is printed."""

    core: str
    levels: frozenset[str]
    display: str
    # The preposition that was taken off before the name.
    preposition: str = ""


@dataclass(frozen=True)
class Asked:
    """What a row says of a member: its name, the place where it sits (may be empty), country, and the level if the list states one."""

    name: str
    locality: str
    country: str
    level: str = ""


@dataclass(frozen=True)
class Candidate:
    """A thing of the graph that may be meant, and how like it is."""

    id: str
    name: str
    why: str
    likeness: int = 100


@dataclass(frozen=True)
class Match:
    """``sure`` with one id; ``unsure`` with candidates; ``new`` when there is nothing like it."""

    kind: Literal["sure", "unsure", "new"]
    id: str = ""
    why: str = ""
    candidates: tuple[Candidate, ...] = ()


# --- countries and exonyms ---------------------------------------------------------------------------------------------


@cache
def _countries() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Code by folded name, and English name by code."""
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    with (_HERE / "country_names.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            names[row["id"]] = row["name"]
            for name in (row["id"], row["name"], *row["others"].split("|")):
                codes.setdefault(fold(name), row["id"])
    return codes | {code.lower(): iso for code, iso in NOT_ISO.items()}, names


def country_of(text: str) -> str:
    """The ISO code of a country that is given by code or by name in one of many languages; empty for none."""
    codes, _ = _countries()
    for part in (text, *re.split(r"[/(),;]| - ", text)):
        if (wanted := fold(part)) in codes:
            return codes[wanted]
    return ""


def country_name(code: str) -> str:
    return _countries()[1].get(code, code)


@cache
def _exonyms() -> tuple[Mapping[tuple[str, str], str], frozenset[tuple[str, str]]]:
    """The English name by country and folded name; and which of these are places (towns)."""
    names: dict[tuple[str, str], str] = {}
    places = set()
    with (_HERE / "exonyms.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    # What a place is called mainly comes before what another is called too; towns come before regions.
    for row in rows:
        names.setdefault((row["country"], _key(row["name"])), row["name"])
        if row["level"] == "municipality":
            places.add((row["country"], _key(row["name"])))
    for row in rows:
        for other in filter(None, row["others"].split("|")):
            names.setdefault((row["country"], _key(other)), row["name"])
    return names, frozenset(places)


def english_name(country: str, core: str) -> str:
    """The name under which all exonyms of a place meet; empty when it is not in the table."""
    return _exonyms()[0].get((country, core), "")


def canonical(country: str, core: str) -> str:
    """For comparing: the folded English name where there is one, else the name itself."""
    known = english_name(country, core)
    return _key(known) if known else core


def is_place(country: str, core: str) -> bool:
    """Whether a town or city of that name is known."""
    return (country, canonical(country, core)) in _exonyms()[1]


# --- names -------------------------------------------------------------------------------------------------------------


def _key(text: str) -> str:
    return " ".join(_SAME_WORD.get(word, word) for word in fold(text).split())


@lru_cache(maxsize=2**17)
def parse(text: str) -> Parsed:
    """``Ville de Nantes`` is ``nantes``, a municipality: one phrase before the name and one after it are taken off."""
    text = unicodedata.normalize("NFC", text)
    words = [(word, match.start(), match.end()) for match in re.finditer(r"[^\W_]+", text) for word in _key(match[0]).split()]
    if not words:
        return Parsed(_key(text), frozenset(), text.strip())
    levels: set[str] = set()
    preposition = ""
    tokens = [word for word, _, _ in words]
    for phrase, level in _PREFIXES:
        rest = len(phrase)
        # Ville-Neuve and Ville-d'Avray are names.
        if tuple(tokens[:rest]) == phrase and len(tokens) > rest and text[words[rest - 1][2] : words[rest][1]] != "-":
            levels.add(level)
            if tokens[rest] in _PREPOSITIONS and len(tokens) > rest + 1:
                preposition, rest = tokens[rest], rest + 1
            words = words[rest:]
            break
    words = _without_empty(words)
    tokens = [word for word, _, _ in words]
    for phrase, level in _SUFFIXES:
        if len(tokens) > len(phrase) and tuple(tokens[-len(phrase) :]) == phrase:
            levels.add(level)
            words = _without_empty(words[: -len(phrase)])
            break
    if len(words) > 1 and words[0][0] == "the":
        words = words[1:]
    display = text[words[0][1] : words[-1][2]]
    # A bracket that was cut in two is closed again.
    display += ")" if display.count("(") > display.count(")") else ""
    return Parsed(" ".join(word for word, _, _ in words), frozenset(levels), display, preposition)


def _without_empty(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    while len(words) > 1 and words[-1][0] in _EMPTY:
        words = words[:-1]
    return words


def without_country(text: str, country: str) -> str:
    """``Milan (Italy)`` and ``Milan, IT`` are ``Milan``."""
    for pattern in (r"^(.*\S)\s*[(\[]([^()\[\]]+)[)\]]$", r"^(.*\S)\s*,\s*([^,]+)$", r"^(.*\S)\s+-\s+(\S+)$"):
        match = re.match(pattern, text)
        if match and country and country_of(match[2]) == country and fold(match[2]) != fold(match[1]):
            return match[1]
    return text


def body_kind(text: str) -> str:
    """The kind of body that the words of a name tell (university, association …); empty for none."""
    return next((_BODY_WORDS[word] for word in fold(text).split() if word in _BODY_WORDS), "")


def parts(text: str) -> tuple[str, ...]:
    """The names that stand side by side in one: ``Bruxelles / Brussel``, ``Bolzano (Bozen)``."""
    found = [part.strip() for part in re.split(r"[/()\[\]|]| [-–—] ", text) if part.strip()]
    return tuple(found) if len(found) > 1 else ()


def keys_of(country: str, text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The names that ``text`` is to be compared by, each with the levels that its words tell.

    Several names side by side are one only where they are known to mean the same place.
    """
    parsed = parse(without_country(text, country))
    cores = [parsed.core, *(f"{article} {parsed.core}" for article in _HOLD_ARTICLE.get(parsed.preposition, ()))]
    first, _, rest = parsed.core.partition(" ")
    if parsed.levels and parsed.levels != {"municipality"} and first in _ARTICLES and rest:
        cores.append(rest)
    # Göteborgs stad, Stockholms län: the genitive of Scandinavia.
    if country in ("SE", "NO", "DK", "FI") and parsed.levels and parsed.core.endswith("s"):
        cores.append(parsed.core[:-1])
    for core in cores:
        yield canonical(country, core), parsed.levels
    together = [parse(part) for part in parts(text)]
    known = {english_name(country, p.core) for p in together}
    if len(together) > 1 and len(known) == 1 and known != {""}:
        yield _key(known.pop()), frozenset(level for p in together for level in p.levels)


_GREEK = "a b g d e z i th i k l m n x o p r s s t y f ch ps o"
_CYRILLIC = "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y _ e yu ya"
_TRANSLITERATED = str.maketrans({
    **dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", _GREEK.split(), strict=True)),
    **dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", _CYRILLIC.split(), strict=True)),
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѓ": "gj", "ќ": "kj",
})  # fmt: skip


def slug(text: str) -> str:
    """The last part of an id; empty when nothing of the name can be written so."""
    plain = fold(text).translate(_TRANSLITERATED)
    return re.sub("[^a-z0-9]+", "-", plain.replace("_", "")).strip("-")[:80].strip("-")


# --- matching ----------------------------------------------------------------------------------------------------------


@dataclass
class Gazetteer:
    """The authorities of the graph, to be looked up by country and name. Those that a list adds join while it is read."""

    by_id: dict[str, NodeRecord] = field(default_factory=dict)
    _printed: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set), repr=False)
    _cores: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)), repr=False)
    # The names of a country by their first word.
    _first: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set), repr=False)

    @classmethod
    def of(cls, authorities: Iterable[NodeRecord]) -> Gazetteer:
        found = cls()
        for node in authorities:
            found.add(node)
        return found

    _taken: Collection[str] = field(default=(), repr=False)

    def add(self, node: NodeRecord) -> None:
        self.by_id[node.id] = node
        for name in node.names:
            self._printed[node.country, _key(name)].add(node.id)
            for core, _ in keys_of(node.country, name):
                self._cores[node.country][core].add(node.id)
                self._first[node.country, core.partition(" ")[0]].add(core)

    def match(self, asked: Asked, taken: Collection[str] = ()) -> Match:
        """The authority that a row means, if that is certain.

        ``taken`` are members of the same list by rows of their own: another row with a name like theirs means another one.
        """
        self._taken = taken
        name = without_country(asked.name, asked.country)
        cores = dict.fromkeys(core for core, _ in keys_of(asked.country, name))
        told = {level for _, levels in keys_of(asked.country, name) for level in levels}
        if asked.level:
            if told and not any(_same_tier(level, asked.level) for level in told):
                found = self._exact(asked.country, name, cores)
                return self._unsure(f"the name says {_told(told)}, the list says {_told({asked.level})}", found)
            told = {asked.level}
        elif len({_tier(level) for level in told}) > 1:
            return self._unsure(f"the name says {_told(told)}", self._exact(asked.country, name, cores))
        match = self._by_name(asked.country, name, cores, told)
        if match.kind == "sure" or not asked.locality:
            return match
        return self._with_locality(asked, match, cores, told)

    def _with_locality(self, asked: Asked, match: Match, cores: Iterable[str], told: set[str]) -> Match:
        """A second name, of the seat: it names the authority when that is a municipality, or when both are one place."""
        places = dict.fromkeys(core for core, _ in keys_of(asked.country, asked.locality))
        if set(places) & set(cores):
            return match
        by_place = self._by_name(asked.country, asked.locality, places, told or {"municipality"})
        if told == {"municipality"} or (not told and _within(asked, places)):
            return by_place
        if told or match.kind == "unsure":
            return match
        # The name of another body, or of a part of the place: who knows it decides.
        seat = [Candidate(by_place.id, self.by_id[by_place.id].name, "its seat")] if by_place.kind == "sure" else list(by_place.candidates)
        return Match("unsure", why="the name is not that of its place", candidates=tuple(seat))

    def _by_name(self, country: str, name: str, cores: Iterable[str], told: set[str]) -> Match:
        found = self._exact(country, name, cores)
        same = [i for i in found if self._fits(i, country, name, told) == "same"]
        if len(same) > 1:
            # The whole name tells two apart of which the one is called by the name of the other as well.
            main = [i for i in same if _key(self.by_id[i].name) == _key(name)]
            same = main if len(main) == 1 else same
        if len(same) == 1:
            return Match("sure", same[0])
        if same:
            return self._unsure("several of that name", same)
        doubt = [i for i in found if self._fits(i, country, name, told) == "doubt" and not (i in self._taken and not self._printed_as(i, name))]
        if doubt:
            return self._unsure("the level is in doubt", doubt)
        others = set(found)
        others |= set(self._taken)
        near = [c for c in self._near(country, name, cores) if c.id not in others and self._fits(c.id, country, name, told) != "other"]
        if near:
            return Match("unsure", why="a name that is like it", candidates=tuple(near[:5]))
        return Match("new")

    def _exact(self, country: str, name: str, cores: Iterable[str]) -> list[str]:
        found = set(self._printed.get((country, _key(name)), ()))
        for core in cores:
            found |= self._cores[country].get(core, set()) | self._printed.get((country, core), set())
        return sorted(found)

    def _fits(self, identifier: str, country: str, name: str, told: set[str]) -> Literal["same", "doubt", "other"]:
        """Whether an authority of that name is of the level that is told, or the level is in doubt, or it is another authority."""
        node = self.by_id[identifier]
        level = str(node.properties.get("level", ""))
        printed = self._printed_as(identifier, name)
        city = any((country, core) in _CITY_STATES for core, _ in keys_of(country, node.name))
        town = any(is_place(country, core) for core, _ in keys_of(country, name))
        if city and (not told or told & {"municipality", "state", "region", "county", "metropolitan"}):
            return "same"
        if not told:
            if level in ("municipality", "") and (printed or level):
                return "same"
            return "same" if printed and not town else "doubt"
        if not level:
            # A list that tells no level names a city by its bare name.
            return "same" if told == {"municipality"} else "doubt"
        if any(_same_tier(level, other) for other in told):
            return "same"
        if {_tier(level), *map(_tier, told)} <= {"middle", "upper"} or printed:
            return "doubt"
        if told == {"municipality"} and any(_key(n) in {c for c, _ in keys_of(country, name)} for n in node.names) and town:
            # Brussels the region, London: the city may be meant, and may be another authority.
            return "doubt"
        return "other"

    def has(self, country: str, name: str) -> bool:
        """Whether an authority of the country is called so."""
        return (country, _key(name)) in self._printed

    def _printed_as(self, identifier: str, name: str) -> bool:
        """Whether an authority is called so as it stands there, without a word of the level taken off: Bavaria, Bayern."""
        node = self.by_id[identifier]
        if identifier in self._printed.get((node.country, _key(name)), ()):
            return True
        bare = parse(name)
        if bare.levels:
            return False
        said = [parse(other) for other in node.names]
        return canonical(node.country, bare.core) in {canonical(node.country, p.core) for p in said if not p.levels}

    def _near(self, country: str, name: str, cores: Iterable[str]) -> list[Candidate]:
        from rapidfuzz import fuzz, process

        mine = list(dict.fromkeys(cores))
        known = {core for core in mine if english_name(country, core)}
        beside = {canonical(country, parse(part).core) for part in parts(name)}
        table = self._cores[country]
        likeness: dict[str, int] = {}
        for core in mine:
            for other, score, _ in process.extract(core, table.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=8) if len(core) > 3 else ():
                likeness[other] = max(likeness.get(other, 0), round(score))
        for core in (*mine, *beside):
            for other in self._first.get((country, core.partition(" ")[0]), ()):
                if _begins(other, core) or other in beside:
                    likeness[other] = max(likeness.get(other, 0), 90)
        best: dict[str, Candidate] = {}
        for other, score in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
            # Two places that are both known are two.
            if other in mine or (known and english_name(country, other)):
                continue
            for identifier in sorted(table[other]):
                best.setdefault(identifier, Candidate(identifier, self.by_id[identifier].name, "", score))
        return list(best.values())

    def _unsure(self, why: str, found: Iterable[str]) -> Match:
        return Match("unsure", why=why, candidates=tuple(Candidate(i, self.by_id[i].name, "") for i in found))


def _begins(one: str, other: str) -> bool:
    """Whether the one name is the beginning of the other: Frankfurt, Frankfurt am Main."""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.startswith(f"{short} ")


def _within(asked: Asked, places: Iterable[str]) -> bool:
    """Whether the name is nothing but the locality and words that say nothing: ``Heilbronn City Administration``."""
    said = parse(asked.name)
    words = set(said.core.split()) - _PREPOSITIONS
    return any(words == set(place.split()) - _PREPOSITIONS for place in (*places, parse(asked.locality).core))


def _tier(level: str) -> str:
    return _TIERS.get(level, level)


def _same_tier(one: str, other: str) -> bool:
    return _tier(one) == _tier(other)


def _told(levels: Iterable[str]) -> str:
    return " and ".join(level.replace("_", " ") for level in sorted(levels)) or "nothing of the level"


def best_of(candidates: Sequence[Candidate]) -> str:
    """Candidates for a cell: ``lra:de/frankfurt (Frankfurt); …``."""
    return "; ".join(f"{c.id} ({c.name})" for c in candidates)
