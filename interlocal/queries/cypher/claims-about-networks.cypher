// What a source states of several networks at once, beside what is told and recorded of each of them.
MATCH (g:StatedGap)-[a:ABOUT]->(n:Network)
// A network that is named counts whatever its scope.
WHERE a.reading = 'accepted' AND ($network_scope IS NULL OR n.scope = $network_scope OR n.id = $network)
WITH g.id AS statement_id, g.name AS statement, g.evidence AS stated, collect(DISTINCT n.id) AS networks
WHERE size(networks) > 1 AND ($network IS NULL OR $network IN networks)
WITH statement_id, statement, stated, networks, size(networks) AS count
UNWIND networks AS network_id
MATCH (n:Network {id: network_id})
WHERE $network IS NULL OR n.id = $network
CALL (n) {
  MATCH (n)<-[t:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
  WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
  WITH coalesce(l.level, 'level not stated') AS level, count(DISTINCT l.id) AS lras, collect(t.evidence) AS passages
  ORDER BY level
  RETURN collect(level) AS levels, collect(lras) AS lras, collect(passages) AS passages
}
RETURN statement, n.name AS network, n.how AS told, n.member_kinds AS member_kinds, n.stated_members AS stated_members, n.stated_members_qualifier AS size_note, levels, lras,
       n.roster AS roster, n.roster_as_of AS roster_as_of, count, statement_id, network_id,
       [coalesce(stated, []), coalesce(n.evidence, []), passages] AS evidence
ORDER BY statement, statement_id, network, network_id
