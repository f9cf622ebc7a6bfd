"""A content folder → `Library`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.library.asked import read_asked
from playbook.library.reader import read_page
from playbook.library.registries import ARCHETYPES_FILE, read_registry
from playbook.library.text_file import read_text
from playbook.model import Library, Page, PageRef, Problem, ref_of_path
from playbook.model.paths import LANGUAGE_PATTERN

REFERENCE = "en"
"""The language others are translated from, unless archetypes.yml names one (`reference: fi`)."""


def load_library(
    root: Path,
    *,
    reference: str | None = None,
    shown_as: Path | None = None,
    progress: Callable[[str], None] = lambda path: None,
) -> Library:
    """Read every page and both registries below `root`.

    `reference` is the language others are translated from; `shown_as` replaces `root` in
    the paths of messages; `progress` hears each path before it is read.  Raises
    PlaybookError when `root` is no content folder; whatever is wrong inside it is data.
    """
    if not root.is_dir():
        raise PlaybookError(
            "no such content folder",
            path=root,
            way_out="Give the folder that holds archetypes.yml.",
        )
    shown = root if shown_as is None else shown_as
    pages: dict[PageRef, Page] = {}
    unreadable: list[tuple[str, Problem]] = []
    languages: set[str] = set()
    for relative in markdown_files(root):
        ref = ref_of_path(relative)
        if ref is None:
            continue
        languages.add(ref.lang)
        path = (shown / relative).as_posix()
        progress(relative)
        text, problem = read_text(root / relative)
        if text is None:
            assert problem is not None
            unreadable.append((path, problem))
        else:
            pages[ref] = read_page(text, ref, path)
    registry = read_registry(root, shown_as=shown)
    usual = REFERENCE if REFERENCE in languages else min(languages, default=REFERENCE)
    first = reference or registry.reference or usual
    others = sorted(languages - {first})
    asked, problems = read_asked(root, sorted(languages), pages, shown)
    return Library(
        root=root,
        languages=(first, *others),
        reference=first,
        registry=registry,
        pages=dict(sorted(pages.items())),
        unreadable=(*unreadable, *problems),
        asked=asked,
    )


def find_content(start: Path) -> Path:
    """The nearest `content/` with an archetypes.yml, at `start` or above it.

    Raises PlaybookError when there is none.
    """
    for folder in (start, *start.resolve().parents):
        for candidate in (folder / "content", folder):
            if (candidate / ARCHETYPES_FILE).is_file():
                return candidate
    raise PlaybookError(
        f"no content/{ARCHETYPES_FILE} here or in a folder above",
        path=start,
        way_out="Run it inside a knowledge base, or give the folder of one; "
        "a new one begins with `playbook init DIR`.",
    )


def markdown_files(root: Path) -> Iterator[str]:
    """Paths of Markdown files below the language folders, sorted, `/` between parts."""
    found: list[str] = []
    for language in sorted(entry.name for entry in os.scandir(root) if entry.is_dir()):
        if not LANGUAGE_PATTERN.fullmatch(language):
            continue
        for folder, folders, files in os.walk(root / language):
            # A folder with the name of a page is reported as one that cannot be read.
            files += [name for name in folders if name.endswith(".md")]
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            base = Path(folder).relative_to(root)
            found += [(base / name).as_posix() for name in files if name.endswith(".md")]
    yield from sorted(found)
