// One row a place: an LRA of which something is stated; a country, for what is stated of no LRA; and for each country its other LRAs.
CALL () {
  // Every LRA in scope once, with nothing.
  MATCH (l:LRA)
  WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
    AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
  RETURN l.id AS place_id, l.name AS place, l.country AS country, 'LRA' AS sort, '' AS name, '' AS id, [] AS passages, [] AS facts, '' AS how
  UNION ALL
  // There: services of these kinds, and projects that work as one, in, of, for or run by an LRA. Ended: every tie but the founding has an end.
  // A project that aims at one plans it.
  MATCH (s)-[t:LOCATED_IN|PART_OF|SERVES|RUNS|FOUNDED|LEADS]-(l:LRA)
  WHERE ((s:Service AND s.kind IN ['one_stop_shop', 'info_point']) OR (s:Project AND coalesce(s.service_form, s.service_form_aimed_at) IN ['one_stop_shop', 'info_point']))
    AND t.reading = 'accepted'
  WITH s, l, collect(t.evidence) AS ties, collect(CASE WHEN type(t) <> 'FOUNDED' AND t.until_year IS NULL THEN 1 END) AS still,
       collect(CASE WHEN type(t) <> 'FOUNDED' AND t.until_year IS NOT NULL THEN 1 END) AS closed
  RETURN l.id AS place_id, l.name AS place, l.country AS country, 'LRA' AS sort, s.name AS name, s.id AS id,
         [coalesce(s.evidence, []), ties] AS passages, coalesce(s.facts, []) AS facts,
         CASE WHEN size(still) = 0 AND size(closed) > 0 THEN 'ended'
           WHEN s.one_stop_shop = 'partly' THEN 'partly' WHEN s:Service THEN s.kind ELSE coalesce(s.service_form, 'planned') END AS how
  UNION ALL
  // In no LRA by name: in its country, unless all that is stated is that it is planned or missing. Ended: whoever ran it does so no longer.
  MATCH (s)
  WHERE ((s:Service AND s.kind IN ['one_stop_shop', 'info_point']) OR (s:Project AND coalesce(s.service_form, s.service_form_aimed_at) IN ['one_stop_shop', 'info_point']))
    AND s.country IS NOT NULL AND $level IS NULL AND ($country IS NULL OR s.country = $country)
    AND COUNT { (s)-[:LOCATED_IN|PART_OF|SERVES|RUNS|FOUNDED|LEADS {reading: 'accepted'}]-(:LRA) } = 0
    AND COUNT { (s)-[:PLANS|LACKS {reading: 'accepted'}]-(:LRA) } = 0
  MATCH (c:Country {id: s.country})
  CALL (s) {
    MATCH (s)<-[t:RUNS]-()
    WHERE t.reading = 'accepted'
    RETURN count(t) AS run, count(t.until_year) AS closed
  }
  WITH s, c, run > 0 AND run = closed AS ended, COUNT { (s)<-[:RUNS|LEADS {reading: 'accepted'}]-() } AS runs,
       COUNT { (s)-[:PLANS {reading: 'accepted', tie: 'LOCATED_IN'}]->() } + COUNT { (s)<-[:PLANS {reading: 'accepted', tie: 'RUNS'}]-() } AS plans,
       COUNT { (s)-[:LACKS {reading: 'accepted', tie: 'LOCATED_IN'}]->() } + COUNT { (s)<-[:LACKS {reading: 'accepted', tie: 'RUNS'}]-() } AS lacks
  RETURN c.id AS place_id, c.name AS place, c.id AS country, 'country' AS sort, s.name AS name, s.id AS id, [coalesce(s.evidence, [])] AS passages,
         coalesce(s.facts, []) AS facts,
         CASE WHEN runs = 0 AND plans > 0 THEN 'planned' WHEN runs = 0 AND lacks > 0 THEN 'missing' WHEN ended THEN 'ended'
           WHEN s.one_stop_shop = 'partly' THEN 'partly' WHEN s:Service THEN s.kind ELSE coalesce(s.service_form, 'planned') END AS how
  UNION ALL
  // Planned for an LRA, or stated to be missing there.
  MATCH (s:Service)-[t:PLANS|LACKS]-(l:LRA)
  WHERE t.reading = 'accepted' AND s.kind IN ['one_stop_shop', 'info_point'] AND t.tie IN ['LOCATED_IN', 'PART_OF', 'SERVES', 'RUNS', 'FOUNDED']
  WITH s, l, CASE type(t) WHEN 'PLANS' THEN 'planned' ELSE 'missing' END AS how, collect(t.evidence) AS ties
  RETURN l.id AS place_id, l.name AS place, l.country AS country, 'LRA' AS sort, s.name AS name, s.id AS id,
         [coalesce(s.evidence, []), ties] AS passages, coalesce(s.facts, []) AS facts, how
  UNION ALL
  // What a report says is wanted, found by its words.
  MATCH (g:StatedGap)-[t:ABOUT]->(n)
  WHERE t.reading = 'accepted' AND (n:LRA OR (n:Country AND $level IS NULL AND ($country IS NULL OR n.id = $country)))
    AND any(word IN ['one-stop', 'info point', 'information point'] WHERE toLower(g.name) CONTAINS word)
  RETURN n.id AS place_id, n.name AS place, CASE WHEN n:LRA THEN n.country ELSE n.id END AS country, CASE WHEN n:LRA THEN 'LRA' ELSE 'country' END AS sort,
         g.name AS name, g.id AS id, [coalesce(g.evidence, []), coalesce(t.evidence, [])] AS passages, [] AS facts, 'wanted' AS how
}
WITH place_id, place, country, sort, name, id, how,
     [passages, [f IN facts WHERE (f CONTAINS '"property": "one_stop_shop"' OR f CONTAINS '"property": "service_form')
                              AND f CONTAINS '"reading": "accepted"' | split(split(split(f, '["')[1], '"]')[0], '", "')]] AS passages
