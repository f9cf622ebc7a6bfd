"""Items of a translation that say the same, letter by letter, as the reference."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.check.words import script_of_language, script_share

LEAST_WORDS = 4
"""Shorter items may be names that are the same everywhere."""


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        reference = survey.reference_of(page)
        if reference is None:
            continue
        theirs = {item.text for item in reference.items() if len(item.text.split()) >= LEAST_WORDS}
        script = script_of_language(page.ref.lang)
        for item in page.items():
            # An item in the wrong script is reported as such.
            own = not script or script_share(item.text, script)[1] >= 0.5
            if own and item.text in theirs:
                message = f"the same text as in {reference.ref.lang}"
                yield Fault(page.path, item.place, message, "Translate it.", item.text)


RULE = Rule("untranslated", Severity.WARNING, "Translations are translated.", look)
