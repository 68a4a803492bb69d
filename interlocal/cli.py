"""The command ``interlocal``: parse, call, print. Heavy packages are imported where they are used, so that help is instant."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from interlocal import __version__
from interlocal.errors import InterlocalError

F = TypeVar("F", bound=Callable[..., Any])


class _Clear(click.ClickException):
    """An error of ours as click shows it: its lines, exit code 1."""

    def __init__(self, error: InterlocalError) -> None:
        super().__init__("\n".join(error.lines()))

    def show(self, file: IO[Any] | None = None) -> None:
        for line in self.message.splitlines():
            click.echo(f"Error: {line}", file=file or sys.stderr)


class _Commands(click.Group):
    """The commands in the order in which people need them; every error of ours, and Ctrl-C, ends with one clear line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and hasattr(stream, "reconfigure"):
                # Names of many languages: UTF-8 into files and pipes, and no crash on a terminal that lacks a letter.
                stream.reconfigure(**({} if stream.isatty() else {"encoding": "utf-8"}), errors="backslashreplace")
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return result
        except InterlocalError as error:
            raise _Clear(error) from error
        except KeyboardInterrupt as error:
            raise _Clear(InterlocalError("stopped", todo="What was there before is unchanged.")) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise _Clear(InterlocalError(f"standard output cannot be written ({error.strerror or error})")) from error


def _seconds(ctx: click.Context, parameter: click.Parameter, value: float) -> float:
    if not 0 < value <= 86_400:
        raise click.BadParameter("name a number of seconds, up to a day.")
    return value


