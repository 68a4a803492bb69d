"""What the questions about tiers of government count, on graphs small enough to check by hand."""

from __future__ import annotations

from typing import Any

from interlocal.graph.records import NodeRecord, RelationshipRecord
from tests.contract.counting import fact, node, tie

CITY, REGION, OTHER = node("lra:fr/city", level="municipality"), node("lra:fr/region", level="region"), node("lra:it/other", "IT")
MINISTRY, UNION = node("org:fr/ministry", kind="national_authority"), node("org:eu/commission", "", kind="eu_institution")
WHOLE, PHASE = node("project:fr/whole"), node("project:fr/phase")
FUND, STATE_FUND = node("fund:eu", "", kind="eu"), node("fund:fr/state", "", kind="national")
IN_REGION = tie("lra:fr/city", "PART_OF", "lra:fr/region")
PHASE_OF_WHOLE = tie("project:fr/phase", "PART_OF", "project:fr/whole")

UP = "lras-tied-upwards"


def up(answer: Any, *ties: RelationshipRecord, nodes: tuple[NodeRecord, ...] = (), **given: str) -> dict[str, Any]:
    found = answer(UP, [CITY, REGION, OTHER, MINISTRY, UNION, WHOLE, PHASE, *nodes], [IN_REGION, *ties], **given)
    return {row["lra"]: row for row in found.rows} | {"": found}


def test_to_lie_in_a_region_is_no_link_but_its_link_is_told(answer: Any) -> None:
    assert {row["answer"] for lra, row in up(answer).items() if lra} == {"unknown"}
    told = up(answer, tie("lra:fr/region", "COOPERATES_WITH", "org:fr/ministry"))
    assert (told["Region"]["answer"], told["City"]["answer"], told["City"]["above"], told["City"]["national"]) == (
        "own link", "through an LRA above", ["Region"], [],
    )  # fmt: skip
    assert told["City"]["evidence"] == ["doc-2020#1"]
    assert (told[""].count, told[""].of) == (2, 3)


def test_the_link_of_an_lra_above_counts_when_it_is_not_asked_for_itself(answer: Any) -> None:
    told = up(answer, tie("lra:fr/region", "COOPERATES_WITH", "org:fr/ministry"), level="municipality")
    assert set(told) == {"City", ""}
    assert told["City"]["above"] == ["Region"]


def test_open_readings_and_plans_are_no_links_and_a_stated_absence_is_not_unknown(answer: Any) -> None:
    assert up(answer, tie("lra:fr/city", "COOPERATES_WITH", "org:fr/ministry", reading="open"))["City"]["answer"] == "unknown"
    planned = up(answer, tie("lra:fr/city", "PLANS", "org:fr/ministry", tie="COOPERATES_WITH"))["City"]
    assert (planned["answer"], planned["planned"], planned["national"]) == ("unknown", ["Ministry"], [])
    absent = up(answer, tie("lra:fr/city", "LACKS", "org:fr/ministry", tie="COOPERATES_WITH"))["City"]
    assert (absent["answer"], absent["absent"], absent["evidence"]) == ("stated to be absent", ["Ministry"], ["doc-2020#1"])


def test_a_part_in_a_phase_is_a_part_in_the_whole(answer: Any) -> None:
    ties = [PHASE_OF_WHOLE, tie("lra:fr/city", "PARTNER_IN", "project:fr/phase"), tie("project:fr/whole", "FUNDED_BY", "org:eu/commission")]
    row = up(answer, *ties)["City"]
    assert (row["eu"], row["through"]) == (["Commission"], ["Whole (project, as its funder)"])


