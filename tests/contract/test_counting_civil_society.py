"""What the question about LRAs and civil society counts, on graphs small enough to check by hand."""

from __future__ import annotations

from typing import Any

import pytest

from interlocal.graph.records import NodeRecord, RelationshipRecord
from tests.contract.counting import fact, node, tie

GROUPS = ("migrants", "ngos", "research", "observatories")

CITY, NGO, UNIVERSITY = node("lra:fr/city"), node("org:fr/ngo", kind="NGO"), node("org:fr/university", kind="university")
MIGRANTS, UNION = node("org:fr/migrants", kind="migrant_organisation"), node("org:fr/union", kind="trade_union")
OBSERVATORY, DESK = node("service:fr/observatory", kind="observatory"), node("service:fr/desk", kind="info_point")
PROFILES, WHOLE, PHASE = node("project:eu/admin4all", ""), node("project:fr/whole"), node("project:fr/phase")
LOOKED = tie("project:eu/admin4all", "SERVES", "lra:fr/city")


@pytest.fixture
def city(answer: Any) -> Any:
    """The row of the city."""

    def go(*ties: RelationshipRecord, nodes: tuple[NodeRecord, ...] = (), **given: str) -> Any:
        everything = [CITY, NGO, UNIVERSITY, MIGRANTS, UNION, OBSERVATORY, DESK, PROFILES, WHOLE, PHASE, *nodes]
        return next(iter(answer("lras-and-civil-society", everything, ties, **given).rows), None)

    return go


def stated(row: Any) -> dict[str, str]:
    return {group: row[f"{group}_answer"] for group in GROUPS}


def test_nothing_stated_is_unknown_and_none_where_the_source_looked(city: Any) -> None:
    assert (city()["answer"], set(stated(city()).values())) == ("unknown", {"not looked for"})
    row = city(LOOKED)
    assert (row["answer"], set(stated(row).values()), row["evidence"]) == ("none stated", {"none stated"}, ["doc-2020#1"])


def test_links_by_kind(city: Any) -> None:
    row = city(LOOKED, *(tie("lra:fr/city", "COOPERATES_WITH", body) for body in ("org:fr/ngo", "org:fr/migrants", "org:fr/union")))
    assert (row["ngos"], row["migrants"]) == (["Ngo"], ["Migrants"])  # trade unions are of neither
    assert stated(row) == {"migrants": "named", "ngos": "named", "research": "none stated", "observatories": "none stated"}


def test_open_readings_plans_and_seats_are_no_links(city: Any) -> None:
    row = city(
        LOOKED,
        tie("lra:fr/city", "COOPERATES_WITH", "org:fr/ngo", reading="open"),
        tie("lra:fr/city", "PLANS", "org:fr/migrants", tie="COOPERATES_WITH"),
        tie("org:fr/university", "LOCATED_IN", "lra:fr/city"),
        tie("service:fr/observatory", "LOCATED_IN", "lra:fr/city"),
    )
    assert set(stated(row).values()) == {"none stated"}
    assert (row["planned"], row["in_the_place"]) == (["Migrants"], ["Observatory", "University"])


def test_a_stated_absence_is_a_value_of_its_own(city: Any) -> None:
    row = city(LOOKED, tie("org:fr/ngo", "LACKS", "project:fr/whole", tie="PARTNER_IN"), tie("lra:fr/city", "LEADS", "project:fr/whole"))
    assert (row["answer"], row["ngos_answer"], row["absent"], row["migrants_answer"]) == ("stated to be absent", "stated to be absent", ["Ngo"], "none stated")


def test_a_phase_counts_with_the_whole_and_an_evaluator_does_not(city: Any) -> None:
    ties = [tie("project:fr/phase", "PART_OF", "project:fr/whole"), tie("lra:fr/city", "LEADS", "project:fr/whole")]
    assert city(*ties, tie("org:fr/ngo", "PARTNER_IN", "project:fr/phase"))["ngos"] == ["Ngo"]
    assert city(*ties, tie("project:fr/whole", "EVALUATED_BY", "org:fr/university"))["research"] == []


def test_who_had_a_part_in_a_project_at_another_time_did_not_meet_and_without_years_may_have(city: Any) -> None:
    mine = tie("lra:fr/city", "PARTNER_IN", "project:fr/whole", since="2003", until="2006")
    assert city(mine, tie("org:fr/ngo", "LEADS", "project:fr/whole", since="2007"))["ngos"] == []
    assert city(mine, tie("org:fr/ngo", "LEADS", "project:fr/whole", since="2006"))["ngos"] == ["Ngo"]
    assert city(mine, tie("org:fr/ngo", "LEADS", "project:fr/whole"))["ngos"] == ["Ngo"]
    phase = [node("project:fr/phase", start=2007), tie("project:fr/phase", "PART_OF", "project:fr/whole"), tie("org:fr/ngo", "LEADS", "project:fr/phase")]
    assert city(mine, *phase[1:], nodes=(phase[0],))["ngos"] == []


