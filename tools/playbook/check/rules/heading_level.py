"""Headings of the wrong level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t])")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        last = 1
        for prose in survey.prose(page):
            match = None if prose.front else _HEADING.match(prose.text)
            if match is None:
                continue
            level = len(match[1])
            if level == 1:
                fix = "Write `##`: the page's only heading of level 1 is its title."
                yield Fault(page.path, prose.place(match.start(1)), "a second title", fix, "#")
            elif level > last + 1:
                message = f"a heading of level {level} after one of level {last}"
                fix = f"Write `{'#' * (last + 1)}`."
                yield Fault(page.path, prose.place(match.start(1)), message, fix, match[1])
            last = level


RULE = Rule("heading-level", Severity.WARNING, "Heading levels go down one by one.", look)
