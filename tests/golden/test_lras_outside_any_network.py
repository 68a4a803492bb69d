"""Which LRAs are outside any network: on the two reports alone, none can be said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interlocal.errors import QuestionError

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "lras-outside-any-network"
EUROPEAN = {"CEMR", "CLIP", "ERLAI", "EUKN", "Eurocities", "Intercultural Cities"}  # C 944-947

# The only LRAs of which something is recorded: answer, network, line.
MEMBERS = {"Stuttgart": ("CLIP", 951), "Vienna": ("CLIP", 953), "Amsterdam": ("CLIP", 954)}  # founder C 951; steering committee C 953-954
LINKED = {
    "Emilia-Romagna": ("ERLAI", "cses-2013", 1022),  # coordinated the project that supported ERLAI: C 1018-1022
    "Bucharest": ("Intercultural Cities", "admin4all-2016", 1903),  # staff trained within the programme: A 1901-1903
}


def test_no_lra_is_called_a_non_member(answer_to: AnswerTo) -> None:
    """Neither report prints a list of members, or says of an LRA that it is in no network."""
    answer = answer_to(SLUG)
    assert answer.answerable
    assert answer.count == 0
    assert [row["lra"] for row in answer.rows if row["answer"] == "non-member" or row["not_member_of"]] == []


def test_members(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    members = {row["lra"]: row for row in answer_to(SLUG).rows if row["answer"] == "member"}
    assert {lra: row["member_of"] for lra, row in members.items()} == {lra: [network] for lra, (network, _) in MEMBERS.items()}
    assert all(rests_on(members[lra], "cses-2013", line) for lra, (_, line) in MEMBERS.items())


def test_as_what_they_are_recorded(answer_to: AnswerTo) -> None:
    members = {row["lra"]: row["member_roles"] for row in answer_to(SLUG).rows if row["answer"] == "member"}
    # Founder: C 951; on the steering committee: C 953-954.
    assert members == {"Stuttgart": ["founder"], "Vienna": ["on the steering body"], "Amsterdam": ["on the steering body"]}
    assert "Amsterdam (on the steering body)" in answer_to(SLUG).headline


def test_linked_only(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    linked = {row["lra"]: row for row in answer_to(SLUG).rows if row["answer"] == "linked"}
    assert {lra: row["linked_to"] for lra, row in linked.items()} == {lra: [network] for lra, (network, _, _) in LINKED.items()}
    assert all(rests_on(linked[lra], document, line) for lra, (_, document, line) in LINKED.items())
    assert linked["Emilia-Romagna"]["through"] == ["ERLAIM"]  # C 1018-1022


def test_all_others_are_unknown(answer_to: AnswerTo) -> None:
    others = [row for row in answer_to(SLUG).rows if row["lra"] not in {*MEMBERS, *LINKED}]
    assert {row["answer"] for row in others} == {"unknown"}
    assert all(set(row["unknown_of"]) == EUROPEAN and not row["evidence"] for row in others)


def test_the_twelve_municipalities_of_admin4all_are_looked_at(answer_to: AnswerTo) -> None:
    twelve = {  # A 9-11
        "Bari", "Florence", "Milan", "Naples", "Bruck an der Leitha", "Korneuburg", "Tulln an der Donau", "Poznan", "Warsaw", "Wroclaw",
        "Bucharest", "Cluj-Napoca",
    }  # fmt: skip
    assert {row["lra"] for row in answer_to(SLUG).rows if row["level"] == "municipality"} > twelve


def test_state_offices_are_no_lras(answer_to: AnswerTo) -> None:
    names = {row["lra"] for row in answer_to(SLUG).rows}
    assert not {name for name in names if "Governor" in name or "Administrative Board" in name}  # C 4295-4302, 6347-6352


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    unknown = len(answer.rows) - len(MEMBERS) - len(LINKED)
    assert answer.of == len(answer.rows)
    assert answer.headline.startswith("No LRA can be called outside the six networks looked at")
    assert all(network in answer.headline for network in EUROPEAN)
    assert all(lra in answer.headline for lra in MEMBERS)
    assert "three are recorded as member, founder or on the steering body" in answer.headline
    assert "two are linked" in answer.headline
    assert f"of {unknown} the sources do not say" in answer.headline
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"
    assert "does not mean" in answer.question.caveat
    assert all(row["evidence"] for row in answer.rows if row["answer"] != "unknown")


def test_one_network(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, network="CLIP", country="Austria")
    assert {row["lra"] for row in answer.rows if row["answer"] == "member"} == {"Vienna"}
    assert {row["country"] for row in answer.rows} == {"AT"}
    assert all(row["unknown_of"] == ["CLIP"] for row in answer.rows if row["lra"] != "Vienna")
    assert answer.headline.startswith("No LRA can be called outside CLIP")
    assert answer.of == len(answer.rows)


def test_level(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, level="state")
    assert {row["lra"] for row in answer.rows} == {"Hamburg", "Hesse", "Lower Austria", "Thuringia", "Upper Austria"}  # C 4865, 7395, 5376; A 668, 1222
    assert {row["answer"] for row in answer.rows} == {"unknown"}
    assert answer.of == 5


def test_a_network_that_is_only_proposed_is_not_looked_at(answer_to: AnswerTo) -> None:
    """Of the networks of policy that of LRAs for integration was proposed only: C 3570-3572; the five others are in Appendix D: C 7561-7575, 7705-7710, 7804-7819."""
    answer = answer_to(SLUG, network_scope="policy")
    assert answer.headline.startswith("No LRA can be called outside the five networks looked at")
    assert not [row["lra"] for row in answer.rows if "Network of Local and Regional Authorities for Integration" in row["unknown_of"]]
    assert answer_to(SLUG, network="Network of LRAs for Integration").answerable


def test_a_printed_list_makes_non_members(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    """The members of the coalition are listed, and none is an LRA: A 1591-1602."""
    answer = answer_to(SLUG, network="Wroclaw Welcomes Refugees", country="Poland")
    assert {row["answer"] for row in answer.rows} == {"non-member"}
    assert all(rests_on(row, "admin4all-2016", 1591) for row in answer.rows)
    assert answer.count == answer.of == len(answer.rows)
    assert answer.headline.endswith("of none is the membership unknown.")


def test_reception_system(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    answer = answer_to(SLUG, network_scope="reception_system", country="IT")
    told = {row["lra"]: row for row in answer.rows}
    assert told["Milan"]["answer"] == "member"  # A 1099
    assert rests_on(told["Milan"], "admin4all-2016", 1099)
    assert told["Florence"]["answer"] == "linked"  # through the centres that it runs: A 940-941
    assert told["Naples"]["answer"] == "linked"  # through IARA: A 1209-1211
    assert answer.as_of == "2016 (ADMIN4ALL 2016)"
    assert answer.count == 0


@pytest.mark.parametrize(("name", "value"), [("network", "Clup"), ("level", "village"), ("network_scope", "galactic"), ("country", "Atlantis")])
def test_unknown_values(answer_to: AnswerTo, name: str, value: str) -> None:
    with pytest.raises(QuestionError, match=value):
        answer_to(SLUG, **{name: value})


def test_parameter_of_another_question(answer_to: AnswerTo) -> None:
    with pytest.raises(QuestionError, match="does not take"):
        answer_to(SLUG, fund="EIF")


def test_the_survey_is_a_footnote_and_no_figure_of_the_answer(answer_to: AnswerTo) -> None:
    # Table 3.4: no 16, not known or no answer 3, of 48 (C 1465-1472); 23 answers from Greece (table 3.1, C 1250-1251; bias: C 1217-1220).
    answer = answer_to(SLUG)
    assert "16 of 48 answers" in answer.question.caveat
    assert "23 of the 48 came from Greece" in answer.question.caveat
    assert not any(figure in answer.headline for figure in ("16", "48"))
