// What is recorded is found from the ties' side: the LRAs are many and of most nothing is stated.
CALL () {
  MATCH (l:LRA)-[t:COOPERATES_WITH|FUNDED_BY]-(x:Organisation)
  WHERE t.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
  RETURN l.id AS lra_id, 'named' AS what, x.id AS id, x.name AS name, x.kind AS kind, [] AS words, [coalesce(t.evidence, [])] AS passages
  UNION ALL
  // Both have a part in one project, its parts included. Where there is much, only LRAs in scope are looked at.
  MATCH (x:Organisation)-[b:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(:Project)-[:PART_OF*0..3]->(p:Project)
  WHERE b.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
    AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[a:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE a.reading = 'accepted'
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN l.id AS lra_id, 'named' AS what, x.id AS id, x.name AS name, x.kind AS kind, [] AS words,
         [coalesce(a.evidence, []), coalesce(b.evidence, [])] AS passages
  UNION ALL
  MATCH (x:Organisation)-[b:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(s:Service)-[a:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(l:LRA)
  WHERE a.reading = 'accepted' AND b.reading = 'accepted'
    AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
  RETURN l.id AS lra_id, 'named' AS what, x.id AS id, x.name AS name, x.kind AS kind, [] AS words,
         [coalesce(a.evidence, []), coalesce(b.evidence, [])] AS passages
  UNION ALL
  // Both sit at one local table; to be members of one large network ties nobody.
  MATCH (x:Organisation)-[b:MEMBER_OF|STEERS|FOUNDED]->(n:Network)<-[a:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
  WHERE n.scope = 'local_platform' AND a.reading = 'accepted' AND b.reading = 'accepted'
    AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
    AND (type(a) = 'FOUNDED' OR a.until_year IS NULL) AND (type(b) = 'FOUNDED' OR b.until_year IS NULL)
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN l.id AS lra_id, 'named' AS what, x.id AS id, x.name AS name, x.kind AS kind, [] AS words,
         [coalesce(a.evidence, []), coalesce(b.evidence, [])] AS passages
  UNION ALL
  MATCH (l:LRA)-[t:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(s:Service)
  WHERE t.reading = 'accepted' AND s.kind = 'observatory'
  RETURN l.id AS lra_id, 'named' AS what, s.id AS id, s.name AS name, s.kind AS kind, [] AS words, [coalesce(t.evidence, [])] AS passages
  UNION ALL
  // Partners that a source mentions without a name, in a project or at a local table.
  // In two steps: one pattern goes over a tie once, and the way down from the whole may be the way up to it.
  MATCH (p:Project)-[:PART_OF*0..3]->(w:Project)
  WHERE p.unnamed_partners IS NOT NULL AND COUNT { (w)-[:PART_OF]->(:Project) } = 0
  MATCH (w)<-[:PART_OF*0..3]-(:Project)-[t:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE t.reading = 'accepted'
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN l.id AS lra_id, 'unnamed' AS what, p.id AS id, p.name AS name, '' AS kind, p.unnamed_partners AS words,
         [coalesce(t.evidence, []), coalesce(p.evidence, [])] AS passages
  UNION ALL
  MATCH (l:LRA)-[t:MEMBER_OF|STEERS|FOUNDED]->(n:Network)
  WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL) AND n.scope = 'local_platform' AND n.unnamed_members IS NOT NULL
  RETURN l.id AS lra_id, 'unnamed' AS what, n.id AS id, n.name AS name, '' AS kind, [n.unnamed_members] AS words,
         [coalesce(t.evidence, []), coalesce(n.evidence, [])] AS passages
  UNION ALL
  // Not ties: who sits in the place, what is planned, what is stated to be absent.
  MATCH (l:LRA)<-[t:LOCATED_IN]-(x)
  WHERE t.reading = 'accepted' AND ((x:Service AND x.kind = 'observatory')
    OR (x:Organisation AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']))
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN l.id AS lra_id, 'place' AS what, x.id AS id, x.name AS name, x.kind AS kind, [] AS words, [coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (l:LRA)-[t:PLANS]-(x)
  WHERE t.reading = 'accepted' AND ((x:Network AND x.scope IN ['local_platform', 'coalition'])
    OR (x:Organisation AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']))
  RETURN l.id AS lra_id, 'planned' AS what, x.id AS id, x.name AS name, '' AS kind, [] AS words, [coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (l:LRA)-[t:LACKS]-(x:Organisation)
  WHERE t.reading = 'accepted' AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
  RETURN l.id AS lra_id, 'absent' AS what, x.id AS id, x.name AS name, x.kind AS kind, [] AS words, [coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (x:Organisation)-[t:LACKS]-(p:Project)-[a:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE t.reading = 'accepted' AND a.reading = 'accepted'
    AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research']
  RETURN l.id AS lra_id, 'absent' AS what, x.id AS id, x.name AS name, x.kind AS kind, [] AS words,
         [coalesce(t.evidence, []), coalesce(a.evidence, [])] AS passages
  UNION ALL
  // Where a source looked: the cities that have a profile in ADMIN4ALL 2016.
  MATCH (p:Project {id: 'project:eu/admin4all'})-[t:SERVES]->(l:LRA)
  WHERE t.reading = 'accepted'
  RETURN l.id AS lra_id, 'looked' AS what, p.id AS id, p.name AS name, '' AS kind, [] AS words,
         [coalesce(t.evidence, []), [e IN coalesce(l.evidence, []) WHERE e STARTS WITH 'admin4all-2016']] AS passages
  UNION ALL
  // Every LRA in scope once, with nothing.
  MATCH (l:LRA)
  WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN l.id AS lra_id, '' AS what, '' AS id, '' AS name, '' AS kind, [] AS words, [] AS passages
}
// Many ties: they are sorted where the rows of the answer are made.
WITH lra_id, collect({what: what, id: id, name: name, kind: kind, words: words, passages: passages}) AS recorded,
     sum(CASE WHEN what = '' THEN 1 ELSE 0 END) AS in_scope
WHERE in_scope > 0
MATCH (l:LRA {id: lra_id})
RETURN l.name AS lra, l.country AS country, l.level AS level, recorded, coalesce(l.facts, []) AS facts,
       [] AS evidence, lra_id
ORDER BY country, lra, lra_id
