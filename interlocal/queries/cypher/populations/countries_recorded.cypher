MATCH (c:Country)
RETURN count(c) AS size
