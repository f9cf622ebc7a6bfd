"""Where a link written in a tree leads, and what stands there."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.model import Kind, Library, Page, PageRef, Place, resolve
from playbook.tree.graph import Answer, Leads, Outcome, Question

_OUTCOMES = (Kind.PLAYBOOK, Kind.GUIDE)


def make_answer(
    text: str,
    written: str,
    source: PageRef,
    tree: PageRef,
    place: Place,
    *,
    start: str = "",
    sign: str = "",
    unsure: bool = False,
) -> Answer:
    """An answer of `tree` whose link `written` stands on page `source`.

    A link to the tree's own page without an anchor leads to its first question, `start`.
    """
    page, anchor = resolve(source, written)
    leads, to, group = Leads.ELSEWHERE, written, ""
    if page == tree:
        leads, to = Leads.QUESTION, anchor or start
    elif page is not None and page.lang == tree.lang:
        if page.kind is Kind.TREE:
            leads, group = Leads.TREE, page.group
        elif page.kind in _OUTCOMES:
            leads, group = Leads.SECTION, page.group
        if group:
            to = f"{group}.md#{anchor}" if anchor else f"{group}.md"
    return Answer(text, to, leads, written, place, group, anchor, sign, unsure)


def page_or_fallback(library: Library, lang: str, group: str) -> Page | None:
    """The page a reader of `lang` gets: a missing translation is shown from the reference."""
    return library.page(lang, group) or library.page(library.reference, group)


def outcomes_of(
    questions: Iterable[Question], library: Library, lang: str, own: str
) -> tuple[Outcome, ...]:
    """The outcomes that answers lead to; `own` is the group of the playbook a tree is about."""
    found: dict[str, Outcome] = {}
    for question in questions:
        for answer in question.answers:
            if answer.group and answer.to not in found:
                found[answer.to] = _outcome(answer, library, lang, own)
    return tuple(found.values())


def _outcome(answer: Answer, library: Library, lang: str, own: str) -> Outcome:
    page = page_or_fallback(library, lang, answer.group)
    if page is None and answer.leads is Leads.TREE:
        # A derived tree has no file of its own: it goes by its playbook's name.
        page = page_or_fallback(library, lang, answer.group.replace("trees/", "playbooks/", 1))
        return Outcome(answer.to, page.short if page else answer.to, "", answer.group, "")
    section = page.section(answer.anchor) if page and answer.anchor else None
    heading = section.heading if section else ""
    name = page.short if page else answer.group
    is_playbook = page is not None and page.ref.kind is Kind.PLAYBOOK
    if page is not None and answer.leads is Leads.TREE:
        return Outcome(answer.to, page.title, "", answer.group, answer.anchor)
    # Inside the tree of one playbook its name says nothing, nor does a guide's title when
    # several answers lead to several parts of it.
    text = heading if heading and (answer.group == own or not is_playbook) else name
    return Outcome(answer.to, text, heading, answer.group, answer.anchor)
