MATCH (p)-[:ADDRESSES {reading: 'accepted'}]->(:Theme)
WHERE p:Project OR p:Service OR p:Policy
RETURN count(p) > 0 AS met
