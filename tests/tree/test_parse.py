"""A tree file becomes questions, answers and outcomes."""

from __future__ import annotations

from collections.abc import Callable

from playbook.model import Library
from playbook.tree import Leads, back_links, find_tree, load_trees

TRIAGE = """---
title: What do you see?
summary: Two questions.
---

## What comes back? {#what-comes-back}

Think of the *last three* times.

Take the first that fits.

- [Nothing](#what-is-open)
- [Thanks, but no money](../playbooks/broke.md#strategy)
- [I want to go](stay-or-leave.md#again)
- [I’m not sure.](https://example.org/)

## What is open? {#what-is-open}

- [My questions](../playbooks/quiet.md#strategy)
- [The invoice](triage.md)
"""


def test_questions_and_answers(knowledge_base: Callable[..., Library]) -> None:
    tree = find_tree(load_trees(knowledge_base({"en/trees/triage.md": TRIAGE})), "en", "triage")
    assert tree is not None
    assert (tree.title, tree.start, tree.derived) == ("What do you see?", "what-comes-back", False)
    first, second = tree.questions
    assert first.help == "Think of the *last three* times.\n\nTake the first that fits."
    assert [(a.text, a.to, a.leads) for a in first.answers] == [
        ("Nothing", "what-is-open", Leads.QUESTION),
        ("Thanks, but no money", "playbooks/broke.md#strategy", Leads.SECTION),
        ("I want to go", "trees/stay-or-leave.md#again", Leads.TREE),
        ("I’m not sure.", "https://example.org/", Leads.ELSEWHERE),
    ]
    assert [a.unsure for a in first.answers] == [False, False, False, True]
    assert first.answers[1].place.line == 13
    assert second.answers[1].to == "what-comes-back", "the own page is the first question"


def test_outcomes_are_named_as_the_reader_knows_them(
    knowledge_base: Callable[..., Library],
) -> None:
    tree = find_tree(load_trees(knowledge_base()), "en", "triage")
    assert tree is not None
    assert [(outcome.id, outcome.text) for outcome in tree.outcomes] == [
        ("playbooks/broke.md#strategy", "Broke"),
        ("guides/leaving.md#say-it", "Say it"),
        ("playbooks/quiet.md#strategy", "Quiet"),
        ("playbooks/broke.md#signs", "Broke"),
    ]


def test_every_way_through_and_how_deep(knowledge_base: Callable[..., Library]) -> None:
    tree = find_tree(load_trees(knowledge_base()), "en", "triage")
    assert tree is not None
    ways = [[answer.text for _, answer in path] for path in tree.paths()]
    assert ways == [
        ["Nothing", "My questions"],
        ["Nothing", "The invoice"],
        ["Thanks, but no money"],
        ["I am not sure"],
    ]
    assert tree.depths()["playbooks/quiet.md#strategy"] == 2
    assert len(list(tree.paths(limit=2))) == 2


def test_paths_through_a_circle_end(knowledge_base: Callable[..., Library]) -> None:
    library = knowledge_base({"en/trees/triage.md": TRIAGE})
    tree = find_tree(load_trees(library), "en", "triage")
    assert tree is not None
    assert [len(path) for path in tree.paths()] == [2, 1, 1, 1]


def test_how_people_get_to_a_section(knowledge_base: Callable[..., Library]) -> None:
    leads = back_links(load_trees(knowledge_base()))
    found = leads["en", "playbooks/broke", "signs"]
    assert [(tree.id, question.id, answer.text) for tree, question, answer in found] == [
        ("quiet", "more-likely", "Broke: answers everything except the invoice."),
        ("triage", "what-is-open", "The invoice"),
    ]
    assert leads["en", "guides/leaving", ""][0][1].id == "exit-criteria"


def test_a_tree_without_questions_is_still_a_tree(
    knowledge_base: Callable[..., Library],
) -> None:
    library = knowledge_base({"en/trees/empty.md": "---\ntitle: Empty\n---\n\nNothing.\n"})
    tree = find_tree(load_trees(library), "en", "empty")
    assert tree is not None
    assert (tree.start, list(tree.paths()), tree.depths()) == ("", [], {})
