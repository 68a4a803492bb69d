CALL () {
  MATCH (g:StatedGap)
  WHERE g.kind IN ['coordination', 'data']
  RETURN count(g) AS statements
}
CALL () {
  MATCH ()-[l:LACKS]->()
  RETURN count(l) AS links
}
RETURN statements + links > 0 AS met
