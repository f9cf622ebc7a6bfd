"""Text that went through the wrong encoding on its way here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place

# UTF-8 read as Windows-1252: the lead byte of a pair, then a continuation byte.
_SIGNS = re.compile(
    "\ufffd|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ“”˜¦]|á[ƒ‚][\u0080-\u00bf]|à¤|à¥"
)


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        if not _SIGNS.search(page.source):
            continue
        for number, line in enumerate(page.source.split("\n"), start=1):
            match = _SIGNS.search(line)
            if match:
                place = Place(number, match.start() + 1)
                fix = "Copy the text again from a source that shows it right."
                message = "letters spoilt by a wrong encoding"
                yield Fault(page.path, place, message, fix, line[match.start() : match.end() + 10])


RULE = Rule("mojibake", Severity.ERROR, "Letters are what they were.", look)