def test_who_had_a_part_in_a_project_at_another_time_did_not_meet_and_without_years_may_have(answer: Any) -> None:
    mine = tie("lra:fr/city", "PARTNER_IN", "project:fr/whole", since="2003", until="2006")
    later = tie("org:fr/ministry", "SUPPORTS", "project:fr/whole", since="2007")
    assert up(answer, mine, later)["City"]["answer"] == "unknown"
    assert up(answer, tie("lra:fr/city", "LEADS", "project:fr/whole", since="2003"), later)["City"]["national"] == ["Ministry"]
    assert up(answer, mine, tie("org:fr/ministry", "SUPPORTS", "project:fr/whole"))["City"]["national"] == ["Ministry"]
    assert up(answer, mine, tie("org:fr/ministry", "SUPPORTS", "project:fr/whole", since="2006", until="2007"))["City"]["national"] == ["Ministry"]


def test_a_phase_that_has_years_dates_those_who_had_a_part_in_it(answer: Any) -> None:
    phase = node("project:fr/phase", start="2007", end="2008-06")
    ties = [PHASE_OF_WHOLE, tie("org:fr/ministry", "SUPPORTS", "project:fr/phase")]
    before, then = (tie("lra:fr/city", "LEADS", "project:fr/whole", since="2003", until=year) for year in ("2006", "2007"))
    assert up(answer, *ties, before, nodes=(phase,))["City"]["answer"] == "unknown"
    assert up(answer, *ties, then, nodes=(phase,))["City"]["national"] == ["Ministry"]


def test_implied_links_and_bodies_of_other_countries_are_told_as_such(answer: Any) -> None:
    foreign = node("org:it/office", "IT", kind="national_authority")
    implied = [tie("lra:fr/city", "COOPERATES_WITH", body, certainty="implied") for body in ("org:fr/ministry", "org:it/office")]
    told = up(answer, *implied, tie("lra:fr/city", "FUNDED_BY", "org:fr/ministry", certainty="stated"), nodes=(foreign,))
    assert (told["City"]["implied"], told["City"]["abroad"], told["City"]["countries"]) == (["Office"], ["Office"], ["IT"])
    assert "national: Ministry and Office (Italy) (implied, not said outright) (directly)" in told[""].row_sentences[0]
    through = [tie("lra:fr/city", "LEADS", "project:fr/whole"), tie("org:fr/ministry", "SUPPORTS", "project:fr/whole", certainty="implied")]
    assert up(answer, *through)["City"]["implied"] == ["Ministry"]


def test_a_limited_link_is_a_link_and_is_called_so(answer: Any) -> None:
    row = up(answer, tie("lra:fr/city", "COOPERATES_WITH", "org:fr/ministry", limited=True))["City"]
    assert (row["answer"], row["limited"]) == ("own link", ["Ministry"])


def test_two_members_of_a_network_are_not_tied_but_its_members_are_to_who_manages_it(answer: Any) -> None:
    network = node("network:n", "", scope="expert")
    member = tie("lra:fr/city", "MEMBER_OF", "network:n")
    assert up(answer, member, tie("org:fr/ministry", "MEMBER_OF", "network:n"), nodes=(network,))["City"]["answer"] == "unknown"
    managed = tie("org:fr/ministry", "MANAGES", "network:n")
    assert up(answer, member, managed, nodes=(network,))["City"]["through"] == ["N (network)"]
    left = tie("lra:fr/city", "MEMBER_OF", "network:n", since_year=2001, until="2005")
    assert up(answer, left, managed, nodes=(network,))["City"]["answer"] == "unknown"


def test_agencies_are_of_a_country_or_of_the_union_and_others_are_of_neither(answer: Any) -> None:
    others = (node("org:fr/agency", kind="agency"), node("org:eu/agency", "", kind="agency", name="Union Agency"), node("org:eu/council", "", kind="igo"))
    ties = [tie("lra:fr/city", "COOPERATES_WITH", other.id) for other in others]
    row = up(answer, *ties, nodes=others)["City"]
    assert (row["national"], row["eu"]) == (["Agency"], ["Union Agency"])


def test_bodies_without_a_name_are_told_apart(answer: Any) -> None:
    city = node("lra:fr/unnamed", facts=[fact("unnamed_partners", "several shops; institutions for papers")])
    row = up(answer, nodes=(city,))["Unnamed"]
    assert (row["answer"], row["unnamed"], row["evidence"]) == ("partners without a name", ["institutions for papers"], ["doc-2020#7"])


