// A body of the national or the EU tier, and an LRA that could be tied to it.
MATCH (x:Organisation)
WHERE x.kind IN ['national_authority', 'state_territorial_office', 'agency', 'eu_institution']
WITH count(x) AS bodies
OPTIONAL MATCH (l:LRA)
WITH bodies, count(l) AS lras
RETURN bodies > 0 AND lras > 0 AS met
