"""GraphML (Brandes and others, 2002), for yEd, Cytoscape, igraph, networkx and most other tools for networks."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from interlocal.graph.records import Graph
from interlocal.report.exports.attributes import Table, document, node_table, tie_id, tie_table, xml


def export(graph: Graph) -> str:
    """The whole graph, directed; which attributes hold texts of JSON stands in ``json_of_nodes`` and ``json_of_ties``."""
    nodes, ties = node_table(graph), tie_table(graph)
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for scope, table in (("node", nodes), ("edge", ties)):
        for name, kind in table.columns.items():
            SubElement(root, "key", {"id": f"{scope}-{name}", "for": scope, "attr.name": name, "attr.type": kind})
    body = Element("graph", id="interlocal", edgedefault="directed")
    for name, table in (("json_of_nodes", nodes), ("json_of_ties", ties)):
        SubElement(root, "key", {"id": name, "for": "graph", "attr.name": name, "attr.type": "string"})
        SubElement(body, "data", key=name).text = " ".join(table.json)
    root.append(body)
    for number, node in enumerate(graph.nodes):
        _fill(SubElement(body, "node", id=xml(node.id)), "node", nodes, number)
    for number, tie in enumerate(graph.relationships):
        _fill(SubElement(body, "edge", id=tie_id(tie), source=xml(tie.source), target=xml(tie.target)), "edge", ties, number)
    return document(root)


def _fill(element: Element, scope: str, table: Table, number: int) -> None:
    for name, text in table.rows[number].items():
        SubElement(element, "data", key=f"{scope}-{name}").text = text
