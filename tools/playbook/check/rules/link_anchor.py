"""Links to a part of a page that the page does not have."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.rules.link_target import ELSEWHERE, links_to_check
from playbook.check.survey import Survey
from playbook.model import Page, PageRef, resolve


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for link in links_to_check(page):
            target = unquote(link.target)
            if ELSEWHERE.match(target) or link.image:
                continue
            ref, anchor = resolve(page.ref, target)
            there = _page(survey, ref) if ref else None
            if not anchor or there is None or survey.front_broken(there):
                # Whether the part is there shows when the page can be read.
                continue
            if anchor in survey.anchors(there):
                continue
            near = survey.nearest(anchor, sorted(survey.anchors(there)))
            fix = f"Did you mean `#{near}`?" if near else "Write the id of a heading or item."
            message = f"{there.ref.path} has nothing with the id `{anchor}`"
            yield Fault(page.path, link.place, message, fix, link.target)


def _page(survey: Survey, ref: PageRef) -> Page | None:
    pages = survey.library.pages
    return pages.get(ref) or pages.get(ref.into(survey.library.reference))


RULE = Rule("link-anchor", Severity.ERROR, "Links lead to parts of pages that exist.", look)
