"""The command ``interlocal``: parse, call, print. Heavy packages are imported where they are used, so that help is instant."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from interlocal import __version__
from interlocal.cli_ask import ask_command
from interlocal.cli_evidence import evidence_group
from interlocal.cli_explore import compare_command, cypher_command, without_command
from interlocal.cli_load import load_group, unload_command
from interlocal.cli_options import Commands, dump, first_build, folder, formats, named, shared
from interlocal.cli_server import push_command
from interlocal.report.exports import FORMATS


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="interlocal")
def main() -> None:
    """Who works with whom on migrant integration in Europe, and where coordination is missing.

    \b
    Examples:
      interlocal report                       the answers and the map, in the folder out
      interlocal ask                          the questions
      interlocal ask lras-outside-any-network --country PL
      interlocal who Bari                     everything about one organisation, place, project or fund
      interlocal path Belfast Poznan          how two of them hang together
      interlocal map --country IT             a network map, one file that opens anywhere
    """


main.add_command(ask_command)


@main.command("who")
@click.argument("name", nargs=-1, required=True)
@formats("table", "json", "csv")
@shared
def who_command(name: tuple[str, ...], form: str, workspace: Any) -> None:
    """Everything about one organisation, place, project or fund, grouped, with its sources.

    Names match without accents and capitals, by short name and by id.

    \b
    Examples:
      interlocal who Poznań
      interlocal who "european integration fund"
    """
    from interlocal.queries.profile import who

    profile = who(workspace.open(first_build).read(), " ".join(name))
    if form == "json":
        dump(profile.as_dict())
    elif form == "csv":
        from interlocal.report.tables import lines_csv

        lines = ((title, line.says, line.evidence) for title, lines in profile.groups.items() for line in lines)
        click.echo(lines_csv(lines, profile.citations), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_profile(profile, terminal.console())


@main.command("path")
@click.argument("a")
@click.argument("b")
@click.option("--networks", is_flag=True, help="Let chains go through shared membership of networks too.")
@formats("table", "json", "csv")
@shared
def path_command(a: str, b: str, networks: bool, form: str, workspace: Any) -> None:
    """How A and B hang together, over ties that mean cooperation, and why each step is one.

    \b
    Examples:
      interlocal path Belfast Poznan
      interlocal path Stuttgart Vienna --networks
    """
    from interlocal.queries.paths import path

    found = path(workspace.open(first_build).read(), a, b, networks=networks)
    if form == "json":
        dump(found.as_dict())
    elif form == "csv":
        from interlocal.report.tables import lines_csv

        lines = ((f"step {i}", says, evidence) for i, step in enumerate(found.steps or (), 1) for says, evidence in step.reasons)
        click.echo(lines_csv(lines, found.citations), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_path(found, terminal.console())


@main.command("map")
@click.option("--country", callback=named, help="Only one country and its partners elsewhere: name or ISO code.")
@click.option("--focus", callback=named, help="Only one organisation, place or project and its neighbours.")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("network-map.html"), show_default=True, help="The file to write.")
@shared
def map_command(country: str | None, focus: str | None, output: Path, workspace: Any) -> None:
    """An interactive network map: one HTML file that opens anywhere, offline.

    \b
    Examples:
      interlocal map -o maps/europe.html
      interlocal map --focus Warsaw
    """
    from interlocal.queries.parameters import PARAMETERS
    from interlocal.report.files import write_all
    from interlocal.visualise.network_map import network_map
    from interlocal.visualise.picture import choose

    if country and focus:
        raise click.UsageError("choose --country or --focus, not both.")
    store = workspace.open(first_build)
    code = PARAMETERS["country"].resolve(country, store) if country else None
    html = network_map(choose(store.read(), country=code, focus=focus))
    if str(output) == "-":
        click.echo(html, nl=False)
        return
    write_all({output: html.encode()})
    click.echo(f"Wrote {output}")


@main.command("report")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="The folder to write to.")
@shared
def report_command(output: Path, workspace: Any) -> None:
    """The answers in plain sentences, the network map and a table of findings, as files that open anywhere.

    \b
    Examples:
      interlocal report
      interlocal report --data ours -o report-2024
    """
    from interlocal.queries.catalogue import QUESTIONS
    from interlocal.report.files import write_all
    from interlocal.report.page import report

    if output.resolve() in {folder.resolve() for folder in workspace.data}:
        raise click.UsageError("-o and --data name the same folder: the report would stand among your tables.")
    steps = len(QUESTIONS) + 2
    with click.progressbar(length=steps, label="Report", file=sys.stderr, hidden=sys.stderr is None or not sys.stderr.isatty()) as bar:
        bar.update(1)
        store = workspace.open()
        files = report(store, lambda _: bar.update(1))
    write_all({output / name: content for name, content in files.items()})
    click.echo("Wrote:")
    for name in files:
        click.echo(f"  {output / name}")


@main.command("build")
@click.option("--documents", callback=folder, metavar="DIR", help="A folder with the texts of the documents: who, ask and map then show the passages.")
@shared
def build_command(documents: Path | None, workspace: Any) -> None:
    """Check the tables and build the graph anew. The other commands do so by themselves when something changed.

    \b
    Examples:
      interlocal build
      interlocal build --data ours
    """
    from collections import Counter

    from interlocal.graph.schema import NODE_TYPES

    _, graph = workspace.build(documents)
    counts = Counter(node.type for node in graph.nodes)
    click.echo(f"Built {workspace.path()}")
    for label in dict.fromkeys(node.type for node in graph.nodes):
        click.echo(f"  {counts[label]:6,} {NODE_TYPES[label].plural}")
    links = Counter("plans" if t.type == "PLANS" else "stated absences" if t.type == "LACKS" else "links" for t in graph.relationships)
    click.echo("".join(f"  {count:6,} {words}\n" for words, count in sorted(links.items())), nl=False)


@main.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="jsonl",
    show_default=True,
    help=f"{'; '.join(f'{f.name}: {f.words}' for f in FORMATS.values())}.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write (default: standard output); for csv, the folder.")
@shared
def export_command(form: str, output: Path | None, workspace: Any) -> None:
    """The whole graph in a format that others read. The words of the documents are never in it.

    \b
    Examples:
      interlocal export -o graph.jsonl
      interlocal export --format gexf -o graph.gexf
      interlocal export --format csv -o for-neo4j
      interlocal export --format jsonl | head
    """
    from dataclasses import replace

    from interlocal.graph.store.base import FINGERPRINT
    from interlocal.report.files import write_all

    several = FORMATS[form].folder
    to_stdout = output is None or str(output) == "-"
    if several and to_stdout:
        raise click.UsageError(f"{form} writes several files: name a folder for them with -o.")
    store = workspace.open(first_build)
    files = FORMATS[form].files(replace(store.read(), fingerprint=store.query(FINGERPRINT).rows[0]["fingerprint"]))
    if output is None or to_stdout:
        click.echo(b"".join(files.values()).decode(), nl=False)
        return
    write_all({output / name if several else output: content for name, content in files.items()})
    click.echo(f"Wrote {output}")


@main.command("differences")
@click.argument("name", nargs=-1)
@formats("table", "json", "csv")
@shared
def differences_command(name: tuple[str, ...], form: str, workspace: Any) -> None:
    """Where sources differ: each side with its passages, which one is followed, and why. With NAME, about one thing.

    \b
    Examples:
      interlocal differences
      interlocal differences Coprod Migrants
    """
    from interlocal.queries.differences import differences
    from interlocal.report import tables, terminal

    found = differences(workspace.open(first_build).read(), " ".join(name))
    if form == "json":
        dump([one.as_dict() for one in found.all])
    elif form == "csv":
        lines = ((one.title, side.says, side.evidence) for one in found.all for side in one.sides)
        click.echo(tables.lines_csv(lines, found.citations), nl=False)
    else:
        terminal.show_differences(found, terminal.console())


main.add_command(compare_command)
main.add_command(without_command)
main.add_command(cypher_command)
main.add_command(load_group)
main.add_command(unload_command)
main.add_command(push_command)
main.add_command(evidence_group)


if __name__ == "__main__":
    main()
