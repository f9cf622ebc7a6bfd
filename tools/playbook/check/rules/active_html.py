"""HTML that runs something or loads something from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

ACTIVE = re.compile(
    r"<\s*(?:script|iframe|object|embed|form|input|style|link|meta|base|svg)\b|<[^<>]*\son[a-z]+\s*=",
    re.IGNORECASE,
)


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        lines = page.source.split("\n")
        for prose in survey.prose(page):
            line = lines[prose.line - 1]
            match = ACTIVE.search(line) if "<" in line else None
            if match and "`" not in line[: match.start()]:
                message = "HTML that runs or loads something"
                fix = "Delete it: nothing on the site comes from elsewhere."
                place = prose.place(match.start())
                yield Fault(page.path, place, message, fix, match.group())


RULE = Rule("active-html", Severity.ERROR, "Pages run and load nothing.", look)
