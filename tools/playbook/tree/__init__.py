"""Decision trees: parse, derive, prove, lay out, walk.

>>> trees = load_trees(load_library(Path("content")))
>>> [answer.to for answer in find_tree(trees, "en", "triage").questions[0].answers]
"""

from playbook.tree.faults import Rule, TreeFault
from playbook.tree.forest import Lead, back_links, find_tree, load_trees
from playbook.tree.forms import as_data
from playbook.tree.graph import Answer, Leads, Outcome, Question, Tree
from playbook.tree.page import KeyAnswer, KeyQuestion, TreePage, key_answers, tree_page
from playbook.tree.proofs import prove
from playbook.tree.rules import RULES

__all__ = [
    "RULES",
    "Answer",
    "KeyAnswer",
    "KeyQuestion",
    "Lead",
    "Leads",
    "Outcome",
    "Question",
    "Rule",
    "Tree",
    "TreeFault",
    "TreePage",
    "as_data",
    "back_links",
    "find_tree",
    "key_answers",
    "load_trees",
    "prove",
    "tree_page",
]
