// One row a fund (its name and kind), and one for whatever is stated of funds: the funds with the passages for each (`funds`), and what is stated of
// them with its country and passages (`parts`). What is stated of which country and fund is found from them afterwards: all pairs would be very many rows.
CALL () {
  MATCH (f:Fund)
  RETURN 'fund' AS what, [[f.id, f.name, f.kind]] AS funds, [] AS parts
  UNION ALL
  MATCH (x:Organisation)-[t:MANAGES]->(f:Fund)
  WHERE t.reading = 'accepted' AND x.country IS NOT NULL AND x.kind IN ['national_authority', 'state_territorial_office', 'agency']
  RETURN 'stated' AS what, [[f.id, coalesce(t.evidence, [])]] AS funds,
         [[x.country, CASE WHEN t.certainty = 'implied' THEN 'managers_implied' ELSE 'managers' END, x.name, x.id, []]] AS parts
  UNION ALL
  MATCH (l:LRA)-[t:MANAGES]->(f:Fund)
  WHERE t.reading = 'accepted'
  RETURN 'stated' AS what, [[f.id, coalesce(t.evidence, [])]] AS funds, [[coalesce(l.country, ''), 'lra_managers', l.name, l.id, []]] AS parts
  UNION ALL
  // An LRA takes part in what a fund pays for as organiser, partner or manager, or pays beside it; a part of a project counts with the whole.
  MATCH (p:Project)
  WHERE COUNT { (p)-[:PART_OF]->(:Project) } = 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:FUNDED_BY]->(f:Fund)
    WHERE t.reading = 'accepted' AND ($fund IS NULL OR f.id = $fund)
    RETURN collect([f.id, coalesce(t.evidence, [])]) AS funds
  }
  WITH p, funds
  WHERE size(funds) > 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(:Project)-[a:LEADS|PARTNER_IN|MANAGES|FUNDED_BY]-(l:LRA)
    WHERE a.reading = 'accepted' AND ($country IS NULL OR l.country = $country)
    RETURN collect([coalesce(l.country, ''), CASE WHEN type(a) = 'FUNDED_BY' THEN 'paying_beside' ELSE 'taking_part' END,
                    l.name + ' (' + p.name + ')', l.id + ' ' + p.id, coalesce(a.evidence, [])]) AS parts
  }
  WITH funds, parts
  WHERE size(parts) > 0
  RETURN 'stated' AS what, funds, parts
  UNION ALL
  MATCH (f:Fund)<-[t:FUNDED_BY]-(s:Service)-[a:RUNS|FOUNDED|FUNDED_BY]-(l:LRA)
  WHERE t.reading = 'accepted' AND a.reading = 'accepted'
  RETURN 'stated' AS what, [[f.id, coalesce(t.evidence, [])]] AS funds,
         [[coalesce(l.country, ''), CASE WHEN type(a) = 'FUNDED_BY' THEN 'paying_beside' ELSE 'taking_part' END,
           l.name + ' (' + s.name + ')', l.id + ' ' + s.id, coalesce(a.evidence, [])]] AS parts
  UNION ALL
  // A network of reception or the like that a fund pays for: its LRAs have the places and the projects.
  MATCH (n:Network)
  CALL (n) {
    MATCH (n)-[t:FUNDED_BY]->(f:Fund)
    WHERE t.reading = 'accepted' AND ($fund IS NULL OR f.id = $fund)
    RETURN collect([f.id, coalesce(t.evidence, [])]) AS funds
  }
  WITH n, funds
  WHERE size(funds) > 0
  CALL (n) {
    MATCH (n)-[a:MEMBER_OF|STEERS|FOUNDED|MANAGES|FUNDED_BY]-(l:LRA)
    WHERE a.reading = 'accepted' AND (NOT type(a) IN ['MEMBER_OF', 'STEERS'] OR a.until_year IS NULL) AND ($country IS NULL OR l.country = $country)
    RETURN collect([coalesce(l.country, ''), CASE WHEN type(a) = 'FUNDED_BY' THEN 'paying_beside' ELSE 'taking_part' END,
                    l.name + ' (' + n.name + ')', l.id + ' ' + n.id, coalesce(a.evidence, [])]) AS parts
  }
  WITH funds, parts
  WHERE size(parts) > 0
  RETURN 'stated' AS what, funds, parts
  UNION ALL
  // What a source says is lacking between LRAs and funds, about a whole country.
  MATCH (g:StatedGap)-[t:ABOUT]->(c:Country)
  WHERE t.reading = 'accepted' AND g.kind IN ['coordination', 'participation'] AND toLower(g.name) CONTAINS 'fund'
    AND COUNT { (g)-[:ABOUT {reading: 'accepted'}]->(:Fund) } = 0
  RETURN 'stated' AS what, [['', []]] AS funds, [[c.id, 'gaps', g.name, g.id, coalesce(g.evidence, [])]] AS parts
  UNION ALL
  // What a source says is lacking or wanted about a fund, in the countries that it speaks of, or in none.
  MATCH (g:StatedGap)-[t:ABOUT]->(f:Fund)
  WHERE t.reading = 'accepted'
  OPTIONAL MATCH (g)-[:ABOUT {reading: 'accepted'}]->(c:Country)
  RETURN 'stated' AS what, [[f.id, []]] AS funds, [[coalesce(c.id, ''), 'gaps', g.name, g.id, coalesce(g.evidence, [])]] AS parts
  UNION ALL
  // Managers that a source mentions without a name, of no one country.
  MATCH (f:Fund)
  WHERE f.managed_by IS NOT NULL
  RETURN 'stated' AS what, [[f.id, []]] AS funds,
         [['', 'managers_unnamed', f.managed_by, f.id, [x IN coalesce(f.facts, []) WHERE x CONTAINS '"managed_by"']]] AS parts
  UNION ALL
  // A fund of a country is told even when nothing more is stated.
  MATCH (f:Fund)
  WHERE f.country IS NOT NULL
  RETURN 'stated' AS what, [[f.id, []]] AS funds, [[f.country, '', '', '', coalesce(f.evidence, [])]] AS parts
  UNION ALL
  // Every country has a row: of no one fund or, when a fund is asked for, of that.
  MATCH (c:Country)
  RETURN 'stated' AS what, [[coalesce($fund, ''), []]] AS funds, [[c.id, '', '', '', []]] AS parts
}
RETURN what, funds, parts
ORDER BY what, funds[0][0], parts[0][0], parts[0][1], parts[0][3]
