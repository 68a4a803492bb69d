"""Which needs are stated, and who does something on the same theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interlocal.queries.question import Answer, Row

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn

SLUG = "needs-and-practice"
C, A = "cses-2013", "admin4all-2016"


@pytest.fixture(scope="module")
def everything(answer_to: AnswerTo) -> Answer:
    return answer_to(SLUG)


def need(answer: Answer, identifier: str) -> Row:
    (row,) = (row for row in answer.rows if row["need_id"] == f"gap:{identifier}")
    return row


def said_of(answer: Answer, identifier: str) -> str:
    return answer.row_sentences[[row["need_id"] for row in answer.rows].index(f"gap:{identifier}")]


def test_practice_in_the_same_country(everything: Answer, rests_on: RestsOn) -> None:
    """Migrants who want to start a firm know too little (C 5093-5095): two centres in Germany do something about it (C 5096-5099, 5379-5381), and one's
    follow-up (C 5122, 5310-5311)."""
    row = need(everything, "de/migrant-entrepreneurs-lack-business-knowledge")
    assert (row["answer"], row["countries"], row["kind"], row["about"]) == ("same country", ["DE"], "need", ["Germany"])
    assert [name.split()[0] for name in row["same_country"]] == ["Centre", "Startchance", "Zentrum"]
    assert set(row["other_countries"]) == {"Entrepreneurship as a route out of social exclusion", "Migrant Info Point"}  # C 4754-4763, A 1355-1358
    assert row["no_country"] == ["CLIP research module 4: ethnic entrepreneurship"]  # C 983
    assert row["link"] == "nobody named"  # it is of a whole country
    assert rests_on(row, C, 5094)
    assert rests_on(row, C, 5098)


@pytest.mark.parametrize(("identifier", "link"), [("it/naples-council-vote", "no link recorded"), ("es/voting-rights", "nobody named")])
def test_practice_elsewhere_alone(everything: Answer, identifier: str, link: str) -> None:
    """No vote for the migrants' councillor of Naples (A 1189), no decision in Spain (C 682-686); Roubaix has its council (C 4064-4067)."""
    row = need(everything, identifier)
    assert (row["answer"], row["same_country"], row["other_countries"], row["link"]) == ("elsewhere", [], ["CRIC"], link)
    assert row["unlinked"] == (["Naples"] if "naples" in identifier else [])
    assert "none is recorded in" in said_of(everything, identifier)


def test_a_recorded_link(everything: Answer, rests_on: RestsOn) -> None:
    """The towns ask for a coordinator of the province (A 2092-2093); the Land runs an integration service (C 7182-7184)."""
    row = need(everything, "at/provincial-coordinator")
    assert (row["answer"], row["link"]) == ("same country", "recorded")
    assert "Integration service of Lower Austria" in row["same_country"]
    assert "Lower Austria founded Integration service of Lower Austria" in row["links"]
    assert not any("Integration service" in link and "Tulln" in link for link in row["links"])
    # ADMIN4ALL serves the towns (A 9-11), but it is not the practice of the province: with that they have no link recorded.
    assert row["unlinked"] == ["Bruck an der Leitha", "Korneuburg", "Tulln an der Donau"]
    assert " – but none with the practice in Austria for Bruck an der Leitha, Korneuburg and Tulln" in said_of(everything, "at/provincial-coordinator")
    assert "Integration service of Lower Austria [Lower Austria and Lower Austrian State Academy]" in said_of(
        everything, "at/provincial-coordinator"
    )  # C 7182-7187
    assert rests_on(row, A, 2092)
    assert rests_on(row, C, 7184)


def test_a_link_with_practice_of_no_one_country_alone(everything: Answer) -> None:
    """The staff of Bucharest and Cluj need the basics (A 2211-2215); only training across countries is linked with them: ADMIN4ALL (A 9-11), IOM (A 1899-1901)."""
    row = need(everything, "ro/civil-servants-introduction")
    assert (row["answer"], row["link"], row["unlinked"]) == ("same country", "recorded elsewhere only", ["Bucharest", "Cluj-Napoca"])
    assert {link.split(" serves ")[1] for link in row["links"]} == {"Bucharest", "Cluj-Napoca"}
    assert all("ADMIN4ALL" in link or "IOM" in link for link in row["links"])


def test_practice_of_several_countries_alone_is_told_in_one_breath_with_what_is_missing(answer_to: AnswerTo) -> None:
    """Few Ukrainians come to the services of Wroclaw (A 1568-1572); ADMIN4ALL serves the city (A 9-11), and is not of Poland alone."""
    said = said_of(answer_to(SLUG, country="Poland"), "pl/wroclaw-invisible-ukrainians")
    assert "No link with the practice in Poland is recorded for Wroclaw, only with practice elsewhere or across countries: ADMIN4ALL serves Wroclaw." in said


def test_of_several_themes_it_is_said_which_one_is_shared(everything: Answer) -> None:
    """Assertive talk and hostile residents (A 2160-2164): Amiga is about attitudes (A 1385-1390), the centre in Warsaw trains officials (C 4382-4386)."""
    said = said_of(everything, "pl/communication-skills")
    assert "Amiga [Centre for Migration Research (CeBaM)] (Public attitudes)" in said
    assert "Polskie Forum Migracyjne] (Training of staff)" in said


