"""Questions that people ask of the graph, each a Cypher file and what it means; and what answers them."""
