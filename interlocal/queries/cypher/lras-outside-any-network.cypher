// One row an LRA: what is recorded between it and each network in scope.
MATCH (l:LRA)
WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
  AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
MATCH (n:Network)
// A network that is named counts whatever its scope.
WHERE n.id = $network OR ($network IS NULL AND ($network_scope IS NULL OR n.scope = $network_scope))
// Member: a source says member, founder or on the steering body; a founder stays one, the others may have left.
OPTIONAL MATCH (l)-[m:MEMBER_OF|STEERS|FOUNDED]->(n)
WHERE m.reading = 'accepted'
WITH l, n,
     collect(CASE WHEN m IS NOT NULL AND (type(m) = 'FOUNDED' OR m.until_year IS NULL) THEN m.evidence END) AS member_evidence,
     collect(CASE WHEN m IS NOT NULL AND type(m) <> 'FOUNDED' AND m.until_year IS NOT NULL THEN m.evidence END) AS former_evidence
// Linked: only through a project, policy, facility or partner.
OPTIONAL MATCH (l)-[c:COOPERATES_WITH|SUPPORTS|MANAGES]-(n)
WHERE c.reading = 'accepted'
WITH l, n, member_evidence, former_evidence, collect(c.evidence) AS direct_evidence
OPTIONAL MATCH (l)-[a:LEADS|PARTNER_IN|ADOPTED|RUNS|SERVES|PART_OF|LOCATED_IN|COOPERATES_WITH]-(x)-[b:LINKED_TO|LEADS|PARTNER_IN|SUPPORTS|MEMBER_OF|FOUNDED|STEERS]-(n)
WHERE a.reading = 'accepted' AND b.reading = 'accepted'
  AND (x:Project OR x:Policy OR x:Service OR (x:Organisation AND type(a) = 'COOPERATES_WITH' AND type(b) IN ['MEMBER_OF', 'FOUNDED', 'STEERS']))
WITH l, n, member_evidence, former_evidence, direct_evidence, x, a, b
ORDER BY x.name, x.id
WITH l, n, member_evidence, former_evidence, direct_evidence, collect(DISTINCT x.name) AS through,
     collect(a.evidence) AS evidence_to, collect(b.evidence) AS evidence_from
// Non-member: a source says so, or a complete list of members with a date lacks it.
OPTIONAL MATCH (l)-[k:LACKS]->(n)
WHERE k.tie = 'MEMBER_OF' AND k.reading = 'accepted'
WITH l, n, member_evidence, former_evidence, direct_evidence, through, evidence_to, evidence_from, collect(k.evidence) AS absent_evidence
WITH l, n, member_evidence, former_evidence, through, direct_evidence + evidence_to + evidence_from AS linked_evidence,
     absent_evidence, n.roster = 'complete' AND n.roster_as_of IS NOT NULL AS listed
WITH l, n, member_evidence, former_evidence, through, linked_evidence, listed, absent_evidence,
     CASE
       WHEN size(member_evidence) > 0 THEN 'member'
       WHEN size(absent_evidence) > 0 OR listed THEN 'non-member'
       WHEN size(linked_evidence) > 0 THEN 'linked'
       ELSE 'unknown'
     END AS answer
ORDER BY n.name, n.id
WITH l,
     collect(CASE WHEN answer = 'member' THEN n.name END) AS member_of,
     collect(CASE WHEN answer <> 'member' AND size(linked_evidence) > 0 THEN n.name END) AS linked_to,
     collect(CASE WHEN answer = 'non-member' THEN n.name END) AS not_member_of,
     collect(CASE WHEN size(former_evidence) > 0 AND answer <> 'member' THEN n.name END) AS was_member_of,
     collect(CASE WHEN answer = 'unknown' THEN n.name END) AS unknown_of,
     collect(answer) AS answers,
     collect(CASE WHEN answer = 'member' THEN [] ELSE through END) AS throughs,
     collect(CASE
       WHEN answer = 'member' THEN member_evidence
       WHEN answer = 'non-member' AND listed THEN absent_evidence + linked_evidence + former_evidence + [coalesce(n.evidence, [])]
       ELSE absent_evidence + linked_evidence + former_evidence
     END) AS evidence
WITH l, member_of, linked_to, not_member_of, was_member_of, unknown_of, throughs, evidence,
     CASE
       WHEN size(member_of) > 0 THEN 'member'
       WHEN size(not_member_of) = size(answers) THEN 'non-member'
       WHEN size(linked_to) > 0 THEN 'linked'
       ELSE 'unknown'
     END AS answer
RETURN l.name AS lra, l.country AS country, l.level AS level, answer, member_of, linked_to, not_member_of, was_member_of, unknown_of,
       reduce(joined = [], one IN throughs | joined + one) AS through,
       reduce(joined = [], one IN evidence | joined + reduce(part = [], e IN one | part + e)) AS evidence
ORDER BY CASE answer WHEN 'member' THEN 0 WHEN 'linked' THEN 1 WHEN 'non-member' THEN 2 ELSE 3 END, country, lra, l.id
