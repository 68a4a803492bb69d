"""Questions that set networks beside each other: who is in several, how far they overlap, whom they reach, what is claimed of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interlocal.graph.words import code_words
from interlocal.queries.membership import COOPERATION_STATED, stated_size
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, number_are

LIST = Need("list_of_members", "a complete, dated list of members of a network that is asked about", "its list of members, with the date of the list")
TWO_LISTS = Need(
    "two_lists_of_members",
    "complete, dated lists of members of at least two of the networks asked about",
    "their lists of members, each with the date of the list",
)
STATEMENTS = Need("statements_about_networks", "a statement of a source about several networks at once", "a table of gaps that sources state (stated_gaps.csv)")
_SHOWN = 8


def _some(names: Sequence[str], shown: int = _SHOWN) -> str:
    """All of a few names, the first of many."""
    if len(names) <= shown:
        return listed(names)
    return f"{', '.join(names[:shown])} and {in_words(len(names) - shown)} more"


def _several(asked: Asked) -> str:
    rows = asked.rows
    looked_at, with_list = rows[0]["looked_at"], rows[0]["with_list"]
    on_lists = sum(len(row["with_complete_list"]) > 1 for row in rows)
    named = "; ".join(f"{row['body']} ({_some(row['networks'], 5)})" for row in rows[:3])
    most = named if len(rows) <= 3 else f"in the most, {named}"
    who = "the one body" if asked.of == 1 else f"{in_words(len(rows))} of {in_words(asked.of)} bodies"
    of = f"{who} recorded in a network {_is(rows)} recorded in two or more: {most}"
    if with_list == looked_at:
        return f"{of}. All {in_words(looked_at)} networks looked at have a complete, dated list of members"
    few = f"{in_words(with_list)} of the {in_words(looked_at)} networks looked at have a complete, dated list of members"
    between = f"{number_are(on_lists)} recorded in two or more of these" if on_lists else "nobody is recorded in two of these"
    return f"{of}. This is a minimum: {few} ({between}), and of the others only those whom a source names are seen"


def _one_body(row: Row) -> str:
    roles = [f"{network} ({role})" for network, role in zip(row["networks"], row["roles"], strict=True)]
    where = f" ({row['country']})" if row["country"] else ""
    return f"{row['body']}{where} is recorded in {in_words(row['count'])} networks: {listed(roles)}"


SEVERAL = Question(
    slug="members-of-several-networks",
    title="Which LRAs and organisations are in more than one network?",
    theme="Membership",
    definition=(
        "In a network: recorded as member, founder or on the steering body; an observer or associate on a list of members counts as being on it. "
        "Whose membership ended does not count, a founder stays one."
    ),
    population=Population("bodies_in_networks", "LRAs and organisations recorded in a network that is looked at"),
    columns={
        "body": "LRA or organisation", "sort": "sort", "kind": "level or kind", "country": "country", "count": "networks recorded", "networks": "networks",
        "roles": "as (in the same order)", "with_complete_list": "of these, with a complete list",
    },
    headline=_several,
    say=_one_body,
    nothing=(
        "Nobody who was looked at is recorded in two or more networks. Of a network without a complete, dated list of members only those whom "
        "a source names are seen, so this does not mean that there is none."
    ),
    counts="are recorded in two or more networks",
    caveat=(
        "Only a complete list shows everybody who is in a network, and only at its date; lists of different years may miss who joined or left in "
        "between. Two spellings of one body that were not recognised as one would hide that it is in both."
    ),
    parameters=("country", "level", "network_scope"),
    needs=(TWO_LISTS,),
    would_help="a complete, dated list of members of each network",
)  # fmt: skip


def _rounded(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    """Shares to three digits: lists of members are no finer."""
    shares = ("jaccard", "share_of_smaller")
    return [{**row, **{share: None if row[share] is None else round(row[share], 3) for share in shares}} for row in rows]


def _overlap(asked: Asked) -> str:
    pairs = [row for row in asked.rows if row["shared"]]
    if (wanted := asked.values.get("network")) is not None:
        name = next(row["network"] if row["network_id"] == wanted else row["other"] for row in asked.rows)
        others = "the one other network" if asked.of == 1 else f"{in_words(len(pairs)) if pairs else 'any'} of the {in_words(asked.of)} other networks"
        said = f"{name} shares {'members' if pairs else 'no member'} with {others} with a complete, dated list of members"
    elif not pairs:
        names = f" ({_some([row['network'] for row in asked.rows])})"
        return f"None of the {in_words(len(asked.rows))} networks with a complete, dated list of members{names} shares a member with another"
    else:
        share = "shares" if len(pairs) == 1 else "share"
        said = f"{in_words(len(pairs))} of {counted(asked.of, 'pair')} of networks with a complete, dated list of members {share} a member"
    most = "; ".join(f"{row['network']} and {row['other']} ({_measured(row)})" for row in pairs[:3])
    return f"{said}{'; the most alike are' if len(pairs) > 3 else ':' if pairs else ''} {most}"


def _measured(row: Row) -> str:
    return f"{counted(row['shared'], 'shared member')} of {row['members']} and {row['other_members']}, Jaccard {row['jaccard']:.3f}"


def _one_overlap(row: Row) -> str:
    first = f"{row['network']} ({_size_and_date(row['members'], row['as_of'])})"
    if not row["shared"]:
        return f"{first} shares no member with any other network looked at that has a complete, dated list"
    second = f"{row['other']} ({_size_and_date(row['other_members'], row['other_as_of'])})"
    shares = f"Jaccard {row['jaccard']:.3f}, {row['share_of_smaller']:.0%} of the smaller list"
    return f"{first} and {second} share {counted(row['shared'], 'member')} ({shares}): {_some(row['shared_members'])}"


def _size_and_date(members: int, as_of: str) -> str:
    return f"{counted(members, 'member')}, list as of {as_of}"


OVERLAP = Question(
    slug="overlap-of-networks",
    title="How far do networks have the same members?",
    theme="Membership",
    definition=(
        "Members: those on the complete, dated list of each network; who only founded or steers it does not count. Jaccard: shared members "
        "divided by all members of either network (Jaccard 1901, 1912). Share of the smaller: shared members divided by the members of the shorter list."
    ),
    population=Population("pairs_of_lists", "pairs of networks with a complete, dated list of members"),
    columns={
        "network": "network", "members": "members", "as_of": "list as of", "other": "other network", "other_members": "its members",
        "other_as_of": "its list as of", "shared": "shared", "jaccard": "Jaccard", "share_of_smaller": "share of the smaller", "shared_members": "who",
    },
    headline=_overlap,
    say=_one_overlap,
    nothing="No network that is asked about has a complete, dated list of members.",
    counts="share a member",
    found=lambda row: bool(row["shared"]),
    derive=_rounded,
    caveat=(
        "Only pairs that share a member are listed; a network that shares none has one line of its own. Lists of different years, and two spellings "
        "of one body that were not recognised as one, make the overlap smaller than it is. Networks without a complete list are left out."
    ),
    parameters=("network", "network_scope"),
    needs=(TWO_LISTS,),
    would_help="a complete, dated list of members of each network",
)  # fmt: skip


def _coverage(asked: Asked) -> str:
    by_network: dict[str, list[Row]] = {}
    for row in asked.rows:
        by_network.setdefault(row["network_id"], []).append(row)
    covered = sorted(by_network.values(), key=lambda rows: -_total(rows))
    told = "; ".join(_covered(rows) for rows in covered[:3])
    if asked.of == 1:
        return told
    have = "has" if len(covered) == 1 else "have"
    longest = ". The longest lists: " if len(covered) > 3 else ": "
    return f"{in_words(len(covered))} of {counted(asked.of, 'network')} looked at {have} a complete, dated list of members{longest}{told}"


def _total(rows: Sequence[Row]) -> int:
    return sum(row["members"] for row in rows)


def _covered(rows: Sequence[Row]) -> str:
    """One network in a few words: members, how many are LRAs, where most are, where none is, of how many the country is not recorded."""
    first, total = rows[0], _total(rows)
    on_list = f"{first['network']} has {counted(total, 'member')} on its list as of {first['as_of']}"
    if not total:
        return on_list
    members: dict[str, int] = {}
    for row in rows:
        if row["members"] and row["country"]:
            members[_country(row)] = members.get(_country(row), 0) + row["members"]
    lras = sum(row["members"] for row in rows if row["level"] not in (None, "organisation", "network", "country"))
    parts = ["all LRAs" if lras == total else counted(lras, "LRA"), *_where(members, total)]
    if nowhere := sum(row["members"] for row in rows if not row["country"]):
        parts.append(f"{in_words(nowhere)} without a country recorded")
    if without := sorted(_country(row) for row in rows if not row["members"]):
        loaded = "" if first["network_country"] else f" of the {in_words(len(members) + len(without))} countries looked at"
        parts.append(f"none in {_some(without)}{',' if loaded else ''}{loaded}")
    return f"{on_list} ({'; '.join(parts)})"


def _where(members: Mapping[str, int], total: int) -> list[str]:
    """The countries with most members, then the others together."""
    most = sorted(members, key=lambda name: (-members[name], name))
    if len(most) == 1 and members[most[0]] == total:
        return [f"all in {most[0]}"]
    parts = [f"{in_words(members[name])} in {name}" for name in most[:3]]
    if rest := most[3:]:
        parts.append(f"{in_words(sum(members[name] for name in rest))} in {counted(len(rest), 'other country', 'other countries')}")
    return parts


def _country(row: Row) -> str:
    return str(row["country_name"] or row["country"])


def _one_country(row: Row) -> str:
    head = f"{row['network']} (list as of {row['as_of']})"
    if not row["members"]:
        return f"{head}: no member is recorded in {row['country']}"
    of_what = row["level"] if row["level"] == "level not stated" else code_words(row["level"])
    return f"{head}: {row['country'] or 'country not recorded'}, {of_what}: {in_words(row['members'])} ({_some(row['names'])})"


COVERAGE = Question(
    slug="network-coverage",
    title="In which countries and at which levels does a network have members, and where none?",
    theme="Membership",
    definition=(
        "Members: those on the complete, dated list of the network; who only founded or steers it does not count. A country has none when "
        "nobody on that list is recorded in it; a network of one country is looked at in that country alone."
    ),
    population=Population("networks", "networks named in the sources"),
    columns={
        "network": "network", "as_of": "list as of", "country": "country", "level": "level or sort", "members": "members", "names": "who",
    },
    headline=_coverage,
    say=_one_country,
    nothing="No network that is asked about has a complete, dated list of members.",
    counts="have a complete, dated list of members",
    count=lambda rows: len({row["network_id"] for row in rows}),
    caveat=(
        "Countries are those that are loaded: one that is not loaded is not called empty. A level that is not listed has no member in that country on "
        "the list. Networks without a complete list are left out: where they have members cannot be seen."
    ),
    parameters=("network", "network_scope"),
    needs=(LIST,),
    would_help="a complete, dated list of members of each network",
)  # fmt: skip


# The tiers that "cities or regions" speaks of; other levels are in neither.
_TIERS: Mapping[str, str] = {
    "municipality": "local", "city_district": "local", "metropolitan": "local", "county": "regional", "province": "regional", "region": "regional",
    "state": "regional",
}  # fmt: skip


def _claims(asked: Asked) -> str:
    networks: dict[str, int] = {}
    for row in asked.rows:
        networks[row["statement_id"]] = row["count"]
    texts = {row["statement_id"]: _quoted(row) for row in asked.rows}
    both = sorted({row["network"] for row in asked.rows if {_TIERS[level] for level in row["levels"] if level in _TIERS} == {"local", "regional"}})
    said = listed(f"{texts[one]} (of {in_words(count)} networks)" for one, count in networks.items())
    statements = f"{counted(len(networks), 'statement')} {'is' if len(networks) == 1 else 'are'} made of several networks at once: {said}"
    kinds = {row["network_id"]: f"{row['network']}: {row['member_kinds']}" for row in asked.rows if row["member_kinds"]}
    members = f" The members that they are told to have: {'; '.join(kinds.values())}." if kinds else ""
    tiers = f" LRAs of local and of regional level are both recorded in {listed(both)}." if both else ""
    return f"{statements}. Beside each network stands what the sources tell of it elsewhere, so that the two can be read together.{members}{tiers}"


def _quoted(row: Row) -> str:
    return f"“{row['statement'].rstrip('.')}”"


def _one_claim(row: Row) -> str:
    parts = [row["told"].rstrip(".")] if row["told"] else []
    if row["member_kinds"] and row["member_kinds"] not in f"{row['told']} {row['size_note']}":
        parts.append(f"members as told: {row['member_kinds']}")
    if row["stated_members"] is not None:
        parts.append(f"stated size: {stated_size(row)}")
    levels = [f"{in_words(number)} of level {code_words(level)}" for level, number in zip(row["levels"], row["lras"], strict=True)]
    if levels:
        listed_as_of = f" (complete list as of {row['roster_as_of']})" if row["roster"] == "complete" and row["roster_as_of"] else ""
        parts.append(f"LRAs recorded in it{listed_as_of}: {listed(levels)}")
    others = counted(row["count"] - 1, "other")
    return f"{row['network']}: {'; '.join(parts) or 'nothing else is told of it'}. Of it and {others} it is stated: {_quoted(row)}"


CLAIMS = Question(
    slug="claims-about-networks",
    title="What is stated to be missing in networks as a whole, and what is told of each of them?",
    theme="Membership",
    definition=(
        "A statement about networks as a whole: a gap that a source states of two or more networks at once. Beside it stands, for each of these "
        "networks, what the sources tell of it, what members it is told to have, its stated size, and the levels of the LRAs recorded as member, founder or "
        "on the steering body. The default is networks of LRAs in Europe."
    ),
    population=Population("statements_about_networks", "statements about several networks at once"),
    columns={
        "statement": "statement", "network": "network", "told": "told of it", "member_kinds": "members as told", "stated_members": "stated members",
        "size_note": "of what", "levels": "levels of LRAs recorded", "lras": "how many (in the same order)", "roster": "list of members",
        "roster_as_of": "list as of",
    },
    headline=_claims,
    say=_one_claim,
    nothing="No source makes a statement about several of these networks at once.",
    counts="stand beside something that is told of a network",
    found=lambda row: bool(row["told"] or row["member_kinds"] or row["stated_members"] is not None or row["levels"]),
    count=lambda rows: len({row["statement_id"] for row in rows}),
    caveat=(
        "The two sides are set beside each other, not judged: a network may exchange practice and still not do what the statement asks for. "
        "What is told of a network is how its source describes it. Few members are named, so the levels recorded are not all there are."
    ),
    parameters=("network", "network_scope"),
    # The reports speak of networks of LRAs in Europe (CSES 2013, sections 2.7.1 and 4.1).
    defaults={"network_scope": "european_lra"},
    needs=(STATEMENTS,),
    would_help="a complete, dated list of members of each network",
)  # fmt: skip


def _told_otherwise(asked: Asked) -> str:
    lacks, linked = ([row["body"] for row in asked.rows if row["cooperates"] == word] for word in ("yes", "no"))
    bodies = counted(asked.of, "body", "bodies")
    yes = f"of {_number_of(lacks)} that {_is(lacks)} stated to cooperate, a lack or a missing link is stated elsewhere{_names(lacks)}"
    no = f"{_number_of(linked)} that {_is(linked)} stated not to cooperate {'have' if len(linked) > 1 else 'has'} a link with an LRA recorded{_names(linked)}"
    return f"Of the {bodies} of which a source says whether they cooperate with LRAs: {yes}; {no}"


def _number_of(bodies: Sequence[object]) -> str:
    return in_words(len(bodies)) if bodies else "none"


def _is(bodies: Sequence[object]) -> str:
    return "are" if len(bodies) > 1 else "is"


def _names(bodies: Sequence[str]) -> str:
    return f" ({_some(bodies)})" if bodies else ""


def _one_contradiction(row: Row) -> str:
    if row["cooperates"] == "no":
        return f"{row['body']} is stated not to cooperate with LRAs, while a link is recorded with {_some(row['lras_linked'])}"
    how = f" ({row['how'].rstrip('.')})" if row["how"] else ""
    parts = [f"“{text.rstrip('.')}”" for text in row["lacks"]]
    if row["lras_without"]:
        parts.append(f"no link with {_some(row['lras_without'])}")
    return f"{row['body']} is stated to cooperate with LRAs{how}, while it is also stated: {'; '.join(parts)}"


CONTRADICTED = Question(
    slug="body-cooperation-contradicted",
    title="Which bodies are stated to cooperate with LRAs, or not to, where the sources also tell something else?",
    theme="Membership",
    definition=(
        "Of a body that is stated to cooperate: a lack of coordination or participation that a source states about it, or a link with an LRA "
        "that is stated to be absent. Of a body that is stated not to: an LRA recorded as its partner, supporter, member, founder or in one project with it."
    ),
    population=Population("bodies_asked_about", "networks and organisations of which a source says whether they cooperate with LRAs"),
    columns={
        "body": "body", "sort": "sort", "cooperates": "cooperates with LRAs", "how": "how", "lacks": "lacks stated about it",
        "lras_without": "LRAs stated to be without a link", "lras_linked": "LRAs with a link",
    },
    headline=_told_otherwise,
    say=_one_contradiction,
    nothing="Nothing else is recorded that would not fit what is stated of these bodies.",
    counts="have something else told of them",
    caveat=(
        "The overview of CSES 2013 (Appendix D) ticks yes or no for a body as a whole; a stated lack does not make the yes wrong, and may concern only "
        "a part of the cooperation. That nothing else is recorded does not mean that the statement is right. A link through a project counts when the body "
        "and the LRA are both named in it."
    ),
    needs=(COOPERATION_STATED,),
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (SEVERAL, OVERLAP, COVERAGE, CLAIMS, CONTRADICTED)
