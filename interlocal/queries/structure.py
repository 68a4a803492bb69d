"""Questions about the structure of loaded networks: who bridges, what hangs together, where links are likely.

Their Cypher says who is on which complete, dated list of members; the measures of ``graph.measures`` make the rows from that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any

from interlocal.graph import measures
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, sentence

if TYPE_CHECKING:
    from interlocal.graph.measures import Graph

# So many rows an answer shows at most, and so many bodies have their roles counted.
SHOWN, BROKERS, NAMED = 25, 200, 10

LISTS = Need(
    "lists_with_lras",
    "complete lists of members, with their dates, of at least two of the networks asked about, each with two LRAs or more",
    "lists of members of networks (Eurocities, CLIP …) with the date of each",
)
ON_LISTS = Population("bodies_on_lists", "LRAs and organisations on complete, dated lists of members")
WITH_COUNTRY = Population("bodies_on_lists_with_country", "LRAs and organisations with a stated country on complete, dated lists of members")
_ON_ONE_LIST = "Two bodies are linked here when both stand on one list of members (co-membership; Breiger 1974)."
_NOT_CONTACT = (
    "Standing on one list is no evidence that two bodies work with each other, and networks whose list is not loaded are not seen: with another "
    "list the figures change. Lists of different dates are taken together. Members that are networks or states are not counted."
)


@dataclass
class Loaded:
    """Who is on which list, by ids; names, countries and passages beside."""

    lists: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    on: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, str] = field(default_factory=dict)
    country: dict[str, str] = field(default_factory=dict)
    sort: dict[str, str] = field(default_factory=dict)
    as_of: dict[str, str] = field(default_factory=dict)
    of_list: dict[str, Any] = field(default_factory=dict)
    passages: dict[tuple[str, str], Any] = field(default_factory=dict)

    def two_mode(self) -> Graph:
        """Bodies and lists, a tie for each body on a list (Breiger 1974)."""
        import networkx as nx

        made: Graph = nx.Graph()
        made.add_nodes_from((*self.lists, *self.on))
        made.add_edges_from((body, one) for one, members in self.lists.items() for body in members)
        return made

    def networks(self, ids: Collection[str]) -> list[str]:
        return [self.names[one] for one in sorted(ids, key=lambda one: (self.names[one], one))]

    def evidence(self, *bodies: str) -> list[Any]:
        """Where bodies stand on their lists."""
        return [[self.of_list[one], self.passages[one, body]] for body in bodies for one in self.on[body]]

    def evidence_of_lists(self, ids: Collection[str]) -> list[Any]:
        """For what rests on whole lists: the first passage of each document that a list comes from, not one for each member."""
        found = []
        for one in sorted(ids):
            first: dict[str, str] = {}
            for passage in sorted(text for body in self.lists[one] for text in _flat(self.passages[one, body])):
                first.setdefault(passage.partition("#")[0], passage)
            found.append([self.of_list[one], list(first.values())])
        return found

    def basis(self, *rules: str) -> str:
        """Which lists an answer rests on, and by what rule something was left out or sampled."""
        dated = [f"{self.names[one]} ({self.as_of[one]})" for one in sorted(self.lists, key=lambda one: (self.names[one], one))]
        dates = sorted(self.as_of[one] for one in self.lists)
        which = listed(dated) if len(dated) <= 6 else f"of {dates[0]} to {dates[-1]}"
        return "; ".join((f"{counted(len(dated), 'complete list')}: {which}", *(rule for rule in rules if rule)))

    def left_out(self, ids: Sequence[str], words: str) -> str:
        if not ids:
            return ""
        largest = max((len(members) for one, members in self.lists.items() if one not in ids), default=0)
        return f"{words} {counted(len(ids), 'list')} of more than {largest:,} bodies"


def _flat(found: Any) -> list[str]:
    return [found] if isinstance(found, str) else [text for part in found for text in _flat(part)]


def loaded(rows: Sequence[Row]) -> Loaded:
    """The rows of the Cypher as one thing; only those that say who is on a list."""
    made = Loaded()
    for row in sorted(rows, key=lambda row: (row["network_id"], row["body_id"])):
        one, body = row["network_id"], row["body_id"]
        made.lists[one].append(body)
        made.on[body].append(one)
        made.names |= {one: row["network"], body: row["body"]}
        made.as_of[one], made.of_list[one] = str(row["as_of"]), row["of_list"]
        made.sort[body], made.passages[one, body] = row["sort"], row["evidence"]
        if row["country"]:
            made.country[body] = row["country"]
    return made


def _asked(made: Loaded, values: Values) -> set[str]:
    """The bodies that are asked about."""
    return {body for body in made.on if values.get("country") in (None, made.country.get(body))}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _where(row: Row) -> str:
    return _placed(row["body"], row["country"])


def _placed(name: str, country: str | None) -> str:
    return f"{name} ({country})" if country else name


def _number(count: int) -> str:
    return in_words(count) if count else "none"


def _based(asked: Asked) -> str:
    return f" Computed from {asked.rows[0]['basis']}."


# --- who bridges -------------------------------------------------------------------------------------------------------


def bridging(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """The bodies with the highest betweenness, with their constraint and effective size."""
    made = loaded(rows)
    scores, sampled = measures.betweenness(made.two_mode())
    found = [body for body in _asked(made, values) if scores[body] > 0]
    found = sorted(found, key=lambda body: (-round(scores[body], 9), made.names[body], body))[:SHOWN]
    near, large = measures.co_listed(made.lists)
    held, size = measures.constraint(near, found), measures.effective_size(near, found)
    basis = made.basis(
        f"betweenness from {sampled} of {len(made.on) + len(made.lists):,} starting points, drawn with a fixed seed" if sampled else "",
        made.left_out(large, "neighbours, constraint and effective size without those met on"),
    )
    return [{
        "body": made.names[body], "country": made.country.get(body), "networks": made.networks(made.on[body]), "betweenness": round(scores[body], 4),
        "constraint": _rounded(held[body]), "effective_size": _rounded(size[body]), "neighbours": len(near[body]), "basis": basis,
        "evidence": made.evidence(body),
    } for body in found]  # fmt: skip


def _bridging(asked: Asked) -> str:
    most = [f"{row['body']} {row['betweenness']:.1%}" for row in asked.rows[:3]]
    shown = f"Shown are the {len(asked.rows)} that stand between others most" if len(asked.rows) == SHOWN else f"{_bodies(asked.rows)} between others"
    return f"{shown}, as a share of the shortest chains of bodies and lists: {'; '.join(most)}. That is where a body stands, not what it does.{_based(asked)}"


def _bodies(rows: Sequence[Row]) -> str:
    return f"{counted(len(rows), 'body', 'bodies')} {'stand' if len(rows) > 1 else 'stands'}"


def _one_bridge(row: Row) -> str:
    lists = f"{counted(len(row['networks']), 'list')} ({listed(row['networks'])})"
    said = f"{_where(row)} is on {lists} and lies on {row['betweenness']:.1%} of the chains between others"
    if row["constraint"] is None:
        return f"{said}; constraint and effective size are not computed for lists as large as its own"
    others = f"{counted(row['neighbours'], 'body', 'bodies')}, effectively {row['effective_size']:.1f} less those that share lists anyway"
    return f"{said}; it shares a list with {others} (constraint {row['constraint']:.2f})"


BRIDGING = Question(
    slug="bridging-organisations",
    title="Which LRAs and organisations bridge the networks whose lists are loaded?",
    theme="Structure of loaded networks",
    definition=(
        "Betweenness: the share of shortest chains between all others (bodies and lists; Freeman 1977, on who is on which list: Faust 1997) that go "
        f"through a body. {_ON_ONE_LIST} Constraint: how far a body's neighbours lead back to each other; effective size: its neighbours less those "
        "that are redundant (Burt 1992; in the form of Borgatti 1997)."
    ),
    population=ON_LISTS,
    columns={
        "body": "LRA or organisation", "country": "country", "networks": "on the lists of", "betweenness": "betweenness", "constraint": "constraint",
        "effective_size": "effective size", "neighbours": "bodies on its lists", "basis": "computed from",
    },
    headline=_bridging,
    say=_one_bridge,
    nothing="On the lists that are loaded none of the bodies asked about stands between others: a body bridges when it is on two lists or more.",
    counts=f"are shown: those that stand between others, at most {SHOWN}",
    caveat=_NOT_CONTACT,
    parameters=("country", "network_scope"),
    needs=(LISTS,),
    derive=bridging,
)  # fmt: skip


# --- roles -------------------------------------------------------------------------------------------------------------


def brokers(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """The bodies that most often stand between two that share no list, by the countries of the three."""
    made = loaded([row for row in rows if row["country"]])
    near, large = measures.co_listed(made.lists)
    several = [body for body in _asked(made, values) if len(set(made.on[body]) - set(large)) > 1]
    looked_at = sorted(several, key=lambda body: (-len(near[body]), made.names[body], body))[:BROKERS]
    basis = made.basis(
        f"roles counted for the {BROKERS} bodies that share lists with most others" if len(several) > BROKERS else "",
        made.left_out(large, "sharing does not count for"),
    )
    found = []
    for body, roles in measures.brokerage_roles(near, made.country, looked_at).items():
        # Lists have no direction: each chain was counted from both ends, and gatekeeper and representative are one role.
        counts = {role: roles[role] // (1 if role == "gatekeeper" else 2) for role in ("coordinator", "itinerant", "gatekeeper", "liaison")}
        if total := sum(counts.values()):
            told = {"body": made.names[body], "country": made.country[body], "networks": made.networks(made.on[body])}
            found.append((-total, made.names[body], body, {**told, **counts, "total": total, "basis": basis, "evidence": made.evidence(body)}))
    return [row for *_, row in sorted(found, key=lambda one: one[:3])[:SHOWN]]


def _brokers(asked: Asked) -> str:
    most = [f"{row['body']} between {counted(row['total'], 'pair')}" for row in asked.rows[:3]]
    abroad = sum(row["liaison"] + row["gatekeeper"] + row["itinerant"] > 0 for row in asked.rows)
    shown = f"Shown are the {len(asked.rows)} that do most" if len(asked.rows) == SHOWN else f"{_bodies(asked.rows)} between two that share no list"
    return f"{shown}: {'; '.join(most)}. Of these, {_number(abroad)} {'do' if abroad > 1 else 'does'} so across a border.{_based(asked)}"


def _one_broker(row: Row) -> str:
    words = {
        "coordinator": "all of its own country", "itinerant": "both of one other country", "gatekeeper": "one of its own country and one abroad",
        "liaison": "of two other countries",
    }  # fmt: skip
    counts = [f"{row[role]:,} {meaning}" for role, meaning in words.items() if row[role]]
    return f"{_where(row)}, on the lists of {listed(row['networks'])}, stands between {counted(row['total'], 'pair')} that share no list: {listed(counts)}"


ROLES = Question(
    slug="brokerage-roles",
    title="Who stands between bodies that share no list, within a country and across borders?",
    theme="Structure of loaded networks",
    definition=(
        "Brokerage roles (Gould & Fernandez 1989) by country, for each pair that shares no list and of which each shares one with the body between them: "
        "coordinator (all three of one country), itinerant (the pair of one other country), gatekeeper or representative (one of the pair of its country; "
        f"lists have no direction, so the two are one), liaison (three countries). {_ON_ONE_LIST}"
    ),
    population=WITH_COUNTRY,
    columns={
        "body": "LRA or organisation", "country": "country", "networks": "on the lists of", "coordinator": "coordinator", "itinerant": "itinerant",
        "gatekeeper": "gatekeeper or representative", "liaison": "liaison", "total": "all", "basis": "computed from",
    },
    headline=_brokers,
    say=_one_broker,
    nothing="On the lists that are loaded none of the bodies asked about stands between two that share no list.",
    counts=f"are shown: those that stand between two that share no list, at most {SHOWN}",
    caveat=f"A role is a place in these lists, not a task that anybody gave. Bodies without a stated country are left out. {_NOT_CONTACT}",
    parameters=("country", "network_scope"),
    needs=(LISTS,),
    derive=brokers,
)  # fmt: skip


# --- what hangs together -----------------------------------------------------------------------------------------------


def hanging(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    """One row for each set of lists that hang together through the bodies on them."""
    made = loaded(rows)
    graph = made.two_mode()
    # A list with one body on it joins nobody: without it, no body seems to hold together what is only itself and its list.
    joining = graph.subgraph([*made.on, *(one for one, members in made.lists.items() if len(members) > 1)])
    holding = {one for one in measures.articulation_points(joining) if one in made.on}
    found = []
    for part in measures.components(graph):
        lists, bodies = [one for one in part if one in made.lists], [one for one in part if one in made.on]
        k, inner = measures.core(graph.subgraph(part))
        held = sorted((made.names[one], one) for one in bodies if one in holding)
        found.append({
            "networks": made.networks(lists), "bodies": len(bodies), "lras": sum(made.sort[one] == "LRA" for one in bodies),
            "countries": sorted({made.country[one] for one in bodies if one in made.country}),
            "holding": [name for name, _ in held[:NAMED]], "holding_count": len(held),
            "groups": ["; ".join(made.networks(group)) for group in measures.communities(_lists_joined(made, lists))],
            "core": k, "core_bodies": sum(one in made.on for one in inner), "basis": made.basis(), "evidence": made.evidence_of_lists(lists),
        })  # fmt: skip
    return sorted(found, key=lambda row: (-row["bodies"], row["networks"]))


def _lists_joined(made: Loaded, lists: Collection[str]) -> Graph:
    """Lists, tied by how many bodies are on both: far fewer than bodies, and groups of lists are what people can name."""
    import networkx as nx

    joined: Graph = nx.Graph()
    joined.add_nodes_from(sorted(lists))
    kept = set(lists)
    for body in sorted({body for one in lists for body in made.lists[one]}):
        for one, other in combinations([one for one in made.on[body] if one in kept], 2):
            joined.add_edge(one, other, weight=joined.get_edge_data(one, other, {"weight": 0})["weight"] + 1)
    return joined


def _hanging(asked: Asked) -> str:
    first, parts = asked.rows[0], len(asked.rows)
    holding = sum(row["holding_count"] for row in asked.rows)
    each = "bodies each hold" if holding > 1 else "body holds"
    held = f"{in_words(holding)} {each} a part to the rest: without that body, the part would share nobody with the others"
    if parts == 1:
        whole = f"All {counted(len(first['networks']), 'list')} hang together through bodies that are on two or more"
    else:
        whole = f"The lists fall into {in_words(parts)} parts that share nobody; the largest joins {first['bodies']:,} of {asked.of:,} bodies"
    return f"{whole}. {sentence(held) if holding else 'No single body holds a part to the rest.'}{_based(asked)}"


def _one_part(row: Row) -> str:
    lists = f"{counted(len(row['networks']), 'list')} ({_first(row['networks'])})"
    said = f"{lists} with {counted(row['bodies'], 'body', 'bodies')}, of these {counted(row['lras'], 'LRA')}"
    if len(row["networks"]) == 1:
        return f"{said}: it shares nobody with another list"
    more = row["holding_count"] - len(row["holding"])
    names = listed([*row["holding"], *([f"{in_words(more)} more"] if more else [])])
    held = f"{names} each hold{'s' if row['holding_count'] == 1 else ''} a part to the rest".replace("each holds", "holds") if row["holding"] else ""
    groups = f"the lists form {counted(len(row['groups']), 'group')} that share more with each other than with the others" if len(row["groups"]) > 1 else ""
    inner = f"at its core are {counted(row['core_bodies'], 'body', 'bodies')} on {in_words(row['core'])} or more of the same lists" if row["core"] > 1 else ""
    return "; ".join(part for part in (said, held, groups, inner) if part)


def _first(names: Sequence[str]) -> str:
    return listed(names) if len(names) <= NAMED else f"{', '.join(names[:NAMED])} and {in_words(len(names) - NAMED)} more"


HANGING = Question(
    slug="what-hangs-together",
    title="Which lists of members hang together, and through whom?",
    theme="Structure of loaded networks",
    definition=(
        "Lists hang together when a chain of bodies leads from one to the other (components). A body holds a part to the rest when no other body joins the "
        "two (articulation points; Hopcroft & Tarjan 1973). Groups: lists that share more bodies with each other than chance would give (Louvain, with a "
        "fixed seed; Blondel et al. 2008). Core: the innermost k-core, bodies on k or more lists on each of which k or more of them stand (Seidman 1983)."
    ),
    population=ON_LISTS,
    columns={
        "networks": "lists", "bodies": "bodies", "lras": "LRAs", "countries": "countries", "holding": "hold a part to the rest",
        "holding_count": "how many do", "groups": "groups of lists", "core": "k of the core", "core_bodies": "bodies in the core", "basis": "computed from",
    },
    headline=_hanging,
    say=_one_part,
    nothing="No LRA or organisation is on a list that is loaded.",
    counts="are in the largest part that hangs together",
    count=lambda rows: int(max((row["bodies"] for row in rows), default=0)),
    caveat=f"Parts that share nobody here may well be in touch by other ways. {_NOT_CONTACT}",
    parameters=("network_scope",),
    needs=(LISTS,),
    derive=hanging,
)  # fmt: skip


# --- across borders ----------------------------------------------------------------------------------------------------


def across(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """Pairs on one list within and across countries, by country, beside what the sizes of countries alone would give."""
    made = loaded([row for row in rows if row["country"]])
    sizes: dict[str, int] = defaultdict(int)
    for body in made.on:
        sizes[made.country[body]] += 1
    countries_on = {one: {made.country[body] for body in members} for one, members in made.lists.items()}
    found = []
    for country, (external, internal) in measures.pairs_by_group(made.lists.values(), made.country).items():
        own = [body for body in made.on if made.country[body] == country]
        possible = measures.e_i_index(sizes[country] * (len(made.on) - sizes[country]), sizes[country] * (sizes[country] - 1) / 2)
        found.append({
            "country": country, "bodies": len(own), "abroad": sum(any(len(countries_on[one]) > 1 for one in made.on[body]) for body in own),
            "across": external, "within": internal, "e_i": _rounded(measures.e_i_index(external, internal)), "expected": _rounded(possible),
            "basis": made.basis(), "evidence": made.evidence_of_lists({one for body in own for one in made.on[body]}),
        })  # fmt: skip
    return sorted((row for row in found if values.get("country") in (None, row["country"])), key=lambda row: row["country"])


def _across(asked: Asked) -> str:
    abroad = sum(row["abroad"] for row in asked.rows)
    share = f"{_number(abroad)} of {counted(asked.of, 'body', 'bodies')} {'share' if abroad > 1 else 'shares'} a list with a body of another country"
    if len(asked.rows) == 1:
        return f"{share}.{_based(asked)}"
    # Each pair across borders stands in the rows of two countries.
    external, internal = sum(row["across"] for row in asked.rows) // 2, sum(row["within"] for row in asked.rows)
    index = measures.e_i_index(external, internal)
    joining = f"{_number(external)} {'join' if external > 1 else 'joins'} two countries"
    staying = f"{_number(internal)} {'stay' if internal > 1 else 'stays'} in one"
    said = "" if index is None else f" Of the pairs on one list {joining} and {staying} (E-I index {index:+.2f})."
    return f"{share}.{said}{_based(asked)}"


def _one_country(row: Row) -> str:
    abroad = f"{_number(row['abroad'])} of these {'share' if row['abroad'] > 1 else 'shares'} one with a body from abroad"
    who = f"{row['country']}: {counted(row['bodies'], 'body', 'bodies')} on the lists; {abroad}"
    if row["e_i"] is None:
        return f"{who}; no pair is on one list"
    beside = "" if row["expected"] is None else f", where the numbers of bodies alone would give {row['expected']:+.2f}"
    return f"{who}; {counted(row['across'], 'pair')} across borders, {_number(row['within'])} within the country: E-I index {row['e_i']:+.2f}{beside}"


ACROSS = Question(
    slug="cross-border-ties",
    title="How far do the lists of members join bodies across borders?",
    theme="Structure of loaded networks",
    definition=(
        "E-I index by country (Krackhardt & Stern 1988): pairs on one list that join its bodies to other countries, less pairs within, by all: -1 when all "
        "stay within, +1 when all go abroad. A pair on two lists counts twice. Beside it stands the index if every body were paired with every other, "
        "because small countries have few at home to be paired with."
    ),
    population=WITH_COUNTRY,
    columns={
        "country": "country", "bodies": "bodies", "abroad": "share a list with one abroad", "across": "pairs across borders", "within": "pairs within",
        "e_i": "E-I index", "expected": "by numbers alone", "basis": "computed from",
    },
    headline=_across,
    say=_one_country,
    nothing="No body with a stated country is on a list that is loaded and asked about.",
    counts="share a list with a body of another country",
    count=lambda rows: sum(row["abroad"] for row in rows),
    caveat=f"A list of one country's members can only join them to each other: choose a kind of network with --network-scope. {_NOT_CONTACT}",
    parameters=("country", "network_scope"),
    needs=(LISTS,),
    derive=across,
)  # fmt: skip


# --- lists within lists ------------------------------------------------------------------------------------------------


def nested(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    """Pairs of lists that share a body, the smaller first, with the nestedness of the whole."""
    made = loaded(rows)
    whole = measures.nodf(made.on)
    basis = made.basis(f"nestedness from a sample of {whole.sampled:,} of {len(made.on):,} bodies, drawn with a fixed seed" if whole.sampled else "")
    found = []
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for lists in made.on.values():
        for pair in combinations(lists, 2):
            shared[pair] += 1
    for pair, number in shared.items():
        small, large = sorted(pair, key=lambda one: (len(made.lists[one]), made.names[one], one))
        share = number / len(made.lists[small])
        found.append(((-share, -number, made.names[small], made.names[large], small, large), {
            "network": made.names[small], "size": len(made.lists[small]), "other": made.names[large], "other_size": len(made.lists[large]),
            "shared": number, "contained": _rounded(share), "jaccard": _rounded(measures.jaccard(made.lists[small], made.lists[large])),
            "nestedness": round(whole.total, 2), "basis": basis, "ends": [small, large], "evidence": made.evidence_of_lists(pair),
        }))  # fmt: skip
    return [row for _, row in sorted(found, key=lambda one: one[0])[:SHOWN]]


def _nested(asked: Asked) -> str:
    first = asked.rows[0]
    most = f"the most, {first['network']} in {first['other']}: {in_words(first['shared'])} of its {counted(first['size'], 'body', 'bodies')}"
    pairs = f"The {SHOWN} pairs of lists shown are those that overlap most" if len(asked.rows) == SHOWN else _overlapping(len(asked.rows))
    whole = f"Nestedness of all lists: {first['nestedness']:.0f} of 100 (100: each smaller list lies wholly within each larger one)"
    return f"{pairs}; {most}. {whole}.{_based(asked)}"


def _overlapping(count: int) -> str:
    return f"{counted(count, 'pair')} of lists {'overlap' if count > 1 else 'overlaps'}"


def _one_overlap(row: Row) -> str:
    return (
        f"{row['network']} ({row['size']:,}) shares {counted(row['shared'], 'body', 'bodies')} with {row['other']} ({row['other_size']:,}): "
        f"{row['contained']:.0%} of {row['network']}, {row['jaccard']:.0%} of all on either list"
    )


NESTED = Question(
    slug="nested-membership",
    title="Do the smaller lists of members lie within the larger ones?",
    theme="Structure of loaded networks",
    definition=(
        "Nestedness of who is on which list by NODF (Almeida-Neto et al. 2008): for each pair of lists, and of bodies, that differ in size, how much of the "
        "smaller is in the larger; the mean over all pairs, 0 to 100. Overlap of two lists: what they share, of all on either (Jaccard 1901)."
    ),
    population=Population("lists_loaded", "complete, dated lists of members"),
    columns={
        "network": "smaller list", "size": "bodies on it", "other": "larger list", "other_size": "bodies on the larger", "shared": "on both",
        "contained": "share of the smaller", "jaccard": "share of either", "nestedness": "nestedness of all lists", "basis": "computed from",
    },
    headline=_nested,
    say=_one_overlap,
    nothing="Nobody is on two of the lists that are loaded, so no list lies in another, even in part.",
    counts="are in the overlaps shown",
    count=lambda rows: len({end for row in rows for end in row["ends"]}),
    caveat=f"A list within another is no sign that one of the two is needless: networks serve different ends. {_NOT_CONTACT}",
    parameters=("network_scope",),
    needs=(LISTS,),
    derive=nested,
)  # fmt: skip


# --- who might look at each other --------------------------------------------------------------------------------------


def likely(rows: Sequence[Row], values: Values) -> Sequence[Row]:
    """Pairs on two or more lists together of which no link, and no project that both are in, is recorded."""
    made = loaded([row for row in rows if row["what"] == "list"])
    asked = _asked(made, values)
    best, large = measures.likely_links(made.lists, _known(rows, made), at_least=2, top=SHOWN, among=asked)
    basis = made.basis(made.left_out(large, "a pair counts when it is together on a smaller list than the"))
    found = []
    for pair in best:
        # Of the country asked about first, then by name.
        one, other = sorted((pair.one, pair.other), key=lambda body: (body not in asked, made.names[body], body))
        countries = list(dict.fromkeys(made.country[body] for body in (one, other) if body in made.country))
        found.append({
            "body": made.names[one], "other": made.names[other], "countries": countries, "networks": made.networks(pair.shared),
            "adamic_adar": _rounded(pair.adamic_adar), "resource_allocation": _rounded(pair.resource_allocation),
            "basis": basis, "in_scope": sorted({one, other} & asked), "evidence": made.evidence(one, other),
        })  # fmt: skip
    return found


def _known(rows: Sequence[Row], made: Loaded) -> set[frozenset[str]]:
    """Pairs of which a link, or a project that both are in, is recorded.

    Of projects only for bodies on two lists or more, because no others are looked at.
    """
    known = {frozenset((row["body_id"], row["network_id"])) for row in rows if row["what"] == "link"}
    projects: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["what"] == "project" and len(made.on.get(row["body_id"], ())) > 1:
            projects[row["network_id"]].add(row["body_id"])
    return known | {frozenset(pair) for members in projects.values() for pair in combinations(members, 2)}


def _likely(asked: Asked) -> str:
    shown = (
        f"The {SHOWN} pairs that share most"
        if len(asked.rows) == SHOWN
        else f"{counted(len(asked.rows), 'pair')} that {'share' if len(asked.rows) > 1 else 'shares'} two or more lists"
    )
    first = "; ".join(f"{row['body']} and {row['other']}" for row in asked.rows[:3])
    return (
        f"{shown}, and of which no link is recorded, might look at each other: {first}{' …' if len(asked.rows) > 3 else ''}. They may well know each other: "
        f"that none is recorded does not mean that there is none.{_based(asked)}"
    )


def _one_pair(row: Row) -> str:
    who = _placed(f"{row['body']} and {row['other']}", listed(row["countries"]))
    return (
        f"{who} might look at each other: both are on the lists of {listed(row['networks'])} "
        f"(Adamic–Adar {row['adamic_adar']:.2f}, resource allocation {row['resource_allocation']:.3f})"
    )


LIKELY = Question(
    slug="likely-missing-links",
    title="Which LRAs and organisations that share lists of members might look at each other?",
    theme="Structure of loaded networks",
    definition=(
        "Two bodies that are on two or more lists together and of which no cooperation, no link of any other kind and no project that both are in is recorded. "
        "Small lists weigh more: the sum of 1 / log of the size of each list they share (Adamic & Adar 2003), and of 1 / size (resource allocation; "
        "Zhou et al. 2009)."
    ),
    population=ON_LISTS,
    columns={
        "body": "LRA or organisation", "other": "and", "countries": "countries", "networks": "share the lists of",
        "adamic_adar": "Adamic–Adar", "resource_allocation": "resource allocation", "basis": "computed from",
    },
    headline=_likely,
    say=_one_pair,
    nothing="On the lists that are loaded no two of those asked about share two lists without a recorded link.",
    counts=f"are in the pairs shown, at most {SHOWN} pairs",
    count=lambda rows: len({body for row in rows for body in row["in_scope"]}),
    caveat=(
        "A suggestion of whom to look at. Links are recorded only where a source mentions them, and most sources name few; a pair with the same score as the "
        f"last one may be left out. {_NOT_CONTACT}"
    ),
    parameters=("country", "network_scope"),
    needs=(LISTS,),
    derive=likely,
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (BRIDGING, ROLES, HANGING, ACROSS, NESTED, LIKELY)
