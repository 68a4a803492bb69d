"""The interactive network map: one HTML file that opens anywhere, offline.

pyvis makes the network; the page around it is ours, because pyvis's own needs the internet, runs script that stands
in names, and has neither search, legend nor table (decision 0006). Data stands in JSON blocks, escaped; the page shows
it as text only and allows itself no connection at all.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from interlocal import __version__
from interlocal.graph.records import Evidence
from interlocal.graph.words import kind_words
from interlocal.visualise.layout import positions
from interlocal.visualise.picture import LOOKS, Picture

_TEMPLATES = Path(__file__).parent / "templates"
_LONGEST_LABEL = 38

# No physics: positions are computed here, so that a map is there at once and the same each time.
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {
        "borderWidth": 1,
        "borderWidthSelected": 3,
        "font": {"face": "system-ui, sans-serif"},
        "scaling": {"label": {"drawThreshold": 9, "maxVisible": 20}},
    },
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.35}}, "selectionWidth": 2, "hoverWidth": 0},
    "interaction": {"hover": True, "keyboard": False, "tooltipDelay": 100, "hideEdgesOnDrag": False},
}


def network_map(drawn: Picture) -> str:
    """The HTML of the map; the same picture gives the same bytes."""
    from jinja2 import Environment, FileSystemLoader, select_autoescape
    from markupsafe import Markup
    from pyvis.network import Network

    payload = _payload(drawn)
    net = Network(directed=True, cdn_resources="in_line", heading="")
    _add_nodes(net, drawn)
    _add_edges(net, drawn)
    groups = {name: {"shape": look.shape, "color": {"background": look.colour, "border": look.outline}} for name, look in LOOKS.items()}
    net.options = _OPTIONS | {"groups": groups}
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=select_autoescape(default=True, default_for_string=True), trim_blocks=True)
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":"), "ensure_ascii": False}
    environment.filters["from_json"] = json.loads
    environment.globals.update(picture=drawn, payload=payload, looks=LOOKS, version=__version__)
    environment.globals.update(
        vis_network=Markup(_vis_network()),  # noqa: S704 - the library that pyvis ships
        style=Markup((_TEMPLATES / "network_map.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        script=Markup((_TEMPLATES / "network_map.js").read_text(encoding="utf-8")),  # noqa: S704 - our own file
    )
    net.templateEnv = environment
    net.path = "network_map.html"
    return str(net.generate_html(name="network-map.html"))


@cache
def _vis_network() -> str:
    """vis-network as pyvis bundles it (Apache-2.0 or MIT)."""
    import pyvis

    return (Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")


def _add_nodes(net: Any, drawn: Picture) -> None:
    """The things that have a tie, by their number in the data; those without stand in a list beside the map."""
    degree = Counter(end for tie in drawn.ties if tie.state == "existing" for end in {tie.source, tie.target})
    touched = {end for tie in drawn.ties for end in (tie.source, tie.target)}
    places = positions([n.id for n in drawn.nodes if n.id in touched], [(t.source, t.target) for t in drawn.ties])
    for number, node in enumerate(drawn.nodes):
        if node.id in touched:
            x, y = places[node.id]
            # Physics are off, so the mass is free to carry the number of ties; the page derives sizes from it.
            net.add_node(number, label=_short(node.name), x=x, y=y, group=node.type, mass=max(1, degree[node.id]))
            del net.nodes[-1]["shape"]  # the group's


def _add_edges(net: Any, drawn: Picture) -> None:
    """One line a pair of things, wider for more ties, dashed where all is planned; what is stated to be absent has none."""
    numbers = {node.id: number for number, node in enumerate(drawn.nodes)}
    pairs: dict[tuple[int, int], list[str]] = {}
    for tie in drawn.ties:
        if tie.state != "absent":
            # An arrow runs from the one who acts: from the funder to what is funded.
            ends = (tie.target, tie.source) if tie.type == "FUNDED_BY" else (tie.source, tie.target)
            pairs.setdefault((numbers[ends[0]], numbers[ends[1]]), []).append(tie.state)
    # net.add_edge looks through all edges each time; a list of our own does not.
    net.edges = [
        {
            "from": a,
            "to": b,
            **({"width": min(1 + 0.6 * (len(states) - 1), 4)} if len(states) > 1 else {}),
            **({"dashes": True} if set(states) == {"planned"} else {}),
        }
        for (a, b), states in pairs.items()
    ]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1].rstrip()}…"


def _payload(drawn: Picture) -> dict[str, Any]:
    """What the panel and the tables show: things in order, ties by the numbers of their ends, each citation once."""
    places: dict[str, int] = {}
    passages: dict[tuple[int | str, ...], int] = {}
    numbers = {node.id: number for number, node in enumerate(drawn.nodes)}

    def cited(evidence: tuple[Evidence, ...]) -> list[int]:
        found = []
        for passage in evidence:
            place = places.setdefault(drawn.citations.place(passage), len(places))
            quote = drawn.citations.quote(passage)
            key = (place, drawn.citations.lines(passage), quote) if quote else (place, drawn.citations.lines(passage))
            found.append(passages.setdefault(key, len(passages)))
        return found

    nodes = []
    for node in drawn.nodes:
        facts, differ = ([[words, cited(evidence)] for words, evidence in said.get(node.id, ())] for said in (drawn.facts, drawn.differ))
        entry = {
            "id": node.id, "name": node.name, "type": node.type, "kind": kind_words(node), "country": node.country, "also": list(node.aliases),
            "facts": facts, "differ": differ, "sources": cited(node.evidence),
        }  # fmt: skip
        nodes.append({k: v for k, v in entry.items() if v})
    ties = []
    for tie in drawn.ties:
        state = "" if tie.state == "existing" else tie.state
        more = {"more": tie.details, "state": state, "sources": cited(tie.evidence)}
        ties.append({"from": numbers[tie.source], "to": numbers[tie.target], "words": tie.words, **{k: v for k, v in more.items() if v}})
    countries = {c: drawn.countries.get(c, c) for c in sorted({n.country for n in drawn.nodes if n.country})}
    focus = {"focus": drawn.focus} if drawn.focus else {}
    return {**focus, "nodes": nodes, "ties": ties, "places": list(places), "passages": list(passages), "countries": countries}
