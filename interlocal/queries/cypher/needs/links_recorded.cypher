MATCH ()-[t]->()
WHERE t.reading = 'accepted' AND NOT type(t) IN ['PLANS', 'LACKS', 'ABOUT', 'ADDRESSES', 'PART_OF', 'LOCATED_IN']
RETURN count(t) > 0 AS met
