"""Pages as people read them: small screens, large letters, no scripts, keyboard, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from playbook.library import load_library
from playbook.model import Kind

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
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PLAYBOOK = "en/playbooks/unresponsive.html"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_scrolls_sideways(browser: Any, address: str, lang: str) -> None:
    """At 320 px, and at 390 and 640 px with letters twice as large."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    found = []
    for kind in KINDS:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{address}{lang}/{kind}")
        if page.evaluate(SIDEWAYS) > 0:
            found.append(f"{kind} at 320")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        for width in (390, 640):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(SIDEWAYS) > 0:
                found.append(f"{kind} at {width} and 200 %")
    context.close()
    assert found == []


SHIFTS = """window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
A_HAIR = 0.01
"""A tenth of what browsers call a good page."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_moves_while_a_page_loads(browser: Any, address: str, lang: str) -> None:
    """Neither when a font comes nor when the scripts run; each page as on a first visit."""
    moved = {}
    for kind in KINDS[:4]:
        for width in (412, 1280):
            context = browser.new_context(
                viewport={"width": width, "height": 800}, service_workers="block"
            )
            page = context.new_page()
            page.add_init_script(SHIFTS)
            page.goto(f"{address}{lang}/{kind}", wait_until="networkidle")
            moved[kind, width] = page.evaluate("window.shift")
            context.close()
    assert {place: shift for place, shift in moved.items() if shift > A_HAIR} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_reads_without_scripts(browser: Any, address: str, lang: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{lang}/playbooks/unresponsive.html")
    assert page.locator(".checks li").count() >= 5
    assert page.locator(".steps .do").count() >= 4
    assert page.locator(".verdict .rule").is_visible()
    assert page.locator(".msg blockquote").count() >= 2
    assert page.locator(".js-only").first.is_hidden()
    page.goto(f"{address}index.html")
    link = page.locator(f"main a[hreflang={lang}]")
    link.click()
    assert page.url == f"{address}{lang}/index.html"
    page.goto(f"{address}{lang}/index.html")
    page.locator(".key .leader a").first.click()
    assert "/trees/triage.html" in page.url
    context.close()


def test_keyboard_alone_reaches_what_matters(page: Any, address: str) -> None:
    page.goto(address + PLAYBOOK)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    box = page.locator(".checks input").first
    box.focus()
    page.keyboard.press("Space")
    assert page.locator("[data-seen] b").inner_text() == "1"
    page.locator(".panel input").first.focus()
    page.keyboard.press("Space")
    assert page.locator(".panel input").first.is_checked()
    summary = page.locator("details.lang summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.lang").get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator("details.lang").get_attribute("open") is None
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_signs_are_kept_for_every_language(page: Any, address: str) -> None:
    page.goto(address + PLAYBOOK)
    page.locator(".checks input").nth(1).check()
    page.goto(address + PLAYBOOK.replace("en/", "ka/"))
    assert page.locator(".checks input").nth(1).is_checked()
    assert page.locator("[data-seen] b").inner_text() == "1"
    page.locator("[data-clear]").click()
    page.reload()
    assert page.locator(".checks input:checked").count() == 0


def test_exit_panel_says_what_answers_mean(page: Any, address: str) -> None:
    page.goto(address + PLAYBOOK)
    verdict = page.locator("[data-verdict]")
    before = verdict.inner_text()
    page.locator(".panel input[value=n]").first.check(force=True)
    none = verdict.inner_text()
    page.locator(".panel input[value=y]").first.check(force=True)
    one = verdict.inner_text()
    page.locator(".panel input[value=y]").nth(1).check(force=True)
    two = verdict.inner_text()
    assert len({before, none, one, two}) == 4
    assert page.locator(".meter i.on").count() == 2


def test_fields_fill_every_message_and_copy(browser: Any, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + PLAYBOOK)
    page.locator("[data-for=name]").first.fill("Maya")
    assert page.locator("[data-f=name]").all_inner_texts() == ["Maya"] * 3
    assert page.locator("[data-for=name]").nth(1).input_value() == "Maya"
    page.locator("[data-copy]").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Hi Maya,\n\n")
    assert page.locator("#said").inner_text()
    page.locator("[data-reset]").first.click()
    assert page.locator("[data-f=name]").first.inner_text() == "[name]"
    context.close()


def test_language_switch_keeps_the_place(page: Any, address: str) -> None:
    page.goto(f"{address}{PLAYBOOK}#ask-one")
    page.goto(f"{address}{PLAYBOOK}#exit-criteria")
    page.locator("details.lang summary").click()
    page.locator("details.lang a[hreflang=fi]").click()
    assert page.url.endswith("fi/playbooks/unresponsive.html#exit-criteria")
    page.goto(f"{address}index.html")
    page.wait_for_url("**/fi/index.html")


def test_missing_page_speaks_the_language_of_the_address(page: Any, address: str) -> None:
    page.goto(f"{address}404.html")
    assert page.locator("section:visible").count() == len(LANGUAGES)
    page.evaluate("history.replaceState(0, '', '/ka/nowhere.html')")
    page.evaluate("document.dispatchEvent(new Event('DOMContentLoaded'))")
    assert page.locator("section:visible").count() == 1
    assert page.evaluate("document.documentElement.lang") == "ka"


def test_forced_colours_and_reduced_motion(browser: Any, address: str) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + PLAYBOOK)
    box = page.locator(".checks input").first
    off = box.evaluate("e => getComputedStyle(e).backgroundColor")
    box.check()
    assert box.evaluate("e => getComputedStyle(e).backgroundColor") != off
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => "
        "parseFloat(getComputedStyle(e).transitionDuration) > 0).length"
    )
    assert moving == 0
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_playbook_prints_on_one_sheet(
    browser: Any, built_site: Path, project: Path, lang: str
) -> None:
    library = load_library(project / "content")
    context = browser.new_context()
    page = context.new_page()
    sheets = {}
    for playbook in library.of_kind(lang, Kind.PLAYBOOK):
        page.goto((built_site / playbook.ref.url).as_uri())
        for paper in ("A4", "Letter"):
            pdf = page.pdf(format=paper)
            sheets[playbook.ref.id, paper] = len(re.findall(rb"/Type\s*/Page\b", pdf))
    context.close()
    assert {key: count for key, count in sheets.items() if count != 1} == {}
