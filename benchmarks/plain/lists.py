"""In plain networkx: who is on which complete, dated list of members, by brute force where that can be done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from itertools import combinations

import networkx as nx

from benchmarks.plain.graph import Answer, Row, Tie, Values, into, still, things, wanted
from benchmarks.plain.networks_compared import part_played

MOST = 25
# As the answers declare: for larger graphs they sample starting points and brokers, and leave the largest lists out. Nestedness is exact here.
WALKED, PAIRS, BROKERS = 1_200_000, 300_000, 200


class Lists:
    """The two-mode graph of bodies and complete, dated lists, with what the rows tell of it."""

    def __init__(self, plain: nx.MultiDiGraph, values: Values, *, placed: bool = False) -> None:
        self.plain, self.asked = plain, values["country"]
        self.ties = defaultdict[tuple[str, str], list[Tie]](list)
        self.graph, self.said = nx.Graph(), defaultdict[tuple[str, str], list[str]](list)
        for network in things(plain, "Network"):
            properties = plain.nodes[network]["properties"]
            if properties.get("roster") != "complete" or not properties.get("roster_as_of") or not wanted(properties.get("scope"), values["network_scope"]):
                continue
            for body, tie in into(plain, network, "MEMBER_OF"):
                if still(tie) and plain.nodes[body]["label"] in ("LRA", "Organisation") and (plain.nodes[body]["country"] or not placed):
                    self.graph.add_edge(network, body)
                    self.said[network, body] += tie["evidence"]
                    self.ties[network, body].append(tie)
        self.lists = sorted({network for network, _ in self.said})
        self.bodies = sorted({body for _, body in self.said})
        self.members = {network: set(self.graph[network]) for network in self.lists}

    def name(self, one: str) -> str:
        return str(self.plain.nodes[one]["name"])

    def country(self, body: str) -> str | None:
        found: str | None = self.plain.nodes[body]["country"]
        return found

    def in_scope(self) -> list[str]:
        return [body for body in self.bodies if wanted(self.country(body), self.asked)]

    def names(self, ids: Collection[str]) -> list[str]:
        return [self.name(one) for one in sorted(ids, key=lambda one: (self.name(one), one))]

    def in_order(self, body: str) -> list[str]:
        return sorted(self.graph[body], key=lambda one: (self.name(one), one))

    def roles(self, body: str) -> list[str]:
        return [part_played(self.ties[one, body]) for one in self.in_order(body)]

    def evidence(self, *bodies: str, on: Collection[str] | None = None) -> list[str]:
        return [text for body in bodies for one in self.graph[body] if on is None or one in on for text in (*self.said[one, body], *self.of_list(one))]

    def of_list(self, one: str) -> list[str]:
        """Where the network is described by the documents of its list, if it is."""
        documents = {text.split("#")[0] for body in self.members[one] for text in self.said[one, body]}
        said = self.plain.nodes[one]["evidence"]
        return [text for text in said if text.split("#")[0] in documents] or said

    def evidence_of_lists(self, ids: Collection[str], among: Collection[str] | None = None) -> list[str]:
        found = []
        for one in ids:
            bodies = self.members[one] if among is None else self.members[one] & set(among)
            by_line = {text: (text.split("#")[0], int(re.findall(r"#(\d*)", text)[0] or 0), text) for body in bodies for text in self.said[one, body]}
            texts = sorted(by_line, key=by_line.__getitem__, reverse=True)
            found += [*{text.split("#")[0]: text for text in texts}.values(), *self.of_list(one)]
        return found

    def basis(self, *rules: str) -> str:
        words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
        count = len(self.lists)
        number = words[count] if count < len(words) else f"{count:,}"
        dates = {one: str(self.plain.nodes[one]["properties"]["roster_as_of"]) for one in self.lists}
        shown = [f"{self.name(one)} ({dates[one]})" for one in sorted(self.lists, key=lambda one: (self.name(one), one))]
        which = f"of {min(dates.values())} to {max(dates.values())}" if count > 6 else " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
        return "; ".join((f"{number} complete list{'s' if count > 1 else ''}: {which}", *rules))

    def together(self) -> nx.Graph:
        """Who is on one list with whom; the largest lists make no pairs when all would make too many."""
        made, pairs = nx.Graph(), 0
        made.add_nodes_from(self.bodies)
        for size in sorted({len(members) for members in self.members.values()}):
            of_size = [members for members in self.members.values() if len(members) == size]
            pairs += len(of_size) * size * (size - 1) // 2
            if pairs > PAIRS:
                break
            for members in of_size:
                made.add_edges_from(combinations(members, 2))
        return made


def four(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def enough(answer: Answer) -> Answer:
    """Nothing is answered unless two lists have two LRAs or more each."""

    def go(plain: nx.MultiDiGraph, values: Values) -> list[Row]:
        members = Lists(plain, {**values, "country": None}).members.values()
        return answer(plain, values) if sum(sum(plain.nodes[body]["label"] == "LRA" for body in found) > 1 for found in members) > 1 else []

    return go
