"""A small knowledge base of two languages, written for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from playbook.library import load_library
from playbook.translate.mark import mark_sections
from playbook.translate.staleness import section_states

BASE = Path(__file__).parent.parent / "check" / "base"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The clean knowledge base of the checks, every translation stamped with its origin."""
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    for file in root.rglob("ka/**/*.md"):
        file.write_text(file.read_text("utf-8").replace("translation: STAMP\n", ""), "utf-8")
    library = load_library(root)
    for ref, page in library.pages.items():
        if ref.lang != "ka":
            continue
        reference = library.pages[ref.into("en")]
        marked = mark_sections(library, page, reference, list(section_states(page, reference)))
        for path, text in marked.files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    return root
