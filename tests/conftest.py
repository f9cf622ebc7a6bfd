"""Fixtures that every test may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# No timing assertions: a busy machine is no fault of the code.  A gate tries the same examples
# each time, so that it speaks of the change and not of chance; elsewhere every run tries others.
settings.register_profile(
    "project",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("project")

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Switches of the browser: nothing it asks for by itself, so that every request is the page's."""


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


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once; PLAYBOOK_BUILT_SITE names one that is there already."""
    if named := os.environ.get("PLAYBOOK_BUILT_SITE"):
        return Path(named)
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    folder = tmp_path_factory.mktemp("whole") / "site"
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium driven by Playwright."""
    playwright = pytest.importorskip("playwright.sync_api")
    named = os.environ.get("CHROMIUM")
    path = named or next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium here: install one, or name it with CHROMIUM=/path/to/chromium")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=list(QUIET))
        yield chromium
        chromium.close()
