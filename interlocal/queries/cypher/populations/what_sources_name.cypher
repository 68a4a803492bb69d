// Whatever sources can differ about; places of a list that no source names are not among them.
MATCH (n)
WHERE (n:LRA OR n:Network OR n:Organisation OR n:Project OR n:Service OR n:Fund OR n:Policy OR n:Document OR n:Country OR n:Theme)
  AND ($country IS NULL OR n.country = $country OR n.id = $country) AND NOT (n.id CONTAINS '/lau/' OR n.id CONTAINS '/nuts/')
RETURN count(n) AS size
