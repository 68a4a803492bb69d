MATCH (n)
WHERE n:LRA OR n:Network OR n:Organisation OR n:Project OR n:Service OR n:Fund OR n:Policy
RETURN count(n) > 0 AS met
