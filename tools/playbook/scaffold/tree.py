"""Start a decision tree: a question and answers that lead somewhere."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.errors import PlaybookError
from playbook.model import REQUIRED_SECTIONS, Kind, Library, PageRef
from playbook.scaffold.archetype import refuse_bad_id
from playbook.scaffold.playbook_page import MARK


def new_tree(library: Library, id: str) -> Mapping[str, str]:
    """The file to write for a new tree: path below the content folder → text.

    Raises PlaybookError when the id cannot be used, or there is no playbook to lead to.
    """
    refuse_bad_id(id)
    ref = PageRef(library.reference, Kind.TREE, id)
    if ref in library.pages:
        raise PlaybookError(
            "the tree is there already", path=library.pages[ref].path, way_out="Choose another id."
        )
    playbooks = library.of_kind(library.reference, Kind.PLAYBOOK)
    answers = [
        f"- [{MARK}: {page.short}](../playbooks/{page.ref.id}.md#{section})"
        for page in playbooks[:3]
        for section in (REQUIRED_SECTIONS if len(playbooks) == 1 else REQUIRED_SECTIONS[:1])
        if page.section(section)
    ]
    if not answers:
        raise PlaybookError(
            "there is no playbook that answers could lead to",
            way_out="Start one first: playbook new archetype ID.",
        )
    listed = "\n".join(answers)
    text = f"""---
title: "{MARK}: what the reader asks"
summary: "{MARK}: one sentence on when to use this."
---

## {MARK}: what happens? {{#first-question}}

{MARK}: what to look at before one answers.

{listed}
"""
    return {ref.path: text}
