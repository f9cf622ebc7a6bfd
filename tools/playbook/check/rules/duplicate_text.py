"""Sentences that stand in two playbooks of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.rules.unfinished import NOTE
from playbook.check.survey import Survey
from playbook.model import Page, Place

LEAST_WORDS = 5
"""Shorter sentences (“Ask for it in writing.”) come up again by themselves."""
_END = re.compile(r"(?<=[.!?।…])[”“\"’)]*\s+")


def look(survey: Survey) -> Iterator[Fault]:
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for page in survey.playbooks:
        if NOTE.search(page.source):
            # A page that was only started says the same as every other such page.
            continue
        here: set[str] = set()
        for sentence, place in _sentences(page):
            key = (page.ref.lang, sentence.casefold())
            path, line = first.setdefault(key, (page.path, place.line))
            if path != page.path and sentence not in here:
                here.add(sentence)
                message = f"this sentence stands in {path}:{line} as well"
                fix = "Say here what is particular to this client, or link to the other page."
                yield Fault(page.path, place, message, fix, sentence)


def _sentences(page: Page) -> Iterator[tuple[str, Place]]:
    texts = [(page.intro_text, page.intro_place)]
    for section in page.sections:
        texts += [(item.text, item.place) for item in section.items]
        texts += [(f"{m.when}\n{m.text}", m.place) for m in section.messages]
    for text, place in texts:
        for part in text.split("\n"):
            for sentence in _END.split(part):
                if len(sentence.split()) >= LEAST_WORDS:
                    yield " ".join(sentence.split()), place


RULE = Rule("duplicate-text", Severity.WARNING, "No sentence stands in two playbooks.", look)
