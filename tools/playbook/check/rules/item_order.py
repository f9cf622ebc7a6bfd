"""Steps that a translation tells in another order."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        reference = survey.reference_of(page)
        here = page.section("strategy")
        there = reference.section("strategy") if reference else None
        if here is None or there is None:
            continue
        order = {item.id: number for number, item in enumerate(there.list_items) if item.id}
        last = -1
        for item in here.list_items:
            number = order.get(item.id or "", last)
            if number < last:
                message = f"the step `{item.id}` stands earlier in the reference"
                fix = "Put the steps in the order of the reference."
                yield Fault(page.path, item.place, message, fix)
            last = max(last, number)


RULE = Rule("item-order", Severity.WARNING, "Steps stand in the same order in all languages.", look)
