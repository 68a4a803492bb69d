MATCH (b)
WHERE (b:Network OR b:Organisation) AND b.cooperates_with_lras IS NOT NULL
OPTIONAL MATCH (b)-[t:COOPERATES_WITH|SUPPORTS|MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
// Who has left is not named, a founder is.
WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
WITH b, l, collect(t.evidence) AS ties
ORDER BY l.name, l.id
WITH b, collect(l.name) AS named_lras, collect(ties) AS evidence
RETURN b.name AS body, CASE WHEN b:Network THEN 'network' ELSE 'organisation' END AS sort, b.cooperates_with_lras AS cooperates,
       b.how AS how, b.cooperation_platform AS platform, named_lras, [coalesce(b.evidence, []), evidence] AS evidence
ORDER BY CASE cooperates WHEN 'yes' THEN 0 ELSE 1 END, body, b.id
