"""Answers on a terminal: tables that fit its width, colour only where people look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from interlocal.graph.cite import Citations
from interlocal.graph.lookup import label
from interlocal.graph.records import Evidence
from interlocal.graph.words import tie_words
from interlocal.queries.question import Answer, Question, evidence_of
from interlocal.report.tables import cell, filled_columns, shown_cell

if TYPE_CHECKING:
    from interlocal.graph.passages import Verification
    from interlocal.graph.records import Records
    from interlocal.queries.compare import Comparison
    from interlocal.queries.differences import Differences
    from interlocal.queries.paths import Path
    from interlocal.queries.profile import Profile
    from interlocal.queries.without import Without

# Of a long answer the terminal shows this many rows, and says so.
MOST_ROWS = 40
_WIDTH_WHEN_PIPED = 120
_NARROWEST_COLUMN = 14
_NARROWEST = 40


def console() -> Console:
    """Standard output: no colour when piped or when NO_COLOR is set (rich sees to both)."""
    made = Console(highlight=False, emoji=False)
    if made.is_terminal and made.width >= _NARROWEST:
        return made
    return Console(highlight=False, emoji=False, width=_NARROWEST if made.is_terminal else _WIDTH_WHEN_PIPED)


def show_questions(questions: Mapping[str, Question], out: Console) -> None:
    """The catalogue, by theme."""
    for theme in dict.fromkeys(q.theme for q in questions.values()):
        out.print(f"\n[bold]{escape(theme)}[/bold]")
        table = Table(box=None, show_header=False, padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column()
        for question in questions.values():
            if question.theme == theme:
                table.add_row(question.slug, escape(question.title))
        out.print(table)
    out.print("\nAsk one: interlocal ask lras-outside-any-network --country PL")


def show_answer(answer: Answer, out: Console) -> None:
    """The answer, its rows, and what it rests on."""
    q = answer.question
    out.print(f"[bold]{escape(q.title)}[/bold]\n")
    out.print(f"{escape(answer.headline)}\n")
    if answer.rows:
        columns = filled_columns(answer)
        # A table whose words would break is no table: then one sentence a row.
        if out.width // (len(columns) + 1) >= _NARROWEST_COLUMN:
            out.print(_rows(answer, columns))
        else:
            for number, said in enumerate(answer.row_sentences[:MOST_ROWS], start=1):
                out.print(f"{number:>3}. {escape(said)}")
            out.print()
        if len(answer.rows) > MOST_ROWS:
            out.print(f"{MOST_ROWS} of {len(answer.rows)} shown; --format csv gives all.\n")
    passages = dict.fromkeys(e for row in answer.rows[:MOST_ROWS] for e in evidence_of(row) if answer.citations.quote(e))
    if passages:
        out.print("[bold]Passages[/bold]")
        _lines([(answer.citations.quote(e), answer.citations.full(e), "") for e in passages], out)
        out.print()
    known = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    known.add_column(style="bold", no_wrap=True)
    known.add_column()
    known.add_row("Of how many", escape(answer.of_how_many()))
    known.add_row("As of", escape(answer.as_of))
    known.add_row("Caveat", escape(q.caveat))
    if q.would_help:
        known.add_row("Would help", escape(f"{q.would_help}: load them to learn more."))
    if answer.sources():
        known.add_row("Sources", escape(answer.sources()))
    out.print(known)


def _rows(answer: Answer, columns: Mapping[str, str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (*columns.values(), "sources"):
        table.add_column(escape(heading), overflow="fold")
    for row in answer.shown[:MOST_ROWS]:
        cells = [escape(shown_cell(row.get(c))) for c in columns]
        table.add_row(*cells, escape(answer.citations.brief(evidence_of(row))))
    return table


def show_profile(profile: Profile, out: Console) -> None:
    """Everything about one thing, in groups."""
    node = profile.node
    out.print(f"[bold]{escape(node.name)}[/bold]  {escape(label(node).removeprefix(f'{node.name}, '))}  ({node.id})")
    if node.aliases:
        out.print(f"also: {escape('; '.join(node.aliases))}")
    out.print(f"as of {escape(profile.as_of)}" if profile.as_of else "")
    for title, lines in profile.groups.items():
        out.print(f"\n[bold]{escape(title)}[/bold]")
        _lines([(line.says, profile.citations.exact(line.evidence), _quotes(profile.citations, line.evidence)) for line in lines], out)
    if not profile.groups:
        out.print("\nNo tie of it is recorded in these sources. That does not mean that there is none.")
    elif node.evidence:
        out.print(f"\nNamed in: {escape(profile.citations.brief(node.evidence))}")


def _quotes(citations: Citations, evidence: Sequence[Evidence]) -> str:
    """The passages themselves, where the graph was built with the documents."""
    return "\n".join(f"“{quote}”" for quote in map(citations.quote, evidence) if quote)


def _lines(lines: Sequence[tuple[str, str, str]], out: Console) -> None:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=2, style="dim", overflow="fold")
    for says, source, quotes in lines:
        table.add_row(escape(says), escape(source) + (f"\n[italic]{escape(quotes)}[/italic]" if quotes else ""))
    out.print(table)


def show_path(path: Path, out: Console) -> None:
    """A chain, step by step, with why each step is one."""
    out.print(f"{escape(path.headline)} As of {escape(path.as_of)}.")
    for number, step in enumerate(path.steps or (), start=1):
        out.print(f"\n[bold]{number}.[/bold]")
        _lines([(says, path.citations.exact(evidence), _quotes(path.citations, evidence)) for says, evidence in step.reasons], out)


def show_differences(found: Differences, out: Console) -> None:
    """Each difference with its sides."""
    for one in found.all:
        out.print(f"\n[bold]{escape(one.title)}[/bold]")
        _lines([(side.words, found.citations.exact(side.evidence), _quotes(found.citations, side.evidence)) for side in one.sides], out)
    count = len(found.all)
    out.print("\nOne place where sources differ or misprint." if count == 1 else f"\n{count or 'No'} places where sources differ or misprint.")


def show_comparison(found: Comparison, out: Console) -> None:
    """What both have, then what is recorded for one alone."""
    out.print(f"{escape(found.headline)} As of {escape(found.as_of)}.")
    for group in found.groups:
        entries = found.of(group)
        if entries:
            out.print(f"\n[bold]{escape(group)}[/bold]")
            _lines([(f"{e.title}: {e.says}", found.citations.exact(e.evidence), _quotes(found.citations, e.evidence)) for e in entries], out)


def show_without(found: Without, out: Console) -> None:
    """Those of whom nothing else is recorded first."""
    out.print(f"{escape(found.headline)} As of {escape(found.as_of)}.")
    for title, some in (("Nothing else of the kind is recorded", found.only), ("Something else is recorded", [o for o in found.affected if o.left])):
        if some:
            out.print(f"\n[bold]{title}[/bold]")
            _lines([(found.sentence(o), found.citations.exact(o.evidence), _quotes(found.citations, o.evidence)) for o in some], out)


def show_rows(columns: Sequence[str], rows: Sequence[Mapping[str, object]], out: Console) -> None:
    """Rows as they come, a column a value."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    for column in columns:
        table.add_column(escape(column))
    for row in rows:
        table.add_row(*(escape(cell(row[column])) for column in columns))
    out.print(table)
    out.print(f"{len(rows):,} row{'' if len(rows) == 1 else 's'}")


