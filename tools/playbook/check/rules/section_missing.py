"""Playbooks without one of the three sections that make them one."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import REQUIRED_SECTIONS, Page, Place


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        if survey.front_broken(page) and not page.sections:
            # Front matter that is not closed swallows the page.
            continue
        for id in REQUIRED_SECTIONS:
            if page.section(id) is None:
                fix = f"Add a heading `## … {{#{id}}}` and a list below it."
                yield Fault(page.path, _gap(page, id), f"the section `{id}` is missing", fix)


def _gap(page: Page, id: str) -> Place:
    """Where the section would stand: before the next required one, else at the end."""
    for later in REQUIRED_SECTIONS[REQUIRED_SECTIONS.index(id) + 1 :]:
        section = page.section(later)
        if section is not None:
            return section.place
    return Place(max(1, len(page.source.rstrip("\n").split("\n"))))


RULE = Rule(
    "section-missing", Severity.ERROR, "A playbook has signs, strategy and exit criteria.", look
)
