// One row for each LRA or organisation in two or more networks in scope; every row carries how many networks were looked at.
CALL () {
  MATCH (n:Network)
  WHERE $network_scope IS NULL OR n.scope = $network_scope
  RETURN count(n) AS looked_at, count(CASE WHEN n.roster = 'complete' AND n.roster_as_of IS NOT NULL THEN 1 END) AS with_list
}
MATCH (n:Network)<-[t:MEMBER_OF|STEERS|FOUNDED]-(x)
WHERE ($network_scope IS NULL OR n.scope = $network_scope) AND (x:LRA OR x:Organisation)
  // A founder stays one; members and steering bodies may have left.
  AND t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
  AND ($country IS NULL OR x.country = $country) AND ($level IS NULL OR x.level = $level)
WITH looked_at, with_list, x.id AS id, x.name AS name, x.country AS country, CASE WHEN x:LRA THEN 'LRA' ELSE 'organisation' END AS sort,
     CASE WHEN x:LRA THEN x.level ELSE x.kind END AS kind, n.id AS network_id, n.name AS network,
     CASE WHEN n.roster = 'complete' AND n.roster_as_of IS NOT NULL THEN n.name END AS listed, collect(type(t)) AS ties,
     // Of a member more than once, the plain membership counts.
     min(CASE WHEN type(t) <> 'MEMBER_OF' THEN null
       WHEN t.role IN ['observer', 'associate', 'partner', 'affiliate', 'honorary', 'supporting', 'cooperating', 'corresponding', 'extraordinary',
       'guest', 'suspended', 'inactive', 'sympathising', 'subscriber', 'adherent'] THEN t.role ELSE '' END) AS role,
     collect(t.evidence) AS evidence
ORDER BY network, network_id
WITH looked_at, with_list, id, name, country, sort, kind, collect(network) AS networks,
     // On a list stand its members; who only founded or steers the network stands on none.
     collect(CASE WHEN role IS NULL THEN null ELSE listed END) AS with_complete_list,
     collect(CASE WHEN role = '' THEN 'member' WHEN role IS NOT NULL THEN role WHEN 'STEERS' IN ties THEN 'on the steering body' ELSE 'founder' END) AS roles,
     collect(evidence) AS evidence
WHERE size(networks) > 1
RETURN name AS body, sort, kind, country, size(networks) AS count, networks, roles, with_complete_list, looked_at, with_list, evidence
ORDER BY count DESC, sort, country, body, id
