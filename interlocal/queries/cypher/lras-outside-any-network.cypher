// One row a network in scope, one an LRA in scope, and one a thing that is recorded between the two. Which of the four answers that makes is told from these
// afterwards: of most LRAs nothing is recorded. What is recorded is found from the side of the networks, because they are few.
MATCH (n:Network)
// A network that is named counts whatever its scope.
WHERE n.id = $network OR ($network IS NULL AND ($network_scope IS NULL OR n.scope = $network_scope))
// One that is only planned, with nobody in it yet, is looked at when it is named: nobody can be in it or outside it.
WITH n, COUNT { (n)<-[:PLANS {tie: 'FOUNDED', reading: 'accepted'}]-() } AS plans
WHERE plans = 0 OR n.id = $network OR COUNT { (n)<-[:MEMBER_OF|STEERS|FOUNDED {reading: 'accepted'}]-() } > 0
WITH collect(n.id) AS scope
WHERE size(scope) > 0
CALL (scope) {
  // With the date of its list, where that is complete, and where the list is from.
  MATCH (n:Network)
  WHERE n.id IN scope
  WITH n, CASE WHEN n.roster = 'complete' THEN n.roster_as_of END AS as_of
  RETURN 'network' AS what, '' AS lra, n.id AS network, [n.name, as_of] AS told, CASE WHEN as_of IS NULL THEN [] ELSE coalesce(n.evidence, []) END AS evidence
  UNION ALL
  MATCH (l:LRA)
  WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN 'LRA' AS what, l.id AS lra, '' AS network, [l.name, l.country, l.level] AS told, [] AS evidence
  UNION ALL
  // Where there is much, only LRAs in scope are looked at.
  // Member: a source says member, founder or on the steering body; a founder stays one, the others may have left.
  MATCH (n:Network)<-[m:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
  WHERE n.id IN scope AND m.reading = 'accepted'
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  // The digit orders the ways of being in a network: a member before an observer and the like, these before steering body and founder.
  RETURN CASE WHEN type(m) = 'FOUNDED' OR m.until_year IS NULL THEN 'member' ELSE 'former' END AS what, l.id AS lra, n.id AS network,
         [CASE WHEN type(m) = 'FOUNDED' THEN '3founder' WHEN type(m) = 'STEERS' THEN '2on the steering body'
            WHEN m.role IN ['observer', 'associate', 'partner', 'affiliate', 'honorary', 'supporting', 'cooperating', 'corresponding', 'extraordinary',
            'guest', 'suspended', 'inactive', 'sympathising', 'subscriber', 'adherent'] THEN '1' + m.role ELSE '0member' END, ''] AS told,
         coalesce(m.evidence, []) AS evidence
  UNION ALL
  // Linked: only through a project, policy, facility or partner.
  MATCH (n:Network)-[c:COOPERATES_WITH|SUPPORTS|MANAGES]-(l:LRA)
  WHERE n.id IN scope AND c.reading = 'accepted'
  RETURN 'linked' AS what, l.id AS lra, n.id AS network, ['', ''] AS told, coalesce(c.evidence, []) AS evidence
  UNION ALL
  MATCH (n:Network)-[b:LINKED_TO|LEADS|PARTNER_IN|SUPPORTS|MEMBER_OF|FOUNDED|STEERS]-(x)
  WHERE n.id IN scope AND b.reading = 'accepted'
    AND (x:Project OR x:Policy OR x:Service OR (x:Organisation AND type(b) IN ['MEMBER_OF', 'FOUNDED', 'STEERS']))
  MATCH (x)-[a:LEADS|PARTNER_IN|ADOPTED|RUNS|SERVES|PART_OF|LOCATED_IN|COOPERATES_WITH]-(l:LRA)
  WHERE a.reading = 'accepted' AND (type(a) = 'COOPERATES_WITH' OR NOT x:Organisation)
    AND ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN 'linked' AS what, l.id AS lra, n.id AS network, ['', x.name] AS told, coalesce(a.evidence, []) + coalesce(b.evidence, []) AS evidence
  UNION ALL
  // Non-member: a source says so, or a complete list of members with a date lacks it.
  MATCH (n:Network)<-[k:LACKS]-(l:LRA)
  WHERE n.id IN scope AND k.tie = 'MEMBER_OF' AND k.reading = 'accepted'
  RETURN 'absent' AS what, l.id AS lra, n.id AS network, ['', ''] AS told, coalesce(k.evidence, []) AS evidence
}
RETURN what, lra, network, told, evidence
ORDER BY what, lra, network, told[0], told[1]
