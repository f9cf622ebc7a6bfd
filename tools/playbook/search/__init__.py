"""Search: one index, two readers of it, the same results.

For a site:

    publish(documents, order=("en",)) -> dict[str, bytes]

gives every file of the browser's search, file name → content: put them into one folder of the
site and load `playbook-search.js` (BOOTSTRAP) from there with a plain `<script src>`.  It takes
the folder from its own address and sets `window.playbookSearch`; nothing else is loaded before
the first `playbookSearch.query(text, {lang, limit, facet, prefix})`.  Documents come from
`content.from_library(library)` or, for any corpus, from `documents.read_jsonl(lines, path)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playbook.search.documents import Document

BOOTSTRAP = "playbook-search.js"
"""The one file with a fixed name: pages load it."""

WHOOSH, GROUPS = "whoosh", "groups.json"
"""Folder of the terminal's indexes, one a language, and the list of groups in it."""


def publish(documents: Sequence[Document], order: Sequence[str] = ()) -> dict[str, bytes]:
    """Every file of the browser's search; `order` ranks languages, the reference first."""
    from playbook.search.bundle import bundle
    from playbook.search.program import program

    return bundle(documents, program(), order)
