"""Findings for people: where, what, and below it what to do; then a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from playbook.check.counts import count, files_with
from playbook.check.finding import Finding, Severity

_OFTEN_FOLLOWS = frozenset(
    {"link-target", "link-anchor", "item-parity", "tree-dangling", "tree-unreached"}
)
"""Rules that compare pages: what they find is often gone when the page they name is mended."""

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
        first = next((e for e in errors if e.rule not in _OFTEN_FOLLOWS), errors[0])
        return f"Begin with {first.path}:{first.line}."
    if any(finding.severity is Severity.WARNING for finding in findings):
        return "Nothing stops the build."
    return "Nothing to mend."
