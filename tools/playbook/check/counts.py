"""How many findings of each severity, in how many files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playbook.check.finding import Finding, Severity


def count(findings: Sequence[Finding]) -> Mapping[Severity, int]:
    """Severity → number of findings, zeros included."""
    return {s: sum(finding.severity is s for finding in findings) for s in Severity}


def files_with(findings: Sequence[Finding]) -> int:
    """In how many files there are findings."""
    return len({finding.path for finding in findings})
