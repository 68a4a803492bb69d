// What has a funder that is named; a part of a project (a phase of it) counts with the whole.
MATCH (x)-[t:FUNDED_BY]->(f)
WHERE t.reading = 'accepted' AND ($country IS NULL OR x.country = $country) AND ($fund IS NULL OR f.id = $fund)
OPTIONAL MATCH (x)-[:PART_OF*1..3]->(whole:Project)
WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
RETURN count(DISTINCT CASE WHEN whole IS NULL THEN x.id ELSE whole.id END) AS size