def test_no_link_with_a_whole_country_is_missed(everything: Answer) -> None:
    """Pupils and apprenticeships, said of a project, of Germany and of a survey (C 2794-2803): a link with Germany as a whole was not looked for."""
    row = need(everything, "de/training-places-inequality")
    assert (row["link"], row["unlinked"]) == ("no link recorded", ["Active Parents: Education without Borders", "PISA"])
    assert " and Germany" not in said_of(everything, "de/training-places-inequality").split("No link")[1]


def test_a_strategy_of_a_state_is_no_link_of_its_cities(everything: Answer) -> None:
    """Cities and the immigration authorities of four states (A 383-386): that Romania has a strategy (A 799-802) links no city with it."""
    row = need(everything, "eu/admin4all-immigration-authorities")
    assert "National strategy on immigration 2015-2018" in row["same_country"]
    assert (row["link"], row["links"]) == ("nobody named", [])


def test_that_a_town_lies_in_the_province_is_no_link_with_its_service(everything: Answer) -> None:
    row = need(everything, "at/legal-information-platform")  # A 2098-2100
    assert any("Lower Austrian State Academy" in name for name in row["same_country"])
    assert not any("State Academy" in link for link in row["links"])
    assert row["unlinked"] == ["Bruck an der Leitha", "Tulln an der Donau"]


def test_what_the_need_is_stated_about_is_told_apart(everything: Answer) -> None:
    """Few measures reach older migrants, says the project that is one of them: C 6039-6041."""
    row = need(everything, "nl/few-initiatives-for-older-migrants")
    assert row["itself"] == ["Through Stories"]
    assert "Through Stories" not in row["same_country"]
    assert row["answer"] == "elsewhere"
    assert "The need is stated about Through Stories, on the same theme and not counted" in said_of(everything, "nl/few-initiatives-for-older-migrants")


def test_a_group_counts_as_a_theme_only_without_another(everything: Answer) -> None:
    assert need(everything, "nl/few-initiatives-for-older-migrants")["compared"] == ["Group: older people"]
    homes = need(everything, "it/housing-access")  # single mothers: C 5526-5527
    assert (homes["themes"], homes["compared"]) == (["Group: families", "Group: women", "Housing"], ["Housing"])
    assert "Migrant Women as Doulas and Culture Interpreters" not in homes["other_countries"]


def test_the_closest_come_first(everything: Answer) -> None:
    """Housing, parenting and childcare (C 5911-5912): homes, also for families, first (C 5536-5538), then kindergartens (C 6578-6589), then homes alone (A 1534-1535)."""
    found = need(everything, "ie/waterford-housing-family")["other_countries"]
    assert found[0] == "AbitAzioni"
    assert found.index("Promotion of second language acquisition in German kindergarten") < found.index("refugees-welcome.pl")


def test_a_need_without_a_theme_says_so(everything: Answer) -> None:
    row = need(everything, "it/limited-schemes")  # C 673-675
    assert (row["answer"], row["link"], row["same_country"]) == ("no theme", None, [])
    assert "no theme is recorded for it" in said_of(everything, "it/limited-schemes")


def test_a_need_of_several_countries_and_of_none(everything: Answer) -> None:
    assert need(everything, "eu/admin4all-training-outside-capitals")["countries"] == ["PL", "RO"]  # Poznan, Wroclaw, Cluj: A 1899-1901
    districts = need(everything, "eu/migrant-districts-investment")  # C 543-548
    assert (districts["countries"], districts["answer"], districts["same_country"]) == ([], "no one country", [])


def test_answer_as_a_whole(everything: Answer) -> None:
    assert everything.of == len(everything.rows) == 252
    assert everything.count == 252 - 1
    assert "one has no theme" in everything.headline
    assert "does not say that it meets the need" in everything.headline
    assert everything.as_of == "2012 (CSES 2013) and 2016 (ADMIN4ALL 2016)"
    assert len(everything.row_sentences[0]) < 1300


def test_of_one_country_and_theme(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, country="Germany", theme="housing")
    assert [row["need_id"] for row in answer.rows] == ["gap:de/erfurt-district-problems"]  # C 5377-5378
    assert answer.rows[0]["compared"] == ["Housing"]
    assert "nothing to answer" in answer_to(SLUG, country="Malta").headline


def test_a_need_of_several_countries_asked_for_one_of_them(answer_to: AnswerTo) -> None:
    """Departments of a municipality, in all four countries (A 1828-1831): who asks for Romania is told what is done in Romania."""
    whole = need(answer_to(SLUG, theme="social services"), "eu/admin4all-municipal-departments")
    row = need(answer_to(SLUG, theme="social services", country="Romania"), "eu/admin4all-municipal-departments")
    assert row["countries"] == whole["countries"] == ["AT", "IT", "PL", "RO"]
    assert "Bari Open City" in whole["same_country"]  # A 867-871
    assert "Bari Open City" in row["other_countries"]
    assert "Social Protection Service of Cluj-Napoca" in row["same_country"]  # A 1758


def test_a_group_that_is_asked_for_is_compared(answer_to: AnswerTo) -> None:
    answer = answer_to(SLUG, theme="Group: women")
    row = need(answer, "it/housing-access")
    assert row["compared"] == ["Group: women"]
    assert "Migrant Women as Doulas and Culture Interpreters" in row["other_countries"]  # C 5614-5618
