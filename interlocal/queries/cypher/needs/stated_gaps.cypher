MATCH (g:StatedGap)
RETURN count(g) > 0 AS met
