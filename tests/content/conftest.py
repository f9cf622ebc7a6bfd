"""The knowledge base of this project, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.library import load_library
from playbook.model import Library


@pytest.fixture(scope="session")
def library(project: Path) -> Library:
    return load_library(project / "content")
