MATCH (o:Organisation)-[t:MEMBER_OF|STEERS|FOUNDED|COOPERATES_WITH|LEADS|PARTNER_IN|SUPPORTS|RUNS]-(x)
WHERE t.reading = 'accepted' AND (x:LRA OR x:Network OR x:Project OR x:Service)
RETURN count(o) > 0 AS met
