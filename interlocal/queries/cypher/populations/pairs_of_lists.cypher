// Pairs of networks in scope that both have a complete list with a date; of one that is named: its pairs.
MATCH (n:Network)
WHERE ($network_scope IS NULL OR n.scope = $network_scope) AND n.roster = 'complete' AND n.roster_as_of IS NOT NULL
WITH collect(n.id) AS lists
RETURN CASE
  WHEN $network IS NULL THEN size(lists) * (size(lists) - 1) / 2
  WHEN $network IN lists THEN size(lists) - 1
  ELSE 0
END AS size
