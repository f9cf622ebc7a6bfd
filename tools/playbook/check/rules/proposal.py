"""Statements that the normaliser proposed and nobody has edited yet."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for item in page.items():
            if item.proposed:
                fix = "Edit it and delete `.proposed`, then run `playbook fmt`; or delete the item."
                message = "a proposal that waits for an editor"
                yield Fault(page.path, item.place, message, fix, item.text)


RULE = Rule("proposal", Severity.WARNING, "Proposals are taken on or deleted.", look)
