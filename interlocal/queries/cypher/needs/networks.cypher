MATCH (n:Network)
RETURN count(n) > 0 AS met
