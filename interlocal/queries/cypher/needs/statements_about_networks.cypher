// A statement that a source makes of several networks at once.
MATCH (g:StatedGap)-[a:ABOUT]->(n:Network)
WHERE a.reading = 'accepted'
WITH g.id AS statement, count(DISTINCT n.id) AS networks
WHERE networks > 1
RETURN count(statement) > 0 AS met
