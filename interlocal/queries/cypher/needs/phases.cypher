// Years of a project or its parts: without them nobody can be seen to have joined late or left early.
MATCH (x)-[t:LEADS|PARTNER_IN|SUPPORTS|SERVES]-(p:Project)
WHERE t.reading = 'accepted'
  AND (p.start IS NOT NULL OR p.`end` IS NOT NULL OR toLower(coalesce(t.role, '')) CONTAINS 'phase' OR COUNT { (p)-[:PART_OF]->(:Project) } > 0)
RETURN count(x) > 0 AS met
