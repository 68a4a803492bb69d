// Organisations that are in a coalition or local platform, or recorded as working with or for an LRA; of a country: their own, or that of the LRA.
CALL () {
  MATCH (o:Organisation)-[s:MEMBER_OF|STEERS|FOUNDED]->(n:Network)
  WHERE n.scope IN ['coalition', 'local_platform'] AND s.reading = 'accepted' AND (type(s) = 'FOUNDED' OR s.until_year IS NULL)
  OPTIONAL MATCH (n)<-[t:MEMBER_OF|STEERS|FOUNDED]-(l:LRA)
  WHERE t.reading = 'accepted' AND (type(t) = 'FOUNDED' OR t.until_year IS NULL)
  RETURN o.id AS id, o.country AS country, l.country AS of_country
  UNION ALL
  MATCH (o:Organisation)-[s:COOPERATES_WITH]-(l:LRA)
  WHERE s.reading = 'accepted'
  RETURN o.id AS id, o.country AS country, l.country AS of_country
  UNION ALL
  MATCH (o:Organisation)-[s:LEADS|PARTNER_IN|SUPPORTS]->(:Project)-[:PART_OF*0..3]->(p:Project)
  WHERE s.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  MATCH (p)<-[:PART_OF*0..3]-(:Project)<-[t:LEADS|PARTNER_IN|SUPPORTS]-(l:LRA)
  WHERE t.reading = 'accepted' AND NOT (type(s) = 'SUPPORTS' AND type(t) = 'SUPPORTS')
  RETURN o.id AS id, o.country AS country, l.country AS of_country
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS|SUPPORTS]->(v:Service)-[t:PART_OF]->(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted'
  RETURN o.id AS id, o.country AS country, l.country AS of_country
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS|SUPPORTS]->(v:Service)<-[t:RUNS|SUPPORTS|FOUNDED]-(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted' AND NOT (type(s) = 'SUPPORTS' AND type(t) = 'SUPPORTS')
  RETURN o.id AS id, o.country AS country, l.country AS of_country
  UNION ALL
  MATCH (o:Organisation)-[s:LEADS|PARTNER_IN]->(:Project)-[:PART_OF*0..3]->(p:Project)
  WHERE s.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  MATCH (p)<-[:PART_OF*0..3]-(:Project)-[t:SERVES]->(l:LRA)
  WHERE t.reading = 'accepted'
  RETURN o.id AS id, o.country AS country, l.country AS of_country
  UNION ALL
  MATCH (o:Organisation)-[s:RUNS]->(v:Service)-[t:SERVES]->(l:LRA)
  WHERE s.reading = 'accepted' AND t.reading = 'accepted'
  RETURN o.id AS id, o.country AS country, l.country AS of_country
}
WITH id, country, of_country
WHERE $country IS NULL OR country = $country OR of_country = $country
RETURN count(DISTINCT id) AS size
