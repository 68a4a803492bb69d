// One row a thing in which LRAs meet others (a project with its parts, a service, a local table), one a tie without such a thing, and one an LRA in scope: the
// LRAs there with the passages for each (`lras`), and the others with theirs (`things`). Who is recorded beside which LRA is found from them afterwards:
// all pairs would be very many rows. Where there is much, only LRAs in scope are looked at.
CALL () {
  MATCH (l:LRA)-[t:COOPERATES_WITH|FUNDED_BY]-(x:Organisation)
  WHERE t.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
  RETURN 'named' AS what, [[l.id, coalesce(t.evidence, [])]] AS lras, [[x.id, x.name, x.kind, [], []]] AS things
  UNION ALL
  // Both have a part in one project, its parts included; two bodies in one part meet there, hence two subqueries. With the years of each, or of the part of
  // the project in which it is: who was there at another time did not meet the LRA.
  MATCH (p:Project)
  WHERE COUNT { (p)-[:PART_OF]->(:Project) } = 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(r:Project)-[a:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
    WHERE a.reading = 'accepted'
      AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
      AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
    RETURN collect([l.id, coalesce(a.evidence, []), a.since_year, a.until_year,
                    CASE WHEN r.id <> p.id THEN r.start END, CASE WHEN r.id <> p.id THEN r.`end` END]) AS lras
  }
  WITH p, lras
  WHERE size(lras) > 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(q:Project)-[b:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(x:Organisation)
    WHERE b.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
    RETURN collect([x.id, x.name, x.kind, [], coalesce(b.evidence, []), b.since_year, b.until_year,
                    CASE WHEN q.id <> p.id THEN q.start END, CASE WHEN q.id <> p.id THEN q.`end` END]) AS things
  }
  WITH lras, things
  WHERE size(things) > 0
  RETURN 'named' AS what, lras, things
  UNION ALL
  MATCH (x:Organisation)-[b:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(s:Service)-[a:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(l:LRA)
  WHERE a.reading = 'accepted' AND b.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
  RETURN 'named' AS what, [[l.id, coalesce(a.evidence, [])]] AS lras, [[x.id, x.name, x.kind, [], coalesce(b.evidence, [])]] AS things
  UNION ALL
  // Both sit at one local table; to be members of one large network ties nobody.
  MATCH (x:Organisation)-[b:MEMBER_OF|STEERS|FOUNDED]->(n:Network)<-[a:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
  WHERE n.scope = 'local_platform' AND a.reading = 'accepted' AND b.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
    AND (type(a) = 'FOUNDED' OR a.until_year IS NULL) AND (type(b) = 'FOUNDED' OR b.until_year IS NULL)
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN 'named' AS what, [[l.id, coalesce(a.evidence, [])]] AS lras, [[x.id, x.name, x.kind, [], coalesce(b.evidence, [])]] AS things
  UNION ALL
  MATCH (l:LRA)-[t:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(s:Service)
  WHERE t.reading = 'accepted' AND s.kind = 'observatory'
  RETURN 'named' AS what, [[l.id, coalesce(t.evidence, [])]] AS lras, [[s.id, s.name, s.kind, [], []]] AS things
  UNION ALL
  // Partners that a source mentions without a name, in a project or at a local table.
  // In two steps: one pattern goes over a tie once, and the way down from the whole may be the way up to it.
  MATCH (p:Project)-[:PART_OF*0..3]->(w:Project)
  WHERE p.unnamed_partners IS NOT NULL AND COUNT { (w)-[:PART_OF]->(:Project) } = 0
  MATCH (w)<-[:PART_OF*0..3]-(:Project)-[t:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE t.reading = 'accepted'
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN 'unnamed' AS what, [[l.id, coalesce(t.evidence, [])]] AS lras, [[p.id, p.name, '', p.unnamed_partners, coalesce(p.evidence, [])]] AS things
  UNION ALL
  MATCH (l:LRA)-[t:MEMBER_OF|STEERS|FOUNDED]->(n:Network)
  WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL) AND n.scope = 'local_platform' AND n.unnamed_members IS NOT NULL
  RETURN 'unnamed' AS what, [[l.id, coalesce(t.evidence, [])]] AS lras, [[n.id, n.name, '', [n.unnamed_members], coalesce(n.evidence, [])]] AS things
  UNION ALL
  // Not ties: who sits in the place, what is planned, what is stated to be absent.
  MATCH (l:LRA)<-[t:LOCATED_IN]-(x)
  WHERE t.reading = 'accepted' AND ((x:Service AND x.kind = 'observatory') OR (x:Organisation AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']))
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN 'place' AS what, [[l.id, coalesce(t.evidence, [])]] AS lras, [[x.id, x.name, x.kind, [], []]] AS things
  UNION ALL
  MATCH (l:LRA)-[t:PLANS]-(x)
  WHERE t.reading = 'accepted' AND ((x:Network AND x.scope IN ['local_platform', 'coalition']) OR (x:Organisation AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']))
  RETURN 'planned' AS what, [[l.id, coalesce(t.evidence, [])]] AS lras, [[x.id, x.name, '', [], []]] AS things
  UNION ALL
  MATCH (l:LRA)-[t:LACKS]-(x:Organisation)
  WHERE t.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
  RETURN 'absent' AS what, [[l.id, coalesce(t.evidence, [])]] AS lras, [[x.id, x.name, x.kind, [], []]] AS things
  UNION ALL
  MATCH (x:Organisation)-[t:LACKS]-(p:Project)-[a:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE t.reading = 'accepted' AND a.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
  RETURN 'absent' AS what, [[l.id, coalesce(a.evidence, [])]] AS lras, [[x.id, x.name, x.kind, [], coalesce(t.evidence, [])]] AS things
  UNION ALL
  // Where a source looked: the cities that have a profile in ADMIN4ALL 2016.
  MATCH (p:Project {id: 'project:eu/admin4all'})-[t:SERVES]->(l:LRA)
  WHERE t.reading = 'accepted'
  RETURN 'looked' AS what, [[l.id, coalesce(t.evidence, [])]] AS lras,
         [[p.id, p.name, '', [], [e IN coalesce(l.evidence, []) WHERE e STARTS WITH 'admin4all-2016']]] AS things
  UNION ALL
  // Every LRA in scope once: name, country, level, facts.
  MATCH (l:LRA)
  WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN 'LRA' AS what, [[l.id, l.name, l.country, l.level, coalesce(l.facts, [])]] AS lras, [] AS things
}
RETURN what, lras, things
ORDER BY what, lras[0][0], things[0][0]
