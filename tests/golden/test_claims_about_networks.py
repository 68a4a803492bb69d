"""What CSES 2013 states of networks of LRAs as a whole, beside what it tells of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "claims-about-networks"
NETWORKS = ["CEMR", "CLIP", "ERLAI", "EUKN", "Eurocities", "Intercultural Cities"]  # C 944-947, 3938-3941
NO_FOCUS = "Existing networks joined by LRAs lack a focus on integration or on linking LRAs over it."  # C 3597-3600, 3954-3957
NOT_ALL = "No network serves LRAs of every type for sharing practice and experience on integration."  # C 3626-3628, 3642-3643, 3961-3962
ONE_LEVEL = "The networks that LRAs join are of municipalities or of regions, not of every level and type."  # C 3601-3605
LINES = {NO_FOCUS: 3598, NOT_ALL: 3627, ONE_LEVEL: 3602}


def test_three_statements_of_six_networks_each(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    answer = answer_to(SLUG)
    assert [(row["statement"], row["network"]) for row in answer.rows] == [(one, network) for one in LINES for network in NETWORKS]
    assert {row["count"] for row in answer.rows} == {6}
    assert (answer.count, answer.of) == (3, 3)
    assert all(rests_on(row, "cses-2013", LINES[row["statement"]]) for row in answer.rows)


def test_what_is_told_of_each(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["network"]: row for row in answer_to(SLUG).rows if row["statement"] == NOT_ALL}
    # Networks focus either on cities or on regions (C 3601-3602); yet ERLAI takes in both (C 1014-1017), and so does CEMR (C 1046-1047).
    assert "regions, cities and local authorities" in rows["ERLAI"]["told"]
    assert "local and regional government" in rows["CEMR"]["told"]
    assert rests_on(rows["ERLAI"], "cses-2013", 1016)
    assert rests_on(rows["CEMR"], "cses-2013", 1047)
    # No network is there to share practice (C 3626-3628); yet ERLAI aims at it (C 1011-1012), and EUKN fosters it (C 1096-1097).
    assert "exchange of good practice" in rows["ERLAI"]["told"]
    assert "exchange of good practice" in rows["EUKN"]["told"]
    assert {network: row["stated_members"] for network, row in rows.items()} == {
        "CEMR": None, "CLIP": 30, "ERLAI": 30, "EUKN": 13, "Eurocities": 140, "Intercultural Cities": 21,  # C 958, 1016, 1091, 993, 1072
    }  # fmt: skip


def test_cities_or_regions_against_the_members_that_are_told(answer_to: AnswerTo) -> None:
    """Either cities or regions, says C 3601-3602; what is told of each is in section 2.7.1."""
    answer = answer_to(SLUG)
    assert {row["network"]: row["member_kinds"] for row in answer.rows} == {
        "CEMR": "local and regional governments",  # C 1046
        "CLIP": "cities",  # C 958
        "ERLAI": "regions, cities and local authorities",  # C 1016-1017
        "EUKN": "Member States, Eurocities, URBACT Programme and European Commission",  # C 1091-1093
        "Eurocities": "city governments",  # C 992-993
        "Intercultural Cities": "cities",  # C 1072
    }
    assert "CEMR: local and regional governments; CLIP: cities; ERLAI: regions, cities and local authorities;" in answer.headline
    assert "ERLAI" in answer_to(SLUG, network="ERLAI").headline


def test_levels_of_those_who_are_named(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {row["network"]: row for row in answer_to(SLUG).rows}
    assert (rows["CLIP"]["levels"], rows["CLIP"]["lras"]) == (["municipality"], [3])  # Stuttgart, Vienna, Amsterdam: C 951-954
    assert rests_on(rows["CLIP"], "cses-2013", 954)
    assert all(row["levels"] == [] for network, row in rows.items() if network != "CLIP")


def test_nothing_is_judged(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.headline.startswith("Three statements are made of several networks at once")
    assert "not judged" in answer.question.caveat
    told = next(said for said in answer.row_sentences if said.startswith("ERLAI") and "every type for" in said)
    assert "stated size: more than 30 (regions, cities and local authorities). Of it and five others it is stated: “No network serves" in told


def test_of_the_network_that_is_proposed(answer_to: AnswerTo) -> None:
    rows = answer_to(SLUG, network="network:lra-integration").rows  # meant to make up for it: C 3603-3605, 3626-3628
    assert [(row["statement"], row["count"]) for row in rows] == [(NOT_ALL, 7), (ONE_LEVEL, 7)]
    assert all(row["told"].startswith("proposed only") for row in rows)


def test_of_other_networks_nothing_is_stated_as_a_whole(answer_to: AnswerTo) -> None:
    for given in ({"network_scope": "local_platform"}, {"network": "EMN"}):
        answer = answer_to(SLUG, **given)
        assert (answer.of, list(answer.rows)) == (0, [])
        assert "nothing to answer" in answer.headline