def test_partners_of_a_project_without_a_name_may_be_of_the_state_unless_they_are_local(answer: Any) -> None:
    words = ["public institutions", "local and regional authorities", "school administrations"]
    project, part = node("project:fr/whole", unnamed_partners=words), tie("lra:fr/city", "LEADS", "project:fr/whole")
    found = answer(UP, [CITY, REGION, OTHER, MINISTRY, UNION, project], [IN_REGION, part])
    row = next(row for row in found.rows if row["lra"] == "City")
    assert (row["answer"], row["unnamed"]) == ("partners without a name", ["public institutions"])
    table = node("network:n", "", scope="local_platform", unnamed_members="shops|ministries")
    assert up(answer, tie("lra:fr/city", "MEMBER_OF", "network:n"), nodes=(table,))["City"]["unnamed"] == ["ministries"]


def test_who_has_links_with_both_tiers_is_counted_with_each_and_said_to_have_both(answer: Any) -> None:
    told = up(answer, *(tie("lra:fr/city", "COOPERATES_WITH", body) for body in ("org:fr/ministry", "org:eu/commission")))
    assert "one has a stated link of its own upwards: one with a national body, one with an EU body, one with both" in told[""].headline


TIERS = "projects-joining-tiers"


def tiers(answer: Any, *ties: RelationshipRecord, nodes: tuple[NodeRecord, ...] = (), **given: str) -> Any:
    return answer(TIERS, [CITY, REGION, MINISTRY, UNION, WHOLE, PHASE, FUND, STATE_FUND, *nodes], [PHASE_OF_WHOLE, *ties], **given)


def test_tiers_are_joined_across_the_phases_of_a_project(answer: Any) -> None:
    ties = [
        tie("lra:fr/city", "LEADS", "project:fr/whole"),
        tie("project:fr/phase", "FUNDED_BY", "fund:eu"),
        tie("org:fr/ministry", "SUPPORTS", "project:fr/phase"),
    ]
    found = tiers(answer, *ties)
    (row,) = found.rows
    assert (row["project"], row["tiers"], row["local_regional"], row["national"], row["eu"]) == ("Whole", "all three", ["City"], ["Ministry"], ["Eu"])
    assert (found.count, found.of) == (1, 1)


def test_one_tier_twice_is_one_and_who_is_served_has_no_part(answer: Any) -> None:
    ties = [tie("org:fr/ministry", "LEADS", "project:fr/whole"), tie("project:fr/whole", "FUNDED_BY", "fund:fr/state")]
    found = tiers(answer, *ties, tie("project:fr/whole", "SERVES", "lra:fr/city"))
    assert (list(found.rows), found.count, found.of) == ([], 0, 1)
    assert "this is not evidence that none joins them" in found.headline


def test_open_money_and_plans_join_nothing(answer: Any) -> None:
    lead = tie("lra:fr/city", "LEADS", "project:fr/whole")
    assert not tiers(answer, lead, tie("project:fr/whole", "FUNDED_BY", "fund:eu", reading="open")).rows
    assert not tiers(answer, lead, tie("project:fr/whole", "PLANS", "fund:eu", tie="FUNDED_BY")).rows


def test_an_office_of_the_state_is_national_unless_it_is_to_count_as_the_report_does(answer: Any) -> None:
    office = node("org:fr/office", kind="state_territorial_office", called_lra_by=["doc-2020"])
    ties = [tie("org:fr/office", "LEADS", "project:fr/whole"), tie("project:fr/whole", "FUNDED_BY", "fund:eu")]
    assert tiers(answer, *ties, nodes=(office,)).rows[0]["tiers"] == "national and EU"
    assert tiers(answer, *ties, nodes=(office,), state_offices="true").rows[0]["tiers"] == "local or regional and EU"


