"""A synthetic graph shaped like Europe, for measurements: seeded, valid by the schema, with hubs as real graphs have them.

How many municipalities a country has is real, rounded; every name, tie and amount is made up. At scale 1.0 it has 100,000 LRAs,
200 networks, 30,000 projects, 50,000 organisations, 2,000 funds and 480,000 ties; from 0.005 on it shrinks in proportion. What
repeats is one object (ids, evidence, the properties of ties): records are never changed, so they may share.
"""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate, product
from random import Random
from typing import Any

from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord, Span
from interlocal.graph.schema import (
    DIMENSIONS,
    FUND_KINDS,
    GAP_KINDS,
    GROUPS,
    LABELS,
    NETWORK_SCOPES,
    NODE_TYPES,
    NOT_TIES,
    ORGANISATION_KINDS,
    POLICY_KINDS,
    RELATIONSHIP_TYPES,
    SERVICE_KINDS,
)

LRAS, NETWORKS, TIES = 100_000, 200, 480_000
# The others, drawn one like the other.
THINGS = {"Project": 30_000, "Organisation": 50_000, "Fund": 2_000, "Service": 600, "Policy": 300, "StatedGap": 200, "Conflict": 50}
# So many networks there always are: fewer could not have every scope and kind of list.
FEWEST_NETWORKS = 20

# Code, name, municipalities, latitude, longitude.
COUNTRIES = tuple((code, name, int(count), int(lat), int(lon)) for code, name, count, lat, lon in (line.split() for line in """
    AT Austria 2100 47 14 · BE Belgium 580 50 4 · BG Bulgaria 265 42 25 · CH Switzerland 2200 46 8 · CY Cyprus 615 35 33 · CZ Czechia 6250 49 15
    DE Germany 11000 51 10 · DK Denmark 98 56 9 · EE Estonia 79 58 25 · ES Spain 8100 40 -3 · FI Finland 309 62 25 · FR France 35000 46 2
    GB United_Kingdom 374 52 -1 · GR Greece 332 38 23 · HR Croatia 556 45 15 · HU Hungary 3150 47 19 · IE Ireland 31 53 -7 · IT Italy 7900 42 12
    LT Lithuania 60 55 23 · LU Luxembourg 102 49 6 · LV Latvia 43 56 24 · MT Malta 68 35 14 · NL Netherlands 345 52 5 · NO Norway 356 61 8
    PL Poland 2477 52 19 · PT Portugal 3090 39 -8 · RO Romania 3180 45 24 · SE Sweden 290 60 15 · SI Slovenia 212 46 14 · SK Slovakia 2927 48 19
""".replace("\n", "·").split("·") if line.strip()))  # fmt: skip
COUNTIES = frozenset(("DE", "EE", "GB", "HR", "HU", "IE", "NO", "RO", "SE"))
STATES = frozenset(("AT", "CH", "DE"))
# How many LRAs of a level the sources name; the others come from lists of places alone.
NAMED = {"municipality": 0.09, "city_district": 0.08, "metropolitan": 0.7, "county": 0.7, "province": 0.7, "region": 0.8, "state": 0.9}
# The share of networks of each scope, in the order of NETWORK_SCOPES.
SCOPE_SHARES = (0.1, 0.2, 0.05, 0.35, 0.1, 0.1, 0.1)

