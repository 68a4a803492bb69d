// One row for each figure or share of money that is stated; one that stands for several funders together (joint_group) is one row with all of them.
MATCH (x)-[t:FUNDED_BY]->(f)
WHERE t.reading = 'accepted' AND (t.amount IS NOT NULL OR t.share IS NOT NULL) AND ($country IS NULL OR x.country = $country)
WITH x, t, f, CASE WHEN t.joint_group IS NULL THEN f.id + ' ' + t.key ELSE t.joint_group END AS statement
ORDER BY x.id, statement, f.name, f.id, t.key
// Funders of one group may be given with different years: the figure stays one, from the first to the last of them.
WITH x.id AS funded_id, x.name AS funded, x.country AS country, statement, t.joint_group AS joint_group, t.amount AS amount, t.currency AS currency,
     t.amount_basis AS basis, min(t.amount_as_printed) AS as_printed, count(*) AS links, count(t.share) AS shares, min(t.share) AS least, max(t.share) AS most,
     min(t.since) AS since, max(t.until) AS until, max(t.ongoing_as_of) AS ongoing_as_of, collect(DISTINCT [f.id, f.name]) AS funders,
     collect(DISTINCT t.note) AS remarks, collect(t.evidence) AS evidence
WHERE $fund IS NULL OR any(f IN funders WHERE f[0] = $fund)
CALL (funded_id) {
  // A part of a project (a phase of it) belongs to the whole.
  OPTIONAL MATCH (:Project {id: funded_id})-[:PART_OF*1..3]->(whole:Project)
  WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
  WITH DISTINCT whole.name AS name, whole.id AS id
  ORDER BY name, id
  RETURN collect(name) AS part_of, collect(id) AS whole_ids
}
RETURN funded, [f IN funders | f[1]] AS funders, as_printed, amount, currency, basis, CASE WHEN shares = links AND least = most THEN least END AS share,
       CASE WHEN joint_group IS NULL THEN 'no' ELSE 'yes' END AS joint, since, until, ongoing_as_of, remarks, part_of, country, evidence,
       funded_id, [f IN funders | f[0]] AS funder_ids, whole_ids
ORDER BY country, funded, funded_id, since, statement, amount, currency, basis
