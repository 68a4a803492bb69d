// Two networks in scope with a complete list and a date; when one is named, that one and another.
MATCH (n:Network)
WHERE ($network_scope IS NULL OR n.scope = $network_scope) AND n.roster = 'complete' AND n.roster_as_of IS NOT NULL
WITH collect(n.id) AS lists
RETURN size(lists) > 1 AND ($network IS NULL OR $network IN lists) AS met
