// Bodies named as organiser, partner or supporter of a project or as served by it, once a project; a part of a project counts with the whole.
MATCH (x)-[t:LEADS|PARTNER_IN|SUPPORTS|SERVES]-(:Project)-[:PART_OF*0..3]->(p:Project)
WHERE t.reading = 'accepted' AND COUNT { (p)-[:PART_OF]->(:Project) } = 0 AND ($country IS NULL OR p.country = $country OR x.country = $country)
WITH x.id AS body, p.id AS project, count(*) AS ties
RETURN count(*) AS size
