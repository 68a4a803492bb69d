"""What holds for every question of the catalogue, whatever it asks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import kglite
import pytest

from interlocal.errors import QuestionError
from interlocal.graph.records import Graph
from interlocal.graph.schema import LABELS, RELATIONSHIP_TYPES
from interlocal.graph.store.base import Store
from interlocal.queries.ask import ask, cypher, question
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.parameters import PARAMETERS
from interlocal.queries.question import Question, evidence_of

FILES = sorted((Path(__file__).parents[2] / "interlocal" / "queries" / "cypher").rglob("*.cypher"))
every = pytest.mark.parametrize("asked", QUESTIONS.values(), ids=list(QUESTIONS))


@every
def test_it_says_what_it_means_and_what_it_does_not(asked: Question) -> None:
    for text in (asked.title, asked.definition, asked.caveat, asked.nothing, asked.counts, asked.population.words):
        assert text.strip()
    assert asked.title.endswith("?")
    assert set(asked.parameters) <= set(PARAMETERS)


# What the two reports alone cannot show: it takes lists of members.
NOT_TO_BE_SEEN = {
    "bridging-organisations", "brokerage-roles", "what-hangs-together", "cross-border-ties", "nested-membership", "likely-missing-links",
}  # fmt: skip


@every
def test_its_answer_has_four_parts_and_evidence(asked: Question, seed_store: Store) -> None:
    answer = ask(asked, seed_store)
    if asked.slug in NOT_TO_BE_SEEN:
        assert not answer.answerable
        assert not answer.rows
        assert answer.headline.startswith("This cannot be seen from what is loaded. It needs ")
        assert answer.of_how_many().startswith("not counted: ")
        return
    assert answer.answerable
    assert 0 <= answer.count <= answer.of
    assert answer.as_of
    assert answer.headline.endswith(".")
    assert len(answer.row_sentences) == len(answer.rows)
    assert answer.sources()
    for row in answer.rows:
        assert set(asked.columns) <= set(row)
        assert evidence_of(row) or row.get("answer") == "unknown", row


@every
def test_its_sentences_use_the_words_of_people(asked: Question, seed_store: Store) -> None:
    """Organisation, link, list of members, source: never node, tie, roster, passage, slug; never a bare judgement."""
    text = " ".join([asked.title, asked.definition, asked.caveat, asked.nothing, *ask(asked, seed_store).sentences]).lower()
    for word in (
        "node",
        "roster",
        "passage",
        "slug",
        "denominator",
        "cypher",
        "isolated",
        "periphery",
        "inward-looking",
        "single point of failure",
        "none,",
        "null",
    ):
        assert not re.search(rf"\b{word}\b", text), word


@every
def test_it_is_stable_and_its_json_is_complete(asked: Question, seed_store: Store) -> None:
    first, second = (ask(asked, seed_store).as_dict() for _ in range(2))
    assert first == second
    assert list(first) == ["question", "slug", "parameters", "as_of", "answerable", "needs", "denominator", "caveat", "columns", "rows", "sentences"]
    assert set(first["denominator"]) == {"count", "of", "population"}
    assert all(list(row) == first["columns"] for row in first["rows"])


@every
def test_on_an_empty_graph_it_says_what_to_load_and_shows_no_rows(asked: Question, make_store: Any) -> None:
    store = make_store("empty")
    store.write(Graph())
    answer = ask(asked, store)
    assert not answer.answerable
    assert not answer.rows
    assert answer.headline.startswith("This cannot be seen from what is loaded.")
    assert asked.needs[0].to_load in answer.headline


@every
def test_every_value_of_its_parameters_is_checked(asked: Question, seed_store: Store) -> None:
    for name in asked.parameters:
        if not PARAMETERS[name].flag:
            with pytest.raises(QuestionError):
                ask(asked, seed_store, {name: "no such thing 77"})
    for name in set(PARAMETERS) - set(asked.parameters):
        with pytest.raises(QuestionError, match="does not take"):
            ask(asked, seed_store, {name: "x"})


@pytest.mark.parametrize("asked", [q for q in QUESTIONS.values() if "country" in q.parameters], ids=lambda q: q.slug)
def test_every_country_gives_an_answer(asked: Question, seed_store: Store) -> None:
    for country in ("PL", "Italy", "uk", "EL", "MT"):
        answer = ask(asked, seed_store, {"country": country})
        assert answer.headline
        assert 0 <= answer.count <= answer.of


def test_an_unknown_question_offers_the_nearest() -> None:
    with pytest.raises(QuestionError, match="Did you mean “lras-outside-any-network”"):
        question("lras-outside-network")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_query_files_keep_to_the_portable_subset(path: Path) -> None:
    text = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
    for forbidden in ("COLLECT {", "COLLECT{", "SHORTEST ", "elementId(", " id(", "properties(", "keys(", "round(", "date(", "apoc.", "/*", ":!"):
        assert forbidden not in text, forbidden
    assert set(re.findall(r"(?<=[(|:])(?:\w*):([A-Z]\w+)", text)) - set(LABELS) - set(RELATIONSHIP_TYPES) == set()
    assert set(re.findall(r"\$(\w+)", text)) <= set(PARAMETERS)
    if path.parent.name == "cypher":
        assert text.count("ORDER BY") >= 1
        assert path.stem in QUESTIONS


def test_every_query_runs_without_a_warning_on_the_seed(seed_store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    """The engine warns of labels, types and properties that it does not know: a misspelt one would answer nothing."""
    kglite.set_query_warning_policy("stderr")
    try:
        for path in FILES:
            name = path.relative_to(FILES[0].parents[0] if FILES[0].parent.name == "cypher" else FILES[0].parents[1]).with_suffix("").as_posix()
            seed_store.query(cypher(name), dict.fromkeys(PARAMETERS) | {"scope": "named", "state_offices": False})
    finally:
        kglite.set_query_warning_policy("silent")
    warned = [line for line in capfd.readouterr().err.splitlines() if "warning" in line]
    assert warned == []
