"""The crawled site, once for all tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from crawl import PageFile, crawl


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, PageFile]:
    return crawl(built_site)