def test_who_is_served_has_no_part(city: Any) -> None:
    assert city(tie("project:fr/whole", "SERVES", "lra:fr/city"), tie("org:fr/ngo", "LEADS", "project:fr/whole"))["answer"] == "unknown"


def test_a_service_joins_who_runs_it_and_who_pays_for_it(city: Any) -> None:
    assert city(tie("org:fr/university", "RUNS", "service:fr/desk"), tie("service:fr/desk", "FUNDED_BY", "lra:fr/city"))["research"] == ["University"]
    assert city(tie("lra:fr/city", "FOUNDED", "service:fr/observatory"))["observatories"] == ["Observatory"]


def test_a_local_table_joins_its_members_and_a_large_network_does_not(city: Any) -> None:
    both = [tie("lra:fr/city", "MEMBER_OF", "network:n"), tie("org:fr/ngo", "MEMBER_OF", "network:n")]
    assert city(*both, nodes=(node("network:n", scope="local_platform"),))["ngos"] == ["Ngo"]
    assert city(*both, nodes=(node("network:n", scope="european_lra"),))["ngos"] == []
    left = [both[0], tie("org:fr/ngo", "MEMBER_OF", "network:n", until="2005")]
    assert city(*left, nodes=(node("network:n", scope="local_platform"),))["ngos"] == []


def test_partners_without_a_name_are_never_read_as_none(city: Any) -> None:
    row = city(LOOKED, nodes=(node("lra:fr/city", facts=[fact("unnamed_partners", "several NGOs|research institutes")]),))
    assert stated(row) == {"migrants": "left open", "ngos": "without a name", "research": "without a name", "observatories": "left open"}
    assert "doc-2020#7" in row["evidence"]
    project = node("project:fr/whole", unnamed_partners=["associations of foreigners"])
    row = city(tie("lra:fr/city", "LEADS", "project:fr/whole"), nodes=(project,))
    assert stated(row) == {"migrants": "without a name", "ngos": "not looked for", "research": "not looked for", "observatories": "not looked for"}


def test_words_that_tell_another_kind_leave_nothing_open(city: Any) -> None:
    def told(words: str) -> dict[str, str]:
        return stated(city(LOOKED, nodes=(node("lra:fr/city", facts=[fact("unnamed_partners", words)]),)))

    assert told("numerous third-sector entities") == {
        "migrants": "left open",
        "ngos": "without a name",
        "research": "none stated",
        "observatories": "none stated",
    }
    assert set(told("trade unions|local religious communities|institutions for papers").values()) == {"none stated"}
    assert set(told("other partners|trade unions").values()) == {"left open"}
    assert told("all public institutions")["research"] == "left open"


def test_partners_without_a_name_of_the_part_that_one_is_in_and_of_the_whole_count(city: Any) -> None:
    part, whole = node("project:fr/phase", unnamed_partners=["associations of foreigners"]), node("project:fr/whole", unnamed_partners=["local NGOs"])
    row = city(tie("project:fr/phase", "PART_OF", "project:fr/whole"), tie("lra:fr/city", "LEADS", "project:fr/phase"), nodes=(part, whole))
    assert (row["migrants_answer"], row["ngos_answer"]) == ("without a name", "without a name")


def test_members_of_a_local_table_without_a_name(city: Any) -> None:
    table = node("network:n", scope="local_platform", unnamed_members="sports clubs|local NGOs")
    assert city(tie("lra:fr/city", "MEMBER_OF", "network:n"), nodes=(table,))["ngos_answer"] == "without a name"


def test_plans_with_bodies_without_a_name_are_plans(city: Any) -> None:
    row = city(LOOKED, nodes=(node("lra:fr/city", facts=[fact("planned_unnamed_partners", "NGOs active there")]),))
    assert (row["ngos_answer"], row["planned"]) == ("none stated", ["NGOs active there"])


def test_two_bodies_of_one_name_are_two(city: Any) -> None:
    twin = node("org:it/ngo", "IT", kind="association")
    assert city(*(tie("lra:fr/city", "COOPERATES_WITH", body) for body in ("org:fr/ngo", "org:it/ngo")), nodes=(twin,))["ngos"] == ["Ngo", "Ngo"]


def test_nothing_in_scope_has_no_row(city: Any) -> None:
    assert city(LOOKED, country="IT") is None
