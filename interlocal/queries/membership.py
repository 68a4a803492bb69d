"""Questions about networks: who is named in them, who cooperates with LRAs, how they are linked."""

from __future__ import annotations

from collections.abc import Sequence

from interlocal.queries.lists import number, of_these, with_roles
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, number_are

NETWORKS = Need("networks", "at least one network", "a table of networks (networks.csv)")
COOPERATION_STATED = Need("cooperation_stated", "a source that says whether bodies cooperate with LRAs", "networks.csv with cooperates_with_lras")


# What would help every question that rests on lists.
MORE_LISTS = "complete, dated lists of members of the networks of which none is loaded"


def _sizes(asked: Asked) -> str:
    sized = [row for row in asked.rows if row["stated_members"]]
    told = [row for row in sized if row["scope"] == "european_lra"] or sized
    complete = [row["network"] for row in asked.rows if row["roster"] == "complete"]
    lists = f"{number_are(len(complete))} given with a complete list of members" + (f" ({listed(complete)})" if complete else "")
    sizes = "; ".join(f"{row['network']} {row['count_lras'] or 'none'} of {_size(row)}{_bracketed(of_these(row['lra_roles']))}" for row in told)
    stated = f"{in_words(len(sized))} {'have' if len(sized) > 1 else 'has'} a stated size" if sized else "none has a stated size"
    planned = sum(bool(row["founding"]) for row in asked.rows)
    named = f". LRAs named, of the members stated: {sizes}" if sizes else ""
    if asked.of == 1:
        (row,) = asked.rows
        date = f" of {row['roster_as_of']}" if row["roster_as_of"] else ""
        listing = f"is given with a complete list of members{date}" if complete else "is given without a complete list of members"
        start = f"{row['network']} is recorded as planned only, has" if planned else f"{row['network']} has"
        return f"{start} {'a' if sized else 'no'} stated size and {listing}{named}"
    only_planned = f" ({number_are(planned)} recorded as planned only)" if planned else ""
    return f"Of {counted(asked.of, 'network')}{only_planned}, {stated} and {lists}{named}"


def _bracketed(words: str) -> str:
    return f" ({words})" if words else ""


def _size(row: Row) -> str:
    """The stated size as it is printed: more than so many, or so many of something that is no LRA."""
    note = row["size_note"] or ""
    return f"{'more than ' if note.startswith('more than') else ''}{row['stated_members']}{' Member States' if 'Member States' in note else ''}"


def stated_size(row: Row) -> str:
    """The stated size as it is printed: more than so many, and of what."""
    words = [part.strip() for part in (row["size_note"] or "").split(";") if part.strip()]
    more = "more than " if words[:1] == ["more than"] else ""
    of_what = "; ".join(words[1:] if more else words)
    return f"{more}{row['stated_members']}" + (f" ({of_what})" if of_what else "")


