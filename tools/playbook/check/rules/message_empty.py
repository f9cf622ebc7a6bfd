"""Messages without a text to copy."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        for section in page.sections:
            for message in section.messages:
                if not message.text.strip():
                    fix = "Write the text below its heading, each line beginning with `> `."
                    yield Fault(page.path, message.place, "the message has no text to copy", fix)


RULE = Rule("message-empty", Severity.WARNING, "A message has a text to copy.", look)
