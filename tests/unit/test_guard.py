"""What may be asked of a store. Each refused text was a way round a weaker guard."""

from __future__ import annotations

import pytest

from interlocal.errors import QuestionError
from interlocal.graph.store.guard import check, labels_in


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
        # Each way a reading statement begins, in any case, after comments and spaces of any kind.
        "/* CREATE */ optional\u00a0match (n) RETURN n.id AS id",
        "// SET\rMATCH (n) RETURN n.id AS id",
        "WITH 1 AS one RETURN one",
        "Unwind [1, 2] AS one RETURN one",
        "RETURN 1 AS one UNION ALL RETURN 2 AS one",
        "CALL { MATCH (n) RETURN n.id AS id } RETURN id",
        "CALL () { MATCH (n) RETURN n.id AS id } RETURN id",
        "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n.id AS id, c",
        # Subqueries, quantified patterns, shortest paths, map projections.
        "MATCH (n) WHERE EXISTS { (n)-[:USE]->() } AND COUNT { (n)--() } > 1 RETURN COLLECT { MATCH (n)--(m) RETURN m.id } AS ids",
        "MATCH (a)((x)-[:PART_OF]->(y) WHERE x.use = y.load){1,3}(b) RETURN a.id AS a",
        "MATCH p = SHORTEST 1 (a)-[:PART_OF]->+(b) RETURN length(p) AS steps",
        "MATCH p = shortestPath((a)-[:LEADS|PARTNER_IN*..10]-(b)) RETURN [n IN nodes(p) | n.id] AS ids",
        "MATCH (n) RETURN n {.create, .use, call: n.call} AS n",
        # Words of clauses as property, label, key, parameter, text, quoted name.
        "MATCH (n:Use {show: $use}) RETURN n.use AS `use`, 'CALL db.labels()' AS text, {use: 1, call: 2, load: 3} AS map",
        "MATCH (n:Show)-[t:CALL]->(m:Transactions) WHERE n.csv IN m.transactions RETURN n.explain AS explain, n.cypher AS cypher",
        "MATCH (n) USING SCAN n:LRA WHERE n.id STARTS WITH 'x' RETURN n.id AS id SKIP 1 LIMIT 2",
        # The built-in functions that have a dot.
        "RETURN date.truncate('year', date()) AS year, point.distance($a, $b) AS far, Duration . between($c, $d) AS long",
        "MATCH (n) WHERE (n.a) IN n.b AND n.c = size(n.d) RETURN 'año' AS año",
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
        (";", "empty"),
        ("/* never closed", "begins with"),
        # A comment ends with the line, and a carriage return ends a line for Neo4j.
        ("MATCH (n) // x\r CALL db.labels() YIELD label RETURN label", "procedures"),
        ("MATCH (n) // x\rLOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD"),
        # What a server takes beside reading statements.
        ("EXPLAIN MATCH (n) RETURN n.id AS id", "not with EXPLAIN"),
        ("profile MATCH (n) RETURN n.id AS id", "not with profile"),
        ("CYPHER 25 MATCH (n) RETURN n.id AS id", "not with CYPHER"),
        ("CYPHER runtime=slotted MATCH (n) RETURN n.id AS id", "not with CYPHER"),
        ("EXPLAIN CREATE (n)", "write (CREATE)"),
        ("USE system MATCH (n) RETURN n.id AS id", "another database"),
        ("CALL { USE neo4j MATCH (n) RETURN n.id AS id } RETURN id", "another database"),
        ("MATCH (n) CALL (n) { use graph.byName('x') RETURN 1 AS one } RETURN one", "another database"),
        ("TERMINATE TRANSACTION 'neo4j-transaction-1'", "not with TERMINATE"),
        ("SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t", "SHOW"),
        ("START DATABASE neo4j", "not with START"),
        ("STOP DATABASE neo4j", "not with STOP"),
        ("GRANT ROLE reader TO me", "not with GRANT"),
        ("DENY READ {*} ON GRAPH * TO me", "not with DENY"),
        ("REVOKE ROLE reader FROM me", "not with REVOKE"),
        ("RENAME USER a TO b", "not with RENAME"),
        ("ENABLE SERVER 'x'", "not with ENABLE"),
        ("DRYRUN REALLOCATE DATABASES", "not with DRYRUN"),
        ("DEALLOCATE DATABASES FROM SERVER 'x'", "not with DEALLOCATE"),
        ("ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "write (ALTER)"),
        ("INSERT (:LRA)", "write (INSERT)"),
        ("MATCH (n) NODETACH DELETE n", "write (DELETE)"),
        ("MATCH (n) CALL (n) { RETURN 1 AS one } IN TRANSACTIONS OF 10 ROWS RETURN one", "one transaction"),
        ("MATCH (n) CALL { RETURN 1 AS one } IN 3 CONCURRENT TRANSACTIONS RETURN one", "one transaction"),
        ("USING PERIODIC COMMIT LOAD CSV FROM 'x' AS line RETURN line", "LOAD"),
        (":use system", "not with :"),
        ("{ MATCH (n) RETURN n.id AS id }", "not with {"),
        ("FINISH", "not with FINISH"),
        # Procedures: without parentheses, quoted, in a subquery, after OPTIONAL; functions of plugins run Cypher too.
        ("CALL db.labels", "procedures"),
        ("CALL `db`.`labels`()", "procedures"),
        ("CALL/**/db . labels()", "procedures"),
        ("OPTIONAL CALL db.labels() YIELD label RETURN label", "procedures"),
        ("RETURN EXISTS { CALL db.labels() YIELD label RETURN label } AS some", "procedures"),
        ("RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) RETURN n', {}) AS n", "plugins"),
        ("RETURN `apoc`.cypher.`runFirstColumnSingle` /* */ ('MATCH (n) RETURN n', {}) AS n", "plugins"),
        ("RETURN apoc.date.format(0) AS day", "plugins"),
        # Letters that look like others are no clause for any engine: at the start they are refused here, within by the engine.
        ("ＣＲＥＡＴＥ (n)", "not with ＣＲＥＡＴＥ"),
        ("\u0421REATE (n)", "not with \u0421REATE"),
        ("MATCH (n) \u017fET n.name = 'z' RETURN n.name AS name", "write (SET)"),
        ("\ufeffMATCH (n) RETURN n.id AS id", "not with"),
        ("MATCH (n)\u2028SET\u3000n.name = 'z'", "write (SET)"),
        ("MATCH (n) \u200bSET n.name = 'z'", "write (SET)"),
        ("MATCH (n) RETURN 1 AS one \\u003b CREATE (m)", "escapes"),
    ],
)
def test_everything_else_is_refused_in_one_line(text: str, word: str) -> None:
    with pytest.raises(QuestionError) as error:
        check(text)
    assert word.lower() in str(error.value).lower()
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MATCH (n:LRA)-[t:LEADS|RUNS*0..2]->(:Project {name: 'x:Y', id: n.id}) WHERE NOT n:Network RETURN n.name AS name", "LRA LEADS RUNS Project Network"),
        ("MATCH (n) // (:Hidden)\nRETURN {a: n.id, b: ':Text'} AS m, [x IN labels(n) WHERE n:Fund | x] AS l, `n:Odd` AS o", "Fund"),
        ("MATCH (n:Fund&!Service) RETURN n.id AS id", "Fund"),
        ("MATCH (n)--(m:network) RETURN m.id AS id", "network"),
    ],
)
def test_the_labels_and_types_that_a_query_names(text: str, names: str) -> None:
    assert labels_in(text) == names.split()
