"""Links to pages and files that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Kind, Link, Page, PageRef, resolve

ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
"""Targets with a scheme or a host: another site, a mail address."""


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for link in links_to_check(page):
            wrong = _wrong(survey, page, link)
            if wrong:
                yield Fault(page.path, link.place, wrong[0], wrong[1], link.target)


def links_to_check(page: Page) -> Iterator[Link]:
    """Links of a page; the answers of a tree are left to the rules about trees."""
    answers = {
        link.place
        for section in page.sections
        if page.ref.kind is Kind.TREE
        for item in section.list_items
        for link in item.links
    }
    return (link for link in page.links if link.place not in answers)


def _wrong(survey: Survey, page: Page, link: Link) -> tuple[str, str] | None:
    target = unquote(link.target)
    if not target:
        return "the link leads nowhere", "Write the page in the parentheses, or delete the link."
    if ELSEWHERE.match(target) or target.startswith("#"):
        return None
    if target.startswith("/"):
        fix = f"Write the way from {page.ref.path}, as in ../guides/leaving.md."
        return "the link begins at the root, where no page is when the site is unzipped", fix
    ref, _ = resolve(page.ref, target)
    if ref is not None:
        return None if _is_there(survey, ref) else _no_page(survey, ref)
    return None if _is_file(survey, page, target) else _no_file(target)


def _is_there(survey: Survey, ref: PageRef) -> bool:
    library = survey.library
    shown = (ref, ref.into(library.reference))
    if any(r in library.pages or survey.path(r.path) in survey.unreadable for r in shown):
        return True
    if ref.kind is Kind.PAGE:
        # The home page of a language is made by the site where nobody wrote one.
        return ref.id == "index" and ref.lang in library.languages
    return ref.kind is Kind.TREE and any(t.ref == ref for t in survey.trees)


def _no_page(survey: Survey, ref: PageRef) -> tuple[str, str]:
    archetype = survey.archetypes.get(ref.id) if ref.kind is Kind.PLAYBOOK else None
    if archetype is not None and archetype.planned:
        return f"the playbook `{ref.id}` is planned, not written", "Leave the link out until it is."
    near = survey.nearest(ref.id, survey.ids(ref.kind))
    fix = f"Did you mean `{near}.md`?" if near else "Write the name of a page that is there."
    return f"there is no page {ref.path}", fix


def _is_file(survey: Survey, page: Page, target: str) -> bool:
    root = survey.library.root.resolve()
    file = (root / page.ref.path).parent / re.split(r"[?#]", target, maxsplit=1)[0]
    return file.is_file() and file.resolve().is_relative_to(root) and file.suffix != ".md"


def _no_file(target: str) -> tuple[str, str]:
    if target.split("#")[0].endswith(".html"):
        fix = "Link to the page's .md file: the site turns it into .html."
        return "there is no such file", fix
    fix = "Mend the path, or delete the link."
    return "there is no such page or file in the knowledge base", fix


RULE = Rule("link-target", Severity.ERROR, "Links lead to pages that exist.", look)
