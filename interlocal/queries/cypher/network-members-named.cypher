MATCH (n:Network)
WHERE ($network_scope IS NULL OR n.scope = $network_scope) AND ($network IS NULL OR n.id = $network)
  AND ($country IS NULL OR n.country = $country)
// A founder stays one; members and steering bodies may have left.
OPTIONAL MATCH (m)-[t:MEMBER_OF|STEERS|FOUNDED]->(n)
WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
WITH n, m, collect(type(t)) AS types, collect(t.evidence) AS ties,
     // Of a member more than once, the plain membership counts.
     min(CASE WHEN type(t) <> 'MEMBER_OF' THEN null
       WHEN t.role IN ['observer', 'associate', 'partner', 'affiliate', 'honorary', 'supporting', 'cooperating', 'corresponding', 'extraordinary',
       'guest', 'suspended', 'inactive', 'sympathising', 'subscriber', 'adherent'] THEN t.role ELSE '' END) AS role
WITH n, m, ties, CASE WHEN role = '' THEN 'member' WHEN role IS NOT NULL THEN role WHEN 'STEERS' IN types THEN 'on the steering body' ELSE 'founder' END AS role
ORDER BY m.name, m.id
WITH n, collect(CASE WHEN m:LRA THEN m.name END) AS lras, collect(CASE WHEN m:LRA THEN null ELSE m.name END) AS others,
     collect(CASE WHEN m:LRA THEN role END) AS lra_roles, collect(CASE WHEN m IS NULL OR m:LRA THEN null ELSE role END) AS other_roles,
     collect(ties) AS evidence
// Planned: a source speaks of founding it, and nobody is named in it.
CALL (n, lras, others) {
  MATCH (n)<-[p:PLANS]-()
  WHERE p.tie = 'FOUNDED' AND p.reading = 'accepted' AND size(lras) + size(others) = 0
  RETURN collect(p.evidence) AS plans
}
RETURN n.name AS network, n.scope AS scope, n.country AS country, n.stated_members AS stated_members,
       n.stated_members_qualifier AS size_note, n.roster AS roster, n.roster_as_of AS roster_as_of,
       lras AS named_lras, others AS named_others, n.unnamed_members AS unnamed_members, size(lras) AS count_lras, lra_roles, other_roles,
       CASE WHEN size(plans) > 0 THEN 'planned' END AS founding, [coalesce(n.evidence, []), evidence, plans] AS evidence
ORDER BY CASE n.scope WHEN 'european_lra' THEN 0 ELSE 1 END, scope, network, n.id
