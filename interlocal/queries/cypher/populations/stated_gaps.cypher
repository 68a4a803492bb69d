// Needs and gaps that are stated; of a country: those stated for it, or for no one country but about it or an authority of it.
MATCH (g:StatedGap)
WHERE ($theme IS NULL OR COUNT { (g)-[:ADDRESSES {reading: 'accepted'}]->(:Theme {id: $theme}) } > 0)
  AND ($country IS NULL OR g.country = $country OR (g.country IS NULL
    AND COUNT { (g)-[:ABOUT {reading: 'accepted'}]->(:Country {id: $country}) } + COUNT { (g)-[:ABOUT {reading: 'accepted'}]->(:LRA {country: $country}) } > 0))
RETURN count(g) AS size
