// One row a body and list: who is on the complete, dated lists of members. What hangs together is derived from them.
MATCH (n:Network)
WHERE n.roster = 'complete' AND n.roster_as_of IS NOT NULL AND ($network_scope IS NULL OR n.scope = $network_scope)
// On a list stand its members; who only founded or steers the network stands on none.
MATCH (n)<-[t:MEMBER_OF]-(b)
WHERE t.reading = 'accepted' AND t.until_year IS NULL AND (b:LRA OR b:Organisation)
WITH n, b.id AS body_id, b.name AS body, b.country AS country, CASE WHEN b:LRA THEN 'LRA' ELSE 'organisation' END AS sort, collect(t.evidence) AS ties
RETURN n.id AS network_id, n.name AS network, n.roster_as_of AS as_of, coalesce(n.evidence, []) AS of_list, body_id, body, country, sort, ties AS evidence
ORDER BY network_id, body_id
