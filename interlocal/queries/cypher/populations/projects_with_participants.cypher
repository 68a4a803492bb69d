// Projects that name at least one organiser or partner; of a country: the project's own, or that of an LRA in it.
MATCH (p:Project)
WHERE COUNT { (p)<-[:LEADS|PARTNER_IN]-() } > 0 AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
  AND ($country IS NULL OR p.country = $country OR COUNT { (p)<-[:LEADS|PARTNER_IN]-(:LRA {country: $country}) } > 0)
RETURN count(p) AS size
