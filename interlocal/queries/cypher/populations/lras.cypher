// LRAs in scope: named in the sources, or all when a list of places is loaded.
MATCH (l:LRA)
WHERE ($country IS NULL OR l.country = $country) AND ($level IS NULL OR l.level = $level)
  AND ($scope = 'all' OR NOT (l.id CONTAINS '/lau/' OR l.id CONTAINS '/nuts/'))
RETURN count(l) AS size
