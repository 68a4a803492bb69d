// A gap that a report states, or something that is stated to be absent.
CALL () {
  MATCH (g:StatedGap)
  RETURN count(g) AS gaps
}
CALL () {
  MATCH ()-[t:LACKS]->()
  RETURN count(t) AS absences
}
RETURN gaps + absences > 0 AS met
