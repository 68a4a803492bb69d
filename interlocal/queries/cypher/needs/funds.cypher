MATCH (n:Fund)
RETURN count(n) > 0 AS met
