"""Several lists of members of one network: who is on the later one, who is not any more, and what each says of its year."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from interlocal.graph.assemble import assemble
from interlocal.graph.records import Graph, NodeRecord, Origin, Records, RelationshipRecord, parse_evidence
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import question
from interlocal.queries.question import Answer
from interlocal.queries.views import answers

NETWORK = "network:n"


def records(layer: int, year: str, members: dict[str, dict[str, Any]], roster: str = "complete") -> Records:
    """A list of that year as its own layer, with the members that it names and what it says of each."""
    document, origin = f"list-{year}", Origin("t.csv", 2, layer)
    evidence = parse_evidence(f"{document}#1")
    nodes = [
        NodeRecord(document, "Document", f"List of {year}", properties={"as_of_year": int(year)}, origin=origin),
        NodeRecord("FR", "Country", "France", origin=origin),
        NodeRecord(NETWORK, "Network", "N", properties={"scope": "european_lra", "roster": roster, "roster_as_of": year}, evidence=evidence, origin=origin),
        *(NodeRecord(f"lra:fr/{name}", "LRA", name.title(), country="FR", evidence=evidence, origin=origin) for name in members),
    ]
    ties = [
        RelationshipRecord(f"lra:fr/{name}", "MEMBER_OF", NETWORK, "", {"certainty": "stated", "reading": "accepted", **said}, evidence, origin)
        for name, said in members.items()
    ]
    return Records(nodes=tuple(nodes), relationships=tuple(ties))


FIRST = records(1, "2020", {"a": {"role": "associate", "since": "2011"}, "b": {}, "c": {"until": "2018"}, "d": {}})
SECOND = records(2, "2023", {"a": {}, "b": {}, "e": {"role": "observer"}})


def graph(*lists: Records) -> Graph:
    found = Records()
    for one in lists:
        found = found + one
    return assemble(found)


def members(found: Graph) -> dict[str, dict[str, Any]]:
    told = ("role", "since", "until", "left_by")
    return {t.source.removeprefix("lra:fr/"): {k: t.properties[k] for k in told if k in t.properties} for t in found.relationships if t.type == "MEMBER_OF"}


def test_the_later_list_tells_who_is_in_it_and_as_what() -> None:
    """A was an associate and is a member, since when stays; D is not on the later list; C had left before."""
    assert members(graph(FIRST, SECOND)) == {
        "a": {"since": "2011"}, "b": {}, "c": {"until": "2018"}, "d": {"until": "2020", "left_by": "2023"}, "e": {"role": "observer"},
    }  # fmt: skip


def test_both_lists_are_cited_for_who_is_on_both() -> None:
    ties = {t.source: [str(e) for e in t.evidence] for t in graph(FIRST, SECOND).relationships}
    assert ties["lra:fr/a"] == ["list-2020#1", "list-2023#1"]
    assert ties["lra:fr/d"] == ["list-2020#1"]


@pytest.mark.parametrize("order", list(permutations((0, 1, 2))))
def test_the_order_of_the_lists_does_not_matter(order: tuple[int, ...]) -> None:
    lists = [FIRST, SECOND, records(3, "2024", {"a": {"role": "observer"}, "d": {}})]
    found = graph(*(lists[place] for place in order))
    assert members(found) == {
        "a": {"since": "2011", "role": "observer"}, "b": {"until": "2023", "left_by": "2024"}, "c": {"until": "2018"}, "d": {},
        "e": {"role": "observer", "until": "2023", "left_by": "2024"},
    }  # fmt: skip
    assert found.by_id[NETWORK].properties["complete_lists"] == ["2020", "2023", "2024"]


def test_a_list_that_is_not_complete_ends_no_membership() -> None:
    found = members(graph(FIRST, records(1, "2023", {"a": {}}, roster="partial")))
    assert (found["d"], found["a"]) == ({}, {"since": "2011"})


def test_what_a_report_says_is_ended_by_no_list() -> None:
    evidence = parse_evidence("report-2019#7")
    report = Records(
        nodes=(
            NodeRecord("report-2019", "Document", "Report", properties={"as_of_year": 2019}),
            NodeRecord("lra:fr/r", "LRA", "R", country="FR", evidence=evidence),
        ),
        relationships=(RelationshipRecord("lra:fr/r", "MEMBER_OF", NETWORK, "", {"certainty": "stated", "reading": "accepted"}, evidence),),
    )
    assert members(graph(report, FIRST, SECOND))["r"] == {}


def test_what_a_report_names_of_a_network_is_no_list() -> None:
    """Below the lists lies a report that names F as one of its members in 2019 and says that it names some only."""
    assert members(graph(records(0, "2019", {"f": {}}, roster="partial"), SECOND))["f"] == {}


def outside(year: int | None = None, source: str | None = None) -> Answer:
    store = KgliteStore.in_memory(graph(FIRST, SECOND))
    (found,) = answers([question("lras-outside-any-network")], store, {}, year=year, source=source, opened=KgliteStore.in_memory)
    return found


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"A": "member", "B": "member", "C": "non-member", "D": "non-member", "E": "member"}),
        ({"year": 2023}, {"A": "member", "B": "member", "C": "non-member", "D": "non-member", "E": "member"}),
        # On the list of 2020 stand A, B and D; of E, who is on the later one, that list is silent, so it was no member then.
        ({"year": 2020}, {"A": "member", "B": "member", "C": "non-member", "D": "member", "E": "non-member"}),
        ({"source": "list-2020"}, {"A": "member", "B": "member", "C": "non-member", "D": "member"}),
        ({"source": "list-2023"}, {"A": "member", "B": "member", "E": "member"}),
    ],
    ids=str,
)
def test_each_list_holds_for_its_year_and_by_itself(asked: dict[str, Any], expected: dict[str, str]) -> None:
    found = outside(**asked)
    assert {row["lra"]: row["answer"] for row in found.rows} == expected
    assert "do not tell whether" not in found.headline
