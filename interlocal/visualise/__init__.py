"""Pictures of the graph: what to draw, where, and the interactive network map."""
