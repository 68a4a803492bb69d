// What is stated of evaluation for each project described; a part of a project (a phase, an event of it) counts with the whole.
MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country) AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  AND COUNT { (p)<-[:PART_OF*0..3]-(:Project)<-[:LEADS|PARTNER_IN {reading: 'accepted'}]-() }
    + COUNT { (p)<-[:PART_OF*0..3]-(:Project)-[:FUNDED_BY {reading: 'accepted'}]->() } > 0
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(part:Project)
  WITH part
  ORDER BY part.id
  RETURN collect([f IN coalesce(part.facts, []) WHERE f CONTAINS '"property": "evaluation"' OR f CONTAINS '"property": "evaluation_planned"']) AS facts
}
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:EVALUATED_BY]->(o)
  WHERE t.reading IN ['accepted', 'open']
  WITH o.name AS name, o.id AS id, collect(t.evidence) AS ties, collect(CASE WHEN t.reading = 'accepted' THEN 1 END) AS certain
  ORDER BY name, id
  RETURN collect(CASE WHEN size(certain) > 0 THEN name END) AS evaluators, collect(CASE WHEN size(certain) = 0 THEN name END) AS left_open,
         collect(ties) AS e0
}
RETURN p.name AS project, p.country AS country, p.case_study AS case_study, evaluators, left_open, facts, coalesce(p.evidence, []) AS described, e0 AS evidence
ORDER BY country, project, p.id
