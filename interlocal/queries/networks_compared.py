"""Questions that set networks beside each other: who is in several, how far they overlap, whom they reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interlocal.graph.words import code_words
from interlocal.queries.lists import MEMBER, ON_A_LIST, of_these, rounded, with_roles
from interlocal.queries.membership import MORE_LISTS
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, number_are

LIST = Need("list_of_members", "a complete, dated list of members of a network that is asked about", "its list of members, with the date of the list")
TWO_LISTS = Need(
    "two_lists_of_members",
    "complete, dated lists of members of at least two of the networks asked about",
    "their lists of members, each with the date of the list",
)
_SHOWN = 8


def first_of(names: Sequence[str], shown: int = _SHOWN) -> str:
    """All of a few names, the first of many."""
    if len(names) <= shown:
        return listed(names)
    return f"{', '.join(names[:shown])} and {in_words(len(names) - shown)} more"


def is_or_are(bodies: Sequence[object]) -> str:
    return "are" if len(bodies) > 1 else "is"


def _several(asked: Asked) -> str:
    rows = asked.rows
    looked_at, with_list = rows[0]["looked_at"], rows[0]["with_list"]
    on_lists = sum(len(row["with_complete_list"]) > 1 for row in rows)
    named = "; ".join(f"{row['body']} in {first_of(with_roles(row['networks'], row['roles']), 5)}" for row in rows[:3])
    most = named if len(rows) <= 3 else f"among them {named}"
    who = "the one body" if asked.of == 1 else f"{in_words(len(rows))} of {in_words(asked.of)} bodies"
    of = f"{who} recorded in a network {is_or_are(rows)} recorded in two or more: {most}"
    if with_list == looked_at:
        both = "Both" if looked_at == 2 else f"All {in_words(looked_at)}"
        return f"{of}. {both} networks looked at have a complete, dated list of members"
    few = f"{in_words(with_list)} of the {in_words(looked_at)} networks looked at have a complete, dated list of members"
    between = f"{number_are(on_lists)} on two or more of these lists" if on_lists else "nobody is on two of these lists"
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
        "In a network: recorded as member, founder or on the steering body; an observer, associate or partner on a list of members too, and is named as "
        "such. Whose membership ended does not count, a founder stays one. On a complete list stand members, observers and the like alone."
    ),
    population=Population("bodies_in_networks", "LRAs and organisations recorded in a network that is looked at"),
    columns={
        "body": "LRA or organisation", "sort": "sort", "kind": "level or kind", "country": "country", "count": "networks recorded", "networks": "networks",
        "roles": "as (in the same order)", "with_complete_list": "of these, on the complete list of",
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
    would_help=MORE_LISTS,
)  # fmt: skip


def _rounded(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    return [{**row, **{share: rounded(row[share]) for share in ("jaccard", "share_of_smaller")}} for row in rows]


def _overlap(asked: Asked) -> str:
    pairs = [row for row in asked.rows if row["shared"]]
    if (wanted := asked.values.get("network")) is not None:
        name = next(row["network"] if row["network_id"] == wanted else row["other"] for row in asked.rows)
        others = "the one other network" if asked.of == 1 else f"{in_words(len(pairs)) if pairs else 'any'} of the {in_words(asked.of)} other networks"
        said = f"{name} shares {'members' if pairs else 'no member'} with {others} with a complete, dated list of members"
    elif not pairs:
        names = f" ({first_of([row['network'] for row in asked.rows])})"
        return f"None of the {in_words(len(asked.rows))} networks with a complete, dated list of members{names} shares a member with another"
    else:
        share = "shares" if len(pairs) == 1 else "share"
        which = "the one pair" if asked.of == 1 else f"{in_words(len(pairs))} of {counted(asked.of, 'pair')}"
        said = f"{which} of networks with a complete, dated list of members {share} a member"
    most = "; ".join(f"{_names_of(row, wanted)} ({_measured(row)})" for row in pairs[:3])
    return f"{said}{'; the most alike are' if len(pairs) > 3 else ':' if pairs else ''} {most}"


def _names_of(row: Row, wanted: str | None) -> str:
    """Both networks of a pair, or the other one than that asked about."""
    if wanted is None:
        return f"{row['network']} and {row['other']}"
    return str(row["other"] if row["network_id"] == wanted else row["network"])


def _measured(row: Row) -> str:
    of_all = "" if row["jaccard"] is None else f", {row['jaccard']:.0%} of all on either list"
    return f"{counted(row['shared'], 'shared member')} of {row['members']} and {row['other_members']}{of_all}"


def _one_overlap(row: Row) -> str:
    first = f"{row['network']} ({_size_and_date(row['members'], row['as_of'])})"
    if not row["shared"]:
        return f"{first} shares no member with any other network looked at that has a complete, dated list"
    second = f"{row['other']} ({_size_and_date(row['other_members'], row['other_as_of'])})"
    shares = f"{row['jaccard']:.0%} of all on either list (Jaccard), {row['share_of_smaller']:.0%} of the smaller list"
    return f"{first} and {second} share {counted(row['shared'], 'member')} ({shares}): {first_of(_on_both(row))}"


def _on_both(row: Row) -> list[str]:
    """Who is on both lists, with the list on which it is no plain member."""
    either = zip(row["shared_members"], row["roles"], row["other_roles"], strict=True)
    return [_as_on_lists(name, ((row["network"], role), (row["other"], other))) for name, role, other in either]


def _as_on_lists(name: str, roles: Sequence[tuple[str, str]]) -> str:
    said = [f"{role} in {network}" for network, role in roles if role != MEMBER]
    return f"{name} ({listed(said)})" if said else name


def _size_and_date(members: int, as_of: str) -> str:
    return f"{counted(members, 'member')}, list as of {as_of}"


OVERLAP = Question(
    slug="overlap-of-networks",
    title="How far do networks have the same members?",
    theme="Membership",
    definition=(
        f"Members: those on the complete, dated list of each network. {ON_A_LIST} Jaccard: shared members divided by all members of either network "
        "(Jaccard 1901, 1912), in sentences as a share of all on either list. Share of the smaller: shared members divided by the members of the shorter list."
    ),
    population=Population("pairs_of_lists", "pairs of networks with a complete, dated list of members"),
    columns={
        "network": "network", "members": "members", "as_of": "list as of", "other": "other network", "other_members": "its members",
        "other_as_of": "its list as of", "shared": "shared", "jaccard": "Jaccard", "share_of_smaller": "share of the smaller", "shared_members": "who",
        "roles": "as (in the same order)", "other_roles": "in the other as",
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
    would_help=MORE_LISTS,
)  # fmt: skip


def _without_members(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    """One row for all countries in which a network has no members: on a list of ten there are more of these than of others."""
    none: dict[str, list[Row]] = {}
    for row in rows:
        if not row["members"]:
            none.setdefault(row["network_id"], []).append(row)
    made = []
    for row in rows:
        if row["members"]:
            made.append({**row, "countries": [], "countries_named": []})
        elif found := none.pop(row["network_id"], None):
            made.append(
                {
                    **row,
                    "country": None,
                    "country_name": None,
                    "countries": [one["country"] for one in found],
                    "countries_named": [_country(one) for one in found],
                }
            )
    return made


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
    roles = of_these([role for row in rows for role in row["roles"]])
    parts = [roles] if roles else []
    parts += ["all LRAs" if lras == total else counted(lras, "LRA"), *_where(members, total)]
    if nowhere := sum(row["members"] for row in rows if not row["country"]):
        parts.append(f"{in_words(nowhere)} without a country recorded")
    if without := sorted(name for row in rows for name in row["countries_named"]):
        loaded = "" if first["network_country"] else f" of the {in_words(len(members) + len(without))} countries looked at"
        parts.append(f"none in {first_of(without)}{',' if loaded else ''}{loaded}")
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
        return f"{head}: nobody on it is recorded in {listed(sorted(row['countries']), last='or')}"
    of_what = row["level"] if row["level"] == "level not stated" else code_words(row["level"])
    return f"{head}: {row['country'] or 'country not recorded'}, {of_what}: {in_words(row['members'])}, {first_of(with_roles(row['names'], row['roles']))}"


COVERAGE = Question(
    slug="network-coverage",
    title="In which countries and at which levels does a network have members, and where none?",
    theme="Membership",
    definition=(
        f"Members: those on the complete, dated list of the network. {ON_A_LIST} A country has none when nobody on that list is recorded in it, and "
        "these countries stand together in one row; a network of one country is looked at in that country alone."
    ),
    population=Population("networks", "networks named in the sources"),
    columns={
        "network": "network", "as_of": "list as of", "country": "country", "level": "level or sort", "members": "members", "names": "who",
        "roles": "as (in the same order)", "countries": "countries without members",
    },
    headline=_coverage,
    say=_one_country,
    nothing="No network that is asked about has a complete, dated list of members.",
    counts="have a complete, dated list of members",
    count=lambda rows: len({row["network_id"] for row in rows}),
    derive=_without_members,
    caveat=(
        "Countries are those that are loaded: one that is not loaded is not called empty. A level that is not listed has no member in that country on "
        "the list. Networks without a complete list are left out: where they have members cannot be seen."
    ),
    parameters=("network", "network_scope"),
    needs=(LIST,),
    would_help=MORE_LISTS,
)  # fmt: skip


QUESTIONS: tuple[Question, ...] = (SEVERAL, OVERLAP, COVERAGE)