def test_two_authorities_of_one_name_are_both_named(answer: Any) -> None:
    twin = node("lra:it/city", "IT")
    ties = [
        tie("lra:fr/city", "LEADS", "project:fr/whole"),
        tie("lra:it/city", "PARTNER_IN", "project:fr/whole"),
        tie("project:fr/whole", "FUNDED_BY", "fund:eu"),
    ]
    assert tiers(answer, *ties, nodes=(twin,)).rows[0]["local_regional"] == ["City", "City"]


FUNDS = "fund-managers-by-country"
BASE = [CITY, REGION, OTHER, MINISTRY, UNION, WHOLE, PHASE, FUND, STATE_FUND]


def funds(answer: Any, *ties: RelationshipRecord, nodes: tuple[NodeRecord, ...] = (), **given: str) -> Any:
    return answer(FUNDS, [*BASE, *nodes], list(ties), **given)


def test_a_country_without_anything_is_unknown_and_one_with_a_manager_alone_is_not_stated(answer: Any) -> None:
    found = funds(answer, tie("org:fr/ministry", "MANAGES", "fund:eu"))
    assert [(r["country"], r["fund"], r["managers"], r["answer"]) for r in found.rows] == [
        ("FR", "Eu", ["Ministry"], "not stated"),
        ("IT", None, [], "unknown"),
    ]
    assert (found.count, found.of) == (1, 2)


def test_bodies_of_the_union_and_open_readings_manage_nothing_in_a_country(answer: Any) -> None:
    found = funds(answer, tie("org:eu/commission", "MANAGES", "fund:eu"), tie("org:fr/ministry", "MANAGES", "fund:eu", reading="open"))
    assert {row["answer"] for row in found.rows} == {"unknown"}
    assert found.count == 0


def test_an_lra_manages_takes_part_or_pays_beside_in_its_own_country(answer: Any) -> None:
    ties = [
        PHASE_OF_WHOLE, tie("lra:fr/region", "MANAGES", "fund:fr/state"), tie("project:fr/phase", "FUNDED_BY", "fund:eu"),
        tie("lra:fr/city", "PARTNER_IN", "project:fr/whole"), tie("project:fr/whole", "FUNDED_BY", "lra:it/other"),
    ]  # fmt: skip
    rows = {(r["country"], r["fund"]): r for r in funds(answer, *ties).rows}
    assert rows["FR", "State"]["lra_managers"] == ["Region"]
    assert (rows["FR", "Eu"]["taking_part"], rows["FR", "Eu"]["paying_beside"]) == (["City (Whole)"], [])
    assert (rows["IT", "Eu"]["taking_part"], rows["IT", "Eu"]["paying_beside"]) == ([], ["Other (Whole)"])
    assert {row["answer"] for row in rows.values()} == {"stated"}


def test_a_stated_lack_is_neither_stated_nor_unknown(answer: Any) -> None:
    gap = node("gap:it/g", "IT", kind="coordination", name="Towns and the managers of funds do not meet.")
    other = node("gap:fr/h", kind="need", name="More funds are wanted.")
    found = funds(answer, tie("gap:it/g", "ABOUT", "IT"), tie("gap:fr/h", "ABOUT", "FR"), nodes=(gap, other))
    assert [(r["country"], r["answer"], r["gaps"]) for r in found.rows] == [("FR", "unknown", []), ("IT", "a lack is stated", [gap.name])]


def test_managers_without_a_name_stand_for_no_country(answer: Any) -> None:
    fund = node("fund:general", "", kind="eu", managed_by="authorities of each state", facts=[fact("managed_by", "authorities of each state")])
    found = funds(answer, nodes=(fund,))
    row = found.rows[-1]
    assert (row["country"], row["fund"], row["managers"], row["managers_unnamed"]) == (None, "General", [], ["authorities of each state"])
    assert (row["evidence"], found.count) == (["doc-2020#7"], 0)


def test_one_fund_that_two_countries_manage_is_one_fund(answer: Any) -> None:
    italian = node("org:it/ministry", "IT", kind="national_authority")
    found = funds(answer, tie("org:fr/ministry", "MANAGES", "fund:eu"), tie("org:it/ministry", "MANAGES", "fund:eu"), nodes=(italian,))
    assert "For both countries loaded a national body is named as manager of a fund (one fund; LRAs there have no stated part in it)" in found.headline


