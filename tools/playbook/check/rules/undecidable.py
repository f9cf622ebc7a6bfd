"""Exit criteria that two people would answer differently."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.text import fold, tokenise


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        vague = {fold(word) for word in survey.style(page).undecidable}
        section = page.section("exit-criteria")
        for item in section.list_items if section and vague else ():
            for token in tokenise(fold(item.text)):
                if token.text in vague:
                    message = f"“{token.text}” is a matter of opinion"
                    fix = "Name a number, a date or an event, so that it is yes or no."
                    yield Fault(page.path, item.place, message, fix, item.text)


RULE = Rule("undecidable", Severity.WARNING, "Exit criteria are yes or no.", look)
