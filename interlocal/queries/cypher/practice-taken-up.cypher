// What is stated about a project being taken up elsewhere, followed, continued; a part of a project counts with the whole.
MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country) AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(part:Project)
  WITH part
  ORDER BY part.id
  RETURN collect([f IN coalesce(part.facts, []) WHERE f CONTAINS '"property": "replicat' OR f CONTAINS '"property": "continuation"'
                                                   OR f CONTAINS '"property": "spin_off"']) AS facts
}
CALL (p) {
  // A phase that follows another phase of the same project is no take-up.
  MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[t:FOLLOWS]-(later:Project)
  WHERE t.reading = 'accepted' AND later.id <> p.id AND COUNT { (later)-[:PART_OF*1..3]->(:Project {id: p.id}) } = 0
  WITH later.name AS name, later.id AS id, collect(t.evidence) AS ties
  ORDER BY name, id
  RETURN collect(name) AS followed_by, collect(ties) AS e0
}
CALL (p) {
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[t:PLANS]-(x)
    WHERE t.reading = 'accepted' AND t.tie IN ['LEADS', 'PARTNER_IN', 'FOLLOWS']
    RETURN x.name AS name, x.id AS id, t.role AS role, t.since AS since, t.evidence AS passages
    UNION ALL
    MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:PLANS]->(x)
    WHERE t.reading = 'accepted' AND t.tie IN ['LOCATED_IN', 'SERVES', 'FUNDED_BY']
    RETURN x.name AS name, x.id AS id, t.role AS role, t.since AS since, t.evidence AS passages
  }
  WITH name, id, role, since, collect(passages) AS ties
  ORDER BY name, id, role, since
  RETURN collect(coalesce(role + ', ', '') + name + CASE WHEN since IS NULL THEN '' ELSE ' (' + since + ')' END) AS intended,
         collect(ties) AS e1
}
CALL (p) {
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:LACKS]->(x)
  WHERE t.reading = 'accepted' AND t.tie IN ['LOCATED_IN', 'SERVES']
  WITH x.name AS name, x.id AS id, t.role AS role, collect(t.evidence) AS ties
  ORDER BY name, id, role
  RETURN collect(coalesce(role + ', ', '') + name) AS not_in, collect(ties) AS e2
}
WITH p, facts, followed_by, intended, not_in, e0, e1, e2
WHERE size(followed_by) + size(intended) + size(not_in) > 0 OR any(found IN facts WHERE size(found) > 0)
RETURN p.name AS project, p.country AS country, p.case_study AS case_study, followed_by, intended, not_in, facts, [e0, e1, e2] AS evidence
ORDER BY country, project, p.id
