// A project that follows another, or a fact about replication or continuation.
MATCH (p:Project)
WHERE COUNT { (p)-[:FOLLOWS]->(:Project) } > 0
   OR any(f IN coalesce(p.facts, []) WHERE f CONTAINS '"property": "replicat' OR f CONTAINS '"property": "continuation"')
RETURN count(p) > 0 AS met
