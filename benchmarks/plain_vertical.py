"""In plain networkx: the questions about tiers of government."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import networkx as nx

from benchmarks.plain_graph import Row, Values

PLAIN: Mapping[str, Callable[[nx.MultiDiGraph, Values], list[Row]]] = {}
