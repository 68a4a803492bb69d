// Bodies of which a source says whether they cooperate with LRAs.
MATCH (b)
WHERE (b:Network OR b:Organisation) AND b.cooperates_with_lras IS NOT NULL
RETURN count(b) AS size