def test_a_manager_by_implication_is_called_so_unless_another_source_states_it(answer: Any) -> None:
    implied = tie("org:fr/ministry", "MANAGES", "fund:eu", certainty="implied")
    found = funds(answer, implied)
    assert (found.rows[0]["managers"], found.rows[0]["managers_implied"]) == (["Ministry"], ["Ministry"])
    assert "managed by Ministry (implied, not said outright)" in found.row_sentences[0]
    assert "For one of two countries loaded a national body is named as manager of a fund, for it by implication, not said outright" in found.headline
    (row, _) = funds(answer, implied, tie("org:fr/ministry", "MANAGES", "fund:eu", key="2019")).rows
    assert (row["managers"], row["managers_implied"]) == (["Ministry"], [])


def test_a_fund_of_a_country_has_a_row_there_although_nothing_more_is_stated(answer: Any) -> None:
    found = funds(answer, nodes=(node("fund:fr/own", kind="national"),))
    assert [(r["country"], r["fund"], r["answer"], r["evidence"]) for r in found.rows] == [
        ("FR", "Own", "not stated", ["doc-2020#1"]),
        ("IT", None, "unknown", []),
    ]


def test_when_a_fund_is_asked_for_nothing_is_said_of_others(answer: Any) -> None:
    found = funds(answer, tie("org:fr/ministry", "MANAGES", "fund:eu"), fund="fund:fr/state")
    assert [(r["country"], r["fund"], r["answer"]) for r in found.rows] == [("FR", "State", "unknown"), ("IT", "State", "unknown")]
    assert "France: not stated who manages State there, nor what part LRAs have in it." in found.row_sentences


def test_a_stated_lack_stays_when_a_fund_is_asked_for(answer: Any) -> None:
    gap = node("gap:it/g", "IT", kind="coordination", name="Towns and the managers of funds do not meet.")
    found = funds(answer, tie("gap:it/g", "ABOUT", "IT"), nodes=(gap,), fund="fund:eu")
    assert [(r["fund"], r["answer"]) for r in found.rows if r["country"] == "IT"] == [("Eu", "unknown"), (None, "a lack is stated")]


def test_a_lack_about_a_fund_stands_with_it_in_the_country_or_in_none(answer: Any) -> None:
    gap = node("gap:it/g", "IT", kind="participation", name="Towns hardly take part in the fund.")
    about = [tie("gap:it/g", "ABOUT", "fund:eu")]
    rows = {row["country"]: row for row in funds(answer, *about, nodes=(gap,)).rows}
    assert (rows[None]["fund"], rows[None]["gaps"]) == ("Eu", [gap.name])
    rows = {row["country"]: row for row in funds(answer, *about, tie("gap:it/g", "ABOUT", "IT"), nodes=(gap,)).rows}
    assert (rows["IT"]["fund"], rows["IT"]["answer"], rows["IT"]["gaps"]) == ("Eu", "a lack is stated", [gap.name])
    assert None not in rows


def test_members_of_a_network_that_a_fund_pays_for_take_part_until_they_leave(answer: Any) -> None:
    network, paid = node("network:n", ""), tie("network:n", "FUNDED_BY", "fund:eu")
    (row, _) = funds(answer, paid, tie("lra:fr/city", "MEMBER_OF", "network:n"), nodes=(network,)).rows
    assert (row["fund"], row["taking_part"]) == ("Eu", ["City (N)"])
    left = tie("lra:fr/city", "MEMBER_OF", "network:n", until="2005")
    assert {row["answer"] for row in funds(answer, paid, left, nodes=(network,)).rows} == {"unknown"}
    (row, _) = funds(answer, paid, tie("network:n", "FUNDED_BY", "lra:fr/city"), nodes=(network,)).rows
    assert row["paying_beside"] == ["City (N)"]
