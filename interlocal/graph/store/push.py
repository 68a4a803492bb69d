"""Making the graph on a server equal to ours: compare, then write the difference.

What we own there is what bears the label ``Interlocal``, and the ties between such nodes that have a ``key``. Nothing else
is touched: ties that others drew to our nodes stay, and a node of ours that is to go while others hold on to it stops the push.
The marker node says which graph it is; a push that needs several transactions marks it as incomplete until the end.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from interlocal.errors import StoreError
from interlocal.graph.records import Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import LABELS, RELATIONSHIP_TYPES, constraints, indexes
from interlocal.graph.store.base import MARKER, OURS, Row, ends_of, marker_row, node_row, tie_row

if TYPE_CHECKING:
    import neo4j

T = TypeVar("T")
# A record, and the names of properties that it no longer has.
Stale = tuple[T, tuple[str, ...]]

_COUNT_ALL = "MATCH (n) RETURN count(n) AS n"
_SEIZE = (
    f"MERGE (i:{MARKER} {{id: 'graph'}}) ON CREATE SET i:{OURS}, i.push = '', i.incomplete = true "
    "SET i.waiting = $push WITH i REMOVE i.waiting RETURN coalesce(i.push, '') AS push"
)
# Everything is found by the label that all our nodes share. Labels and types stand in the statement, or come with each row.
_LOAD_NODES = f"UNWIND $rows AS r MERGE (n:{OURS} {{{{id: r.id}}}}) SET n:{{label}}, n += r.properties"
_LOAD_TIES = (
    f"UNWIND $rows AS r MATCH (a:{OURS} {{{{id: r.source}}}}), (b:{OURS} {{{{id: r.target}}}}) "
    "MERGE (a)-[t:{type} {{key: r.key}}]->(b) SET t += r.properties"
)
_LABEL_OF_ROW, _TYPE_OF_ROW = "$(r.label)", "$(r.type)"
_DROP_NODES = f"UNWIND $rows AS id MATCH (n:{OURS} {{id: id}}) DETACH DELETE n"
_DROP_TIES = f"MATCH (:{OURS})-[t]->(:{OURS}) WHERE elementId(t) IN $rows AND t.key IS NOT NULL DELETE t"
_HELD = (
    f"UNWIND $rows AS id MATCH (n:{OURS} {{id: id}})-[t]-(m) WHERE t.key IS NULL OR NOT m:{OURS} "
    "RETURN n.name AS name, type(t) AS type ORDER BY n.id, type LIMIT 1"
)
_COUNT_NODES = f"MATCH (n:{OURS}) RETURN count(n) AS n"
_COUNT_TIES = f"MATCH (:{OURS})-[t]->(:{OURS}) WHERE t.key IS NOT NULL RETURN count(t) AS n"


@dataclass
class Changes:
    """What differs between a graph and what a server has: to add, to change, to remove."""

    new_nodes: list[NodeRecord] = field(default_factory=list)
    changed_nodes: list[Stale[NodeRecord]] = field(default_factory=list)
    gone_nodes: list[str] = field(default_factory=list)
    new_ties: list[RelationshipRecord] = field(default_factory=list)
    changed_ties: list[Stale[RelationshipRecord]] = field(default_factory=list)
    gone_ties: list[str] = field(default_factory=list)
    # What the marker said: the last push, whether it finished, and the fingerprint.
    last_push: str = ""
    current: bool = False

    @property
    def count(self) -> int:
        return sum(number for kinds in self.as_dict().values() for number in kinds.values())

    def as_dict(self) -> Mapping[str, Mapping[str, int]]:
        """How many nodes and ties are new, changed and gone."""
        return {
            "nodes": {"new": len(self.new_nodes), "changed": len(self.changed_nodes), "gone": len(self.gone_nodes)},
            "ties": {"new": len(self.new_ties), "changed": len(self.changed_ties), "gone": len(self.gone_ties)},
        }


class _OvertakenError(Exception):
    """Another push began since we compared."""


def push(session: neo4j.Session, graph: Graph, *, beside_others: bool, at_once: int, batch: int, progress: Callable[[int], None] = lambda _: None) -> Changes:
    """Write what differs, by the rules of ``Neo4jStore.push``; raises StoreError, and driver errors as they are."""
    for _ in range(5):
        changes = session.execute_read(lambda tx: compare(tx, graph, beside_others=beside_others))
        if changes.count == 0 and changes.current:
            return changes
        _prepare(session)
        try:
            if changes.count <= at_once:
                _all_at_once(session, graph, changes, progress)
            else:
                _in_batches(session, graph, changes, batch, progress)
        except _OvertakenError:
            continue
        return changes
    raise StoreError("others push to this graph all the time, so nothing was written", todo="Try again when they have finished.")


# --- comparing ---------------------------------------------------------------------------------------------------------


def compare(tx: Any, graph: Graph, *, beside_others: bool) -> Changes:
    """What differs between the server and ``graph``; raises StoreError when the database is not ours to write to."""
    _refuse_what_is_not_ours(tx, beside_others=beside_others)
    if not tx.run(_COUNT_NODES).single()["n"]:
        return _all_new(graph)
    changes = Changes()
    marker = tx.run(f"MATCH (i:{MARKER}:{OURS}) RETURN properties(i) AS p").single()
    if marker is not None:
        wanted = marker_row(graph)["properties"]
        changes.last_push = marker["p"].get("push", "")
        changes.current = not marker["p"].get("incomplete") and all(marker["p"].get(k) == v for k, v in wanted.items())
    for label in LABELS:
        _compare_nodes(tx, label, {n.id: n for n in graph.nodes if n.type == label}, changes)
    for kind in RELATIONSHIP_TYPES:
        _compare_ties(tx, kind, {(t.source, t.target, t.key): t for t in graph.relationships if t.type == kind}, changes)
    for tie in changes.new_ties:
        ends_of(tie, graph)
    _refuse_to_tear_off(tx, changes)
    return changes


def _all_new(graph: Graph) -> Changes:
    """Nothing of ours is there: what a server takes long for, planning a query a label and type, can be left out."""
    for tie in graph.relationships:
        ends_of(tie, graph)
    return Changes(new_nodes=list(graph.nodes), new_ties=list(graph.relationships))


def _compare_nodes(tx: Any, label: str, wanted: dict[str, NodeRecord], changes: Changes) -> None:
    for row in tx.run(f"MATCH (n:{label}:{OURS}) RETURN properties(n) AS p"):
        found = row["p"]
        node = wanted.pop(found["id"], None)
        if node is None:
            changes.gone_nodes.append(found["id"])
        elif (lost := _differs(found, {"id": node.id, **node_row(node)["properties"]})) is not None:
            changes.changed_nodes.append((node, lost))
    changes.new_nodes.extend(wanted.values())


def _compare_ties(tx: Any, kind: str, wanted: dict[tuple[str, str, str], RelationshipRecord], changes: Changes) -> None:
    text = f"MATCH (a:{OURS})-[t:{kind}]->(b:{OURS}) WHERE t.key IS NOT NULL RETURN elementId(t) AS element, a.id AS a, b.id AS b, properties(t) AS p"
    for row in tx.run(text):
        found = row["p"]
        tie = wanted.pop((row["a"], row["b"], found["key"]), None)
        if tie is None:
            changes.gone_ties.append(row["element"])
        elif (lost := _differs(found, {"key": tie.key, **tie_row(tie)["properties"]})) is not None:
            changes.changed_ties.append((tie, lost))
    changes.new_ties.extend(wanted.values())


def _differs(found: Mapping[str, Any], wanted: Mapping[str, Any]) -> tuple[str, ...] | None:
    """None when both hold the same values of the same types; else the properties that are to go."""
    if found == wanted and all(type(value) is type(wanted[name]) for name, value in found.items()):
        return None
    return tuple(sorted(found.keys() - wanted.keys()))


def _refuse_what_is_not_ours(tx: Any, *, beside_others: bool) -> None:
    theirs = tx.run(_COUNT_ALL).single()["n"] - tx.run(_COUNT_NODES).single()["n"]
    if not theirs:
        return
    if not beside_others:
        seen = tx.run(f"MATCH (n) WHERE NOT n:{OURS} WITH n LIMIT 10000 UNWIND labels(n) AS l RETURN DISTINCT l ORDER BY l LIMIT 3")
        kinds = ", ".join(row["l"] for row in seen) or "without a label"
        what = f"the database holds {theirs:,} nodes that are not interlocal's ({kinds} …), so nothing was written"
        raise StoreError(what, todo="Name another database with NEO4J_DATABASE; or, if they may stand beside ours, push with --beside-others.")
    for label in (*LABELS, MARKER):
        if tx.run(f"MATCH (n:{label}) WHERE NOT n:{OURS} RETURN n.id AS id LIMIT 1").single() is not None:
            what = f"nodes of others in the database have our label “{label}”, so questions would count them; nothing was written"
            raise StoreError(what, todo="Name another database with NEO4J_DATABASE, or give them another label.")


def _refuse_to_tear_off(tx: Any, changes: Changes) -> None:
    """A node that is to go may have ties that others drew: they would go with it."""
    held = tx.run(_HELD, rows=changes.gone_nodes).single()
    if held is not None:
        what = f"“{held['name']}” is no longer in the sources, but a {held['type']} that is not ours leads to it; nothing was written"
        raise StoreError(what, todo="Remove that relationship on the server, then push again.")


# --- writing -----------------------------------------------------------------------------------------------------------


def _prepare(session: neo4j.Session) -> None:
    """Constraints and indexes, ready to be used; in one transaction, because each commit waits for the disk."""

    def work(tx: Any) -> None:
        for text in (*constraints((*LABELS, MARKER, OURS)), *indexes()):
            tx.run(text).consume()

    session.execute_write(work)
    session.run("CALL db.awaitIndexes(300)").consume()


def _all_at_once(session: neo4j.Session, graph: Graph, changes: Changes, progress: Callable[[int], None]) -> None:
    token = uuid.uuid4().hex

    def work(tx: Any) -> None:
        _seize(tx, token, changes.last_push)
        for text, rows in _statements(changes, changes.count or 1, few=True):
            tx.run(text, rows=rows).consume()
        _finish(tx, graph, token)

    session.execute_write(work)
    progress(changes.count)


def _in_batches(session: neo4j.Session, graph: Graph, changes: Changes, batch: int, progress: Callable[[int], None]) -> None:
    token = uuid.uuid4().hex

    def begin(tx: Any) -> None:
        _seize(tx, token, changes.last_push)
        tx.run(f"MATCH (i:{MARKER}:{OURS}) SET i.push = $push, i.incomplete = true", push=token).consume()

    def write(tx: Any, text: str, rows: Sequence[Any]) -> None:
        _still_ours(tx, token)
        tx.run(text, rows=rows).consume()

    session.execute_write(begin)
    try:
        for text, rows in _statements(changes, batch, few=False):
            session.execute_write(write, text, rows)
            progress(len(rows))
        session.execute_write(lambda tx: _finish(tx, graph, token))
    except KeyboardInterrupt as error:
        todo = "Until you run “interlocal push” again, the graph there answers nothing; it then goes on where it stopped."
        raise StoreError("stopped half-way", todo=todo) from error


def _seize(tx: Any, token: str, last_push: str) -> None:
    """Lock the marker for this transaction; another push since we compared means comparing again."""
    row = tx.run(_SEIZE, push=token).single()
    if row["push"] not in (last_push, token):
        raise _OvertakenError


def _still_ours(tx: Any, token: str) -> None:
    row = tx.run(_SEIZE, push=token).single()
    if row["push"] != token:
        raise StoreError("another push to the same graph has begun, so this one stopped", todo="Run it again when the other has finished.")


def _statements(changes: Changes, batch: int, *, few: bool) -> Iterator[tuple[str, Sequence[Any]]]:
    """What to run, in order: what is gone goes first, ties before their ends; then nodes, then ties.

    A server that has just started takes longest to plan statements: ``few`` changes are two, whatever their labels and types. Of
    many, each label and type has its own, which runs faster.
    """
    for rows in _batches(changes.gone_ties, batch):
        yield _DROP_TIES, rows
    for ids in _batches(changes.gone_nodes, batch):
        yield _DROP_NODES, ids
    nodes = _grouped([*((n, ()) for n in changes.new_nodes), *changes.changed_nodes], lambda node: _LABEL_OF_ROW if few else node.type)
    for label, some in nodes.items():
        for part in _batches(some, batch):
            yield _LOAD_NODES.format(label=label), [{"label": node.type, **_row(node_row(node), lost)} for node, lost in part]
    ties = _grouped([*((t, ()) for t in changes.new_ties), *changes.changed_ties], lambda tie: _TYPE_OF_ROW if few else tie.type)
    for kind, several in ties.items():
        for parts in _batches(several, batch):
            yield _LOAD_TIES.format(type=kind), [{"type": tie.type, **_row(tie_row(tie), lost)} for tie, lost in parts]


def _row(row: Row, lost: tuple[str, ...]) -> Row:
    """A row to load in which properties that are to go are null."""
    return {**row, "properties": {**row["properties"], **dict.fromkeys(lost)}} if lost else row


def _finish(tx: Any, graph: Graph, token: str) -> None:
    """Count what is there, then say which graph it is."""
    nodes = tx.run(_COUNT_NODES).single()["n"] - 1
    ties = tx.run(_COUNT_TIES).single()["n"]
    if (nodes, ties) != (len(graph.nodes), len(graph.relationships)):
        what = f"{nodes} of {len(graph.nodes)} nodes and {ties} of {len(graph.relationships)} ties arrived, so nothing was kept"
        raise StoreError(what, todo="Please report this as a defect.")
    text = f"MATCH (i:{MARKER}:{OURS}) SET i += $properties, i.push = $push REMOVE i.incomplete"
    tx.run(text, properties=marker_row(graph)["properties"], push=token).consume()


def _grouped(stale: Iterable[Stale[T]], key: Callable[[T], str]) -> Mapping[str, list[Stale[T]]]:
    groups: dict[str, list[Stale[T]]] = {}
    for record, lost in stale:
        groups.setdefault(key(record), []).append((record, lost))
    return groups


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(items)
    while part := list(islice(remaining, size)):
        yield part