def _named(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """An option that is there but empty was a slip; it does not mean that it was not given."""
    if value == "" or (isinstance(value, tuple) and "" in value):
        raise click.BadParameter("it is empty.")
    return tuple(Path(v).expanduser() for v in value) if isinstance(value, tuple) else value


def _shared(command: F) -> F:
    """The options of every command that looks at the graph; they become one ``workspace``."""

    @click.option("--data", multiple=True, callback=_named, metavar="DIR", help="A folder of your own tables, laid over those that come along.")
    @click.option("--store", envvar="INTERLOCAL_STORE", default="", metavar="FILE", help="Where the graph is kept (default: your user data folder).")
    @click.option("--time-limit", type=float, callback=_seconds, default=30.0, show_default=True, metavar="SECONDS", help="When to give up a query.")
    @wraps(command)
    def with_workspace(*args: Any, data: tuple[Path, ...], store: str, time_limit: float, **kwargs: Any) -> Any:
        from interlocal.workspace import Workspace

        return command(*args, workspace=Workspace(data, store, time_limit), **kwargs)

    return with_workspace  # type: ignore[return-value]


def _format(*formats: str) -> Callable[[F], F]:
    return click.option("--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="For people, or for scripts.")


def _first_build() -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo("Building the graph …", err=True)


def _dump(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="interlocal")
def main() -> None:
    """Who works with whom on migrant integration in Europe, and where coordination is missing.

    \b
    Examples:
      interlocal report                       the answers and the map, in the folder out
      interlocal ask                          the questions
      interlocal ask lras-outside-any-network --country PL
      interlocal who Bari                     everything about one organisation, place, project or fund
      interlocal path Belfast Warsaw          how two of them hang together
      interlocal map --country IT             a network map, one file that opens anywhere
    """


@main.command("ask")
@click.argument("slug", required=False, metavar="[QUESTION]")
@_format("table", "json", "csv")
@_shared
@click.pass_context
def ask_command(ctx: click.Context, /, slug: str | None, form: str, workspace: Any, **given: Any) -> None:
    """Answer a question of the catalogue; without a question, list them.

    \b
    Examples:
      interlocal ask
      interlocal ask network-members-named --network CLIP
      interlocal ask what-funds-fund --fund EIF --format csv
    """
    from interlocal.queries.ask import ask, question
    from interlocal.queries.catalogue import QUESTIONS

    wanted = {name: "true" if value is True else value for name, value in given.items() if value not in (None, False)}
    if slug is None:
        if wanted:
            raise click.UsageError("name the question that these options are for: interlocal ask SLUG …", ctx)
        _list_questions(QUESTIONS, form)
        return
    asked = question(slug)
    _refuse_untaken(ctx, asked.parameters, wanted)
    answer = ask(asked, workspace.open(_first_build), wanted)
    if form == "json":
        _dump(answer.as_dict())
    elif form == "csv":
        from interlocal.report.tables import answer_csv

        click.echo(answer_csv(answer), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_answer(answer, terminal.console())


def _list_questions(questions: Any, form: str) -> None:
    listed = [{"slug": q.slug, "question": q.title, "theme": q.theme, "parameters": list(q.parameters)} for q in questions.values()]
    if form == "json":
        _dump(listed)
    elif form == "csv":
        from interlocal.report.tables import csv_text

        click.echo(csv_text(("slug", "question", "theme", "parameters"), [list(entry.values()) for entry in listed]), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_questions(questions, terminal.console())


def _refuse_untaken(ctx: click.Context, taken: tuple[str, ...], wanted: dict[str, Any]) -> None:
    """An option that this question does not take is wrong usage (exit code 2), not a failed question."""
    for name in wanted:
        if name not in taken:
            options = ", ".join(f"--{n.replace('_', '-')}" for n in taken) or "none"
            raise click.UsageError(f"this question does not take --{name.replace('_', '-')}; it takes: {options}.", ctx)


def _add_parameters() -> None:
    """One option a parameter of the catalogue, from the one place that declares them."""
    from interlocal.queries.parameters import PARAMETERS

    for parameter in PARAMETERS.values():
        ask_command.params.append(click.Option([parameter.option], is_flag=parameter.flag, default=None, help=parameter.help))


_add_parameters()


@main.command("who")
@click.argument("name", nargs=-1, required=True)
@_format("table", "json", "csv")
@_shared
def who_command(name: tuple[str, ...], form: str, workspace: Any) -> None:
    """Everything about one organisation, place, project or fund, grouped, with its sources.

    Names match without accents and capitals, by short name and by id.

    \b
    Examples:
      interlocal who Poznań
      interlocal who "european integration fund"
    """
    from interlocal.queries.profile import who

    profile = who(workspace.open(_first_build).read(), " ".join(name))
    if form == "json":
        _dump(profile.as_dict())
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
@_format("table", "json", "csv")
@_shared
def path_command(a: str, b: str, networks: bool, form: str, workspace: Any) -> None:
    """How A and B hang together, over ties that mean cooperation, and why each step is one.

    \b
    Examples:
      interlocal path Belfast Poznan
      interlocal path Stuttgart Vienna --networks
    """
    from interlocal.queries.paths import path

    found = path(workspace.open(_first_build).read(), a, b, networks=networks)
    if form == "json":
        _dump(found.as_dict())
    elif form == "csv":
        from interlocal.report.tables import lines_csv

        lines = ((f"step {i}", says, evidence) for i, step in enumerate(found.steps or (), 1) for says, evidence in step.reasons)
        click.echo(lines_csv(lines, found.citations), nl=False)
    else:
        from interlocal.report import terminal

        terminal.show_path(found, terminal.console())


@main.command("map")
@click.option("--country", callback=_named, help="Only one country and its partners elsewhere: name or ISO code.")
@click.option("--focus", callback=_named, help="Only one organisation, place or project and its neighbours.")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("network-map.html"), show_default=True, help="The file to write.")
@_shared
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
    store = workspace.open(_first_build)
    code = PARAMETERS["country"].resolve(country, store) if country else None
    html = network_map(choose(store.read(), country=code, focus=focus))
    if str(output) == "-":
        click.echo(html, nl=False)
        return
    write_all({output: html.encode()})
    click.echo(f"Wrote {output}")


@main.command("report")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="The folder to write to.")
@_shared
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
@_shared
def build_command(workspace: Any) -> None:
    """Check the tables and build the graph anew. The other commands do so by themselves when something changed.

    \b
    Examples:
      interlocal build
      interlocal build --data ours
    """
    from collections import Counter

    from interlocal.graph.schema import NODE_TYPES

    _, graph = workspace.build()
    counts = Counter(node.type for node in graph.nodes)
    click.echo(f"Built {workspace.path()}")
    for label in dict.fromkeys(node.type for node in graph.nodes):
        click.echo(f"  {counts[label]:6,} {NODE_TYPES[label].plural}")
    links = Counter("plans" if t.type == "PLANS" else "stated absences" if t.type == "LACKS" else "links" for t in graph.relationships)
    click.echo("".join(f"  {count:6,} {words}\n" for words, count in sorted(links.items())), nl=False)


@main.command("export")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="JSON lines: nodes, then ties.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write (default: standard output).")
@_shared
def export_command(form: str, output: Path | None, workspace: Any) -> None:
    """The whole graph in a format that others read.

    \b
    Examples:
      interlocal export -o graph.jsonl
      interlocal export --format jsonl | head
    """
    from interlocal.report.export import jsonl
    from interlocal.report.files import write_all

    text = jsonl(workspace.open(_first_build).read())
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    write_all({output: text.encode()})
    click.echo(f"Wrote {output}")


if __name__ == "__main__":
    main()
