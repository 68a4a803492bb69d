// One row an LRA: what is recorded between it and each network in scope.
MATCH (l:LRA)
WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
  AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
MATCH (n:Network)
// A network that is named counts whatever its scope.
WHERE n.id = $network OR ($network IS NULL AND ($network_scope IS NULL OR n.scope = $network_scope))
// Member: a source says member, founder or on the steering body, and does not say that it ended.
OPTIONAL MATCH (l)-[m:MEMBER_OF|STEERS|FOUNDED]->(n)
WHERE m.until_year IS NULL
WITH l, n, collect(m.evidence) AS member_evidence
// Linked: only through a project, policy, facility or partner.
OPTIONAL MATCH (l)-[c:COOPERATES_WITH|SUPPORTS|MANAGES]-(n)
WITH l, n, member_evidence, collect(c.evidence) AS direct_evidence
OPTIONAL MATCH (l)-[a:LEADS|PARTNER_IN|ADOPTED|RUNS|SERVES|PART_OF|LOCATED_IN|COOPERATES_WITH]-(x)-[b:LINKED_TO|LEADS|PARTNER_IN|SUPPORTS|MEMBER_OF|FOUNDED|STEERS]-(n)
WHERE x:Project OR x:Policy OR x:Service OR (x:Organisation AND type(a) = 'COOPERATES_WITH' AND type(b) IN ['MEMBER_OF', 'FOUNDED', 'STEERS'])
WITH l, n, member_evidence, direct_evidence, collect(DISTINCT x.name) AS through, collect(a.evidence) + collect(b.evidence) AS through_evidence
// Non-member: a source says so, or a complete list of members lacks it.
OPTIONAL MATCH (l)-[k:LACKS]->(n)
WHERE k.tie = 'MEMBER_OF'
WITH l, n, member_evidence, direct_evidence, through, through_evidence, collect(k.evidence) AS absent_evidence
WITH l, n, member_evidence, direct_evidence, through, through_evidence, absent_evidence,
     CASE
       WHEN size(member_evidence) > 0 THEN 'member'
       WHEN size(absent_evidence) > 0 OR n.roster = 'complete' THEN 'non-member'
       WHEN size(direct_evidence) > 0 OR size(through) > 0 THEN 'linked'
       ELSE 'unknown'
     END AS answer
ORDER BY n.name, n.id
WITH l,
     collect(CASE WHEN answer = 'member' THEN n.name END) AS member_of,
     collect(CASE WHEN size(direct_evidence) > 0 OR size(through) > 0 THEN
       CASE WHEN answer = 'member' THEN null ELSE n.name END END) AS linked_to,
     collect(CASE WHEN answer = 'non-member' THEN n.name END) AS not_member_of,
     collect(CASE WHEN answer = 'unknown' THEN n.name END) AS unknown_of,
     collect(CASE WHEN answer = 'linked' THEN through END) AS throughs,
     collect(CASE answer WHEN 'member' THEN member_evidence WHEN 'non-member' THEN absent_evidence
             ELSE direct_evidence + through_evidence END) AS evidence
RETURN l.name AS lra, l.country AS country, l.level AS level,
       CASE WHEN size(member_of) > 0 THEN 'member' WHEN size(linked_to) > 0 THEN 'linked'
            WHEN size(unknown_of) = 0 THEN 'non-member' ELSE 'unknown' END AS answer,
       member_of, linked_to, not_member_of, unknown_of,
       reduce(joined = [], one IN throughs | joined + one) AS through,
       reduce(joined = [], one IN evidence | joined + reduce(part = [], e IN one | part + e)) AS evidence
ORDER BY CASE WHEN size(member_of) > 0 THEN 0 WHEN size(linked_to) > 0 THEN 1 WHEN size(unknown_of) = 0 THEN 2 ELSE 3 END,
         l.country, l.name, l.id
