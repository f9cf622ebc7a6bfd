"""Proofs that trees are sound: every way in which one is not, as a `TreeFault`."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.model import Kind, Library
from playbook.tree.faults import TreeFault
from playbook.tree.forest import load_trees
from playbook.tree.graph import Tree
from playbook.tree.proofs.coverage import prove_coverage
from playbook.tree.proofs.paths import prove_paths
from playbook.tree.proofs.shapes import prove_shapes
from playbook.tree.proofs.targets import prove_targets
from playbook.tree.proofs.writing import prove_writing

__all__ = ["prove"]


def prove(library: Library, trees: Sequence[Tree] | None = None) -> tuple[TreeFault, ...]:
    """Everything that is wrong with the trees of a knowledge base, in order of file and line.

    `trees` spares loading them again.  Rules are in `playbook.tree.RULES`.
    """
    every = load_trees(library) if trees is None else trees
    faults: list[TreeFault] = []
    for lang in library.languages:
        for page in library.of_kind(lang, Kind.TREE):
            faults += prove_writing(page)
        forest = [tree for tree in every if tree.lang == lang]
        faults += prove_targets(forest, library)
        faults += prove_paths(forest)
        faults += prove_coverage(forest, lang, library)
    told = frozenset((fault.path, fault.line) for fault in faults)
    faults += prove_shapes(every, library, told)
    return tuple(sorted(set(faults), key=_place))


def _place(fault: TreeFault) -> tuple[str, int, int, str, str]:
    return fault.path, fault.line, fault.column, fault.code, fault.message
