"""Whether a text begins in lower case, in scripts where that means something."""

from __future__ import annotations

_GEORGIAN = ("\u10d0", "\u10ff")


def begins_small(text: str) -> bool:
    """Unicode calls Georgian letters lower case, but no Georgian sentence begins with capitals."""
    first = text[:1]
    return first.islower() and not _GEORGIAN[0] <= first <= _GEORGIAN[1]
