"""Trees of one id have the same questions, in the same order, leading to the same places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.model import Kind, Library, Page, Place
from playbook.tree.faults import TreeFault
from playbook.tree.graph import Question, Tree

Told = frozenset[tuple[str, int]]
"""Path and line of what is reported already: one mistake is not reported in every language."""


def prove_shapes(
    trees: Sequence[Tree], library: Library, told: Told = frozenset()
) -> Iterator[TreeFault]:
    """Every language against the reference, or against the first language that has the tree."""
    models: dict[str, Tree] = {}
    for lang in library.languages:
        for tree in trees:
            if tree.lang == lang and not tree.derived and tree.questions:
                model = models.setdefault(tree.id, tree)
                if model is not tree:
                    yield from _compare(tree, model, told)
    for page in library.pages.values():
        if page.ref.kind is Kind.PLAYBOOK and page.ref.lang != library.reference:
            model_page = library.pages.get(page.ref.into(library.reference))
            if model_page is not None:
                yield from _waits(page, model_page)


def _compare(tree: Tree, model: Tree, told: Told) -> Iterator[TreeFault]:
    ids = [question.id for question in tree.questions]
    wanted = [question.id for question in model.questions]
    for question in tree.questions:
        if question.id not in wanted:
            message = f"{model.path} has no question #{question.id}"
            fix = "Take it out here, or add it there and in the other languages."
            yield _fault(tree, question.place, message, fix, question.text)
    place = tree.questions[0].place
    for question in model.questions:
        here = tree.question(question.id)
        if here is None:
            message = f"the question #{question.id} of {model.path} is missing here"
            fix = f"Translate it, {model.path}:{question.place.line}, in the same place."
            yield _fault(tree, place, message, fix, question.text)
        else:
            place = here.place
            yield from _answers(tree, here, model, question, told)
    if sorted(ids) == sorted(wanted) and ids != wanted:
        position = next(
            n for n, pair in enumerate(zip(ids, wanted, strict=True)) if len({*pair}) > 1
        )
        question = tree.questions[position]
        message = f"question {position + 1} is #{wanted[position]} in {model.path}"
        fix = "Put the questions in the same order: their numbers are the same in all languages."
        yield _fault(tree, question.place, message, fix, question.text)


def _answers(
    tree: Tree, here: Question, model: Tree, there: Question, told: Told
) -> Iterator[TreeFault]:
    if not here.answers or not there.answers:
        return  # a dead end, reported as that
    if len(here.answers) != len(there.answers):
        message = (
            f"{len(here.answers)} answers here, {len(there.answers)} in "
            f"{model.path}:{there.place.line}"
        )
        fix = "Give the question the same answers in the same order."
        yield _fault(tree, here.place, message, fix, here.text)
        return
    for mine, other in zip(here.answers, there.answers, strict=True):
        known = (tree.path, mine.place.line) in told or (model.path, other.place.line) in told
        if mine.to != other.to and not known:
            message = f"in {model.path}:{other.place.line} this answer leads to {other.to}"
            fix = f"Write ({other.written}), or change the other languages."
            yield _fault(tree, mine.place, message, fix, mine.written)


def _waits(page: Page, model: Page) -> Iterator[TreeFault]:
    section, other = page.section("strategy"), model.section("strategy")
    waits = {item.id: item.wait for item in other.list_items} if other else {}
    for item in section.list_items if section else ():
        if item.id in waits and item.wait != waits[item.id]:
            wait = waits[item.id]
            here, there = item.wait or "not at all", wait or "not at all"
            message = f"this step waits {here} here, {there} in {model.path}"
            fix = f'Write wait="{wait}".' if wait else "Take out the waiting time."
            place = item.attributes_place or item.place
            yield TreeFault(
                "tree-wait-differs",
                page.path,
                place.line,
                place.column,
                message,
                fix,
                item.text,
            )


def _fault(tree: Tree, place: Place, message: str, fix: str, found: str) -> TreeFault:
    return TreeFault("tree-shape", tree.path, place.line, place.column, message, fix, found)
