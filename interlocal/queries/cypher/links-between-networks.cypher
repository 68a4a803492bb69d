// A stated tie between two networks, or a body that is a member, founder or on the steering body of both.
CALL () {
  MATCH (a:Network)-[t:COOPERATES_WITH|SUPPORTS|MEMBER_OF|LINKED_TO|FOLLOWS]->(b:Network)
  WHERE t.reading = 'accepted'
  RETURN 0 AS place, a.name AS network, a.id AS network_id, b.name AS other, b.id AS other_id, '' AS through, '' AS through_id,
         CASE type(t) WHEN 'COOPERATES_WITH' THEN 'cooperates with' WHEN 'SUPPORTS' THEN 'supports'
           WHEN 'MEMBER_OF' THEN 'is a member of' WHEN 'FOLLOWS' THEN 'succeeded' ELSE 'is linked to' END AS link,
         coalesce(t.evidence, []) AS evidence
  UNION ALL
  MATCH (a:Network)<-[s:MEMBER_OF|STEERS|FOUNDED]-(x)-[t:MEMBER_OF|STEERS|FOUNDED]->(b:Network)
  WHERE a.id < b.id AND s.reading = 'accepted' AND t.reading = 'accepted'
    AND (type(s) = 'FOUNDED' OR s.until_year IS NULL) AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
  WITH a, b, x, collect(s.evidence) AS first, collect(t.evidence) AS second
  RETURN 1 AS place, a.name AS network, a.id AS network_id, b.name AS other, b.id AS other_id, x.name AS through, x.id AS through_id,
         'shares a member or founder with' AS link, first + second AS evidence
}
WITH place, network, network_id, other, other_id, through, through_id, link, evidence
WHERE $network IS NULL OR network_id = $network OR other_id = $network
RETURN network, link, other, through, evidence, network_id, other_id, through_id
ORDER BY place, network, other, link, through, network_id, other_id, through_id
