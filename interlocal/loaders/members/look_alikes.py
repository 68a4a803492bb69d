"""New authorities of one list that may be one: names that differ as by a slip of the pen, Roskilde and Rosskilde. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from interlocal.graph.records import NodeRecord
from interlocal.loaders.members.name_words import ARTICLES, DIRECTIONS, PREPOSITIONS, TIERS
from interlocal.loaders.members.names import english_name, keys_of

# Shorter names of two places are often alike: Lecce, Lecco.
_SHORTEST = 6
# Among more towns of one country than these there are always some that differ by one letter and are two (Bazzano, Mazzano): there it is a slip
# only where a letter is doubled, swapped with the next or a space, or where the name is long and the letter stands within a word.
_MANY = 100
_LONG = 10
# More names than these that differ in one and the same letter are a series: Zone A, Zone B …
_SERIES = 20
_SMALL_WORDS = PREPOSITIONS | ARTICLES
_NUMERAL = re.compile(r"[ivxlc]+|\w*\d\w*")


def look_alikes(nodes: Iterable[NodeRecord], areas: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Those of the new authorities that may be one, by id; ``areas`` is where the list says that each lies, which tells two apart."""
    by_id = {node.id: node for node in nodes}
    many = Counter(node.country for node in by_id.values())
    called: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for node in by_id.values():
        for core in {core for name in node.names for core, _ in keys_of(node.country, name)}:
            if len(core.replace(" ", "")) >= _SHORTEST:
                # Two names that differ by one letter meet where it is left out; so no name is compared with all.
                for text in {core, *(core[:at] + core[at + 1 :] for at in range(len(core)))}:
                    called[node.country, text].add((core, node.id))
    found: dict[str, set[str]] = defaultdict(set)
    for (country, _), names in called.items():
        if len(names) > _SERIES:
            continue
        for (core, one), (other_core, other) in combinations(sorted(names), 2):
            if one == other or other in found[one] or _lie_apart(areas.get(one, ()), areas.get(other, ())) or _of_two_tiers(by_id[one], by_id[other]):
                continue
            if _is_slip(core, other_core, many=many[country] > _MANY) and not (english_name(country, core) and english_name(country, other_core)):
                found[one].add(other)
                found[other].add(one)
    return {one: sorted(others) for one, others in found.items() if others}


def _is_slip(one: str, other: str, *, many: bool) -> bool:
    """Whether two names that differ may be one name, written wrong once."""
    if one == other or not _one_letter(one, other) or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    mine, its = one.split(), other.split()
    apart = len(mine) != len(its)
    pairs = [] if apart else [(a, b) for a, b in zip(mine, its, strict=True) if a != b]
    if any(not _one_word(a, b) for a, b in pairs):
        return False
    swapped = len(one) == len(other) and sorted(one) == sorted(other)
    if not many or apart or swapped or _undoubled(one) == _undoubled(other):
        return True
    return min(len(one), len(other)) >= _LONG and all(a[0] == b[0] for a, b in pairs)


def _one_word(one: str, other: str) -> bool:
    """Whether the words in which two names differ may be one: not numbers, letters of districts, upper and lower; "de" and "del" may."""
    if {one, other} <= _SMALL_WORDS:
        return True
    return min(len(one), len(other)) > 2 and not {one, other} & DIRECTIONS and not (_NUMERAL.fullmatch(one) and _NUMERAL.fullmatch(other))


def _one_letter(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) == 1


def _undoubled(text: str) -> str:
    return re.sub(r"(.)\1", r"\1", text)


def _lie_apart(mine: Collection[str], its: Collection[str]) -> bool:
    """Whether the list says of both where they lie, and never the same."""
    return bool(mine and its) and not set(mine) & set(its)


def _of_two_tiers(one: NodeRecord, other: NodeRecord) -> bool:
    mine, its = (str(node.properties.get("level", "")) for node in (one, other))
    return bool(mine and its) and TIERS.get(mine, mine) != TIERS.get(its, its)
