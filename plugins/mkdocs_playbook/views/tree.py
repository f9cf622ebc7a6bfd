"""A decision tree: the whole key in words, and its map."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_playbook.views.setting import Setting
from playbook.model import Kind, PageRef, ref_of_group
from playbook.tree import Tree, TreePage, tree_page


@dataclass(frozen=True, slots=True)
class TreeView:
    key: TreePage
    about: str
    """Name of the playbook that the tree is about, "" when it is about none."""
    about_href: str


def tree_view(setting: Setting, tree: Tree) -> TreeView:
    """Everything the template of a tree shows."""
    words = setting.words
    questions = words.ngettext("%(n)s question", "%(n)s questions", len(tree.questions))
    places = words.ngettext("%(n)s place", "%(n)s places", len(tree.outcomes))
    description = words.gettext("%(questions)s; the answers lead to %(places)s.") % {
        "questions": questions % {"n": words.number(len(tree.questions))},
        "places": places % {"n": words.number(len(tree.outcomes))},
    }

    def href(group: str, anchor: str) -> str:
        ref = ref_of_group(setting.planned.lang, group) if group else None
        return setting.href(ref.url, anchor) if ref else f"#{anchor}"

    playbook = setting.playbook(tree.id)
    return TreeView(
        key=tree_page(
            tree,
            prose=setting.prose.listed if tree.derived else setting.prose.blocks,
            map_title=words.gettext("Map of the questions"),
            map_description=description,
            href=href,
        ),
        about=playbook.short if playbook else "",
        about_href=href(PageRef("", Kind.PLAYBOOK, tree.id).group, "") if playbook else "",
    )
