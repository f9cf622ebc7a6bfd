"""Ids that stand twice in a page."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Page, Place


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        first: dict[str, Place] = {}
        for id, place in _ids(page):
            if id in first:
                message = f"the id `{id}` stands in line {first[id].line} already"
                yield Fault(page.path, place, message, "Give one of the two another id.", id)
            else:
                first[id] = place


def _ids(page: Page) -> list[tuple[str, Place]]:
    found: list[tuple[str, Place]] = []
    for section in page.sections:
        if section.id:
            found.append((section.id, section.place))
        found += section.anchors
        found += [(i.id, i.attributes_place or i.place) for i in section.items if i.id]
    return sorted(found, key=lambda pair: pair[1].line)


RULE = Rule("id-unique", Severity.ERROR, "An id stands once in a page.", look)
