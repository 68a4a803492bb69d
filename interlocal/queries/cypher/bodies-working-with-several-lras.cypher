// One row an organisation that is in two coalitions or local platforms, or recorded with two LRAs; what the link goes through stands in lists.
// A part of a project counts with the whole, up to three levels; two bodies in one part meet there, hence two MATCH clauses.
CALL () {
  MATCH (o:Organisation)-[s:MEMBER_OF|STEERS|FOUNDED]->(n:Network)
  WHERE n.scope IN ['coalition', 'local_platform'] AND s.reading = 'accepted' AND (type(s) = 'FOUNDED' OR s.until_year IS NULL)
  RETURN o.id AS id, 'coalition' AS way, n.name AS through, n.id AS through_id, '' AS lra, '' AS lra_id, '' AS of_country,
         [coalesce(s.evidence, [])] AS passages
  UNION ALL
  MATCH (o:Organisation)-[s:COOPERATES_WITH]-(l:LRA)
  WHERE s.reading = 'accepted'
  RETURN o.id AS id, 'cooperation' AS way, '' AS through, '' AS through_id, l.name AS lra, l.id AS lra_id, coalesce(l.country, '') AS of_country,
         [coalesce(s.evidence, [])] AS passages
  UNION ALL
  // Both in a project; two that only support it need not meet.
  MATCH (o:Organisation)-[s:LEADS|PARTNER_IN|SUPPORTS]->(:Project)-[:PART_OF*0..3]->(p:Project)
  WHERE s.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[t:LEADS|PARTNER_IN|SUPPORTS]-(l:LRA)
  WHERE t.reading = 'accepted' AND NOT (type(s) = 'SUPPORTS' AND type(t) = 'SUPPORTS')
  RETURN o.id AS id, 'project' AS way, p.name AS through, p.id AS through_id, l.name AS lra, l.id AS lra_id, coalesce(l.country, '') AS of_country,
         [coalesce(s.evidence, []), coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS|SUPPORTS]->(v:Service)-[t:PART_OF]->(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted'
  RETURN o.id AS id, 'service' AS way, v.name AS through, v.id AS through_id, l.name AS lra, l.id AS lra_id, coalesce(l.country, '') AS of_country,
         [coalesce(s.evidence, []), coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS|SUPPORTS]->(v:Service)<-[t:RUNS|SUPPORTS|FOUNDED]-(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted' AND NOT (type(s) = 'SUPPORTS' AND type(t) = 'SUPPORTS')
  RETURN o.id AS id, 'service' AS way, v.name AS through, v.id AS through_id, l.name AS lra, l.id AS lra_id, coalesce(l.country, '') AS of_country,
         [coalesce(s.evidence, []), coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (o:Organisation)-[s:MEMBER_OF|STEERS|FOUNDED]->(n:Network)<-[t:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
  WHERE n.scope IN ['coalition', 'local_platform'] AND s.reading = 'accepted' AND t.reading = 'accepted'
    AND (type(s) = 'FOUNDED' OR s.until_year IS NULL) AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
  RETURN o.id AS id, 'network' AS way, n.name AS through, n.id AS through_id, l.name AS lra, l.id AS lra_id, coalesce(l.country, '') AS of_country,
         [coalesce(s.evidence, []), coalesce(t.evidence, [])] AS passages
  UNION ALL
  // Carried out for an LRA, which is no partner by that.
  MATCH (o:Organisation)-[s:LEADS|PARTNER_IN]->(:Project)-[:PART_OF*0..3]->(p:Project)
  WHERE s.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:SERVES]->(l:LRA)
  WHERE t.reading = 'accepted'
  RETURN o.id AS id, 'project for' AS way, p.name AS through, p.id AS through_id, l.name AS lra, l.id AS lra_id, coalesce(l.country, '') AS of_country,
         [coalesce(s.evidence, []), coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS]->(v:Service)-[t:SERVES]->(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted'
  RETURN o.id AS id, 'service for' AS way, v.name AS through, v.id AS through_id, l.name AS lra, l.id AS lra_id, coalesce(l.country, '') AS of_country,
         [coalesce(s.evidence, []), coalesce(t.evidence, [])] AS passages
}
WITH id, count(DISTINCT CASE WHEN way = 'coalition' THEN through_id END) AS platforms, count(DISTINCT CASE WHEN lra_id <> '' THEN lra_id END) AS count,
     count(DISTINCT CASE WHEN lra_id <> '' AND NOT way IN ['project for', 'service for'] THEN lra_id END) AS joined, collect(DISTINCT of_country) AS found_in,
     collect([way, through, through_id, lra, lra_id, of_country]) AS ties, collect(passages) AS evidence
WHERE platforms > 1 OR count > 1
MATCH (o:Organisation {id: id})
WITH o, platforms, count, joined, found_in, ties, evidence
WHERE $country IS NULL OR o.country = $country OR $country IN found_in
RETURN o.name AS organisation, o.kind AS kind, o.country AS country, platforms, joined, count, ties, evidence
ORDER BY joined DESC, platforms DESC, count DESC, organisation, o.id
