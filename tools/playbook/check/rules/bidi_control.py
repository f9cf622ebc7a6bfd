"""Characters that make a line read otherwise than it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place

_CONTROL = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        if not _CONTROL.search(page.source):
            continue
        for number, line in enumerate(page.source.split("\n"), start=1):
            for match in _CONTROL.finditer(line):
                code = f"U+{ord(match.group()):04X}"
                place = Place(number, match.start() + 1)
                fix = "Delete it; an editor that shows control characters helps."
                yield Fault(page.path, place, f"a control character, {code}", fix, code)


RULE = Rule("bidi-control", Severity.ERROR, "No control characters.", look)
