"""Starting things: an archetype, a tree, a whole knowledge base on another subject."""

from playbook.scaffold.archetype import new_archetype
from playbook.scaffold.knowledge_base import new_knowledge_base
from playbook.scaffold.tree import new_tree

__all__ = ["new_archetype", "new_knowledge_base", "new_tree"]
