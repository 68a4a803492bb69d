// LRAs and organisations on the complete, dated lists of members, each once.
MATCH (n:Network)<-[t:MEMBER_OF]-(b)
WHERE n.roster = 'complete' AND n.roster_as_of IS NOT NULL AND ($network_scope IS NULL OR n.scope = $network_scope)
  AND t.reading = 'accepted' AND t.until_year IS NULL
  AND (b:LRA OR b:Organisation) AND ($country IS NULL OR b.country = $country)
RETURN count(DISTINCT b.id) AS size
