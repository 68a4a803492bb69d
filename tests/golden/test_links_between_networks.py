"""How networks are linked to each other: what the reports say in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "links-between-networks"

# (network, other): the link, and the document and line where it stands.
DIRECT = {
    ("CEMR", "CLIP"): ("supports", "cses-2013", 955),  # C 954-956
    ("CLIP", "ENAR"): ("cooperates with", "cses-2013", 956),  # C 956-957
    ("Eurocities", "EUKN"): ("is a member of", "cses-2013", 1092),  # C 1091-1093
    ("FLUCHTort Hamburg", "national thematic network (refugees and the labour market)"): ("is a member of", "cses-2013", 4865),  # C 4864-4865
    ("Foundations' Council of the Warsaw Multicultural Centre", "Informal coalition of NGOs for a multicultural centre (Warsaw)"): (
        "succeeded",
        "admin4all-2016",
        1508,
    ),
    ("National Association of Italian Municipalities (ANCI)", "SPRAR"): ("supports", "admin4all-2016", 627),  # A 626-627, 1888-1889
    # SPRAR resulted from the system of 1999-2000, which ANCI helped to start: A 621-624
    ("SPRAR", "Earlier Italian protection system for asylum seekers (1999-2000)"): ("succeeded", "admin4all-2016", 622),
    ("National Association of Italian Municipalities (ANCI)", "Earlier Italian protection system for asylum seekers (1999-2000)"): (
        "supports",
        "admin4all-2016",
        623,
    ),
}
# The Commission takes part in EUKN (C 1091-1093) and founded Intercultural Cities with the Council of Europe (C 1068-1069).
SHARED = ("EUKN", "Intercultural Cities", "European Commission")
# The secretariat of both is in DG HOME: C 7600-7603, 7609-7612.
MANAGED = ("European Migration Network", "National Contact Points on Integration", "DG HOME")
# What two are linked to, with the document and line. The website supports the three networks named before it: C 3586-3591.
THINGS = {
    ("European Integration Forum", "European Migration Network", "European Website on Integration"): ("cses-2013", 3590),
    ("European Integration Forum", "National Contact Points on Integration", "European Website on Integration"): ("cses-2013", 3590),
    ("European Migration Network", "National Contact Points on Integration", "European Website on Integration"): ("cses-2013", 3590),
    # FLUCHTort Hamburg is one of the 28 networks of the national one: C 4864-4866.
    ("FLUCHTort Hamburg", "national thematic network (refugees and the labour market)", "A Safe Haven in Hamburg"): ("cses-2013", 4865),
    # Courses in the framework of SPRAR, mostly given by the association: A 1887-1889.
    ("National Association of Italian Municipalities (ANCI)", "SPRAR", "Accredited trainings for social workers in the SPRAR framework"): (
        "admin4all-2016",
        1888,
    ),
}


def test_direct_links(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {(row["network"], row["other"]): row for row in answer_to(SLUG).rows if not row["through"]}
    assert {ends: row["link"] for ends, row in rows.items()} == {ends: link for ends, (link, _, _) in DIRECT.items()}
    assert [ends for ends, (_, document, line) in DIRECT.items() if not rests_on(rows[ends], document, line)] == []


def test_body_in_two_networks(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = (row for row in answer_to(SLUG).rows if row["link"] == "shares a member or founder with")
    assert (row["network"], row["other"], row["through"]) == SHARED
    assert rests_on(row, "cses-2013", 1069)
    assert rests_on(row, "cses-2013", 1093)


def test_two_networks_with_one_secretariat(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    (row,) = (row for row in answer_to(SLUG).rows if row["link"] == "is managed by the same body as")
    assert (row["network"], row["other"], row["through"]) == MANAGED
    assert rests_on(row, "cses-2013", 7602)
    assert rests_on(row, "cses-2013", 7611)


def test_what_two_networks_are_linked_to(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    rows = {(row["network"], row["other"], row["through"]): row for row in answer_to(SLUG).rows if row["link"].startswith("is linked to the same ")}
    assert set(rows) == set(THINGS)
    assert [ends for ends, (document, line) in THINGS.items() if not rests_on(rows[ends], document, line)] == []


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert answer.count == len({end for ends in (*DIRECT, SHARED, MANAGED, *THINGS) for end in ends[:2]}) == 16
    assert answer.of == len(answer_to("network-members-named").rows)
    assert "eight direct links" in answer.headline
    assert "two bodies that are in two networks at once or manage them, and three projects, services or policies" in answer.headline
    assert f"16 of {answer.of} networks" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"
    assert answer.question.caveat
    assert all(row["evidence"] for row in answer.rows)


@pytest.mark.parametrize(
    ("network", "ends"),
    [
        ("CLIP", [("CEMR", "CLIP"), ("CLIP", "ENAR")]),
        ("European Urban Knowledge Network", [("Eurocities", "EUKN"), ("EUKN", "Intercultural Cities")]),
        ("ERLAI", []),  # linked to projects alone: C 1018-1020
    ],
)
def test_links_of_one_network(answer_to: AnswerTo, network: str, ends: list[tuple[str, str]]) -> None:
    assert [(row["network"], row["other"]) for row in answer_to(SLUG, network=network).rows] == ends


def test_denominator_holds_what_is_counted(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, network="CLIP")
    assert answer.count <= answer.of
    assert "-" not in answer.headline  # no negative number of other networks
