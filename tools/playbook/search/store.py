"""An index in a directory: the browser's files, and Whoosh's beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playbook.search import publish
from playbook.search.bundle import write
from playbook.search.documents import Document

WHOOSH = "whoosh"


def build(documents: Sequence[Document], directory: Path, order: Sequence[str] = ()) -> None:
    """Write what both engines need."""
    from playbook.search.whoosh_index import WhooshIndex

    write(publish(documents, order), directory)
    WhooshIndex(directory / WHOOSH).refresh(documents)
