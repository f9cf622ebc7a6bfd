"""A knowledge base read for a command, with progress where that takes a while."""

from __future__ import annotations

from pathlib import Path

from playbook.cli.places import shown_path
from playbook.cli.progress import progress
from playbook.library import load_library
from playbook.model import Library


def read_library(folder: Path) -> Library:
    """The knowledge base in a content folder; messages show paths as one would type them."""
    with progress("Reading") as tell:
        return load_library(folder, shown_as=shown_path(folder), progress=tell)
