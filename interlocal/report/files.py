"""Writing files: all of them, whole, or none."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Mapping
from pathlib import Path

from interlocal.errors import OutputError


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, each in one step over what was there; raises OutputError, and then what was there is unchanged."""
    drafts: dict[Path, Path] = {}
    current = next(iter(files), Path())
    try:
        for path, content in files.items():
            current = path
            path.parent.mkdir(parents=True, exist_ok=True)
            drafts[path] = path.with_name(f".{path.name}.{os.getpid()}-{uuid.uuid4().hex[:8]}.draft")
            with drafts[path].open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        for path, draft in drafts.items():
            current = path
            draft.replace(path)
    except OSError as error:
        todo = "Close the file if it is open in another program, or name another folder with -o."
        raise OutputError(f"cannot be written ({error.strerror or error})", where=str(current), todo=todo) from error
    finally:
        for draft in drafts.values():
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
