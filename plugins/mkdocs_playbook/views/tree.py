"""A tree page before its own view exists: questions and answers in words."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_playbook.views.setting import Setting
from playbook.tree import Tree


@dataclass(frozen=True, slots=True)
class TreeView:
    title: str
    lead: str
    questions: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]
    """(id, question, help as HTML, answers as (address, text))."""


def tree_view(setting: Setting, tree: Tree) -> TreeView:
    """The questions of a tree in order."""
    return TreeView(
        tree.title,
        tree.summary,
        tuple(
            (
                question.id,
                question.text,
                setting.prose.blocks(question.help),
                tuple((_address(setting, a.to), a.text) for a in question.answers),
            )
            for question in tree.questions
        ),
    )


def _address(setting: Setting, to: str) -> str:
    if "/" not in to:
        return f"#{to}"
    path, _, anchor = to.partition("#")
    return setting.href(f"{setting.planned.lang}/{path.removesuffix('.md')}.html", anchor)
