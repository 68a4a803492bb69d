MATCH (l:LRA)-[t:LEADS|PARTNER_IN]->(p:Project)
WHERE COUNT { (p)-[:PART_OF]->(:Project) } = 0
WITH p, l, t
ORDER BY l.country, l.name, l.id
WITH p, collect(DISTINCT l.id) AS ids, collect(DISTINCT l.name) AS lras, collect(DISTINCT l.country) AS countries,
     collect(t.evidence) AS ties
WHERE size(ids) > 1 AND ($country IS NULL OR $country IN countries)
RETURN p.name AS project, CASE WHEN size(countries) > 1 THEN 'across borders' ELSE 'within a country' END AS reach,
       lras, countries, size(lras) AS count, coalesce(p.unnamed_partners, []) AS unnamed_partners,
       reduce(joined = [], e IN ties | joined + e) AS evidence
ORDER BY CASE WHEN size(countries) > 1 THEN 0 ELSE 1 END, countries[0], project, p.id
