// A stated tie between two networks, or a body that is a member, founder or on the steering body of both.
MATCH (a:Network)-[t]->(b:Network)
WHERE type(t) IN ['COOPERATES_WITH', 'SUPPORTS', 'MEMBER_OF', 'LINKED_TO', 'FOLLOWS', 'MANAGES']
  AND ($network IS NULL OR a.id = $network OR b.id = $network)
RETURN a.name AS network, CASE type(t) WHEN 'COOPERATES_WITH' THEN 'cooperates with' WHEN 'SUPPORTS' THEN 'supports'
         WHEN 'MEMBER_OF' THEN 'is a member of' WHEN 'FOLLOWS' THEN 'follows' ELSE 'is linked to' END AS link,
       b.name AS other, '' AS through, coalesce(t.evidence, []) AS evidence, 0 AS place, a.id AS network_id, b.id AS other_id
ORDER BY place, network, other, through, network_id, other_id
UNION ALL
MATCH (a:Network)<-[s:MEMBER_OF|STEERS|FOUNDED]-(x)-[t:MEMBER_OF|STEERS|FOUNDED]->(b:Network)
WHERE a.id < b.id AND ($network IS NULL OR a.id = $network OR b.id = $network)
RETURN a.name AS network, 'shares a member or founder with' AS link, b.name AS other, x.name AS through,
       coalesce(s.evidence, []) + coalesce(t.evidence, []) AS evidence, 1 AS place, a.id AS network_id, b.id AS other_id
ORDER BY place, network, other, through, network_id, other_id
