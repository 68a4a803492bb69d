"""What one source tells alone: what is kept of the graph, and what an answer then says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from interlocal.cli import main
from interlocal.graph.assemble import assemble
from interlocal.graph.cite import Citations
from interlocal.graph.conflicts import sides_of
from interlocal.graph.records import FactRecord, Graph, NodeRecord, Records, RelationshipRecord, parse_evidence
from interlocal.graph.store.kglite import KgliteStore
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.sources import document, from_source
from interlocal.workspace import Workspace


def node(identifier: str, label: str, evidence: str = "", country: str = "FR", **properties: Any) -> NodeRecord:
    return NodeRecord(identifier, label, identifier.rpartition("/")[2].capitalize(), (), country, properties, parse_evidence(evidence))


def member(lra: str, evidence: str, **properties: Any) -> RelationshipRecord:
    return RelationshipRecord(f"lra:fr/{lra}", "MEMBER_OF", "network:n", "", {"reading": "accepted", **properties}, parse_evidence(evidence))


def fact(value: str, evidence: str, name: str = "stated_members", **more: str) -> FactRecord:
    return FactRecord("network:n", name, value, evidence=parse_evidence(evidence), **more)


DOCUMENTS = (
    NodeRecord("FR", "Country", "France"),
    NodeRecord("report-2012", "Document", "A report", properties={"as_of_year": 2012}),
    NodeRecord("study-2016", "Document", "A study", properties={"as_of_year": 2016}),
    NodeRecord("list-n-2016", "Document", "Members of N, 2016", properties={"as_of_year": 2016}),
    NodeRecord("codes", "Document", "A table of codes"),
)


def graph(*nodes: NodeRecord, ties: tuple[RelationshipRecord, ...] = (), facts: tuple[FactRecord, ...] = ()) -> Graph:
    return assemble(Records((*DOCUMENTS, *nodes), ties, facts))


NETWORK = node("network:n", "Network", "report-2012#1;study-2016#1", "", scope="european_lra", roster="none")
A, B = node("lra:fr/a", "LRA", "report-2012#2;study-2016#2", level="municipality"), node("lra:fr/b", "LRA", "study-2016#3", level="municipality")


def ids(of: Graph, *labels: str) -> list[str]:
    return [n.id for n in of.of_type(*labels)]


def test_kept_is_what_has_a_passage_in_the_source_with_these_passages_only() -> None:
    whole = graph(NETWORK, A, B, ties=(member("a", "report-2012#2;study-2016#4"), member("b", "study-2016#5")))
    told = from_source(whole, "report-2012")
    assert ids(told, "LRA", "Network") == ["lra:fr/a", "network:n"]
    assert [(t.source, [str(e) for e in t.evidence]) for t in told.relationships] == [("lra:fr/a", ["report-2012#2"])]
    assert [str(e) for e in told.by_id["network:n"].evidence] == ["report-2012#1"]
    assert set(ids(told, "Document", "Country")) == {"report-2012", "FR"}


def test_lines_that_are_needed_together_and_stand_in_two_documents_are_of_neither_alone() -> None:
    whole = graph(NETWORK, A, B, ties=(member("a", "report-2012#2+study-2016#4"),))
    assert not from_source(whole, "report-2012").relationships
    assert not from_source(whole, "study-2016").relationships


def test_places_that_are_kept_keep_how_they_lie_in_each_other() -> None:
    lies = RelationshipRecord("lra:fr/a", "PART_OF", "FR", "", {"reading": "accepted", "certainty": "reference"}, parse_evidence("codes#7"))
    told = from_source(graph(NETWORK, A, B, ties=(lies,)), "report-2012")
    assert [t.type for t in told.relationships] == ["PART_OF"]
    assert "codes" in ids(told, "Document")


def test_a_value_rests_on_the_facts_of_the_source_alone() -> None:
    facts = (fact("30", "report-2012#9", year="2012"), fact("44", "study-2016#9", year="2016"), fact("200", "study-2016#8", name="budget"))
    whole = graph(NETWORK, A, B, facts=facts)
    assert whole.by_id["network:n"].properties["stated_members"] == 44
    properties = from_source(whole, "report-2012").by_id["network:n"].properties
    assert (properties["stated_members"], "budget" in properties, len(properties["facts"])) == (30, False, 1)  # type: ignore[arg-type]
    assert from_source(graph(NETWORK, A, B, facts=facts[1:2]), "report-2012").by_id["network:n"].properties.get("facts") is None


def test_a_difference_between_two_sources_is_none_within_one() -> None:
    between = (fact("30", "report-2012#9"), fact("44", "study-2016#9"))
    whole = graph(NETWORK, A, B, facts=between)
    assert len(ids(whole, "Conflict")) == 1
    assert [ids(from_source(whole, d), "Conflict") for d in ("report-2012", "study-2016")] == [[], []]
    assert from_source(whole, "report-2012").by_id["network:n"].properties["stated_members"] == 30
    three = from_source(graph(NETWORK, A, B, facts=(*between, fact("31", "report-2012#10"))), "report-2012")
    (conflict,) = three.of_type("Conflict")
    assert sorted(side.says for side in sides_of(conflict)) == ["stated_members: 30", "stated_members: 31"]


LISTED = node("network:n", "Network", "report-2012#1;study-2016#1;list-n-2016#1-3", "", scope="european_lra", roster="complete", roster_as_of="2016")


@pytest.mark.parametrize(("source", "expected"), [
    # Of the list, who is not on it is no member; of a report that names one of its members, even one of the same year, that is not known.
    ("list-n-2016", {"A": "member", "B": "non-member", "C": "member"}),
    ("study-2016", {"A": "member", "B": "unknown"}),
    ("report-2012", {"A": "unknown", "B": "unknown"}),
])  # fmt: skip
def test_a_list_of_members_is_complete_in_its_own_source_alone(source: str, expected: dict[str, str]) -> None:
    everywhere = "report-2012#2;study-2016#2;list-n-2016#2"
    lras = [node(f"lra:fr/{name}", "LRA", everywhere if name != "c" else "list-n-2016#3", level="municipality") for name in "abc"]
    whole = graph(LISTED, *lras, ties=(member("a", "study-2016#4;list-n-2016#1"), member("c", "list-n-2016#3")))
    answer = ask(QUESTIONS["lras-outside-any-network"], KgliteStore.in_memory(from_source(whole, source)))
    assert {row["lra"]: row["answer"] for row in answer.rows} == expected


def test_when_no_document_names_most_members_no_source_has_the_complete_list() -> None:
    lras = [node(f"lra:fr/{name}", "LRA", "study-2016#2;list-n-2016#2", level="municipality") for name in "ab"]
    whole = graph(LISTED, *lras, ties=(member("a", "study-2016#4;list-n-2016#1"),))
    assert {from_source(whole, d).by_id["network:n"].properties["roster"] for d in ("study-2016", "list-n-2016")} == {"partial"}


def test_of_the_two_reports_each_part_rests_on_its_report_and_parting_twice_changes_nothing(seed_graph: Graph) -> None:
    for source in ("cses-2013", "admin4all-2016"):
        told = from_source(seed_graph, source)
        assert from_source(told, source) == told
        assert {d for n in told.nodes for e in n.evidence for d in e.documents} == {source}
        assert {d for t in told.relationships if t.properties.get("certainty") != "reference" for e in t.evidence for d in e.documents} == {source}
        assert all({t.source, t.target} <= told.by_id.keys() for t in told.relationships)
        assert {d for n in told.nodes for side in (sides_of(n) if n.type == "Conflict" else ()) for e in side.evidence for d in e.documents} <= {source}


def test_a_source_is_named_as_people_cite_it(seed_graph: Graph) -> None:
    assert {document(text, seed_graph).id for text in ("CSES 2013", "cses 2013", "cses-2013")} == {"cses-2013"}


def run(workspace: Workspace, *more: str) -> Any:
    return CliRunner().invoke(main, ["ask", *more, "--store", workspace.store])


def test_from_the_command_line(workspace: Workspace, seed_store: object) -> None:
    answer = json.loads(run(workspace, "lras-sharing-projects", "--source", "ADMIN4ALL 2016", "--format", "json").stdout)
    assert answer["parameters"]["source"] == "admin4all-2016"
    assert next(row["project"] for row in answer["rows"]) == "OPENCities"  # Belfast and Poznan: ADMIN4ALL 1376
    assert "SELMA" not in [row["project"] for row in answer["rows"]]  # CSES 6720 alone tells of it
    assert answer["sentences"][0].startswith("By ADMIN4ALL 2016 alone: ")
    both = json.loads(run(workspace, "lras-sharing-projects", "--source", "CSES 2013", "--year", "2012", "--format", "json").stdout)
    assert (both["parameters"]["source"], both["parameters"]["year"]) == ("cses-2013", 2012)
    assert both["sentences"][0].startswith("By CSES 2013 alone: in 2012, by the links")


@pytest.mark.parametrize(("given", "says"), [
    (("network-members-named", "--source", "ADMIN4ALL 2016", "--network", "Eurocities"), "by ADMIN4ALL 2016 alone"),
    (("network-members-named", "--source", "ADMIN4ALL 2016", "--network", "Eurocitie"), "Did you mean “Eurocities”?"),
    (("network-members-named", "--source", "CSES 2031"), "no source “CSES 2031” is in the graph. Did you mean “CSES 2013”"),
])  # fmt: skip
def test_what_a_source_does_not_name_and_what_nobody_names(workspace: Workspace, seed_store: object, given: tuple[str, ...], says: str) -> None:
    result = run(workspace, *given)
    assert result.exit_code == 1
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_documents_of_one_year_share_it() -> None:
    citations = Citations.of((*DOCUMENTS, NodeRecord("list-m-2016", "Document", "Members of M, 2016", properties={"as_of_year": 2016})))
    assert citations.dates() == "2012 (A report) and 2016 (Members of M, 2016; Members of N, 2016; A study)"


def test_what_a_population_is_narrowed_to_stands_between_commas(workspace: Workspace, seed_store: object) -> None:
    told = json.loads(run(workspace, "network-members-named", "--network", "CLIP", "--format", "json").stdout)
    assert told["denominator"]["population"] == "networks named in the sources, that is CLIP"
    assert "1 of 1: networks named in the sources, that is CLIP; counted are those that have" in " ".join(
        run(workspace, "network-members-named", "--network", "CLIP").stdout.split()
    )


def test_a_source_without_a_question_is_wrong_usage(workspace: Workspace) -> None:
    assert run(workspace, "--source", "CSES 2013").exit_code == 2
    assert run(workspace, "lras-sharing-projects", "--source", "").exit_code == 2
