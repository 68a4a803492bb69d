"""Who is named in each network (C 943-1099, Appendix D, and in passing), against the sizes that are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interlocal.queries.question import Answer, Row

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "network-members-named"

# European networks of LRAs: C 944-947.
EUROPEAN = ["CEMR", "CLIP", "ERLAI", "EUKN", "Eurocities", "Intercultural Cities"]
# EUKN has a test of its own.
SIZES = {
    "CLIP": 30,  # C 958
    "ERLAI": 30,  # more than: C 1016
    "Eurocities": 140,  # more than: C 993
    "Intercultural Cities": 21,  # C 1072
    "European Platform for Combating Racism and Xenophobia": 40,  # over: C 6308
    "national thematic network (refugees and the labour market)": 28,  # C 4865
    "General Directors' Immigration Services Conference": 11,  # Member States: C 7702
    "NORFACE": 12,  # C 7867
    "Network of Lombardy Region with its provinces and municipalities": 12,  # provinces: C 1498
}
# LRAs named as member, founder or on the steering body.
LRAS = {
    "CLIP": ["Amsterdam", "Stuttgart", "Vienna"],  # Stuttgart founded it: C 951; Vienna and Amsterdam steer it: C 953-954
    "European Platform for Combating Racism and Xenophobia": ["Valencia Region"],  # founder: C 6307
    "Poznan inter-local network": ["Poznan"],  # A 1362-1364
    "Tulln platform for assistance to refugees": ["Tulln an der Donau"],  # A 1275-1276
    "SPRAR": ["Milan"],  # A 1099
}


def row_of(answer: Answer, network: str) -> Row:
    return next(row for row in answer.rows if row["network"] == network)


def test_lras_named(answer_to: AnswerTo) -> None:
    rows = answer_to(SLUG).rows
    assert {row["network"]: row["named_lras"] for row in rows if row["named_lras"]} == LRAS
    assert all(row["count_lras"] == len(row["named_lras"]) for row in rows)


def test_stated_sizes(answer_to: AnswerTo) -> None:
    assert {row["network"]: row["stated_members"] for row in answer_to(SLUG).rows if row["stated_members"] and row["network"] != "EUKN"} == SIZES


def test_clip_three_of_thirty(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    answer = answer_to(SLUG, network="CLIP")
    (row,) = answer.rows
    assert (row["count_lras"], row["stated_members"], row["scope"]) == (3, 30, "european_lra")
    assert row["named_others"] == ["Congress of Local and Regional Authorities", "Eurofound"]  # founders: C 950-953
    assert all(rests_on(row, "cses-2013", line) for line in (950, 951, 953, 954, 958))
    assert "CLIP 3 of 30" in answer.headline
    assert (answer.count, answer.of, answer.as_of) == (1, 1, "2012 (CSES 2013)")
    # Founder: C 951; on the steering committee: C 953-954.
    assert "Amsterdam (on the steering body), Stuttgart (founder) and Vienna (on the steering body)" in answer.row_sentences[0]


def test_founders_of_intercultural_cities(answer_to: AnswerTo) -> None:
    row = row_of(answer_to(SLUG), "Intercultural Cities")
    assert row["named_others"] == ["Council of Europe", "European Commission"]  # C 1068-1069
    assert row["named_lras"] == []


@pytest.mark.parametrize("participant", ["Eurocities", "European Commission"])
def test_participants_of_eukn(answer_to: AnswerTo, participant: str) -> None:
    """Participants with names, beside the Member States: C 1091-1093. The third, URBACT, is a fund here, and funds are no members: it is a fact about EUKN."""
    assert any(participant in name for name in row_of(answer_to(SLUG), "EUKN")["named_others"])


def test_stated_size_of_eukn(answer_to: AnswerTo) -> None:
    """Thirteen Member States, as the caveat of the question says that EUKN counts: C 1091."""
    assert row_of(answer_to(SLUG), "EUKN")["stated_members"] == 13


@pytest.mark.parametrize(
    ("network", "size", "some"),
    [
        (
            "Foundations' Council of the Warsaw Multicultural Centre",
            18,
            ["Foundation for Somalia", "Klamra Foundation", "SIETAR Poland Association"],
        ),  # A 1512-1529
        ("Wroclaw Welcomes Refugees", 10, ["House of Peace Foundation", "Nomada Association", "Amnesty International Wrocław"]),  # A 1593-1602
    ],
)
def test_complete_lists(answer_to: AnswerTo, network: str, size: int, some: list[str]) -> None:
    row = row_of(answer_to(SLUG), network)
    assert row["roster"] == "complete"
    assert len(row["named_others"]) == size
    assert set(some) < set(row["named_others"])


def test_no_other_list_is_complete(answer_to: AnswerTo) -> None:
    assert len([row for row in answer_to(SLUG).rows if row["roster"] == "complete"]) == 2


def test_european_networks_of_lras(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, network_scope="european_lra")
    assert [row["network"] for row in answer.rows] == EUROPEAN
    assert (answer.count, answer.of) == (3, 6)  # members or founders named of CLIP (C 950-954), EUKN (C 1091-1093), ICC (C 1068-1069)
    assert "none is given with a complete list of members" in answer.headline
    for told in ("CLIP 3 of 30", "ERLAI none of more than 30", "Eurocities none of more than 140"):
        assert told in answer.headline


def test_networks_that_are_only_planned(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    """Proposed by the Committee of the Regions: C 3570-3572; part of a plan, and whether it was set up is not said: A 1341-1342."""
    answer = answer_to(SLUG)
    planned = {row["network"]: row for row in answer.rows if row["founding"]}
    lines = {"Network of Local and Regional Authorities for Integration": ("cses-2013", 3571), "Openness Council (Poznan)": ("admin4all-2016", 1342)}
    assert set(planned) == set(lines)
    assert all(rests_on(planned[network], document, line) for network, (document, line) in lines.items())
    assert "(two are recorded as planned only)" in answer.headline


def test_members_without_a_name(answer_to: AnswerTo) -> None:
    """Beside the municipality and the Red Cross, of the platform of Tulln: A 1275-1277."""
    row = row_of(answer_to(SLUG), "Tulln platform for assistance to refugees")
    assert row["unnamed_members"] == ["religious communities", "local NGOs", "cultural and sports clubs", "volunteers"]


def test_sizes_say_of_what(answer_to: AnswerTo) -> None:
    said = {network: next(s for s in answer_to(SLUG).row_sentences if s.startswith(network)) for network in ("ERLAI", "General Directors", "SPRAR", "Wroclaw")}
    assert "the stated size is more than 30 (regions, cities and local authorities)" in said["ERLAI"]  # C 1016-1017
    assert "the stated size is 11 (immigration services in 11 Member States)" in said["General Directors"]  # C 7700-7703
    assert "how many members it has is not stated" in said["SPRAR"]  # 655 structures and 1,600 municipalities covered are no members: A 641-643
    assert "The list of members is complete as of 2016" in said["Wroclaw"]  # A 1591-1602


def test_networks_of_one_country(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="Austria")
    assert {row["network"]: row["named_lras"] for row in answer.rows} == {
        "Advisory board of Our Bruck": [],  # A 1260
        "Korneuburg local network of stakeholders": [],  # A 1294-1295
        "Tulln platform for assistance to refugees": ["Tulln an der Donau"],  # A 1275-1276
    }
    assert answer.as_of == "2016 (ADMIN4ALL 2016)"


def test_sizes_read_well_when_there_are_none(answer_to: AnswerTo) -> None:
    assert "size of no;" not in answer_to(SLUG, country="Poland").headline  # no size is printed of a Polish network


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.of == len(answer.rows)
    assert answer.count == sum(bool(row["named_lras"] or row["named_others"]) for row in answer.rows)
    assert f"Of {answer.of} networks" in answer.headline
    assert "two are given with a complete list of members" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"
    assert answer.question.caveat
    assert all(row["evidence"] for row in answer.rows)
