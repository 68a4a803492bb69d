// A network in scope of which the members are known: a complete list with a date.
MATCH (n:Network)
WHERE ($network_scope IS NULL OR n.scope = $network_scope) AND ($network IS NULL OR n.id = $network)
  AND n.roster = 'complete' AND n.roster_as_of IS NOT NULL
RETURN count(n) > 0 AS met
