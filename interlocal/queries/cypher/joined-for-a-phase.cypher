// A body and a project, parts with the whole: every role of the body there is bound to a part, to years inside the project's, or is said to be of a phase.
// First those with one role that is bound, which are few; then all their roles. Years are compared, not months; a project that goes on ends after every year.
MATCH (x)-[t:LEADS|PARTNER_IN|SUPPORTS|SERVES]-(part:Project)-[:PART_OF*0..3]->(p:Project)
WHERE t.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0 AND ($country IS NULL OR p.country = $country OR x.country = $country)
  AND (part.id <> p.id OR toLower(t.role) CONTAINS 'phase' OR t.since_year > toInteger(substring(p.start, 0, 4))
       OR p.`end` = 'ongoing' AND t.until_year IS NOT NULL OR t.until_year < toInteger(substring(p.`end`, 0, 4)))
WITH DISTINCT p, x
WITH p, x, CASE p.`end` WHEN 'ongoing' THEN 9999 ELSE toInteger(substring(p.`end`, 0, 4)) END AS last_year, toInteger(substring(p.start, 0, 4)) AS first_year
CALL (p, x, first_year, last_year) {
  MATCH (p)<-[:PART_OF*0..3]-(part:Project)-[t:LEADS|PARTNER_IN|SUPPORTS|SERVES]-(x)
  WHERE t.reading = 'accepted'
  WITH t, part, part.id <> p.id AS in_part, toLower(coalesce(t.role, '')) CONTAINS 'phase' AS said,
       coalesce(t.since_year > first_year, false) AS later, coalesce(t.until_year < last_year, false) AS earlier
  ORDER BY t.since, t.until, part.name, part.id, type(t), t.key
  RETURN count(*) AS mentions, count(CASE WHEN in_part OR said OR later OR earlier THEN 1 END) AS bound,
         count(CASE WHEN in_part THEN 1 END) > 0 AS in_part, count(CASE WHEN said THEN 1 END) > 0 AS said,
         min(CASE WHEN later THEN 1 ELSE 0 END) = 1 AS later, min(CASE WHEN earlier THEN 1 ELSE 0 END) = 1 AS earlier,
         collect(DISTINCT CASE type(t) WHEN 'LEADS' THEN 'organiser' WHEN 'PARTNER_IN' THEN 'partner' WHEN 'SUPPORTS' THEN 'supporter'
           ELSE 'place served' END) AS roles,
         collect(DISTINCT t.role) AS as_stated, collect(DISTINCT CASE WHEN in_part THEN part.name END) AS parts,
         count(t.since) AS with_since, min(t.since) AS since, count(t.until) AS with_until, max(t.until) AS until, collect(t.evidence) AS evidence
}
WITH p, x, mentions, bound, in_part, said, later, earlier, roles, as_stated, parts, with_since, since, with_until, until, evidence
WHERE bound = mentions
RETURN p.name AS project, p.country AS country, p.start AS project_start, p.`end` AS project_end, x.name AS body,
       CASE WHEN x:LRA THEN 'LRA' WHEN x:Network THEN 'network' ELSE coalesce(x.kind, 'organisation') END AS sort, roles, as_stated, parts,
       CASE WHEN with_since = mentions THEN since END AS since, CASE WHEN with_until = mentions THEN until END AS until,
       CASE WHEN in_part THEN ['in a part'] ELSE [] END + CASE WHEN later THEN ['from after its start'] ELSE [] END
         + CASE WHEN earlier THEN ['until before its end'] ELSE [] END + CASE WHEN said THEN ['said to be of a phase'] ELSE [] END AS how,
       [coalesce(p.evidence, []), evidence] AS evidence
ORDER BY country, project, p.id, body, x.id
