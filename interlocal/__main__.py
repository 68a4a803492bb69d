"""The way in: whatever happens from the first moment on, an interruption ends with one line and exit code 1."""

from __future__ import annotations

import signal
import sys
from types import FrameType


def run() -> None:
    """The command ``interlocal``."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    try:
        from interlocal.cli import main

        main()
    except KeyboardInterrupt:
        if sys.stderr:
            sys.stderr.write("Error: stopped. What was there before is unchanged.\n")
        sys.exit(1)


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    run()
