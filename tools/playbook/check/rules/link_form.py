"""Links that are written so that they are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

_BROKEN = re.compile(r"\]\((?=[^)]*$)|\] \((?=[^)]*\.(?:md|html)|https?:)|\]\(\s+\S")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for prose in survey.prose(page):
            match = _BROKEN.search(prose.text)
            if match:
                fix = "Write [words](page.md): no space between the brackets, both of them closed."
                place = prose.place(match.start())
                yield Fault(page.path, place, "this reads like a link and is none", fix)


RULE = Rule("link-form", Severity.WARNING, "Links are written so that they work.", look)
