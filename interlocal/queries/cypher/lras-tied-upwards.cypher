// What ties LRAs to bodies of the national and the EU tier is found from the ties' side: the LRAs are many and of most nothing is stated.
CALL () {
  MATCH (l:LRA)-[t:COOPERATES_WITH|FUNDED_BY]-(x:Organisation)
  WHERE t.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
  RETURN l.id AS lra_id, x.id AS body_id, x.name AS body, x.kind AS kind, x.country AS of,
         CASE WHEN t.limited THEN 'limited' ELSE 'link' END AS what, 'directly' AS how, [coalesce(t.evidence, [])] AS passages
  UNION ALL
  // Both have a part in one project, its parts included. Where there is much, only LRAs in scope are looked at, and those that may stand above them.
  MATCH (x:Organisation)-[b:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(:Project)-[:PART_OF*0..3]->(p:Project)
  WHERE b.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
    AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[a:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE a.reading = 'accepted'
    AND ((($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
      AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))) OR COUNT { (l)<-[:PART_OF]-(:LRA) } > 0)
  RETURN l.id AS lra_id, x.id AS body_id, x.name AS body, x.kind AS kind, x.country AS of,
         'link' AS what, p.name + CASE WHEN type(b) = 'FUNDED_BY' THEN ' (project, as its funder)' ELSE ' (project)' END AS how, [coalesce(a.evidence, []), coalesce(b.evidence, [])] AS passages
  UNION ALL
  MATCH (x:Organisation)-[b:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(s:Service)-[a:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(l:LRA)
  WHERE a.reading = 'accepted' AND b.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
  RETURN l.id AS lra_id, x.id AS body_id, x.name AS body, x.kind AS kind, x.country AS of,
         'link' AS what, s.name + CASE WHEN type(b) = 'FUNDED_BY' THEN ' (service, as its funder)' ELSE ' (service)' END AS how, [coalesce(a.evidence, []), coalesce(b.evidence, [])] AS passages
  UNION ALL
  // The LRA is in a network that the body founded, steers, manages, supports or funds; both being ordinary members ties nobody.
  MATCH (x:Organisation)-[b:FOUNDED|STEERS|MANAGES|SUPPORTS|FUNDED_BY]-(n:Network)
  WHERE b.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
    AND (type(b) <> 'STEERS' OR b.until_year IS NULL)
  MATCH (n)<-[a:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
  WHERE a.reading = 'accepted' AND (type(a) = 'FOUNDED' OR a.until_year IS NULL)
    AND ((($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
      AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))) OR COUNT { (l)<-[:PART_OF]-(:LRA) } > 0)
  RETURN l.id AS lra_id, x.id AS body_id, x.name AS body, x.kind AS kind, x.country AS of,
         'link' AS what, n.name + CASE WHEN type(b) = 'FUNDED_BY' THEN ' (network, as its funder)' ELSE ' (network)' END AS how, [coalesce(a.evidence, []), coalesce(b.evidence, [])] AS passages
  UNION ALL
  // Not ties: what is planned, or stated to be absent.
  MATCH (l:LRA)-[t:PLANS|LACKS]-(x:Organisation)
  WHERE t.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
  RETURN l.id AS lra_id, x.id AS body_id, x.name AS body, x.kind AS kind, x.country AS of,
         type(t) AS what, '' AS how, [coalesce(t.evidence, [])] AS passages
  UNION ALL
  // Partners that a source mentions without a name, in a project or at a local table; which may be of the state is told where the rows of the answer are made.
  // In two steps: one pattern goes over a tie once, and the way down from the whole may be the way up to it.
  MATCH (p:Project)-[:PART_OF*0..3]->(w:Project)
  WHERE p.unnamed_partners IS NOT NULL AND COUNT { (w)-[:PART_OF]->(:Project) } = 0
  MATCH (w)<-[:PART_OF*0..3]-(:Project)-[t:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE t.reading = 'accepted'
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  UNWIND p.unnamed_partners AS words
  RETURN l.id AS lra_id, p.id AS body_id, words AS body, '' AS kind, '' AS of, 'unnamed' AS what, '' AS how,
         [coalesce(t.evidence, []), coalesce(p.evidence, [])] AS passages
  UNION ALL
  MATCH (l:LRA)-[t:MEMBER_OF|STEERS|FOUNDED]->(n:Network)
  WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL) AND n.scope = 'local_platform' AND n.unnamed_members IS NOT NULL
  RETURN l.id AS lra_id, n.id AS body_id, n.unnamed_members AS body, '' AS kind, '' AS of, 'unnamed' AS what, '' AS how,
         [coalesce(t.evidence, []), coalesce(n.evidence, [])] AS passages
  UNION ALL
  // Every LRA in scope once, with nothing.
  MATCH (l:LRA)
  WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN l.id AS lra_id, '' AS body_id, '' AS body, '' AS kind, '' AS of, '' AS what, '' AS how, [] AS passages
}
// Many ties: they are sorted where the rows of the answer are made.
WITH lra_id, collect({what: what, how: how, body: body, body_id: body_id, passages: passages,
     tier: CASE WHEN kind = 'eu_institution' OR (kind = 'agency' AND of IS NULL) THEN 'eu' ELSE 'national' END}) AS recorded
MATCH (l:LRA {id: lra_id})
// What is recorded of LRAs above is told from their own rows, so those stay, in scope or not.
CALL (l) {
  MATCH (l)-[:PART_OF*1..4]->(u:LRA)
  WITH DISTINCT u
  ORDER BY u.name, u.id
  RETURN collect([u.id, u.name]) AS above
}
RETURN l.name AS lra, l.country AS country, l.level AS level, recorded, above, coalesce(l.facts, []) AS facts, [] AS evidence, lra_id
ORDER BY country, lra, lra_id
