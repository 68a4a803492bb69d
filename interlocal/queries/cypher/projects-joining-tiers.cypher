// A part of a project (a phase, an event of it) counts with the whole, up to three levels.
MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country) AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(x)
  WHERE t.reading = 'accepted' AND (x:LRA OR x:Organisation OR x:Fund)
  WITH t, x,
       CASE
         WHEN x:LRA OR ($state_offices AND x.called_lra_by IS NOT NULL) OR (x:Fund AND x.kind = 'regional') THEN 'local'
         WHEN x:Fund AND x.kind IN ['national', 'eu'] THEN x.kind
         WHEN x:Organisation AND x.kind IN ['national_authority', 'state_territorial_office'] THEN 'national'
         WHEN x:Organisation AND x.kind = 'agency' AND x.country IS NOT NULL THEN 'national'
         WHEN x:Organisation AND x.kind IN ['agency', 'eu_institution'] THEN 'eu'
       END AS tier
  WITH t, x, tier
  WHERE tier IS NOT NULL
  WITH x, tier, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(CASE WHEN tier = 'local' THEN x.name END) AS local_regional, collect(CASE WHEN tier = 'national' THEN x.name END) AS national,
         collect(CASE WHEN tier = 'eu' THEN x.name END) AS eu, collect(ties) AS evidence
}
WITH p, local_regional, national, eu, evidence,
     CASE WHEN size(local_regional) > 0 THEN 1 ELSE 0 END + CASE WHEN size(national) > 0 THEN 1 ELSE 0 END
       + CASE WHEN size(eu) > 0 THEN 1 ELSE 0 END AS count
WHERE count > 1
CALL (p) {
  MATCH (part:Project)-[:PART_OF*0..3]->(p)
  WHERE size(coalesce(part.unnamed_partners, [])) > 0
  WITH part
  ORDER BY part.name, part.id
  RETURN collect(part.unnamed_partners) AS unnamed_partners
}
RETURN p.name AS project, p.country AS country, p.case_study AS case_study, count,
       CASE WHEN count = 3 THEN 'all three' WHEN size(local_regional) = 0 THEN 'national and EU' WHEN size(national) = 0 THEN 'local or regional and EU'
         ELSE 'local or regional and national' END AS tiers,
       local_regional, national, eu, unnamed_partners, evidence
ORDER BY count DESC, tiers, country, project, p.id
