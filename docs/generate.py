"""The generated pages: the data model, the questions and a page for each, the command. A test checks that they are fresh."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from interlocal.cli import main
from interlocal.graph.assemble import assemble
from interlocal.graph.schema import CERTAINTIES, DRAWN_LABELS, GROUPS, NODE_TYPES, NOT_TIES, READINGS, RELATIONSHIP_TYPES, TIE_PROPERTIES
from interlocal.loaders import seed
from interlocal.loaders.seed import TABLES
from interlocal.queries.ask import cypher
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.parameters import PARAMETERS
from interlocal.queries.question import Question
from interlocal.text import listed, sentence

FOLDER = Path(__file__).parent


def model() -> str:
    """The labels, ties, properties, groups and tables, from the schema."""
    lines = ["# The data model", "", "Generated from `interlocal/graph/schema.py`. Why it is so: `docs/decisions/`.", "", "## What there is", ""]
    lines += ["| label | ids begin with | meaning | closed lists |", "| --- | --- | --- | --- |"]
    for node in NODE_TYPES.values():
        closed = "; ".join(f"{name}: {', '.join(p.values)}" for name, p in node.properties.items() if p.values)
        lines.append(f"| {node.label} | {f'`{node.prefix}:`' if node.prefix else ''} | {node.meaning} | {closed} |")
    lines += ["", "## Ties", "", "| type | meaning | from → to | read from its end |", "| --- | --- | --- | --- |"]
    for tie in RELATIONSHIP_TYPES.values():
        targets: dict[str, set[str]] = {}
        for a, b in tie.ends:
            targets.setdefault(a, set()).add(b)
        any_to_any = len(targets) == len(NODE_TYPES)
        ends = (
            "any → any"
            if any_to_any
            else " · ".join(f"{a} → {', '.join(sorted(b)) if len(b) < len(NODE_TYPES) else 'any'}" for a, b in sorted(targets.items()))
        )
        lines.append(f"| {tie.name} | {tie.meaning} | {ends} | {tie.backward} |")
    lines += ["", "Groups that questions speak of:", ""]
    lines += [f"- **{name}**: {', '.join(types)}" for name, types in GROUPS.items()]
    lines += ["", "## What a tie can tell", "", "| property | meaning | closed list |", "| --- | --- | --- |"]
    lines += [f"| {name} | {p.meaning} | {', '.join(p.values) if name != 'tie' else 'any type but PLANS and LACKS'} |" for name, p in TIE_PROPERTIES.items()]
    lines += [
        "",
        "## Tables",
        "",
        "CSV, UTF-8; lists inside a cell are separated by `|`. Evidence is `document#first-last`; `;` separates passages that",
        "each suffice, `+` joins lines that are needed together.",
        "",
    ]
    lines += [f"- `{name}.csv`: `{columns}`" for name, (_, columns) in TABLES.items()]
    return "\n".join(lines) + "\n"


def questions() -> str:
    """The list of questions by theme, each with its page."""
    lines = [
        "# The questions",
        "",
        "Generated from `interlocal/queries/`. Ask one with `interlocal ask SLUG`, all with `interlocal ask --all`; every answer says of how many, as of when,",
        "with which caveat and from which sources.",
        "",
    ]
    for theme in dict.fromkeys(q.theme for q in QUESTIONS.values()):
        lines += [f"## {theme}", "", *(f"- [{q.title}](../questions/{q.slug}.md) `{q.slug}`" for q in QUESTIONS.values() if q.theme == theme), ""]
    return "\n".join(lines)


def question(q: Question) -> str:
    """The page of one question, from its metadata and its Cypher."""
    options = [f"`{PARAMETERS[name].option}`: {PARAMETERS[name].help}" for name in q.parameters]
    lines = [
        f"# {q.title}",
        "",
        f"`interlocal ask {q.slug}` ({q.theme}). Generated from `interlocal/queries/`.",
        "",
        f"**What it means.** {q.definition}",
        "",
        f"**Of how many.** {q.population.words[0].upper()}{q.population.words[1:]}; counted are those that {q.counts}.",
        "",
        f"**Caveat.** {q.caveat}",
        "",
        f"**Needs.** {sentence('; '.join(f'{need.words} (load {need.to_load})' for need in q.needs))} What is not loaded cannot be seen, and the answer says so.",
        "",
    ]
    if q.would_help:
        lines += [f"**What would help.** {q.would_help}", ""]
    lines += ["**Options.**" if options else "**Options.** None.", "", *(f"- {option}" for option in options), ""]
    lines += ["**Columns.** " + ", ".join(f"{heading} (`{name}`)" for name, heading in q.columns.items()) + ", sources (`evidence`).", ""]
    derived = " What Cypher cannot express is worked out from its rows in Python." if q.derive else ""
    lines += [f"**How it is asked.** The same on a file and on a Neo4j server.{derived}", "", "```cypher", cypher(q.slug).rstrip(), "```", ""]
    return "\n".join(line for line, before in zip(lines, [None, *lines], strict=False) if line or before)


def command() -> str:
    """The help of every command."""
    lines = ["# The command", "", "Generated from `interlocal --help`.", ""]
    parent = main.make_context("interlocal", [], resilient_parsing=True, terminal_width=100, max_content_width=100)
    for name in (None, *main.commands):
        found = main.commands[name] if name else main
        context = found.make_context(name, [], parent, resilient_parsing=True, terminal_width=100, max_content_width=100) if name else parent
        with context.scope(cleanup=False):
            lines += [f"## interlocal{f' {name}' if name else ''}", "", "```text", found.get_help(context), "```", ""]
    return "\n".join(lines)


def data_sheet() -> str:
    """What the seed holds: counts by type and document, certainty, readings."""
    records = seed.load([seed.seed_folder()])
    graph = assemble(records)
    reports = ("cses-2013", "admin4all-2016")
    lines = ["## Counts", "", "Generated from the tables.", "", "| what | all | CSES 2013 | ADMIN4ALL 2016 |", "| --- | --- | --- | --- |"]

    def row(words: str, found: list[Any]) -> str:
        by = [sum(any(d in e.documents for e in r.evidence) for r in found) for d in reports]
        return f"| {words} | {len(found):,} | {by[0]:,} | {by[1]:,} |"

    for label in (*DRAWN_LABELS, "StatedGap", "Conflict"):
        lines.append(row(NODE_TYPES[label].plural, list(graph.of_type(label))))
    drawn = {n.id for n in graph.of_type(*DRAWN_LABELS)}
    ties = [t for t in graph.relationships if t.type not in ("ABOUT", "ADDRESSES") and t.type not in NOT_TIES]
    lines.append(row("ties, themes not counted", ties))
    lines.append(row("of these between two of the things above, not to a country", [t for t in ties if {t.source, t.target} <= drawn]))
    for certainty in CERTAINTIES:
        lines.append(row(f"of these ties {certainty}", [t for t in ties if t.properties.get("certainty") == certainty]))
    for kind in sorted({t.type for t in graph.relationships} - {"ABOUT"}):
        lines.append(row(f"{kind}", [t for t in graph.relationships if t.type == kind]))
    facts = list(records.facts)
    lines.append(row("facts", facts))
    for reading in READINGS:
        lines.append(row(f"of these facts {reading}", [f for f in facts if f.reading == reading]))
    stamped = [sum(s.span.document == d for s in records.stamps) for d in reports]
    lines.append(f"| passages stamped | {len(records.stamps):,} | {stamped[0]:,} | {stamped[1]:,} |")
    lras = graph.of_type("LRA")
    have = {
        words: sum(name in n.properties for n in lras)
        for name, words in {"lau": "a LAU code", "nuts": "a NUTS code", "lat": "coordinates", "population": "a population"}.items()
    }
    have["a parent"] = len({t.source for t in graph.relationships if t.type == "PART_OF" and t.source.startswith("lra:")})
    lines += ["", f"Of {len(lras)} authorities, {listed(f'{count} have {words}' for words, count in have.items())}.", ""]
    head = (FOLDER / "data-sheet-head.md").read_text(encoding="utf-8")
    return head + "\n" + "\n".join(lines)


PAGES: dict[str, Callable[[], str]] = {
    "reference/data-sheet.md": data_sheet,
    "reference/model.md": model,
    "reference/questions.md": questions,
    "reference/command.md": command,
    **{f"questions/{q.slug}.md": partial(question, q) for q in QUESTIONS.values()},
}

if __name__ == "__main__":
    for old in (FOLDER / "questions").glob("*.md"):
        old.unlink()
    for name, make in PAGES.items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_text(make(), encoding="utf-8")
