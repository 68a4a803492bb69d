"""What the commands share: options, one clear line for what is wrong, how scripts get their answers."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from interlocal.errors import InterlocalError

F = TypeVar("F", bound=Callable[..., Any])


class _Clear(click.ClickException):
    """An error of ours as click shows it: its lines, exit code 1."""

    def __init__(self, error: InterlocalError) -> None:
        super().__init__("\n".join(error.lines()))

    def show(self, file: IO[Any] | None = None) -> None:
        for line in self.message.splitlines():
            click.echo(f"Error: {line}", file=file or sys.stderr)


class Command(click.Command):
    """A command that takes each option once: of two values click would take the last, and the answer would be silent about the first."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        given = self.make_parser(ctx).parse_args(list(args))[2]
        rest = super().parse_args(ctx, args)
        for option in given:
            if isinstance(option, click.Option) and not option.multiple and not option.is_flag and given.count(option) > 1:
                raise click.UsageError(f"{option.opts[-1]} is given more than once, and takes one value: choose one, or run the command for each.", ctx)
        return rest


class Commands(click.Group):
    """The commands in the order in which people need them; every error of ours, and Ctrl-C, ends with one clear line."""

    command_class = Command

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


def named(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """An option that is there but empty was a slip; it does not mean that it was not given."""
    if value == "" or (isinstance(value, tuple) and "" in value):
        raise click.BadParameter("it is empty.")
    return tuple(Path(v).expanduser() for v in value) if isinstance(value, tuple) else value


def folder(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    return None if named(ctx, parameter, value) is None else Path(str(value)).expanduser()


_STORE = "Where the graph is kept: a file (default: in your user data folder), or a Neo4j server (neo4j+s://host)."


def _login(address: str) -> tuple[str, str]:
    """User and password for a server: from the environment, else asked for; never from the command line, where others see them."""
    user, password = os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD")
    if password is None and "@" not in address and sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
        password = click.prompt(f"Password of {user} (empty when the server asks for none)", hide_input=True, default="", show_default=False, err=True)
    return user, password or ""


def shared(command: F) -> F:
    """The options of every command that looks at the graph; they become one ``workspace``."""

    @click.option("--data", multiple=True, callback=named, metavar="DIR", help="A folder of your own tables, laid over those that come along.")
    @click.option("--store", envvar="INTERLOCAL_STORE", default="", metavar="FILE|ADDRESS", help=_STORE)
    @click.option("--time-limit", type=float, callback=_seconds, default=30.0, show_default=True, metavar="SECONDS", help="When to give up a query.")
    @wraps(command)
    def with_workspace(*args: Any, data: tuple[Path, ...], store: str, time_limit: float, **kwargs: Any) -> Any:
        from interlocal.workspace import Workspace

        workspace = Workspace(data, store, time_limit, database=os.environ.get("NEO4J_DATABASE", ""))
        return command(*args, workspace=replace(workspace, login=_login(store)) if workspace.on_a_server else workspace, **kwargs)

    return with_workspace  # type: ignore[return-value]


def formats(*names: str) -> Callable[[F], F]:
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="For people, or for scripts.")


def first_build() -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo("Building the graph …", err=True)


def dump(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
