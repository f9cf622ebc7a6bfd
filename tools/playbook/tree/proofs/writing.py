"""How a tree file is written: headings, ids, and lists of links."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model import Item, Page, Place, Section
from playbook.tree.faults import TreeFault
from playbook.tree.phrases import phrases_of

FEWEST, MOST = 2, 5
"""Answers a question may have: fewer is no question, more cannot be compared at a glance."""

_QUESTION_MARKS = ("?", "？", "؟", ";")


def prove_writing(page: Page) -> Iterator[TreeFault]:
    """Faults one can see in a file without following a link."""
    if not page.sections:
        example = "Write one: ## What comes back? {#what-comes-back}, and a list of links under it."
        yield _fault(page, "tree-empty", page.intro_place, "this tree has no questions", example)
    seen: dict[str, Place] = {}
    for section in page.sections:
        yield from _heading(page, section, seen)
        yield from _answers(page, section)


def _heading(page: Page, section: Section, seen: dict[str, Place]) -> Iterator[TreeFault]:
    heading, place = section.heading, section.place
    if not section.id:
        fix = f"Give it one at the end of the line: ## {heading} {{#short-id}}."
        message = "this question has no id"
        yield _fault(page, "tree-question-id", place, message, fix, heading)
    elif section.id in seen:
        fix = "Give one of them another id, and lead the answers to the right one."
        message = f"the id #{section.id} is taken by the question in line {seen[section.id].line}"
        yield _fault(page, "tree-duplicate-id", place, message, fix, heading)
    else:
        seen[section.id] = place
    if heading and not heading.rstrip("”»\"' ").endswith(_QUESTION_MARKS):
        fix = "Word it so that one of the answers below is what people would say."
        message = "this heading is not a question"
        yield _fault(page, "tree-question-mark", place, message, fix, heading)
    for anchor, below in section.anchors:
        fix = f"Begin the line with two number signs: ## … {{#{anchor}}}."
        message = "questions are level-2 headings, this one is deeper"
        yield _fault(page, "tree-heading-level", below, message, fix, f"#{anchor}")


def _answers(page: Page, section: Section) -> Iterator[TreeFault]:
    items = section.list_items
    for item in items:
        yield from _answer(page, section, item)
    answers = [item for item in items if len(item.links) == 1]
    if not items:
        example = "Add a list: - [Only the invoice](../playbooks/non-paying.md#strategy)."
        if any(item.links for item in section.items):
            example = "Answers are list items: begin the line of each link with a hyphen."
        message = "this question has no answers"
        yield _fault(page, "tree-dead-end", section.place, message, example, section.heading)
    elif not FEWEST <= len(items) <= MOST:
        message = f"this question has {len(items)} answer{'s' if len(items) > 1 else ''}"
        fix = f"Give it {FEWEST} to {MOST}; split a long list into two questions."
        yield _fault(page, "tree-answer-count", section.place, message, fix, section.heading)
    elif len(answers) == len(items) and len({item.links[0].target for item in answers}) == 1:
        fix = "Lead there at once, or say what differs for those who answer otherwise."
        message = "all answers lead to the same place"
        yield _fault(page, "tree-no-choice", section.place, message, fix, section.heading)
    yield from _words(page, items)


def _answer(page: Page, section: Section, item: Item) -> Iterator[TreeFault]:
    links = item.links
    if len(links) != 1 or not item.text:
        message = "this answer has no link"
        if len(links) > 1:
            message = f"this answer has {len(links)} links"
        elif links:
            message = "this answer has no words"
        fix = "Write it as one link: - [Only the invoice](../playbooks/non-paying.md#strategy)."
        found = item.markdown or "-"
        yield _fault(page, "tree-answer-link", item.place, message, fix, found)
    elif section.id and links[0].target in (f"#{section.id}", f"{page.ref.id}.md#{section.id}"):
        fix = "Lead to another question, or to a section of a playbook or guide."
        message = "this answer leads back to its own question"
        yield _fault(page, "tree-self", links[0].place, message, fix, item.markdown)


def _words(page: Page, items: tuple[Item, ...]) -> Iterator[TreeFault]:
    phrases = phrases_of(page.ref.lang)
    seen: dict[str, int] = {}
    for position, item in enumerate(items):
        words = " ".join(item.text.casefold().split())
        if words and words in seen:
            message = f"this answer has the same words as the one in line {seen[words]}"
            fix = "Say what is different for those who pick this one."
            yield _fault(page, "tree-same-words", item.place, message, fix, item.text)
        seen.setdefault(words, item.place.line)
        if phrases.is_unsure(item.text) and position + 1 < len(items):
            message = "this answer comes before others"
            fix = "Move it to the end of the list."
            yield _fault(page, "tree-unsure-last", item.place, message, fix, item.text)


def _fault(
    page: Page, code: str, place: Place, message: str, fix: str, found: str = ""
) -> TreeFault:
    return TreeFault(code, page.path, place.line, place.column, message, fix, found)
