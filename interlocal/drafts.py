"""Files on their way: written under a name of their own beside the target, then put in its place in one step."""

from __future__ import annotations

import contextlib
import glob
import os
import time
import uuid
from pathlib import Path

# What a process that was killed left behind is swept away when it is older than this, in seconds.
_ABANDONED = 3600


def target(path: Path) -> Path:
    """Where writing to ``path`` really goes: its own file, or that which a link leads to. Raises OSError for a folder or no name."""
    path = path.expanduser()
    path = path.resolve() if path.is_symlink() else path
    if path.is_dir() or not path.name:
        raise IsADirectoryError(None, "it is a folder, and a file is needed")
    return path


def draft_of(path: Path, kind: str = "draft") -> Path:
    """A name beside ``path`` that no other process and no other write uses; drafts that were abandoned are removed."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.{kind}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()
    return path.with_name(f".{path.name}.{os.getpid()}-{uuid.uuid4().hex[:8]}.{kind}")


def discard(draft: Path) -> None:
    """Remove a draft, and what an engine may have put beside it."""
    for left in draft.parent.glob(f"{glob.escape(draft.name)}*"):
        with contextlib.suppress(OSError):
            left.unlink()


def keep_mode(old: Path, new: Path) -> None:
    """Give ``new`` the permissions of the file that it replaces."""
    with contextlib.suppress(OSError):
        new.chmod(old.stat().st_mode & 0o7777)
