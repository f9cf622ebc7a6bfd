"""Links that would run a program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place

_UNSAFE = re.compile(
    r"(?:\]\(\s*<?\s*|^\s*\[[^\]]+\]:\s*<?|<|(?:href|src)\s*=\s*[\"']?\s*)"
    r"(?P<scheme>(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data|file|blob)\s*(?::|&colon;|&#0*58;))",
    re.IGNORECASE,
)


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for number, line in enumerate(page.source.split("\n"), start=1):
            # Most lines hold no link: looking for a colon first is quicker.
            if ":" not in line and "&" not in line:
                continue
            for match in _UNSAFE.finditer(line):
                place = Place(number, match.start("scheme") + 1)
                fix = "Link to a page or a web address."
                message = "a link that may run a program"
                yield Fault(page.path, place, message, fix, match["scheme"])


RULE = Rule("link-unsafe", Severity.ERROR, "No link runs a program.", look)
