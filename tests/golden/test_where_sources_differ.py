"""Where the sources differ, and which side is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "where-sources-differ"


def row(answer_to: AnswerTo, about: str, concerns: str, **given: str) -> Any:
    (found,) = [r for r in answer_to(SLUG, **given).rows if (r["about"], r["property"]) == (about, concerns)]
    return found


def test_the_one_difference_between_the_two_reports(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    between = [r for r in answer_to(SLUG).rows if r["documents"] == ["admin4all-2016", "cses-2013"]]
    assert [r["about"] for r in between] == ["Common Basic Principles for Immigrant Integration Policy in the European Union"]
    principles = row(answer_to, between[0]["about"], "adopted")
    # The Council (C 212-214), or the Commission (A 445-446).
    assert [side.split(" adopted")[0] for side in principles["sides"]] == ["Council of the European Union", "European Commission"]
    assert "followed here" in principles["sides"][0]
    assert "not followed" in principles["sides"][1]
    assert rests_on(principles, "cses-2013", 214)
    assert rests_on(principles, "admin4all-2016", 445)


def test_one_side_followed(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    budget = row(answer_to, "Certifica il tuo italiano", "budget", country="Italy")
    # About 600,000 euros an edition (C 6906-6907); a table prints 600,00 (C 3057).
    assert (budget["outcome"], budget["documents"]) == ("one side followed", ["cses-2013"])
    assert [side.split(" (")[0] for side in budget["sides"]] == ["budget: 600000", "budget: 600"]
    assert rests_on(budget, "cses-2013", 6906)
    assert rests_on(budget, "cses-2013", 3057)


def test_what_is_said_of_all_six_networks_does_not_fit_one(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    # Networks that have LRAs as main or only members (C 937-938, 944-947); of EUKN states and bodies of EU level take part (C 1091-1093).
    members = row(answer_to, "EUKN", "member kinds")
    assert members["outcome"] == "one side followed"
    assert "Member States" in members["sides"][0]
    assert rests_on(members, "cses-2013", 938)
    assert rests_on(members, "cses-2013", 1091)


def test_a_municipality_printed_as_its_metropolitan_city(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    name = row(answer_to, "Florence", "name as printed", country="Italy")  # 380,000 inhabitants, five districts: A 915-917
    assert [side.split(" (")[0] for side in name["sides"]] == ["name as printed: City of Florence", "name as printed: Metropolitan City of Florence"]
    assert rests_on(name, "admin4all-2016", 915)


def test_left_open(answer_to: AnswerTo) -> None:
    # Taxpayers of Finland (C 7353-7354), or purely local support (C 3342-3343).
    assert row(answer_to, "ALMA-hanke", "continuation funding")["outcome"] == "left open"


def test_a_misprint_of_one_place_is_no_difference(answer_to: AnswerTo) -> None:
    # A budget printed as 167.00 in both places that give it (C 2612, C 4987): nothing differs.
    concerns = {r["property"] for r in answer_to(SLUG).rows if r["about"] == "Facilitating the integration of TCNs in Romanian society"}
    assert "budget" not in concerns
    assert "dimension" in concerns  # C 2002-2007 against C 4922-4932


def test_answer_as_a_whole(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG)
    assert 0 < answer.count < len(answer.rows) < answer.of
    assert "one between sources" in answer.headline
    # Two countries (charts of staff answers against their text: A 2044-2045, 2200-2201) and the 2013 study itself are not among what is counted.
    assert "about a country or a source as a whole, and not counted below" in answer.headline
    apart = {row["about_id"] for row in answer.rows if ":" not in row["about_id"]}
    assert apart == {"AT", "RO", "cses-2013"}
    assert answer.count == len({row["about_id"] for row in answer.rows} - apart)
    assert answer.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"


def test_without_a_difference(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="IE")  # nobody noted a difference about its one case study: C 5871-5960
    assert (answer.count, answer.rows) == (0, ())
    assert answer.of > 5
    assert answer.headline.startswith("No place is recorded")
    # Of Portugal there is a remark in passing alone: C 557, C 814.
    assert "there is nothing to answer" in answer_to(SLUG, country="PT").headline
