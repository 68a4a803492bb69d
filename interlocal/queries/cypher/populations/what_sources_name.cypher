// Who and what sources name; places of a list that no source names are not among them, nor countries, themes and the sources themselves.
MATCH (n)
WHERE (n:LRA OR n:Network OR n:Organisation OR n:Project OR n:Service OR n:Fund OR n:Policy)
  AND ($country IS NULL OR n.country = $country) AND NOT (n.id CONTAINS '/lau/' OR n.id CONTAINS '/nuts/')
RETURN count(n) AS size
