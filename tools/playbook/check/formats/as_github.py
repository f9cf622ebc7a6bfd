"""Findings as workflow commands, which GitHub shows as annotations on the changed lines.

Form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from playbook.check.finding import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write_github(findings: Sequence[Finding]) -> str:
    """A line a finding: `::error file=…,line=…,col=…,title=…::message`."""
    return "".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.rule,
    }
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = _data(f"{finding.message}. {finding.fix}")
    return f"::{_COMMANDS[finding.severity]} {written}::{message}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
