MATCH (n:LRA)
RETURN count(n) > 0 AS met
