"""Questions about the lists of loaded networks: which hang together, how far across borders, which lie within others.

Their Cypher says who is on which complete, dated list of members; the measures of ``graph.measures`` make the rows from that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from interlocal.graph import measures
from interlocal.queries.lists import (
    LISTS,
    NOT_CONTACT,
    ON_A_LIST,
    ON_LISTS,
    SHOWN,
    THEME,
    WITH_COUNTRY,
    Loaded,
    based,
    loaded,
    number,
    rounded,
)
from interlocal.queries.question import Asked, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, sentence

if TYPE_CHECKING:
    from interlocal.graph.measures import Graph

# So many names a sentence lists.
NAMED = 10


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
        joined = _lists_joined(made, lists)
        at_core, with_core, shared_besides = _division(joined)
        held = sorted((made.names[one], one) for one in bodies if one in holding)
        found.append({
            "networks": made.networks(lists), "bodies": len(bodies), "lras": sum(made.sort[one] == "LRA" for one in bodies),
            "countries": sorted({made.country[one] for one in bodies if one in made.country}),
            "holding": [name for name, _ in held[:NAMED]], "holding_count": len(held),
            "groups": ["; ".join(made.networks(group)) for group in measures.communities(joined)],
            "core": made.networks(at_core), "with_core": made.networks(with_core), "shared_in_core": joined.subgraph(at_core).size(),
            "shared_besides": shared_besides, "shared": joined.size(), "pairs": comb(len(lists), 2),
            "basis": made.basis(), "evidence": made.evidence_of_lists(lists),
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


def _division(joined: Graph) -> tuple[Collection[str], Collection[str], int]:
    """The lists at the core, which of the others share a body with one of these, and how many pairs of the others share one; no core where all or none are."""
    core = set(measures.core_periphery(joined).core)
    others = set(joined) - core
    if not core or not others:
        return (), (), 0
    return core, [one for one in others if core & set(joined[one])], joined.subgraph(others).size()


def _hanging(asked: Asked) -> str:
    first, parts = asked.rows[0], len(asked.rows)
    holding = sum(row["holding_count"] for row in asked.rows)
    each = "bodies each hold" if holding > 1 else "body holds"
    held = f"{in_words(holding)} {each} a part to the rest: without that body, the part would share nobody with the others"
    if parts == 1:
        lists = "Both lists" if len(first["networks"]) == 2 else f"All {counted(len(first['networks']), 'list')}"
        whole = f"{lists} hang together through bodies that are on two or more"
    else:
        whole = f"The lists fall into {in_words(parts)} parts that share nobody; the largest joins {first['bodies']:,} of {asked.of:,} bodies"
    return f"{whole}. {sentence(held) if holding else 'No single body holds a part to the rest.'}{based(asked)}"


def _one_part(row: Row) -> str:
    lists = f"{counted(len(row['networks']), 'list')} ({_first(row['networks'])})"
    lras = "all LRAs" if row["lras"] == row["bodies"] > 1 else f"of these {counted(row['lras'], 'LRA')}"
    said = f"{lists} with {counted(row['bodies'], 'body', 'bodies')}, {lras}"
    if len(row["networks"]) == 1:
        return f"{said}: it shares nobody with another list"
    more = row["holding_count"] - len(row["holding"])
    names = listed([*row["holding"], *([f"{in_words(more)} more"] if more else [])])
    held = f"{names} each hold{'s' if row['holding_count'] == 1 else ''} a part to the rest".replace("each holds", "holds") if row["holding"] else ""
    several = f"the lists fall into {counted(len(row['groups']), 'group')}, in each of which they share more bodies than with the others"
    groups = several if len(row["groups"]) > 1 else ""
    return "; ".join(part for part in (said, held, groups, _core(row)) if part)


def _core(row: Row) -> str:
    """Of three lists or more: which stand at the core, and how far the others keep to these."""
    core, others = row["core"], len(row["networks"]) - len(row["core"])
    if len(row["networks"]) < 3:
        return ""
    if not core:
        some = f"{number(row['shared'])} of {row['pairs']:,} pairs of lists {'share' if row['shared'] > 1 else 'shares'} a body"
        return f"{'each list shares a body with each other one' if row['shared'] == row['pairs'] else some}, so no core stands out"
    of_core = comb(len(core), 2)
    within = "share bodies with each other" if row["shared_in_core"] == of_core else f"in {number(row['shared_in_core'])} of {of_core:,} pairs share bodies"
    at_core = f"at the core is {core[0]}" if len(core) == 1 else f"at the core are {_first(core)}, which {within}"
    rest = "the other list" if others == 1 else f"the {in_words(others)} other lists"
    with_core = len(row["with_core"])
    if with_core < others:
        rest = f"of {rest} {number(with_core)}"
    outward = f"{rest} {'share' if with_core > 1 else 'shares'} bodies with {'it' if len(core) == 1 else 'these'}"
    besides = f"and in {counted(row['shared_besides'], 'pair')} with each other" if row["shared_besides"] else "and none with another" if others > 1 else ""
    return f"{at_core}; {', '.join(part for part in (outward, besides) if part)}"


def _first(names: Sequence[str]) -> str:
    return listed(names) if len(names) <= NAMED else f"{', '.join(names[:NAMED])} and {in_words(len(names) - NAMED)} more"


HANGING = Question(
    slug="what-hangs-together",
    title="Which lists of members hang together, and through whom?",
    theme=THEME,
    definition=(
        f"{ON_A_LIST} Lists hang together when a chain of bodies leads from one to the other (components). A body holds a part to the rest when no other "
        "body joins the two (articulation points; Hopcroft & Tarjan 1973). Groups: lists that share more bodies with each other than chance would give "
        "(Louvain, with a fixed seed; Blondel et al. 2008). Core: the lists that all share a body with each other, while no two of the rest do; of all such "
        "divisions the one that the fewest pairs of lists do not fit (Borgatti & Everett 1999, found as in Lip 2011). Lists that share with equally many "
        "others are in the core together or not at all."
    ),
    population=ON_LISTS,
    columns={
        "networks": "lists", "bodies": "bodies", "lras": "LRAs", "countries": "countries", "holding": "hold a part to the rest",
        "holding_count": "how many do", "groups": "groups of lists", "core": "lists at the core",
        "with_core": "other lists that share bodies with these", "shared_in_core": "pairs at the core that share bodies",
        "shared_besides": "pairs of other lists that share bodies", "shared": "pairs of lists that share bodies", "pairs": "pairs of lists",
        "basis": "computed from",
    },
    headline=_hanging,
    say=_one_part,
    nothing="No LRA or organisation is on a list that is loaded.",
    counts="are in the largest part that hangs together",
    count=lambda rows: int(max((row["bodies"] for row in rows), default=0)),
    caveat=f"Parts that share nobody here may well be in touch by other ways. {NOT_CONTACT}",
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
            "across": external, "within": internal, "e_i": rounded(measures.e_i_index(external, internal)), "expected": rounded(possible),
            "basis": made.basis(), "evidence": made.evidence_of_lists({one for body in own for one in made.on[body]}, set(own)),
        })  # fmt: skip
    return sorted((row for row in found if values.get("country") in (None, row["country"])), key=lambda row: row["country"])


def _across(asked: Asked) -> str:
    abroad = sum(row["abroad"] for row in asked.rows)
    share = f"{number(abroad)} of {counted(asked.of, 'body', 'bodies')} {'share' if abroad > 1 else 'shares'} a list with a body of another country"
    if asked.of == 1:
        share = f"the one body {'shares a list with' if abroad else 'shares no list with'} a body of another country"
    if len(asked.rows) == 1:
        return f"{share}.{based(asked)}"
    # Each pair across borders stands in the rows of two countries.
    external, internal = sum(row["across"] for row in asked.rows) // 2, sum(row["within"] for row in asked.rows)
    index = measures.e_i_index(external, internal)
    joining = f"{number(external)} {'join' if external > 1 else 'joins'} two countries"
    staying = f"{number(internal)} {'stay' if internal > 1 else 'stays'} in one"
    said = (
        ""
        if index is None
        else (
            f" Of the pairs of bodies on one list, counting a pair once for each list that it shares, {joining} and {staying}: {_evenly(index)} "
            f"(E-I index {index:+.2f}, from -1 for all within to +1 for all across)."
        )
    )
    return f"{share}.{said}{based(asked)}"


def _evenly(index: float) -> str:
    """What an E-I index says in plain words."""
    if index == 0:
        return "as many across borders as within"
    if abs(index) == 1:
        return "all across borders" if index > 0 else "all within"
    return "more across borders than within" if index > 0 else "more within than across borders"


def _one_country(row: Row) -> str:
    abroad = f"{number(row['abroad'])} of these {'share' if row['abroad'] > 1 else 'shares'} one with a body from abroad"
    of_one = "which shares a list" if row["abroad"] else "which shares no list"
    who = (
        f"{row['country']}: one body on the lists, {of_one} with a body from abroad"
        if row["bodies"] == 1
        else f"{row['country']}: {counted(row['bodies'], 'body', 'bodies')} on the lists; {abroad}"
    )
    if row["e_i"] is None:
        return f"{who}; no pair is on one list"
    beside = "" if row["expected"] is None else f"; {row['expected']:+.2f} if every body shared a list with every other"
    pairs = f"{counted(row['across'], 'pair')} across borders, {number(row['within'])} within the country, once for each list that they share"
    return f"{who}; {pairs}: {_evenly(row['e_i'])} (E-I index {row['e_i']:+.2f}{beside})"


ACROSS = Question(
    slug="cross-border-ties",
    title="How far do the lists of members join bodies across borders?",
    theme=THEME,
    definition=(
        f"{ON_A_LIST} E-I index by country (Krackhardt & Stern 1988): pairs on one list that join its bodies to other countries, less pairs "
        "within, by all: -1 when all stay within, +1 when all go abroad. A pair counts once for each list that it shares, so one on two lists counts twice. "
        "Beside it stands the index if every body were paired with every other, because small countries have few at home to be paired with."
    ),
    population=WITH_COUNTRY,
    columns={
        "country": "country", "bodies": "bodies", "abroad": "share a list with one abroad", "across": "pairs across borders, once a list",
        "within": "pairs within, once a list",
        "e_i": "E-I index", "expected": "by numbers alone", "basis": "computed from",
    },
    headline=_across,
    say=_one_country,
    nothing="No body with a stated country is on a list that is loaded and asked about.",
    counts="share a list with a body of another country",
    count=lambda rows: sum(row["abroad"] for row in rows),
    caveat=f"A list of one country's members can only join them to each other: choose a kind of network with --network-scope. {NOT_CONTACT}",
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
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for body, lists in made.on.items():
        for one, other in combinations(lists, 2):
            small, large = sorted((one, other), key=lambda one: (len(made.lists[one]), made.names[one], one))
            shared[small, large].append(body)
    most = sorted(shared, key=lambda pair: (-len(shared[pair]) / len(made.lists[pair[0]]), -len(shared[pair]), *(made.names[one] for one in pair), *pair))
    return [{
        "network": made.names[small], "size": len(made.lists[small]), "other": made.names[large], "other_size": len(made.lists[large]),
        "shared": len(both), "contained": rounded(len(both) / len(made.lists[small])),
        "jaccard": rounded(measures.jaccard(made.lists[small], made.lists[large])), "nestedness": round(whole.total, 2), "basis": basis,
        "ends": [small, large], "evidence": made.evidence_of_lists((small, large), set(both)),
    } for small, large in most[:SHOWN] for both in [shared[small, large]]]  # fmt: skip


def _nested(asked: Asked) -> str:
    first = asked.rows[0]
    share = f"{first['network']} in {first['other']}, {in_words(first['shared'])} of its {counted(first['size'], 'body', 'bodies')}"
    most = f"{': ' if len(asked.rows) == 1 else '; the most, '}{share}"
    pairs = f"The {SHOWN} pairs of lists shown are those that overlap most" if len(asked.rows) == SHOWN else _overlapping(len(asked.rows))
    whole = (
        f"How far what is smaller lies within what is larger, over all pairs of lists and all pairs of bodies (by the lists that each is on): "
        f"{first['nestedness']:.0f} of 100 (nestedness; two of one size count as 0)"
    )
    return f"{pairs}{most}. {whole}.{based(asked)}"


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
    theme=THEME,
    definition=(
        f"{ON_A_LIST} Nestedness of who is on which list by NODF (Almeida-Neto et al. 2008): for each pair of lists, and of bodies, that differ in "
        "size, how much of the smaller is in the larger; the mean over all pairs, 0 to 100. Overlap of two lists: what they share, of all on either "
        "(Jaccard 1901)."
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
    caveat=f"A list within another is no sign that one of the two is needless: networks serve different ends. {NOT_CONTACT}",
    parameters=("network_scope",),
    needs=(LISTS,),
    derive=nested,
)  # fmt: skip


QUESTIONS: tuple[Question, ...] = (HANGING, ACROSS, NESTED)
