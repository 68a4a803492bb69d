// A part of a project (a phase, an event of it) counts with the whole, up to three levels.
MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country) AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
MATCH (p)<-[:PART_OF*0..3]-(part:Project)
WHERE size(coalesce(part.unnamed_partners, [])) > 0
WITH p, part
ORDER BY CASE WHEN part.id = p.id THEN 0 ELSE 1 END, part.name, part.id
WITH p, collect(part.unnamed_partners) AS unnamed_partners, collect(part.evidence) AS evidence
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[t:LEADS]-(x)
  WHERE t.reading = 'accepted'
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS organisers, collect(x.id) AS leading, collect(ties) AS e0
}
CALL (p, leading) {
  MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[t:PARTNER_IN|SUPPORTS]-(x)
  WHERE t.reading = 'accepted' AND NOT x.id IN leading
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS partners, collect(ties) AS e1
}
RETURN p.name AS project, p.country AS country, p.case_study AS case_study, organisers, partners, unnamed_partners,
       CASE WHEN size(organisers) + size(partners) > 1 THEN 'several' WHEN size(organisers) + size(partners) = 1 THEN 'one' ELSE 'nobody' END AS named,
       [evidence, e0, e1] AS evidence
ORDER BY CASE WHEN size(organisers) + size(partners) < 2 THEN 0 ELSE 1 END, country, project, p.id
