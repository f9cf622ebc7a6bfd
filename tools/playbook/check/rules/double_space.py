"""Two spaces inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

_DOUBLE = re.compile(r"(?<=[^\s>|#.)-])[ ]{2,}(?=[^\s|{])")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        lines = page.source.split("\n")
        for prose in survey.prose(page):
            line = lines[prose.line - 1]
            if "  " not in line or "|" in line:
                continue
            match = _DOUBLE.search(line)
            if match and not prose.text[match.start() :].isspace():
                place = prose.place(match.start())
                yield Fault(page.path, place, "two spaces in a row", "Delete one.")


RULE = Rule("double-space", Severity.WARNING, "One space between words.", look)
