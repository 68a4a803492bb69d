"""What two have in common, and what would go with one: on graphs that can be checked by hand, and on the two reports."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from interlocal.cli import main
from interlocal.errors import QuestionError
from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.graph.store.base import Store
from interlocal.queries.ask import ask, question
from interlocal.queries.compare import compare
from interlocal.queries.without import without
from interlocal.workspace import Workspace

E = (Evidence.parse("doc-2020#1"),)
LABELS = {
    "lra": "LRA", "project": "Project", "network": "Network", "org": "Organisation", "fund": "Fund", "theme": "Theme", "service": "Service", "gap": "StatedGap",
}  # fmt: skip


def graph(*ties: str, **properties: Any) -> Graph:
    """Ties as ``lra:a LEADS project:p``; names are the last letters, in capitals; the country is the letter's."""
    nodes, relationships = {}, []
    for line in ties:
        source, kind, target = line.split()
        for end in (source, target):
            label, name = end.split(":")
            nodes[end] = NodeRecord(end, LABELS[label], name.upper(), country={"a": "FR", "b": "IT"}.get(name, ""), evidence=E)
        relationships.append(RelationshipRecord(source, kind, target, "", {"reading": "accepted", **properties.get(kind, {})}, E))
    nodes |= {code: NodeRecord(code, "Country", name) for code, name in (("FR", "France"), ("IT", "Italy"))}
    nodes["doc-2020"] = NodeRecord("doc-2020", "Document", "A document", properties={"as_of_year": 2019})
    return Graph(tuple(sorted(nodes.values(), key=lambda n: (n.type, n.id))), tuple(sorted(relationships, key=lambda t: t.identity)))


SMALL = graph(
    "lra:a LEADS project:p", "lra:b PARTNER_IN project:p", "lra:a MEMBER_OF network:n", "lra:b MEMBER_OF network:n", "lra:a MEMBER_OF network:m",
    "project:p FUNDED_BY fund:f", "project:p ADDRESSES theme:t", "lra:b LEADS project:q", "project:q FUNDED_BY fund:f", "project:q FUNDED_BY fund:g",
)  # fmt: skip


def whose(found: Any) -> dict[str, list[str]]:
    return {group: sorted(e.says for e in found.of(group)) for group in found.groups}


def test_what_both_have_and_what_one_has_alone() -> None:
    found = compare(SMALL, "A", "B")
    assert whose(found) == {
        # F pays for a project of each; the theme T is that of the project in which both are, A as its leader and B as a partner.
        "Both": ["F", "P (A leads, B is a partner in)", "T", "is a member of N"],
        "Only A": ["is a member of M"],
        "Only B": ["G", "leads Q"],
    }
    assert found.headline.startswith(
        "In these sources A and B both have a link with N and P; one source of money and one theme are common to what each leads, runs or adopted; "
        "recorded for one alone: one for A and two for B."
    )
    assert found.as_of == "2019 (A document)"


def test_comparing_the_other_way_round_finds_the_same() -> None:
    one, other = compare(SMALL, "A", "B"), compare(SMALL, "B", "A")
    assert {(e.title, e.says, e.whose) for e in one.found} == {(e.title, e.says, e.whose) for e in other.found}


def test_who_pays_for_a_project_of_both_is_no_money_that_they_share() -> None:
    ties = [f"lra:{one} LEADS project:p" for one in "ab"] + [f"project:p FUNDED_BY {one}" for one in ("lra:a", "lra:b", "fund:f")]
    found = compare(graph(*ties), "A", "B")
    assert whose(found) == {"Both": ["F", "leads and funds P"], "Only A": [], "Only B": []}
    assert found.headline.startswith("In these sources A and B both have a link with P; one source of money is common to what each leads, runs or adopted;")


def test_of_two_countries_projects_have_themes_and_needs_do_not_and_a_project_of_both_is_of_none() -> None:
    nodes = graph("lra:a LEADS project:p", "project:p SERVES lra:b", "org:a RUNS service:a", "service:a ADDRESSES theme:t", "gap:b ADDRESSES theme:t")
    found = compare(nodes, "FR", "IT")
    assert whose(found) == {"Both": ["P (of no one country)"], "Only France": ["T"], "Only Italy": []}
    assert "both have a link with P; recorded for one alone: one for France and nothing for Italy." in found.headline


