"""How large a tree is: what its author, and the dashboard, want to know at a glance."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from playbook.tree.graph import Tree


@dataclass(frozen=True, slots=True)
class TreeSize:
    """Counts of one tree."""

    questions: int
    answers: int
    outcomes: int
    longest: int
    """Most answers that a reader gives who takes no detour."""


def tree_size(tree: Tree) -> TreeSize:
    """Count a tree; each question and answer is looked at once."""
    asked = {question.id: question for question in tree.questions}
    depth = {tree.start: 1} if tree.questions else {}
    waiting = deque(depth)
    while waiting:
        id = waiting.popleft()
        for answer in asked[id].answers:
            if answer.to in asked and answer.to not in depth:
                depth[answer.to] = depth[id] + 1
                waiting.append(answer.to)
    return TreeSize(
        questions=len(tree.questions),
        answers=sum(len(question.answers) for question in tree.questions),
        outcomes=len(tree.outcomes),
        longest=max(depth.values(), default=0),
    )
