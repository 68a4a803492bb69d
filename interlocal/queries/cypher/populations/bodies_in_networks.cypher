// LRAs and organisations recorded as member, founder or on the steering body of at least one network in scope.
MATCH (n:Network)<-[t:MEMBER_OF|STEERS|FOUNDED]-(x)
WHERE ($network_scope IS NULL OR n.scope = $network_scope) AND (x:LRA OR x:Organisation)
  AND t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
  AND ($country IS NULL OR x.country = $country) AND ($level IS NULL OR x.level = $level)
RETURN count(DISTINCT x.id) AS size
