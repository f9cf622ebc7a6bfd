"""Walking a tree answer by answer, on into other trees: plain data, no input or output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from playbook.model import ref_of_group
from playbook.tree.graph import Answer, Leads, Question, Tree


@dataclass(frozen=True, slots=True)
class Walk:
    """Where someone stands: the questions met so far, the last of which is being asked."""

    trees: Mapping[str, Tree]
    """The trees of one language by id."""
    steps: tuple[tuple[str, str], ...]
    """(tree id, question id) of each question met."""
    end: Answer | None = None
    """The answer that led out, once one did."""

    @property
    def tree(self) -> Tree:
        return self.trees[self.steps[-1][0]]

    @property
    def question(self) -> Question:
        question = self.tree.question(self.steps[-1][1])
        assert question is not None  # `answer` only goes to questions that exist
        return question

    def answer(self, number: int) -> Walk:
        """Give answer `number`, from 1; what leads to no question of these trees is the end."""
        answer = self.question.answers[number - 1]
        tree_id, question_id = self.tree.id, answer.to
        if answer.leads is Leads.TREE and (ref := ref_of_group(self.tree.lang, answer.group)):
            other = self.trees.get(ref.id)
            tree_id, question_id = ref.id, answer.anchor or (other.start if other else "")
        tree = self.trees.get(tree_id)
        onward = answer.leads in (Leads.QUESTION, Leads.TREE)
        if onward and tree is not None and tree.question(question_id) is not None:
            return replace(self, steps=(*self.steps, (tree_id, question_id)))
        return replace(self, end=answer)

    def back(self) -> Walk:
        """One question back, or from the end to the last question."""
        if self.end is not None:
            return replace(self, end=None)
        return replace(self, steps=self.steps[:-1]) if len(self.steps) > 1 else self


def begin(trees: Mapping[str, Tree], id: str) -> Walk:
    """A walk from the first question of tree `id`, which must have one."""
    return Walk(trees, ((id, trees[id].start),))
