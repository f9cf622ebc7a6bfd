"""Glossary entries that cannot be read as such."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.glossary import AVOID
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Kind


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        if page.ref.kind is not Kind.PAGE or page.ref.id != "glossary":
            continue
        for section in page.sections:
            for item in section.items:
                if AVOID in item.classes and ":" not in item.text:
                    fix = f"Write `Avoid: one word, another {{.{AVOID}}}`."
                    message = "no colon before the words to avoid"
                    yield Fault(page.path, item.place, message, fix, item.text)


RULE = Rule("glossary-form", Severity.WARNING, "Glossary entries can be read.", look)
