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
// Who had the money of each: what is funded, the whole that it is part of, the organiser of either. Who had both is told from that.
CALL (earlier) {
  MATCH (earlier)<-[t:FUNDED_BY]-(part)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR part.country = $country)
  OPTIONAL MATCH (part)-[:PART_OF*1..3]->(whole:Project)
  WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
  OPTIONAL MATCH (part)-[:PART_OF*0..3]->(w)<-[l:LEADS|RUNS]-(o)
  WHERE l.reading = 'accepted' AND (w:Project OR w.id = part.id)
  RETURN collect([part.id, part.name, whole.id, whole.name, o.id, o.name, coalesce(t.evidence, []), coalesce(l.evidence, [])]) AS had_before
}
CALL (later) {
  MATCH (later)<-[t:FUNDED_BY]-(part)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR part.country = $country)
  OPTIONAL MATCH (part)-[:PART_OF*1..3]->(whole:Project)
  WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
  OPTIONAL MATCH (part)-[:PART_OF*0..3]->(w)<-[l:LEADS|RUNS]-(o)
  WHERE l.reading = 'accepted' AND (w:Project OR w.id = part.id)
  RETURN collect([part.id, part.name, whole.id, whole.name, o.id, o.name, coalesce(t.evidence, []), coalesce(l.evidence, [])]) AS had_after
}
CALL (earlier, later) {
  MATCH (earlier)<-[a:MANAGES]-(m)-[b:MANAGES]->(later)
  WHERE a.reading = 'accepted' AND b.reading = 'accepted' AND ($country IS NULL OR m.country = $country)
  WITH m, collect(a.evidence) + collect(b.evidence) AS ties
  ORDER BY m.name, m.id
  RETURN collect(m.name) AS managers_of_both, collect(ties) AS evidence_managers
}
RETURN earlier.name AS earlier, later.name AS later, later.id AS later_id, earlier.id AS earlier_id, funded_before, funded_after, had_before, had_after, managers_of_both,
       [coalesce(f.evidence, []), evidence_before, evidence_after, evidence_managers] AS evidence
ORDER BY later, earlier, later_id, earlier_id
