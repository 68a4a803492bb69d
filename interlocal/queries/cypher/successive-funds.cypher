// One row a pair of funds of which the one is stated to follow the other: what each is stated to fund, and who is named with both.
// A part of a project (a phase of it) counts with the whole.
MATCH (later:Fund)-[f:FOLLOWS]->(earlier:Fund)
WHERE f.reading = 'accepted' AND ($fund IS NULL OR later.id = $fund OR earlier.id = $fund)
CALL (earlier) {
  MATCH (earlier)<-[t:FUNDED_BY]-(part)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR part.country = $country)
  OPTIONAL MATCH (part)-[:PART_OF*1..3]->(whole:Project)
  WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
  WITH t, CASE WHEN whole IS NULL THEN part ELSE whole END AS x
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS funded_before, collect(ties) AS evidence_before
}
CALL (later) {
  MATCH (later)<-[t:FUNDED_BY]-(part)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR part.country = $country)
  OPTIONAL MATCH (part)-[:PART_OF*1..3]->(whole:Project)
  WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
  WITH t, CASE WHEN whole IS NULL THEN part ELSE whole END AS x
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS funded_after, collect(ties) AS evidence_after
}
CALL (earlier, later) {
  // Funded itself, or the organiser of what is funded, of the part or of the whole.
  MATCH (earlier)<-[t:FUNDED_BY]-(part)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR part.country = $country)
  OPTIONAL MATCH (part)-[:PART_OF*1..3]->(whole:Project)
  WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
  OPTIONAL MATCH (part)-[:PART_OF*0..3]->(w)<-[l:LEADS|RUNS]-(o)
  WHERE l.reading = 'accepted' AND (w:Project OR w.id = part.id)
  WITH DISTINCT later, CASE WHEN o IS NOT NULL THEN o WHEN whole IS NOT NULL THEN whole ELSE part END AS who
  WHERE COUNT { (who)-[:FUNDED_BY {reading: 'accepted'}]->(later) }
    + COUNT { (who)<-[:PART_OF*1..3]-(:Project)-[:FUNDED_BY {reading: 'accepted'}]->(later) }
    + COUNT { (who)-[:LEADS|RUNS {reading: 'accepted'}]->(w)<-[:PART_OF*0..3]-(y)-[:FUNDED_BY {reading: 'accepted'}]->(later) WHERE w:Project OR w.id = y.id } > 0
  WITH who
  ORDER BY who.name, who.id
  RETURN collect(who.name) AS with_both
}
CALL (earlier, later) {
  MATCH (earlier)<-[a:MANAGES]-(m)-[b:MANAGES]->(later)
  WHERE a.reading = 'accepted' AND b.reading = 'accepted' AND ($country IS NULL OR m.country = $country)
  WITH m, collect(a.evidence) + collect(b.evidence) AS ties
  ORDER BY m.name, m.id
  RETURN collect(m.name) AS managers_of_both, collect(ties) AS evidence_managers
}
RETURN earlier.name AS earlier, later.name AS later, later.id AS later_id, earlier.id AS earlier_id, funded_before, funded_after, with_both, managers_of_both,
       [coalesce(f.evidence, []), evidence_before, evidence_after, evidence_managers] AS evidence
ORDER BY later, earlier, later_id, earlier_id
