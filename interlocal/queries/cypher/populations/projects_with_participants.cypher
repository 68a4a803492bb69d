// Projects that name at least one organiser or partner.
MATCH (p:Project)
WHERE COUNT { (p)<-[:LEADS|PARTNER_IN]-() } > 0
RETURN count(p) AS size