# How many ties there are of which type between what, at scale 1.0; partners that are organisations make up the number of all.
DRAWN: Mapping[str, str] = {
    "FOUNDED": "LRA Network 200, Organisation Network 150, Organisation Organisation 800, LRA Service 100",
    "STEERS": "LRA Network 700, Organisation Network 300",
    "MEMBER_OF": "Organisation Network 4000, Network Network 60, Country Network 150",
    "LEADS": "LRA Project 9000, Organisation Project 22000, Network Project 300",
    "SERVES": "Project LRA 7000, Service LRA 400",
    "FUNDED_BY": "Project Fund 42000, Project Organisation 5000, Project LRA 6000, Organisation Fund 4000, Network Fund 100, Service LRA 200, Service Fund 200",
    "SUPPORTS": "LRA Project 3000, Organisation Project 4000, LRA Network 100, Organisation Network 200, Network Network 40, Organisation Service 200",
    "MANAGES": "Organisation Fund 2000, LRA Fund 200, Organisation Project 1000, LRA Network 20, Organisation Network 60",
    "RUNS": "LRA Service 300, Organisation Service 300",
    "COOPERATES_WITH": "LRA Organisation 12000, LRA LRA 5000, Organisation Organisation 8000, LRA Network 200, Network Organisation 200, Network Network 60",
    "EVALUATED_BY": "Project Organisation 3000",
    "FOLLOWS": "Project Project 1500, Network Network 20, Organisation Organisation 300",
    "LINKED_TO": "Project Policy 1500, Project Project 1500, Project Network 500, Project Service 400, Policy Network 60, Service Network 60",
    "ADOPTED": "LRA Policy 3000, Country Policy 80, Organisation Policy 300",
    "ADDRESSES": "Project Theme 30000, Policy Theme 300, Service Theme 600, StatedGap Theme 400",
    "ABOUT": "StatedGap LRA 200, StatedGap Country 50, Conflict Project 40, Conflict Network 10",
    "PLANS": "LRA Network 200, LRA Organisation 200, Project Project 200",
    "LACKS": "LRA Network 400, LRA Organisation 100",
    "PART_OF": "Project Project 2400, Organisation Organisation 3000, Service LRA 400, Network Organisation 30, Project Service 100",
    "LOCATED_IN": "Organisation LRA 45000, Organisation Country 2000, Project LRA 15000, Service LRA 500, Network LRA 100",
    "PARTNER_IN": "LRA Project 30000, Network Project 800",
}
# What is planned or absent, between what.
MEANT = {"Network": "MEMBER_OF", "Organisation": "COOPERATES_WITH", "Project": "FOLLOWS"}
# The n-th of a label is drawn with weight 1 / (n + 1 + this share of all): the smaller, the larger its hubs. And how many ties stay in a country.
EVENNESS = {"LRA": 0.0002, "Organisation": 0.0005, "Fund": 0.0005, "Network": 0.02, "Project": 0.1}
AT_HOME = {"FUNDED_BY": 0.3, "LOCATED_IN": 1.0, "PART_OF": 1.0, "PARTNER_IN": 0.6}

SYLLABLES = """
    Al Bar Bel Bor Cal Cam Dor El Fal Gor Hal Kar Lan Mar Mon Nor Ol Pal Ran Ros Sal San Tar Tor Val Vil Wal Zel
    a da den du go la len li ma men mi na no ra ri ro sa te va zo
    bach berg borg burg by dal feld grad heim hof leva mar mont nica ona polis rode sele stad tal ton vik ville wice
"""
PLACES = ["".join(parts) for parts in product(*(line.split() for line in SYLLABLES.strip().splitlines()))]
SUBJECTS = ("Language courses", "Mentoring", "First welcome", "Housing", "Work placements", "Intercultural dialogue", "Advice", "Schools", "Health", "Voting")
THEMES = ("employment", "language", "education", "housing", "health", "participation", "discrimination", "women", "children", "asylum", "data", "culture")
UNNAMED = (["local associations"], ["schools"], ["employers", "trade unions"], ["municipalities of the region"])
HOW = ("exchange of practice", "joint projects", "advice to members", "statements on legislation")
KINDS = {"Organisation": ORGANISATION_KINDS, "Fund": FUND_KINDS[1:], "Service": SERVICE_KINDS, "Policy": POLICY_KINDS, "StatedGap": GAP_KINDS}
CONFLICT = {"kind": "sources_differ", "property": "budget", "reading": "open"}
# A tie that comes from a list of places.
REFERENCE = {"certainty": "reference", "reading": "accepted"}

Pool = tuple[list[str], list[float]]


