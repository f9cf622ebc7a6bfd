"""A foreign word and a native ending in one: legible, but it should have a hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.check.words import words_of_two_scripts


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for prose in survey.prose(page):
            for word in words_of_two_scripts(prose.text):
                if word.joined:
                    message = f"{word.odd_name} and {word.name} letters in one word"
                    fix = "Put a hyphen between the foreign word and its ending."
                    yield Fault(page.path, prose.place(word.offset), message, fix, word.text)


RULE = Rule("mixed-scripts", Severity.WARNING, "A hyphen parts words of two scripts.", look)
