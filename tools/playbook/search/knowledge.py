"""The knowledge base's own index: made when missing, refreshed when content has changed."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from filelock import FileLock

from playbook.search.keys import cache_directory
from playbook.search.maker import made_by
from playbook.search.program import program
from playbook.search.scripts import FORMAT

STAMP = "content.json"

# Held by the process that makes the index; the system frees it when that is killed.
LOCK = ".lock"


def fresh_index(content: Path) -> Path:
    """The folder of an index of this content folder, brought up to date.

    It lies in `.cache/playbook/search` beside the content folder, or, where that cannot be
    written, in the user's cache.  One process makes it; others that ask meanwhile wait for it.
    """
    content = content.resolve()
    stamp = _stamp(content)
    for directory in _places(content):
        if _read(directory / STAMP) == stamp:
            return directory
    for directory in _places(content):
        try:
            directory.mkdir(parents=True, exist_ok=True)
            held = FileLock(directory / LOCK).acquire()
        except OSError:
            continue
        with held:
            if _read(directory / STAMP) != stamp:
                (directory / STAMP).unlink(missing_ok=True)
                _build(content, directory)
                (directory / STAMP).write_text(stamp, "utf-8")
        return directory
    raise AssertionError("the user's cache is always a place, writable or an error")


def _build(content: Path, directory: Path) -> None:
    from playbook.library import load_library
    from playbook.search.content import from_library
    from playbook.search.store import build

    library = load_library(content)
    build(from_library(library), directory, library.languages)


def _places(content: Path) -> tuple[Path, Path]:
    name = hashlib.sha256(str(content).encode()).hexdigest()[:12]
    return content.parent / ".cache" / "playbook" / "search", cache_directory() / f"search-{name}"


def _stamp(content: Path) -> str:
    """What the index depends on: the files, by name, size and time, and this program."""
    files = []
    for folder, folders, names in os.walk(content):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".md", ".yml")):
                path = Path(folder, name)
                status = path.stat()
                relative = path.relative_to(content).as_posix()
                files.append([relative, status.st_size, status.st_mtime_ns])
    source = "".join(program().values())
    return json.dumps([FORMAT, made_by(), hashlib.sha256(source.encode()).hexdigest(), files])


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""
