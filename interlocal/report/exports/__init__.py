"""The whole graph in formats that other tools read.

Each module of a format has one function ``export``. Equal graphs give equal bytes: nothing here knows the time or rolls dice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from types import MappingProxyType

from interlocal.graph.records import Graph


@dataclass(frozen=True)
class Format:
    """A format: its ``name``, which tools read it (``words``), and whether it is a ``folder`` of several files."""

    name: str
    words: str
    module: str
    folder: bool = False

    def files(self, graph: Graph) -> Mapping[str, bytes]:
        """What the format writes, by file name; raises StoreError for a tie that leads out of the graph."""
        # Imported here: the table is read by every command, and some formats need heavy libraries.
        made: str | Mapping[str, str] = import_module(f"{__name__}.{self.module}").export(_public(graph))
        texts = {f"graph.{self.name}": made} if isinstance(made, str) else made
        return {name: text.encode() for name, text in texts.items()}


FORMATS: Mapping[str, Format] = MappingProxyType({f.name: f for f in (
    Format("jsonl", "JSON lines for scripts", "jsonl"),
    Format("cypher", "a script for Neo4j's cypher-shell", "cypher"),
    Format("graphml", "for yEd, Cytoscape, igraph, networkx", "graphml"),
    Format("gexf", "for Gephi", "gexf"),
    Format("csv", "a folder for neo4j-admin", "neo4j_csv", folder=True),
    Format("ftm", "FollowTheMoney for Aleph", "ftm"),
    Format("turtle", "RDF", "turtle"),
)})  # fmt: skip


def _public(graph: Graph) -> Graph:
    """Without the passages: they are the documents' own words, and for their reader alone."""
    nodes = (replace(n, properties={k: v for k, v in n.properties.items() if k != "passages"}) for n in graph.nodes)
    return replace(graph, nodes=tuple(nodes))
