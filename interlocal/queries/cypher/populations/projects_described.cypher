// Projects whose organiser, or a partner or a funder, is named: of the others the sources give no more than a name.
// A part of a project (a phase, an event of it) counts with the whole.
MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country) AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  AND COUNT { (p)<-[:PART_OF*0..3]-(:Project)<-[:LEADS|PARTNER_IN {reading: 'accepted'}]-() }
    + COUNT { (p)<-[:PART_OF*0..3]-(:Project)-[:FUNDED_BY {reading: 'accepted'}]->() } > 0
RETURN count(p) AS size
