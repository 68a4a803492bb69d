MATCH (p:Project)
WHERE p.dimension IS NOT NULL AND ($country IS NULL OR p.country = $country)
OPTIONAL MATCH (c:Country {id: p.country})
WITH p, c
ORDER BY p.name, p.id
WITH coalesce(c.name, 'country not stated') AS country,
     collect(CASE WHEN p.dimension = 'political_legal' THEN p.name END) AS political_legal,
     collect(CASE WHEN p.dimension = 'socio_economic' THEN p.name END) AS socio_economic,
     collect(CASE WHEN p.dimension = 'cultural' THEN p.name END) AS cultural,
     collect(p.evidence) AS evidence
RETURN country, size(political_legal) AS political_legal, size(socio_economic) AS socio_economic, size(cultural) AS cultural,
       size(political_legal) + size(socio_economic) + size(cultural) AS total,
       political_legal AS political_legal_projects, socio_economic AS socio_economic_projects, cultural AS cultural_projects,
       evidence
ORDER BY country
