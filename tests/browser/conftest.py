"""The built site on a server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from serving import served


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """The site on a server."""
    with served(built_site) as found:
        yield found
