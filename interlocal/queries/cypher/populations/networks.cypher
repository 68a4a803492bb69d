MATCH (n:Network)
WHERE ($network_scope IS NULL OR n.scope = $network_scope) AND ($network IS NULL OR n.id = $network)
  AND ($country IS NULL OR n.country = $country)
RETURN count(n) AS size
