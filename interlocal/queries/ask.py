"""Asking: parameters, needs, population, rows, sentences, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from interlocal.collection import paused
from interlocal.errors import QuestionError
from interlocal.graph.cite import Citations
from interlocal.graph.records import Evidence, NodeRecord
from interlocal.graph.store.base import Store
from interlocal.graph.words import code_words
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.parameters import PARAMETERS, values_for
from interlocal.queries.question import Answer, Asked, Question, Row
from interlocal.text import did_you_mean, sentence


def question(slug: str) -> Question:
    """The question of that name; raises QuestionError with the nearest one."""
    if slug not in QUESTIONS:
        todo = f"{did_you_mean(slug, QUESTIONS, show=0)} “interlocal ask” lists the questions.".strip()
        raise QuestionError(f"unknown question “{slug}”", todo=todo)
    return QUESTIONS[slug]


def ask(asked: Question, store: Store, given: Mapping[str, str] | None = None) -> Answer:
    """The answer to a question, for values as people write them.

    Raises QuestionError for an unknown value or a parameter that the question does not take, StoreError when the
    store cannot answer. When something that the question needs is not loaded, the answer says so and has no rows.
    """
    with paused():
        return _answer(asked, store, given or {})


def rows_of(asked: Question, store: Store, values: Mapping[str, Any]) -> Sequence[Row]:
    """The rows of the Cypher, or those that are derived from them."""
    found = store.query(cypher(asked.slug), {name: values.get(name) for name in PARAMETERS}).rows
    return found if asked.derive is None else asked.derive(found, values)


def _answer(asked: Question, store: Store, given: Mapping[str, str]) -> Answer:
    values = values_for(asked.parameters, given, store, asked.defaults)
    parameters = {name: values.get(name) for name in PARAMETERS}
    citations = citations_of(store)
    countries = {r["id"]: r["name"] for r in store.query("MATCH (c:Country) RETURN c.id AS id, c.name AS name ORDER BY id").rows}
    words, alone = _population_in_words(asked, values, store, countries)
    of = int(store.query(cypher(f"populations/{asked.population.name}"), parameters).rows[0]["size"])
    missing = [need for need in asked.needs if not store.query(cypher(f"needs/{need.name}"), parameters).rows[0]["met"]]
    if missing:
        loads = " ".join(f"It needs {need.words}: load {need.to_load}." for need in missing)
        headline = f"This cannot be seen from what is loaded. {loads}"
        return Answer(asked, values, False, citations.dates(), 0, of, words, alone, (), (), headline, (), citations)
    rows, passages = _with_passages(rows_of(asked, store, values))
    found = [row for row in rows if asked.found(row)]
    speaking = Asked(rows, of, values)
    if of == 0:
        headline = f"These sources name none of what is asked about ({words}), so there is nothing to answer."
    else:
        headline = sentence(asked.headline(speaking) if rows else asked.nothing)
    shown = tuple(_for_people(row, countries, citations) for row in rows)
    told = [_with_sources(sentence(asked.say(row)), row, citations) for row in shown]
    as_of = citations.dated(passages) or citations.dates()
    return Answer(asked, values, True, as_of, asked.count(found), of, words, alone, rows, shown, headline, told, citations)


def _with_passages(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Evidence]]:
    """The rows with the passages of each, once and in order; and all passages. Few passages stand behind many rows, so each is read once."""
    found = [set(_flat(row["evidence"])) for row in rows]
    passages = {text: Evidence.parse(text) for text in set().union(*found)}
    order = {text: place for place, text in enumerate(sorted(passages, key=passages.__getitem__))}
    return tuple({**row, "evidence": sorted(texts, key=order.__getitem__)} for row, texts in zip(rows, found, strict=True)), list(passages.values())


def _flat(found: Iterable[Any]) -> Iterator[str]:
    """The passages in lists of lists, however deep: joining them in Cypher copies a list that grows at every step."""
    for part in found:
        if isinstance(part, str):
            yield part
        elif isinstance(part, list):
            yield from _flat(part)


_KEPT_OF_DOCUMENTS = ("as_of_year", "sections", "passages")


def citations_of(store: Store) -> Citations:
    """How to cite the documents of the graph."""
    columns = ", ".join(f"d.{name} AS {name}" for name in _KEPT_OF_DOCUMENTS)
    rows = store.query(f"MATCH (d:Document) RETURN d.id AS id, d.name AS name, {columns} ORDER BY id").rows
    kept = [{name: r[name] for name in _KEPT_OF_DOCUMENTS if r[name] is not None} for r in rows]
    return Citations.of(NodeRecord(r["id"], "Document", r["name"], properties=properties) for r, properties in zip(rows, kept, strict=True))


@cache
def cypher(name: str) -> str:
    """The text of a query file of ``queries/cypher``."""
    return (resources.files("interlocal.queries") / "cypher" / f"{name}.cypher").read_text(encoding="utf-8")


def _population_in_words(asked: Question, values: Mapping[str, Any], store: Store, countries: Mapping[str, str]) -> tuple[str, list[str]]:
    """What was looked at, narrowed to what was asked for: ``LRAs named in the sources, in Poland``; and what was asked for that does not narrow it."""
    narrowing, alone = cypher(f"populations/{asked.population.name}"), []
    parts = [asked.population.words]
    for name, words in _asked_for(values, store, countries):
        if f"${name}" in narrowing:
            parts.append(_OF_SEVERAL.format(words) if name == "network" and asked.population.name != "networks" else _NARROWED[name].format(words))
        elif name in ("country", "network", "fund", "theme"):
            alone.append(words)
    return ", ".join(parts), alone


_NARROWED = {
    "country": "in {}", "level": "of level {}", "network_scope": "networks of the kind “{}”", "scope": "and those of loaded lists of places",
    "network": "that is {}", "fund": "that is {}", "theme": "on the theme {}",
}  # fmt: skip
# What is of several networks at once: pairs of lists, statements.
_OF_SEVERAL = "one of them {}"


def _asked_for(values: Mapping[str, Any], store: Store, countries: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The parameters that were given, with their values in words."""
    for name in _NARROWED:
        value = values.get(name)
        if value is None or (name == "scope" and value != "all"):
            continue
        if name in ("network", "fund", "theme"):
            yield name, store.query("MATCH (n) WHERE n.id = $id RETURN n.name AS name ORDER BY name", {"id": value}).rows[0]["name"]
        else:
            yield name, countries.get(value, value) if name == "country" else code_words(value)


def _for_people(row: Row, countries: Mapping[str, str], citations: Citations) -> Row:
    """A row with countries and documents by name: codes and ids are for scripts."""
    names: dict[str, Any] = {}
    if row.get("country"):
        names["country"] = countries.get(row["country"], row["country"])
    if isinstance(codes := row.get("countries"), list):
        names["countries"] = [countries.get(code, code) for code in codes]
    if "documents" in row:
        names["documents"] = [citations.name(one) for one in row["documents"]]
    return {**row, **names} if names else row


def _with_sources(said: str, row: Mapping[str, Any], citations: Citations) -> str:
    places = citations.brief_of(row["evidence"])
    return f"{said} ({places})" if places else said
