// Links that the sources state or imply: not what is planned or said to be absent, not what comes from reference data,
// and not where something lies, what it is part of or which subject it has.
MATCH (a)-[t]->(b)
WHERE t.reading = 'accepted' AND (t.certainty IS NULL OR t.certainty <> 'reference')
  AND NOT type(t) IN ['PLANS', 'LACKS', 'ABOUT', 'ADDRESSES', 'PART_OF', 'LOCATED_IN']
  AND ($country IS NULL OR a.country = $country OR a.id = $country OR b.country = $country OR b.id = $country)
RETURN count(t) AS size
