"""The commands for lists of members: ``interlocal load members`` and ``interlocal unload``."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from interlocal.cli_options import Command, Commands, dump, folder, formats, named, shared
from interlocal.graph.schema import LRA_LEVELS, NETWORK_SCOPES
from interlocal.text import counted, in_words, listed

_DATE = re.compile(r"(1[89]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
# More rows of one sort are in --format json.
_SHOWN = 40


def _date(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str:
    if value is None:
        return ""
    if not _DATE.fullmatch(value.strip()):
        raise click.BadParameter("write a year, year-month or year-month-day: 2015, 2015-03, 2015-03-31.")
    return value.strip()


@click.group("load", cls=Commands)
def load_group() -> None:
    """Load what others publish into the graph, until it is unloaded.

    \b
    Example:
      interlocal load members clip.csv --network CLIP --as-of 2015 --roster complete
    """


@load_group.command("members")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--network", callback=named, help="Whose list it is. Not needed when a column, or each sheet, names the network.")
@click.option("--as-of", required=True, callback=_date, metavar="DATE", help="When the list held: 2015, 2015-03, 2015-03-31.")
@click.option(
    "--roster",
    type=click.Choice(["partial", "complete"]),
    default="partial",
    show_default=True,
    help="Whether the list has every member: only then can those not on it be called non-members.",
)
@click.option("--new", is_flag=True, help="Make a network that the graph does not know.")
@click.option("--scope", type=click.Choice(NETWORK_SCOPES), default="european_lra", show_default=True, help="What sort of network a new one is.")
@click.option("--sheet", callback=named, help="Only this sheet of a workbook.")
@click.option("--country", callback=named, help="The country of rows that name none: name or ISO code.")
@click.option("--level", type=click.Choice(LRA_LEVELS), help="The level of members of which the list does not tell it.")
@click.option("--review", callback=folder, metavar="FILE", help="Where unsure rows are to be decided (default: FILE.review.csv beside the list).")
@click.option("--encoding", callback=named, help="How the letters of a csv file are written, when it is not UTF-8: cp1252, cp1250, cp1253 …")
@click.option("--dry-run", is_flag=True, help="Only say what would be loaded; the review file is written.")
@formats("table", "json")
@shared
def members_command(
    file: Path, network: str | None, as_of: str, roster: str, country: str | None, review: Path | None, dry_run: bool, form: str, workspace: Any, **options: Any
) -> None:
    """Load a list of members of a network, or of many: csv or xlsx, one table or a sheet a network.

    Members are matched to the authorities in the graph by country, name, alias and level. What is not certain is never
    linked: it goes into a review file. Write into its column “decision” an id, “new”, “new organisation” or “skip”, and run the
    same command again. The same list loaded again takes the place of the former one.

    \b
    Examples:
      interlocal load members clip.csv --network CLIP --as-of 2015 --roster complete
      interlocal load members networks.xlsx --as-of 2020
      interlocal load members all-networks.csv --as-of 2020 --new
    """
    from interlocal.loaders.members.names import country_of
    from interlocal.loaders.members.rows import Options

    code = country_of(country) if country else ""
    if country and not code:
        raise click.BadParameter(f"“{country}” is no country.", param_hint="--country")
    given = {name: value or "" for name, value in options.items() if name not in ("new",)}
    wanted = Options(as_of, roster == "complete", network or "", country=code, new=options["new"], **given)
    file = file.expanduser()
    review = review or file.with_name(f"{file.name}.review.csv")
    loading = workspace.load_members(file, wanted, review, keep=not dry_run)
    undecided = loading.to_review
    if as_of > date.today().isoformat()[: len(as_of)]:
        click.echo(f"Warning: --as-of {as_of} lies in the future; no list can hold for it yet.", err=True)
    if form == "json":
        dump({**loading.as_dict(), "dry_run": dry_run, "review": str(review) if undecided else None})
        return
    _show(loading, dry_run)
    if undecided:
        click.echo(f"Not loaded before they are decided: {counted(undecided, 'row')}. Write into the column “decision” of {review}")
        click.echo("  an id, “new”, “new organisation” (with a country where the row has none: “new AT”) or “skip”, and run the same command again.")
    if workspace.on_a_server and not dry_run:
        click.echo("The server does not have it yet: interlocal push brings it there.")


def _show(loading: Any, dry_run: bool) -> None:
    for one in loading.lists:
        numbers = one.numbers()
        done = ("Would load" if dry_run else "Loaded") if one.members else "Not loaded, it has no row that can be:"
        head = f"{done} {one.network.name}, as of {one.as_of} ({one.id})"
        click.echo(f"{head}{': a new network' if one.new_network else ''}")
        click.echo(
            f"  {_read(numbers['read'])} = {numbers['matched']} matched + {numbers['new']} new + {numbers['unsure']} unsure + {numbers['skipped']} skipped"
        )
        former = len(one.members) - one.current
        click.echo(f"  {_members(one.current)}{_in_roles(one.roles)}" + (f", {_members(former, 'former ')}" if former else ""))
        _rows("new", [f"{o.row.name} ({one.nodes[o.id].country}): {o.id} ({one.nodes[o.id].name})" for o in one.outcomes if o.kind == "new"])
        for kind in ("unsure", "skipped"):
            _rows(kind, [_said(outcome) for outcome in one.outcomes if outcome.kind == kind])
        _rows("remark", one.remarks)
        if one.missing:
            click.echo(f"  Recorded by other sources, and not on this list: {'; '.join(one.missing)}")
        if one.asked_complete and one.far_from_stated:
            click.echo(
                f"  Warning: a source states {_members(one.stated)}, and this list has {one.current}. If it is not complete, leave --roster complete out."
            )
        if one.asked_complete and one.pending:
            undecided = "the row that is unsure or unread is" if one.pending == 1 else f"the {one.pending} rows that are unsure or unread are"
            click.echo(f"  The list counts as partial: non-members can be told once {undecided} decided or mended.")
        elif one.asked_complete:
            click.echo("  The list counts as complete: authorities that are not on it are answered as non-members.")
    _rows("in no list", [_said(outcome) for outcome in loading.unplaced])
    total = loading.numbers()
    if len(loading.lists) > 1 or loading.unplaced:
        click.echo(
            f"All lists: {_read(total['read'])} = {total['matched']} matched + {total['new']} new + {total['unsure']} unsure + {total['skipped']} skipped"
        )
    for note in loading.notes:
        click.echo(f"Note: {note}")
    click.echo(f"Columns read: {', '.join(loading.used)}." + (f" Not used: {', '.join(loading.unused)}." if loading.unused else ""))
    if loading.personal:
        click.echo(f"Columns about persons, never read: {', '.join(loading.personal)}.")


def _in_roles(roles: dict[str, int]) -> str:
    said = [f"{in_words(count)} as {role}" for role, count in roles.items()]
    return f", of these {listed(said)}" if said else ""


def _members(count: int, kind: str = "") -> str:
    return f"{count:,} {kind}member{'' if count == 1 else 's'}"


def _read(count: int) -> str:
    return f"{count} row{'' if count == 1 else 's'} read"


def _said(outcome: Any) -> str:
    found = "; ".join(f"{c.id} ({c.name})" for c in outcome.candidates)
    name = "" if outcome.name_hidden else outcome.row.name[:80]
    return f"{outcome.row.where}: {name + ': ' if name else ''}{outcome.why}{': ' + found if found else ''}"


def _rows(kind: str, lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        click.echo(f"    {kind}: {line}")
    if len(lines) > _SHOWN:
        click.echo(f"    {kind}: … and {len(lines) - _SHOWN} more, in --format json")


@click.command("unload", cls=Command)
@click.argument("name", required=False, metavar="[NETWORK]")
@click.option("--as-of", callback=_date, metavar="DATE", help="Only the list of this date.")
@formats("table", "json")
@shared
def unload_command(name: str | None, as_of: str, form: str, workspace: Any) -> None:
    """Remove a loaded list of members, by network or by id; without a name, list what is loaded.

    \b
    Examples:
      interlocal unload
      interlocal unload CLIP
      interlocal unload Eurocities --as-of 2010
      interlocal unload members-clip-2015
    """
    from interlocal.loaders.members import kept

    into = workspace.lists_folder()
    found = kept.loaded(into) if name is None else kept.unload(into, name, as_of)
    if form == "json":
        dump([one.as_dict() for one in found])
        return
    if name is not None and len(found) > 1:
        click.echo(f"Unloaded {in_words(len(found))} lists of {found[0].names[0]}, as of {listed(sorted(one.as_of for one in found))} (--as-of takes one):")
    if not found:
        click.echo("No list of members is loaded.")
    for one in found:
        numbers = one.numbers
        counts = f": {numbers['matched'] + numbers['new']} of {numbers['read']} rows loaded" if numbers else ""
        click.echo(f"{'Unloaded ' if name else ''}{one.id}: {one.names[0] if one.names else one.network}, as of {one.as_of}, {one.roster} list{counts}")
    if name is not None and workspace.on_a_server:
        click.echo("The server still has it: interlocal push takes it away there.")
