// One row an LRA: what is recorded between it and each network in scope. The networks are few and stand in a list; what is
// recorded is found from their side, because the LRAs are many and of most nothing is.
MATCH (n:Network)
// A network that is named counts whatever its scope.
WHERE n.id = $network OR ($network IS NULL AND ($network_scope IS NULL OR n.scope = $network_scope))
// One that is only planned, with nobody in it yet, is looked at when it is named: nobody can be in it or outside it.
WITH n, COUNT { (n)<-[:PLANS {tie: 'FOUNDED', reading: 'accepted'}]-() } AS plans
WHERE plans = 0 OR n.id = $network OR COUNT { (n)<-[:MEMBER_OF|STEERS|FOUNDED {reading: 'accepted'}]-() } > 0
WITH n, CASE WHEN n.roster = 'complete' AND n.roster_as_of IS NOT NULL THEN true ELSE false END AS listed
ORDER BY n.name, n.id
WITH collect({id: n.id, name: n.name, listed: listed, as_of: n.roster_as_of, evidence: CASE WHEN listed THEN coalesce(n.evidence, []) ELSE [] END}) AS networks,
     collect(n.id) AS scope, collect(CASE WHEN listed THEN n.name END) AS with_list, collect(CASE WHEN listed THEN n.roster_as_of END) AS dates,
     collect(CASE WHEN listed THEN null ELSE n.name END) AS without_list
