"""LRAs outside any network: which of four answers an LRA and the networks in scope have.

The Cypher gives the networks, the LRAs and what is recorded between them; the answers are told from that here, because of most
LRAs nothing is recorded, and for these all networks have the same answer, which need not be made anew for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from interlocal.queries.lists import MEMBER, of_these, with_roles
from interlocal.queries.membership import MORE_LISTS
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, number_are

NETWORKS = Need("networks_looked_at", "at least one network of the kind asked about", "a table of networks (networks.csv) or lists of members")
_ORDER = ("member", "linked", "non-member", "unknown")
# So many LRAs are named in the answer in one sentence.
_NAMED = 8


class Network(NamedTuple):
    """A network in scope; ``as_of`` is the date of its complete list of members, where there is one."""

    id: str
    name: str
    as_of: str | None
    evidence: Any


class Recorded(NamedTuple):
    """What is recorded between an LRA and a network: how (member, former, linked or absent), as what, through what, where."""

    network: str
    how: str
    role: str
    through: str
    evidence: Any


def _four_answers(rows: Sequence[Row], _: Values) -> Sequence[Row]:
    """One row an LRA, members first."""
    networks, lras = [], []
    recorded: dict[str, list[Recorded]] = defaultdict(list)
    for row in rows:
        if row["what"] == "network":
            name, as_of = row["told"]
            networks.append(Network(row["network"], name, as_of, row["evidence"]))
        elif row["what"] == "LRA":
            lras.append((row["lra"], *row["told"]))
        else:
            role, through = row["told"]
            recorded[row["lra"]].append(Recorded(row["network"], row["what"], role, through, row["evidence"]))
    networks.sort(key=lambda network: (network.name, network.id))
    nothing = _answer(networks, ())
    found = [
        {"lra": name, "country": country, "level": level, **(_answer(networks, recorded[one]) if one in recorded else nothing)}
        for one, name, country, level in sorted(lras, key=lambda lra: (lra[2] is None, lra[2], lra[1], lra[0]))
    ]
    return sorted(found, key=lambda row: _ORDER.index(row["answer"]))


def _answer(networks: Sequence[Network], recorded: Sequence[Recorded]) -> Row:
    """What is recorded with networks in scope, network by network, and what that comes to."""
    by_how = {how: {r.network for r in recorded if r.how == how} for how in ("member", "former", "linked", "absent")}
    others = [network for network in networks if network.id not in by_how["member"]]
    # Of a member of a network nothing else counts.
    counted_in = [r for r in recorded if r.how == "member" or r.network not in by_how["member"]]
    outside = [network for network in others if network.as_of is not None or network.id in by_how["absent"]]
    not_known = [network for network in others if network not in outside and network.id not in by_how["linked"]]
    answer = "member" if by_how["member"] else "non-member" if len(outside) == len(others) else "linked" if by_how["linked"] else "unknown"
    return {
        "answer": answer,
        "member_of": _names(networks, by_how["member"]),
        "member_roles": [_first_role(network.id, recorded) for network in networks if network.id in by_how["member"]],
        "linked_to": _names(others, by_how["linked"]),
        "through": list(dict.fromkeys(through for _, _, through in sorted(_through(networks, counted_in)))),
        "not_member_of": [network.name for network in outside],
        "lists_as_of": [network.as_of or "" for network in outside],
        "was_member_of": _names(others, by_how["former"]),
        "unknown_of": [network.name for network in not_known],
        "evidence": [[network.evidence for network in others], [r.evidence for r in counted_in]],
    }


def _names(networks: Iterable[Network], ids: set[str]) -> list[str]:
    return [network.name for network in networks if network.id in ids]


def _first_role(network: str, recorded: Iterable[Recorded]) -> str:
    """As what an LRA is in a network: the first of its ways by the digit, which is then taken off."""
    return min(r.role for r in recorded if r.network == network and r.how == "member")[1:]


def _through(networks: Iterable[Network], recorded: Iterable[Recorded]) -> list[tuple[str, str, str]]:
    """What links lead through, by the names of the networks."""
    names = {network.id: network.name for network in networks}
    return [(names[r.network], r.network, r.through) for r in recorded if r.through]


def _tally(asked: Asked, answer: str) -> int:
    return sum(row["answer"] == answer for row in asked.rows)


def _outside(asked: Asked) -> str:
    outside, linked, unknown = (_tally(asked, a) for a in ("non-member", "linked", "unknown"))
    networks = sorted({name for row in asked.rows for part in _NETWORK_COLUMNS for name in row[part]})
    one = len(networks) == 1
    dates = {f"by its list of {date}" if date else "as a source says" for row in asked.rows for date in row["lists_as_of"]} if one else set()
    by = f", {dates.pop()}" if outside and len(dates) == 1 else ""
    scope = networks[0] + by if one else f"the {in_words(len(networks))} networks looked at ({listed(networks)})"
    found = [row for row in asked.rows if row["answer"] == "member"]
    # A plain member of one network is named as that, whatever it is in others.
    members = with_roles([row["lra"] for row in found], [MEMBER if MEMBER in roles else listed(dict.fromkeys(roles)) for roles in _roles(found)])
    names = [row["lra"] for row in asked.rows if row["answer"] == "non-member"]
    which = f": {listed(names)}" if 0 < outside <= _NAMED else ""
    said = f"{in_words(outside)} of {counted(asked.of, 'LRA')} can be called outside {scope}{which}" if outside else f"No LRA can be called outside {scope}"
    # Of few all are named with what they are; of many it is said how many are no plain members of any.
    as_what = of_these([MEMBER if MEMBER in roles else roles[0] for roles in _roles(found)])
    named = f": {listed(members)}" if 0 < len(members) <= _NAMED else f" ({as_what})" if as_what else ""
    whose = "its" if unknown == 1 else "their"
    parts = [
        f"{number_are(len(members))} recorded as member, founder or on the steering body of {'it' if one else 'at least one'}{named}",
        f"{number_are(linked)} linked to {'it' if one else 'one'} only through a project, policy, facility or partner",
        f"of {in_words(unknown)} the sources do not say{'' if one else ', of one network or more'}, so {whose} membership is unknown"
        if unknown
        else "of none is the membership unknown",
    ]
    return f"{said}. Of {counted(asked.of, 'LRA')} looked at, {'; '.join(parts)}{'' if one else _on_no_list(asked)}"


def _on_no_list(asked: Asked) -> str:
    """How many are on none of the lists that are loaded, where these are not the lists of all networks looked at."""
    dates = {name: date for row in asked.rows for name, date in zip(row["not_member_of"], row["lists_as_of"], strict=True) if date}
    if not dates:
        return ""
    on_none = sum(dates.keys() <= set(row["not_member_of"]) for row in asked.rows)
    lists = listed(f"{name} of {date}" for name, date in sorted(dates.items())) if len(dates) <= _NAMED else counted(len(dates), "network")
    none = in_words(on_none) if on_none else "none"
    which = "that of" if len(dates) == 1 else "none of those of"
    return f". By the complete lists that are loaded, {none} {'is' if on_none < 2 else 'are'} {'not on' if len(dates) == 1 else 'on'} {which} {lists}"


def _roles(rows: Iterable[Row]) -> list[Sequence[str]]:
    return [row["member_roles"] for row in rows]


_NETWORK_COLUMNS = ("member_of", "linked_to", "not_member_of", "unknown_of")


def _one_lra(row: Row) -> str:
    who = f"{row['lra']} ({row['country'] or 'country not stated'})"
    parts = []
    if row["member_of"]:
        if set(row["member_roles"]) == {MEMBER}:
            parts.append(f"is recorded as a member of {listed(row['member_of'])}")
        else:
            parts.append(f"is recorded in {listed(f'{name} ({role})' for name, role in zip(row['member_of'], row['member_roles'], strict=True))}")
    if row["linked_to"]:
        through = f" through {listed(row['through'])}" if row["through"] else ""
        parts.append(f"is linked to {listed(row['linked_to'])}{through}, not recorded as a member")
    dated = list(zip(row["not_member_of"], row["lists_as_of"], strict=True))
    if lists := [f"{name} of {date}" for name, date in dated if date]:
        parts.append(f"is not on the list of {listed(lists, last='or')}")
    if stated := [name for name, date in dated if not date]:
        parts.append(f"is stated not to be a member of {listed(stated, last='or')}")
    if left := row["was_member_of"]:
        again = [name for name in left if name in row["unknown_of"]]
        since = f", and whether it joined {'again' if again == left else f'{listed(again)} again'} is not recorded" if again else ""
        parts.append(f"was a member of {listed(left)} and left{since}")
    if unknown := [name for name in row["unknown_of"] if name not in row["was_member_of"]]:
        parts.append(f"whether it is in {listed(unknown, last='or')} is not recorded")
    return f"{who}: {'; '.join(parts)}"


LRAS_OUTSIDE = Question(
    slug="lras-outside-any-network",
    title="Which LRAs are outside any network of LRAs in Europe?",
    theme="Membership",
    definition=(
        "Four answers for an LRA and a network: member (a source says member, founder or on the steering body; an observer, associate or partner on a "
        "list of members too, and is named as such), linked (only through a project, policy, facility or partner), non-member (a source says so, or a "
        "complete dated list of members lacks it), unknown (all else). "
        "Outside any network means non-member of every network in scope; the default scope is networks of LRAs in Europe. A network that is only planned, "
        "with nobody in it, is looked at only when it is named."
    ),
    population=Population("lras", "LRAs named in the sources"),
    columns={
        "lra": "LRA", "country": "country", "level": "level", "answer": "answer", "member_of": "member of",
        "member_roles": "as (in the same order)", "linked_to": "linked to", "through": "through", "not_member_of": "not a member of",
        "lists_as_of": "by the list as of (in the same order; empty: a source says so)", "was_member_of": "was a member of", "unknown_of": "not recorded for",
    },
    headline=_outside,
    say=_one_lra,
    found=lambda row: row["answer"] == "non-member",
    nothing="These sources name no LRA in the scope that was asked for.",
    counts="can be called outside every network in scope",
    caveat=(
        "The two reports name few members of networks of LRAs in Europe, and print complete lists of two local coalitions alone. Where no complete, dated "
        "list of a network is loaded, that no membership is recorded does not mean that there is none; where one is, who is not on it was no member at its "
        "date, and may have joined since. Observers, associates and partners on a list count as members. "
        "“Linked” does not say how closely: a partner in common is enough. Footnote: in a survey of CSES 2013 (table 3.4), 16 of 48 answers said that the "
        "authority is in no such network and three did not know or say; 23 of the 48 came from Greece and none is named, so it is no benchmark."
    ),
    parameters=("country", "level", "network", "network_scope", "scope"),
    # Networks of LRAs in Europe (CSES 2013, section 2.7.1), unless one is named or another kind is asked for.
    defaults={"network_scope": "european_lra"},
    needs=(NETWORKS,),
    would_help=MORE_LISTS,
    derive=_four_answers,
)  # fmt: skip


QUESTIONS = (LRAS_OUTSIDE,)
