"""Progress in a terminal, for what takes over a second; silence in a pipe."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_QUIET_SECONDS = 1.0


@contextmanager
def progress(what: str, total: int = 0) -> Iterator[Callable[[str], None]]:
    """Gives a function to call before each step, with the step's name.

    `total` is how many there will be, 0 where nobody knows yet.

    Nothing is shown in the first second, nor where standard error is no terminal.
    """
    started = time.monotonic()
    done = 0
    shown = False

    def tell(name: str) -> None:
        nonlocal done, shown
        done += 1
        if sys.stderr.isatty() and time.monotonic() - started > _QUIET_SECONDS:
            shown = True
            of = f"/{total}" if total else ""
            sys.stderr.write(f"\r\x1b[K{what} {done}{of} {name}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
