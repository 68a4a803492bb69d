// Members on each complete list by country and level; and the countries, of those loaded, that have none. A network of one
// country is looked at in that country alone.
MATCH (n:Network)
WHERE n.roster = 'complete' AND n.roster_as_of IS NOT NULL
  AND ($network_scope IS NULL OR n.scope = $network_scope) AND ($network IS NULL OR n.id = $network)
CALL (n) {
  MATCH (n)<-[t:MEMBER_OF]-(x)
  WHERE t.reading = 'accepted' AND t.until_year IS NULL
  RETURN collect(DISTINCT CASE WHEN x:Country THEN x.id ELSE x.country END) AS present
}
CALL (n, present) {
  MATCH (n)<-[t:MEMBER_OF]-(x)
  WHERE t.reading = 'accepted' AND t.until_year IS NULL
  WITH x.id AS id, x.name AS name, CASE WHEN x:Country THEN x.id ELSE x.country END AS country,
       CASE WHEN x:LRA THEN coalesce(x.level, 'level not stated') WHEN x:Organisation THEN 'organisation' WHEN x:Network THEN 'network' ELSE 'country' END AS level,
       min(CASE WHEN t.role IN ['observer', 'associate', 'partner', 'affiliate', 'honorary', 'supporting', 'cooperating', 'corresponding', 'extraordinary',
         'guest', 'suspended', 'inactive', 'sympathising', 'subscriber', 'adherent'] THEN t.role ELSE '' END) AS role, collect(t.evidence) AS passages
  ORDER BY name, id
  RETURN country, level, collect(name) AS names, collect(CASE WHEN role = '' THEN 'member' ELSE role END) AS roles, collect(passages) AS passages
  UNION ALL
  MATCH (c:Country)
  WHERE (n.country IS NULL OR c.id = n.country) AND NOT c.id IN present
  RETURN c.id AS country, null AS level, [] AS names, [] AS roles, [] AS passages
}
OPTIONAL MATCH (c:Country {id: country})
RETURN n.name AS network, n.roster_as_of AS as_of, country, level, size(names) AS members, names, roles, c.name AS country_name,
       n.country AS network_country, n.id AS network_id, [coalesce(n.evidence, []), passages] AS evidence
ORDER BY network, network_id, CASE WHEN members > 0 THEN 0 ELSE 1 END, country, level
