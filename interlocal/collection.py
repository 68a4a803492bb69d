"""Python's collector of reference cycles, told to wait."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No passes of the collector meanwhile.

    While the rows of an answer are made, hundreds of thousands of small objects appear, and it would look through all of them
    again and again to find nothing: that took half of the time of a large answer. What is not in a cycle is freed as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
