"""``ask --source``: what one source tells, as if nothing else were loaded. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interlocal.errors import QuestionError
from interlocal.graph.assemble import values_of
from interlocal.graph.cite import Citations
from interlocal.graph.conflicts import dump
from interlocal.graph.lookup import find
from interlocal.graph.records import Evidence, FactRecord, Graph, NodeRecord, RelationshipRecord, Value
from interlocal.queries.question import Answer

# They are of all sources: countries and themes sort what is told, and need no evidence.
_COMMON = ("Country", "Theme")


def document(text: str, graph: Graph) -> NodeRecord:
    """The source that people name by title, short form (CSES 2013) or id; raises QuestionError."""
    citations = Citations.of_graph(graph)
    named = [replace(d, name=citations.name(d.id), aliases=(d.name, *d.aliases)) for d in graph.of_type("Document")]
    return graph.by_id[find(text, named, what="source").id]


def from_source(graph: Graph, source: str) -> Graph:
    """``graph`` as the document ``source`` alone tells it.

    Kept is what has a passage that stands in that document alone, with these passages, facts and sides of differences only.
    How places lie in each other, from lists of codes, stays between the places that are kept. A list of members is complete
    in the source that it came from.
    """
    cut = [node for node in (_cut(node, graph, source) for node in graph.nodes) if node is not None]
    kept = {node.id for node in cut}
    ties = [tie for tie in (_cut_tie(tie, source) for tie in graph.relationships) if tie is not None and {tie.source, tie.target} <= kept]
    cited = {document for tie in ties for e in tie.evidence for document in e.documents} | {source}
    return Graph(tuple(n for n in cut if n.type != "Document" or n.id in cited), tuple(ties), graph.fingerprint)


def told_by(answer: Answer, source: NodeRecord) -> Answer:
    """The answer with the source that it is from."""
    parameters = {**answer.parameters, "source": source.id}
    if not answer.answerable:
        return replace(answer, headline=f"{answer.headline} (Asked of {answer.citations.name(source.id)} alone.)", parameters=parameters)
    return replace(answer, headline=f"By {answer.citations.name(source.id)} alone: {answer.headline}", parameters=parameters)


def not_named(error: QuestionError, source: NodeRecord, citations: Citations) -> QuestionError:
    """What is in the graph, and not in this source."""
    return QuestionError(f"{error.what}, by {citations.name(source.id)} alone", todo="Leave --source out, or name something that this source names.")


def _within(evidence: Iterable[Evidence], source: str) -> tuple[Evidence, ...]:
    """The passages that stand in the source alone: of lines needed together, none may be elsewhere."""
    return tuple(e for e in evidence if e.documents == (source,))


def _cut_tie(tie: RelationshipRecord, source: str) -> RelationshipRecord | None:
    if tie.properties.get("certainty") == "reference":
        return tie
    evidence = _within(tie.evidence, source)
    return replace(tie, evidence=evidence) if evidence else None


def _cut(node: NodeRecord, graph: Graph, source: str) -> NodeRecord | None:
    evidence = _within(node.evidence, source)
    if not evidence and node.type not in (*_COMMON, "Document"):
        return None
    if node.type == "Conflict":
        return _cut_conflict(node, evidence, source)
    properties = _with_facts_of(node, source)
    if node.type == "Network" and properties.get("roster") == "complete" and _list_from(node, graph) != source:
        properties = {**properties, "roster": "partial"}
    return replace(node, properties=properties, evidence=evidence)


def _list_from(network: NodeRecord, graph: Graph) -> str | None:
    """The document that is the list of members of ``network``: of its year, and naming more of its members than any other."""
    year = str(network.properties.get("roster_as_of", ""))[:4]
    of_year = {d.id for d in graph.of_type("Document") if str(d.properties.get("as_of_year", "")) == year}
    members = [t for t in graph.ties_of.get(network.id, ()) if t.type == "MEMBER_OF" and t.target == network.id]
    named = Counter(document for tie in members for document in {d for e in tie.evidence for d in e.documents}).most_common(2)
    if not named or named[0][0] not in of_year or (len(named) > 1 and named[0][1] == named[1][1]):
        return None
    return named[0][0]


def _with_facts_of(node: NodeRecord, source: str) -> Mapping[str, Value]:
    """The properties with the facts of the source alone; a value that rested on other facts is gone, or another."""
    texts = node.properties.get("facts")
    if not isinstance(texts, list):
        return node.properties
    said = [json.loads(text) for text in texts]
    left = [s for s in said if _within(map(Evidence.parse, s["evidence"]), source)]
    before, after = (values_of(node, [_fact(node.id, s) for s in facts]) for facts in (said, left))
    properties = {**{k: v for k, v in node.properties.items() if k not in before and k != "facts"}, **after}
    if left:
        properties["facts"] = [dump(_only(s, source)) for s in left]
    return dict(sorted(properties.items()))


def _fact(about: str, said: Mapping[str, Any]) -> FactRecord:
    return FactRecord(about=about, **{k: v for k, v in said.items() if k != "evidence"})


def _only(said: Mapping[str, Any], source: str) -> Mapping[str, Any]:
    return {**said, "evidence": [str(e) for e in _within(map(Evidence.parse, said["evidence"]), source)]}


def _cut_conflict(node: NodeRecord, evidence: Sequence[Evidence], source: str) -> NodeRecord | None:
    """A difference within the source: two sides or more of it stay."""
    texts = node.properties.get("statements")
    said = [json.loads(text) for text in texts] if isinstance(texts, list) else []
    left = [_only(s, source) for s in said if _within(map(Evidence.parse, s["evidence"]), source)]
    if len(left) < 2:
        return None
    return replace(node, properties={**node.properties, "statements": [dump(s) for s in left]}, evidence=tuple(evidence))
