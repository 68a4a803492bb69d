"""``ask --source``: what one source tells, as if nothing else were loaded. Pure."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interlocal.errors import QuestionError
from interlocal.graph.assemble import OF_WHAT_IS_LOADED, values_of
from interlocal.graph.cite import Citations, document_name
from interlocal.graph.conflicts import dump
from interlocal.graph.lookup import find
from interlocal.graph.records import Evidence, FactRecord, Graph, NodeRecord, RelationshipRecord, Value
from interlocal.graph.successive_lists import dates_of_lists
from interlocal.queries.question import Answer
from interlocal.text import inner

# They are of all sources: countries and themes sort what is told, and need no evidence.
_COMMON = ("Country", "Theme")
# What sorts and places a thing, whoever names it.
_SORTING = ("level", "scope", "kind", "nuts", "lau", "lat", "lon", "reference")


def document(text: str, graph: Graph) -> NodeRecord:
    """The source that people name by title, short form (CSES 2013) or id; raises QuestionError."""
    citations = Citations.of_graph(graph)
    named = [replace(d, name=citations.name(d.id), aliases=(d.name, document_name(d.id), *d.aliases)) for d in graph.of_type("Document")]
    return graph.by_id[find(text, named, what="source").id]


def from_source(graph: Graph, source: str) -> Graph:
    """``graph`` as the document ``source`` alone tells it.

    Kept is what has a passage that stands in that document alone, with these passages, facts and sides of differences only; and both ends of
    a link that it states, though a table cites another document for them.
    How places lie in each other, from lists of codes, stays between the places that are kept. A list of members is complete
    in the source that it came from.
    """
    told = [tie for tie in (_cut_tie(tie, source) for tie in graph.relationships) if tie is not None]
    named = _named_by(told)
    cut = [node for node in (_cut(node, graph, source, named.get(node.id, ())) for node in graph.nodes) if node is not None]
    kept = {node.id for node in cut}
    ties = [tie for tie in told if {tie.source, tie.target} <= kept]
    cited = {document for tie in ties for e in tie.evidence for document in e.documents} | {source}
    return Graph(tuple(n for n in cut if n.type != "Document" or n.id in cited), tuple(ties), graph.fingerprint)


def told_by(answer: Answer, source: NodeRecord) -> Answer:
    """The answer with the source that it is from."""
    parameters = {**answer.parameters, "source": source.id}
    if not answer.answerable:
        return replace(answer, headline=f"{answer.headline} (Asked of {answer.citations.name(source.id)} alone.)", parameters=parameters)
    return replace(answer, headline=f"By {answer.citations.name(source.id)} alone: {inner(answer.headline)}", parameters=parameters)


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
    if not evidence:
        return None
    if "left_by" in tie.properties:
        # That it ended is told by another list.
        tie = replace(tie, properties={name: value for name, value in tie.properties.items() if name not in ("until", "until_year", "left_by", "note")})
    return replace(tie, evidence=evidence)


def _named_by(ties: Iterable[RelationshipRecord]) -> Mapping[str, Sequence[Evidence]]:
    """Of every thing the passages on its links, the first first."""
    found: dict[str, set[Evidence]] = defaultdict(set)
    for tie in ties:
        if tie.properties.get("certainty") != "reference":
            for end in (tie.source, tie.target):
                found[end].update(tie.evidence)
    return {one: sorted(passages) for one, passages in found.items()}


def _cut(node: NodeRecord, graph: Graph, source: str, named: Sequence[Evidence]) -> NodeRecord | None:
    evidence = _within(node.evidence, source)
    if node.type == "Conflict":
        return _cut_conflict(node, evidence, source) if evidence else None
    properties, facts = _with_facts_of(node, source)
    is_listed = node.type == "Network" and node.properties.get("roster") == "complete"
    date = _date_of_list(node, graph, source) if is_listed else ""
    if not evidence and node.type not in (*_COMMON, "Document"):
        # A table may cite another document for a thing than for a link or a fact of it: the source names it all the same, but describes it not.
        evidence = tuple(named[:1]) or tuple(sorted(e for fact in facts for e in map(Evidence.parse, fact["evidence"]))[:1])
        of_facts = {*values_of(node, [_fact(node.id, fact) for fact in facts]), "facts"}
        kept = {*_SORTING, *of_facts, *(OF_WHAT_IS_LOADED if date else ())}
        properties = {name: value for name, value in properties.items() if name in kept}
    if not evidence and node.type not in (*_COMMON, "Document"):
        return None
    if is_listed:
        properties = {**properties, **({"roster": "complete", "roster_as_of": date} if date else {"roster": "partial"} if "roster" in properties else {})}
    return replace(node, properties=properties, evidence=evidence)


def _date_of_list(network: NodeRecord, graph: Graph, source: str) -> str:
    """The date of the complete list of members that ``source`` is: of its year, naming more of the members than any other document of that year; else empty."""
    members = [t for t in graph.ties_of.get(network.id, ()) if t.type == "MEMBER_OF" and t.target == network.id]
    named = Counter(document for tie in members for document in {d for e in tie.evidence for d in e.documents})
    years = {d.id: str(d.properties.get("as_of_year", "")) for d in graph.of_type("Document")}
    for date in dates_of_lists(network):
        most = Counter({d: count for d, count in named.items() if years.get(d) == date[:4]}).most_common(2)
        if most and most[0][0] == source and (len(most) == 1 or most[0][1] > most[1][1]):
            return date
    return ""


def _with_facts_of(node: NodeRecord, source: str) -> tuple[Mapping[str, Value], Sequence[Mapping[str, Any]]]:
    """The properties with the facts of the source alone, and these facts; a value that rested on other facts is gone, or another."""
    texts = node.properties.get("facts")
    if not isinstance(texts, list):
        return node.properties, ()
    said = [json.loads(text) for text in texts]
    left = [_only(s, source) for s in said if _within(map(Evidence.parse, s["evidence"]), source)]
    before, after = (values_of(node, [_fact(node.id, s) for s in facts]) for facts in (said, left))
    properties = {**{k: v for k, v in node.properties.items() if k not in before and k != "facts"}, **after}
    if left:
        properties["facts"] = [dump(s) for s in left]
    return dict(sorted(properties.items())), left


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
