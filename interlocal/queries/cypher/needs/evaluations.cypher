// A fact about evaluation, or an evaluator: without either, that nothing is said would tell nothing.
MATCH (p:Project)
WHERE COUNT { (p)-[:EVALUATED_BY]->() } > 0 OR any(f IN coalesce(p.facts, []) WHERE f CONTAINS '"property": "evaluation"')
RETURN count(p) > 0 AS met
