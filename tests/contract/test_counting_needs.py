"""What is laid beside a need, on every store, on graphs small enough to check by hand."""

from __future__ import annotations

from typing import Any

import pytest

from interlocal.graph.records import NodeRecord, RelationshipRecord
from interlocal.queries.question import Answer, Row
from tests.contract.counting import node, tie

THEMES = (node("theme:housing", ""), node("theme:health", ""), node("theme:group-women", "", "Group: women"))
GAP, CITY, TOWN = node("gap:fr/g", name="Homes are missing."), node("lra:fr/city"), node("lra:fr/town")
HOME, ABROAD, EU = node("project:fr/home"), node("service:it/abroad", "IT"), node("policy:eu/eu", "")
HOUSING = tie("gap:fr/g", "ADDRESSES", "theme:housing")
ABOUT = tie("gap:fr/g", "ABOUT", "lra:fr/city")
ALL = [tie(one, "ADDRESSES", "theme:housing") for one in ("project:fr/home", "service:it/abroad", "policy:eu/eu")]


@pytest.fixture
def beside(answer: Any) -> Any:
    """The need, and what is laid beside it."""

    def go(*ties: RelationshipRecord, nodes: tuple[NodeRecord, ...] = (), gap: NodeRecord = GAP, **given: str) -> Answer:
        found: Answer = answer("needs-and-practice", [*THEMES, gap, CITY, TOWN, HOME, ABROAD, EU, *nodes], ties, **given)
        return found

    return go


def one(found: Answer) -> Row:
    (row,) = found.rows
    return row


def places(found: Answer) -> tuple[list[str], ...]:
    return tuple(one(found)[place] for place in ("same_country", "other_countries", "no_country", "itself"))


def test_the_same_country_others_and_none(beside: Any) -> None:
    found = beside(HOUSING, ABOUT, *ALL)
    assert places(found) == (["Home"], ["Abroad"], ["Eu"], [])
    assert (one(found)["answer"], one(found)["link"], one(found)["unlinked"]) == ("same country", "no link recorded", ["City"])
    assert found.row_sentences[0].startswith(
        "“Homes are missing” (kind not stated; France; about City). Of projects, services and policies on Housing, one is recorded in France: Home; one is recorded in other countries; "
        "one is recorded across countries or with no country stated. No link is recorded between this practice and City."
    )


def test_elsewhere_alone(beside: Any) -> None:
    found = beside(HOUSING, ABOUT, *ALL[1:])
    assert one(found)["answer"] == "elsewhere"
    assert "none is recorded in France; one is recorded in other countries: Abroad" in found.row_sentences[0]


def test_of_no_one_country_everything_is_somewhere(beside: Any) -> None:
    found = beside(HOUSING, *ALL, gap=node("gap:fr/g", ""))
    assert places(found) == ([], ["Abroad", "Home"], ["Eu"], [])
    assert (one(found)["answer"], one(found)["link"]) == ("no one country", "nobody named")


def test_its_country_is_that_stated_else_those_of_what_it_is_about(beside: Any) -> None:
    stated = beside(HOUSING, tie("gap:fr/g", "ABOUT", "IT"), *ALL)
    assert one(stated)["countries"] == ["FR"]
    places_alone = beside(HOUSING, ABOUT, tie("gap:fr/g", "ABOUT", "IT"), tie("gap:fr/g", "ABOUT", "lra:fr/town"), *ALL, gap=node("gap:fr/g", ""))
    assert one(places_alone)["countries"] == ["FR", "IT"]
    assert places(places_alone)[0] == ["Abroad", "Home"]
    project = beside(HOUSING, tie("gap:fr/g", "ABOUT", "project:fr/home"), *ALL, gap=node("gap:fr/g", ""))
    assert one(project)["countries"] == []


def test_a_country_that_is_asked_for(beside: Any) -> None:
    assert beside(HOUSING, ABOUT, *ALL, gap=node("gap:fr/g", ""), country="FR").of == 1
    found = beside(HOUSING, ABOUT, *ALL, gap=node("gap:fr/g", ""), country="IT")
    assert (found.count, found.of, list(found.rows)) == (0, 0, [])


def test_the_country_that_is_asked_for_is_the_same_country(beside: Any) -> None:
    both = [HOUSING, ABOUT, tie("gap:fr/g", "ABOUT", "IT"), *ALL]
    without = node("gap:fr/g", "", name="Homes are missing.")
    assert places(beside(*both, gap=without))[:2] == (["Abroad", "Home"], [])
    found = beside(*both, gap=without, country="IT")
    assert (places(found)[:2], one(found)["countries"]) == ((["Abroad"], ["Home"]), ["FR", "IT"])
    assert "one is recorded in Italy: Abroad; one is recorded in other countries" in found.row_sentences[0]


