"""The authority or organisation that a row of a list means: one of the graph, one that is made for it, or none before people decide."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from interlocal.errors import SourceError
from interlocal.graph.records import NodeRecord
from interlocal.loaders.cells import Said
from interlocal.loaders.matching import Asked, Candidate, Gazetteer, Match
from interlocal.loaders.member_rows import Row
from interlocal.loaders.names import body_kind, is_place, known_place, parse, slug, without_country
from interlocal.text import did_you_mean, fold

LONGEST_NAME = 200
_NEW_BODY = ("new organisation", "new organization", "new org")


class Things:
    """The authorities and organisations of the graph, with those that the rows of a file add."""

    def __init__(self, authorities: Iterable[NodeRecord], bodies: Iterable[NodeRecord], level: str) -> None:
        self.places = Gazetteer.of(authorities)
        self.bodies: dict[str, NodeRecord] = {}
        self.by_name: dict[str, list[str]] = {}
        # The level of members of which the list does not tell it.
        self.level = level
        for node in bodies:
            self._add_body(node)

    def _add_body(self, node: NodeRecord) -> None:
        self.bodies[node.id] = node
        for name in node.names:
            self.by_name.setdefault(fold(name), []).append(node.id)

    # --- finding ---

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
        return self._new_place(row, asked), True, match

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
        best = process.extract(fold(name), [n for n, ids in names.items() if ids], scorer=fuzz.ratio, score_cutoff=88, limit=4)
        return list(dict.fromkeys(i for n, _, _ in best for i in names[n]))

    def decided(self, word: str, row: Row, said: Said, country: str, decision: Mapping[str, str]) -> tuple[NodeRecord, bool]:
        """The thing that people decided a row to mean, and whether it was made for it."""
        if word.lower() in _NEW_BODY:
            return self._new_body(row, said.kind or body_kind(row.name), country), True
        if word.lower() == "new":
            if said.kind and not said.level:
                return self._new_body(row, said.kind, country), True
            return self._new_place(row, Asked(row.name, row.locality, country, said.level or self.level)), True
        node = self.places.by_id.get(word) or self.bodies.get(word)
        if node is None:
            where = f"{decision.get('file', 'review')}:{decision.get('line', '')}".rstrip(":")
            todo = f"{did_you_mean(word, [*self.places.by_id, *self.bodies], show=0)} Write an id, “new”, “new organisation” or “skip”."
            raise SourceError(f"the decision “{word}” is no authority or organisation of the graph", where=where, todo=todo)
        return node, False

    # --- making ---

    def _new_place(self, row: Row, asked: Asked) -> NodeRecord:
        text = without_country(row.name, asked.country)
        parsed = parse(text)
        levels = {asked.level} if asked.level else set(parsed.levels)
        level = levels.pop() if len(levels) == 1 else ""
        known = known_place(asked.country, text)
        town = row.locality and level == "municipality"
        if town:
            known = known_place(asked.country, row.locality) or known
        name = row.locality if town else (text if not parsed.levels or level not in ("municipality", "") else parsed.display)
        if not level and known:
            # A bare name that is known as one of a town is that of the town.
            level = "municipality" if is_place(asked.country, parse(known).core) else ""
        identifier = self._new_id(asked.country, known or parse(name).display, level, name)
        if self.places.has(asked.country, name) and level:
            name = f"{name} ({level.replace('_', ' ')})"
        # The name of a town is none of the province or county that is called after it.
        own = known and (level in ("municipality", "") or not is_place(asked.country, parse(known).core))
        aliases = tuple(dict.fromkeys(n for n in (text, *((known,) if own else ())) if fold(n) != fold(name) and not self.places.has(asked.country, n)))
        node = NodeRecord(identifier, "LRA", name, aliases, asked.country, {"level": level} if level else {})
        self.places.add(node)
        return node

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
