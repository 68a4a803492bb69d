// A misprint of one source alone is no difference: those are listed by the command "differences".
MATCH (c:Conflict)-[t:ABOUT]->(x)
WHERE c.kind = 'sources_differ' AND t.reading = 'accepted' AND ($country IS NULL OR x.country = $country OR x.id = $country)
RETURN x.name AS about, x.id AS about_id, CASE WHEN x:Country THEN x.id ELSE x.country END AS country,
       c.property AS property, c.reading AS outcome, coalesce(c.statements, []) AS sides, coalesce(c.evidence, []) AS evidence
ORDER BY about, about_id, property, c.id
