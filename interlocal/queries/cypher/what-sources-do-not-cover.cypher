// What each source names, and what could be named: what is not covered is the rest (a passage is of the document in which it begins).
// Places of a list that no source names are left out; a part of a project (a phase, an event of it) counts with the whole.
// A fact is a JSON text, with a year where it has one: a dated figure dates what it is about, as a year in its name does.
CALL () {
  MATCH (c:Country)
  RETURN 'country' AS sort, null AS source, c.id AS id, c.name AS name, [] AS marks, [] AS evidence
  UNION ALL
  MATCH (n)
  WHERE (n:LRA OR n:Network OR n:Organisation OR n:Project OR n:Service OR n:Fund OR n:Policy OR n:StatedGap) AND n.country IS NOT NULL
    AND NOT (n.id CONTAINS '/lau/' OR n.id CONTAINS '/nuts/')
  UNWIND n.evidence AS passage
  WITH split(passage, '#')[0] AS source, n.country AS id, CASE WHEN n:LRA THEN 'LRA' WHEN n:Project THEN 'project' ELSE 'thing' END AS mark
  WITH source, id, collect(DISTINCT mark) AS marks
  RETURN 'named' AS sort, source, id, '' AS name, marks, [] AS evidence
  UNION ALL
  MATCH (g:StatedGap)-[t:ABOUT]->(c:Country)
  WHERE t.reading = 'accepted'
  UNWIND t.evidence AS passage
  WITH DISTINCT split(passage, '#')[0] AS source, c.id AS id
  RETURN 'named' AS sort, source, id, '' AS name, ['thing'] AS marks, [] AS evidence
  UNION ALL
  MATCH (l:LRA)
  WHERE NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/')
  UNWIND l.evidence AS passage
  WITH DISTINCT split(passage, '#')[0] AS source, coalesce(l.level, '') AS id
  RETURN 'level' AS sort, source, id, '' AS name, [] AS marks, [] AS evidence
  UNION ALL
  MATCH (p:Project)
  WHERE COUNT { (p)-[:PART_OF]->(:Project) } = 0
  WITH p, COUNT { (p)<-[:PART_OF*0..3]-(:Project)<-[:LEADS|PARTNER_IN {reading: 'accepted'}]-() } AS participants
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(q:Project)
    RETURN sum(CASE WHEN q.start IS NOT NULL OR q.`end` IS NOT NULL OR q.year IS NOT NULL OR q.name =~ '.*(19|20)[0-9][0-9].*'
                    OR any(fact IN coalesce(q.facts, []) WHERE fact CONTAINS '"year": "') THEN 1 ELSE 0 END) AS dated,
           sum(CASE WHEN size(coalesce(q.unnamed_partners, [])) > 0 THEN 1 ELSE 0 END) AS unnamed
  }
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(q:Project)-[t]-()
    WHERE t.reading = 'accepted' AND (t.since IS NOT NULL OR t.until IS NOT NULL OR t.ongoing_as_of IS NOT NULL)
    RETURN count(t) AS dated_ties
  }
  RETURN 'project' AS sort, null AS source, p.id AS id, p.name AS name,
         [CASE WHEN dated + dated_ties = 0 THEN 'undated' ELSE '' END, CASE WHEN unnamed > 0 THEN 'unnamed' ELSE '' END,
          CASE WHEN participants = 0 THEN 'nobody' ELSE '' END] AS marks, coalesce(p.evidence, []) AS evidence
  UNION ALL
  MATCH (n:Network)
  RETURN 'network' AS sort, null AS source, n.id AS id, n.name AS name,
         [CASE WHEN coalesce(n.roster, 'none') <> 'complete' THEN 'unlisted' ELSE '' END] AS marks, coalesce(n.evidence, []) AS evidence
}
RETURN sort, source, id, name, marks, evidence
ORDER BY sort, name, id, source
