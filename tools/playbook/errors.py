"""The one base error: what is wrong, where, what was found there, and the way out."""

from __future__ import annotations

from pathlib import Path

_EXCERPT = 80


class PlaybookError(Exception):
    """A fault in what the user gave us, said so that they can mend it.

    `path`, `line` (from 1) and `column` (from 1) say where; `found` quotes the offending
    text; `way_out` says what to do.  `str()` is one line and never a traceback.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        column: int | None = None,
        found: str | None = None,
        way_out: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else str(path)
        self.line = line
        self.column = column
        self.found = found
        self.way_out = way_out

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        text = f"{place}: {self.message}" if place else self.message
        if self.found:
            text += f" (found: {_one_line(self.found)})"
        if self.way_out:
            text += f". {self.way_out}"
        return text


def _one_line(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _EXCERPT else joined[: _EXCERPT - 1] + "…"
