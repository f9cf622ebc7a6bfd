"""Required sections out of their order."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import REQUIRED_SECTIONS


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        last = -1
        for section in page.sections:
            if section.id not in REQUIRED_SECTIONS:
                continue
            rank = REQUIRED_SECTIONS.index(section.id)
            if rank < last:
                message = f"`{section.id}` stands after `{REQUIRED_SECTIONS[last]}`"
                fix = f"Keep the order {', '.join(REQUIRED_SECTIONS)}."
                yield Fault(page.path, section.place, message, fix)
            last = max(rank, last)


RULE = Rule("section-order", Severity.WARNING, "Sections stand in their order.", look)
