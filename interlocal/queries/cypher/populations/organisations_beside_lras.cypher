// Organisations that are in a coalition or local platform, or recorded as working with or for an LRA; of a country: their own, or that of the LRA.
// The countries of the LRAs in a thing are gathered once for all organisations in it: all pairs would be very many rows.
CALL () {
  MATCH (n:Network)
  WHERE n.scope IN ['coalition', 'local_platform']
  CALL (n) {
    MATCH (n)<-[t:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
    WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
    RETURN collect(DISTINCT l.country) AS countries
  }
  MATCH (o:Organisation)-[s:MEMBER_OF|STEERS|FOUNDED]->(n)
  WHERE s.reading = 'accepted' AND (type(s) = 'FOUNDED' OR s.until_year IS NULL)
  RETURN o.id AS id, o.country AS country, countries
  UNION ALL
  MATCH (o:Organisation)-[s:COOPERATES_WITH]-(l:LRA)
  WHERE s.reading = 'accepted'
  RETURN o.id AS id, o.country AS country, [l.country] AS countries
  UNION ALL
  MATCH (p:Project)
  WHERE COUNT { (p)-[:PART_OF]->(:Project) } = 0
  CALL (p) {
    MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:LEADS|PARTNER_IN|SUPPORTS|SERVES]-(l:LRA)
    WHERE t.reading = 'accepted'
    RETURN collect(DISTINCT CASE WHEN type(t) IN ['LEADS', 'PARTNER_IN'] THEN coalesce(l.country, '') END) AS active,
           collect(DISTINCT CASE WHEN type(t) IN ['SUPPORTS', 'SERVES'] THEN coalesce(l.country, '') END) AS others
  }
  WITH p, active, others
  WHERE size(active) + size(others) > 0
  // Two that only support a thing need not meet in it, and who only supports it does not work for whom it serves.
  MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[s:LEADS|PARTNER_IN|SUPPORTS]-(o:Organisation)
  WHERE s.reading = 'accepted' AND (type(s) <> 'SUPPORTS' OR size(active) > 0)
  RETURN o.id AS id, o.country AS country, CASE WHEN type(s) = 'SUPPORTS' THEN active ELSE active + others END AS countries
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS|SUPPORTS]->(v:Service)-[t:PART_OF]->(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted'
  RETURN o.id AS id, o.country AS country, [l.country] AS countries
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS|SUPPORTS]->(v:Service)<-[t:RUNS|SUPPORTS|FOUNDED]-(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted' AND NOT (type(s) = 'SUPPORTS' AND type(t) = 'SUPPORTS')
  RETURN o.id AS id, o.country AS country, [l.country] AS countries
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS]->(v:Service)-[t:SERVES]->(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted'
  RETURN o.id AS id, o.country AS country, [l.country] AS countries
}
WITH id, country, countries
WHERE $country IS NULL OR country = $country OR $country IN countries
RETURN count(DISTINCT id) AS size
