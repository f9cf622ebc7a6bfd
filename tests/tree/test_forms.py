"""A tree as text, JSON, Graphviz and Mermaid; walking it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from playbook.model import Library
from playbook.tree import Tree, as_data, find_tree, load_trees
from playbook.tree.forms import as_dot, as_mermaid, as_text
from playbook.tree.walk import begin


@pytest.fixture
def triage(knowledge_base: Callable[..., Library]) -> Tree:
    tree = find_tree(load_trees(knowledge_base()), "en", "triage")
    assert tree is not None
    return tree


def test_text_reads_as_the_key_on_the_page(triage: Tree) -> None:
    assert (
        as_text(triage)
        == """\
What do you see?
Two questions.

1.  What comes back?
    Think of the last three times.
    a  Nothing
       → 2
    b  Thanks, but no money
       → Broke (playbooks/broke.md#strategy)
    ?  I am not sure
       → Say it (guides/leaving.md#say-it)

2.  What is open?
    a  My questions
       → Quiet (playbooks/quiet.md#strategy)
    b  The invoice
       → Broke (playbooks/broke.md#signs)
"""
    )


def test_data_names_every_node_an_answer_leads_to(content: Library) -> None:
    for tree in load_trees(content):
        data = json.loads(json.dumps(as_data(tree)))
        assert set(data) == {"id", "lang", "start", "nodes"}
        ids = [node["id"] for node in data["nodes"]]
        assert len(ids) == len(set(ids)) and data["start"] == ids[0]
        for node in data["nodes"]:
            assert set(node) == {"id", "kind", "text", "answers", "links"}
            assert bool(node["answers"]) == (node["kind"] == "question")
            for answer in node["answers"]:
                assert answer["to"] in ids or answer["to"].startswith("trees/")


def test_outcomes_link_to_their_section(triage: Tree) -> None:
    nodes = as_data(triage)["nodes"]
    assert isinstance(nodes, list)
    assert nodes[2] == {
        "id": "playbooks/broke.md#strategy",
        "kind": "outcome",
        "text": "Broke",
        "answers": [],
        "links": ["playbooks/broke.md#strategy"],
    }


def test_drawings_hold_every_answer_and_quote_what_must_be(triage: Tree) -> None:
    dot = as_dot(triage)
    assert '"what-comes-back" -> "what-is-open" [label="Nothing"];' in dot
    assert dot.count(" -> ") == 5
    mermaid = as_mermaid(triage)
    assert '  q1 -->|"Nothing"| q2\n' in mermaid
    assert mermaid.count(" -->") == 5


def test_a_walk_goes_on_into_another_tree_and_back(
    knowledge_base: Callable[..., Library],
) -> None:
    trees = {tree.id: tree for tree in load_trees(knowledge_base())}
    walk = begin(trees, "quiet").answer(4)
    assert walk.question.id == "signs-2"
    walk = walk.answer(3).answer(2)
    assert (walk.tree.id, walk.question.id) == ("triage", "what-comes-back")
    assert walk.back().question.id == "more-likely"
    end = walk.answer(2)
    assert end.end is not None and end.end.to == "playbooks/broke.md#strategy"
    assert end.back() == walk
    assert begin(trees, "quiet").back() == begin(trees, "quiet")
