// All funds, whichever one is asked about: a succession has two ends.
MATCH (f:Fund)
RETURN count(f) AS size
