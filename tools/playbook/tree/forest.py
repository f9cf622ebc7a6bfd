"""All trees of a knowledge base, and the questions that lead to a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from playbook.model import Kind, Library
from playbook.tree.derive import derive_tree
from playbook.tree.graph import Answer, Question, Tree
from playbook.tree.parse import parse_tree

Lead = tuple[Tree, Question, Answer]
"""One way to get somewhere: the tree, the question, the answer."""


def load_trees(library: Library) -> tuple[Tree, ...]:
    """Every tree of every language, in order of language (reference first) and id.

    A playbook without a tree written by hand, in its language or in the reference, gets one
    derived from it, under the archetype's id.  Checks, the site and the export ask for the trees
    of one library, which never changes: the last answer is kept.
    """
    global _latest
    if _latest is None or _latest[0] is not library:
        _latest = library, tuple(_trees(library))
    return _latest[1]


_latest: tuple[Library, tuple[Tree, ...]] | None = None


def _trees(library: Library) -> Iterator[Tree]:
    related = {entry.id: entry.related for entry in library.registry.archetypes}
    for lang in library.languages:
        written = {page.ref.id: page for page in library.of_kind(lang, Kind.TREE)}
        found = [parse_tree(page, library) for page in written.values()]
        for page in library.of_kind(lang, Kind.PLAYBOOK):
            id = page.ref.id
            by_hand = id in written or library.page(library.reference, f"trees/{id}")
            tree = None if by_hand else derive_tree(page, library, related.get(id, ()))
            if tree is not None:
                found.append(tree)
        yield from sorted(found, key=lambda tree: tree.id)


def find_tree(trees: Iterable[Tree], lang: str, id: str) -> Tree | None:
    """The tree `id` in `lang`."""
    return next((tree for tree in trees if tree.lang == lang and tree.id == id), None)


def back_links(trees: Iterable[Tree]) -> Mapping[tuple[str, str, str], tuple[Lead, ...]]:
    """(language, group, anchor) → the answers that lead there, in order of tree and question.

    `("en", "playbooks/unresponsive", "strategy")` → “When you write to them …”: how people
    get to that section.  The anchor is "" for links to a whole page.
    """
    found: dict[tuple[str, str, str], list[Lead]] = {}
    for tree in trees:
        for question in tree.questions:
            for answer in question.answers:
                if answer.group:
                    key = (tree.lang, answer.group, answer.anchor)
                    found.setdefault(key, []).append((tree, question, answer))
    return {key: tuple(leads) for key, leads in found.items()}
