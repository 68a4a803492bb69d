"""The report: one page that opens anywhere, with the answers in plain sentences. The same answers give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from interlocal import __version__
from interlocal.graph.cite import Citations
from interlocal.graph.records import Graph
from interlocal.graph.schema import DRAWN_LABELS, NODE_TYPES
from interlocal.graph.store.base import Store
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.question import Answer, evidence_of
from interlocal.report.columns import filled_columns
from interlocal.report.tables import findings_csv, for_spreadsheets, shown_cell
from interlocal.visualise.network_map import network_map
from interlocal.visualise.picture import choose, picture

_TEMPLATES = Path(__file__).parent / "templates"
PAGE, MAP, FINDINGS = "index.html", "network-map.html", "findings.csv"


def report(store: Store, step: Callable[[str], None] = lambda _: None) -> dict[str, bytes]:
    """The files of the report by name: the page, the map, the table of findings."""
    answers = []
    for question in QUESTIONS.values():
        step(question.title)
        answers.append(ask(question, store))
    step("Drawing the map")
    graph = store.read()
    return {
        PAGE: page(answers, graph).encode(),
        MAP: network_map(choose(graph)).encode(),
        FINDINGS: for_spreadsheets(findings_csv(answers).encode()),
    }


def page(answers: Sequence[Answer], graph: Graph) -> str:
    """The HTML of the page."""
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["cell"] = shown_cell
    counts = [(sum(n.type == label for n in graph.nodes), NODE_TYPES[label].plural) for label in DRAWN_LABELS]
    return environment.get_template("report.html").render(
        answers=answers,
        themes={theme: [a for a in answers if a.question.theme == theme] for theme in dict.fromkeys(a.question.theme for a in answers)},
        counts=[(number, words) for number, words in counts if number],
        ties=picture(graph).count("existing"),
        documents=graph.of_type("Document"),
        as_of=Citations.of_graph(graph).dates(),
        filled=filled_columns,
        evidence_of=evidence_of,
        document_name=Citations.of_graph(graph).name,
        map_name=MAP,
        findings_name=FINDINGS,
        version=__version__,
        style=Markup((_TEMPLATES / "report.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
    )
