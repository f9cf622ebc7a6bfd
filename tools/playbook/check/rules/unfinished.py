"""Notes to oneself that were left in a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

NOTE = re.compile(r"\b(?:TODO|FIXME|TBD|WRITE HERE)\b|\blorem ipsum\b")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for prose in survey.prose(page):
            match = NOTE.search(prose.text)
            if match:
                fix = "Write what belongs here, or delete the line."
                place = prose.place(match.start())
                yield Fault(page.path, place, "this is not written yet", fix, prose.text.strip())


RULE = Rule("unfinished", Severity.WARNING, "Pages hold no notes to their author.", look)
