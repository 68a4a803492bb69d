MATCH (p:Project)
WHERE p.dimension IS NOT NULL
RETURN count(p) > 0 AS met