ORDER BY name, id, how
WITH place_id, place, country, sort, collect({name: name, how: how, passages: passages}) AS told
// An LRA that is not in scope lacks the row with nothing.
WHERE sort = 'country' OR any(one IN told WHERE one.how = '')
WITH place_id, place, country, sort, told, sort = 'LRA' AND size(told) = 1 AS silent
ORDER BY place, place_id
WITH CASE WHEN silent THEN '' ELSE place_id END AS place_id, CASE WHEN silent THEN null ELSE place END AS place, country,
     CASE WHEN silent THEN 'other LRAs' ELSE sort END AS sort, collect(CASE WHEN silent THEN place END) AS not_stated,
     collect(CASE WHEN silent THEN null ELSE told END) AS lists
WITH place_id, place, country, sort, not_stated, coalesce(lists[0], []) AS told
WITH place_id, place, country, sort, not_stated, [one IN told | one.passages] AS evidence,
     [one IN told WHERE one.how = 'one_stop_shop' | one.name] AS one_stop_shops, [one IN told WHERE one.how = 'partly' | one.name] AS not_fully,
     [one IN told WHERE one.how = 'info_point' | one.name] AS info_points, [one IN told WHERE one.how = 'planned' | one.name] AS planned,
     [one IN told WHERE one.how = 'missing' | one.name] AS missing, [one IN told WHERE one.how = 'wanted' | one.name] AS wanted,
     [one IN told WHERE one.how = 'ended' | one.name] AS ended
RETURN place, country, sort,
       CASE WHEN size(one_stop_shops) > 0 THEN 'one-stop shop' WHEN size(not_fully) > 0 THEN 'not fully' WHEN size(info_points) > 0 THEN 'info point'
         WHEN size(planned) > 0 THEN 'planned' WHEN size(missing) > 0 THEN 'stated to be missing' WHEN size(wanted) > 0 THEN 'wanted'
         WHEN size(ended) > 0 THEN 'ended' ELSE 'unknown' END AS answer,
       one_stop_shops, not_fully, info_points, planned, missing, wanted, ended, not_stated, evidence
ORDER BY country, CASE sort WHEN 'LRA' THEN 0 WHEN 'country' THEN 1 ELSE 2 END, place, place_id
