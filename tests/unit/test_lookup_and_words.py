"""Names as people write them, and ties, facts and sources in their words."""

from __future__ import annotations

import pytest

from interlocal.errors import QuestionError
from interlocal.graph.cite import Citations
from interlocal.graph.lookup import find
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.words import fact_words, tie_details, tie_words


def node(identifier: str, name: str, *aliases: str, kind: str = "LRA", country: str = "PL") -> NodeRecord:
    return NodeRecord(identifier, kind, name, aliases, country)


THINGS = [
    node("lra:pl/poznan", "Poznan", "Poznań", "UMP"),
    node("org:pl/poznan-office", "Employment Office (Poznan)", kind="Organisation"),
    node("org:at/caritas", "Caritas (Austria)", "Caritas", kind="Organisation", country="AT"),
    node("org:it/caritas", "Caritas (Italy)", "Caritas", kind="Organisation", country="IT"),
    node("fund:eif", "European Integration Fund", "EIF", kind="Fund", country=""),
]


@pytest.mark.parametrize("text", ["Poznan", "poznań", "POZNAŃ", "ump", "lra:pl/poznan", " Poznan "])
def test_a_name_is_found_without_accents_case_by_alias_and_by_id(text: str) -> None:
    assert find(text.strip() if text.startswith("lra") else text, THINGS).id == "lra:pl/poznan"


def test_words_inside_a_name_find_it_when_nothing_is_called_so() -> None:
    assert find("integration fund", THINGS).id == "fund:eif"


def test_a_name_of_several_things_asks_which() -> None:
    with pytest.raises(QuestionError, match=r"“caritas” can mean Caritas \(Austria\); Caritas \(Italy\)\. Write the whole name"):
        find("caritas", THINGS)


def test_an_unknown_name_offers_what_may_be_meant() -> None:
    with pytest.raises(QuestionError, match="Did you mean “Poznan”"):
        find("Posnan", THINGS)
    with pytest.raises(QuestionError, match="Check the spelling"):
        find("qqqqqqq", THINGS)
    with pytest.raises(QuestionError, match="names nothing"):
        find("  ", THINGS)


def test_ties_read_from_either_end_and_plans_say_so() -> None:
    tie = RelationshipRecord("project:a", "FUNDED_BY", "fund:eif", "", {})
    assert tie_words(tie) == ("is funded by", "funds")
    plan = RelationshipRecord("lra:pl/poznan", "PLANS", "org:at/caritas", "", {"tie": "COOPERATES_WITH"})
    assert tie_words(plan)[0] == "plans to cooperate with"
    lack = RelationshipRecord("lra:pl/poznan", "LACKS", "network:clip", "", {"tie": "MEMBER_OF"})
    assert tie_words(lack)[0] == "is stated not to be a member of"
    without = RelationshipRecord("lra:pl/poznan", "LACKS", "network:clip", "", {"tie": "LINKED_TO", "role": "coordination"})
    assert tie_words(without)[0] == "is stated to be without coordination:"


def test_details_tell_role_department_time_money_and_doubt() -> None:
    graph = Graph((node("service:pl/s", "Social office", kind="Service"),))
    properties = {"role": "lead", "via": "service:pl/s", "since": "2012-01", "until": "2012-12", "amount": 94000.0, "amount_as_printed": "€94,000", "amount_basis": "per_year",
                  "joint_group": "g", "limited": True, "certainty": "implied", "reading": "open"}  # fmt: skip
    told = tie_details(RelationshipRecord("a", "FUNDED_BY", "b", "", properties), graph)
    assert told == (
        "lead; through Social office; 2012-01 to 2012-12; €94,000 a year, for several funders together; called limited by the source; "
        "implied, not said outright; sources differ"
    )
    assert (
        tie_details(RelationshipRecord("a", "FUNDED_BY", "b", "", {"share": 0.75, "since": "2012", "ongoing_as_of": 2016}), graph)
        == "since 2012; still running in 2016; 75% of the whole"
    )


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ({"property": "budget", "value": "188000", "unit": "EUR", "qualifier": "total", "year": "2012"}, "budget: 188,000 EUR (total, 2012)"),
        ({"property": "foreign_residents_share", "value": "3.5", "unit": "percent"}, "foreign residents share: 3.50%"),
        ({"property": "end", "value": "ongoing", "year": "2012"}, "end: ongoing (2012)"),
        ({"property": "population", "value": "8000", "qualifier": "undated, report of 2016", "year": "2016"}, "population: 8000 (undated, report of 2016)"),
    ],
)
def test_facts_in_words(fact: dict[str, str], words: str) -> None:
    assert fact_words(fact) == words


def test_sources_name_the_report_its_section_and_only_then_lines() -> None:
    sections = [
        f'{{"first": {a}, "last": {b}, "title": "{t}", "path": "{p}"}}'
        for a, b, t, p in ((1, 100, "All", ""), (10, 20, "Three", "Appendix A, case study 3"), (30, 40, "T", "table 3.12"))
    ]
    citations = Citations.of(
        [NodeRecord("cses-2013", "Document", "Study on practices of integration at local level", properties={"as_of_year": 2012, "sections": sections})]
    )
    one, two, three = (Evidence.parse(text) for text in ("cses-2013#12+15-16", "cses-2013#33", "cses-2013#90"))
    assert citations.full(one) == "CSES 2013, Appendix A, case study 3 (lines 12, 15-16)"
    assert citations.full(three) == "CSES 2013 (line 90)"
    assert citations.brief([two, one, two]) == "CSES 2013, Appendix A, case study 3 and table 3.12"
    assert citations.dated([one]) == "2012 (CSES 2013)"
