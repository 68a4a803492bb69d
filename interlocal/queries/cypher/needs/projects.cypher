MATCH (n:Project)
RETURN count(n) > 0 AS met
