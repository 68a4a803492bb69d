MATCH (p:Project)
WHERE p.dimension IS NOT NULL AND ($country IS NULL OR p.country = $country)
RETURN count(p) AS size
