"""Items that do not say where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import REQUIRED_SECTIONS


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        broken = survey.attributes_broken(page)
        for section in page.sections:
            if section.id not in REQUIRED_SECTIONS:
                continue
            for item in section.list_items:
                if item.cites or broken & {item.place.line, item.last_line}:
                    continue
                fix = 'Add cite="ka-1:10" with the article and line, or cite="editorial".'
                message = "the item does not say where it comes from"
                place = item.attributes_place or item.place
                yield Fault(page.path, place, message, fix, item.text)


RULE = Rule("cite-missing", Severity.ERROR, "Items say where they come from.", look)
