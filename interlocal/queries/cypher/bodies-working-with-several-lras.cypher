// One row a thing in which organisations and LRAs meet (a project with its parts, a service, a coalition or local platform) and one a stated cooperation:
// the organisations and the LRAs there, each with its link and the passages for it. Who is in two rows or beside two LRAs is found from them afterwards:
// all pairs of organisations and LRAs would be very many rows.
CALL () {
  MATCH (o:Organisation)-[s:COOPERATES_WITH]-(l:LRA)
  WHERE s.reading = 'accepted'
  RETURN 'cooperation' AS way, '' AS through, '' AS through_id, [[o.id, o.name, o.kind, o.country, type(s)] + coalesce(s.evidence, [])] AS bodies,
         [[l.id, l.name, l.country, type(s)] + coalesce(s.evidence, [])] AS lras
  UNION ALL
  // A part of a project counts with the whole, up to three levels; two bodies in one part meet there, hence two subqueries.
  MATCH (p:Project)
  WHERE COUNT { (p)-[:PART_OF]->(:Project) } = 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:LEADS|PARTNER_IN|SUPPORTS|SERVES]-(l:LRA)
    WHERE t.reading = 'accepted'
    RETURN collect([l.id, l.name, l.country, type(t)] + coalesce(t.evidence, [])) AS lras
  }
  WITH p, lras
  WHERE size(lras) > 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[s:LEADS|PARTNER_IN|SUPPORTS]-(o:Organisation)
    WHERE s.reading = 'accepted'
    RETURN collect([o.id, o.name, o.kind, o.country, type(s)] + coalesce(s.evidence, [])) AS bodies
  }
  RETURN 'project' AS way, p.name AS through, p.id AS through_id, bodies, lras
  UNION ALL
  MATCH (v:Service)
  CALL (v) {
    MATCH (v)-[t:PART_OF|RUNS|SUPPORTS|FOUNDED|SERVES]-(l:LRA)
    WHERE t.reading = 'accepted'
    RETURN collect([l.id, l.name, l.country, type(t)] + coalesce(t.evidence, [])) AS lras
  }
  CALL (v) {
    MATCH (v)<-[s:RUNS|SUPPORTS]-(o:Organisation)
    WHERE s.reading = 'accepted'
    RETURN collect([o.id, o.name, o.kind, o.country, type(s)] + coalesce(s.evidence, [])) AS bodies
  }
  RETURN 'service' AS way, v.name AS through, v.id AS through_id, bodies, lras
  UNION ALL
  // Those that left do not count; who is a member counts without an LRA too.
  MATCH (n:Network)
  WHERE n.scope IN ['coalition', 'local_platform']
  CALL (n) {
    MATCH (n)<-[t:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
    WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
    RETURN collect([l.id, l.name, l.country, type(t)] + coalesce(t.evidence, [])) AS lras
  }
  CALL (n) {
    MATCH (n)<-[s:MEMBER_OF|STEERS|FOUNDED]-(o:Organisation)
    WHERE s.reading = 'accepted' AND (type(s) = 'FOUNDED' OR s.until_year IS NULL)
    RETURN collect([o.id, o.name, o.kind, o.country, type(s)] + coalesce(s.evidence, [])) AS bodies
  }
  RETURN 'network' AS way, n.name AS through, n.id AS through_id, bodies, lras
}
WITH way, through, through_id, bodies, lras
WHERE size(bodies) > 0
RETURN way, through, through_id, bodies, lras
ORDER BY way, through, through_id, bodies[0][0], lras[0][0]
