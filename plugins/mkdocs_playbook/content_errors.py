"""Errors of the content stop a build, in the checker's own words."""

from __future__ import annotations

from pathlib import Path

from playbook.check import RULES, Severity, check
from playbook.check.formats import write_text
from playbook.errors import PlaybookError
from playbook.model import Library


def refuse_errors(library: Library, shown_as: Path) -> None:
    """Raise PlaybookError with every error that `playbook check` finds; warnings pass."""
    rules = [rule for rule in RULES if rule.severity is Severity.ERROR]
    if found := check(library, shown=shown_as, rules=rules):
        raise PlaybookError("the content has errors\n" + write_text(found).rstrip())
