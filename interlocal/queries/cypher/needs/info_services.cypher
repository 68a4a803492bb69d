MATCH (s:Service)
WHERE s.kind IS NOT NULL
RETURN count(s) > 0 AS met
