// The themes that occur anywhere: only of these can it be said that nothing described in a country addresses them.
MATCH (a)-[t:ADDRESSES]->(h:Theme)
WHERE t.reading = 'accepted' AND (a:Project OR a:Service OR a:Policy) AND ($theme IS NULL OR h.id = $theme)
WITH h.id AS id, h.name AS name, count(t) AS times
ORDER BY name, id
WITH collect({id: id, name: name, people: id STARTS WITH 'theme:group-'}) AS themes, collect(id) AS scope
WHERE size(scope) > 0
CALL () {
  // A part of a project (a phase, an event of it) counts with the whole, up to three levels.
  MATCH (x:Project)
  WHERE x.country IS NOT NULL AND ($country IS NULL OR x.country = $country) AND COUNT { (x)-[:PART_OF]->(:Project) } = 0
  OPTIONAL MATCH (x)<-[:PART_OF*0..3]-(:Project)-[t:ADDRESSES]->(h:Theme)
  WHERE t.reading = 'accepted'
  RETURN x.id AS id, x.name AS name, x.country AS code, 'project' AS sort, collect(h.id) AS addressed,
         collect(CASE WHEN $theme IS NULL OR h.id = $theme THEN t.evidence END) AS passages, collect(t.evidence) AS looked_at
  UNION ALL
  MATCH (x)
  WHERE (x:Service OR x:Policy) AND x.country IS NOT NULL AND ($country IS NULL OR x.country = $country)
  OPTIONAL MATCH (x)-[t:ADDRESSES]->(h:Theme)
  WHERE t.reading = 'accepted'
  RETURN x.id AS id, x.name AS name, x.country AS code, CASE WHEN x:Service THEN 'service' ELSE 'policy' END AS sort, collect(h.id) AS addressed,
         collect(CASE WHEN $theme IS NULL OR h.id = $theme THEN t.evidence END) AS passages, collect(t.evidence) AS looked_at
}
WITH themes, id, name, code, sort, addressed, passages, looked_at, any(one IN addressed WHERE one IN scope) AS wanted
ORDER BY name, id
WITH themes, code, collect(addressed) AS lists, collect(CASE WHEN size(addressed) > 0 THEN id END) AS with_theme,
     collect(CASE WHEN size(addressed) = 0 THEN id END) AS without,
     collect(CASE WHEN wanted AND sort = 'project' THEN name END) AS projects, collect(CASE WHEN wanted AND sort = 'service' THEN name END) AS services,
     collect(CASE WHEN wanted AND sort = 'policy' THEN name END) AS policies, collect(passages) AS passages, collect(looked_at) AS looked_at
WHERE size(with_theme) > 0
OPTIONAL MATCH (c:Country {id: code})
WITH coalesce(c.name, code) AS country, code, lists, with_theme, without, projects, services, policies, passages, looked_at,
     [h IN themes | {name: h.name, people: h.people, there: any(one IN lists WHERE h.id IN one)}] AS themes
RETURN country, [h IN themes WHERE h.there AND NOT h.people | h.name] AS subjects, [h IN themes WHERE h.there AND h.people | h.name] AS groups,
       [h IN themes WHERE NOT h.there AND NOT h.people | h.name] AS none_on_subjects,
       [h IN themes WHERE NOT h.there AND h.people | h.name] AS none_on_groups,
       projects, services, policies, size(with_theme) AS described, size(without) AS without_theme,
       // Where nothing described addresses it, what was looked at.
       CASE WHEN size(projects) + size(services) + size(policies) > 0 THEN passages ELSE looked_at END AS evidence
ORDER BY country, code
