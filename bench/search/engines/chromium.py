"""A Chromium to measure in: the system's, without anything that goes to the network by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.search.engines.base import EngineMissing

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-precise-memory-info",
)
SYSTEM = Path("/usr/bin/chromium")


@contextmanager
def chromium() -> Iterator[Any]:
    """A Playwright browser; `PLAYBOOK_CHROMIUM` names another executable."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise EngineMissing("playwright (pip install playwright)") from error
    named = os.environ.get("PLAYBOOK_CHROMIUM")
    path = Path(named) if named else SYSTEM
    with sync_playwright() as player:
        try:
            browser = player.chromium.launch(
                executable_path=str(path) if path.is_file() else None, args=list(FLAGS)
            )
        except Error as error:
            raise EngineMissing(f"Chromium: {error.message.splitlines()[0]}") from error
        try:
            yield browser
        finally:
            browser.close()
