// One row a country and fund of which something is stated, one for managers that no country names, and one a country for what is stated of no one fund,
// if anything is.
CALL () {
  MATCH (x:Organisation)-[t:MANAGES]->(f:Fund)
  WHERE t.reading = 'accepted' AND x.country IS NOT NULL AND x.kind IN ['national_authority', 'state_territorial_office', 'agency']
  RETURN x.country AS code, f.id AS fund_id, 'managers' AS part, x.name AS words, x.id AS id, coalesce(t.evidence, []) AS passages
  UNION ALL
  MATCH (l:LRA)-[t:MANAGES]->(f:Fund)
  WHERE t.reading = 'accepted'
  RETURN l.country AS code, f.id AS fund_id, 'lra_managers' AS part, l.name AS words, l.id AS id, coalesce(t.evidence, []) AS passages
  UNION ALL
  // An LRA takes part in what a fund pays for as organiser, partner or manager, or pays beside it; a part of a project counts with the whole.
  MATCH (f:Fund)<-[t:FUNDED_BY]-(:Project)-[:PART_OF*0..3]->(p:Project)
  WHERE t.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[a:LEADS|PARTNER_IN|MANAGES|FUNDED_BY]-(l:LRA)
  WHERE a.reading = 'accepted'
  RETURN l.country AS code, f.id AS fund_id, CASE WHEN type(a) = 'FUNDED_BY' THEN 'paying_beside' ELSE 'taking_part' END AS part,
         l.name + ' (' + p.name + ')' AS words, l.id + ' ' + p.id AS id, coalesce(t.evidence, []) + coalesce(a.evidence, []) AS passages
  UNION ALL
  MATCH (f:Fund)<-[t:FUNDED_BY]-(s:Service)-[a:RUNS|FOUNDED|FUNDED_BY]-(l:LRA)
  WHERE t.reading = 'accepted' AND a.reading = 'accepted'
  RETURN l.country AS code, f.id AS fund_id, CASE WHEN type(a) = 'FUNDED_BY' THEN 'paying_beside' ELSE 'taking_part' END AS part,
         l.name + ' (' + s.name + ')' AS words, l.id + ' ' + s.id AS id, coalesce(t.evidence, []) + coalesce(a.evidence, []) AS passages
  UNION ALL
  // What a source says is lacking between LRAs and funds, about a whole country.
  MATCH (g:StatedGap)-[t:ABOUT]->(c:Country)
  WHERE t.reading = 'accepted' AND g.kind IN ['coordination', 'participation'] AND toLower(g.name) CONTAINS 'fund'
  RETURN c.id AS code, '' AS fund_id, 'gaps' AS part, g.name AS words, g.id AS id, coalesce(g.evidence, []) AS passages
  UNION ALL
  // Managers that a source mentions without a name, of no one country.
  MATCH (f:Fund)
  WHERE f.managed_by IS NOT NULL
  RETURN '' AS code, f.id AS fund_id, 'managers_unnamed' AS part, f.managed_by AS words, f.id AS id,
         [x IN coalesce(f.facts, []) WHERE x CONTAINS '"managed_by"'] AS passages
  UNION ALL
  MATCH (c:Country)
  RETURN c.id AS code, '' AS fund_id, '' AS part, '' AS words, '' AS id, [] AS passages
}
WITH code, fund_id, part, words, id, passages
WHERE ($country IS NULL OR code = $country OR code = '') AND ($fund IS NULL OR fund_id = $fund OR fund_id = '')
// Many ties: they are sorted, and those of one LRA and project joined, where the rows of the answer are made.
WITH code, fund_id, collect({part: part, words: words, id: id, passages: passages}) AS parts
CALL (fund_id) {
  OPTIONAL MATCH (f:Fund {id: fund_id})
  RETURN f.name AS fund, f.kind AS kind
}
RETURN CASE WHEN code = '' THEN null ELSE code END AS country, fund, kind, parts, [] AS evidence, fund_id
ORDER BY CASE WHEN code = '' THEN 1 ELSE 0 END, country, CASE WHEN fund IS NULL THEN 1 ELSE 0 END, fund, fund_id
