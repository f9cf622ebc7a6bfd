"""Letters of another script inside a word: they look right, and no search finds the word."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.check.words import (
    script_of_language,
    whole_look_alikes,
    words_of_two_scripts,
)


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        script = script_of_language(page.ref.lang)
        for prose in survey.prose(page):
            for word in words_of_two_scripts(prose.text):
                if word.joined:
                    continue
                code = f"U+{ord(word.odd):04X}"
                message = f"`{word.odd}` ({code}, {word.odd_name}) inside a {word.name} word"
                fix = f"Type the word anew in {word.name} letters."
                yield Fault(page.path, prose.place(word.offset), message, fix, word.text)
            for text, offset, name in whole_look_alikes(prose.text, script):
                message = f"`{text}` is written in {name} letters that look like Latin ones"
                yield Fault(page.path, prose.place(offset), message, "Type it anew.", text)


RULE = Rule("look-alike", Severity.ERROR, "A word is written in one script.", look)
