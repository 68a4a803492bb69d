"""The command for a graph on a server: ``interlocal push``."""

from __future__ import annotations

import sys
from typing import Any

import click

from interlocal.cli_options import Command, dump, formats, shared


@click.command("push", cls=Command)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--beside-others", is_flag=True, help="Allow a database that holds nodes which are not interlocal's; they are left alone.")
@formats("table", "json")
@shared
def push_command(dry_run: bool, beside_others: bool, form: str, workspace: Any) -> None:
    """Make the graph on a Neo4j server equal to the tables: what is new, changed and gone, and nothing else.

    The server is named with --store or INTERLOCAL_STORE; user, password and database with NEO4J_USERNAME,
    NEO4J_PASSWORD and NEO4J_DATABASE (the password is asked for when it is not set). A push that was interrupted can be
    run again.

    \b
    Examples:
      interlocal push --store bolt://localhost:7687 --dry-run
      interlocal push --store neo4j+s://abcd1234.databases.neo4j.io --data ours
    """
    server = workspace.server(beside_others=beside_others)
    graph = workspace.assembled()
    if dry_run:
        changes = server.changes(graph)
    else:
        total = len(graph.nodes) + len(graph.relationships)
        hidden = sys.stderr is None or not sys.stderr.isatty()
        with click.progressbar(length=total, label="Push", file=sys.stderr, hidden=hidden) as bar:
            changes = server.push(graph, bar.update)
    if form == "json":
        dump({"store": server.where, "dry_run": dry_run, **changes.as_dict()})
        return
    click.echo(f"{'Would push' if dry_run else 'Pushed'} to {server.where}")
    if not changes.count:
        click.echo("  nothing: what is there is up to date")
    for things, numbers in changes.as_dict().items():
        for state, number in numbers.items():
            if number:
                click.echo(f"  {number:6,} {'links' if things == 'ties' else 'things'} {state}")
