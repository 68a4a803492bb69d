"""Answers on a terminal: tables that fit its width, colour only where people look."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from interlocal.graph.cite import Citations
from interlocal.graph.lookup import label
from interlocal.graph.records import Evidence
from interlocal.graph.words import tie_words
from interlocal.queries.question import Answer, Question, evidence_of
from interlocal.report.columns import filled_columns
from interlocal.report.sentences import MOST_NAMES, and_more, names_cut
from interlocal.report.tables import cell, shown_cell

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
_NARROWEST = 40
# A table with taller rows is harder to read than sentences.
_TALLEST_ROW = 5


def console() -> Console:
    """Standard output: no colour when piped or when NO_COLOR is set (rich sees to both). When piped, as wide as COLUMNS says."""
    made = Console(highlight=False, emoji=False)
    told = os.environ.get("COLUMNS", "")
    wide = made.width if made.is_terminal else int(told) if told.isdecimal() and int(told) else _WIDTH_WHEN_PIPED
    return made if wide == made.width and wide >= _NARROWEST else Console(highlight=False, emoji=False, width=max(wide, _NARROWEST))


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
    # A table whose words would break, or whose rows would be towers, is no table: then sentences.
    table, rows = _rows(answer, out.width), answer.rows[:MOST_ROWS]
    if table is None:
        told = _folded(answer)
        table = _numbered([said for said, _ in told])
        rows = [answer.rows[place] for _, places in told for place in places]
    if rows:
        out.print(table)
    # A table ends in an empty line of its own.
    if rows and table.box is None:
        out.print()
    if len(rows) < len(answer.rows):
        out.print(f"{len(rows)} of {len(answer.rows)} shown; --format csv gives all.\n")
    passages = dict.fromkeys(e for row in rows for e in evidence_of(row) if answer.citations.quote(e))
    if passages:
        out.print("[bold]Passages[/bold]")
        _lines([(answer.citations.quote(e), answer.citations.full(e), "") for e in passages], out)
        out.print()
    known = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    known.add_column(style="bold", no_wrap=True)
    known.add_column()
    known.add_row("Of how many", escape(answer.of_how_many()))
    known.add_row("As of", escape(answer.as_of))
    known.add_row("What it means", escape(q.definition))
    known.add_row("Caveat", escape(q.caveat))
    if q.would_help:
        known.add_row("Would help", escape(f"{q.would_help}: load them to learn more."))
    if answer.sources():
        known.add_row("Sources", escape(answer.sources()))
    out.print(known)


def _rows(answer: Answer, room: int) -> Table | None:
    """The rows as a table, where every word of it fits and no row is a tower."""
    columns = filled_columns(answer)
    texts = [
        [*(shown_cell(row.get(c)) for c in columns), answer.citations.brief(evidence_of(row))] for row in answer.shown[:MOST_ROWS]
    ]  # fmt: skip
    headings = [*columns.values(), "sources"]
    widths = _widths([headings, *texts], room - 3 * len(headings) + 1) if texts else []
    if not widths or any(len(textwrap.wrap(text, width)) > _TALLEST_ROW for row in texts for text, width in zip(row, widths, strict=True)):
        return None
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(escape(heading), width=width, overflow="fold")
    for row in texts:
        table.add_row(*map(escape, row))
    return table


def _widths(texts: Sequence[Sequence[str]], room: int) -> list[int]:
    """Widths of columns in which no word breaks, the wide ones evenly wide; none where they need more room."""
    columns = [[text or " " for text in column] for column in zip(*texts, strict=True)]
    least = [max(cell_len(word) for text in column for word in text.split() or [""]) for column in columns]
    most = [max(map(cell_len, column)) for column in columns]
    if sum(least) > room:
        return []
    fitting = ([max(a, min(b, cap)) for a, b in zip(least, most, strict=True)] for cap in range(room, 0, -1))
    return next(widths for widths in fitting if sum(widths) <= room)


def _folded(answer: Answer) -> list[tuple[str, list[int]]]:
    """The sentences, each with the places of its rows: what is said in the same words of several is said once, with the names of the others."""
    column = next(iter(answer.question.columns))
    groups: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for place, (row, said) in enumerate(zip(answer.shown, answer.row_sentences, strict=True)):
        names = [f"{cell(row.get(column))} ({cell(row.get('country'))})", cell(row.get(column))]
        name = next((n for n in names if n and said.startswith(n)), "")
        # Without a name to fold, a sentence stands for itself, even if another row says the same.
        groups.setdefault((said.removeprefix(name), "" if name else str(place)), []).append((place, name))
    folded = []
    for found in list(groups.values())[:MOST_ROWS]:
        others = [name for _, name in found[1:]]
        more = and_more(len(others) - MOST_NAMES) if len(others) > MOST_NAMES else ""
        named = f"{'; '.join(others[:MOST_NAMES])}{more}"
        same = f" The same is said of {len(others):,} other{'s' * (len(others) > 1)}: {named}." if others else ""
        first = found[0][0]
        folded.append((f"{names_cut(answer.row_sentences[first], answer.shown[first])}{same}", [place for place, _ in found]))
    return folded


def _numbered(sentences: Sequence[str]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for number, said in enumerate(sentences, start=1):
        table.add_row(f"{number}.", escape(said))
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
        table.add_column(escape(column), overflow="fold")
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
