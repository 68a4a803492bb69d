"""The property graph: its schema, its records, how they become one graph, and where it is kept."""
