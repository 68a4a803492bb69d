"""Figures that ``who`` shows of the twelve municipalities of ADMIN4ALL, with their year and what qualifies them."""

from __future__ import annotations

import pytest

from interlocal.graph.records import Graph
from interlocal.queries.profile import Line, who

# Municipality, figure, value, words that belong to it (year, precision), line of ADMIN4ALL 2016.
FIGURES = [
    ("Bari", "population", "330,000 persons", ["about"], 820),
    ("Bari", "foreign residents", "12,495 persons", ["2015"], 824),
    ("Bari", "foreign residents women", "6,532 persons", ["2015"], 827),
    ("Bari", "asylum applications", "3,705 applications", ["2015"], 833),
    ("Florence", "population", "380,000 persons", ["approximately"], 915),
    ("Florence", "foreign residents", "59,827 persons", ["2015"], 921),
    ("Milan", "population", "1,400,000 persons", ["more than"], 1028),
    ("Milan", "foreign residents", "254,522 persons", ["2015"], 1032),
    ("Naples", "population", "975,000 persons", ["around"], 1155),
    ("Naples", "foreign residents", "52,452 persons", ["2015"], 1161),
    ("Bruck an der Leitha", "asylum seekers", "140 persons", ["about", "2016"], 1230),
    ("Korneuburg", "third country nationals", "857 persons", ["2016"], 1236),
    ("Korneuburg", "asylum seekers", "147 persons", ["2016"], 1236),
    ("Tulln an der Donau", "third country nationals", "2,700 persons", ["2016"], 1239),
    ("Tulln an der Donau", "refugees", "20 persons", ["2016"], 1240),
    ("Poznan", "population", "550,000 persons", ["about"], 1302),
    ("Poznan", "third country nationals", "1,500 persons", ["around"], 1312),
    ("Warsaw", "population", "1,740,000 persons", [], 1422),
    ("Warsaw", "foreign residents", "21,794 persons", ["2015"], 1427),
    ("Wroclaw", "population", "635,759 persons", ["2015"], 1558),
    ("Bucharest", "population", "1,883,425 persons", ["last census"], 1621),
    ("Bucharest", "third country nationals", "21,112 persons", ["registered"], 1625),
    ("Cluj-Napoca", "population", "320,000 persons", ["over"], 1738),
    ("Cluj-Napoca", "third country nationals", "2,461 persons", ["2016-07"], 1746),
]


def facts(graph: Graph, name: str) -> list[Line]:
    """What the reports say; figures of reference data (Eurostat) stand beside them and are not theirs."""
    lines = who(graph, name).groups["Facts"]
    return [line for line in lines if any(document in ("cses-2013", "admin4all-2016") for e in line.evidence for document in e.documents)]


@pytest.mark.parametrize(("name", "figure", "value", "words", "line"), FIGURES, ids=lambda part: part if isinstance(part, str) else "")
def test_figure(seed_graph: Graph, name: str, figure: str, value: str, words: list[str], line: int) -> None:
    (told,) = (fact for fact in facts(seed_graph, name) if fact.says.startswith(f"{figure}: "))
    assert told.says.startswith(f"{figure}: {value}")
    assert all(word in told.says for word in words)
    assert any(span.document == "admin4all-2016" and span.first <= line <= span.last for evidence in told.evidence for span in evidence.spans)


def test_estimates_of_warsaw_differ(seed_graph: Graph) -> None:
    """Over 40,000 (A 1430, 1438) and over 60,000 (A 1431): both are told, and that sources differ."""
    told = [fact.says for fact in facts(seed_graph, "Warsaw") if fact.says.startswith("foreign residents estimate: ")]
    assert sorted(says.split(": ")[1][:6] for says in told) == ["40,000", "60,000"]
    assert all("sources differ" in says for says in told)


def test_wroclaw_has_no_figure_of_migrants(seed_graph: Graph) -> None:
    """The municipality has no precise data: A 1564."""
    figures = [fact.says for fact in facts(seed_graph, "Wroclaw")]
    assert figures
    assert [says for says in figures if says.startswith(("foreign residents", "third country nationals"))] == []
