"""Where things stand in a picture: the same graph gives the same picture.

Each connected part is laid out on its own by rustworkx's spring layout (Fruchterman & Reingold 1991; 0.14 s for 500
nodes where networkx's ForceAtlas2 takes 1.7 s and packs its clusters too tightly to tell nodes apart), then the parts
are packed in rows beside the largest. Positions are whole numbers, which keeps files small and hides the last digits in which machines may differ.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

# Pixels at zoom 1 that a node needs around it.
SPACING = 46
_SEED = 7
_ITERATIONS = 400

Position = tuple[int, int]


def positions(nodes: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, Position]:
    """A place for each node, the largest connected part at the left, the others packed beside it."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted({(min(p), max(p)) for p in pairs}))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    laid = [_spread(part, sorted((min(e), max(e)) for e in graph.subgraph(part).edges)) for part in parts]
    return _packed(laid)


def _spread(part: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, Position]:
    """One connected part, its top left corner at 0, 0."""
    if len(part) == 1:
        return {part[0]: (0, 0)}
    import rustworkx

    graph: rustworkx.PyGraph[str, None] = rustworkx.PyGraph()
    index = dict(zip(part, graph.add_nodes_from(list(part)), strict=True))
    graph.add_edges_from([(index[a], index[b], None) for a, b in edges])
    start = {i: (math.cos(2 * math.pi * n / len(part)), math.sin(2 * math.pi * n / len(part))) for n, i in enumerate(index.values())}
    placed = rustworkx.spring_layout(graph, pos=start, seed=_SEED, num_iter=_ITERATIONS, k=1.3 / math.sqrt(len(part)))
    side = SPACING * 1.75 * math.sqrt(len(part))
    xs, ys = [placed[i][0] for i in index.values()], [placed[i][1] for i in index.values()]
    width, height = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    scale = side / max(width, height)
    return {n: (round((placed[i][0] - min(xs)) * scale), round((placed[i][1] - min(ys)) * scale)) for n, i in index.items()}


def _packed(parts: Sequence[Mapping[str, Position]]) -> dict[str, Position]:
    """The largest part, the next ones in a column at its right, all others in rows below; none over another."""
    placed: dict[str, Position] = {}
    sizes = [(max(x for x, _ in p.values()) + 2 * SPACING, max(y for _, y in p.values()) + 2 * SPACING) for p in parts]
    if not parts:
        return placed
    main_width, main_height = sizes[0]
    top, column, number = 0, 0, 1
    _place(placed, parts[0], 0, 0)
    while number < len(parts) and top + sizes[number][1] <= main_height:
        _place(placed, parts[number], main_width, top)
        top, column, number = top + sizes[number][1], max(column, sizes[number][0]), number + 1
    left, top, row = 0, max(main_height, top), 0
    for part, (width, height) in zip(parts[number:], sizes[number:], strict=True):
        if left and left + width > main_width + column:
            left, top, row = 0, top + row, 0
        _place(placed, part, left, top)
        left, row = left + width, max(row, height)
    return placed


def _place(placed: dict[str, Position], part: Mapping[str, Position], left: int, top: int) -> None:
    placed.update({name: (x + left, y + top) for name, (x, y) in part.items()})
