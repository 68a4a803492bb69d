"""Writing files: all of them, whole, or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from interlocal import drafts
from interlocal.errors import OutputError

_TODO = "Close the file if it is open in another program, or name another place with -o."


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file over what was there; raises OutputError, and then everything is as it was before.

    A link is followed; what is no ordinary file (a pipe, a device) is written to, never replaced.
    """
    current = next(iter(files), Path())
    ordinary: dict[Path, bytes] = {}
    try:
        for path, content in files.items():
            current = path
            goal = drafts.target(path)
            if goal.exists() and not goal.is_file():
                with goal.open("wb") as stream:
                    stream.write(content)
            else:
                ordinary[goal] = content
        current = next(iter(ordinary), current)
        _swap_in(ordinary)
    except (OSError, ValueError) as error:
        text = (isinstance(error, OSError) and error.strerror) or str(error)
        raise OutputError(f"cannot be written ({text})", where=str(current), todo=_TODO) from error


def _swap_in(files: Mapping[Path, bytes]) -> None:
    """Write drafts of all, then put each in its place; on any failure, put back what was there."""
    new: dict[Path, Path] = {}
    old: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            new[path] = drafts.draft_of(path)
            with new[path].open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            drafts.keep_mode(path, new[path])
        for path, draft in new.items():
            done.append(path)
            if path.exists():
                old[path] = drafts.draft_of(path, "before")
                path.replace(old[path])
            draft.replace(path)
    except BaseException:
        for path in done:
            with contextlib.suppress(OSError):
                if path in old and old[path].exists():
                    old[path].replace(path)
                elif path not in old:
                    path.unlink(missing_ok=True)
        raise
    finally:
        for left in (*new.values(), *old.values()):
            drafts.discard(left)
