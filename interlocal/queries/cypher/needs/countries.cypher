// A country, and a fund that something could be stated of.
MATCH (c:Country)
WITH count(c) AS countries
OPTIONAL MATCH (f:Fund)
WITH countries, count(f) AS funds
RETURN countries > 0 AND funds > 0 AS met
