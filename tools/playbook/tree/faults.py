"""What can be wrong with a tree, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TreeFault:
    """One thing that is wrong, where it stands, and what to do.  `code` is that of a `Rule`."""

    code: str
    path: str
    line: int
    column: int
    message: str
    fix: str
    found: str = ""
    """The offending text as written."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of fault; `bad` and `good` are pieces of a file."""

    code: str
    severity: str
    """`error` or `warning`."""
    summary: str
    why: str
    bad: str
    good: str
