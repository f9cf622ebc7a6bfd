"""Files of the search, before the search is here."""

from __future__ import annotations

from playbook.model import Library


def search_files(library: Library) -> dict[str, bytes]:
    """None yet."""
    return {}
