// One row a pair of funds of which the one is stated to follow the other: what each is stated to fund, and who is named with both.
MATCH (later:Fund)-[f:FOLLOWS]->(earlier:Fund)
WHERE f.reading = 'accepted' AND ($fund IS NULL OR later.id = $fund OR earlier.id = $fund)
CALL (earlier) {
  MATCH (earlier)<-[t:FUNDED_BY]-(x)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR x.country = $country)
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS funded_before, collect(ties) AS evidence_before
}
CALL (later) {
  MATCH (later)<-[t:FUNDED_BY]-(x)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR x.country = $country)
  WITH x, collect(t.evidence) AS ties
  ORDER BY x.name, x.id
  RETURN collect(x.name) AS funded_after, collect(ties) AS evidence_after
}
CALL (earlier, later) {
  // Funded itself, or the organiser of what is funded.
  MATCH (earlier)<-[t:FUNDED_BY]-(x)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR x.country = $country)
  OPTIONAL MATCH (x)<-[l:LEADS|RUNS]-(o)
  WHERE l.reading = 'accepted'
  WITH DISTINCT later, CASE WHEN o IS NULL THEN x ELSE o END AS who
  WHERE COUNT { (who)-[:FUNDED_BY {reading: 'accepted'}]->(later) }
    + COUNT { (who)-[:LEADS|RUNS {reading: 'accepted'}]->()-[:FUNDED_BY {reading: 'accepted'}]->(later) } > 0
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
