// One row a fund, kind of organiser and country of what it funds; an organisation or network that it funds is its own organiser.
MATCH (f:Fund)
WHERE $fund IS NULL OR f.id = $fund
CALL (f) {
  MATCH (f)<-[t:FUNDED_BY]-(part)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR part.country = $country)
  // A part of a project (a phase of it) counts with the whole.
  OPTIONAL MATCH (part)-[:PART_OF*1..3]->(whole:Project)
  WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
  WITH t, CASE WHEN whole IS NULL THEN part ELSE whole END AS x
  OPTIONAL MATCH (x)<-[l:LEADS|RUNS]-(o)
  WHERE l.reading = 'accepted'
  WITH x, t, l, CASE WHEN x:Organisation OR x:Network THEN x ELSE o END AS o
  WITH x, t, l, CASE WHEN o IS NULL THEN 'organiser not named' WHEN o:LRA THEN 'LRA, ' + coalesce(o.level, 'level not stated')
         WHEN o:Network THEN 'network' ELSE coalesce(o.kind, 'kind not stated') END AS organiser_kind
  WITH organiser_kind, x, x.country AS country, collect(t.evidence) AS ties, collect(l.evidence) AS leads,
       sum(CASE WHEN t.certainty = 'implied' THEN 0 ELSE 1 END) AS stated
  ORDER BY x.name, x.id
  RETURN organiser_kind, country, collect(x.name) AS funded, collect(CASE WHEN stated = 0 THEN x.name END) AS implied,
         [collect(ties), collect(leads)] AS evidence
  UNION ALL
  // A fund of which the sources name nothing that it funds, or tell in general what it is for.
  WITH f
  WHERE $country IS NULL
    AND (any(x IN coalesce(f.facts, []) WHERE x CONTAINS '"used_for"') OR COUNT { (f)<-[:FUNDED_BY {reading: 'accepted'}]-() } = 0)
  RETURN null AS organiser_kind, null AS country, [] AS funded, [] AS implied, [] AS evidence
}
RETURN f.name AS fund, f.id AS fund_id, f.kind AS kind, country, organiser_kind, size(funded) AS count, funded, implied,
       CASE WHEN size(funded) = 0 THEN coalesce(f.facts, []) ELSE [] END AS facts,
       CASE WHEN size(funded) = 0 AND COUNT { (f)<-[:FUNDED_BY {reading: 'accepted'}]-() } = 0 THEN coalesce(f.evidence, []) ELSE evidence END AS evidence
ORDER BY CASE kind WHEN 'eu' THEN 0 ELSE 1 END, fund, fund_id, CASE WHEN organiser_kind IS NULL THEN 1 ELSE 0 END, organiser_kind, country
