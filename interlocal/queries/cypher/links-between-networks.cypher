// A stated tie between two networks; a body that is a member, founder or on the steering body of both, or manages them; a project, service
// or policy that both are linked to. What has no direction stands in the order of the names, so that ids decide nothing that is read.
CALL () {
  MATCH (a:Network)-[t:COOPERATES_WITH|SUPPORTS|MEMBER_OF|LINKED_TO|FOLLOWS]->(b:Network)
  WITH a, b, t, type(t) = 'COOPERATES_WITH' AND (b.name < a.name OR (b.name = a.name AND b.id < a.id)) AS turned, t.until_year IS NOT NULL AS ended
  WHERE t.reading = 'accepted'
  RETURN 0 AS place, CASE WHEN turned THEN b.name ELSE a.name END AS network, CASE WHEN turned THEN b.id ELSE a.id END AS network_id,
         CASE WHEN turned THEN a.name ELSE b.name END AS other, CASE WHEN turned THEN a.id ELSE b.id END AS other_id, '' AS through, '' AS through_id,
         CASE type(t) WHEN 'COOPERATES_WITH' THEN CASE WHEN ended THEN 'cooperated with' ELSE 'cooperates with' END
           WHEN 'SUPPORTS' THEN CASE WHEN ended THEN 'supported' ELSE 'supports' END
           WHEN 'MEMBER_OF' THEN CASE WHEN ended THEN 'was a member of' ELSE 'is a member of' END
           WHEN 'FOLLOWS' THEN 'succeeded' ELSE 'is linked to' END AS link,
         coalesce(t.evidence, []) AS evidence
  UNION ALL
  MATCH (a:Network)<-[s:MEMBER_OF|STEERS|FOUNDED|MANAGES]-(x)-[t:MEMBER_OF|STEERS|FOUNDED|MANAGES]->(b:Network)
  WHERE (a.name < b.name OR (a.name = b.name AND a.id < b.id)) AND s.reading = 'accepted' AND t.reading = 'accepted'
    AND (type(s) = 'FOUNDED' OR s.until_year IS NULL) AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
  WITH a, b, x, collect(type(s)) AS of_first, collect(type(t)) AS of_second, collect(s.evidence) AS first, collect(t.evidence) AS second
  WITH a, b, x, first, second, any(k IN of_first WHERE k <> 'MANAGES') AS in_first, any(k IN of_second WHERE k <> 'MANAGES') AS in_second
  RETURN 1 AS place, a.name AS network, a.id AS network_id, b.name AS other, b.id AS other_id, x.name AS through, x.id AS through_id,
         CASE WHEN in_first AND in_second THEN 'shares a member or founder with' WHEN in_first OR in_second THEN 'shares a body with'
           ELSE 'is managed by the same body as' END AS link, first + second AS evidence
  UNION ALL
  MATCH (a:Network)-[s:LINKED_TO|LEADS|PARTNER_IN|SUPPORTS]-(x)-[t:LINKED_TO|LEADS|PARTNER_IN|SUPPORTS]-(b:Network)
  WHERE (x:Project OR x:Service OR x:Policy) AND (a.name < b.name OR (a.name = b.name AND a.id < b.id)) AND s.reading = 'accepted' AND t.reading = 'accepted'
  WITH a, b, x, collect(s.evidence) AS first, collect(t.evidence) AS second
  RETURN 2 AS place, a.name AS network, a.id AS network_id, b.name AS other, b.id AS other_id, x.name AS through, x.id AS through_id,
         CASE WHEN x:Project THEN 'is linked to the same project as' WHEN x:Service THEN 'is linked to the same service as'
           ELSE 'is linked to the same policy as' END AS link, first + second AS evidence
}
WITH place, network, network_id, other, other_id, through, through_id, link, evidence
WHERE $network IS NULL OR network_id = $network OR other_id = $network
RETURN network, link, other, through, evidence, network_id, other_id, through_id
ORDER BY place, network, other, link, through, network_id, other_id, through_id
