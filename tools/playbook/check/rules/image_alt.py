"""Images that say nothing to those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for link in page.links:
            if link.image and not link.text.strip():
                fix = "Say in the brackets what it shows: ![A calendar, two weeks crossed out](…)."
                message = "the image has no words for those who cannot see it"
                yield Fault(page.path, link.place, message, fix, link.target)


RULE = Rule("image-alt", Severity.WARNING, "Images have a text alternative.", look)
