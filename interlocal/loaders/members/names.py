"""Names of authorities, taken apart for comparing; countries and places in many languages. Pure.

Exonyms (Wien, Vienna) come from ``exonyms.csv``, names of countries from ``country_names.csv``.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from interlocal.graph.schema import NOT_ISO
from interlocal.loaders.members.name_words import (
    AFTER,
    ARTICLES,
    BEFORE,
    BODY_WORDS,
    EMPTY,
    FORMS,
    HOLD_ARTICLE,
    IN_ENGLISH,
    PARTS_OF_STATES,
    PREPOSITIONS,
    SAME_WORD,
    TERRITORIES,
)
from interlocal.text import fold

_HERE = Path(__file__).parent


@lru_cache(maxsize=2**17)
def key(text: str) -> str:
    return " ".join(SAME_WORD.get(word, word) for word in fold(text).split())


def _phrases(table: Mapping[str, str]) -> tuple[tuple[tuple[str, ...], str], ...]:
    found = [(tuple(key(phrase).split()), level) for level, phrases in table.items() for phrase in phrases.split("|")]
    return tuple(sorted(found, key=lambda item: (-len(item[0]), item)))


_PREFIXES, _SUFFIXES = _phrases(BEFORE), _phrases(AFTER)
_LEVEL_WORDS = frozenset(phrase[:-1] if len(phrase) > 1 and phrase[-1] in PREPOSITIONS else phrase for phrase, _ in _PREFIXES)


@dataclass(frozen=True)
class Parsed:
    """A name without the words that tell its level: ``core`` for comparing, ``display`` as it is printed."""

    core: str
    levels: frozenset[str]
    display: str
    # The preposition that was taken off before the name.
    preposition: str = ""


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


@lru_cache(maxsize=2**12)
def country_of(text: str) -> str:
    """The ISO code of a country that is given by code or by name in one of many languages; empty for none."""
    codes, _ = _countries()
    for part in (text, *re.split(r"[/(),;]| - ", text)):
        wanted = fold(part)
        for name in (wanted, wanted.replace(" ", "") if len(wanted) < 4 else "", *_shorter(wanted)):
            if name and name in codes:
                return codes[name]
    return ""


_STATE = re.compile(
    r"\b(rep|republic|republik|republique|repubblica|republica|kingdom|koninkrijk|state|bundesrepublik|federal republic|grand duchy|principality)"
    r"( of| de| di| d)?( the)?\b"
)


def _shorter(country: str) -> Iterator[str]:
    """The name of a state without the words that every state has: Kingdom of Spain, Czech Rep."""
    yield re.sub(r"\brep\b", "republic", country)
    yield _STATE.sub("", country).strip()


def state_called(text: str) -> str:
    """The code of the state of which ``text`` is the name and nothing but the name (Germany, Pays-Bas, the Netherlands); empty for none.

    Two or three letters are codes, which other things have as well; territories far away are regions of their states.
    """
    wanted = fold(text)
    names = [name for name in (wanted, wanted.removeprefix("the "), *_shorter(wanted)) if len(name) > 3]
    if text.replace(".", "") in ("UK", "USA"):
        names = [fold(text.replace(".", ""))]
    codes, _ = _countries()
    code = next((codes[name] for name in names if name in codes), "")
    return "" if code in TERRITORIES or wanted in PARTS_OF_STATES else code


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
        names.setdefault((row["country"], key(row["name"])), row["name"])
        if row["level"] == "municipality":
            places.add((row["country"], key(row["name"])))
    for row in rows:
        for other in filter(None, row["others"].split("|")):
            names.setdefault((row["country"], key(other)), row["name"])
    return names, frozenset(places)


def english_name(country: str, core: str) -> str:
    """The name under which all exonyms of a place meet; empty when it is not in the table."""
    return _exonyms()[0].get((country, core), "")


def known_place(country: str, text: str) -> str:
    """The English name of a place that ``text`` names, be it by one name or by several side by side (Turku/Åbo); empty when it is not in the table."""
    known = {english_name(country, parse(part).core) for part in parts(text)}
    return english_name(country, parse(text).core) or (known.pop() if len(known) == 1 else "")


def usual_name(country: str, known: str) -> str:
    """How English usually calls a place of which the table has the main name."""
    return IN_ENGLISH.get((country, key(known)), known)


def canonical(country: str, core: str) -> str:
    """For comparing: the folded English name where there is one, else the name itself."""
    known = english_name(country, core)
    return key(known) if known else core


def is_place(country: str, core: str) -> bool:
    """Whether a town or city of that name is known."""
    return (country, canonical(country, core)) in _exonyms()[1]


@cache
def _place_names() -> frozenset[str]:
    names, places = _exonyms()
    return frozenset(name for (country, name), known in names.items() if (country, key(known)) in places)


def is_any_place(core: str) -> bool:
    """Whether a town or city of any country is called so."""
    return core in _place_names()


# --- names -----------------------------------------------------------------------------------------------------------


def in_order(text: str) -> str:
    """``Helsinki, City of`` and ``Helsinki (City of)`` are ``City of Helsinki``; ``Coruña, A`` is ``A Coruña``."""
    match = re.fullmatch(r"(.*\S)\s*(?:,\s*([^,()]+)|\(([^()]+)\))", text)
    if match is None:
        return text
    last = match[2] or match[3]
    words = key(last).split()
    what = words[:-1] if len(words) > 1 and words[-1] in PREPOSITIONS else words
    if tuple(what) in _LEVEL_WORDS or words == ["the"] or (match[2] and len(words) == 1 and words[0] in ARTICLES):
        return f"{last} {match[1]}"
    return text


@lru_cache(maxsize=2**17)
def parse(text: str) -> Parsed:
    """``Ville de Nantes`` is ``nantes``, a municipality: one phrase before the name and one after it are taken off."""
    text = in_order(unicodedata.normalize("NFC", text))
    words = [(word, match.start(), match.end()) for match in re.finditer(r"[^\W_]+", text) for word in key(match[0]).split()]
    if not words:
        return Parsed(key(text), frozenset(), text.strip())
    levels: set[str] = set()
    preposition = ""
    tokens = [word for word, _, _ in words]
    for phrase, level in _PREFIXES:
        rest = len(phrase)
        # Ville-Neuve and Ville-d'Avray are names.
        if tuple(tokens[:rest]) == phrase and len(tokens) > rest and text[words[rest - 1][2] : words[rest][1]] != "-":
            levels.add(level)
            if tokens[rest] in PREPOSITIONS and len(tokens) > rest + 1:
                preposition, rest = tokens[rest], rest + 1
            words = words[rest:]
            break
    # "Council" alone says nothing, and is a part of "provincial council".
    for bare in dict.fromkeys((tuple(words), tuple(_without_empty(words)))):
        words, level = _without_suffix(list(bare))
        if level:
            levels.add(level)
            break
    words = _without_empty(words)
    if len(words) > 1 and words[0][0] == "the":
        words = words[1:]
    display = text[words[0][1] : words[-1][2]]
    # A bracket that was cut in two is closed again.
    display += ")" if display.count("(") > display.count(")") else ""
    return Parsed(" ".join(word for word, _, _ in words), frozenset(levels), display, preposition)


def _without_suffix(words: list[tuple[str, int, int]]) -> tuple[list[tuple[str, int, int]], str]:
    tokens = tuple(word for word, _, _ in words)
    for phrase, level in _SUFFIXES:
        if len(tokens) > len(phrase) and tokens[-len(phrase) :] == phrase:
            return words[: -len(phrase)], level
    return words, ""


def _without_empty(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    # A year after the name is that of a plan or a list: "Lugo 2030".
    while len(words) > 1 and (words[-1][0] in EMPTY or re.fullmatch(r"20\d\d", words[-1][0])):
        words = words[:-1]
    return words


def without_country(text: str, country: str) -> str:
    """``Milan (Italy)`` and ``Milan, IT`` are ``Milan``."""
    for pattern in (r"^(.*\S)\s*[(\[]([^()\[\]]+)[)\]]$", r"^(.*\S)\s*,\s*([^,]+)$", r"^(.*\S)\s+-\s+(\S+)$"):
        match = re.match(pattern, text)
        if match and country and country_of(match[2]) == country and fold(match[2]) != fold(match[1]):
            return match[1]
    # Comune di Milano (MI): the sign of the province.
    match = re.match(r"^(.*\S)\s*\([A-Za-z]{2}\)$", text)
    return match[1] if match and country == "IT" else text


def country_in(text: str) -> str:
    """The country that stands after a name (``Milan (Italy)``, ``Milan, Italy``); empty for none.

    Two letters are not taken for one: they are provinces as well.
    """
    match = re.search(r"(?:[(\[]([^()\[\]]{4,}|UK)[)\]]|,\s*([^,]{4,}|UK)|\s[-–]\s+(\S{4,}|UK))$", text)
    return country_of(next(filter(None, match.groups()))) if match else ""


def body_kind(text: str) -> str:
    """The kind of body that the words of a name tell (university, association …); empty for none."""
    kind = next((BODY_WORDS[word] for word in fold(text).split() if word in BODY_WORDS), "")
    return kind or ("" if text.isupper() else next((form for form, pattern in FORMS.items() if pattern.search(text)), ""))


def parts(text: str) -> tuple[str, ...]:
    """The names that stand side by side in one: ``Bruxelles / Brussel``, ``Bolzano (Bozen)``."""
    found = [part.strip() for part in re.split(r"[/()\[\]|]| [-–—] ", text) if part.strip()]
    return tuple(found) if len(found) > 1 else ()


def several(country: str, text: str) -> bool:
    """Whether more than one name stands in a cell: three with commas between them, or two that are known as two places."""
    if len([part for part in re.split(r"[,;/]", re.sub(r"\([^)]*\)", "", text)) if part.strip()]) > 2:
        return True
    # Brighton & Hove is one council.
    pattern = r"[,;/+]" if country in ("GB", "IE") else r"[,;/&+]|\s(?:and|und|et|e|y|i|en|og|och|a|și|ja|és|-)\s"
    found = [part for part in re.split(pattern, text) if part.strip()]
    places = {canonical(country, parse(part.strip()).core) for part in found if is_place(country, parse(part.strip()).core)}
    return len(found) > 1 and len(places) > 1


@lru_cache(maxsize=2**17)
def keys_of(country: str, text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The names that ``text`` is to be compared by, each with the levels that its words tell.

    Several names side by side are one only where they are known to mean the same place.
    """
    parsed = parse(without_country(text, country))
    cores = [parsed.core, *(f"{article} {parsed.core}" for article in HOLD_ARTICLE.get(parsed.preposition, ()))]
    first, _, rest = parsed.core.partition(" ")
    if parsed.levels and parsed.levels != {"municipality"} and first in ARTICLES and rest:
        cores.append(rest)
    # Göteborgs stad, Stockholms län: the genitive of Scandinavia.
    if country in ("SE", "NO", "DK", "FI") and parsed.levels and parsed.core.endswith("s"):
        cores.append(parsed.core[:-1])
    found = [(canonical(country, core), parsed.levels) for core in cores]
    together = [parse(part) for part in parts(text)]
    known = {english_name(country, p.core) for p in together}
    if len(together) > 1 and len(known) == 1 and known != {""}:
        found.append((key(known.pop()), frozenset(level for p in together for level in p.levels)))
    return tuple(found)


_GREEK = "a b g d e z i th i k l m n x o p r s s t y f ch ps o"
_CYRILLIC = "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y _ e yu ya"
_TRANSLITERATED = str.maketrans({
    **dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", _GREEK.split(), strict=True)),
    **dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", _CYRILLIC.split(), strict=True)),
    "ħ": "h", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѓ": "gj", "ќ": "kj",
})  # fmt: skip


def slug(text: str) -> str:
    """The last part of an id; empty when nothing of the name can be written so."""
    plain = fold(text).translate(_TRANSLITERATED)
    return re.sub("[^a-z0-9]+", "-", plain.replace("_", "")).strip("-")[:80].strip("-")
