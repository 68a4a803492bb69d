// An organisation or service of the kinds asked about, and an LRA that could be tied to it.
MATCH (x)
WHERE (x:Organisation AND x.kind IN ['migrant_organisation', 'NGO', 'association', 'foundation', 'university', 'research'])
   OR (x:Service AND x.kind = 'observatory')
WITH count(x) AS bodies
OPTIONAL MATCH (l:LRA)
WITH bodies, count(l) AS lras
RETURN bodies > 0 AND lras > 0 AS met
