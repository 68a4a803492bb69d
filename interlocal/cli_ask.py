"""The command ``ask``: one question of the catalogue, all of them, or their list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from interlocal.cli_options import Command, dump, first_build, formats, named, shared


@click.command("ask", cls=Command)
@click.argument("slug", required=False, metavar="[QUESTION]")
@click.option("--all", "every", is_flag=True, help="Answer every question that takes the options given.")
@formats("table", "md", "json", "csv", "xlsx")
@click.option("--year", type=click.IntRange(1900, 2100), help="Only links that held in that year; those without a date are counted apart.")
@click.option("--source", callback=named, metavar="TEXT", help="Only what this source tells: its short form, title or id (CSES 2013).")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write (default: standard output); xlsx needs one.")
@shared
@click.pass_context
def ask_command(
    ctx: click.Context, /, slug: str | None, every: bool, form: str, year: int | None, source: str | None, output: Path | None, workspace: Any, **given: Any
) -> None:
    """Answer a question of the catalogue; without a question, list them.

    \b
    Examples:
      interlocal ask
      interlocal ask network-members-named --network CLIP
      interlocal ask what-funds-fund --fund EIF --format csv
      interlocal ask --all --country PL --format xlsx -o poland.xlsx
    """
    wanted = {name: "true" if value is True else value for name, value in given.items() if value not in (None, False)}
    _refuse_wrong_use(ctx, slug, every, form, output, wanted or year or source)
    if slug is None and not every:
        _list_questions(form)
        return
    answers = _answers(ctx, slug, workspace, wanted, year, source)
    if form == "table":
        from interlocal.report import terminal

        for answer in answers:
            terminal.show_answer(answer, terminal.console())
        return
    content = _as(form, answers, one=slug is not None)
    if output is None or str(output) == "-":
        click.echo(content, nl=False)
        return
    from interlocal.report.files import write_all
    from interlocal.report.tables import for_spreadsheets

    write_all({output: for_spreadsheets(content) if form == "csv" else content})
    click.echo(f"Wrote {output}")


def _refuse_wrong_use(ctx: click.Context, slug: str | None, every: bool, form: str, output: Path | None, wanted: object) -> None:
    if slug is not None and every:
        raise click.UsageError("name one question, or --all, not both.", ctx)
    if slug is None and not every:
        if wanted:
            raise click.UsageError("name the question that these options are for: interlocal ask SLUG …, or --all", ctx)
        if form in ("md", "xlsx") or output is not None:
            raise click.UsageError("the list of questions comes as table, json or csv; name a question, or --all.", ctx)
    if form == "xlsx" and (output is None or str(output) == "-"):
        raise click.UsageError("a workbook is a file: name it with -o.", ctx)
    if form == "table" and output is not None:
        raise click.UsageError("a table is for the screen: choose --format md, json, csv or xlsx for a file.", ctx)


def _answers(ctx: click.Context, slug: str | None, workspace: Any, wanted: Mapping[str, str], year: int | None, source: str | None) -> list[Any]:
    from interlocal.queries.ask import question
    from interlocal.queries.catalogue import QUESTIONS

    if slug is not None:
        asked = question(slug)
        _refuse_untaken(ctx, asked.parameters, wanted)
        return _asked([asked], workspace, wanted, year, source)
    taking = [q for q in QUESTIONS.values() if set(wanted) <= set(q.parameters)]
    if not taking:
        raise click.UsageError(f"no question takes all of these options: {', '.join(_option(name) for name in wanted)}.", ctx)
    if len(taking) < len(QUESTIONS):
        click.echo(f"Left out, because they do not take these options: {', '.join(q.slug for q in QUESTIONS.values() if q not in taking)}", err=True)
    return _asked(taking, workspace, wanted, year, source)


def _asked(questions: Sequence[Any], workspace: Any, wanted: Mapping[str, str], year: int | None, source: str | None) -> list[Any]:
    from interlocal.graph.store.kglite import KgliteStore
    from interlocal.queries.views import answers

    opened = partial(KgliteStore.in_memory, time_limit=workspace.time_limit)
    return answers(questions, workspace.open(first_build), wanted, year=year, source=source, opened=opened)


def _as(form: str, answers: list[Any], *, one: bool) -> bytes:
    """The answers in a format for files and scripts."""
    from interlocal.report import answers as written
    from interlocal.report.tables import answer_csv, findings_csv

    if form == "json":
        import json

        value = answers[0].as_dict() if one else [answer.as_dict() for answer in answers]
        return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
    if form == "csv":
        return (answer_csv(answers[0]) if one else findings_csv(answers)).encode()
    return written.markdown(answers).encode() if form == "md" else written.workbook(answers)


def _list_questions(form: str) -> None:
    from interlocal.queries.catalogue import QUESTIONS

    listed = [{"slug": q.slug, "question": q.title, "theme": q.theme, "parameters": list(q.parameters)} for q in QUESTIONS.values()]
    if form == "json":
        dump(listed)
    elif form == "csv":
        from interlocal.report.tables import csv_text

        click.echo(csv_text(("slug", "question", "theme", "parameters"), [list(entry.values()) for entry in listed]), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_questions(QUESTIONS, terminal.console())


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _refuse_untaken(ctx: click.Context, taken: tuple[str, ...], wanted: Mapping[str, Any]) -> None:
    """An option that this question does not take is wrong usage (exit code 2), not a failed question."""
    for name in wanted:
        if name not in taken:
            options = ", ".join(map(_option, taken)) or "none"
            raise click.UsageError(f"this question does not take {_option(name)}; it takes: {options}; like every question, --year and --source.", ctx)


def _add_parameters() -> None:
    """One option a parameter of the catalogue, from the one place that declares them."""
    from interlocal.queries.parameters import PARAMETERS

    for parameter in PARAMETERS.values():
        ask_command.params.append(click.Option([parameter.option], is_flag=parameter.flag, default=None, help=parameter.help))


_add_parameters()
