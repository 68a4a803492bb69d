// All projects of the sources; a part of a project counts with the whole.
MATCH (p:Project)
WHERE ($country IS NULL OR p.country = $country) AND COUNT { (p)-[:PART_OF]->(:Project) } = 0
RETURN count(p) AS size
