"""Where a graph is kept: one protocol, one body of contract tests, a module an engine."""
