"""Placeholders that a reader would send by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Kind, Page, Place

_OTHER_FORMS = re.compile(
    r"\[[^\]\[(){}]{1,40}\](?![(\[:])|<[^<>/!]{1,40}>|_{3,}|\.{4,}|\bX{2,}\b|\{\s*\}|\{\{|%[A-Za-z_]+%"
)
_UNCLOSED = re.compile(r"\{[^{}]*$|^[^{]*\}")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        lines = page.source.split("\n")
        for number in _message_lines(page):
            line = lines[number - 1]
            if not line.lstrip().startswith(">"):
                continue
            match = _OTHER_FORMS.search(line) or _UNCLOSED.search(line.replace(">", " ", 1))
            if match:
                place = Place(number, match.start() + 1)
                fix = "Write what the reader has to fill in as {name}, {date}, {amount}."
                message = "a placeholder that does not look like one"
                yield Fault(page.path, place, message, fix, match.group())


def _message_lines(page: Page) -> Iterator[int]:
    assert page.ref.kind is Kind.PLAYBOOK
    ends = [section.place.line for section in page.sections[1:]]
    ends.append(page.source.count("\n") + 2)
    for section, end in zip(page.sections, ends, strict=False):
        if section.id == "messages":
            yield from range(section.place.line + 1, end)


RULE = Rule("message-field", Severity.WARNING, "Placeholders are written {like this}.", look)
