"""Headings without words, or with nothing below them."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import REQUIRED_SECTIONS, Kind


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for section in page.sections:
            if not section.heading:
                message = "the heading has no words"
                yield Fault(page.path, section.place, message, "Write what the section is about.")
            required = page.ref.kind is Kind.PLAYBOOK and section.id in REQUIRED_SECTIONS
            if not required and page.ref.kind is not Kind.TREE and not section.markdown.strip():
                message = "nothing stands below this heading"
                yield Fault(
                    page.path, section.place, message, "Write the section, or delete its heading."
                )


RULE = Rule("section-bare", Severity.WARNING, "A heading has text below it.", look)