def europe(scale: float = 1.0, seed: int = 1) -> Graph:
    """The graph of that scale; the same for the same seed."""
    made = _Europe(scale, Random(seed))
    nodes = sorted(made.nodes, key=lambda n: (LABELS.index(n.type), n.id))
    made.ties.sort(key=lambda t: t.identity)
    return Graph(tuple(nodes), tuple(made.ties), fingerprint=f"europe {scale:g} {seed}")


class _Europe:
    """The graph in the making: nodes first, then who is drawn how often, then ties."""

    def __init__(self, scale: float, rng: Random) -> None:
        self.scale, self.rng = scale, rng
        self.nodes: list[NodeRecord] = []
        self.ties: list[RelationshipRecord] = []
        self.codes = [country[0] for country in COUNTRIES]
        self.sizes = list(accumulate(country[2] ** 0.5 for country in COUNTRIES))
        self.passages = self._documents()
        self._lras()
        members = self._networks()
        self._things()
        self.country = {n.id: n.id if n.type == "Country" else n.country for n in self.nodes}
        self.pools = self._pools()
        self._members(members)
        for kind, drawn in DRAWN.items():
            for source, target, count in (pair.split() for pair in drawn.split(",")):
                self._draw(source, kind, target, max(2, round(int(count) * scale)))
        self._draw("Organisation", "PARTNER_IN", "Project", round(TIES * scale) - len(self.ties))

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _node(self, identifier: str, label: str, name: str, country: str, properties: dict[str, Any], evidence: tuple[Evidence, ...] | None = None) -> str:
        passages = self.rng.choice(self.passages) if evidence is None else evidence
        self.nodes.append(NodeRecord(identifier, label, name, (), country, properties, passages))
        return identifier

    # --- nodes ---------------------------------------------------------------------------------------------------------

    def _documents(self) -> list[tuple[Evidence, ...]]:
        """Forty documents of forty sections, countries and themes; the passages that everything rests on."""
        sections = [json.dumps({"first": n * 50 + 1, "last": n * 50 + 50, "title": f"Part {n + 1}", "path": f"section {n + 1}"}) for n in range(40)]
        documents = [f"report-{n:02d}" for n in range(40)]
        for n, identifier in enumerate((*documents, "places")):
            properties = {"as_of_year": 2010 + n % 15, "publisher": "A publisher", "sections": sections, "year": 2011 + n % 15}
            self._node(identifier, "Document", f"Report {n + 1}" if identifier != "places" else "List of places", "", properties, ())
        for code, name, *_ in COUNTRIES:
            self._node(code, "Country", name.replace("_", " "), "", {}, ())
        for theme in THEMES:
            self._node(f"theme:{theme}", "Theme", theme.title(), "", {}, ())
        firsts = [(self.rng.choice(documents), self.rng.randint(1, 1990)) for _ in range(9_000)]
        single = [(Evidence((Span(document, first, first + self.rng.randint(0, 9)),)),) for document, first in firsts]
        return [*single, *(tuple(sorted({*self.rng.choice(single), *self.rng.choice(single)})) for _ in range(3_000))]

    def _lras(self) -> None:
        """Regions, provinces, municipalities of each country, each part of one above; districts of cities make up the number."""
        cities = []
        for line, (code, _, count, lat, lon) in enumerate(COUNTRIES, 1):
            listed, municipalities = (Evidence((Span("places", line, line),)),), max(1, round(count * self.scale))
            above, large = [code], municipalities > 20
            upper, middle = "state" if code in STATES else "region", "county" if code in COUNTIES else "province"
            numbers = {upper: -(-municipalities // 600) * large, middle: -(-municipalities // 90) * large, "municipality": municipalities}
            for level, number in numbers.items():
                above = [self._lra(code, level, self.rng.choice(above), (lat, lon), listed) for _ in range(number)] or above
            cities.extend((city, code, (lat, lon), listed) for city in above[: 1 + municipalities // 100])
        while len(self.ties) < round(LRAS * self.scale):
            city, code, centre, listed = self.rng.choice(cities)
            self._lra(code, *(("metropolitan", code) if self._chance(0.05) else ("city_district", city)), centre, listed)

    def _lra(self, code: str, level: str, above: str, centre: tuple[int, int], listed: tuple[Evidence, ...]) -> str:
        """One LRA: named in the sources, or of the list of places alone."""
        rng, number, name = self.rng, len(self.ties), self.rng.choice(PLACES)
        named, key = self._chance(NAMED[level]), "lau" if level in ("municipality", "city_district") else "nuts"
        identifier = f"lra:{code.lower()}/{name.lower()}-{number}" if named else f"lra:{code.lower()}/{key}/{number:05d}"
        lat, lon = (degrees + rng.randint(-200, 200) / 100 for degrees in centre)
        place = {"lat": lat, key: f"{number:05d}", "level": level, "lon": lon}
        self._node(identifier, "LRA", name, code, place, None if named else listed)
        self.ties.append(RelationshipRecord(identifier, "PART_OF", above, "", REFERENCE, listed))
        return identifier

    def _networks(self) -> Mapping[str, int]:
        """Networks, the largest first; how many LRAs to name as members of each."""
        count = max(FEWEST_NETWORKS, round(NETWORKS * self.scale))
        edges = list(accumulate(SCOPE_SHARES))
        members = {}
        for n in range(count):
            scope = NETWORK_SCOPES[bisect(edges, (n + 0.5) / count)]
            code = "" if scope in ("european_lra", "expert", "policy") else self._country()
            roster = ("complete", "partial", "none", "partial")[n % 4]
            stated = max(3, round(6_000 * self.scale / (n + 1) ** 0.9))
            properties: dict[str, Any] = {"roster": roster, "scope": scope}
            if roster == "complete":
                properties |= {"roster_as_of": str(2015 + n % 9)}
            if roster == "complete" or self._chance(0.7):
                properties |= {"stated_members": stated}
            identifier = self._node(f"network:{n:03d}", "Network", f"{self.rng.choice(PLACES)} Network", code, properties | self._stance(0.6))
            members[identifier] = {"complete": stated, "partial": stated // 2, "none": 0}[roster]
        return members

    def _stance(self, share: float) -> dict[str, Any]:
        """What a source says of a body's cooperation with LRAs, if it does."""
        if not self._chance(share):
            return {}
        if self._chance(0.3):
            return {"cooperates_with_lras": "no"}
        return {"cooperates_with_lras": "yes", "how": self.rng.choice(HOW)} | ({"cooperation_platform": "annual forum"} if self._chance(0.3) else {})

    def _things(self) -> None:
        """Projects, organisations, funds and the rest."""
        shared: dict[str, dict[str, Any]] = {}
        for label, number in THINGS.items():
            count = max(4, round(number * self.scale))
            for n in range(count):
                # The first funds are the Union's: they have no country, and fund most.
                code = "" if label == "Fund" and n < max(2, count // 50) else self._country()
                identifier = f"{NODE_TYPES[label].prefix}:{code.lower() or 'eu'}/{n:05d}"
                properties = self._properties(label, code)
                name = f"{self.rng.choice(SUBJECTS)} {self.rng.choice(PLACES)}"
                self._node(identifier, label, name, code, shared.setdefault(str(properties), properties))

    def _properties(self, label: str, code: str) -> dict[str, Any]:
        """What kind of thing it is, and what else its questions ask of it."""
        if label == "Project":
            dimension = {"dimension": self.rng.choice(DIMENSIONS)} if self._chance(0.9) else {}
            return dimension | ({"unnamed_partners": self.rng.choice(UNNAMED)} if self._chance(0.15) else {})
        if label == "Conflict":
            return CONFLICT
        kind = self.rng.choice(KINDS[label]) if label != "Fund" or code else "eu"
        called = {"called_lra_by": ["report-00"]} if kind == "state_territorial_office" else {}
        return {"kind": kind} | called | (self._stance(0.004) if label == "Organisation" else {})

    def _country(self) -> str:
        return self.rng.choices(self.codes, cum_weights=self.sizes)[0]

    # --- ties ----------------------------------------------------------------------------------------------------------

    def _pools(self) -> Mapping[tuple[str, str], Pool]:
        """Whom to draw, by label and country, and of each label by no country; LRAs that are named come before those of lists."""
        ids: dict[tuple[str, str], list[str]] = {}
        order = sorted(self.nodes, key=lambda n: (_listed(n.id), self.rng.random() if n.type == "LRA" else 0.0))
        for node in order:
            for country in {"", self.country[node.id]}:
                ids.setdefault((node.type, country), []).append(node.id)
        return {key: (found, list(accumulate(1 / (n + 1 + EVENNESS.get(key[0], 0.05) * len(found)) for n in range(len(found))))) for key, found in ids.items()}

    def _pick(self, label: str, country: str = "") -> str:
        ids, weights = self.pools.get((label, country)) or self.pools[label, ""]
        return self.rng.choices(ids, cum_weights=weights)[0]

    def _draw(self, source_label: str, kind: str, target_label: str, count: int) -> None:
        """``count`` new ties; a pair drawn again is left out, unless it is money: then it is a grant of another year."""
        variants = self._variants(kind, target_label)
        home, undirected = AT_HOME.get(kind, 0.7), RELATIONSHIP_TYPES[kind].undirected
        seen: set[tuple[str, str, str]] = set()
        # In a small graph there may be fewer pairs than asked for.
        for _ in range(30 * count):
            if len(seen) >= count:
                break
            source = self._pick(source_label)
            target = self._pick(target_label, self.country[source] if self._chance(home) else "")
            # Undirected, the smaller id comes first; of two of a label the larger is part of, or follows, the other: no circles.
            if source > target if undirected else source_label == target_label and source < target:
                source, target = target, source
            key = str(self.rng.randint(2008, 2023)) if kind == "FUNDED_BY" and (source, target, "") in seen else ""
            if source != target and (source, target, key) not in seen:
                seen.add((source, target, key))
                self._tie(source, kind, target, key, variants)

    def _tie(self, source: str, kind: str, target: str, key: str, variants: Sequence[dict[str, Any]]) -> None:
        self.ties.append(RelationshipRecord(source, kind, target, key, self.rng.choice(variants), self.rng.choice(self.passages)))

    def _members(self, members: Mapping[str, int]) -> None:
        """The LRAs that each network's list names, of its country if it has one."""
        variants = self._variants("MEMBER_OF", "Network")
        for network, count in members.items():
            drawn = dict.fromkeys(self._pick("LRA", self.country[network]) for _ in range(3 * count))
            for lra in list(drawn)[:count]:
                self._tie(lra, "MEMBER_OF", network, "", variants)

    def _variants(self, kind: str, target_label: str) -> Sequence[dict[str, Any]]:
        """Two hundred ways in which such a tie is stated: certainty, reading, years, and money or what is meant."""
        return [self._stated(kind, target_label) for _ in range(200)]

    def _stated(self, kind: str, target_label: str) -> dict[str, Any]:
        said: dict[str, Any] = {"certainty": "stated" if self._chance(0.85) else "implied", "reading": "open" if self._chance(0.04) else "accepted"}
        if kind in NOT_TIES:
            return said | {"tie": MEANT[target_label]}
        if kind == "FUNDED_BY" and self._chance(0.7):
            amount = float(round(10 ** self.rng.uniform(3.5, 7), -3))
            said |= {"amount": amount, "amount_basis": "total", "amount_eur": amount, "currency": "EUR"}
        if self._chance(0.45):
            since = self.rng.randint(2004, 2023)
            said |= {"since": str(since), "since_year": since}
            # Projects end; members mostly stay.
            if self._chance(0.15 if kind in GROUPS["in_network"] else 0.5):
                until = since + self.rng.randint(1, 4)
                said |= {"until": str(until), "until_year": until}
        return said


def _listed(identifier: str) -> bool:
    return "/lau/" in identifier or "/nuts/" in identifier
