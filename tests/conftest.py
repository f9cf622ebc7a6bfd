"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the source articles and corpora, which are not part of the project."""
    folder = ROOT.parent / "shared"
    if not (folder / "FACTS.md").is_file():
        pytest.skip("the source articles and corpora (../shared) are not here")
    return folder
