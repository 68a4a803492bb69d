// Only pairs that share a member are looked at, found from the members; a network that shares none has one row, without another.
// The two of a pair stand in the order of their names, so that ids decide nothing that is read.
CALL () {
  MATCH (n:Network)<-[t:MEMBER_OF]-(x)
  WHERE n.roster = 'complete' AND n.roster_as_of IS NOT NULL AND ($network_scope IS NULL OR n.scope = $network_scope)
    AND t.reading = 'accepted' AND t.until_year IS NULL
  WITH x.id AS member, x.name AS name, n.id AS network, n.name AS called, collect(t.evidence) AS passages,
       min(CASE WHEN t.role IN ['observer', 'associate', 'partner', 'affiliate', 'honorary', 'supporting', 'cooperating', 'corresponding', 'extraordinary',
         'guest', 'suspended', 'inactive', 'sympathising', 'subscriber', 'adherent'] THEN t.role ELSE '' END) AS role
  WITH member, name, collect({network: network, called: called, role: CASE WHEN role = '' THEN 'member' ELSE role END, passages: passages}) AS lists
  WHERE size(lists) > 1
  UNWIND lists AS one
  UNWIND lists AS two
  WITH member, name, one, two
  WHERE (one.called < two.called OR (one.called = two.called AND one.network < two.network)) AND ($network IS NULL OR one.network = $network OR two.network = $network)
  WITH one.network AS network_id, two.network AS other_id, name, member, one.role AS role, two.role AS other_role,
       [one.passages, two.passages] AS passages
  ORDER BY name, member
  RETURN network_id, other_id, collect(name) AS shared_members, collect(role) AS roles, collect(other_role) AS other_roles, collect(passages) AS passages
  UNION ALL
  MATCH (n:Network)
  WHERE n.roster = 'complete' AND n.roster_as_of IS NOT NULL AND ($network_scope IS NULL OR n.scope = $network_scope)
    AND ($network IS NULL OR n.id = $network)
  OPTIONAL MATCH (n)<-[s:MEMBER_OF]-(x)-[t:MEMBER_OF]->(o:Network)
  WHERE s.reading = 'accepted' AND s.until_year IS NULL AND t.reading = 'accepted' AND t.until_year IS NULL
    AND o.id <> n.id AND o.roster = 'complete' AND o.roster_as_of IS NOT NULL AND ($network_scope IS NULL OR o.scope = $network_scope)
  WITH n.id AS network_id, count(o.id) AS others
  WHERE others = 0
  RETURN network_id, '' AS other_id, [] AS shared_members, [] AS roles, [] AS other_roles, [] AS passages
}
MATCH (n:Network {id: network_id})
OPTIONAL MATCH (o:Network {id: other_id})
CALL (n) {
  MATCH (n)<-[t:MEMBER_OF]-(x)
  WHERE t.reading = 'accepted' AND t.until_year IS NULL
  RETURN count(DISTINCT x.id) AS members
}
CALL (o) {
  MATCH (o)<-[t:MEMBER_OF]-(x)
  WHERE t.reading = 'accepted' AND t.until_year IS NULL
  RETURN count(DISTINCT x.id) AS other_members
}
WITH n, o, network_id, other_id, shared_members, roles, other_roles, passages, members, size(shared_members) AS shared,
     CASE WHEN o IS NULL THEN null ELSE other_members END AS other_members
WITH n, o, network_id, other_id, shared_members, roles, other_roles, passages, members, other_members, shared,
     CASE WHEN shared > 0 THEN toFloat(shared) / (members + other_members - shared) END AS jaccard,
     CASE WHEN shared > 0 THEN toFloat(shared) / (CASE WHEN members < other_members THEN members ELSE other_members END) END AS share_of_smaller
RETURN n.name AS network, n.roster_as_of AS as_of, members, o.name AS other, o.roster_as_of AS other_as_of, other_members,
       shared, jaccard, share_of_smaller, shared_members, roles, other_roles, network_id, other_id,
       [coalesce(n.evidence, []), coalesce(o.evidence, []), passages] AS evidence
ORDER BY CASE WHEN shared > 0 THEN 0 ELSE 1 END, jaccard DESC, shared DESC, network, other, network_id, other_id
