// What may change, be planned or be absent: links of members, projects, cooperation, support, services and management, and what is planned or stated to be absent.
MATCH (a)-[t:MEMBER_OF|STEERS|LEADS|PARTNER_IN|COOPERATES_WITH|SUPPORTS|RUNS|MANAGES|PLANS|LACKS]->(b)
WHERE t.reading = 'accepted' AND NOT b:Theme AND NOT (type(t) = 'PLANS' AND t.tie = 'LOCATED_IN')
  AND ($country IS NULL OR coalesce(a.country, CASE WHEN a:Country THEN a.id END) = $country OR coalesce(b.country, CASE WHEN b:Country THEN b.id END) = $country)
RETURN count(t) AS size
