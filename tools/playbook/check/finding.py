"""What a rule says about one place: the plain data between rules, formats and fixes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from playbook.model import Place


class Severity(StrEnum):
    """How bad it is.  Errors stop a build; warnings and notes never do."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule yields: where, what is wrong, and what to do about it."""

    path: str
    place: Place
    message: str
    fix: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with the rule that found it."""

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    fix: str
    found: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Findings are listed by place, then by rule."""
        return self.path, self.line, self.column, self.rule, self.message
