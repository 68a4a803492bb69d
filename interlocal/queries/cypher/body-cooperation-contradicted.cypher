// What is stated of a body as a whole, against what else is recorded: of a yes, stated lacks and links stated to be absent;
// of a no, links with LRAs, also through a project (its parts count with the whole, up to three levels).
MATCH (b)
WHERE (b:Network OR b:Organisation) AND b.cooperates_with_lras IS NOT NULL
CALL (b) {
  MATCH (b)<-[a:ABOUT]-(g:StatedGap)
  WHERE b.cooperates_with_lras = 'yes' AND a.reading = 'accepted' AND g.kind IN ['coordination', 'participation']
  RETURN 'lack' AS what, g.id AS id, g.name AS name, coalesce(g.evidence, []) AS passages
  UNION ALL
  MATCH (b)-[k:LACKS]-(l:LRA)
  WHERE b.cooperates_with_lras = 'yes' AND k.reading = 'accepted'
    AND k.tie IN ['COOPERATES_WITH', 'SUPPORTS', 'MEMBER_OF', 'STEERS', 'FOUNDED', 'LEADS', 'PARTNER_IN']
  RETURN 'without' AS what, l.id AS id, l.name AS name, coalesce(k.evidence, []) AS passages
  UNION ALL
  MATCH (b)-[t:COOPERATES_WITH|SUPPORTS|MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
  WHERE b.cooperates_with_lras = 'no' AND t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
  RETURN 'linked' AS what, l.id AS id, l.name AS name, coalesce(t.evidence, []) AS passages
  UNION ALL
  MATCH (b)-[s:LEADS|PARTNER_IN]->(:Project)-[:PART_OF*0..3]->(w:Project)
  WHERE b.cooperates_with_lras = 'no' AND s.reading = 'accepted' AND COUNT { (w)-[:PART_OF]->(:Project) } = 0
  MATCH (w)<-[:PART_OF*0..3]-(:Project)<-[t:LEADS|PARTNER_IN]-(l:LRA)
  WHERE t.reading = 'accepted'
  RETURN 'linked' AS what, l.id AS id, l.name AS name, coalesce(s.evidence, []) + coalesce(t.evidence, []) AS passages
}
WITH b, what, id, name, collect(passages) AS passages
ORDER BY name, id
WITH b, collect(CASE WHEN what = 'lack' THEN name END) AS lacks, collect(CASE WHEN what = 'without' THEN name END) AS lras_without,
     collect(CASE WHEN what = 'linked' THEN name END) AS lras_linked, collect(passages) AS evidence
RETURN b.name AS body, CASE WHEN b:Network THEN 'network' ELSE 'organisation' END AS sort, b.cooperates_with_lras AS cooperates, b.how AS how,
       lacks, lras_without, lras_linked, [coalesce(b.evidence, []), evidence] AS evidence
ORDER BY CASE cooperates WHEN 'yes' THEN 0 ELSE 1 END, body, b.id
