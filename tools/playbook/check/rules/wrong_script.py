"""Pages that are not in the script of their language: a text left untranslated."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.rules.unfinished import NOTE
from playbook.check.survey import Survey
from playbook.check.words import script_of_language, script_share
from playbook.translate import is_translated

LEAST_LETTERS = 20
"""Shorter texts may be a name or an abbreviation."""


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        script = script_of_language(page.ref.lang)
        if not script or not is_translated(page.ref):
            continue
        copied = {item.text for item in survey.copied(page)}
        for item in page.items():
            if item.text in copied or NOTE.search(item.text):
                continue
            letters, share = script_share(item.text, script)
            if letters >= LEAST_LETTERS and share < 0.5:
                message = f"not in the script of {page.ref.lang}"
                fix = "Translate it."
                yield Fault(page.path, item.place, message, fix, item.text)


RULE = Rule("wrong-script", Severity.WARNING, "Text is in the script of its language.", look)
