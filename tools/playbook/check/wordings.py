"""A rule's function from patterns that a language's style lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from playbook.check.finding import Fault
from playbook.check.rule import Look
from playbook.check.style import Style, Wording
from playbook.check.survey import Survey


def wordings(patterns: Callable[[Style], Sequence[Wording]]) -> Look:
    """Look for each pattern in each line of text."""

    def look(survey: Survey) -> Iterator[Fault]:
        for page in survey.pages:
            found = patterns(survey.style(page))
            for prose in survey.prose(page) if found else ():
                for wording in found:
                    for match in wording.pattern.finditer(prose.text):
                        place = prose.place(match.start())
                        yield Fault(page.path, place, wording.message, wording.fix, match.group())

    return look
