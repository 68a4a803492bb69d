// Plans and stated absences, links called limited, and links of which the source gives an end; none of the first two counts as a link.
CALL () {
  MATCH (a)-[t:PLANS|LACKS]->(b)
  // Where something planned is to lie is no link.
  WHERE t.reading = 'accepted' AND NOT b:Theme AND NOT (type(t) = 'PLANS' AND t.tie = 'LOCATED_IN')
  RETURN CASE type(t) WHEN 'PLANS' THEN 'planned' ELSE 'stated to be absent' END AS state, 0 AS one_rank, 0 AS other_rank, a.name AS one, a.id AS one_id,
         coalesce(a.country, CASE WHEN a:Country THEN a.id END) AS one_country, t.tie AS link, b.name AS other, b.id AS other_id,
         coalesce(b.country, CASE WHEN b:Country THEN b.id END) AS other_country, t.key AS key, [[t.since, t.until]] AS periods,
         CASE WHEN t.role IS NULL THEN [] ELSE [t.role] END AS roles, CASE WHEN t.note IS NULL THEN [] ELSE [t.note] END AS remarks,
         CASE WHEN COUNT { (a)-[x]->(b) WHERE type(x) = t.tie AND x.reading = 'accepted' }
                 + COUNT { (a)<-[x:COOPERATES_WITH]-(b) WHERE type(x) = t.tie AND x.reading = 'accepted' } > 0
           THEN 'recorded too' ELSE 'not recorded' END AS recorded, [coalesce(t.evidence, [])] AS evidence
  UNION ALL
  MATCH (a)-[t:MEMBER_OF|STEERS|LEADS|PARTNER_IN|COOPERATES_WITH|SUPPORTS|RUNS|MANAGES]->(b)
  WHERE t.reading = 'accepted' AND t.limited = true
  RETURN 'limited' AS state, CASE WHEN a:LRA THEN 0 ELSE 1 END AS one_rank, CASE WHEN b:LRA THEN 0 ELSE 1 END AS other_rank, a.name AS one, a.id AS one_id, a.country AS one_country, type(t) AS link, b.name AS other, b.id AS other_id,
         b.country AS other_country, t.key AS key, [[t.since, t.until]] AS periods,
         CASE WHEN t.role IS NULL THEN [] ELSE [t.role] END AS roles, CASE WHEN t.note IS NULL THEN [] ELSE [t.note] END AS remarks,
         null AS recorded, [coalesce(t.evidence, [])] AS evidence
  UNION ALL
  // The links of one kind between two, once one of them has an end. One that ended with its project did not end early, nor one of a project without an end.
  MATCH (a)-[e:MEMBER_OF|STEERS|LEADS|PARTNER_IN|COOPERATES_WITH|SUPPORTS|RUNS|MANAGES]->(b)
  WHERE e.reading = 'accepted' AND e.until_year IS NOT NULL
  WITH a, b, e.until_year AS until_year, type(e) AS link,
       CASE WHEN NOT b:Project OR b.`end` = 'ongoing' THEN 9999 ELSE toInteger(substring(b.`end`, 0, 4)) END AS end_year
  // One alone cannot begin anew: most are left out here, before anything is collected.
  WHERE until_year < end_year OR COUNT { (a)-[x:MEMBER_OF|STEERS|LEADS|PARTNER_IN|COOPERATES_WITH|SUPPORTS|RUNS|MANAGES]->(b) WHERE type(x) = link } > 1
  WITH DISTINCT a, b, link, end_year
  CALL (a, b, link) {
    MATCH (a)-[t:MEMBER_OF|STEERS|LEADS|PARTNER_IN|COOPERATES_WITH|SUPPORTS|RUNS|MANAGES]->(b)
    WHERE type(t) = link AND t.reading = 'accepted'
    WITH t
    ORDER BY t.since_year, t.until_year, t.key
    RETURN collect([t.since, t.until]) AS periods, collect([coalesce(t.since_year, 0), coalesce(t.until_year, 9999)]) AS years,
           max(coalesce(t.until_year, 9999)) AS last_year, collect(DISTINCT t.role) AS roles, collect(DISTINCT t.note) AS remarks,
           collect(t.evidence) AS passages
  }
  // It began anew when all that began before had ended, a year or more lying between.
  WITH a, b, link, end_year, periods, last_year, roles, remarks, passages,
       [y IN years WHERE any(x IN years WHERE x[1] + 1 < y[0]) AND all(x IN years WHERE x[1] + 1 < y[0] OR x[0] >= y[0]) | y[0]] AS anew
  // What two bodies did together in a project ended with it.
  WITH a, b, link, end_year, periods, last_year, roles, remarks, passages, anew,
       COUNT { (a)-[s:LEADS|PARTNER_IN]->(p:Project)<-[t:LEADS|PARTNER_IN]-(b)
               WHERE s.reading = 'accepted' AND t.reading = 'accepted' AND toInteger(substring(p.`end`, 0, 4)) = last_year } AS ended_with
  WHERE size(anew) > 0 OR (last_year < end_year AND NOT (link = 'COOPERATES_WITH' AND ended_with > 0))
  RETURN CASE WHEN size(anew) > 0 THEN 'resumed' ELSE 'ended' END AS state, CASE WHEN a:LRA THEN 0 ELSE 1 END AS one_rank,
         CASE WHEN b:LRA THEN 0 ELSE 1 END AS other_rank, a.name AS one, a.id AS one_id, a.country AS one_country,
         link, b.name AS other, b.id AS other_id, b.country AS other_country, '' AS key, periods, roles, remarks, null AS recorded, [passages] AS evidence
}
// Cooperation has no direction: an LRA stands first, then the order of the names, so that ids decide nothing that is read.
WITH state, one, one_id, one_country, link, other, other_id, other_country, key, periods, roles, remarks, recorded, evidence,
     CASE state WHEN 'ended' THEN 0 WHEN 'resumed' THEN 1 WHEN 'limited' THEN 2 WHEN 'planned' THEN 3 ELSE 4 END AS place,
     NOT state IN ['planned', 'stated to be absent'] AND link = 'COOPERATES_WITH' AND (other_rank < one_rank
       OR (other_rank = one_rank AND (other < one OR (other = one AND other_id < one_id)))) AS turned
WHERE $country IS NULL OR one_country = $country OR other_country = $country
WITH state, place, link, key, periods, roles, remarks, recorded, evidence,
     CASE WHEN turned THEN other ELSE one END AS one, CASE WHEN turned THEN other_id ELSE one_id END AS one_id,
     CASE WHEN turned THEN other_country ELSE one_country END AS one_country, CASE WHEN turned THEN one ELSE other END AS other,
     CASE WHEN turned THEN one_id ELSE other_id END AS other_id, CASE WHEN turned THEN one_country ELSE other_country END AS other_country
RETURN state, one, link, other, periods, roles, remarks, recorded, one_country, other_country, evidence, one_id, other_id, key
ORDER BY place, one, one_id, link, other, other_id, key
