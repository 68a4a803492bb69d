MATCH (n:Network)
WHERE ($network_scope IS NULL OR n.scope = $network_scope) AND ($network IS NULL OR n.id = $network)
  AND ($country IS NULL OR n.country = $country)
OPTIONAL MATCH (m)-[t:MEMBER_OF|STEERS|FOUNDED]->(n)
WHERE t.until_year IS NULL
WITH n, m, t
ORDER BY m.name, m.id, type(t)
WITH n, collect(DISTINCT CASE WHEN m:LRA THEN m.name END) AS lras,
     collect(DISTINCT CASE WHEN m:LRA THEN null ELSE m.name END) AS others,
     collect(DISTINCT CASE WHEN m:LRA THEN null WHEN type(t) = 'MEMBER_OF' THEN m.name END) AS other_members,
     collect(t.evidence) AS evidence
RETURN n.name AS network, n.scope AS scope, n.country AS country, n.stated_members AS stated_members, n.roster AS roster,
       lras AS named_lras, others AS named_others, size(lras) AS count_lras, size(other_members) AS count_other_members,
       coalesce(n.evidence, []) + reduce(joined = [], e IN evidence | joined + e) AS evidence
ORDER BY CASE n.scope WHEN 'european_lra' THEN 0 ELSE 1 END, n.scope, network, n.id
