// Links that answers rest on: not where something lies, what it is part of or which subject it has.
// A passage is one entry of the evidence; lines joined in it are needed together. Two '#' in it would be two documents.
MATCH (a)-[t]->(b)
WHERE t.certainty = 'implied' AND t.reading = 'accepted' AND size(t.evidence) = 1 AND size(split(t.evidence[0], '#')) = 2
  AND NOT type(t) IN ['PLANS', 'LACKS', 'ABOUT', 'ADDRESSES', 'PART_OF', 'LOCATED_IN']
  AND ($country IS NULL OR a.country = $country OR a.id = $country OR b.country = $country OR b.id = $country)
WITH a, b, t, type(t) AS link,
     CASE WHEN type(t) IN ['MEMBER_OF', 'STEERS', 'FOUNDED'] THEN 0 WHEN type(t) IN ['LEADS', 'PARTNER_IN', 'COOPERATES_WITH', 'SUPPORTS'] THEN 1
       WHEN type(t) IN ['FUNDED_BY', 'MANAGES'] THEN 2 ELSE 3 END AS place
RETURN ['members and founders', 'cooperation', 'money', 'other links'][place] AS sort, a.name AS one, link, b.name AS other,
       t.role AS role, t.note AS remark, t.evidence AS evidence
ORDER BY place, one, link, other, a.id, b.id, t.key
