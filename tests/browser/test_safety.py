"""What a page may do: nothing from elsewhere, no script that is not ours, offline after a visit."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from serving import served, watch

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
)
PLAYBOOK = "en/playbooks/unresponsive.html"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_opens_from_a_folder(browser: Any, built_site: Path, lang: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    trouble = watch(page, built_site.as_uri())
    for kind in ("../index.html", *(f"{kind}" for kind in KINDS)):
        page.goto(f"{(built_site / lang).as_uri()}/{kind}")
        page.evaluate("document.fonts.ready.then(() => null)")
    context.close()
    assert trouble.any == []


def test_asks_nothing_elsewhere_and_fails_nothing(browser: Any, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    trouble = watch(page, address)
    for kind in KINDS:
        page.goto(f"{address}en/{kind}", wait_until="networkidle")
    context.close()
    assert trouble.any == []


def test_policy_refuses_foreign_scripts_and_the_page_goes_on(browser: Any, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + PLAYBOOK)
    result = page.evaluate(
        """async () => {
          const refused = [];
          addEventListener("securitypolicyviolation", (event) => refused.push(event.blockedURI));
          const inline = document.createElement("script");
          inline.textContent = "window.injected = 1";
          document.body.append(inline);
          const foreign = document.createElement("script");
          foreign.src = "https://elsewhere.example/x.js";
          document.body.append(foreign);
          const picture = new Image();
          picture.src = "https://elsewhere.example/x.png";
          const button = document.createElement("button");
          button.setAttribute("onclick", "window.injected = 2");
          document.body.append(button);
          button.click();
          await new Promise((done) => setTimeout(done, 300));
          return { refused, injected: window.injected ?? null };
        }"""
    )
    # What the test hands to the debugger may call eval; a task of the page itself may not.
    refusal = page.evaluate(
        "() => new Promise((done) => setTimeout(() => {"
        " try { (0, eval)('window.injected = 3'); done(''); } catch (fault) { done(fault.name); }"
        "}, 0))"
    )
    assert result["injected"] is None
    assert "inline" in result["refused"]
    assert any(uri.startswith("https://elsewhere.example") for uri in result["refused"])
    assert page.evaluate("window.injected ?? null") is None
    assert refusal == "EvalError"
    page.locator(".checks input").first.check()
    assert page.locator("[data-seen] b").inner_text() == "1"
    context.close()


def _kept(page: Any) -> None:
    page.locator("html[data-offline=kept]").wait_for(state="attached", timeout=60_000)


def test_visited_language_works_offline_in_full(
    browser: Any, address: str, built_site: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}fi/index.html")
    _kept(page)
    assert page.locator(".toast").count() == 1
    context.set_offline(True)
    for path in sorted((built_site / "fi").rglob("*.html")):
        answer = page.goto(address + path.relative_to(built_site).as_posix())
        assert answer is not None and answer.ok, path.name
        assert page.locator("h1").count() == 1
    listed = json.loads((built_site / "offline" / "fi.json").read_text(encoding="utf-8"))
    codes = page.evaluate(
        "async (files) => Promise.all(files.map(async ([file]) => "
        "(await fetch(`/${file}`).catch(() => ({status: 0}))).status))",
        listed,
    )
    assert set(codes) == {200}
    assert page.locator("#no-connection").is_visible()
    page.goto(f"{address}hi/playbooks/unresponsive.html")
    assert page.locator("[data-missing]").count() == 1
    context.close()


def test_notice_of_offline_is_told_once(browser: Any, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}en/index.html")
    _kept(page)
    page.goto(f"{address}en/about.html")
    _kept(page)
    assert page.locator(".toast").count() == 0
    context.close()


TITLE = "The client who answers nobody"


@pytest.fixture(scope="module")
def next_edition(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second build, of content in which one title has changed."""
    sources = tmp_path_factory.mktemp("next")
    for name in ("content", "site_overrides"):
        shutil.copytree(project / name, sources / name)
    shutil.copy(project / "mkdocs.yml", sources)
    page = sources / "content" / "en" / "playbooks" / "unresponsive.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub("(?m)^title: .*$", f"title: {TITLE}", text, count=1), encoding="utf-8")
    out = sources / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(sources / "mkdocs.yml")]
    subprocess.run([*command, "-d", str(out)], check=True, capture_output=True)
    return out


def test_a_new_edition_is_told_and_taken(
    browser: Any, built_site: Path, next_edition: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(built_site, folder)
    with served(folder) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address + PLAYBOOK)
        _kept(page)
        page.locator(".checks input").first.check()
        page.reload()
        old = page.locator("h1").inner_text()
        shutil.rmtree(folder)
        shutil.copytree(next_edition, folder)
        page.reload()
        button = page.locator(".toast button").first
        button.wait_for(timeout=60_000)
        assert page.locator("h1").inner_text() == old, "a new edition is offered, not forced"
        button.click()
        page.locator("h1", has_text=TITLE).wait_for()
        assert page.locator(".checks input").first.is_checked(), "what was ticked is kept"
        context.set_offline(True)
        page.goto(f"{address}en/trees/unresponsive.html")
        page.goto(address + PLAYBOOK)
        assert page.locator("h1").inner_text() == TITLE
        context.close()


def test_storage_that_fails_harms_nothing(browser: Any, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    trouble = watch(page, address)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }});"
        "Object.defineProperty(window, 'caches', {get() { throw new Error('no') }});"
    )
    page.goto(address + PLAYBOOK)
    page.locator(".checks input").first.check()
    assert page.locator("[data-seen] b").inner_text() == "1"
    assert trouble.said == []
    context.close()
