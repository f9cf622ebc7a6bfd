"""Signs and steps in sentences too long for somebody in a hurry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import REQUIRED_SECTIONS

_END = re.compile(r"(?<=[.!?।…:;])[”“\"’)]*\s+")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        most = survey.style(page).sentence_words
        if not most:
            continue
        for section in page.sections:
            if section.id not in REQUIRED_SECTIONS:
                continue
            for item in section.list_items:
                longest = max(len(sentence.split()) for sentence in _END.split(item.text))
                if longest > most:
                    message = f"a sentence of {longest} words"
                    fix = f"Make two of it: {most} words are enough for a sign or a step."
                    yield Fault(page.path, item.place, message, fix, item.text)


RULE = Rule("sentence-length", Severity.WARNING, "Signs and steps are short sentences.", look)
