// Two networks with a complete list of members that has a date, each with two LRAs or more: fewer could not link LRAs.
MATCH (n:Network)<-[t:MEMBER_OF]-(l:LRA)
WHERE n.roster = 'complete' AND n.roster_as_of IS NOT NULL AND ($network_scope IS NULL OR n.scope = $network_scope)
  AND t.reading = 'accepted' AND t.until_year IS NULL
WITH n.id AS network_id, count(DISTINCT l.id) AS lras
WHERE lras > 1
RETURN count(network_id) > 1 AS met
