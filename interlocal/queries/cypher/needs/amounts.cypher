MATCH (x)-[t:FUNDED_BY]->()
WHERE t.reading = 'accepted' AND (t.amount IS NOT NULL OR t.share IS NOT NULL)
RETURN count(x) > 0 AS met
