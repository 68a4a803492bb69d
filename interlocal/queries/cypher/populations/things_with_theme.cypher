// Projects, services and policies of a country that address a theme; a part of a project counts with the whole.
CALL () {
  MATCH (x:Project)
  WHERE x.country IS NOT NULL AND ($country IS NULL OR x.country = $country) AND COUNT { (x)-[:PART_OF]->(:Project) } = 0
  MATCH (x)<-[:PART_OF*0..3]-(:Project)-[t:ADDRESSES]->(h:Theme)
  WHERE t.reading = 'accepted' AND ($theme IS NULL OR h.id = $theme)
  RETURN DISTINCT x.id AS id
  UNION ALL
  MATCH (x)-[t:ADDRESSES]->(h:Theme)
  WHERE (x:Service OR x:Policy) AND x.country IS NOT NULL AND ($country IS NULL OR x.country = $country)
    AND t.reading = 'accepted' AND ($theme IS NULL OR h.id = $theme)
  RETURN DISTINCT x.id AS id
}
RETURN count(id) AS size
