"""Characters that nobody sees and that make words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place

# Joiners shape letters in Indic and Arabic scripts and join emoji; elsewhere they do nothing.
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]"
    "|(?<![\u0600-\u08ff\u0900-\u0dff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        if not _INVISIBLE.search(page.source):
            continue
        for number, line in enumerate(page.source.split("\n"), start=1):
            for match in _INVISIBLE.finditer(line):
                code = f"U+{ord(match.group()):04X}"
                place = Place(number, match.start() + 1)
                fix = "Delete it: retype the word around it."
                yield Fault(page.path, place, f"an invisible character, {code}", fix, code)


RULE = Rule("invisible", Severity.WARNING, "No invisible characters.", look)
