// One row a body and what it stands in: a complete, dated list of members, a project that it organises or is a partner in, or a body
// that it has a recorded link to. Pairs that share lists and no project or link are derived from them.
MATCH (n:Network)
WHERE n.roster = 'complete' AND n.roster_as_of IS NOT NULL AND ($network_scope IS NULL OR n.scope = $network_scope)
WITH collect(n.id) AS scope
CALL (scope) {
  // On a list stand its members; who only founded or steers the network stands on none.
  MATCH (n:Network)<-[t:MEMBER_OF]-(b)
  WHERE n.id IN scope AND t.reading = 'accepted' AND t.until_year IS NULL AND (b:LRA OR b:Organisation)
  WITH n, b.id AS body_id, b.name AS body, b.country AS country, CASE WHEN b:LRA THEN 'LRA' ELSE 'organisation' END AS sort, collect(t.evidence) AS ties,
       min(CASE WHEN t.role IN ['observer', 'associate', 'partner', 'affiliate', 'honorary', 'supporting', 'cooperating', 'corresponding', 'extraordinary',
         'guest', 'suspended', 'inactive', 'sympathising', 'subscriber', 'adherent'] THEN t.role ELSE '' END) AS role
  RETURN 'list' AS what, n.id AS network_id, n.name AS network, n.roster_as_of AS as_of, coalesce(n.evidence, []) AS of_list,
         body_id, body, country, sort, role, ties AS evidence
  UNION ALL
  // Any recorded link makes two known to each other, one that ended too.
  MATCH (n:Network)<-[t:MEMBER_OF]-(b)
  WHERE n.id IN scope AND t.reading = 'accepted' AND (b:LRA OR b:Organisation)
  WITH DISTINCT b
  MATCH (b)-[k:COOPERATES_WITH|PART_OF|FOUNDED|FUNDED_BY|FOLLOWS]-(o)
  WHERE k.reading = 'accepted' AND (o:LRA OR o:Organisation)
  WITH DISTINCT b.id AS body_id, o.id AS other_id
  RETURN 'link' AS what, other_id AS network_id, '' AS network, '' AS as_of, [] AS of_list,
         body_id, '' AS body, '' AS country, '' AS sort, '' AS role, [] AS evidence
  UNION ALL
  MATCH (n:Network)<-[t:MEMBER_OF]-(b)
  WHERE n.id IN scope AND t.reading = 'accepted' AND (b:LRA OR b:Organisation)
  WITH DISTINCT b
  MATCH (b)-[k:LEADS|PARTNER_IN]->(:Project)-[:PART_OF*0..3]->(p:Project)
  WHERE k.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  WITH DISTINCT b.id AS body_id, p.id AS project_id
  RETURN 'project' AS what, project_id AS network_id, '' AS network, '' AS as_of, [] AS of_list,
         body_id, '' AS body, '' AS country, '' AS sort, '' AS role, [] AS evidence
}
RETURN what, network_id, network, as_of, of_list, body_id, body, country, sort, role, evidence
ORDER BY what, network_id, body_id
