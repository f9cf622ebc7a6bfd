"""What a site shows of a tree: the whole key, question by question, and its map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playbook.tree.draw import Href, draw_map, relative_href
from playbook.tree.graph import Answer, Leads, Question, Tree
from playbook.tree.phrases import UNSURE_LETTER, Phrases, phrases_of


@dataclass(frozen=True, slots=True)
class KeyAnswer:
    letter: str
    """In the language of the tree; a question mark for those who are not sure."""
    text: str
    href: str
    following: str
    """Id of the question it leads to in this tree, "" when it leads out."""
    number: int
    """Number of that question, 0 when it leads out."""
    where: str
    """Name of what it leads to, "" for a question of this tree."""
    unsure: bool


@dataclass(frozen=True, slots=True)
class KeyQuestion:
    id: str
    number: int
    text: str
    help: str
    """HTML."""
    answers: tuple[KeyAnswer, ...]


@dataclass(frozen=True, slots=True)
class TreePage:
    id: str
    lang: str
    """Language of the words: the reference's, where there is no translation."""
    title: str
    summary: str
    questions: tuple[KeyQuestion, ...]
    map: str
    """SVG."""


def tree_page(
    tree: Tree,
    *,
    prose: Callable[[str], str],
    map_title: str,
    map_description: str,
    href: Href = relative_href,
) -> TreePage:
    """Everything the page of a tree shows.

    `prose` turns Markdown (links relative to `tree.source`) into HTML, `href` a group and an
    anchor into an address; the words for the map are the interface's.
    """
    return TreePage(
        id=tree.id,
        lang=tree.lang,
        title=tree.title,
        summary=tree.summary,
        questions=tuple(
            _question(number, question, tree, prose, href)
            for number, question in enumerate(tree.questions, 1)
        ),
        map=draw_map(tree, title=map_title, description=map_description, href=href),
    )


def key_answers(
    tree: Tree, question: Question, href: Href = relative_href
) -> tuple[KeyAnswer, ...]:
    """The answers of one question of a tree, lettered."""
    phrases = phrases_of(tree.lang)
    return tuple(
        _answer(position, answer, tree, phrases, href)
        for position, answer in enumerate(question.answers)
    )


def _question(
    number: int, question: Question, tree: Tree, prose: Callable[[str], str], href: Href
) -> KeyQuestion:
    return KeyQuestion(
        question.id,
        number,
        question.text,
        prose(question.help) if question.help else "",
        key_answers(tree, question, href),
    )


def _answer(position: int, answer: Answer, tree: Tree, phrases: Phrases, href: Href) -> KeyAnswer:
    onward = answer.leads is Leads.QUESTION
    outcome = None if onward else tree.outcome(answer.to)
    address = answer.written
    if onward or answer.group:
        address = href(answer.group, answer.to if onward else answer.anchor)
    return KeyAnswer(
        letter=UNSURE_LETTER if answer.unsure else phrases.letter(position),
        text=answer.text,
        href=address,
        following=answer.to if onward else "",
        number=tree.number(answer.to) if onward else 0,
        where=outcome.text if outcome else "",
        unsure=answer.unsure,
    )
