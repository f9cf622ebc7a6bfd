"""Steps with a waiting time that the reader of the file does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

_EMPHASIS_AT_END = re.compile(r"(?<![*_])[*_](?![*_])[^*_]+[*_]\s*$")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        section = page.section("strategy")
        for item in section.list_items if section else ():
            if item.wait is not None and not _EMPHASIS_AT_END.search(item.markdown):
                message = f'wait="{item.wait}" does not stand in words'
                fix = "End the step with a sentence like *Wait two working days.*"
                yield Fault(page.path, item.place, message, fix)


RULE = Rule("wait-words", Severity.WARNING, "A waiting time stands in words too.", look)
