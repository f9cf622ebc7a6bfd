"""Steps that use a message the playbook does not have."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        known = {m.id for section in page.sections for m in section.messages}
        for item in page.items():
            if item.message is not None and item.message not in known:
                place = item.attributes_place or item.place
                message = f"the playbook has no message `{item.message}`"
                fix = "Write the id of a heading under Messages, or add the message."
                yield Fault(page.path, place, message, fix, item.message)


RULE = Rule("message-unknown", Severity.ERROR, "Messages that steps use exist.", look)
