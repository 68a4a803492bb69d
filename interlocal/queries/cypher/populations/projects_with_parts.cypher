// Projects of which anybody is named as organiser, partner, supporter, manager or funder; a part of a project counts with the whole.
MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country) AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  AND COUNT { (p)<-[:PART_OF*0..3]-(:Project)<-[:LEADS|PARTNER_IN|SUPPORTS|MANAGES {reading: 'accepted'}]-() }
    + COUNT { (p)<-[:PART_OF*0..3]-(:Project)-[:FUNDED_BY {reading: 'accepted'}]->() } > 0
RETURN count(p) AS size
