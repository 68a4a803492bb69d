"""The commands ``interlocal evidence …``: for who has the texts of the documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from interlocal.cli_options import Commands, dump, first_build, folder, formats, shared


@click.group("evidence", cls=Commands)
def evidence_group() -> None:
    """Check that the evidence stands in the documents, for who has their texts (one <document id>.txt each)."""


_DOCUMENTS = click.option("--documents", callback=folder, required=True, metavar="DIR", help="The folder with the texts of the documents.")


@evidence_group.command("verify")
@_DOCUMENTS
@formats("table", "json")
@shared
def verify_command(documents: Path, form: str, workspace: Any) -> None:
    """Find every passage, where it stands or elsewhere, and check that it names what it is evidence for.

    Ends with exit code 1 when a passage is not found, or when more than 3 % of the ties are exceptions.

    \b
    Example:
      interlocal evidence verify --documents reports
    """
    from interlocal.report import terminal

    records, found = workspace.verify(documents)
    if form == "json":
        dump(found.as_dict())
    else:
        terminal.show_verification(found, records, terminal.console())
    if not found.holds:
        raise SystemExit(1)


@evidence_group.command("stamp")
@_DOCUMENTS
@shared
def stamp_command(documents: Path, workspace: Any) -> None:
    """Write passages.csv anew after an edit: the number of words and a hash of each passage (of --data, or of the seed).

    \b
    Example:
      interlocal evidence stamp --documents reports --data ours
    """
    from interlocal.report.files import write_all

    path, content, count = workspace.stamped(documents)
    write_all({path: content.encode()})
    click.echo(f"Wrote {path}: {count} passages")


@evidence_group.command("show")
@click.argument("what", nargs=-1, required=True)
@_DOCUMENTS
@shared
def show_command(what: tuple[str, ...], documents: Path, workspace: Any) -> None:
    """Print the passages of WHAT: a name or id, or evidence as it is written (cses-2013#4200+4250).

    \b
    Examples:
      interlocal evidence show cses-2013#950-954 --documents reports
      interlocal evidence show CLIP --documents reports
    """
    from interlocal.queries.profile import passages

    for title, text in passages(workspace.open(first_build).read(), " ".join(what), workspace.texts(documents)):
        click.echo(f"{title}\n{text}\n")
