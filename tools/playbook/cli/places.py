"""Where the knowledge base is, and how its paths are shown."""

from __future__ import annotations

import os
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.library import find_content
from playbook.library.registries import ARCHETYPES_FILE


def content_folder(given: Path | None) -> Path:
    """The content folder meant by an argument: it, one inside it, or the nearest above.

    Raises PlaybookError when `given` does not exist, or none was given and none is near.
    """
    if given is None:
        return find_content(Path.cwd())
    if given.is_file():
        return find_content(given.resolve().parent)
    if not given.exists():
        raise PlaybookError(
            "no such file or folder", path=given, way_out="Give the folder with archetypes.yml."
        )
    inside = given / "content"
    if not (given / ARCHETYPES_FILE).is_file() and (inside / ARCHETYPES_FILE).is_file():
        return inside
    if not (given / ARCHETYPES_FILE).is_file() and (given.parent / ARCHETYPES_FILE).is_file():
        # The folder of a language.
        return given.parent
    return given


def shown_path(path: Path) -> Path:
    """`path` relative to the working directory, as messages show it; with `..` where needed."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        # Another drive: there is no relative path.
        return path
