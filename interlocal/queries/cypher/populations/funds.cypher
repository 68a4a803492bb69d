MATCH (f:Fund)
WHERE $fund IS NULL OR f.id = $fund
RETURN count(f) AS size
