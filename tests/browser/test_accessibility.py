"""axe on every type of page, in every language, light on a phone, dark on a desktop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

LANGUAGES = ("en", "ka", "fi", "hi")
KINDS = (
    "index.html",
    "playbooks/unresponsive.html",
    "guides/leaving.html",
    "trees/triage.html",
    "a-z.html",
    "about.html",
    "status.html",
    "search.html",
    "404.html",
)


@pytest.fixture(scope="module")
def axe(project: Path) -> str:
    script = project / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not installed: run `make test`, or `npm ci`")
    return script.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_no_violation(
    browser: Any, built_site: Path, axe: str, lang: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    found = []
    for kind in KINDS:
        page.goto((built_site / lang / kind).as_uri())
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            f"{kind}: {violation['id']} ({violation['impact']}): {node['html'][:160]}"
            for violation in result["violations"]
            for node in violation["nodes"][:3]
        ]
    context.close()
    assert found == []
