"""The pinned engine speaks the Cypher that we rely on: 91 snippets with the rows that Neo4j 5 gives, as a real server confirms.

The known differences are listed. A change of the pin that moves one, either way, fails here and is looked at.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import kglite
import neo4j
import pytest

from tests.neo4j_server import Server, empty

CASES = json.loads((Path(__file__).parent / "dialect-cases.json").read_text(encoding="utf-8"))

# What kglite 0.21.2 does not have (errors), and what it answers otherwise (rows differ). Our queries use none of it.
NOT_THERE = {"collect_subquery", "SHORTEST_gql_5_21", "qpp_quantified", "datetime_now", "label_negation_5", "null_semantics", "percentile_stdev", "comments"}
DIFFERS = {"labels_type_props", "properties_exact", "return_node", "return_path"}


def outcome(case: dict[str, Any]) -> str:
    graph = kglite.KnowledgeGraph()
    for statement in CASES["fixture"]:
        graph.cypher(statement)
    try:
        for step in case["setup"] or []:
            text, parameters = (step, {}) if isinstance(step, str) else step
            graph.cypher(text, params=parameters)
        rows = [list(row.values()) for row in graph.cypher(case["q"], params=case["params"] or {}).to_list()]
    except kglite.KgError:
        return "not there"
    return "same" if same(rows, case) else "differs"


def same(rows: list[list[Any]], case: dict[str, Any]) -> bool:
    found, expected = ([json.dumps(row, sort_keys=True) for row in rows] for rows in (rows, case["exp"]))
    return found == expected if case["ordered"] else sorted(found) == sorted(expected)


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["id"])
def test_the_engine_answers_as_known(case: dict[str, Any]) -> None:
    expected = "not there" if case["id"] in NOT_THERE else "differs" if case["id"] in DIFFERS else "same"
    assert outcome(case) == expected


def test_a_real_server_gives_the_rows_that_we_expect(neo4j_server: Server) -> None:
    differing = []
    with neo4j_server.driver() as driver, driver.session() as session:
        for case in CASES["cases"]:
            empty(neo4j_server)
            for step in (*CASES["fixture"], *(case["setup"] or [])):
                text, parameters = (step, {}) if isinstance(step, str) else step
                session.run(text, parameters).consume()
            rows = [[plain(value) for value in record.values()] for record in session.run(case["q"], case["params"] or {})]
            if not same(rows, case):
                differing.append((case["id"], rows, case["exp"]))
    assert differing == []


def plain(value: Any) -> Any:
    """As the cases write nodes (``__n``), relationships (``__r``) and paths (``__p``: all nodes, all relationships)."""
    if isinstance(value, neo4j.graph.Node):
        return {"__n": sorted(value.labels), "p": dict(value)}
    if isinstance(value, neo4j.graph.Relationship):
        return {"__r": value.type, "p": dict(value)}
    if isinstance(value, neo4j.graph.Path):
        return {"__p": [[plain(n) for n in value.nodes], [plain(r) for r in value.relationships]]}
    return value
