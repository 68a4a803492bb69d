"""Answers on a terminal: tables that fit its width, colour only where people look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from interlocal.graph.lookup import label
from interlocal.queries.question import Answer, Question, evidence_of
from interlocal.report.tables import filled_columns, shown_cell

if TYPE_CHECKING:
    from interlocal.queries.paths import Path
    from interlocal.queries.profile import Profile

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
        _lines([(line.says, profile.citations.exact(line.evidence)) for line in lines], out)
    if not profile.groups:
        out.print("\nNo tie of it is recorded in these sources. That does not mean that there is none.")
    elif node.evidence:
        out.print(f"\nNamed in: {escape(profile.citations.brief(node.evidence))}")


def _lines(lines: Sequence[tuple[str, str]], out: Console) -> None:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=2, style="dim", overflow="fold")
    for says, source in lines:
        table.add_row(escape(says), escape(source))
    out.print(table)


def show_path(path: Path, out: Console) -> None:
    """A chain, step by step, with why each step is one."""
    out.print(f"{escape(path.headline)} As of {escape(path.as_of)}.")
    for number, step in enumerate(path.steps or (), start=1):
        out.print(f"\n[bold]{number}.[/bold]")
        _lines([(says, path.citations.exact(evidence)) for says, evidence in step.reasons], out)
