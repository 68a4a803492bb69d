// Statements that a source makes of several networks in scope at once; of one that is named: those that hold it too.
MATCH (g:StatedGap)-[a:ABOUT]->(n:Network)
WHERE a.reading = 'accepted' AND ($network_scope IS NULL OR n.scope = $network_scope OR n.id = $network)
WITH g.id AS statement, collect(DISTINCT n.id) AS networks
WHERE size(networks) > 1 AND ($network IS NULL OR $network IN networks)
RETURN count(statement) AS size
