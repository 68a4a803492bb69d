"""What the seed must hold, whatever else it holds; and what it must never hold."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from interlocal.graph.records import Graph
from interlocal.loaders.seed import seed_folder

CITIES = {"bari", "florence", "milan", "naples", "bruck-an-der-leitha", "korneuburg", "tulln", "poznan", "warsaw", "wroclaw", "bucharest", "cluj-napoca"}


def test_all_37_case_studies_are_there_with_an_organiser_a_country_and_a_dimension(seed_graph: Graph) -> None:
    cases = {n.properties["case_study"]: n for n in seed_graph.of_type("Project") if "case_study" in n.properties}
    assert sorted(cases) == list(range(1, 38))
    led = {t.target for t in seed_graph.relationships if t.type == "LEADS"}
    assert [n.id for n in cases.values() if n.id not in led or not n.country or "dimension" not in n.properties] == []


def test_the_six_networks_of_lras_in_europe_and_the_13_bodies_of_the_overview_are_there(seed_graph: Graph) -> None:
    assert {n.name for n in seed_graph.of_type("Network") if n.properties["scope"] == "european_lra"} == {
        "CLIP",
        "Eurocities",
        "ERLAI",
        "CEMR",
        "Intercultural Cities",
        "EUKN",
    }
    assert Counter(n.properties["cooperates_with_lras"] for n in seed_graph.nodes if "cooperates_with_lras" in n.properties) == {"yes": 9, "no": 4}


def test_the_twelve_municipalities_have_figures_with_evidence(seed_graph: Graph) -> None:
    served = {t.target.rpartition("/")[2] for t in seed_graph.relationships if t.source == "project:eu/admin4all" and t.type == "SERVES"}
    assert served == CITIES
    for node in seed_graph.of_type("LRA"):
        if node.id.rpartition("/")[2] in CITIES:
            facts = [json.loads(text) for text in node.properties["facts"]]  # type: ignore[union-attr]
            assert facts, node.id
            assert all(f["evidence"] for f in facts)


def test_every_record_has_evidence(seed_graph: Graph) -> None:
    without = [n.id for n in seed_graph.nodes if n.type not in ("Country", "Theme", "Document") and not n.evidence]
    assert without == []
    assert [t.identity for t in seed_graph.relationships if not t.evidence] == []


def test_an_implied_tie_says_why(seed_graph: Graph) -> None:
    silent = [
        t.identity
        for t in seed_graph.relationships
        if t.properties.get("certainty") == "implied" and not t.properties.get("note") and t.type not in ("ADDRESSES",)
    ]
    assert silent == []


def test_no_tie_joins_two_authorities_that_is_not_one_between_authorities(seed_graph: Graph) -> None:
    kinds = {t.type for t in seed_graph.relationships if t.source.startswith("lra:") and t.target.startswith("lra:")}
    assert kinds <= {"PART_OF", "COOPERATES_WITH", "PLANS", "LACKS"}


_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+\d{2}[\d ()/-]{6,}|\b(?:tel|phone|fax)\b\.?:?\s*\d", re.IGNORECASE)


def cells() -> Iterator[tuple[str, str, str]]:
    """Every cell but evidence: where it stands, its column, its text."""
    for path in sorted(seed_folder().glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream), 2):
                yield from ((f"{path.name}:{number}", column, text) for column, text in row.items() if column != "evidence")


def test_no_table_holds_an_address_or_a_number_of_a_person() -> None:
    assert [(place, text) for place, _, text in cells() if _CONTACT.search(text)] == []


def test_no_contact_person_of_the_sources_is_in_the_tables(documents: Path) -> None:
    """The names to look for are read from the documents: what stands before an e-mail address on a line of contacts."""
    everything = Counter(w.casefold() for path in documents.glob("*.txt") for w in re.findall(r"\w+", path.read_text(encoding="utf-8")))
    people = set()
    for path in sorted(documents.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for address in re.findall(r"([\w.+-]+)@[\w-]+\.\w", line):
                parts = [p for p in re.split(r"[._-]", address.lower()) if len(p) > 3 and p.isalpha()]
                words = [w for w in re.findall(r"[A-Z][\w’'-]+", line) if w.lower() in parts and everything[w.casefold()] < 8]
                people |= set(words) if len(words) > 1 else set()
    assert len(people) >= 8, "the documents hold contact lines; none found means that this test looks wrongly"
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(seed_folder().glob("*.csv")))
    assert [name for name in sorted(people) if re.search(rf"\b{re.escape(name)}\b", text)] == []


def test_no_sentence_of_the_sources_is_in_the_tables(documents: Path) -> None:
    """Names and titles repeat words of the sources; running text must not: no cell that is our words shares 10 words in a row."""
    words = lambda text: re.findall(r"\w+", text.casefold())  # noqa: E731
    runs = set()
    for path in documents.glob("*.txt"):
        found = words(path.read_text(encoding="utf-8"))
        runs |= {tuple(found[i : i + 10]) for i in range(len(found) - 9)}
    ours = {"paraphrase", "role", "note", "value", "qualifier", "reason", "how", "definition"}
    properties = {place: text for place, column, text in cells() if column == "property"}
    copied = []
    for place, column, text in cells():
        own = words(text)
        # A title is printed as it is.
        titled = column == "value" and properties.get(place) == "printed_title"
        if column in ours and not titled and any(tuple(own[i : i + 10]) in runs for i in range(len(own) - 9)):
            copied.append(f"{place} {column}: {text[:80]}")
    assert copied == []


def test_evidence_lines_exist_and_are_not_blank(documents: Path, seed_graph: Graph) -> None:
    texts = {p.stem: p.read_text(encoding="utf-8").split("\n") for p in documents.glob("*.txt")}
    blank = []
    for record in (*seed_graph.nodes, *seed_graph.relationships):
        for passage in record.evidence:
            for span in passage.spans:
                if span.document in texts and not any(line.strip() for line in texts[span.document][span.first - 1 : span.last]):
                    blank.append(f"{span}")
    assert blank == []


def test_documents_are_as_long_as_the_sections_say(documents: Path, seed_graph: Graph) -> None:
    for document in seed_graph.of_type("Document"):
        if not (documents / f"{document.id}.txt").is_file():
            continue
        lines = (documents / f"{document.id}.txt").read_text(encoding="utf-8").count("\n")
        assert max(s.last for s in seed_graph.sections if s.document == document.id) == lines
