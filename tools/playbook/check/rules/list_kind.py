"""Lists of the wrong kind: steps are numbered, signs and criteria are not."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

_KINDS = {
    "signs": ("bullet", "Begin each sign with `- `: they have no order."),
    "strategy": ("number", "Begin each step with `1. `, `2. `: they are done in this order."),
    "exit-criteria": ("bullet", "Begin each criterion with `- `: they have no order."),
}


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        for section in page.sections:
            kind, fix = _KINDS.get(section.id or "", ("", ""))
            wrong = next((i for i in section.list_items if kind and i.kind != kind), None)
            if wrong is not None:
                message = f"`{section.id}` is written as a list of the other kind"
                yield Fault(page.path, wrong.place, message, fix)


RULE = Rule("list-kind", Severity.WARNING, "Steps are numbered, signs and criteria are not.", look)
