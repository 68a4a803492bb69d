"""The commands to look further than the catalogue: compare, without, cypher."""

from __future__ import annotations

from typing import Any

import click

from interlocal.cli_options import Command, dump, first_build, formats, shared


@click.command("compare", cls=Command)
@click.argument("a")
@click.argument("b")
@formats("table", "json", "csv")
@shared
def compare_command(a: str, b: str, form: str, workspace: Any) -> None:
    """What two LRAs, two networks or two countries share in the sources, and what is recorded for one of them alone.

    \b
    Examples:
      interlocal compare Helsinki Espoo
      interlocal compare PL AT --format csv
    """
    from interlocal.queries.compare import compare

    found = compare(workspace.open(first_build).read(), a, b)
    if form == "json":
        dump(found.as_dict())
    elif form == "csv":
        from interlocal.report.tables import lines_csv

        click.echo(lines_csv(((f"{e.whose}: {e.title}", e.says, e.evidence) for e in found.found), found.citations), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_comparison(found, terminal.console())


@click.command("without", cls=Command)
@click.argument("name", nargs=-1, required=True)
@formats("table", "json", "csv")
@shared
def without_command(name: tuple[str, ...], form: str, workspace: Any) -> None:
    """If this fund, project or network ended: whose only recorded tie of its kind would go.

    \b
    Examples:
      interlocal without SELMA
      interlocal without European Refugee Fund
    """
    from interlocal.queries.without import without

    found = without(workspace.open(first_build).read(), " ".join(name))
    if form == "json":
        dump(found.as_dict())
    elif form == "csv":
        from interlocal.report.tables import lines_csv

        lines = (("something else is recorded" if one.left else "nothing else is recorded", found.sentence(one), one.evidence) for one in found.affected)
        click.echo(lines_csv(lines, found.citations), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_without(found, terminal.console())


@click.command("cypher", cls=Command)
@click.argument("statement")
@click.option("--limit", type=click.IntRange(1, 100_000), default=1000, show_default=True, help="The most rows to show.")
@formats("table", "json", "csv")
@shared
def cypher_command(statement: str, limit: int, form: str, workspace: Any) -> None:
    """One statement of Cypher that only reads, for who knows it; the labels and properties are those of the data model.

    It answers from what is recorded alone: no caveat is added, and leave out what has the reading "open".

    \b
    Examples:
      interlocal cypher "MATCH (n:Network) RETURN n.name AS name ORDER BY name"
      interlocal cypher "MATCH (f:Fund) RETURN f.name AS fund, COUNT { (f)<-[:FUNDED_BY]-() } AS funded ORDER BY funded DESC" --format csv
    """
    from interlocal.queries.statements import notes

    found = workspace.open(first_build).query(statement, limit=limit)
    for note in notes(statement):
        click.echo(f"Note: {note}", err=True)
    if form == "json":
        dump([dict(row) for row in found.rows])
    elif form == "csv":
        from interlocal.report.tables import csv_text

        click.echo(csv_text(found.columns, ([row[c] for c in found.columns] for row in found.rows)), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_rows(found.columns, found.rows, terminal.console())
    if found.cut:
        click.echo(f"There are more than {limit:,} rows; the first are shown. Add LIMIT or allow more with --limit.", err=True)
