"""Decision trees: parse, derive, prove, lay out, walk.

>>> trees = load_trees(load_library(Path("content")))
>>> [answer.to for answer in find_tree(trees, "en", "triage").questions[0].answers]
"""

from playbook.tree.forest import Lead, back_links, find_tree, load_trees
from playbook.tree.graph import Answer, Leads, Outcome, Question, Tree

__all__ = [
    "Answer",
    "Lead",
    "Leads",
    "Outcome",
    "Question",
    "Tree",
    "back_links",
    "find_tree",
    "load_trees",
]
