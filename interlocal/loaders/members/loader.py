"""From the rows of a file to lists of members: what each row means, as whom it joins, and what stays to be decided.

Nothing is lost: each row that was read is matched, new, unsure or skipped with its reason. What is unsure is in a review file that
a second run obeys, and is not loaded before; until then the list is not complete, and nobody is called a non-member because of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from interlocal.errors import InterlocalError, InvalidRecordsError, QuestionError, SourceError
from interlocal.graph.records import Graph, NodeRecord
from interlocal.loaders.members.cells import Said, clean, date_of, said_by
from interlocal.loaders.members.lists import NO_COUNTRY, Loading, Member, MemberList, Outcome
from interlocal.loaders.members.look_alikes import look_alikes
from interlocal.loaders.members.matching import Candidate, Match
from interlocal.loaders.members.names import country_in, country_name, country_of, slug
from interlocal.loaders.members.review import review_key
from interlocal.loaders.members.rows import Group, Options, Row, apart, by_network, read_tables
from interlocal.loaders.members.things import LONGEST_NAME, Things
from interlocal.text import fold, listed, nearest

_IN_NETWORK = {"MEMBER_OF": "member", "STEERS": "on the steering body", "FOUNDED": "founder"}


class Loader:
    """Reads one file against the graph as it is without the lists that it replaces."""

    def __init__(self, graph: Graph, seed_ids: frozenset[str], options: Options, decisions: Sequence[Mapping[str, str]] = ()) -> None:
        self.graph, self.seed_ids, self.options = graph, seed_ids, options
        bodies = [*graph.of_type("Organisation"), *graph.of_type("Network")]
        self.things = Things(graph.of_type("LRA"), bodies, graph.of_type("Country"), options.level)
        self.as_of = {d.id: int(str(d.properties.get("as_of_year") or d.properties.get("year") or 0)) for d in graph.of_type("Document")}
        self.ties = {
            (t.source, t.target): t for t in graph.relationships if t.type == "MEMBER_OF" and t.properties.get("reading") == "accepted" and not t.identity[3]
        }
        self.decisions = {review_key(row): row for row in decisions if row["decision"]}
        self.similar: list[tuple[str, str]] = []

    def load(self, path: Path) -> Loading:
        reading = read_tables(path, self.options)
        groups, unplaced = by_network(reading, self.options, path)
        loading = Loading(path.name, used=reading.used, unused=reading.unused, personal=reading.personal, notes=reading.notes)
        loading.unplaced = [Outcome(row, "skipped", why=row.beside or "the row names no network") for row in unplaced]
        lists: dict[str, MemberList] = {}
        for group, (network, new) in zip(groups, self._networks(groups, path), strict=True):
            if network is None:
                count = len(group.rows)
                loading.notes.append(f"{count} row{'s' if count > 1 else ''} of {group.network}: left out, --network names another network")
                continue
            one = self._list_of(group, network, new, lists, path)
            self.things.places.begin_list()
            self.things.capitals = sum(row.name.isupper() for row in group.rows) * 2 > len(group.rows)
            # Decided to be one with another row of the list is only who comes after that row.
            for row in sorted(apart(group.rows), key=self._turn(one)):
                self._place(one, row)
            one.outcomes.sort(key=lambda outcome: outcome.row.number)
            self._doubt_look_alikes(one)
        loading.lists = [one for one in lists.values() if one.outcomes]
        if not loading.lists:
            raise SourceError("has no row of a network that can be loaded", where=str(path), todo="Is --network spelt as in the file?")
        for one in loading.lists:
            self._finish(one)
        loading.kept = [dict(row) for row in self.decisions.values()]
        return loading

    def _list_of(self, group: Group, network: NodeRecord, new: bool, lists: dict[str, MemberList], path: Path) -> MemberList:
        identifier = f"members-{re.sub('[^a-z0-9]+', '-', network.id.partition(':')[2])}-{self.options.as_of}"
        sheet = group.table.sheet.name
        one = lists.setdefault(identifier, MemberList(identifier, network, new, self.options.as_of, self.options.complete, path.name, sheet))
        if one.sheet != sheet:
            raise SourceError(f"{network.name} stands in two sheets ({one.sheet}, {sheet})", where=str(path), todo="Name one with --sheet.")
        return one

    # --- networks ---

    def _networks(self, groups: Sequence[Group], path: Path) -> list[tuple[NodeRecord | None, bool]]:
        """The network of each group, and whether it is a new one; none for a group that was not asked for."""
        known = {fold(n): node for node in reversed(self.graph.of_type("Network")) for n in (*reversed(node.names), node.id)}
        only = fold(self.options.network) if self.options.network else ""
        made: dict[str, NodeRecord] = {}
        found: list[tuple[NodeRecord | None, bool]] = []
        issues: list[InterlocalError] = []
        for group in groups:
            name = group.network
            node = known.get(fold(name))
            if only and fold(name) != only and (node is None or node is not known.get(only)):
                found.append((None, False))
                continue
            near = nearest(name, list(known)) if node is None else None
            if node is None and self.options.new:
                node = made.setdefault(fold(name), self._new_network(name))
                if near:
                    self.similar.append((node.id, f"“{name}” is made a network beside {known[near].name}: are they one?"))
            elif node is None:
                todo = f"{f'Did you mean “{known[near].name}”? ' if near else ''}Add --new to make it a network."
                sheet = group.table.sheet.name
                issues.append(QuestionError(f"no network “{name}” is in the graph", where=f"{path.name}, sheet {sheet}" if sheet else path.name, todo=todo))
            found.append((node, fold(name) in made))
        if issues:
            raise InvalidRecordsError(list({str(issue): issue for issue in issues}.values()))
        if only and all(node is None for node, _ in found):
            names = listed(dict.fromkeys(group.network for group in groups))
            raise SourceError(f"no row is of “{self.options.network}”", where=str(path), todo=f"It has: {names[:300]}.")
        return found

    def _new_network(self, name: str) -> NodeRecord:
        identifier = f"network:{slug(name) or 'list'}"
        taken = {node.id for node in self.graph.of_type("Network")}
        while identifier in taken:
            identifier += "-2"
        return NodeRecord(identifier, "Network", clean(name), (), "", {"scope": self.options.scope})

    # --- one row ---

    def _turn(self, one: MemberList) -> Callable[[Row], int]:
        """When a row is placed: first what needs no other row, then what is decided to have an id that it makes itself, then others with that id."""

        def turn(row: Row) -> int:
            country = self._country(one, row)
            decision = self._decision(one, row, country or row.country)
            word = decision["decision"].strip() if decision else ""
            if not word.startswith("lra:") or self.things.has(word):
                return 0
            return 1 if self.things.makes(row, said_by(row.kinds), country) == word else 2

        return turn if self.decisions else lambda _: 0

    def _country(self, one: MemberList, row: Row) -> str:
        text = row.country or self.options.country or country_in(row.name) or one.network.country
        return country_of(text) if text else ""

    def _place(self, one: MemberList, row: Row) -> None:
        said = said_by(row.kinds)
        for text in said.unknown:
            one.unknown.setdefault(text, []).append(row.where)
        why, pending = _no_member(row, said)
        if why:
            one.outcomes.append(Outcome(row, "skipped", why=why, pending=pending, name_hidden=said.person or "@" in row.name))
            return
        self._match(one, row, said, self._country(one, row))

    def _match(self, one: MemberList, row: Row, said: Said, country: str) -> None:
        called = (country or fold(row.country), fold(row.name), fold(row.locality))
        if (earlier := one.unsure.get(called)) is not None:
            one.outcomes.append(Outcome(row, "skipped", why=f"the same as row {earlier}"))
            return
        decision = self._decision(one, row, country or row.country)
        if decision is None:
            new = False
            node, match = self.things.of_no_country(row, said, country)
            if match is None and country:
                node, new, match = self.things.find(row, said, country, one.members)
            if node is None:
                one.unsure[called] = row.number
                one.outcomes.append(_undecided(row, country, match))
                return
        elif (word := decision["decision"].strip()).lower() == "skip":
            one.outcomes.append(Outcome(row, "skipped", why="you decided to skip it"))
            return
        else:
            node, new = self.things.decided(word, row, said, country or self.options.country, decision)
        if node.id == one.network.id:
            one.outcomes.append(Outcome(row, "skipped", why="the network itself, not a member"))
            return
        self._enter(one, row, said, node, new, decided=decision is not None)

    def _decision(self, one: MemberList, row: Row, country: str) -> Mapping[str, str] | None:
        if not self.decisions:
            return None
        return self.decisions.get(review_key({"network": one.network.name, "name": row.name, "place": row.locality, "country": country}))

    # --- into the list ---

    def _enter(self, one: MemberList, row: Row, said: Said, node: NodeRecord, new: bool, *, decided: bool) -> None:
        since, until, note = _dates(one, row, said)
        if node.id in one.members:
            self._again(one, row, node, Member(node.id, [], said.role, since, until, note))
            return
        one.members[node.id] = Member(node.id, [row.number], said.role, since, until, note, self._key(one, node.id, until))
        one.outcomes.append(Outcome(row, "new" if new else "matched", id=node.id, decided=decided))
        # What the seed has not must stand in the list itself, so that each list stands on its own.
        if node.id not in self.seed_ids:
            one.nodes[node.id] = self.things.also_called(node, row)
            if node.country and node.country not in self.seed_ids:
                one.nodes[node.country] = NodeRecord(node.country, "Country", country_name(node.country))

    def _again(self, one: MemberList, row: Row, node: NodeRecord, said: Member) -> None:
        """A member that has a row already. Who is listed as a former member and as a member is a member."""
        member = one.members[node.id]
        why = f"the same member as row {member.rows[0]}"
        if member.until and not said.until:
            note = "; ".join(filter(None, (said.note, f"also listed as a former member (row {member.rows[0]})")))
            one.members[node.id] = replace(member, since=said.since, until="", role=said.role, note=note)
        elif said.until and not member.until:
            member.note = member.note or f"also listed as a former member (row {row.number})"
        one.members[node.id].rows.append(row.number)
        if node.id in one.nodes:
            one.nodes[node.id] = self.things.also_called(one.nodes[node.id], row)
        one.outcomes.append(Outcome(row, "skipped", id=node.id, why=why))

    def _doubt_look_alikes(self, one: MemberList) -> None:
        """New authorities of the list that may be one wait until people decide; of two of which one is decided, the other."""
        new = {o.id: o for o in one.outcomes if o.kind == "new" and o.id in self.things.places.by_id}
        areas = {i: {fold(text) for text in (o.row.area, o.row.locality) if text} for i, o in new.items()}
        # Each row offers the same ids, so that people write one of them into all.
        found = {i: sorted((i, *others), key=lambda j: new[j].row.number) for i, others in look_alikes([one.nodes[i] for i in new], areas).items()}
        numbers = {i: o.row.number for i, o in new.items()}
        offered = {i: Candidate(i, one.nodes[i].name, "") for i in found}
        undone = {i: new[i] for i in found if not new[i].decided}
        for outcome in one.outcomes:
            if outcome.kind == "skipped" and outcome.id in undone:
                outcome.why, outcome.id = f"the same as row {numbers[outcome.id]}", ""
        for identifier, outcome in undone.items():
            rows = listed(str(numbers[i]) for i in found[identifier] if i != identifier)
            outcome.kind, outcome.id, outcome.pending, outcome.to_review = "unsure", "", True, True
            outcome.why = f"a name like that of row {rows} of the list; they may be one"
            outcome.country, outcome.candidates = one.nodes[identifier].country, tuple(offered[i] for i in found[identifier])
            self._take_out(one, identifier)

    def _take_out(self, one: MemberList, identifier: str) -> None:
        country = one.nodes.pop(identifier).country
        del one.members[identifier]
        self.things.places.forget(identifier)
        if country not in one.members and all(node.country != country for node in one.nodes.values()):
            one.nodes.pop(country, None)

    def _key(self, one: MemberList, identifier: str, until: str) -> str:
        """Empty, or a year where this list and what is recorded are two memberships: one ended, one began again."""
        tie = self.ties.get((identifier, one.network.id))
        if tie is None:
            return ""
        ended = str(tie.properties.get("until", ""))
        if ended and not until and ended[:4] <= one.as_of[:4]:
            return one.as_of
        later = max((self.as_of.get(d, 0) for e in tie.evidence for d in e.documents), default=0) > int(one.as_of[:4])
        return one.as_of if until and not ended and later else ""

    def _finish(self, one: MemberList) -> None:
        """What the sources record of members that the list lacks, and that a complete list does not undo."""
        one.names = one.network.names
        if one.network.id in self.seed_ids:
            one.network = replace(one.network, aliases=(), country="", properties={})
        one.remarks += [text for identifier, text in self.similar if identifier == one.network.id]
        for text, where in one.unknown.items():
            also = f" (and {len(where) - 1:,} more)" if len(where) > 1 else ""
            one.remarks.append(f"{where[0]}{also}: “{text}” is not understood as status or kind, and was not used")
        if one.asked_complete:
            one.missing = self._missing(one)
            one.stated = self._stated(one.network.id)

    def _missing(self, one: MemberList) -> list[str]:
        """Who is recorded as a member, on the steering body or as a founder, and is not on the list; with what it is where that is no plain member."""
        found: dict[str, set[str]] = {}
        for tie in self.graph.relationships:
            current = not tie.properties.get("until") and tie.properties.get("reading") == "accepted"
            if tie.target == one.network.id and tie.type in _IN_NETWORK and current and tie.source not in one.members:
                found.setdefault(tie.source, set()).add(_IN_NETWORK[tie.type])
        said = {i: listed(sorted(what)) if what != {"member"} else "" for i, what in found.items()}
        return sorted(f"{self.graph.by_id[i].name}{f' ({what})' if what else ''}" for i, what in said.items())

    def _stated(self, network: str) -> int:
        """How many members a source says that the network has: the largest that is stated; 0 for none."""
        node = self.graph.by_id.get(network)
        return int(str(node.properties.get("stated_members") or 0)) if node is not None else 0


def _undecided(row: Row, country: str, match: Match | None) -> Outcome:
    """A row that people have to decide: unsure, or unread for want of a country."""
    if match is not None:
        return Outcome(row, "unsure", why=match.why, country=country, candidates=match.candidates, pending=True, to_review=True)
    why = f"the country “{row.country[:60]}” is unknown" if row.country else NO_COUNTRY
    return Outcome(row, "skipped", why=why, pending=True, to_review=True)


_LONGEST_ROLE = 50
# "Total", "Totale enti: 15"; Somme-Leuze is a municipality.
_SUM = "total|totals|totale|totaal|gesamt|gesamtzahl|insgesamt|sum|somme|summe|suma|razem|ogolem|celkem|osszesen|summa"
_TOTAL = re.compile(rf"(grand )?({_SUM})( general| generale)?|(grand )?({_SUM})( [a-z ]+)? \d+")


def _no_member(row: Row, said: Said) -> tuple[str, bool]:
    """Why a row cannot be a member, and whether it is one all the same once the file is mended."""
    name = row.name
    if row.beside:
        return row.beside, False
    if said.person:
        return "a person; persons are not stored", False
    if _TOTAL.fullmatch(fold(name or row.country)):
        return "a total, not a member", False
    if not name:
        return "it has no name", True
    if "@" in name:
        return "an e-mail address stands in the place of the name", True
    if name.startswith("=") or re.match(r"[+@-]\s*\w+\(", name):
        return "a formula stands in the place of the name", True
    if len(name) > LONGEST_NAME:
        return f"the name is longer than {LONGEST_NAME} letters", True
    if not any(letter.isalpha() for letter in name):
        return "the name has no letters", True
    if said.candidate:
        return "a candidate, not yet a member", False
    return "", False


def _dates(one: MemberList, row: Row, said: Said) -> tuple[str, str, str]:
    """When a membership began and ended, and what is to be said of it."""
    since, until, note = date_of(row.since), date_of(row.until), ""
    for text, found, what in ((row.since, since, "start"), (row.until, until, "end")):
        if text and not found and re.search(r"\w", text):
            one.remarks.append(f"{row.where}: “{text[:40]}” is no year, so no {what} is recorded")
    if since and since[:4] > one.as_of[:4]:
        one.remarks.append(f"{row.where}: it begins in {since[:4]}, after the date of the list ({one.as_of})")
    if said.former and not until:
        until = said.left
    if until and until[:4] > one.as_of[:4] and not said.former:
        note, until = f"to end in {until}, as listed", ""
    if said.former and not until:
        until, note = one.as_of, "listed as a former member; when it left is not stated"
    if since and until and since[: len(until)] > until[: len(since)]:
        one.remarks.append(f"{row.where}: it ends ({until}) before it begins ({since}); the beginning was left out")
        since = ""
    # What stands beside the role in a long cell, or an address, may be about a person.
    printed = f"listed as “{said.printed}”" if said.printed and len(said.printed) <= _LONGEST_ROLE and "@" not in said.printed else ""
    return since, until, "; ".join(filter(None, (note, printed)))
