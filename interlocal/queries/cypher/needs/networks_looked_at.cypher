// A network of the kind that is asked about, or the one that is named.
MATCH (n:Network)
WHERE n.id = $network OR ($network IS NULL AND ($network_scope IS NULL OR n.scope = $network_scope))
RETURN count(n) > 0 AS met