def test_open_readings_and_plans_are_no_practice(beside: Any) -> None:
    ties = [tie("project:fr/home", "ADDRESSES", "theme:housing", reading="open"), tie("service:it/abroad", "PLANS", "theme:housing", tie="ADDRESSES")]
    found = beside(HOUSING, ABOUT, *ties, tie("policy:eu/eu", "ADDRESSES", "theme:health"))
    assert (one(found)["answer"], one(found)["link"]) == ("none recorded", None)
    assert "practice on the same theme is recorded for none; for one nothing on the theme is recorded" in found.headline
    assert "Of projects, services and policies on Housing, none is recorded in France." in found.row_sentences[0]


def test_a_need_without_a_theme(beside: Any) -> None:
    found = beside(ABOUT, *ALL)
    assert (one(found)["answer"], one(found)["link"], found.count) == ("no theme", None, 0)
    assert "one has no theme" in found.headline


def test_a_group_counts_only_without_another_theme_or_when_asked_for(beside: Any) -> None:
    women = tie("service:it/abroad", "ADDRESSES", "theme:group-women")
    both = [HOUSING, tie("gap:fr/g", "ADDRESSES", "theme:group-women"), ABOUT, women, ALL[0]]
    assert places(beside(*both)) == (["Home"], [], [], [])
    assert places(beside(*both, theme="Group: women")) == ([], ["Abroad"], [], [])
    alone = beside(*both[1:])
    assert (places(alone), one(alone)["compared"]) == (([], ["Abroad"], [], []), ["Group: women"])


def test_most_themes_in_common_come_first_then_most_groups(beside: Any) -> None:
    names = ("one", "two", "three")
    nodes = tuple(node(f"project:fr/{name}") for name in names)
    on = {"one": ("housing",), "two": ("housing", "group-women"), "three": ("housing", "health")}
    ties = [tie(f"project:fr/{name}", "ADDRESSES", f"theme:{theme}") for name in names for theme in on[name]]
    needed = [tie("gap:fr/g", "ADDRESSES", f"theme:{theme}") for theme in ("housing", "health", "group-women")]
    assert places(beside(*needed, *ties, nodes=nodes))[0] == ["Three", "Two", "One"]


def test_a_part_of_a_project_counts_with_the_whole(beside: Any) -> None:
    phase = node("project:fr/phase")
    ties = [tie("project:fr/phase", "PART_OF", "project:fr/home"), tie("project:fr/phase", "ADDRESSES", "theme:housing")]
    assert places(beside(HOUSING, ABOUT, *ties, ALL[0], nodes=(phase,)))[0] == ["Home"]
    linked = beside(HOUSING, ABOUT, *ties, tie("lra:fr/city", "LEADS", "project:fr/phase"), nodes=(phase,))
    assert one(linked)["links"] == ["City leads Phase"]
    about_phase = beside(HOUSING, tie("gap:fr/g", "ABOUT", "project:fr/phase"), *ties, nodes=(phase,))
    assert (places(about_phase), one(about_phase)["answer"]) == (([], [], [], ["Home"]), "only itself")
    assert "for one nothing is on the theme but what the need is stated about" in about_phase.headline


def test_links_are_direct_accepted_and_with_practice_on_the_theme(beside: Any) -> None:
    other = tie("lra:fr/city", "RUNS", "service:it/abroad")
    found = beside(HOUSING, ABOUT, tie("gap:fr/g", "ABOUT", "lra:fr/town"), ALL[0], tie("lra:fr/city", "LEADS", "project:fr/home", 7), other)
    row = one(found)
    assert (row["link"], row["links"], row["unlinked"]) == ("recorded", ["City leads Home"], ["Town"])
    assert "doc-2020#7" in row["evidence"]
    assert " – but none with the practice in France for Town" in found.row_sentences[0]
    for no_link in (
        tie("lra:fr/city", "LEADS", "project:fr/home", reading="open"),
        tie("lra:fr/city", "PLANS", "project:fr/home", tie="LEADS"),
        tie("lra:fr/city", "LACKS", "project:fr/home", tie="LEADS"),
    ):
        assert one(beside(HOUSING, ABOUT, ALL[0], no_link))["link"] == "no link recorded"


