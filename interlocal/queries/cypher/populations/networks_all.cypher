// All networks, whichever one is asked about: a link has two ends.
MATCH (n:Network)
RETURN count(n) AS size
