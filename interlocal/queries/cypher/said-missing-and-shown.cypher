// What is said to be missing in coordination or data, or as a link, beside what is named about the same. Nothing is matched by words:
// on the subject is what addresses every subject of the statement (groups of people aside); about the same is what is tied to the same
// body, or lies in the country that the statement is about. A part of a project (a phase, an event of it) counts with the whole.
CALL () {
  MATCH (g:StatedGap)
  WHERE g.kind IN ['coordination', 'data'] AND ($theme IS NULL OR COUNT { (g)-[:ADDRESSES {reading: 'accepted'}]->(:Theme {id: $theme}) } > 0)
  CALL (g) {
    MATCH (g)-[t:ABOUT]->(x)
    WHERE t.reading = 'accepted'
    WITH DISTINCT x.id AS i, x.name AS name
    ORDER BY name, i
    RETURN collect(name) AS about
  }
  CALL (g) {
    MATCH (g)-[t:ADDRESSES]->(s:Theme)
    WHERE t.reading = 'accepted' AND NOT s.id STARTS WITH 'theme:group-'
    RETURN collect(DISTINCT s.id) AS subjects
  }
  MATCH (g)-[t:ABOUT]->(x)
  WHERE t.reading = 'accepted' AND ($country IS NULL OR x.id = $country OR x.country = $country)
  WITH DISTINCT g, about, subjects, x
  CALL (g, x, subjects) {
    // Two bodies that the statement is about, and a link between them.
    MATCH (x)-[t:COOPERATES_WITH|SUPPORTS|MEMBER_OF]->(y)<-[r:ABOUT]-(g)
    WHERE g.kind = 'coordination' AND t.reading = 'accepted' AND r.reading = 'accepted' AND (type(t) <> 'MEMBER_OF' OR t.until_year IS NULL)
      AND (x:LRA OR x:Organisation OR x:Network) AND (y:LRA OR y:Organisation OR y:Network)
    RETURN x.id AS one_id, x.name AS one, type(t) AS link, y.id AS other_id, y.name AS other, t.limited AS limited, t.certainty AS certainty,
           '' AS sort, [coalesce(t.evidence, [])] AS shown_by
    UNION ALL
    // An LRA of the country and an organisation that the statement is about, or a national authority there, where it has no narrower subject.
    UNWIND CASE WHEN x:Country AND g.kind = 'coordination' THEN [x.id] ELSE [] END AS country
    MATCH (l:LRA {country: country})-[t:COOPERATES_WITH]-(y:Organisation)
    WHERE t.reading = 'accepted'
      AND (size(subjects) = 1 AND y.country = x.id AND y.kind = 'national_authority'
        OR COUNT { (g)-[:ABOUT {reading: 'accepted'}]->(y) } > 0)
    RETURN l.id AS one_id, l.name AS one, type(t) AS link, y.id AS other_id, y.name AS other, t.limited AS limited, t.certainty AS certainty,
           '' AS sort, [coalesce(t.evidence, [])] AS shown_by
    UNION ALL
    // A project, service or policy of a body that the statement is about, on all its subjects; bodies of the EU deal with all of them.
    MATCH (x)-[t:LEADS|PARTNER_IN|RUNS|ADOPTED|SUPPORTS|MANAGES|FOUNDED|SERVES|FUNDED_BY|PART_OF|LOCATED_IN]-(n)-[:PART_OF*0..3]->(w)
    WHERE (x:LRA OR x:Organisation OR x:Network) AND x.country IS NOT NULL AND t.reading = 'accepted' AND (n:Project OR n:Service OR n:Policy)
      AND (w.id = n.id OR (n:Project AND w:Project)) AND COUNT { (w)-[:PART_OF]->(:Project) } = 0
      AND COUNT { (g)-[:ABOUT {reading: 'accepted'}]->(w) } = 0
    WITH x, w, subjects, collect(t.evidence) AS ties
    MATCH (w)<-[:PART_OF*0..3]-(q)-[a:ADDRESSES]->(s:Theme)
    WHERE (q.id = w.id OR (q:Project AND w:Project)) AND a.reading = 'accepted' AND s.id IN subjects
    WITH x, w, subjects, ties, count(DISTINCT s.id) AS addressed, collect(a.evidence) AS on_it
    WHERE addressed = size(subjects)
    RETURN w.id AS one_id, w.name AS one, '' AS link, x.id AS other_id, x.name AS other, false AS limited, 'stated' AS certainty,
           CASE WHEN w:Project THEN 'project' WHEN w:Service THEN 'service' ELSE 'policy' END AS sort, [coalesce(w.evidence, []), ties, on_it] AS shown_by
    UNION ALL
    // The same of a country that it is about, where it is about data: what a country has on a subject shows nothing of who coordinates there.
    UNWIND CASE WHEN x:Country AND g.kind = 'data' THEN subjects ELSE [] END AS subject
    MATCH (s:Theme {id: subject})<-[a:ADDRESSES]-(q)-[:PART_OF*0..3]->(w)
    WHERE a.reading = 'accepted' AND w.country = x.id AND (q:Project OR q:Service OR q:Policy) AND (q.id = w.id OR (q:Project AND w:Project))
      AND COUNT { (w)-[:PART_OF]->(:Project) } = 0 AND COUNT { (g)-[:ABOUT {reading: 'accepted'}]->(w) } = 0
    WITH x, w, subjects, count(DISTINCT s.id) AS addressed, collect(a.evidence) AS on_it
    WHERE addressed = size(subjects)
    RETURN w.id AS one_id, w.name AS one, '' AS link, x.id AS other_id, x.name AS other, false AS limited, 'stated' AS certainty,
           CASE WHEN w:Project THEN 'project' WHEN w:Service THEN 'service' ELSE 'policy' END AS sort, [coalesce(w.evidence, []), on_it] AS shown_by
  }
  RETURN g.id AS id, g.name AS said, g.kind AS kind, about, coalesce(g.evidence, []) AS said_by, null AS role,
         one_id, one, link, other_id, other, limited, certainty, sort, shown_by
  UNION ALL
  // A link that is said to be absent, beside a link between the same two.
  MATCH (a)-[l:LACKS]->(b), (a)-[t]-(b)
  WHERE $theme IS NULL AND l.reading = 'accepted' AND t.reading = 'accepted' AND NOT type(t) IN ['PLANS', 'LACKS', 'ABOUT']
    AND ($country IS NULL OR a.country = $country OR a.id = $country OR b.country = $country OR b.id = $country)
  WITH a, l, b, t, startNode(t) AS first
  RETURN a.id + ' ' + b.id + ' ' + coalesce(l.key, '') AS id, coalesce(l.tie, '') AS said, 'link' AS kind, [a.name, b.name] AS about,
         coalesce(l.evidence, []) AS said_by, l.role AS role,
         first.id AS one_id, first.name AS one, type(t) AS link, CASE WHEN first.id = a.id THEN b.id ELSE a.id END AS other_id,
         CASE WHEN first.id = a.id THEN b.name ELSE a.name END AS other, t.limited AS limited, t.certainty AS certainty, '' AS sort,
         [coalesce(t.evidence, [])] AS shown_by
}
RETURN id, said, kind, about, role, one, link, other, limited, certainty, sort, said_by, shown_by, one_id, other_id
ORDER BY kind, id, sort, link, one, other, one_id, other_id
