"""What may be asked of a store. Each refused text was a way round a weaker guard."""

from __future__ import annotations

import pytest

from interlocal.errors import QuestionError
from interlocal.graph.store.guard import check


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) RETURN n.id AS id",
        "MATCH (n:LRA) WHERE n.name = 'CREATE (x); DELETE y' RETURN count(n) AS n",
        "MATCH (n) // then DELETE it; no\nRETURN n.set AS s",
        "MATCH (n:`CREATE`) RETURN n.`delete` AS d;",
        "MATCH (n:Set) RETURN {create: 1, merge: n.merge} AS m",
        "MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN count(m) AS c } RETURN n.id AS id, c",
        "UNWIND $rows AS load_csv RETURN load_csv AS x",
        "MATCH (n) WHERE n.id = $create RETURN n.id AS id",
        "MATCH (n) WHERE n.share = 0.5 AND n.x > 1e3 RETURN n.start AS start ORDER BY start LIMIT 10",
        "MATCH (a)<-[:PART_OF*0..3]-(b) RETURN a.id AS a, b.id AS b",
    ],
)
def test_reading_statements_pass(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("CREATE (n)", "CREATE"),
        ("match (n) set n.x = 1", "SET"),
        ("MATCH (n) DETACH DELETE n", "DETACH"),
        ("MATCH (n) REMOVE n.name", "REMOVE"),
        ("MERGE (n:LRA {id: 'x'})", "MERGE"),
        ("MATCH (n) FOREACH (x IN [1] | SET n.y = x)", "FOREACH"),
        ("MATCH (n) RETURN n.id AS id; MATCH (m) RETURN m.id AS id", ";"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD"),
        ("load /* */ csv from 'file:///etc/passwd' as line return line", "LOAD"),
        ("CALL db.labels() YIELD label RETURN label", "procedures"),
        ("CALL { CREATE (n) RETURN n } RETURN 1 AS one", "CREATE"),
        ("MATCH (n) RETURN 'it\\u0027; CREATE (m)' AS x", "escapes"),
        ("MATCH (n) RETURN 'never closed AS x", "quote"),
        ("MATCH (n)/**/CREATE(m)", "CREATE"),
        ("  // nothing\n", "empty"),
        ("DROP CONSTRAINT lra_id", "DROP"),
        ("MATCH (n) WITH n LIMIT 1CALL pagerank() YIELD node RETURN node.name AS name", "number runs into"),
        ("MATCH (n) WITH n LIMIT 1SET n.name = 'z' RETURN n.name AS name", "number runs into"),
        ("SHOW PROCEDURES", "SHOW"),
        ("MATCH (n) RETURN n.id AS id FORMAT CSV", "FORMAT"),
    ],
)
def test_what_writes_reads_files_or_chains_is_refused(text: str, word: str) -> None:
    with pytest.raises(QuestionError) as error:
        check(text)
    assert word.lower() in str(error.value).lower()
