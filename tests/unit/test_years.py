"""Which links held in a year, and how an answer keeps those apart of which it is not known."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from interlocal.cli import main
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.years import held_in, in_year, told
from interlocal.workspace import Workspace

E = (Evidence.parse("doc-2016#1"),)
AS_OF = {"doc-2016": 2015}


def tie(kind: str = "MEMBER_OF", source: str = "lra:fr/a", **years: int) -> RelationshipRecord:
    return RelationshipRecord(source, kind, "network:n", "", {"reading": "accepted", **years}, E)


@pytest.mark.parametrize(
    ("years", "answers"),
    [
        # before 2008, 2008, 2010, 2012, 2015 (the year that the source describes), 2016
        # To be a member is told as a state, so it is of the year that the source describes.
        ({}, "? ? ? ? y ?"),
        ({"since_year": 2008}, "n y y y y ?"),
        ({"since_year": 2008, "until_year": 2010}, "n y y n n n"),
        ({"since_year": 2008, "ongoing_as_of": 2012}, "n y y y ? ?"),
        ({"until_year": 2010}, "? ? y n n n"),
        ({"ongoing_as_of": 2012}, "? ? ? y ? ?"),
        ({"since_year": 2010, "until_year": 2010}, "n n y n n n"),
    ],
)
def test_whether_a_link_held(years: dict[str, int], answers: str) -> None:
    words = {"y": "yes", "n": "no", "?": "not known"}
    assert [held_in(tie(**years), year, AS_OF) for year in (2007, 2008, 2010, 2012, 2015, 2016)] == [words[a] for a in answers.split()]


def test_a_part_in_a_project_without_a_year_may_be_long_past() -> None:
    assert [held_in(tie("PARTNER_IN"), year, AS_OF) for year in (2007, 2015, 2016)] == ["not known"] * 3


def test_a_founder_stays_one_a_theme_has_no_time_an_absence_is_of_its_source() -> None:
    assert [held_in(tie("FOUNDED", since_year=2001, until_year=2001), year, AS_OF) for year in (2000, 2001, 2050)] == ["no", "yes", "yes"]
    assert held_in(tie("ADDRESSES"), 1950, AS_OF) == "yes"
    assert [held_in(tie("LACKS"), year, AS_OF) for year in (2014, 2015, 2016)] == ["not known", "yes", "not known"]


def graph(*ties: RelationshipRecord, **network: Any) -> Graph:
    nodes = (
        NodeRecord("FR", "Country", "France"),
        NodeRecord("lra:fr/a", "LRA", "A", country="FR", evidence=E),
        NodeRecord("lra:fr/b", "LRA", "B", country="FR", evidence=E),
        NodeRecord("network:n", "Network", "N", properties={"scope": "european_lra", **network}, evidence=E),
        NodeRecord("doc-2016", "Document", "A document", properties={"as_of_year": 2015}),
    )
    return Graph(nodes, tuple(sorted(ties, key=lambda t: t.identity)))


def asked(whole: Graph, year: int) -> Any:
    then = in_year(whole, year)
    question = QUESTIONS["lras-outside-any-network"]
    return told(ask(question, KgliteStore.in_memory(then.held)), ask(question, KgliteStore.in_memory(then.possible)), then)


def rows(answer: Any) -> dict[str, str]:
    return {row["lra"]: row["answer"] for row in answer.rows}


def test_a_member_that_left_later_was_one_then_and_undated_ones_are_told_apart() -> None:
    whole = graph(tie(since_year=2005, until_year=2012), tie(source="lra:fr/b"))
    then = asked(whole, 2010)
    assert rows(then) == {"A": "member", "B": "unknown"}
    assert "Of one link in all that is loaded the sources do not tell whether it held in 2010; counting it too:" in then.headline
    assert then.as_dict()["parameters"]["year"] == 2010
    later = asked(whole, 2013)
    assert rows(later) == {"A": "unknown", "B": "unknown"}


def test_where_every_link_is_dated_nothing_is_told_apart() -> None:
    assert "the sources do not tell whether" not in asked(graph(tie(since_year=2005, until_year=2012)), 2010).headline


def test_a_complete_list_makes_non_members_for_its_own_year_alone() -> None:
    listed = graph(tie(since_year=2005, until_year=2012), roster="complete", roster_as_of="2010")
    assert rows(asked(listed, 2010)) == {"A": "member", "B": "non-member"}
    assert rows(asked(listed, 2011)) == {"A": "member", "B": "unknown"}


def test_from_the_command_line(workspace: Workspace, seed_store: object) -> None:
    run = lambda *more: CliRunner().invoke(main, ["ask", *more, "--store", workspace.store, "--format", "json"])  # noqa: E731
    answer = json.loads(run("lras-sharing-projects", "--year", "2012").stdout)
    assert answer["parameters"] == {"country": None, "year": 2012}
    assert "SELMA" in [row["project"] for row in answer["rows"]]  # begun in 2003, going on: CSES 6720-6721
    assert "OPENCities" not in [row["project"] for row in answer["rows"]]  # 2008 to 2011: ADMIN4ALL 1376
    every = json.loads(run("--all", "--year", "2012").stdout)
    assert all(a["sentences"][0].startswith(("In 2012, by the links", "This cannot be seen")) for a in every)
    assert CliRunner().invoke(main, ["ask", "--year", "2012"]).exit_code == 2
