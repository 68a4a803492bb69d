"""Speed, measured: whole processes, the map's first picture, and the alternatives a user has, in one run on one machine.

``make bench`` prints the figures and writes them to docs/performance.md. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from benchmarks.stores import stores
from interlocal import __version__
from interlocal.graph.records import Graph
from interlocal.graph.schema import DRAWN_LABELS
from interlocal.queries.catalogue import QUESTIONS
from interlocal.visualise.layout import positions
from interlocal.visualise.network_map import network_map
from interlocal.visualise.picture import Picture, choose
from interlocal.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
Row = tuple[str, str, str, str]


def process(*arguments: str, runs: int, before: Callable[[], None] = lambda: None) -> tuple[float, float]:
    """Median seconds and peak megabytes of ``interlocal …`` as a whole process."""
    seconds, peak = [], 0
    for _ in range(runs):
        before()
        start = time.perf_counter()
        running = psutil.Popen([sys.executable, "-m", "interlocal.cli", *arguments], stdout=subprocess.DEVNULL)
        while running.poll() is None:
            try:
                peak = max(peak, running.memory_info().rss)
            except psutil.Error:
                break
            time.sleep(0.005)
        running.wait()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), peak / 1e6


def commands(folder: Path, runs: int) -> list[Row]:
    store = folder / "graph.kgl"
    out = ["--store", str(store)]
    Workspace(store=str(store)).build()
    new = process("report", *out, "-o", str(folder / "out"), runs=runs, before=lambda: store.unlink(missing_ok=True))
    again = process("report", *out, "-o", str(folder / "out"), runs=runs)
    ask = process("ask", "lras-outside-any-network", *out, runs=runs)
    every = process("ask", "--all", "--format", "json", *out, runs=runs)
    who = process("who", "Warsaw", *out, runs=runs)
    helped = process("--help", runs=runs)
    documents, verified = ROOT.parent / "shared" / "documents", "not measured: the texts are not here"
    if documents.is_dir():
        verified = f"{process('evidence', 'verify', '--documents', str(documents), runs=runs)[0]:.2f} s"
    return [
        ("`evidence verify` of the whole graph", verified, "2 s", ""),
        ("`report`, building the graph first", f"{new[0]:.2f} s, {new[1]:.0f} MB", "3 s, 400 MB", ""),
        ("`report`, graph already built", f"{again[0]:.2f} s, {again[1]:.0f} MB", "3 s, 400 MB", ""),
        ("`ask lras-outside-any-network`", f"{ask[0]:.2f} s", "0.6 s", ""),
        (f"`ask --all` ({len(QUESTIONS)} questions)", f"{every[0]:.2f} s", "2 s each", ""),
        ("`who Warsaw`", f"{who[0]:.2f} s", "", ""),
        ("`--help`", f"{helped[0]:.2f} s", "0.2 s", ""),
    ]


def stock_pyvis(drawn: Picture) -> str:
    """The same things and ties as anybody would draw them with pyvis alone."""
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    for node in drawn.nodes:
        net.add_node(node.id, label=node.name, title=node.name)
    for tie in drawn.ties:
        net.add_edge(tie.source, tie.target)
    done = 'network.once("stabilizationIterationsDone", () => { document.documentElement.dataset.drawn = String(Math.round(performance.now())); });'
    return net.generate_html().replace("return network;", f"{done} return network;")


@contextmanager
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    path = os.environ.get("INTERLOCAL_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def first_picture(browser: Any, html: str, folder: Path, runs: int) -> float:
    """Median seconds from opening the file to the first whole picture."""
    path = folder / "map.html"
    path.write_text(html, encoding="utf-8")
    seconds = []
    for _ in range(runs):
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        # Offline, as people are: what a page asks of the internet fails at once.
        page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function("document.documentElement.dataset.drawn", timeout=120_000)
        seconds.append(int(page.evaluate("document.documentElement.dataset.drawn")) / 1000)
        page.close()
    return statistics.median(seconds)


def filtering(browser: Any, html: str, folder: Path) -> float:
    """Median milliseconds to apply a filter and to choose a thing."""
    path = folder / "filter.html"
    path.write_text(html, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_function("document.documentElement.dataset.drawn")
    box = "document.querySelector('[name=type][value=Service]')"
    script = f"(() => {{ const box = {box}, t = performance.now(); box.click(); return performance.now() - t; }})()"
    taken = statistics.median(page.evaluate(script) for _ in range(9))
    page.close()
    return float(taken)


def maps(graph: Graph, folder: Path, runs: int) -> list[Row]:
    drawn = choose(graph)
    start = time.perf_counter()
    ours = network_map(drawn)
    made = time.perf_counter() - start
    rows: list[Row] = [(f"map of {len(drawn.nodes)} things: made", f"{made:.2f} s, {len(ours.encode()) / 1e6:.2f} MB", "1.2 MB at 1,000", "")]
    if not shutil.which("chromium"):
        return [*rows, ("map: first picture", "not measured: no Chromium here", "1.0 s", "")]
    with chromium() as browser:
        mine = first_picture(browser, ours, folder, runs)
        stock = first_picture(browser, stock_pyvis(drawn), folder, 1)
        filtered = filtering(browser, ours, folder)
    return [
        *rows,
        ("map: first picture in Chromium", f"{mine:.2f} s", "1.0 s", f"stock pyvis, same graph: {stock:.1f} s ({stock / mine:.0f} times as long)"),
        ("map: filter a type", f"{filtered:.0f} ms", "150 ms", ""),
    ]


def layouts(graph: Graph) -> list[Row]:
    import networkx as nx

    ids = {n.id for n in graph.of_type(*DRAWN_LABELS)}
    pairs = [(t.source, t.target) for t in graph.relationships if {t.source, t.target} <= ids]
    start = time.perf_counter()
    positions(sorted(ids), pairs)
    ours = time.perf_counter() - start
    plain = nx.Graph(pairs)
    start = time.perf_counter()
    nx.forceatlas2_layout(plain, max_iter=100, seed=7)
    theirs = time.perf_counter() - start
    return [("layout", f"{ours:.2f} s", "", f"networkx ForceAtlas2, 100 rounds: {theirs:.2f} s ({theirs / ours:.1f} times as long)")]


def machine() -> str:
    cores, memory = psutil.cpu_count(logical=True), psutil.virtual_memory().total / 2**30
    return f"{cores} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _own_data_folder(folder: Path) -> None:
    """For this process and those that it starts: lists that the person at the machine has loaded are not measured."""
    os.environ |= dict.fromkeys(("XDG_DATA_HOME", "LOCALAPPDATA"), str(folder))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--scale", type=float, default=1.0, help="of the graph shaped like Europe; 0 leaves it out")
    asked = options.parse_args()
    runs = asked.runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _own_data_folder(folder / "data")
        graph = Workspace().assembled()
        rows = [*commands(folder, runs), *maps(graph, folder, runs), *layouts(graph)]
    size = f"{len(graph.nodes):,} nodes and {len(graph.relationships):,} ties"
    lines = ["| what | measured | limit | beside it |", "| --- | --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    text = f"""# Performance

Medians of {runs} runs of whole processes by `make bench`, version {__version__}, at the size of the seed ({size}), on this machine: {machine()}.
Figures of another machine will differ; the ratios beside them come from the same run.

{chr(10).join(lines)}

{stores(asked.scale, min(runs, 3)) if asked.scale else ""}"""
    (ROOT / "docs" / "performance.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
