MATCH (b)
WHERE (b:Network OR b:Organisation) AND b.cooperates_with_lras IS NOT NULL
OPTIONAL MATCH (b)-[t:COOPERATES_WITH|SUPPORTS|MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
WITH b, l, t
ORDER BY l.name, l.id
WITH b, collect(DISTINCT l.name) AS named_lras, collect(t.evidence) AS evidence
RETURN b.name AS body, CASE WHEN b:Network THEN 'network' ELSE 'organisation' END AS sort, b.cooperates_with_lras AS cooperates,
       b.how AS how, b.cooperation_platform AS platform, named_lras,
       coalesce(b.evidence, []) + reduce(joined = [], e IN evidence | joined + e) AS evidence
ORDER BY CASE b.cooperates_with_lras WHEN 'yes' THEN 0 ELSE 1 END, body, b.id
