"""Findings for people: where, what, and below it what to do; then a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from playbook.check.counts import count, files_with
from playbook.check.finding import Finding, Severity

Paint = Callable[[str, str], str]
"""(text, role) → the text, coloured where the output is a terminal; roles are the
severities, `path` and `fix`."""


def plain(text: str, role: str) -> str:
    """No colours."""
    return text


def write_text(findings: Sequence[Finding], *, pages: int = 0, paint: Paint = plain) -> str:
    """`path:line:column: severity RULE message`, then what to do, indented."""
    return "".join(f"{line}\n" for line in _lines(findings, pages, paint))


def _lines(findings: Sequence[Finding], pages: int, paint: Paint) -> Iterator[str]:
    for finding in findings:
        place = paint(f"{finding.path}:{finding.line}:{finding.column}:", "path")
        severity = paint(f"{finding.severity} {finding.rule}", finding.severity)
        yield f"{place} {severity} {finding.message}"
        yield paint(f"    {' '.join(finding.fix.split())}", "fix")
    if findings:
        yield ""
    yield summary(findings, pages, paint)


def summary(findings: Sequence[Finding], pages: int, paint: Paint = plain) -> str:
    """One line: how many of each, in how many files, and what to do next."""
    counts = count(findings)
    parts = [
        paint(f"{n} {severity}{'' if n == 1 else 's'}", severity)
        for severity in Severity
        if (n := counts[severity])
    ]
    files = files_with(findings)
    looked = f"{pages} page{'' if pages == 1 else 's'} looked at. " if pages else ""
    if not parts:
        return f"{looked}Nothing to mend."
    where = f"in {files} file{'' if files == 1 else 's'}"
    return f"{looked}{', '.join(parts)} {where}. {_next_step(findings)}"


def _next_step(findings: Sequence[Finding]) -> str:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        if any(finding.rule == "item-id" for finding in errors):
            return "Begin with `playbook check --fix`: it writes the missing ids."
        return f"Begin with {errors[0].path}:{errors[0].line}."
    if any(finding.severity is Severity.WARNING for finding in findings):
        return "Nothing stops the build."
    return "Nothing to mend."
