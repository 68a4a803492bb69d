"""The authority, state, network or organisation that a row of a list means: one of the graph, one that is made for it, or none before people decide."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from interlocal.errors import SourceError
from interlocal.graph.records import NodeRecord
from interlocal.loaders.members.cells import Said
from interlocal.loaders.members.matching import Asked, Candidate, Gazetteer, Match
from interlocal.loaders.members.names import (
    body_kind,
    country_name,
    country_of,
    is_any_place,
    is_place,
    key,
    known_place,
    parse,
    slug,
    state_called,
    usual_name,
    without_country,
)
from interlocal.loaders.members.rows import Row
from interlocal.text import did_you_mean, fold

LONGEST_NAME = 200
# At this likeness (0 to 100) two names of bodies may be one; people decide.
_ALIKE = 88
_NEW_BODY = ("new organisation", "new organization", "new org")
# VNG, SALAR, KS: how associations are called for short.
_SHORT_NAME = re.compile(r"[A-ZÀ-Þ]{2,6}")


class Things:
    """What can be a member: the authorities, states, organisations and networks of the graph, with those that the rows of a file add."""

    def __init__(self, authorities: Iterable[NodeRecord], bodies: Iterable[NodeRecord], states: Iterable[NodeRecord], level: str) -> None:
        self.places = Gazetteer.of(authorities)
        self.states = {node.id: node for node in states}
        # Organisations and networks: what is no authority and no state.
        self.bodies: dict[str, NodeRecord] = {}
        self.by_name: dict[str, list[str]] = {}
        # The level of members of which the list does not tell it.
        self.level = level
        # Whether the list at hand writes names in capitals.
        self.capitals = False
        for node in bodies:
            self._add_body(node)

    def _add_body(self, node: NodeRecord) -> None:
        self.bodies[node.id] = node
        for name in dict.fromkeys(map(fold, node.names)):
            self.by_name.setdefault(name, []).append(node.id)

    # --- finding ---

    def of_no_country(self, row: Row, said: Said, country: str) -> tuple[NodeRecord | None, Match | None]:
        """The state, or the network or organisation of many countries, that a row means whatever its country; no match for none."""
        given = country_of(row.country)
        code = state_called(without_country(row.name, given)) if given or not row.country else ""
        if code and (match := self._state(code, given, country, row, said)):
            return (self.state(code) if match.kind == "sure" else None), match
        same = self.by_name.get(fold(row.name), ())
        if not given and same and not said.level:
            wide = [i for i in same if not self.bodies[i].country]
            if len(same) == len(wide) == 1:
                return self.bodies[same[0]], Match("sure", same[0])
            return None, Match("unsure", why="no country is given, and something is called so", candidates=self._as_candidates(same))
        return None, None

    def _state(self, code: str, given: str, country: str, row: Row, said: Said) -> Match | None:
        """Whether a row that has the name of a state means it; no match where that is the name of a town, province or part of another state."""
        where = given or country
        town = is_place(where or code, key(row.name)) or self.places.has(where or code, row.name) or (not where and is_any_place(key(row.name)))
        # "Member State" is a word of lists of states.
        level = "" if said.level == "state" else said.level
        if (town and where and (level or row.of_place)) or (where not in ("", code) and town) or (given not in ("", code) and level):
            return None
        candidates = (Candidate(code, country_name(code), ""),)
        if town:
            authority = self.places.match(Asked(row.name, "", where or code))
            beside = self._as_candidates([authority.id] if authority.id else [])
            return Match("unsure", why="a state and an authority are called so", candidates=(*candidates, *beside))
        if given not in ("", code):
            return Match("unsure", why=f"the name of a state, in a row of {country_name(given)}", candidates=candidates)
        if level or said.kind not in ("", "national_authority", "other"):
            what = (level or said.kind).replace("_", " ")
            return Match("unsure", why=f"the name of a state, and the list says {what}", candidates=candidates)
        return Match("sure", code)

    def state(self, code: str) -> NodeRecord:
        return self.states.setdefault(code, NodeRecord(code, "Country", country_name(code)))

    def find(self, row: Row, said: Said, country: str, taken: Collection[str]) -> tuple[NodeRecord | None, bool, Match]:
        """The thing that a row means, whether it was made for it; no thing when it is unsure."""
        body = said.kind or ("" if said.authority else body_kind(row.name))
        asked = Asked(row.name, row.locality, country, said.level or ("" if said.kind else self.level))
        same = [i for i in self.by_name.get(fold(row.name), ()) if self.bodies[i].country in ("", country)]
        if body or (same and not said.level):
            return self._find_body(row, said, replace(asked, locality=""), body, same, taken)
        match = self.places.match(asked, taken)
        if match.kind == "sure":
            return self.places.by_id[match.id], False, match
        if match.kind == "unsure":
            return None, False, match
        if not said.authority and (doubt := self._no_authority(row, country)):
            return None, False, doubt
        return self._new_place(row, asked), True, match

    def _no_authority(self, row: Row, country: str) -> Match | None:
        """Why a name that no authority has may be that of a network or body; no match when nothing speaks for that."""
        if parse(row.name).levels:
            return None
        beside = re.split(r"\s[-–—]\s|[,:;(/]", row.name)[0]
        if beside != row.name and (code := state_called(beside)):
            return Match("unsure", why="the name of a state is in it", candidates=(Candidate(code, country_name(code), ""),))
        if near := self._of_networks(row.name, country):
            return Match("unsure", why="the name of a network or organisation is in it, or like it", candidates=self._as_candidates(near))
        short = _SHORT_NAME.fullmatch(row.name) and not (self.capitals or row.of_place or is_place(country, key(row.name)))
        return Match("unsure", why="it looks like the short name of a body") if short else None

    def _of_networks(self, name: str, country: str) -> list[str]:
        """The networks and organisations of which the name stands in ``name`` (ANCI Toscana), and networks that are called nearly so."""
        from rapidfuzz import fuzz

        words, found = f" {fold(name)} ", []
        for called, ids in self.by_name.items():
            for identifier in ids:
                body = self.bodies[identifier]
                network = body.type == "Network"
                # One word alone is the name of many an organisation, and of a town as well.
                held = (len(called) > 2 if network else " " in called and body.country in ("", country)) and f" {called} " in words
                if held or (network and len(called) > 5 and fuzz.ratio(called, words.strip()) >= _ALIKE):
                    found.append(identifier)
        return list(dict.fromkeys(found))

    def _find_body(self, row: Row, said: Said, asked: Asked, kind: str, same: Sequence[str], taken: Collection[str]) -> tuple[NodeRecord | None, bool, Match]:
        """A body of that name; its seat does not make it the authority of the place."""
        place = self.places.match(asked, taken) if not said.kind else Match("new")
        if place.kind == "sure" and same:
            return None, False, Match("unsure", why="an authority and an organisation are called so", candidates=self._as_candidates([place.id, *same]))
        if place.kind == "sure":
            return self.places.by_id[place.id], False, place
        if len(same) == 1:
            return self.bodies[same[0]], False, Match("sure", same[0])
        near = same or self._near_bodies(row.name, asked.country)
        if near:
            return None, False, Match("unsure", why="an organisation with a name like it", candidates=self._as_candidates(near))
        return self._new_body(row, kind, asked.country), True, Match("new")

    def _as_candidates(self, ids: Iterable[str]) -> tuple[Candidate, ...]:
        return tuple(Candidate(i, (self.places.by_id.get(i) or self.bodies[i]).name, "") for i in ids)

    def _near_bodies(self, name: str, country: str) -> list[str]:
        from rapidfuzz import fuzz, process

        names = {n: [i for i in ids if self.bodies[i].country in ("", country)] for n, ids in self.by_name.items()}
        best = process.extract(fold(name), [n for n, ids in names.items() if ids], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=4)
        return list(dict.fromkeys(i for n, _, _ in best for i in names[n]))

    def has(self, identifier: str) -> bool:
        return identifier in self.places.by_id or identifier in self.bodies or identifier in self.states

    def decided(self, word: str, row: Row, said: Said, country: str, decision: Mapping[str, str]) -> tuple[NodeRecord, bool]:
        """The thing that people decided a row to mean, and whether it was made for it."""
        head, _, last = word.rpartition(" ")
        if head.lower() in ("new", *_NEW_BODY) and country_of(last):
            word, country = head, country_of(last)
        if word.lower() in ("new", *_NEW_BODY) and not country:
            raise SourceError(f"the decision “{word}” needs a country", where=_where(decision), todo=f"Write it after it: “{word} AT”.")
        if word.lower() in _NEW_BODY:
            return self._new_body(row, said.kind or body_kind(row.name), country), True
        if word.lower() == "new":
            if said.kind and not said.level:
                return self._new_body(row, said.kind, country), True
            return self._new_place(row, Asked(row.name, row.locality, country, said.level or self.level)), True
        node = self.places.by_id.get(word) or self.bodies.get(word)
        if node is None and country_of(word) == word:
            node = self.state(word)
        if node is None and self.makes(row, said, country) == word:
            return self._new_place(row, Asked(row.name, row.locality, country, said.level or self.level)), True
        if node is None:
            todo = f"{did_you_mean(word, [*self.places.by_id, *self.bodies], show=0)} Write an id, “new”, “new organisation” or “skip”."
            raise SourceError(f"the decision “{word}” is no authority or organisation of the graph", where=_where(decision), todo=todo)
        return node, False

    # --- making ---

    def makes(self, row: Row, said: Said, country: str) -> str:
        """The id that a row would get as a new authority; empty where it would be none."""
        if not country or (said.kind and not said.level):
            return ""
        return self._planned(row, Asked(row.name, row.locality, country, said.level or self.level)).id

    def _new_place(self, row: Row, asked: Asked) -> NodeRecord:
        node = self._planned(row, asked)
        self.places.add(node)
        return node

    def _planned(self, row: Row, asked: Asked) -> NodeRecord:
        text = without_country(row.name, asked.country)
        parsed = parse(text)
        levels = {asked.level} if asked.level else set(parsed.levels)
        level = levels.pop() if len(levels) == 1 else ""
        known = known_place(asked.country, text)
        town = row.locality and level == "municipality"
        if town:
            known = known_place(asked.country, row.locality) or known
        printed = row.locality if town else (text if not parsed.levels or level not in ("municipality", "") else parsed.display)
        if not level and known:
            # A bare name that is known as one of a town is that of the town.
            level = "municipality" if is_place(asked.country, parse(known).core) else ""
        identifier = self._new_id(asked.country, known or parse(printed).display, level, printed)
        # The name of a town is none of the province or county that is called after it.
        own = known and (level in ("municipality", "") or not is_place(asked.country, parse(known).core))
        name = self._in_english(asked.country, printed, known) if own and parsed.levels <= {"municipality"} else printed
        if self.places.has(asked.country, name) and level:
            name = f"{name} ({level.replace('_', ' ')})"
        others = (printed, text, *((known,) if own else ()))
        aliases = tuple(dict.fromkeys(n for n in others if fold(n) != fold(name) and not self.places.has(asked.country, n)))
        return NodeRecord(identifier, "LRA", name, aliases, asked.country, {"level": level} if level else {})

    def _in_english(self, country: str, printed: str, known: str) -> str:
        """The usual English name of a new authority, unless that is printed (with its accents) or another one has it."""
        usual = usual_name(country, known)
        same = fold(usual) == fold(printed) and not printed.isupper()
        return printed if same or self.places.has(country, usual) else usual

    def _new_id(self, country: str, called: str, level: str, name: str) -> str:
        base = f"lra:{country.lower()}/{slug(called) or 'x' + uuid.uuid5(uuid.NAMESPACE_URL, name).hex[:8]}"
        identifier = base if level in ("municipality", "") else f"{base}-{level.replace('_', '-')}"
        number = 2
        while identifier in self.places.by_id:
            identifier, number = f"{base}-{level.replace('_', '-') or 'authority'}" + (f"-{number}" if number > 2 else ""), number + 1
        return identifier

    def _new_body(self, row: Row, kind: str, country: str) -> NodeRecord:
        base = f"org:{country.lower()}/{slug(row.name) or 'x' + uuid.uuid5(uuid.NAMESPACE_URL, row.name).hex[:8]}"
        identifier, number = base, 2
        while identifier in self.bodies:
            identifier, number = f"{base}-{number}", number + 1
        node = NodeRecord(identifier, "Organisation", row.name, (), country, {"kind": kind or "other"})
        self._add_body(node)
        return node

    def also_called(self, node: NodeRecord, row: Row) -> NodeRecord:
        """An authority that a list made is found by every name under which a list has it; a province not by the bare name of its town."""
        text = without_country(row.name, node.country)
        parsed = parse(text)
        name = parsed.display if parsed.levels <= {"municipality"} else text
        if node.type != "LRA" or len(row.name) > LONGEST_NAME or self.places.has(node.country, name):
            return node
        node = replace(node, aliases=(*node.aliases, name))
        self.places.add(node)
        return node


def _where(decision: Mapping[str, str]) -> str:
    return f"{decision.get('file', 'review')}:{decision.get('line', '')}".rstrip(":")