def show_verification(found: Verification, records: Records, out: Console) -> None:
    """What was found, and every exception with its reason."""
    names = {node.id: node.name for node in records.nodes}
    total = found.in_place + len(found.moved) + len(found.missing) + len(found.unstamped)
    out.print(f"{total} passages: {found.in_place} stand where they are said to, {len(found.moved)} moved, {len(found.missing)} not found,")
    out.print(f"{len(found.unstamped)} never stamped.")
    for old, new in found.moved:
        out.print(f"  Moved: {old} is now at {new.lines}")
    for span in found.missing:
        out.print(f"  Not found: {span}")
    for span in found.unstamped:
        out.print(f"  Never stamped: {span}")
    named = found.ties - len(found.unnamed)
    out.print(f"{found.ties} ties: for {named} both ends are named, {len(found.unnamed)} are exceptions ({found.share:.1%}; at most 3 % are allowed).")
    for one in found.unnamed:
        tie = one.tie
        reason = str(tie.properties.get("note") or "the passage speaks of it without its name")
        evidence = "; ".join(map(str, tie.evidence))
        said = f"{names[tie.source]} {tie_words(tie)[0]} {names[tie.target]}"
        out.print(escape(f"  {said}: {', '.join(names[i] for i in one.missing)} is not named in {evidence} ({reason})"))
