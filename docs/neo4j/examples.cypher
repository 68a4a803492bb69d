// Which graph this is, and whether a push is under way
MATCH (i:GraphInfo)
RETURN i.fingerprint AS fingerprint, i.schema_version AS model, coalesce(i.incomplete, false) AS push_under_way;

// How much there is of everything
MATCH (n:Interlocal)
UNWIND labels(n) AS label
WITH label, count(*) AS things
WHERE label <> 'Interlocal'
RETURN label, things
ORDER BY things DESC, label;

// Find something by a word of any of its names, accents or not
CALL db.index.fulltext.queryNodes('interlocal_names', 'poznan') YIELD node, score
RETURN node.name AS name, node.id AS id, score
ORDER BY score DESC, id;

// One authority and everything around it, as a picture
MATCH (n:LRA {id: 'lra:pl/warsaw'})-[t]-(other)
WHERE NOT other:Document AND NOT other:Theme
RETURN n, t, other;

// Who belongs to which network, since when, and which lines say so
MATCH (m)-[t:MEMBER_OF|FOUNDED|STEERS]->(n:Network)
WHERE t.reading = 'accepted'
RETURN n.name AS network, m.name AS member, type(t) AS tie, t.since AS since, t.until AS until, t.evidence AS evidence
ORDER BY network, member, tie;

// Authorities of two countries in one project
MATCH (a:LRA)-[s:LEADS|PARTNER_IN]->(p:Project)<-[t:LEADS|PARTNER_IN]-(b:LRA)
WHERE a.country < b.country AND s.reading = 'accepted' AND t.reading = 'accepted'
RETURN p.name AS project, a.name AS one, b.name AS other
ORDER BY project, one, other;

// What each fund pays for, and how much, as printed; never add amounts of different bases
MATCH (f:Fund)<-[t:FUNDED_BY]-(x)
WHERE t.reading = 'accepted'
RETURN f.name AS fund, x.name AS funded, t.amount_as_printed AS amount, t.amount_basis AS basis, t.joint_group AS printed_for_several
ORDER BY fund, funded;

// What is planned, and what a source says is absent: these are not ties
MATCH (a)-[t:PLANS|LACKS]->(b)
RETURN a.name AS who, type(t) AS which, t.tie AS tie, b.name AS whom, t.evidence AS evidence
ORDER BY which, who, whom, tie;

// Where sources differ, and about what
MATCH (c:Conflict)-[:ABOUT]->(x)
RETURN x.name AS about, c.property AS property, c.reading AS reading, c.statements AS sides
ORDER BY about, property, c.id;

// Projects in which no authority is named as organiser, partner or funder: not stated is not absent
MATCH (p:Project)
WHERE COUNT { (p)<-[:LEADS|PARTNER_IN]-(:LRA) } + COUNT { (p)-[:FUNDED_BY]->(:LRA) } = 0
RETURN p.name AS project, p.country AS country, p.unnamed_partners AS partners_without_a_name
ORDER BY country, project, p.id;

// How two of them hang together, over cooperation alone
MATCH chain = shortestPath((a:LRA {id: 'lra:gb/belfast'})-[:LEADS|PARTNER_IN|COOPERATES_WITH|SUPPORTS*..10]-(b:LRA {id: 'lra:pl/poznan'}))
RETURN [n IN nodes(chain) | n.name] AS chain, [t IN relationships(chain) | type(t)] AS ties;
