// One row a thing in which LRAs meet bodies of the national and the EU tier (a project with its parts, a service, a network), one a tie without such a thing, and
// one an LRA in scope: the LRAs there (`lras`: id, whether the tie is implied, its passages, years) and the bodies with theirs (`bodies`: id, name, kind, country,
// how, then the same). Who is tied to whom is found from them afterwards: all pairs would be very many rows. Where there is much, only LRAs in scope are looked at,
// and those that may stand above them.
CALL () {
  MATCH (l:LRA)-[t:COOPERATES_WITH|FUNDED_BY]-(x:Organisation)
  WHERE t.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
  RETURN CASE WHEN t.limited THEN 'limited' ELSE 'link' END AS what, [[l.id, t.certainty = 'implied', coalesce(t.evidence, [])]] AS lras,
         [[x.id, x.name, x.kind, x.country, 'directly', false, []]] AS bodies
  UNION ALL
  // Both have a part in one project, its parts included; two bodies in one part meet there, hence two subqueries. With the years of each, or of the part of
  // the project in which it is: two whose years exclude each other did not meet; without years they may have.
  MATCH (p:Project)
  WHERE COUNT { (p)-[:PART_OF]->(:Project) } = 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(q:Project)-[b:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(x:Organisation)
    WHERE b.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
    RETURN collect([x.id, x.name, x.kind, x.country, p.name + CASE WHEN type(b) = 'FUNDED_BY' THEN ' (project, as its funder)' ELSE ' (project)' END,
                    b.certainty = 'implied', coalesce(b.evidence, []), b.since_year, b.until_year,
                    CASE WHEN q.id <> p.id THEN q.start END, CASE WHEN q.id <> p.id THEN q.`end` END]) AS bodies
  }
  WITH p, bodies
  WHERE size(bodies) > 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(r:Project)-[a:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
    WHERE a.reading = 'accepted'
      AND ((($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
        AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))) OR COUNT { (l)<-[:PART_OF]-(:LRA) } > 0)
    RETURN collect([l.id, a.certainty = 'implied', coalesce(a.evidence, []), a.since_year, a.until_year,
                    CASE WHEN r.id <> p.id THEN r.start END, CASE WHEN r.id <> p.id THEN r.`end` END]) AS lras
  }
  WITH lras, bodies
  WHERE size(lras) > 0
  RETURN 'link' AS what, lras, bodies
  UNION ALL
  MATCH (x:Organisation)-[b:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(s:Service)-[a:RUNS|FOUNDED|SUPPORTS|FUNDED_BY|PART_OF]-(l:LRA)
  WHERE a.reading = 'accepted' AND b.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
  RETURN 'link' AS what, [[l.id, a.certainty = 'implied', coalesce(a.evidence, [])]] AS lras,
         [[x.id, x.name, x.kind, x.country, s.name + CASE WHEN type(b) = 'FUNDED_BY' THEN ' (service, as its funder)' ELSE ' (service)' END,
           b.certainty = 'implied', coalesce(b.evidence, [])]] AS bodies
  UNION ALL
  // The LRA is in a network that the body founded, steers, manages, supports or funds; both being ordinary members ties nobody.
  MATCH (n:Network)
  CALL (n) {
    MATCH (x:Organisation)-[b:FOUNDED|STEERS|MANAGES|SUPPORTS|FUNDED_BY]-(n)
    WHERE b.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
      AND (type(b) <> 'STEERS' OR b.until_year IS NULL)
    RETURN collect([x.id, x.name, x.kind, x.country, n.name + CASE WHEN type(b) = 'FUNDED_BY' THEN ' (network, as its funder)' ELSE ' (network)' END,
                    b.certainty = 'implied', coalesce(b.evidence, [])]) AS bodies
  }
  WITH n, bodies
  WHERE size(bodies) > 0
  CALL (n) {
    MATCH (n)<-[a:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
    WHERE a.reading = 'accepted' AND (type(a) = 'FOUNDED' OR a.until_year IS NULL)
      AND ((($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
        AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))) OR COUNT { (l)<-[:PART_OF]-(:LRA) } > 0)
    RETURN collect([l.id, a.certainty = 'implied', coalesce(a.evidence, [])]) AS lras
  }
  WITH lras, bodies
  WHERE size(lras) > 0
  RETURN 'link' AS what, lras, bodies
  UNION ALL
  // Not ties: what is planned, or stated to be absent.
  MATCH (l:LRA)-[t:PLANS|LACKS]-(x:Organisation)
  WHERE t.reading = 'accepted' AND x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
  RETURN type(t) AS what, [[l.id, t.certainty = 'implied', coalesce(t.evidence, [])]] AS lras, [[x.id, x.name, x.kind, x.country, '', false, []]] AS bodies
  UNION ALL
  // Partners that a source mentions without a name, in a project or at a local table; which may be of the state is told where the rows of the answer are made.
  // In two steps: one pattern goes over a tie once, and the way down from the whole may be the way up to it.
  MATCH (p:Project)-[:PART_OF*0..3]->(w:Project)
  WHERE p.unnamed_partners IS NOT NULL AND COUNT { (w)-[:PART_OF]->(:Project) } = 0
  MATCH (w)<-[:PART_OF*0..3]-(:Project)-[t:LEADS|PARTNER_IN|SUPPORTS|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE t.reading = 'accepted'
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN 'unnamed' AS what, [[l.id, false, coalesce(t.evidence, [])]] AS lras,
         [words IN p.unnamed_partners | [p.id, words, '', '', '', false, coalesce(p.evidence, [])]] AS bodies
  UNION ALL
  MATCH (l:LRA)-[t:MEMBER_OF|STEERS|FOUNDED]->(n:Network)
  WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL) AND n.scope = 'local_platform' AND n.unnamed_members IS NOT NULL
  RETURN 'unnamed' AS what, [[l.id, false, coalesce(t.evidence, [])]] AS lras,
         [[n.id, n.unnamed_members, '', '', '', false, coalesce(n.evidence, [])]] AS bodies
  UNION ALL
  // Every LRA in scope: name, country, level, facts, and the LRA in which it lies; one that lies in two stands twice.
  MATCH (l:LRA)
  WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  OPTIONAL MATCH (l)-[:PART_OF]->(u:LRA)
  RETURN 'LRA' AS what, [[l.id, l.name, l.country, l.level, coalesce(l.facts, [])]] AS lras, [[u.id, u.name]] AS bodies
  UNION ALL
  // Where those lie that have others in them: they may be above LRAs in scope, and need not be in it.
  MATCH (l:LRA)-[:PART_OF]->(u:LRA)
  WHERE COUNT { (l)<-[:PART_OF]-(:LRA) } > 0
  RETURN 'above' AS what, [[l.id]] AS lras, [[u.id, u.name]] AS bodies
}
RETURN what, lras, bodies
ORDER BY what, lras[0][0], bodies[0][0], bodies[0][1]
