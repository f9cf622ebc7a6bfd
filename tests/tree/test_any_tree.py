"""Trees as hypothesis writes them: the proofs agree with walking, and nothing ever raises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.library import load_library, read_page
from playbook.model import Kind, Library, PageRef
from playbook.tree import Leads, find_tree, load_trees, prove
from playbook.tree.draw import draw_map
from playbook.tree.forms import as_data, as_dot, as_mermaid, as_text

BASE = load_library(Path(__file__).parent / "fixtures" / "base", shown_as=Path("content"))
REF = PageRef("en", Kind.TREE, "triage")


def with_tree(text: str) -> Library:
    """The base with another triage tree."""
    return replace(BASE, pages={**BASE.pages, REF: read_page(text, REF, "content/" + REF.path)})


@st.composite
def written(draw: st.DrawFn) -> str:
    """A tree file: questions q0, q1 …, answers to any of them and to other places."""
    ids = [f"q{n}" for n in range(draw(st.integers(1, 8)))]
    target = st.sampled_from(
        [
            *(f"#{id}" for id in ids),
            "../playbooks/quiet.md#strategy",
            "../playbooks/broke.md#signs",
            "../guides/leaving.md#say-it",
        ]
    )
    lines = ["---", "title: T", "---", ""]
    for id in ids:
        lines += [f"## Is it {id}? {{#{id}}}", ""]
        lines += [f"- [Answer {n}]({to})" for n, to in enumerate(draw(st.lists(target)))]
        lines.append("")
    return "\n".join(lines)


@settings(deadline=None)
@given(written())
def test_the_proofs_agree_with_walking(text: str) -> None:
    library = with_tree(text)
    tree = find_tree(load_trees(library), "en", "triage")
    assert tree is not None
    faults = prove(library)
    found = {(fault.code, fault.line) for fault in faults}
    met = tree.depths()
    for question in tree.questions:
        line = question.place.line
        assert (("tree-unreachable", line) in found) == (question.id not in met)
        assert (("tree-dead-end", line) in found) == (not question.answers)

    def leads_out(id: str, seen: frozenset[str]) -> bool:
        question = tree.question(id)
        assert question is not None
        return not question.answers or any(
            answer.leads is not Leads.QUESTION
            or (answer.to not in seen and leads_out(answer.to, seen | {answer.to}))
            for answer in question.answers
        )

    trapped = [q.id for q in tree.questions if not leads_out(q.id, frozenset({q.id}))]
    assert any(code == "tree-cycle" for code, _ in found) == bool(trapped)
    reached = {path[-1][1].group for path in tree.paths()}
    for archetype in ("quiet", "broke"):
        told = any(
            fault.code == "tree-archetype-unreached" and fault.found == archetype
            for fault in faults
        )
        assert told == (f"playbooks/{archetype}" not in reached)


@settings(deadline=None)
@given(st.text())
def test_whatever_stands_in_a_file_it_is_read_proven_and_drawn(text: str) -> None:
    library = with_tree(f"---\ntitle: T\n---\n\n## Q? {{#q}}\n\n{text}\n\n- [{text}](#q)\n")
    prove(library)
    for tree in load_trees(library):
        draw_map(tree, title=text, description=text)
        for form in (as_text, as_dot, as_mermaid, as_data):
            form(tree)
