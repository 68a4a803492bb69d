MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country)
  AND COUNT { (p)<-[:LEADS|PARTNER_IN]-() } + COUNT { (p)-[:FUNDED_BY]->() } > 0
  // A part of another project (a phase, an event of it) counts with the whole.
  AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
OPTIONAL MATCH (p)<-[t:LEADS]-(x)
WHERE x:LRA OR ($state_offices AND x.called_lra_by IS NOT NULL)
WITH p, x, t
ORDER BY x.name, x.id
WITH p, collect(DISTINCT x.name) AS lra_organisers, collect(t.evidence) AS e1
OPTIONAL MATCH (p)<-[t:PARTNER_IN]-(x)
WHERE x:LRA OR ($state_offices AND x.called_lra_by IS NOT NULL)
WITH p, lra_organisers, e1, x, t
ORDER BY x.name, x.id
WITH p, lra_organisers, e1, collect(DISTINCT x.name) AS lra_partners, collect(t.evidence) AS e2
OPTIONAL MATCH (p)-[t:FUNDED_BY]->(x)
WHERE x:LRA OR ($state_offices AND x.called_lra_by IS NOT NULL)
WITH p, lra_organisers, e1, lra_partners, e2, x, t
ORDER BY x.name, x.id
WITH p, lra_organisers, lra_partners, collect(DISTINCT x.name) AS lra_funders, e1 + e2 + collect(t.evidence) AS lra_evidence
WHERE size(lra_organisers) = 0 OR size(lra_partners) = 0 OR size(lra_funders) = 0
OPTIONAL MATCH (p)<-[t:LEADS]-(x)
WITH p, lra_organisers, lra_partners, lra_funders, lra_evidence, x, t
ORDER BY x.name, x.id
WITH p, lra_organisers, lra_partners, lra_funders, lra_evidence, collect(DISTINCT x.name) AS organisers, collect(t.evidence) AS e0
RETURN p.name AS project, p.country AS country, p.case_study AS case_study, organisers, lra_organisers, lra_partners, lra_funders,
       coalesce(p.unnamed_partners, []) AS unnamed_partners,
       coalesce(p.evidence, []) + reduce(joined = [], e IN lra_evidence + e0 | joined + e) AS evidence
ORDER BY size(lra_organisers) + size(lra_partners) + size(lra_funders), country, project, p.id
