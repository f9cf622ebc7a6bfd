"""White space before a comma, a full stop or another mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

_SPACE = re.compile(r"(?<=[\w”“’)%]) +([,.;:!?।])(?=[\s*_”“’)]|$)")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        allowed = survey.style(page).spaces_before
        lines = page.source.split("\n")
        for prose in survey.prose(page):
            for match in _SPACE.finditer(prose.text):
                mark = match[1]
                # Blanked markup is no space: look at the line itself.
                written = lines[prose.line - 1][match.start() : match.end()]
                if mark not in allowed and written == match.group():
                    message = f"a space before `{mark}`"
                    place = prose.place(match.start())
                    yield Fault(page.path, place, message, "Delete the space.", written)


RULE = Rule("space-before", Severity.WARNING, "No space before a mark.", look)
