MATCH (c:Country)
WHERE $country IS NULL OR c.id = $country
RETURN count(c) AS size
