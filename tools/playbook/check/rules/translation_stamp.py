"""Stamps for sections that the reference does not have."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import REQUIRED_SECTIONS, Place
from playbook.translate import stamp_of


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        stamp = stamp_of(page)
        place = page.front_places.get("translation", Place(1))
        if page.ref.lang == survey.library.reference:
            if stamp.sections:
                message = "the reference carries a translation stamp"
                fix = "Delete `translation` from its front matter."
                yield Fault(page.path, place, message, fix)
            continue
        if stamp.of and stamp.of != survey.library.reference:
            message = f"the stamp is of {stamp.of}, the reference is {survey.library.reference}"
            fix = "Mark the sections anew: playbook translate mark."
            yield Fault(page.path, place, message, fix, stamp.of)
        known = survey.states(page)
        for id in stamp.sections:
            if known and id not in known and id not in REQUIRED_SECTIONS:
                message = f"the stamp names section `{id}`, which the reference does not have"
                yield Fault(page.path, place, message, f"Delete the line of `{id}`.", id)


RULE = Rule("translation-stamp", Severity.WARNING, "Stamps name sections of the reference.", look)
