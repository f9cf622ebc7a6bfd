"""Markdown files that are no page, for the place or the name they have."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.load import markdown_files
from playbook.model import Place, ref_of_path


def look(survey: Survey) -> Iterator[Fault]:
    for path in markdown_files(survey.library.root):
        if ref_of_path(path) is None:
            fix = "Put it into playbooks/, guides/ or trees/, named a-z, 0-9 and hyphens."
            yield Fault(survey.path(path), Place(1), "no page is read from this file", fix)


RULE = Rule("stray-file", Severity.WARNING, "Every Markdown file is a page.", look)