def _in_parts(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    """Members without a name one by one: of a network they are one text."""
    return [{**row, "unnamed_members": row["unnamed_members"].split("|") if row["unnamed_members"] else []} for row in rows]


def _one_network(row: Row) -> str:
    lras: Sequence[str] = row["named_lras"]
    others = f" Other bodies named in it: {listed(with_roles(row['named_others'], row['other_roles']))}." if row["named_others"] else ""
    others += f" Also mentioned, without names: {listed(row['unnamed_members'])}." if row["unnamed_members"] else ""
    if row["founding"]:
        return f"{row['network']}: it is recorded as planned or proposed only, and no member is named"
    named = (
        f"{counted(len(lras), 'LRA')} {'is' if len(lras) < 2 else 'are'} named{': ' + listed(with_roles(lras, row['lra_roles'])) if lras else ''}"
        if lras or row["named_others"]
        else "no member is named"
    )
    size = f"the stated size is {stated_size(row)}" if row["stated_members"] else "how many members it has is not stated"
    if row["roster"] == "complete" and row["roster_as_of"]:
        roles = (*row["lra_roles"], *row["other_roles"])
        named_alone = [role for role in ("founder", "on the steering body") if role in roles]
        beside = f" Whom a source names as {listed(named_alone, last='or')} alone is not on it." if named_alone else ""
        rest = f"The list of members is complete as of {row['roster_as_of']}: who is not on it was not a member then.{beside}"
    else:
        rest = "There is no complete, dated list of its members."
    return f"{row['network']}: {named}; {size}.{others} {rest}"


MEMBERS_NAMED = Question(
    slug="network-members-named",
    title="Who is named in each network, against the size that is stated?",
    theme="Membership",
    definition=(
        "Named: recorded as member, founder or on the steering body; an observer, associate or partner on a list of members too, and is named as such. "
        "Stated size: the number of members that the source gives. Planned: a source speaks of founding it, and nobody is named in it."
    ),
    population=Population("networks", "networks named in the sources"),
    columns={
        "network": "network", "scope": "scope", "country": "country", "stated_members": "stated members", "count_lras": "LRAs named",
        "named_lras": "LRAs", "lra_roles": "LRAs as (in the same order)", "named_others": "other bodies", "other_roles": "other bodies as",
        "unnamed_members": "members without a name", "roster": "list of members", "roster_as_of": "list as of", "founding": "founding",
    },
    headline=_sizes,
    say=_one_network,
    nothing="No network is in the scope that was asked for.",
    counts="have at least one member, founder or steering body named",
    found=lambda row: bool(row["named_lras"] or row["named_others"]),
    caveat=(
        "Stated sizes are as printed: Eurocities' and ERLAI's are “more than”, EUKN counts Member States, others count councils, provinces or networks. "
        "Founders, steering bodies, observers, associates and partners need not be members of the size stated. Those not named may well be members where no "
        "complete, dated list is loaded; a list and a stated size may be of different years."
    ),
    parameters=("network", "network_scope", "country"),
    needs=(NETWORKS,),
    would_help=MORE_LISTS,
    derive=_in_parts,
)  # fmt: skip


def _bodies(asked: Asked) -> str:
    yes, no = ([row["body"] for row in asked.rows if row["cooperates"] == word] for word in ("yes", "no"))
    do, do_not = (f"{number(len(names))} {'does' if len(names) == 1 else 'do'}" for names in (yes, no))
    return (
        f"Of the {counted(asked.of, 'body', 'bodies')} of which a source says whether they cooperate with LRAs, it is stated that "
        f"{do}{_bracketed(listed(yes))} and {do_not} not{_bracketed(listed(no))}"
    )


def _one_body(row: Row) -> str:
    if row["cooperates"] == "no":
        return f"{row['body']} is stated not to cooperate with LRAs"
    how = "; ".join(part for part in (row["how"], row["platform"]) if part) or "how is not stated"
    named = f". LRAs named with it: {listed(row['named_lras'])}" if row["named_lras"] else ". No LRA is named"
    return f"{row['body']} is stated to cooperate with LRAs: {how}{named}"


BODIES = Question(
    slug="bodies-cooperating-with-lras",
    title="Which bodies cooperate with LRAs, which do not, and how?",
    theme="Membership",
    definition="As the source states it for the body as a whole: the overview of EU networks in CSES 2013, Appendix D.",
    population=Population("bodies_asked_about", "networks and organisations of which a source says whether they cooperate with LRAs"),
    columns={"body": "body", "sort": "sort", "cooperates": "cooperates with LRAs", "how": "how", "platform": "platform", "named_lras": "LRAs named"},
    headline=_bodies,
    say=_one_body,
    nothing="No source says of any body whether it cooperates with LRAs.",
    counts="are stated to cooperate with them",
    found=lambda row: row["cooperates"] == "yes",
    caveat=(
        "The overview ticks yes or no for a body as a whole and names no LRA; some cells of its table run together. “Open to LRAs” is not "
        "evidence that an LRA took part. Bodies that the overview does not list are not counted."
    ),
    needs=(COOPERATION_STATED,),
)


# Links through a body; the others that go through something go through a project, service or policy.
_SHARED = ("shares a member or founder with", "shares a body with", "is managed by the same body as")


def _links(asked: Asked) -> str:
    direct = sum(not row["through"] for row in asked.rows)
    shared = len({row["through_id"] for row in asked.rows if row["through"] and row["link"] in _SHARED})
    things = len({row["through_id"] for row in asked.rows if row["through"]}) - shared
    in_two = "are in two networks at once or manage them" if shared > 1 else "is in two networks at once or manages them"
    bodies = f"{counted(shared, 'body', 'bodies')} that {in_two}"
    common = f"{counted(things, 'project, service or policy', 'projects, services or policies')} that two have in common"
    if (wanted := asked.values.get("network")) is not None:
        first = asked.rows[0]
        name = first["network"] if first["network_id"] == wanted else first["other"]
        return f"The sources state {counted(direct, 'direct link')} of {name} to another network, {bodies}, and {common}"
    joined = len(_joined(asked.rows))
    others = f", for the other {in_words(asked.of - joined)} none is recorded" if asked.of > joined else ""
    return (
        f"The sources state {counted(direct, 'direct link')} between networks, {bodies}, and {common}; {number(joined)} of {counted(asked.of, 'network')} "
        f"{'has' if joined == 1 else 'have'} a part in these links{others}"
    )


def _joined(rows: Sequence[Row]) -> set[str]:
    return {row[end] for row in rows for end in ("network_id", "other_id")}


def _one_link(row: Row) -> str:
    return f"{row['network']} {row['link']} {row['other']}" + (f": {row['through']}" if row["through"] else "")


LINKS = Question(
    slug="links-between-networks",
    title="How are networks linked to each other?",
    theme="Membership",
    definition=(
        "A stated tie between two networks; a body that is a member, founder or on the steering body of both, or manages them (an interlock); "
        "or a project, service or policy that both take part in or are linked to. Supporters and funders in common are not counted."
    ),
    population=Population("networks_all", "networks named in the sources"),
    columns={"network": "network", "link": "link", "other": "other network", "through": "through"},
    headline=_links,
    say=_one_link,
    nothing="Of the networks asked about no link with another one is recorded.",
    counts="have a part in the links shown",
    count=lambda rows: len(_joined(rows)),
    caveat="Links are those that the sources mention in passing; none of them set out to list the links between networks.",
    parameters=("network",),
    needs=(NETWORKS,),
)

QUESTIONS = (MEMBERS_NAMED, BODIES, LINKS)
