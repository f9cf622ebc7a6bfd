"""Attribute blocks that do not stand where they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.attributes import split_attributes
from playbook.model import Place

_BLOCK = re.compile(r"\{\s*(?:#[\w-]+|(?:cite|wait|message)\s*=)[^{}]*\}?")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for item in page.items():
            match = _BLOCK.search(split_attributes(item.markdown)[0])
            if match:
                line = item.place.line + item.markdown.count("\n", 0, match.start())
                column = page.source.split("\n")[line - 1].find(match.group().split("\n")[0]) + 1
                place = Place(line, max(1, column))
                fix = "Move it to the end of the item's first paragraph."
                if re.match(r"\s*[-*+](?=\S)", item.markdown):
                    fix = "Put a space after the - that begins each line of the list."
                message = "the attribute block does not stand at the end"
                yield Fault(page.path, place, message, fix, match.group())


RULE = Rule("attributes-place", Severity.ERROR, "Attribute blocks stand at the end.", look)
