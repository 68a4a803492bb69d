// Projects that name at least one organiser or partner; of a country: the project's own, or that of an LRA in it.
MATCH (p:Project)
WHERE COUNT { (p)-[:PART_OF]->(:Project) } = 0
  AND COUNT { (p)<-[:PART_OF*0..3]-(:Project)<-[:LEADS|PARTNER_IN {reading: 'accepted'}]-() } > 0
  AND ($country IS NULL OR p.country = $country
    OR COUNT { (p)<-[:PART_OF*0..3]-(:Project)<-[:LEADS|PARTNER_IN {reading: 'accepted'}]-(:LRA {country: $country}) } > 0)
RETURN count(p) AS size
