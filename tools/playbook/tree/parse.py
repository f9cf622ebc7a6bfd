"""A tree file → `Tree`.

A level-2 heading with an id is a question, the list under it holds the answers, paragraphs
between are help.  What is malformed is left out here and reported by `proofs.writing`.
"""

from __future__ import annotations

from playbook.model import Item, Library, Link, Page, PageRef, Section
from playbook.tree.graph import Answer, Question, Tree
from playbook.tree.phrases import Phrases, phrases_of
from playbook.tree.targets import make_answer, outcomes_of


def parse_tree(page: Page, library: Library) -> Tree:
    """The tree that stands in a file of `trees/`."""
    phrases = phrases_of(page.ref.lang)
    sections = question_sections(page)
    start = sections[0].id or "" if sections else ""
    questions = tuple(_question(section, page.ref, start, phrases) for section in sections)
    own = f"playbooks/{page.ref.id}"
    return Tree(
        id=page.ref.id,
        lang=page.ref.lang,
        title=page.title,
        summary=page.summary,
        path=page.path,
        source=page.ref,
        derived=False,
        questions=questions,
        outcomes=outcomes_of(questions, library, page.ref.lang, own),
    )


def question_sections(page: Page) -> tuple[Section, ...]:
    """Sections with an id, each id once: the first wins."""
    found: dict[str, Section] = {}
    for section in page.sections:
        if section.id:
            found.setdefault(section.id, section)
    return tuple(found.values())


def answer_link(item: Item) -> Link | None:
    """The link of an answer: its first."""
    return item.links[0] if item.links else None


def _question(section: Section, ref: PageRef, start: str, phrases: Phrases) -> Question:
    answers: list[Answer] = []
    help_: list[str] = []
    for item in section.items:
        link = answer_link(item)
        if item.kind == "paragraph":
            help_.append(item.markdown)
        elif link is not None:
            answers.append(
                make_answer(
                    item.text,
                    link.target,
                    ref,
                    ref,
                    link.place,
                    start=start,
                    sign=item.id or "",
                    unsure=phrases.is_unsure(item.text),
                )
            )
    text = "\n\n".join(help_)
    return Question(section.id or "", section.heading, text, tuple(answers), section.place)
