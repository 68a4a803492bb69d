MATCH (:Fund)-[t:FOLLOWS]->(:Fund)
WHERE t.reading = 'accepted'
RETURN count(t) > 0 AS met
