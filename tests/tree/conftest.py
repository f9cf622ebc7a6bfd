"""A small knowledge base with a sound tree, and ways to put files into it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from playbook.library import load_library
from playbook.model import Library

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def knowledge_base(tmp_path: Path) -> Callable[..., Library]:
    """`knowledge_base({"en/trees/triage.md": "…"})` → the base with that file put in.

    A file whose text is None is taken out.
    """

    def build(files: Mapping[str, str | None] | None = None) -> Library:
        root = tmp_path / "content"
        shutil.copytree(FIXTURES / "base", root)
        for name, text in (files or {}).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        return load_library(root, shown_as=Path("content"))

    return build


@pytest.fixture(scope="session")
def content(project: Path) -> Library:
    """The knowledge base of this project."""
    return load_library(project / "content", shown_as=Path("content"))
