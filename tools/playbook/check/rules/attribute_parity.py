"""Waiting times and messages that differ between languages."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        reference = survey.reference_of(page)
        if reference is None:
            continue
        told = {(fault.path, fault.line) for fault in survey.tree_faults}
        theirs = {item.id: item for item in reference.items() if item.id}
        for item in page.items():
            other = theirs.get(item.id) if item.id else None
            if other is None:
                continue
            for name, here, there in (
                ("wait", item.wait, other.wait),
                ("message", item.message, other.message),
            ):
                if here != there and (page.path, item.place.line) not in told:
                    place = item.attributes_place or item.place
                    message = (
                        f"`{name}` is {here or 'absent'}, in the reference {there or 'absent'}"
                    )
                    fix = "Make them the same: the number holds for every language."
                    yield Fault(page.path, place, message, fix)


RULE = Rule(
    "attribute-parity", Severity.WARNING, "Waits and messages are the same in all languages.", look
)