WITH networks, scope, with_list, dates, without_list, [n IN networks | n.evidence] AS lists
WHERE size(scope) > 0
CALL (scope) {
  CALL (scope) {
    // Every LRA once, with nothing.
    MATCH (l:LRA)
    WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
      AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
    RETURN l.id AS lra_id, '' AS network, '' AS name, '' AS how, '' AS role, '' AS through, [] AS passages
    UNION ALL
    // Where there is much, only LRAs in scope are looked at.
    // Member: a source says member, founder or on the steering body; a founder stays one, the others may have left.
    MATCH (n:Network)<-[m:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
    WHERE n.id IN scope AND m.reading = 'accepted'
      AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
      AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
    // In a network in several ways it is one, by the digit: a member before an observer and the like, these before steering body and founder.
    RETURN l.id AS lra_id, n.id AS network, n.name AS name, CASE WHEN type(m) = 'FOUNDED' OR m.until_year IS NULL THEN 'member' ELSE 'former' END AS how,
           CASE WHEN type(m) = 'FOUNDED' THEN '3founder' WHEN type(m) = 'STEERS' THEN '2on the steering body'
             WHEN m.role IN ['observer', 'associate', 'partner', 'affiliate', 'honorary', 'supporting', 'cooperating', 'corresponding', 'extraordinary',
             'guest', 'suspended', 'inactive', 'sympathising', 'subscriber', 'adherent'] THEN '1' + m.role ELSE '0member' END AS role,
           '' AS through, coalesce(m.evidence, []) AS passages
    UNION ALL
    // Linked: only through a project, policy, facility or partner.
    MATCH (n:Network)-[c:COOPERATES_WITH|SUPPORTS|MANAGES]-(l:LRA)
    WHERE n.id IN scope AND c.reading = 'accepted'
    RETURN l.id AS lra_id, n.id AS network, n.name AS name, 'linked' AS how, '' AS role, '' AS through, coalesce(c.evidence, []) AS passages
    UNION ALL
    MATCH (n:Network)-[b:LINKED_TO|LEADS|PARTNER_IN|SUPPORTS|MEMBER_OF|FOUNDED|STEERS]-(x)
    WHERE n.id IN scope AND b.reading = 'accepted'
      AND (x:Project OR x:Policy OR x:Service OR (x:Organisation AND type(b) IN ['MEMBER_OF', 'FOUNDED', 'STEERS']))
    MATCH (x)-[a:LEADS|PARTNER_IN|ADOPTED|RUNS|SERVES|PART_OF|LOCATED_IN|COOPERATES_WITH]-(l:LRA)
    WHERE a.reading = 'accepted' AND (type(a) = 'COOPERATES_WITH' OR NOT x:Organisation)
      AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
      AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
    RETURN l.id AS lra_id, n.id AS network, n.name AS name, 'linked' AS how, '' AS role, x.name AS through, coalesce(a.evidence, []) + coalesce(b.evidence, []) AS passages
    UNION ALL
    // Non-member: a source says so, or (below) a complete list of members with a date lacks it.
    MATCH (n:Network)<-[k:LACKS]-(l:LRA)
    WHERE n.id IN scope AND k.tie = 'MEMBER_OF' AND k.reading = 'accepted'
    RETURN l.id AS lra_id, n.id AS network, n.name AS name, 'absent' AS how, '' AS role, '' AS through, coalesce(k.evidence, []) AS passages
  }
  WITH lra_id, network, name, how, min(role) AS role, through, collect(passages) AS passages
  ORDER BY name, network, through
  WITH lra_id, collect({network: network, how: how, role: role, through: through, passages: passages}) AS recorded,
       sum(CASE WHEN how = '' THEN 1 ELSE 0 END) AS in_scope
  WHERE in_scope > 0
  RETURN lra_id, recorded
}
MATCH (l:LRA {id: lra_id})
WITH l, recorded, networks, with_list, dates, without_list, lists, size(recorded) = 1 AS nothing,
     [r IN recorded WHERE r.how = 'member' | r.network] AS members, [r IN recorded WHERE r.how = 'former' | r.network] AS left,
     [r IN recorded WHERE r.how = 'linked' | r.network] AS linked, [r IN recorded WHERE r.how = 'absent' | r.network] AS absent
WITH l, nothing, members, left, linked, absent, networks, with_list, dates, without_list, lists,
     CASE WHEN nothing THEN networks ELSE [n IN networks WHERE NOT n.id IN members] END AS others,
     [r IN recorded WHERE r.how = 'member' OR NOT r.network IN members] AS counted
WITH l, counted, others,
     CASE WHEN nothing THEN [] ELSE [n IN networks WHERE n.id IN members | n.name] END AS member_of,
     CASE WHEN nothing THEN [] ELSE [r IN counted WHERE r.how = 'member' | substring(r.role, 1)] END AS member_roles,
     CASE WHEN nothing THEN [] ELSE [n IN others WHERE n.id IN linked | n.name] END AS linked_to,
     CASE WHEN nothing THEN with_list ELSE [n IN others WHERE n.listed OR n.id IN absent | n.name] END AS not_member_of,
     CASE WHEN nothing THEN dates ELSE [n IN others WHERE n.listed OR n.id IN absent | CASE WHEN n.listed THEN n.as_of ELSE '' END] END AS lists_as_of,
     CASE WHEN nothing THEN [] ELSE [n IN others WHERE n.id IN left | n.name] END AS was_member_of,
     CASE WHEN nothing THEN without_list ELSE [n IN others WHERE NOT (n.listed OR n.id IN absent OR n.id IN linked) | n.name] END AS unknown_of,
     CASE WHEN nothing THEN lists ELSE [n IN others | n.evidence] END AS evidence
WITH l, counted, member_of, member_roles, linked_to, not_member_of, lists_as_of, was_member_of, unknown_of, evidence,
     CASE
       WHEN size(member_of) > 0 THEN 'member'
       WHEN size(not_member_of) = size(others) THEN 'non-member'
       WHEN size(linked_to) > 0 THEN 'linked'
       ELSE 'unknown'
     END AS answer
RETURN l.name AS lra, l.country AS country, l.level AS level, answer, member_of, member_roles, linked_to, not_member_of, lists_as_of,
       was_member_of, unknown_of,
       [r IN counted WHERE r.through <> '' | r.through] AS through,
       [evidence, [r IN counted | r.passages]] AS evidence
ORDER BY CASE answer WHEN 'member' THEN 0 WHEN 'linked' THEN 1 WHEN 'non-member' THEN 2 ELSE 3 END, country, lra, l.id
