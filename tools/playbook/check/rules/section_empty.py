"""Sections with a heading and nothing to read below it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import REQUIRED_SECTIONS


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        for section in page.sections:
            if section.id in REQUIRED_SECTIONS and not section.list_items:
                message = f"the section `{section.id}` has no items"
                fix = "Write a list below its heading, one line an item."
                yield Fault(page.path, section.place, message, fix)


RULE = Rule("section-empty", Severity.ERROR, "A required section has items.", look)
