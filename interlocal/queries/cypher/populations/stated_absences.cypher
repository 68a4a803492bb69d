// Statements that coordination or data are missing, and links that are said to be absent; on a theme, of a country by what they are about.
CALL () {
  MATCH (g:StatedGap)
  WHERE g.kind IN ['coordination', 'data'] AND ($theme IS NULL OR COUNT { (g)-[:ADDRESSES {reading: 'accepted'}]->(:Theme {id: $theme}) } > 0)
    AND ($country IS NULL OR COUNT { (g)-[:ABOUT {reading: 'accepted'}]->({country: $country}) }
      + COUNT { (g)-[:ABOUT {reading: 'accepted'}]->(:Country {id: $country}) } > 0)
  RETURN count(g) AS statements
}
CALL () {
  MATCH (a)-[l:LACKS]->(b)
  WHERE $theme IS NULL AND l.reading = 'accepted'
    AND ($country IS NULL OR a.country = $country OR a.id = $country OR b.country = $country OR b.id = $country)
  RETURN count(l) AS links
}
RETURN statements + links AS size
