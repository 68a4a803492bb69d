"""GEXF 1.3 (Gephi), with the colours, sizes and places of the network map."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from interlocal.graph.records import Graph
from interlocal.report.exports.attributes import Table, document, node_table, tie_id, tie_table, xml
from interlocal.visualise.layout import Position, positions
from interlocal.visualise.picture import LOOKS, choose

# What the network map does not draw: themes, documents, stated gaps …
_GREY = "#BBBBBB"


def export(graph: Graph) -> str:
    """The whole graph, directed, every tie with the weight 1; the ``kind`` of an edge is its type.

    Gephi keeps edges between the same two ends apart by that kind, and merges those of one kind unless told not to.
    """
    nodes, ties = node_table(graph), tie_table(graph)
    root = Element("gexf", {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "interlocal"
    SubElement(meta, "description").text = f"Attributes that hold texts of JSON: {' '.join(nodes.json)} (nodes); {' '.join(ties.json)} (edges)"
    body = SubElement(root, "graph", defaultedgetype="directed", mode="static")
    ids = {scope: _declare(body, scope, table) for scope, table in (("node", nodes), ("edge", ties))}
    drawn = choose(graph)
    # The map's own places; what it does not draw stands in rows below.
    places = positions([node.id for node in graph.nodes], [(tie.source, tie.target) for tie in drawn.ties])
    degree = Counter(end for tie in drawn.ties if tie.state == "existing" for end in {tie.source, tie.target})
    inside = SubElement(body, "nodes")
    for node, row in zip(graph.nodes, nodes.rows, strict=True):
        element = SubElement(inside, "node", id=xml(node.id), label=row["label"])
        _fill(element, row, ids["node"])
        _show(element, LOOKS[node.type].colour if node.type in LOOKS else _GREY, degree[node.id], places[node.id])
    inside = SubElement(body, "edges")
    for tie, row in zip(graph.relationships, ties.rows, strict=True):
        element = SubElement(inside, "edge", id=tie_id(tie), source=xml(tie.source), target=xml(tie.target))
        element.attrib.update(kind=tie.type, label=row["label"], weight="1")
        _fill(element, row, ids["edge"])
    return document(root)


def _declare(body: Element, scope: str, table: Table) -> dict[str, str]:
    """Declare all attributes but the label, which is one of GEXF's own; their ids by name."""
    ids = {name: f"{scope}{number}" for number, name in enumerate(n for n in table.columns if n != "label")}
    declared = SubElement(body, "attributes", {"class": scope, "mode": "static"})
    for name, identifier in ids.items():
        SubElement(declared, "attribute", id=identifier, title=name, type=table.columns[name])
    return ids


def _fill(element: Element, row: Mapping[str, str], ids: dict[str, str]) -> None:
    values = SubElement(element, "attvalues")
    for name, text in row.items():
        if name in ids:
            SubElement(values, "attvalue", {"for": ids[name], "value": text})


def _show(element: Element, colour: str, degree: int, place: Position) -> None:
    red, green, blue = (str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    SubElement(element, "viz:color", r=red, g=green, b=blue)
    # In Gephi y runs upwards, on the map downwards. The size is that of the map's page.
    SubElement(element, "viz:position", x=str(place[0]), y=str(-place[1]), z="0")
    SubElement(element, "viz:size", value=f"{7 + 2.6 * math.sqrt(max(1, degree)):.2f}")
