// What sources state to be absent, not fully there or not yet there, and what is recorded in and of the LRA instead.
CALL () {
  // Stated by a report as a gap; found by its words. That there is no agency in a place says nothing of the authority.
  MATCH (g:StatedGap)-[t:ABOUT]->(l:LRA)
  WHERE t.reading = 'accepted'
    AND any(word IN ['no structure ', 'no policy ', 'no strategy ', 'no unit ', 'no department '] WHERE toLower(g.name) + ' ' CONTAINS word)
  RETURN l.id AS lra_id, 'absent' AS how, g.name AS statement, g.id AS id, [coalesce(g.evidence, []), coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (l:LRA)-[t:LACKS]-(x)
  WHERE t.reading = 'accepted' AND ((x:Service AND x.kind = 'department' AND t.tie IN ['RUNS', 'PART_OF', 'FOUNDED']) OR (x:Policy AND t.tie = 'ADOPTED'))
  RETURN l.id AS lra_id, 'absent' AS how, 'stated to be without: ' + x.name AS statement, x.id AS id, [coalesce(t.evidence, [])] AS passages
  UNION ALL
  MATCH (l:LRA)-[t:RUNS|PART_OF]-(s:Service)
  WHERE t.reading = 'accepted' AND s.kind = 'department' AND s.fully_operational = 'no'
  WITH l, s, collect(t.evidence) AS ties
  RETURN l.id AS lra_id, 'not yet' AS how, s.name + ' was not fully operational' AS statement, s.id AS id,
         [ties, [f IN coalesce(s.facts, [])
           WHERE f CONTAINS '"property": "fully_operational"' AND f CONTAINS '"reading": "accepted"'
           | split(split(split(f, '["')[1], '"]')[0], '", "')]] AS passages
  UNION ALL
  MATCH (l:LRA)
  WHERE l.local_policy_status IN ['being designed', 'planned', 'none']
  RETURN l.id AS lra_id, CASE l.local_policy_status WHEN 'none' THEN 'absent' ELSE 'not yet' END AS how,
         CASE l.local_policy_status WHEN 'none' THEN 'there was no policy on migrants'
           ELSE 'the policy on migrants was ' + l.local_policy_status END AS statement, l.id AS id,
         [[f IN coalesce(l.facts, [])
           WHERE f CONTAINS '"property": "local_policy_status"' AND f CONTAINS '"reading": "accepted"'
           | split(split(split(f, '["')[1], '"]')[0], '", "')]] AS passages
}
WITH lra_id, how, statement, id, collect(passages) AS passages
ORDER BY statement, id
WITH lra_id, collect(CASE WHEN how = 'absent' THEN statement END) AS absent, collect(CASE WHEN how = 'not yet' THEN statement END) AS not_yet,
     collect(passages) AS e0
MATCH (l:LRA {id: lra_id})
WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
  AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
CALL (l) {
  // A project that is carried out there, too, unless the LRA takes part in it.
  MATCH (l)-[t:RUNS|PART_OF|LOCATED_IN|SERVES]-(s)
  WHERE t.reading = 'accepted' AND t.until_year IS NULL
    AND (s:Service OR s:Network OR (s:Project AND COUNT { (l)-[:LEADS|PARTNER_IN {reading: 'accepted'}]->(s) } = 0))
  WITH s.name AS name, s.id AS id, collect(t.evidence) AS ties, collect(CASE WHEN type(t) IN ['RUNS', 'PART_OF'] THEN 1 END) AS own
  ORDER BY name, id
  RETURN collect(CASE WHEN size(own) > 0 THEN name END) AS own_services, collect(CASE WHEN size(own) = 0 THEN name END) AS others_there, collect(ties) AS e1
}
CALL (l) {
  MATCH (l)-[t:LEADS|PARTNER_IN]->(part:Project)
  WHERE t.reading = 'accepted'
  WITH part.name AS name, part.id AS id, collect(t.evidence) AS ties
  ORDER BY name, id
  RETURN collect(name) AS projects, collect(ties) AS e2
}
CALL (l) {
  MATCH (l)-[t:COOPERATES_WITH|MEMBER_OF]-(x)
  WHERE t.reading = 'accepted' AND t.until_year IS NULL
  WITH x.name AS name, x.id AS id, collect(t.evidence) AS ties
  ORDER BY name, id
  RETURN collect(name) AS works_with, collect(ties) AS e3
}
CALL (l) {
  MATCH (l)-[t:ADOPTED]->(x:Policy)
  WHERE t.reading = 'accepted'
  WITH x.name AS name, x.id AS id, collect(t.evidence) AS ties
  ORDER BY name, id
  RETURN collect(name) AS policies, collect(ties) AS e5
}
CALL (l) {
  MATCH (l)-[t:PLANS]->(x)
  WHERE t.reading = 'accepted' AND ((x:Policy AND t.tie = 'ADOPTED') OR (x:Service AND t.tie IN ['RUNS', 'FOUNDED']))
  WITH x.name AS name, x.id AS id, collect(t.evidence) AS ties
  ORDER BY name, id
  RETURN collect(name) AS planned, collect(ties) AS e4
}
RETURN l.name AS lra, l.country AS country, l.level AS level, CASE WHEN size(absent) > 0 THEN 'stated absent' ELSE 'not fully or not yet there' END AS answer,
       absent, not_yet, own_services, policies, projects, others_there, works_with, planned, [e0, e1, e2, e3, e4, e5] AS evidence
ORDER BY CASE answer WHEN 'stated absent' THEN 0 ELSE 1 END, country, lra, l.id
