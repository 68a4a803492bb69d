"""Every Cypher text of ours is one that Neo4j 5 takes, with our labels, types, properties and parameters.

Neo4j's own parser and semantic analysis say so, without a server; `tests/readers/lint_cypher.mjs` asks them.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from interlocal.graph.records import Graph
from interlocal.graph.schema import LABELS, NODE_TYPES, RELATIONSHIP_TYPES, TIE_PROPERTIES, constraints, indexes
from interlocal.graph.store.base import MARKER, OURS, Store, marker_row
from interlocal.queries.parameters import PARAMETERS

ROOT = Path(__file__).resolve().parents[2]
READERS = ROOT / "tests" / "readers"

# What the placeholders in statements of the code stand for.
EXAMPLES = {
    "MARKER": MARKER, "OURS": OURS, "label": "LRA", "source": "LRA", "target": "Network", "type": "MEMBER_OF", "kind": "MEMBER_OF",
    "labels": "LRA|Network", "key": "name", "columns": "d.year AS year", "rows": "$rows",
}  # fmt: skip
# Properties that the code writes for its own use, beside those of the model.
OF_THE_CODE = {OURS: ("STALE",), MARKER: ("push", "incomplete", "waiting")}

# Warnings that we do not follow: a part of the message, and where.
NOT_FOLLOWED = {
    # Of two nodes that are found by their unique ids: one pair.
    "this will build a cartesian product": ".py:",
}

_BEGINS = re.compile(r"(CALL|CREATE|DROP|MATCH|MERGE|OPTIONAL|RETURN|SHOW|UNWIND|WITH)\s+\S")
_BLOCK = re.compile(r"^ *```cypher\n(.*?)^ *```", re.DOTALL | re.MULTILINE)


def in_files() -> dict[str, str]:
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted((ROOT / "interlocal").rglob("*.cypher"))}


def in_code() -> dict[str, str]:
    """Every text of the package that begins like a statement, with its placeholders filled in."""
    found = {}
    for path in sorted((ROOT / "interlocal").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        pieces = {id(value) for node in nodes if isinstance(node, ast.JoinedStr) for value in node.values}
        for node in nodes:
            first = node.values[0] if isinstance(node, ast.JoinedStr) else node
            if id(node) not in pieces and isinstance(first, ast.Constant) and isinstance(first.value, str) and _BEGINS.match(first.value):
                where = f"{path.relative_to(ROOT)}:{first.lineno}"
                try:
                    text = eval(ast.unparse(node), dict(EXAMPLES))
                    found[where] = text.format(**EXAMPLES) if "{{" in text else text
                except (NameError, KeyError) as error:
                    pytest.fail(f"{where}: add to EXAMPLES what its placeholder stands for ({error})", pytrace=False)
    return found


def in_documents() -> dict[str, str]:
    saved = (ROOT / "docs" / "neo4j" / "examples.cypher").read_text(encoding="utf-8").split(";\n")
    found = {f"examples.cypher {number}": text for number, text in enumerate(saved, 1) if text.strip()}
    # The pages of the questions repeat the files.
    for path in (ROOT / "README.md", *sorted(p for p in (ROOT / "docs").rglob("*.md") if p.parent.name != "questions")):
        text = path.read_text(encoding="utf-8")
        found |= {f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, m.start(1)) + 1}": m[1] for m in _BLOCK.finditer(text)}
    return found


IN_CODE = in_code()
STATEMENTS = in_files() | IN_CODE | in_documents() | {text.partition(" IF")[0]: text for text in (*constraints(), *indexes())}

# Slips that a reader does not see, and a part of what is said of each.
SLIPS = {
    "MATCH (n:Netwrok) RETURN count(n) AS size": "Label Netwrok is not present",
    "MATCH (l:LRA)-[:MEMBER_IN]->(n:Network) RETURN count(n) AS size": "Relationship type MEMBER_IN is not present",
    "MATCH (n:Network)-[:MEMBER_OF]->(l:LRA) RETURN count(n) AS size": "(:LRA) has no incoming [:MEMBER_OF]",
    "MATCH (l:LRA) RETURN l.nuts3 AS nuts": "Property nuts3 is not in the schema of LRA",
    "MATCH (p:Project) RETURN p.scope AS scope": "Property scope is not in the schema of Project",
    "MATCH (n) WHERE n.readng = 'open' RETURN n.id AS id": "Property readng is not in the schema of the graph",
    "MATCH (:LRA {contry: 'PL'}) RETURN count(*) AS size": "Property contry is not in the schema of LRA",
    "MATCH (p:Project) RETURN COUNT { (p)<-[:LEADS {readng: 'accepted'}]-() } AS size": "Property readng is not in the schema of LEADS",
    "MATCH (p:Project)-[:PART_OF*0..3 {readng: 'accepted'}]->(:Project) RETURN p.id AS id": "Property readng is not in the schema of",
    "MATCH (p:Project) UNWIND p.unnamed AS partner RETURN partner": "Property unnamed is not in the schema of Project",
    "MATCH (p:Project) RETURN p {.id, .nmae} AS project": "Property nmae is not in the schema of Project",
    "MATCH (n:Network) RETURN colect(n.name) AS names": "Function colect is not present",
    "CALL db.lables() YIELD label RETURN label": "Procedure db.lables is not present",
    "MATCH (l:LRA)-[:MEMBER_OF]->(n:Network) WITH l RETURN l.id AS lra, n.id AS network": "Variable `n` not defined",
    "MATCH (l:LRA) WHERE (l.country = 'PL' RETURN l.id AS id": "Invalid input 'RETURN'",
    "MATCH (l:LRA) RETURN l.level + count(*) AS size": "Aggregation column contains implicit grouping expressions",
    "MATCH (l:LRA) WHERE count(l) > 1 RETURN l.id AS id": "Invalid use of aggregating function count(...)",
    "MATCH (l:LRA) WHERE lra.country = 'PL' RETURN l.id AS id": "Variable `lra` not defined",
    "MATCH (l:LRA) WHERE l.country = $contry RETURN l.id AS id": "Parameter $contry is not defined",
    "MATCH (l:LRA) RETURN 2 * 'PL' AS twice": "Type mismatch",
    "MATCH (l:LRA), (n:Network) RETURN l.id AS lra, n.id AS network": "cartesian product",
    "MATCH (l:LRA) RETURN l.id AS id UNION ALL MATCH (n:Network) RETURN n.id AS network": "must have the same return column names",
    ":param country => 'PL'": "Console commands are unsupported",
    "MATCH (l:LRA) LET id = l.id RETURN id": "Invalid input 'LET'",
    "CYPHER 25 MATCH (l:LRA) LET id = l.id RETURN id": "CYPHER 25 is not in Neo4j 5",
}
# What our embedded engine answers and Neo4j 5 refuses: the tests of answers do not see it.
ONLY_EMBEDDED = {
    "MATCH (l:LRA) RETURN l.id AS id HAVING id = 'x'": "Invalid input 'HAVING'",
    "MATCH (l:LRA) RETURN l.id AS id WHERE id = 'x'": "Invalid input 'WHERE'",
    "MATCH (l:LRA) RETURN l.id AS id ORDER BY id LIMIT 1 SKIP 1": "can only be used in this order",
    "MATCH (l:LRA) WITH l.country, count(*) AS size RETURN size": "Expression in WITH must be aliased",
    "MATCH (l:LRA) WHERE l.country != 'PL' RETURN l.id AS id": "Unknown operation '!='",
    "MATCH (l:LRA) RETURN size((l)-->()) AS size": "A pattern expression should only be used in order to test the existence of a pattern",
    "MATCH (l:LRA) RETURN length(l.name) AS size, length('abc') AS three": "Type mismatch: expected Path but was String",
    "MATCH (n:Network) RETURN median(n.stated_members) AS half": "Function median is not present",
}


def property_keys(graph: Graph) -> Mapping[str, Sequence[str]]:
    """The keys that each label and type can have: what the schema declares, what every store adds, what facts of the seed give."""
    keys: dict[str, set[str]] = defaultdict(set)
    for label in LABELS:
        keys[label] = {"id", "name", "title", "aliases", "country", "evidence", *NODE_TYPES[label].properties}
    for name in RELATIONSHIP_TYPES:
        keys[name] = {"key", "evidence", "since_year", "until_year", *TIE_PROPERTIES}
    for record in (*graph.nodes, *graph.relationships):
        keys[record.type] |= set(record.properties)
    keys[OURS] = {*OF_THE_CODE[OURS], *(key for label in LABELS for key in keys[label])}
    keys[MARKER] = {*OF_THE_CODE[MARKER], "id", *marker_row(Graph())["properties"]}
    return {name: sorted(names) for name, names in keys.items()}


@pytest.fixture(scope="module")
def said(seed_graph: Graph) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """What the linter says of each statement, by its name; the slips are their own names."""
    node = shutil.which("node")
    if not node or not (READERS / "node_modules" / "@neo4j-cypher").is_dir():
        pytest.skip("the Cypher linter is not here; it needs Node.js: run make readers")
    texts = STATEMENTS | {text: text for text in (*SLIPS, *ONLY_EMBEDDED)}
    asked = {
        # The code gives parameters of its own; a question, those that every question takes.
        "statements": {
            name: {"text": text, "parameters": re.findall(r"\$(\w+)", text) if name in IN_CODE else list(PARAMETERS)} for name, text in texts.items()
        },
        "labels": [*LABELS, MARKER, OURS],
        "relationshipTypes": list(RELATIONSHIP_TYPES),
        "patterns": [
            {"from": source, "to": target, "relType": name}
            for name, kind in RELATIONSHIP_TYPES.items()
            for source, target in (*sorted(kind.ends), (OURS, OURS))
        ],
        "propertyKeys": property_keys(seed_graph),
    }
    done = subprocess.run([node, READERS / "lint_cypher.mjs"], input=json.dumps(asked), capture_output=True, text=True, encoding="utf-8", cwd=READERS)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[Mapping[str, Any]]] = {name: [] for name in texts}
    for one in json.loads(done.stdout):
        found[one["name"]].append(one)
    return found


def lines(name: str, said: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[str]:
    followed = (d for d in said[name] if not any(part in d["message"] and where in name for part, where in NOT_FOLLOWED.items()))
    return [f"line {d['line']}, column {d['column']}: {d['message']}" for d in followed]


@pytest.mark.parametrize("name", STATEMENTS)
def test_neo4j_5_takes_it(name: str, said: Mapping[str, Any]) -> None:
    assert lines(name, said) == []


@pytest.mark.parametrize(("text", "message"), (SLIPS | ONLY_EMBEDDED).items())
def test_a_slip_is_seen(text: str, message: str, said: Mapping[str, Any]) -> None:
    assert any(message in line for line in lines(text, said)), lines(text, said)


@pytest.mark.parametrize("text", ONLY_EMBEDDED)
def test_the_embedded_engine_does_not_see_it(text: str, seed_store: Store) -> None:
    seed_store.query(text)


@pytest.mark.parametrize("part", NOT_FOLLOWED)
def test_every_warning_that_we_do_not_follow_is_met(part: str, said: Mapping[str, Any]) -> None:
    assert any(part in d["message"] for name in STATEMENTS for d in said[name])


def test_statements_are_found_in_files_and_in_the_code() -> None:
    assert len(in_files()) > 20
    assert {"base.py", "kglite.py", "ask.py", "parameters.py", "schema.py"} <= {Path(name).name.partition(":")[0] for name in IN_CODE}
