"""Findings for programs: `{"findings": […], "summary": {…}}`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from playbook.check.counts import count, files_with
from playbook.check.finding import Finding, Severity


def write_json(findings: Sequence[Finding], *, pages: int = 0) -> str:
    """One JSON object; `summary` counts findings by severity, files with any, and pages."""
    counts = count(findings)
    data = {
        "findings": [
            {
                "rule": finding.rule,
                "severity": str(finding.severity),
                "path": finding.path,
                "line": finding.line,
                "column": finding.column,
                "message": finding.message,
                "fix": finding.fix,
                "found": finding.found,
            }
            for finding in findings
        ],
        "summary": {
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "notes": counts[Severity.NOTE],
            "files": files_with(findings),
            "pages": pages,
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