def test_two_networks_share_their_members_and_two_countries_what_lies_in_them() -> None:
    assert whose(compare(SMALL, "N", "M")) == {"Both": ["has as a member A"], "Only N": ["has as a member B"], "Only M": []}
    assert whose(compare(SMALL, "FR", "IT")) == {
        "Both": ["N", "P (of no one country)"], "Only France": ["M"], "Only Italy": ["Q (of no one country)"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("names", "said"),
    [(("A", "A"), "“A” and “A” are the same"), (("A", "N"), "A and N are of different kinds (authorities and networks)"), (("A", "P"), "P is a project"), (("F", "A"), "F is a fund"), (("A", "X"), "no name “X” is in the graph")],
)  # fmt: skip
def test_what_cannot_be_compared_is_one_clear_line(names: tuple[str, str], said: str) -> None:
    with pytest.raises(QuestionError) as error:
        compare(SMALL, *names)
    assert said in str(error.value)


def test_who_would_be_left_with_nothing_else_comes_first() -> None:
    network = without(SMALL, "N")
    assert [(o.node.name, o.left) for o in network.affected] == [("B", []), ("A", ["M"])]
    assert network.headline.startswith("These sources record two bodies with a place in N; for one of them no other network is recorded.")
    assert "no other source of money is recorded for it. There" in without(graph("project:p FUNDED_BY fund:f"), "F").headline
    assert "one thing with money from G; another source of money is recorded for it. There" in without(SMALL, "G").headline
    fund = without(SMALL, "F")
    assert [fund.sentence(o) for o in fund.affected] == ["P is funded by F; no other source of money is recorded", "Q is funded by F; also recorded: G"]
    project = without(SMALL, "P")
    assert [(o.node.name, o.left) for o in project.affected] == [("A", []), ("B", ["Q"])]


def test_what_is_there_and_cannot_end_is_told_to_be_what_it_is() -> None:
    with pytest.raises(QuestionError) as error:
        without(SMALL, "A")
    assert str(error.value) == "A is an authority. Name a fund, a project or a network."
    with pytest.raises(QuestionError, match="no name “X” is in the graph"):
        without(SMALL, "X")


PARTS = graph(
    "project:q PART_OF project:p", "project:r PART_OF project:p", "project:q FUNDED_BY fund:f", "project:r FUNDED_BY fund:g",
    "lra:a LEADS project:q", "lra:a LEADS project:p", "lra:b LEADS project:r",
)  # fmt: skip


def test_a_part_counts_with_the_whole() -> None:
    assert [(o.node.name, o.left) for o in without(PARTS, "F").affected] == [("P", ["G"])]
    # With the whole its parts end; with one part the rest stays.
    assert [(o.node.name, o.left) for o in without(PARTS, "P").affected] == [("A", []), ("B", [])]
    assert [(o.node.name, o.left) for o in without(PARTS, "Q").affected] == [("A", ["P"])]


def test_what_has_ended_by_its_years_is_told_as_over() -> None:
    tied = graph("lra:a PARTNER_IN project:p", "lra:b LEADS project:p", PARTNER_IN={"since_year": 2003, "until_year": 2006}, LEADS={"since_year": 2003})
    found = without(tied, "P")
    assert [found.sentence(o).split(";")[0] for o in found.affected] == ["A was a partner in P (2003–2006)", "B leads P (since 2003)"]


def test_open_readings_plans_and_memberships_that_ended_do_not_count() -> None:
    doubted = graph("lra:a MEMBER_OF network:n", "lra:b MEMBER_OF network:n", MEMBER_OF={"reading": "open"})
    assert without(doubted, "N").headline == "These sources name no member, founder or steering body of N."
    ended = graph("lra:a MEMBER_OF network:n", MEMBER_OF={"until_year": 2010, "until": "2010"})
    assert not without(ended, "N").affected
    planned = graph("lra:a PLANS network:n", "lra:b FOUNDED network:n")
    assert [o.node.name for o in without(planned, "N").affected] == ["B"]
    assert whose(compare(doubted, "A", "B")) == {"Both": [], "Only A": [], "Only B": []}


def test_on_the_two_reports(seed_graph: Graph) -> None:
    both = whose(compare(seed_graph, "Helsinki", "Espoo"))["Both"]
    assert {"leads and funds SELMA", "led and funded VERTAISKOTO"} <= set(both)  # CSES 6716-6723, 6741-6742, 6802-6807, 6820-6821
    assert not {"Helsinki", "Espoo"} & set(both)
    # OPENCities is the only cooperation named for Belfast (ADMIN4ALL 1376-1383); of Poznan there is a whole profile.
    assert [(o.node.name, bool(o.left)) for o in without(seed_graph, "OPENCities").affected if o.node.type == "LRA"] == [("Belfast", False), ("Poznan", True)]


@pytest.mark.parametrize("arguments", [["compare", "Helsinki", "Espoo"], ["without", "OPENCities"]])
def test_the_commands_speak_json_csv_and_plain_words(arguments: list[str], workspace: Workspace, seed_store: object) -> None:
    run = lambda *more: CliRunner().invoke(main, [*arguments, "--store", workspace.store, *more])  # noqa: E731
    data = json.loads(run("--format", "json").output)
    assert data["headline"] in " ".join(run().output.split())
    assert "(lines" in run().output
    rows = run("--format", "csv").output.splitlines()
    assert rows[0] == "group,says,sources,evidence"
    assert len(rows) > 2


def test_cypher_reads_and_only_reads(workspace: Workspace, seed_store: object) -> None:
    run = lambda *more: CliRunner().invoke(main, ["cypher", "--store", workspace.store, *more])  # noqa: E731
    text = "MATCH (n:Network) WHERE n.name STARTS WITH 'E' RETURN n.name AS name, n.stated_members AS members ORDER BY name"
    assert {"name": "ERLAI", "members": 30} in json.loads(run(text, "--format", "json").output)
    cut = run(text, "--limit", "1", "--format", "csv")
    assert len(cut.stdout.splitlines()) == 2
    assert "There are more than 1 rows" in cut.stderr
    for bad, said in (
        ("MATCH (n) DELETE n", "may not write"),
        ("LOAD CSV FROM 'file:///x' AS l RETURN l", "begins with MATCH"),
        ("MATCH (n RETURN n", "cannot be run"),
    ):
        refused = run(bad)
        assert (refused.exit_code, said in refused.output or "may not read files" in refused.output) == (1, True), refused.output
        assert len(refused.output.splitlines()) == 1


def test_a_label_that_the_data_model_lacks_is_told_because_cypher_finds_nothing_and_says_nothing(workspace: Workspace, seed_store: object) -> None:
    run = lambda text: CliRunner().invoke(main, ["cypher", text, "--store", workspace.store, "--format", "json"])  # noqa: E731
    slip = run("MATCH (n:Projct)-[:LEAD]-(:LRA) RETURN count(n) AS n")
    assert (slip.exit_code, json.loads(slip.stdout)) == (0, [{"n": 0}])
    assert slip.stderr.splitlines() == [
        "Note: the data model has no label or relationship type “Projct”. Did you mean “Project”?",
        "Note: the data model has no label or relationship type “LEAD”. Did you mean “LEADS”?",
    ]
    assert run("MATCH (n:Project)<-[:LEADS|FUNDED_BY]-(l:LRA) WHERE l:LRA RETURN count(n) AS n").stderr == ""


@pytest.mark.parametrize("country", ["PL", "AT", "IT", "FI"])
def test_the_themes_of_a_country_are_those_of_the_question_about_them(country: str, seed_graph: Graph, seed_store: Store) -> None:
    found = compare(seed_graph, country, "MT")
    (row,) = ask(question("themes-by-country"), seed_store, {"country": country}).rows
    assert {e.says for e in found.found if e.title == "Themes"} == {*row["subjects"], *row["groups"]}
    assert row["subjects"]


def test_what_a_fund_pays_for_is_what_the_question_about_it_counts(seed_graph: Graph, seed_store: Store) -> None:
    rows = ask(question("what-funds-fund"), seed_store, {"fund": "EIF"}).rows
    assert {o.node.name for o in without(seed_graph, "EIF").affected} == {name for row in rows for name in row["funded"]}
    assert len(without(seed_graph, "EIF").affected) == 7  # the two phases of the centre in Warsaw count with it: CSES 4465-4468
