// Networks with a complete, dated list of members on which an LRA or organisation stands.
MATCH (n:Network)<-[t:MEMBER_OF]-(b)
WHERE n.roster = 'complete' AND n.roster_as_of IS NOT NULL AND ($network_scope IS NULL OR n.scope = $network_scope)
  AND t.reading = 'accepted' AND t.until_year IS NULL AND (b:LRA OR b:Organisation)
RETURN count(DISTINCT n.id) AS size
