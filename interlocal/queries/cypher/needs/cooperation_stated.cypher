MATCH (b)
WHERE (b:Network OR b:Organisation) AND b.cooperates_with_lras IS NOT NULL
RETURN count(b) > 0 AS met
