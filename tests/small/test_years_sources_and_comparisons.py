"""One year (``--year``), one source (``--source``), ``compare`` and ``without``, on the graph that fits on a page.

Expected values come from the tables (``tables/*.csv``) and from what the guide says of a year and of a source (docs/how-to/read-an-answer.md).
A passage such as alpha-2014#101 names the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interlocal.errors import QuestionError
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import question
from interlocal.queries.compare import Comparison, compare
from interlocal.queries.views import answers
from interlocal.queries.without import Without, without

if TYPE_CHECKING:
    from interlocal.graph.records import Graph
    from interlocal.queries.question import Answer

OUTSIDE = "lras-outside-any-network"
LRAS = ("Aville", "Berre", "Corval", "Dorano", "Elsa", "Farno", "Nordy Region")


def asked(graph: Graph, slug: str, *, year: int | None = None, source: str | None = None, **given: str) -> Answer:
    (found,) = answers([question(slug)], KgliteStore.in_memory(graph), given, year=year, source=source, opened=KgliteStore.in_memory)
    return found


def membership(found: Answer) -> dict[str, str]:
    return {row["lra"]: row["answer"] for row in found.rows}


# --- one year ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "members", "others"),
    [
        # Corval was a member until 2010 (#104), since when is not said; the three others without a date are of 2013, which alpha describes (#101-#103).
        (2009, (), "unknown"),
        (2010, ("Corval",), "unknown"),
        (2012, (), "unknown"),
        # The list is complete for 2013: who is not on it was no member then.
        (2013, ("Aville", "Berre", "Dorano"), "non-member"),
        (2014, (), "unknown"),
    ],
)
def test_the_members_of_one_network_year_by_year(small: Graph, year: int, members: tuple[str, ...], others: str) -> None:
    found = asked(small, OUTSIDE, year=year, network="North Network")
    assert membership(found) == {lra: "member" if lra in members else others for lra in LRAS}
    assert (found.count, found.of) == (4 if others == "non-member" else 0, 7)
    assert found.headline.startswith(f"In {year}, by the links that are known to have held then: ")
    assert found.parameters["year"] == year


def test_a_year_tells_what_the_undated_links_would_change(small: Graph) -> None:
    """Of 52 rows 8 have no time (PLANS, PART_OF, ADDRESSES); of the 44 others two had ended by 2012: Corval in 2010, Berre with the university in 2009."""
    found = asked(small, OUTSIDE, year=2012, network="North Network")
    known, _, with_undated = found.headline.partition(
        "Of 42 links in all that is loaded the sources do not tell whether they held in 2012; counting them too: "
    )
    assert "Aville" not in known
    assert all(name in with_undated for name in ("Aville", "Berre", "Dorano"))
    assert "Corval" not in found.headline


def test_what_the_undated_links_do_not_change_is_told_once(small: Graph) -> None:
    """In 2013 the members of North Network are known; that those of South Network are of 2017 changes nothing."""
    assert "the sources do not tell" not in asked(small, OUTSIDE, year=2013, network="North Network").headline


def test_the_list_of_another_network_is_of_another_year(small: Graph) -> None:
    """South Network in 2017: Berre, Dorano as an observer, Elsa (beta-2018#105-#107), and nobody else; in 2013 nothing is known of it."""
    then = asked(small, OUTSIDE, year=2017, network="South Network")
    assert membership(then) == {lra: "member" if lra in ("Berre", "Dorano", "Elsa") else "non-member" for lra in LRAS}
    assert {row["lra"]: row["member_roles"] for row in then.rows if row["answer"] == "member"} == {
        "Berre": ["member"],
        "Dorano": ["observer"],
        "Elsa": ["member"],
    }
    assert set(membership(asked(small, OUTSIDE, year=2013, network="South Network")).values()) == {"unknown"}


def test_all_networks_of_lras_in_the_year_of_one_source(small: Graph) -> None:
    """In 2013, by alpha: three in North Network, Aville in Open Network too (#108), Corval its founder (#109); nobody is known to be in none of the three."""
    found = asked(small, OUTSIDE, year=2013)
    assert {row["lra"]: (row["member_of"], row["not_member_of"]) for row in found.rows} == {
        "Aville": (["North Network", "Open Network"], []),
        "Berre": (["North Network"], []),
        "Dorano": (["North Network"], []),
        "Corval": (["Open Network"], ["North Network"]),
        "Elsa": ([], ["North Network"]),
        "Farno": ([], ["North Network"]),
        "Nordy Region": ([], ["North Network"]),
    }
    assert (found.count, found.of) == (0, 7)


def test_a_founder_stays_one(small: Graph) -> None:
    """Who had founded Open Network by 2013 (#109) is its founder in 2017; whether Aville, a member in 2013 (#108), still was is not known."""
    assert membership(asked(small, OUTSIDE, year=2017, network="Open Network")) == {lra: "member" if lra == "Corval" else "unknown" for lra in LRAS}


@pytest.mark.parametrize(("year", "research"), [(2004, []), (2005, ["Nordy University"]), (2009, ["Nordy University"]), (2010, [])])
def test_a_cooperation_from_its_start_to_its_end(small: Graph, year: int, research: list[str]) -> None:
    """Berre with the university: 2005 to 2009 (#152)."""
    (row,) = (row for row in asked(small, "lras-and-civil-society", year=year).rows if row["lra"] == "Berre")
    assert row["research"] == research


def test_a_service_without_a_date_is_not_there_in_a_year_of_its_own_accord(small: Graph) -> None:
    """Since when Aville runs its house (#156) and Dorano its desk (beta-2018#157) is not told; neither is without an authority."""
    found = asked(small, "one-stop-shops", year=2012)
    assert found.count == 0
    assert [row["place"] for row in found.rows if row["sort"] == "country"] == []


def test_where_no_link_is_known_to_have_held_the_undated_ones_are_told(small: Graph) -> None:
    """In 2012 all links are undated but the two that had ended (#104, #152). They are loaded, so to load a table of links is no help."""
    found = asked(small, "facts-on-one-passage", year=2012)
    assert "Of 42 links in all that is loaded the sources do not tell whether they held in 2012" in found.headline
    assert "load a table of links" not in found.headline


def test_after_the_colon_the_sentence_goes_on(small: Graph) -> None:
    headline = asked(small, OUTSIDE, year=2013, network="North Network").headline
    assert headline.startswith("In 2013, by the links that are known to have held then: four of seven LRAs can be called outside North Network")


# --- one source --------------------------------------------------------------------------------------------------------


def test_one_source_has_no_difference_with_another(small: Graph) -> None:
    """Two budgets of Homes: one by alpha, one by beta (#85 of each)."""
    assert asked(small, "where-sources-differ").count == 1
    for source, name in (("alpha-2014", "The alpha study"), ("beta-2018", "The beta study")):
        found = asked(small, "where-sources-differ", source=source)
        assert (found.answerable, list(found.rows), found.count) == (True, [], 0)
        assert found.headline.startswith(f"By {name} alone: ")
        assert found.parameters["source"] == source


def test_what_alpha_alone_says_of_membership(small: Graph) -> None:
    """Its list of North Network makes a non-member of Nordy Region there; of Open Network, which is partly listed, nothing follows. South Network is beta's."""
    found = asked(small, OUTSIDE, source="The alpha study")
    rows = {row["lra"]: (row["answer"], row["member_of"], row["not_member_of"]) for row in found.rows}
    assert {lra: rows[lra] for lra in ("Aville", "Berre", "Corval", "Dorano", "Nordy Region")} == {
        "Aville": ("member", ["North Network", "Open Network"], []),
        "Berre": ("member", ["North Network"], []),
        "Corval": ("member", ["Open Network"], ["North Network"]),
        "Dorano": ("member", ["North Network"], []),
        "Nordy Region": ("unknown", [], ["North Network"]),
    }
    # Farno is named by beta alone: beta-2018#7, #76.
    assert "Farno" not in rows
    assert found.count == 0
    assert all(passage.startswith("alpha-2014#") for row in found.rows for passage in row["evidence"])


def test_what_beta_alone_says_of_an_authority_that_it_describes(small: Graph) -> None:
    """Elsa is in South Network (beta-2018#107); Farno is not on its complete list of 2017, the one network of LRAs that beta names."""
    found = asked(small, OUTSIDE, source="The beta study")
    rows = {row["lra"]: (row["answer"], row["not_member_of"], row["lists_as_of"]) for row in found.rows}
    assert {lra: rows[lra] for lra in ("Elsa", "Farno")} == {"Elsa": ("member", [], []), "Farno": ("non-member", ["South Network"], ["2017"])}
    assert found.count == 1
    assert not {"Aville", "Corval", "Nordy Region"} & rows.keys()


def test_a_source_names_both_ends_of_a_link_that_it_states(small: Graph) -> None:
    """Beta says that Berre and Dorano are in South Network (beta-2018#105, #106); the rows of both in lras.csv name alpha, where they are described."""
    found = asked(small, OUTSIDE, source="beta-2018")
    assert membership(found) == {"Berre": "member", "Dorano": "member", "Elsa": "member", "Farno": "non-member"}
    assert (found.count, found.of) == (1, 4)


def test_a_service_is_where_the_same_source_says_that_it_is_run(small: Graph) -> None:
    """Dorano runs the desk, says beta (beta-2018#157): so beta does not name it without an authority."""
    found = asked(small, "one-stop-shops", source="beta-2018")
    assert [(row["place"], row["answer"]) for row in found.rows if row["sort"] != "other LRAs"] == [("Dorano", "info point")]


def test_a_source_names_what_it_states_a_fact_about(small: Graph) -> None:
    """Beta says that Homes was replicated in Berre (beta-2018#88) and that Courses Two follows Courses (beta-2018#136)."""
    found = asked(small, "practice-taken-up", source="beta-2018")
    assert {row["project"]: row["answer"] for row in found.rows} == {"Homes": "taken up elsewhere", "Courses": "followed or continued"}


def test_what_only_another_source_speaks_of_cannot_be_seen(small: Graph) -> None:
    """That Homes was replicated and Courses followed is said by beta alone (beta-2018#88, #136)."""
    found = asked(small, "practice-taken-up", source="alpha-2014")
    assert (found.answerable, list(found.rows)) == (False, [])
    assert found.headline.startswith("This cannot be seen from what is loaded.")
    assert found.headline.endswith("(Asked of The alpha study alone.)")


def test_dimensions_by_each_source(small: Graph) -> None:
    """Courses Two is in beta (beta-2018#45), the three others in alpha (#41, #42, #44)."""
    projects = ("political_legal_projects", "socio_economic_projects", "cultural_projects")
    by = {
        s: [(r["country"], [n for c in projects for n in r[c]]) for r in asked(small, "dimensions-by-country", source=s).rows]
        for s in ("alpha-2014", "beta-2018")
    }
    assert by == {
        "alpha-2014": [("France", ["Homes"]), ("Italy", ["Courses"]), ("country not stated", ["Bridge"])],
        "beta-2018": [("Italy", ["Courses Two"])],
    }


def test_a_network_that_this_source_does_not_name(small: Graph) -> None:
    """North Network and its members are alpha's (#11, #101-#104)."""
    with pytest.raises(QuestionError, match="by The beta study alone"):
        asked(small, OUTSIDE, source="beta-2018", network="North Network")


def test_one_source_in_one_year(small: Graph) -> None:
    found = asked(small, OUTSIDE, source="alpha-2014", year=2010, network="North Network")
    assert found.headline.startswith("By The alpha study alone: in 2010, by the links that are known to have held then: ")
    assert (found.parameters["source"], found.parameters["year"]) == ("alpha-2014", 2010)
    assert {lra for lra, told in membership(found).items() if told == "member"} == {"Corval"}


# --- compare -----------------------------------------------------------------------------------------------------------


def whose(found: Comparison) -> list[list[str]]:
    return [[e.says for e in found.of(group)] for group in found.groups]


def test_two_authorities_share_a_network_a_project_and_its_fund(small: Graph) -> None:
    """Both: North Network (#101, #103), Bridge (#127, #128) and through it Second Fund (beta-2018#131)."""
    found = compare(small, "Aville", "Dorano")
    both, aville, dorano = whose(found)
    assert both == ["is a member of North Network", "Bridge (Aville leads, Dorano is a partner in)", "Second Fund"]
    assert sorted(aville) == sorted([
        "is a member of Aville round table", "is a member of Open Network",  # 111, 108
        "leads Homes", "runs House of Aville",  # 121, 156
        "First Fund",  # through Homes: 124
        "cooperates with Union Agency",  # 151
        "adopted Housing plan of Aville",  # 159
        "Housing", "Language learning",  # through Homes and the plan: 161, 162; through the house: 165
    ])  # fmt: skip
    assert sorted(dorano) == sorted([
        "is a member of Dorano coalition", "is a member of South Network",  # beta-2018: 113, 106
        "runs Info desk of Dorano", "runs Observatory of Dorano",  # 157, 158
        "cooperates with Aid of Migrants",  # 153
    ])  # fmt: skip
    assert [[str(p) for p in e.evidence] for e in found.of("Both")] == [
        ["alpha-2014#101", "alpha-2014#103"],
        ["alpha-2014#127", "alpha-2014#128"],
        ["beta-2018#131"],
    ]
    assert found.headline == (
        "In these sources Aville and Dorano both have a link with North Network and Bridge; one source of money is common to what each leads, runs or adopted; "
        "recorded for one alone: nine for Aville and five for Dorano. That something is recorded for one alone does not show that the other is without it."
    )


def test_plans_and_absences_are_not_compared(small: Graph) -> None:
    """Berre plans to work with Aid of Migrants (#154), Elsa is without the Italian Ministry (beta-2018#155)."""
    says = [e.says for e in compare(small, "Berre", "Elsa").found]
    assert not [one for one in says if "Aid of Migrants" in one or "Italian Ministry" in one]


def test_two_networks_share_members(small: Graph) -> None:
    """North: Aville, Berre, Dorano (#101-#103), and it cooperates with Open Network (#116). South: Berre, Dorano, Elsa (beta-2018#105-#107)."""
    both, north, south = whose(compare(small, "North Network", "South Network"))
    assert sorted(both) == ["has as a member Berre", "has as a member Dorano"]
    assert {"has as a member Aville", "cooperates with Open Network"} <= set(north)
    assert south == ["has as a member Elsa"]


def test_who_has_left_a_network_is_not_said_to_be_in_it(small: Graph) -> None:
    """Corval left North Network in 2010 (#104); Berre is in it (#102)."""
    found = compare(small, "Berre", "Corval")
    assert "is a member of North Network" not in [e.says for e in found.of("Both")]
    assert "has as a member Corval" not in [e.says for e in compare(small, "North Network", "South Network").found]


def test_a_part_of_a_project_counts_with_the_whole_when_two_are_compared(small: Graph) -> None:
    """Dorano is a partner in Bridge (#128), Elsa in its events (#130, #126)."""
    both, _, _ = whose(compare(small, "Dorano", "Elsa"))
    assert "is a member of South Network" in both
    assert [says for says in both if "Bridge" in says]


def test_a_project_is_not_compared_with_an_authority(small: Graph) -> None:
    with pytest.raises(QuestionError, match="Bridge is a project"):
        compare(small, "Aville", "Bridge")


# --- without -----------------------------------------------------------------------------------------------------------


def affected(found: Without) -> list[tuple[str, list[str], list[str]]]:
    return [(one.node.name, list(one.left), [str(passage) for passage in one.evidence]) for one in found.affected]


def test_without_the_only_fund_of_a_project(small: Graph) -> None:
    """First Fund pays for Homes alone (#124); who manages it (#142) and what follows it (beta-2018#141) has no money from it."""
    found = without(small, "First Fund")
    assert affected(found) == [("Homes", [], ["alpha-2014#124"])]
    assert [found.sentence(one) for one in found.affected] == ["Homes is funded by First Fund; no other source of money is recorded"]
    assert found.headline == (
        "These sources record one thing with money from First Fund; no other source of money is recorded for it. There may be more than these sources record."
    )


def test_without_a_project_its_events_go_too(small: Graph) -> None:
    """Bridge: Aville, Dorano, the French Ministry (#127-#129), and Elsa at the events (#130). The ministry has nothing else: a fund is no cooperation."""
    found = without(small, "Bridge")
    assert affected(found) == [
        ("French Ministry", [], ["alpha-2014#129"]),
        ("Aville", ["Homes", "Union Agency"], ["alpha-2014#127"]),
        ("Dorano", ["Aid of Migrants"], ["alpha-2014#128"]),
        ("Elsa", ["Courses Two", "Survey"], ["alpha-2014#130"]),
    ]
    assert [found.sentence(one) for one in found.affected][:2] == [
        "French Ministry is a partner in Bridge; no other link of cooperation is recorded",
        "Aville leads Bridge; also recorded: Homes and Union Agency",
    ]
    assert found.headline.startswith("These sources record four bodies with a part in Bridge; for one of them no other link of cooperation is recorded.")


def test_without_the_events_the_project_stays(small: Graph) -> None:
    """Elsa alone is named at the events (#130)."""
    assert affected(without(small, "Bridge events")) == [("Elsa", ["Courses Two", "Survey"], ["alpha-2014#130"])]


def test_without_a_network_its_members_have_others(small: Graph) -> None:
    """Corval left North Network in 2010 (#104), so it loses nothing; that Open Network cooperates with it (#116) is no membership."""
    found = without(small, "North Network")
    assert affected(found) == [
        ("Aville", ["Aville round table", "Open Network"], ["alpha-2014#101"]),
        ("Berre", ["South Network"], ["alpha-2014#102"]),
        ("Dorano", ["Dorano coalition", "South Network"], ["alpha-2014#103"]),
    ]
    assert "three bodies with a place in North Network; another network is recorded for each of them" in found.headline


def test_without_a_network_that_is_only_planned(small: Graph) -> None:
    """Nordy Region plans one (#110): nobody is in it."""
    assert affected(without(small, "Network to come")) == []
    assert without(small, "Network to come").headline == "These sources name no member, founder or steering body of Network to come."
