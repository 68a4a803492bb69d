// A part of a project (a phase, an event of it) counts with the whole, up to three levels.
MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country) AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  AND COUNT { (p)<-[:PART_OF*0..3]-(:Project)<-[:LEADS|PARTNER_IN {reading: 'accepted'}]-() }
    + COUNT { (p)<-[:PART_OF*0..3]-(:Project)-[:FUNDED_BY {reading: 'accepted'}]->() } > 0
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[t:LEADS]-(x)
  WHERE t.reading = 'accepted'
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS organisers, collect(ties) AS e0,
         collect(CASE WHEN x:LRA OR ($state_offices AND x.called_lra_by IS NOT NULL) THEN x.name END) AS lra_organisers
}
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[t:PARTNER_IN]-(x)
  WHERE t.reading = 'accepted'
  WITH t, x
  WHERE x:LRA OR ($state_offices AND x.called_lra_by IS NOT NULL)
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS lra_partners, collect(ties) AS e1
}
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:FUNDED_BY]->(x)
  WHERE t.reading = 'accepted'
  WITH t, x
  WHERE x:LRA OR ($state_offices AND x.called_lra_by IS NOT NULL)
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS lra_funders, collect(ties) AS e2
}
WITH p, organisers, lra_organisers, lra_partners, lra_funders, e0, e1, e2
WHERE size(lra_organisers) = 0 OR size(lra_partners) = 0 OR size(lra_funders) = 0
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(part:Project)
  WHERE size(coalesce(part.unnamed_partners, [])) > 0
  WITH p, part
  ORDER BY CASE WHEN part.id = p.id THEN 0 ELSE 1 END, part.name, part.id
  RETURN collect(part.unnamed_partners) AS unnamed_partners
}
RETURN p.name AS project, p.country AS country, p.case_study AS case_study, organisers, lra_organisers, lra_partners, lra_funders,
       unnamed_partners, [coalesce(p.evidence, []), e0, e1, e2] AS evidence
ORDER BY size(lra_organisers) + size(lra_partners) + size(lra_funders), country, project, p.id
