// A part of a project (a phase, an event of it) counts with the whole, up to three levels.
MATCH (p:Project)<-[:PART_OF*0..3]-(:Project)<-[t:LEADS|PARTNER_IN]-(l:LRA)
WHERE t.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
WITH p, l, collect(t.evidence) AS ties
ORDER BY l.country, l.name, l.id
WITH p, collect(l.name) AS lras, collect(DISTINCT l.country) AS countries, collect(ties) AS evidence
WHERE size(lras) > 1 AND ($country IS NULL OR $country IN countries)
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(part:Project)
  WHERE size(coalesce(part.unnamed_partners, [])) > 0
  WITH p, part
  ORDER BY CASE WHEN part.id = p.id THEN 0 ELSE 1 END, part.name, part.id
  RETURN collect(part.unnamed_partners) AS unnamed_partners
}
RETURN p.name AS project, CASE WHEN size(countries) > 1 THEN 'across borders' ELSE 'within a country' END AS reach,
       lras, countries, size(lras) AS count, unnamed_partners, evidence
ORDER BY CASE WHEN size(countries) > 1 THEN 0 ELSE 1 END, countries[0], project, p.id
