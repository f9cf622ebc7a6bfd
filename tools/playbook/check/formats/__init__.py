"""Findings written down: for people, for programs, for code scanning, for GitHub's log."""

from playbook.check.formats.as_github import write_github
from playbook.check.formats.as_json import write_json
from playbook.check.formats.as_sarif import write_sarif
from playbook.check.formats.as_text import write_text

__all__ = ["write_github", "write_json", "write_sarif", "write_text"]
