"""A Chromium to measure in: the system's, without anything that goes to the network by itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
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
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def chromium() -> Iterator[Any]:
    """A Playwright browser: the one `CHROMIUM` names, else one on the path, else Playwright's."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise EngineMissing("playwright (pip install playwright)") from error
    found = [path for name in NAMES if (path := shutil.which(name))]
    path = os.environ.get("CHROMIUM") or next(iter(found), None)
    with sync_playwright() as player:
        try:
            browser = player.chromium.launch(executable_path=path, args=list(FLAGS))
        except Error as error:
            raise EngineMissing(f"Chromium: {error.message.splitlines()[0]}") from error
        try:
            yield browser
        finally:
            browser.close()
