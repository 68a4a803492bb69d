// Needs and practices, a row each, and by whom each practice is. They are laid beside each other afterwards: in Cypher every pair on one theme is a row, and there are millions.
CALL () {
  MATCH (g:StatedGap)
  CALL (g) {
    OPTIONAL MATCH (g)-[t:ADDRESSES]->(theme:Theme)
    WHERE t.reading = 'accepted'
    WITH theme
    ORDER BY theme.name, theme.id
    RETURN collect(theme.id) AS theme_ids, collect(theme.name) AS themes
  }
  WITH g, theme_ids, themes
  WHERE $theme IS NULL OR $theme IN theme_ids
  CALL (g) {
    OPTIONAL MATCH (g)-[t:ABOUT]->(a)
    WHERE t.reading = 'accepted'
    WITH DISTINCT g, a
    ORDER BY a.name, a.id
    // Where it is: the country that it is stated for; else the countries and authorities that it is about.
    WITH g.country AS stated_for, collect(a.name) AS about, collect(a.id) AS about_ids,
         collect(CASE WHEN a:LRA OR a:Organisation OR a:Network THEN [a.id, a.name] END) AS bodies,
         collect(CASE WHEN NOT (a:Country OR a:Document OR a:Theme) THEN [a.id, a.name] END) AS linkable,
         collect(DISTINCT CASE WHEN a:Country THEN a.id WHEN a:LRA THEN a.country END) AS places
    RETURN about, about_ids, bodies, linkable, CASE WHEN stated_for IS NULL THEN places ELSE [stated_for] END AS countries
  }
  CALL (g) {
    // The whole of a part of a project that it is about.
    OPTIONAL MATCH (g)-[t:ABOUT]->(:Project)-[:PART_OF*1..3]->(whole:Project)
    WHERE t.reading = 'accepted' AND COUNT { (whole)-[:PART_OF]->(:Project) } = 0
    RETURN collect(DISTINCT whole.id) AS whole_ids
  }
  WITH g, theme_ids, themes, about, about_ids + whole_ids AS about_ids, bodies, linkable, countries
  WHERE $country IS NULL OR $country IN countries
  CALL (g) {
    // What it is about, and what that has a link with. That something lies in a country, or is a law of it, joins nobody there with it.
    MATCH (g)-[of:ABOUT]->(a)-[t:LEADS|PARTNER_IN|SERVES|FUNDED_BY|SUPPORTS|MANAGES|RUNS|FOUNDED|EVALUATED_BY|FOLLOWS|LINKED_TO|ADOPTED|PART_OF|LOCATED_IN]-(x)
    WHERE of.reading = 'accepted' AND t.reading = 'accepted' AND (x:Project OR x:Service OR x:Policy) AND NOT a:Country
    OPTIONAL MATCH (x)-[:PART_OF*1..3]->(whole:Project)
    WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
    WITH a.id AS body, startNode(t).name AS source, type(t) AS kind, endNode(t).name AS target, coalesce(whole.id, x.id) AS practice, t.evidence AS passages
    ORDER BY source, kind, target, body, practice
    RETURN collect([body, source, kind, target, practice]) AS links, collect(coalesce(passages, [])) AS link_passages
  }
  RETURN 'need' AS sort, g.id AS id, g.name AS name, g.kind AS kind, null AS country, theme_ids, themes, countries, about, about_ids, bodies, linkable,
         links, link_passages, [] AS led_by, [] AS led_passages, [coalesce(g.evidence, [])] AS evidence
  UNION ALL
  // A part of a project counts with the whole.
  MATCH (theme:Theme)<-[t:ADDRESSES]-(part)
  WHERE t.reading = 'accepted' AND (part:Project OR part:Service OR part:Policy)
  OPTIONAL MATCH (part)-[:PART_OF*1..3]->(whole:Project)
  WHERE COUNT { (whole)-[:PART_OF]->(:Project) } = 0
  WITH coalesce(whole, part) AS p, collect(theme.id) AS theme_ids, collect(coalesce(t.evidence, [])) AS evidence
  WHERE $theme IS NULL OR $theme IN theme_ids
  CALL (p) {
    // Who leads, runs or adopted it.
    MATCH (p)<-[t:LEADS|RUNS|ADOPTED]-(o)
    WHERE t.reading = 'accepted'
    WITH o.name AS who, o.id AS who_id, collect(coalesce(t.evidence, [])) AS passages
    ORDER BY who, who_id
    RETURN collect(who) AS led_by, collect(passages) AS led_passages
  }
  RETURN 'practice' AS sort, p.id AS id, p.name AS name, null AS kind, p.country AS country, theme_ids, [] AS themes, [] AS countries, [] AS about,
         [] AS about_ids, [] AS bodies, [] AS linkable, [] AS links, [] AS link_passages, led_by, led_passages, evidence
}
RETURN sort, id, name, kind, country, theme_ids, themes, countries, about, about_ids, bodies, linkable, links, link_passages, led_by, led_passages,
       evidence
ORDER BY sort, name, id