def test_a_link_with_practice_far_away_is_none_with_that_in_the_same_country(beside: Any) -> None:
    far = tie("policy:eu/eu", "LINKED_TO", "project:fr/home")
    runs = tie("lra:fr/city", "RUNS", "service:it/abroad")
    found = beside(HOUSING, ABOUT, *ALL, far, runs)
    assert (one(found)["link"], one(found)["links"], one(found)["unlinked"]) == ("recorded elsewhere only", ["City runs Abroad"], ["City"])
    assert (
        ". No link with the practice in France is recorded for City, only with practice elsewhere or across countries: City runs Abroad"
        in found.row_sentences[0]
    )
    assert "recorded for one of them (for one of these only with practice that is not of the same country)" in found.headline
    # Where there is none in the same country, a link with what is elsewhere is the link that there is.
    alone = one(beside(HOUSING, ABOUT, *ALL[1:], runs))
    assert (alone["answer"], alone["link"], alone["unlinked"]) == ("elsewhere", "recorded", [])


def test_what_could_not_have_a_link_is_not_said_to_have_none(beside: Any) -> None:
    """The need is about a project and the country: that the practice has no link with the country was not looked for."""
    other = node("project:fr/other")
    found = beside(HOUSING, tie("gap:fr/g", "ABOUT", "FR"), tie("gap:fr/g", "ABOUT", "project:fr/other"), ALL[0], nodes=(other,))
    assert (one(found)["link"], one(found)["unlinked"]) == ("no link recorded", ["Other"])
    assert "No link is recorded between this practice and Other." in found.row_sentences[0]


def test_a_link_through_a_third_or_through_the_country_is_none(beside: Any) -> None:
    """That the town is part of the city, and the project located in the country, joins neither with the project."""
    through = [tie("lra:fr/town", "PART_OF", "lra:fr/city"), tie("lra:fr/city", "LEADS", "project:fr/home"), tie("project:fr/home", "LOCATED_IN", "FR")]
    row = one(beside(HOUSING, tie("gap:fr/g", "ABOUT", "lra:fr/town"), tie("gap:fr/g", "ABOUT", "FR"), ALL[0], *through))
    assert (row["link"], row["unlinked"]) == ("no link recorded", ["Town"])
    law = [node("policy:fr/law"), tie("policy:fr/law", "ADDRESSES", "theme:housing"), tie("FR", "ADOPTED", "policy:fr/law")]
    row = one(beside(HOUSING, tie("gap:fr/g", "ABOUT", "FR"), *law[1:], nodes=(law[0],)))
    assert (row["same_country"], row["link"], row["links"]) == (["Law"], "nobody named", [])


def test_who_leads_runs_or_adopted_the_practice(beside: Any) -> None:
    """Of two that are called alike, each with its own; not who plans it, nor who is only a partner."""
    twin, body = node("service:fr/home", name="Home"), node("org:fr/body")
    ties = [
        tie("lra:fr/city", "LEADS", "project:fr/home", 7),
        tie("org:fr/body", "RUNS", "service:fr/home", 8),
        tie("lra:fr/town", "PARTNER_IN", "project:fr/home"),
    ]
    also = [
        tie("service:fr/home", "ADDRESSES", "theme:housing"),
        tie("lra:fr/town", "PLANS", "project:fr/home", tie="LEADS"),
        tie("FR", "ADOPTED", "policy:eu/eu", 9),
    ]
    found = beside(HOUSING, tie("gap:fr/g", "ABOUT", "FR"), *ALL, *ties, *also, nodes=(twin, body))
    assert one(found)["by_whom"] == ["Home: City", "Home: Body"]
    assert "two are recorded in France: Home [City] and Home [Body]; one is recorded in other countries" in found.row_sentences[0]
    # Of what the sentence does not name, nothing is told: the policy is elsewhere.
    assert {"doc-2020#7", "doc-2020#8"} <= set(one(found)["evidence"])
    assert "doc-2020#9" not in one(found)["evidence"]


def test_two_practices_of_one_name_are_two(beside: Any) -> None:
    twin = node("service:fr/home", name="Home")
    found = beside(HOUSING, ABOUT, ALL[0], tie("service:fr/home", "ADDRESSES", "theme:housing"), nodes=(twin,))
    assert places(found)[0] == ["Home", "Home"]


def test_without_practice_it_cannot_be_seen(beside: Any) -> None:
    found = beside(HOUSING, ABOUT)
    assert not found.answerable
    assert "It needs at least one project, service or policy with a theme" in found.headline
