"""What questions count, on every store, on graphs small enough to check by hand: open readings, plans, parts of projects, dated lists, ties that ended."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from interlocal.graph.records import Graph, NodeRecord, RelationshipRecord
from interlocal.graph.store.base import Store
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.question import Question
from tests.contract.counting import node, tie

LRA, LRB, LRI, NET = node("lra:fr/a"), node("lra:fr/b"), node("lra:it/i", "IT"), node("network:n", "", scope="european_lra")


def membership(answer: Any, network: NodeRecord, *ties: RelationshipRecord, **given: str) -> dict[str, Any]:
    found = answer("lras-outside-any-network", [LRA, LRB, network], list(ties), **given)
    return {row["lra"]: row for row in found.rows} | {"": found}


@pytest.mark.parametrize("kind", ["MEMBER_OF", "STEERS", "FOUNDED"])
def test_member_founder_and_steering_are_members(answer: Any, kind: str) -> None:
    assert membership(answer, NET, tie("lra:fr/a", kind, "network:n"))["A"]["answer"] == "member"


def test_a_tie_of_which_the_reading_is_open_makes_no_member(answer: Any) -> None:
    assert membership(answer, NET, tie("lra:fr/a", "MEMBER_OF", "network:n", reading="open"))["A"]["answer"] == "unknown"


def test_a_planned_membership_makes_no_member(answer: Any) -> None:
    assert membership(answer, NET, tie("lra:fr/a", "PLANS", "network:n", tie="MEMBER_OF"))["A"]["answer"] == "unknown"


def test_a_membership_that_ended_is_told_and_no_membership_a_founder_stays_one(answer: Any) -> None:
    ended = tie("lra:fr/a", "MEMBER_OF", "network:n", since="2001", until="2010")
    founded = tie("lra:fr/b", "FOUNDED", "network:n", since="2001", until="2001")
    told = membership(answer, NET, ended, founded)
    assert (told["A"]["answer"], told["A"]["was_member_of"], told["A"]["evidence"]) == ("unknown", ["N"], ["doc-2020#1"])
    assert told["B"]["answer"] == "member"


def test_only_a_complete_list_with_a_date_makes_non_members_and_it_is_their_evidence(answer: Any) -> None:
    member = tie("lra:fr/a", "MEMBER_OF", "network:n")
    undated = membership(answer, node("network:n", "", scope="european_lra", roster="complete"), member)
    assert undated["B"]["answer"] == "unknown"
    dated = membership(answer, node("network:n", "", scope="european_lra", roster="complete", roster_as_of="2024"), member)
    assert (dated["B"]["answer"], dated["B"]["evidence"]) == ("non-member", ["doc-2020#1"])
    assert (dated[""].count, dated[""].of) == (1, 2)


def test_a_source_that_says_so_makes_a_non_member(answer: Any) -> None:
    assert membership(answer, NET, tie("lra:fr/a", "LACKS", "network:n", tie="MEMBER_OF"))["A"]["answer"] == "non-member"


def test_a_linked_non_member_is_outside_and_its_link_is_told(answer: Any) -> None:
    listed = node("network:n", "", scope="european_lra", roster="complete", roster_as_of="2024")
    project = node("project:fr/p")
    ties = [tie("lra:fr/b", "LEADS", "project:fr/p"), tie("project:fr/p", "LINKED_TO", "network:n"), tie("lra:fr/a", "MEMBER_OF", "network:n")]
    found = answer("lras-outside-any-network", [LRA, LRB, listed, project], ties)
    row = next(r for r in found.rows if r["lra"] == "B")
    assert (row["answer"], row["linked_to"], row["through"], found.count) == ("non-member", ["N"], ["P"], 1)


def test_an_organisation_that_merely_sits_in_the_city_does_not_link_it(answer: Any) -> None:
    ngo = node("org:fr/ngo", kind="NGO")
    ties = [tie("org:fr/ngo", "MEMBER_OF", "network:n"), tie("org:fr/ngo", "LOCATED_IN", "lra:fr/a")]
    rows = answer("lras-outside-any-network", [LRA, LRB, NET, ngo], ties).rows
    assert {r["answer"] for r in rows} == {"unknown"}
    rows = answer("lras-outside-any-network", [LRA, LRB, NET, ngo], [*ties, tie("lra:fr/a", "COOPERATES_WITH", "org:fr/ngo")]).rows
    assert {r["lra"]: r["answer"] for r in rows} == {"A": "linked", "B": "unknown"}


# Everything that may be recorded beside a membership, in either direction.
BESIDE = [
    tie("lra:fr/a", "COOPERATES_WITH", "network:n"),
    tie("lra:fr/a", "SUPPORTS", "network:n"),
    tie("lra:fr/a", "MANAGES", "network:n"),
    tie("lra:fr/a", "LACKS", "network:n", tie="MEMBER_OF"),
    tie("lra:fr/a", "PLANS", "network:n", tie="MEMBER_OF"),
    tie("lra:fr/a", "MEMBER_OF", "network:n", key="before", until="2010"),
    tie("lra:fr/a", "MEMBER_OF", "network:n", key="perhaps", reading="open"),
    tie("lra:fr/a", "STEERS", "network:n", until="2010"),
    tie("network:n", "LOCATED_IN", "lra:fr/a"),
    tie("lra:fr/b", "MEMBER_OF", "network:n"),
    tie("lra:fr/b", "COOPERATES_WITH", "lra:fr/a"),
    tie("lra:fr/a", "MEMBER_OF", "network:m", until="2010"),
]


@pytest.mark.parametrize("roster", [{}, {"roster": "partial", "roster_as_of": "2019"}, {"roster": "complete", "roster_as_of": "2019"}], ids=str)
@pytest.mark.parametrize("kind", ["MEMBER_OF", "STEERS", "FOUNDED"])
@pytest.mark.parametrize("added", BESIDE, ids=lambda one: f"{one.source} {one.type} {one.target} {one.key}")
def test_no_link_that_is_added_turns_a_member_into_an_unknown(answer: Any, added: RelationshipRecord, kind: str, roster: dict[str, str]) -> None:
    networks = [node("network:n", "", scope="european_lra", **roster), node("network:m", "", scope="european_lra")]
    membership_tie = tie("lra:fr/a", kind, "network:n", key="now")
    rows = answer("lras-outside-any-network", [LRA, LRB, *networks], [membership_tie, added]).rows
    assert next((r["answer"], r["member_of"]) for r in rows if r["lra"] == "A") == ("member", ["N"])


@pytest.mark.parametrize("given", [{}, {"network": "network:n"}], ids=["all", "one network"])
@pytest.mark.parametrize("on_the_list", [[], ["lra:fr/a"], ["lra:fr/b", "lra:it/i"]], ids=len)
def test_a_list_of_members_only_moves_lras_out_of_unknown(answer: Any, on_the_list: list[str], given: dict[str, str]) -> None:
    lrc = node("lra:fr/c")
    before = [tie("lra:fr/a", "STEERS", "network:n"), tie("lra:fr/b", "COOPERATES_WITH", "network:n"), tie("lra:fr/c", "MEMBER_OF", "network:m")]
    listed = [tie(lra, "MEMBER_OF", "network:n", key="list") for lra in on_the_list]
    answers = []
    for roster, ties in (({}, before), ({"roster": "complete", "roster_as_of": "2019"}, [*before, *listed])):
        networks = [node("network:n", "", scope="european_lra", **roster), node("network:m", "", scope="european_lra")]
        rows = answer("lras-outside-any-network", [LRA, LRB, lrc, LRI, *networks], ties, **given).rows
        answers.append({r["lra"]: r for r in rows})
    was, now = answers
    assert all(now[lra]["member_of"] for lra, row in was.items() if row["member_of"])
    assert all(set(now[lra]["unknown_of"]) == set(row["unknown_of"]) - {"N"} for lra, row in was.items())
    assert all("N" in [*row["member_of"], *row["not_member_of"]] for row in now.values())
    assert not [lra for lra, row in now.items() if row["answer"] == "unknown" != was[lra]["answer"]]


def test_what_leads_to_two_networks_is_told_once(answer: Any) -> None:
    partner, other = node("org:fr/o"), node("network:m", "", scope="european_lra")
    ties = [tie("org:fr/o", "FOUNDED", "network:n"), tie("org:fr/o", "MEMBER_OF", "network:m"), tie("lra:fr/a", "COOPERATES_WITH", "org:fr/o")]
    found = answer("lras-outside-any-network", [LRA, LRB, NET, other, partner], ties)
    row = next(r for r in found.rows if r["lra"] == "A")
    assert (row["answer"], row["linked_to"], row["through"]) == ("linked", ["M", "N"], ["O"])
    assert "is linked to M and N through O, not recorded as a member" in found.row_sentences[0]
    assert "of one the sources do not say, of one network or more, so" in found.headline


def test_when_nothing_is_unknown_the_headline_says_so(answer: Any) -> None:
    listed = node("network:n", "", scope="european_lra", roster="complete", roster_as_of="2019")
    found = answer("lras-outside-any-network", [LRA, LRB, listed], [tie("lra:fr/a", "MEMBER_OF", "network:n")])
    assert found.headline.endswith("of none is the membership unknown.")


def test_a_network_that_is_only_planned_is_told_apart(answer: Any) -> None:
    planned, there, named = (node(f"network:{name}", "") for name in ("planned", "there", "named"))
    ties = [
        tie("lra:fr/a", "PLANS", "network:planned", tie="FOUNDED"),
        tie("lra:fr/a", "PLANS", "network:there", tie="COOPERATES_WITH"),
        tie("lra:fr/a", "PLANS", "network:named", tie="FOUNDED"),
        tie("lra:fr/b", "MEMBER_OF", "network:named"),
    ]
    found = answer("network-members-named", [LRA, LRB, planned, there, named], ties)
    assert {r["network"]: r["founding"] for r in found.rows} == {"Named": None, "Planned": "planned", "There": None}
    assert found.headline.startswith("Of three networks (one is recorded as planned only), none has a stated size")
    (words,) = [said for said in found.row_sentences if said.startswith("Planned")]
    assert words.startswith("Planned: it is recorded as planned or proposed only, and no member is named.")


def test_nobody_is_in_or_outside_a_network_that_is_only_planned(answer: Any) -> None:
    planned, listed = node("network:p", "", scope="european_lra"), node("network:n", "", scope="european_lra", roster="complete", roster_as_of="2019")
    ties = [tie("lra:fr/a", "PLANS", "network:p", tie="FOUNDED"), tie("lra:fr/a", "MEMBER_OF", "network:n")]
    told = {r["lra"]: (r["answer"], r["unknown_of"]) for r in answer("lras-outside-any-network", [LRA, LRB, planned, listed], ties).rows}
    assert told == {"A": ("member", []), "B": ("non-member", [])}
    rows = answer("lras-outside-any-network", [LRA, LRB, planned, listed], ties, network="network:p").rows
    assert {r["lra"]: (r["answer"], r["unknown_of"]) for r in rows} == {"A": ("unknown", ["P"]), "B": ("unknown", ["P"])}
    founded = [*ties, tie("lra:fr/a", "STEERS", "network:p")]
    rows = answer("lras-outside-any-network", [LRA, LRB, planned, listed], founded).rows
    assert {r["lra"]: (r["answer"], r["unknown_of"]) for r in rows} == {"A": ("member", []), "B": ("unknown", ["P"])}


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({}, "There is no complete, dated list of its members."),
        ({"roster": "complete"}, "There is no complete, dated list of its members."),
        ({"roster": "complete", "roster_as_of": "2019"}, "The list of members is complete as of 2019: who is not on it was not a member then."),
        ({"stated_members": 11, "stated_members_qualifier": "services in 11 Member States"}, "; the stated size is 11 (services in 11 Member States)."),
        ({"stated_members": 30, "stated_members_qualifier": "more than; regions"}, "; the stated size is more than 30 (regions)."),
        ({"stated_members": 12}, "; the stated size is 12."),
        ({}, "; how many members it has is not stated."),
        ({"unnamed_members": "schools|sports clubs"}, " Also mentioned, without names: schools and sports clubs."),
    ],
)
def test_what_is_told_of_a_list_and_a_size(answer: Any, properties: dict[str, Any], words: str) -> None:
    network = node("network:n", "", **properties)
    for ties in ([], [tie("lra:fr/a", "MEMBER_OF", "network:n")]):
        (said,) = answer("network-members-named", [LRA, network], ties).row_sentences
        assert words in said
        assert said.startswith("N: one LRA is named: A;" if ties else "N: no member is named;")


BOTH = [NET, node("network:m", ""), node("network:l", "")]


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ([("lra:fr/a", "MANAGES", "network:m"), ("lra:fr/a", "MANAGES", "network:n")], ["M is managed by the same body as N: A"]),
        ([("lra:fr/a", "MANAGES", "network:m"), ("lra:fr/a", "STEERS", "network:n")], ["M shares a body with N: A"]),
        (
            [("lra:fr/a", "MANAGES", "network:m"), ("lra:fr/a", "MEMBER_OF", "network:m"), ("lra:fr/a", "MEMBER_OF", "network:n")],
            ["M shares a member or founder with N: A"],
        ),
        ([("network:m", "LEADS", "project:fr/p"), ("project:fr/p", "LINKED_TO", "network:n")], ["M is linked to the same project as N: P"]),
        ([("network:m", "LEADS", "project:fr/p"), ("network:m", "PARTNER_IN", "project:fr/p")], []),
        ([("lra:fr/a", "SUPPORTS", "network:m"), ("lra:fr/a", "SUPPORTS", "network:n")], []),
        ([("network:m", "LOCATED_IN", "lra:fr/a"), ("network:n", "LOCATED_IN", "lra:fr/a")], []),
    ],
    ids=["manages both", "manages one", "manages and is in one", "a project", "one network in it twice", "supporter", "seat"],
)
def test_what_two_networks_have_in_common(answer: Any, ties: list[tuple[str, str, str]], expected: list[str]) -> None:
    found = answer("links-between-networks", [LRA, *BOTH, node("project:fr/p")], [tie(*ends) for ends in ties])
    assert [said.split(" (")[0].rstrip(".") for said in found.row_sentences] == expected
    assert (found.count, found.of) == (2 if expected else 0, 3)


@pytest.mark.parametrize("properties", [{"reading": "open"}, {"until": "2010"}], ids=["open", "ended"])
def test_who_no_longer_manages_both_joins_no_networks(answer: Any, properties: dict[str, Any]) -> None:
    ties = [tie("lra:fr/a", "MANAGES", "network:m"), tie("lra:fr/a", "MANAGES", "network:n", **properties)]
    assert not answer("links-between-networks", [LRA, *BOTH], ties).rows


def test_three_networks_with_one_project_are_three_pairs_and_one_project(answer: Any) -> None:
    ties = [tie(f"network:{name}", "PARTNER_IN", "project:fr/p") for name in "lmn"]
    found = answer("links-between-networks", [*BOTH, node("project:fr/p")], ties)
    assert [(r["network"], r["other"]) for r in found.rows] == [("L", "M"), ("L", "N"), ("M", "N")]
    assert "no body that is in two networks at once or manages them, and one project, service or policy that two have in common" in found.headline


def test_links_that_have_no_direction_stand_in_the_order_of_names(answer: Any) -> None:
    """The network whose id comes first has the name that comes last."""
    last, first = node("network:a", "", "Last"), node("network:z", "", "First")
    ties = [tie("network:a", "COOPERATES_WITH", "network:z"), tie("lra:fr/a", "MEMBER_OF", "network:a"), tie("lra:fr/a", "FOUNDED", "network:z")]
    rows = answer("links-between-networks", [LRA, last, first], ties).rows
    assert [(r["network"], r["link"], r["other"], r["through"]) for r in rows] == [
        ("First", "cooperates with", "Last", ""),
        ("First", "shares a member or founder with", "Last", "A"),
    ]


@pytest.mark.parametrize(
    ("kind", "words"), [("MEMBER_OF", "was a member of"), ("SUPPORTS", "supported"), ("COOPERATES_WITH", "cooperated with"), ("FOLLOWS", "succeeded")]
)
def test_a_link_between_networks_that_ended_is_told_as_past(answer: Any, kind: str, words: str) -> None:
    ended = tie("network:m", kind, "network:n", until="2010")
    (row,) = answer("links-between-networks", [NET, node("network:m", "")], [ended]).rows
    assert (row["network"], row["link"], row["other"]) == ("M", words, "N")


WHOLE, PHASE = node("project:fr/whole"), node("project:fr/phase")
PARTS = [tie("project:fr/phase", "PART_OF", "project:fr/whole"), tie("lra:fr/a", "LEADS", "project:fr/whole")]


def test_who_is_named_in_a_part_is_named_in_the_whole(answer: Any) -> None:
    ties = [*PARTS, tie("lra:it/i", "PARTNER_IN", "project:fr/phase"), tie("project:fr/phase", "FUNDED_BY", "lra:fr/b")]
    shared = answer("lras-sharing-projects", [LRA, LRB, LRI, WHOLE, PHASE], ties)
    assert [(r["project"], r["lras"], r["reach"]) for r in shared.rows] == [("Whole", ["A", "I"], "across borders")]
    assert (shared.count, shared.of) == (1, 1)
    without = answer("projects-without-an-lra", [LRA, LRB, LRI, WHOLE, PHASE], ties)
    assert (without.count, without.of, list(without.rows)) == (0, 1, [])
    assert without.headline.startswith("Every project described names an LRA")


def test_a_phase_and_its_whole_are_one_thing_funded(answer: Any) -> None:
    fund = node("fund:f", "", kind="eu")
    ties = [*PARTS, tie("project:fr/phase", "FUNDED_BY", "fund:f"), tie("project:fr/whole", "FUNDED_BY", "fund:f")]
    rows = answer("what-funds-fund", [LRA, WHOLE, PHASE, fund], ties).rows
    assert [(r["organiser_kind"], r["funded"], r["count"]) for r in rows] == [("LRA, level not stated", ["Whole"], 1)]


def test_two_authorities_of_one_name_are_two(answer: Any) -> None:
    twin = node("lra:it/a", "IT")
    ties = [tie("lra:fr/a", "LEADS", "project:fr/whole"), tie("lra:it/a", "PARTNER_IN", "project:fr/whole")]
    (row,) = answer("lras-sharing-projects", [LRA, twin, WHOLE], ties).rows
    assert (row["lras"], row["count"]) == (["A", "A"], 2)


def test_a_body_with_two_ties_to_a_network_is_one_body(answer: Any) -> None:
    nodes = [node("network:n", ""), node("network:m", ""), node("org:fr/o")]
    ties = [tie("org:fr/o", "FOUNDED", "network:n"), tie("org:fr/o", "MEMBER_OF", "network:n"), tie("org:fr/o", "MEMBER_OF", "network:m")]
    found = answer("links-between-networks", nodes, ties)
    assert [(r["network"], r["other"], r["through"]) for r in found.rows] == [("M", "N", "O")]
    assert "one body that is in two networks at once" in found.headline


def test_offices_of_the_state_count_only_when_asked(answer: Any) -> None:
    office = node("org:fr/o", kind="state_territorial_office", called_lra_by=["doc-2020"])
    ties = [tie("org:fr/o", "LEADS", "project:fr/whole")]
    assert answer("projects-without-an-lra", [LRA, office, WHOLE], ties).rows[0]["lra_organisers"] == []
    assert answer("projects-without-an-lra", [LRA, office, WHOLE], ties, state_offices="true").rows[0]["lra_organisers"] == ["O"]


def test_nothing_in_scope_is_no_finding(answer: Any) -> None:
    found = answer("projects-without-an-lra", [LRI, WHOLE], [tie("lra:it/i", "LEADS", "project:fr/whole")], country="IT")
    assert (found.count, found.of) == (0, 0)
    assert (
        found.headline
        == "These sources name none of what is asked about (projects of which an organiser, partner or funder is named, in Italy), so there is nothing to answer."
    )


# --- the same facts under other ids, and in another order ----------------------------------------------------------------------------------

# Ids of these are codes with a meaning; those of all others are labels.
CODES = ("Country", "Document", "Theme")


def relabelled(graph: Graph) -> Graph:
    """The same graph under ids that sort in another order; what has no direction is stored with the smaller id first, as always."""
    new = {n.id: n.id if n.type in CODES else f"{n.id.split(':')[0]}:{hashlib.sha1(n.id.encode()).hexdigest()[:12]}" for n in graph.nodes}
    ends = [(tie, new[tie.source], new[tie.target]) for tie in graph.relationships]
    ties = [replace(t, source=min(a, b), target=max(a, b)) if t.type == "COOPERATES_WITH" else replace(t, source=a, target=b) for t, a, b in ends]
    nodes = [replace(n, id=new[n.id]) for n in graph.nodes]
    return Graph(tuple(sorted(nodes, key=lambda n: (n.type, n.id))), tuple(sorted(ties, key=lambda t: t.identity)))


def turned_round(graph: Graph) -> Graph:
    return Graph(graph.nodes[::-1], graph.relationships[::-1])


@pytest.fixture(scope="module", params=[relabelled, turned_round], ids=["other ids", "another order"])
def other_seed(request: pytest.FixtureRequest, seed_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = KgliteStore(tmp_path_factory.mktemp("other") / "graph.kgl")
    store.write(request.param(seed_graph))
    return store


SAME = [
    pytest.param(asked, given, id=f"{asked.slug} {' '.join(given.values())}".strip())
    for asked in QUESTIONS.values()
    if asked.theme in ("Membership", "Cooperation")
    for given in ({}, {"country": "PL"}, {"network_scope": "reception_system"})
    if set(given) <= set(asked.parameters)
]


@pytest.mark.parametrize(("asked", "given"), SAME)
def test_ids_and_the_order_of_rows_decide_nothing_that_is_read(asked: Question, given: dict[str, str], seed_store: Store, other_seed: Store) -> None:
    here, there = (ask(asked, store, given) for store in (seed_store, other_seed))
    assert [*here.sentences, here.count, here.of] == [*there.sentences, there.count, there.of]
    assert [[row[c] for c in asked.columns] for row in here.rows] == [[row[c] for c in asked.columns] for row in there.rows]
