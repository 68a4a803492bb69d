"""Which authority does a row of a list mean? By country, name, alias and level; what is not certain is never decided here. Pure.

Certain is only what is equal after folding accents and case and after taking off the words that tell the level ("Ville
de", "Kommune", "Province of"), within the country and the level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from interlocal.graph.records import NodeRecord
from interlocal.loaders.members.name_words import CITY_STATES, COMMUNE_OF_POLAND, DIRECTIONS, PREPOSITIONS, TIERS, TOWN_OF_POLAND
from interlocal.loaders.members.names import canonical, english_name, is_place, key, keys_of, parse, parts, several, without_country

# At this likeness (rapidfuzz ratio, 0 to 100) two names of one country and level may be one; people decide.
_ALIKE = 84


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
    # The names of a country that others are compared with; those that the list at hand adds are taken and need no comparing.
    _older: dict[str, list[str]] = field(default_factory=dict, repr=False)

    def begin_list(self) -> None:
        """From here on a new list is read: what former ones added is compared as well."""
        self._older = {}

    def add(self, node: NodeRecord) -> None:
        self.by_id[node.id] = node
        for name in node.names:
            self._printed[node.country, key(name)].add(node.id)
            for core, _ in keys_of(node.country, name):
                self._cores[node.country][core].add(node.id)
                self._first[node.country, core.partition(" ")[0]].add(core)

    def forget(self, identifier: str) -> None:
        """Take an authority out that a list added and that is in doubt after all."""
        node = self.by_id.pop(identifier)
        cores = self._cores[node.country]
        for name in node.names:
            printed = (node.country, key(name))
            self._printed[printed].discard(identifier)
            if not self._printed[printed]:
                del self._printed[printed]
            for core, _ in keys_of(node.country, name):
                cores[core].discard(identifier)
                if not cores[core]:
                    del cores[core]
                    self._first[node.country, core.partition(" ")[0]].discard(core)

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
        if not asked.locality or (match.kind == "sure" and not self._sits_elsewhere(match.id, asked)):
            return match
        return self._with_locality(asked, match, cores, told)

    def _with_locality(self, asked: Asked, match: Match, cores: Iterable[str], told: set[str]) -> Match:
        """A second name, of the seat: it names the authority when that is a municipality, or when both are one place."""
        places = dict.fromkeys(core for core, _ in keys_of(asked.country, asked.locality))
        if set(places) & set(cores):
            return match
        by_place = self._by_name(asked.country, asked.locality, places, told or {"municipality"})
        if (told == {"municipality"} and _holds_place(asked, places)) or (not told and _within(asked, places)):
            return by_place
        if (told and told != {"municipality"}) or match.kind == "unsure":
            return match
        # The name of another body, or of a part of the place: who knows it decides.
        seat = [Candidate(by_place.id, self.by_id[by_place.id].name, "its seat")] if by_place.kind == "sure" else list(by_place.candidates)
        return Match("unsure", why="the name is not that of its place", candidates=tuple(seat))

    def _sits_elsewhere(self, identifier: str, asked: Asked) -> bool:
        """Whether the seat of a municipality is another known place: then the name may mean a namesake."""
        node = self.by_id[identifier]
        if node.properties.get("level") != "municipality":
            return False
        own = {core for name in node.names for core, _ in keys_of(node.country, name)}
        seat = {core for core, _ in keys_of(asked.country, asked.locality)}
        return not own & seat and any(is_place(asked.country, core) for core in seat)

    def _by_name(self, country: str, name: str, cores: Iterable[str], told: set[str]) -> Match:
        found = self._exact(country, name, cores)
        same = [i for i in found if self._fits(i, country, name, told) == "same"]
        if len(same) > 1:
            # The whole name tells two apart of which the one is called by the name of the other as well.
            main = [i for i in same if key(self.by_id[i].name) == key(name)]
            same = main if len(main) == 1 else same
        if len(same) == 1:
            return Match("sure", same[0])
        if same:
            return self._unsure("several of that name", same)
        doubt = [i for i in found if self._fits(i, country, name, told) == "doubt" and not (i in self._taken and not self._printed_as(i, name))]
        if doubt:
            return self._unsure("the level is in doubt", doubt)
        near = [c for c in self._near(country, name, cores) if not (c.id in found or c.id in self._taken) and self._fits(c.id, country, name, told) != "other"]
        if several(country, name):
            return Match("unsure", why="several names in one cell", candidates=tuple(near[:5]))
        if near:
            return Match("unsure", why="a name that is like it", candidates=tuple(near[:5]))
        return Match("new")

    def _exact(self, country: str, name: str, cores: Iterable[str]) -> list[str]:
        found = set(self._printed.get((country, key(name)), ()))
        for core in cores:
            found |= self._cores[country].get(core, set()) | self._printed.get((country, core), set())
        return sorted(found)

    def _fits(self, identifier: str, country: str, name: str, told: set[str]) -> Literal["same", "doubt", "other"]:
        """Whether an authority of that name is of the level that is told, or the level is in doubt, or it is another authority."""
        node = self.by_id[identifier]
        level = str(node.properties.get("level", ""))
        printed = self._printed_as(identifier, name)
        if country == "PL" and _commune_beside(name, node.names):
            return "doubt"
        city = any((country, core) in CITY_STATES for core, _ in keys_of(country, node.name))
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
        if told == {"municipality"} and any(key(n) in {c for c, _ in keys_of(country, name)} for n in node.names) and town:
            # Brussels the region, London: the city may be meant, and may be another authority.
            return "doubt"
        return "other"

    def has(self, country: str, name: str) -> bool:
        """Whether an authority of the country is called so."""
        return (country, key(name)) in self._printed

    def _printed_as(self, identifier: str, name: str) -> bool:
        """Whether an authority is called so as it stands there, without a word of the level taken off: Bavaria, Bayern."""
        node = self.by_id[identifier]
        if identifier in self._printed.get((node.country, key(name)), ()):
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
        if country not in self._older:
            self._older[country] = list(table)
        likeness: dict[str, int] = {}
        for core in mine:
            for other, score, _ in process.extract(core, self._older[country], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=8) if len(core) > 3 else ():
                likeness[other] = max(likeness.get(other, 0), round(score))
        for core in (*mine, *beside):
            for other in self._first.get((country, core.partition(" ")[0]), ()):
                if _begins(other, core) or other in beside:
                    likeness[other] = max(likeness.get(other, 0), 90)
        best: dict[str, Candidate] = {}
        # Two places that are both known are two, and so are East and West Flanders.
        apart = {other for other in likeness if (known and english_name(country, other)) or any(_other_side(core, other) for core in mine)}
        others = {identifier for other in apart for identifier in table[other]}
        for other, score in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
            if other in mine:
                continue
            for identifier in sorted(table[other] - others):
                best.setdefault(identifier, Candidate(identifier, self.by_id[identifier].name, "", score))
        return list(best.values())

    def _unsure(self, why: str, found: Iterable[str]) -> Match:
        return Match("unsure", why=why, candidates=tuple(Candidate(i, self.by_id[i].name, "") for i in found))


def _begins(one: str, other: str) -> bool:
    """Whether the one name is the beginning of the other: Frankfurt, Frankfurt am Main."""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.startswith(f"{short} ")


def _other_side(one: str, other: str) -> bool:
    """Whether two names differ in nothing but where they lie: East and West Flanders."""
    mine, its = set(one.split()), set(other.split())
    return bool(mine - its) and bool(its - mine) and mine ^ its <= DIRECTIONS


def _commune_beside(name: str, others: Iterable[str]) -> bool:
    """Whether one is called a town and the other a commune: Miasto Zgorzelec, Gmina Zgorzelec."""
    mine, its = key(name), [key(other) for other in others]
    return bool(
        (TOWN_OF_POLAND.match(mine) and any(map(COMMUNE_OF_POLAND.match, its))) or (COMMUNE_OF_POLAND.match(mine) and any(map(TOWN_OF_POLAND.match, its)))
    )


def _within(asked: Asked, places: Iterable[str]) -> bool:
    """Whether the name is nothing but the locality and words that say nothing: ``Heilbronn City Administration``."""
    said = parse(asked.name)
    words = set(said.core.split()) - PREPOSITIONS
    return any(words == set(place.split()) - PREPOSITIONS for place in (*places, parse(asked.locality).core))


def _holds_place(asked: Asked, places: Iterable[str]) -> bool:
    """Whether the name has the words of the place in it: ``Capital City of Prague``, ``Stadt Wien MA 17``; not the seat of a neighbour."""
    words = {word for core, _ in keys_of(asked.country, asked.name) for word in core.split()} | set(key(asked.name).split())
    english = {canonical(asked.country, word) for word in words}
    return any(set(place.split()) - PREPOSITIONS <= words | english for place in (*places, parse(asked.locality).core))


def _tier(level: str) -> str:
    return TIERS.get(level, level)


def _same_tier(one: str, other: str) -> bool:
    return _tier(one) == _tier(other)


def _told(levels: Iterable[str]) -> str:
    return " and ".join(level.replace("_", " ") for level in sorted(levels)) or "nothing of the level"


def best_of(candidates: Sequence[Candidate]) -> str:
    """Candidates for a cell: ``lra:de/frankfurt (Frankfurt); …``."""
    return "; ".join(f"{c.id} ({c.name})" for c in candidates)
