"""Tree pages as people use them: with and without scripts, from a folder and from a server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from playbook.library import load_library
from playbook.tree import Leads, Tree, find_tree, load_trees

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

LANGUAGES = ("en", "ka", "fi", "hi")
AUTHORED = ("triage", "stay-or-leave")

OUTSIDE = """() => {
  const drawing = document.querySelector('.map').getBoundingClientRect();
  const found = [];
  for (const link of document.querySelectorAll('.map a')) {
    const row = link.querySelector('.hit').getBoundingClientRect();
    for (const text of link.querySelectorAll('tspan, text.no')) {
      const box = text.getBoundingClientRect();
      const inside = box.left >= row.left && box.right <= drawing.right + 0.5
        && box.bottom <= row.bottom + 3 && box.top >= row.top - 3;
      if (!inside) found.push(text.textContent);
    }
  }
  return found;
}"""
"""Words of the map that stand outside their row or the drawing."""

WALK = """async (paths) => {
  const moved = () => new Promise((done) =>
    addEventListener("hashchange", () => setTimeout(done), { once: true }));
  const problems = [];
  for (const path of paths) {
    if (location.hash) {
      const start = moved();
      location.hash = "";
      await start;
    }
    for (const { question, answer, onward, end } of path) {
      const seen = [...document.querySelectorAll("section.q")]
        .filter((section) => section.getClientRects().length);
      if (seen.length !== 1 || seen[0].id !== question) {
        problems.push(`asked ${seen.map((section) => section.id)} instead of ${question}`);
        break;
      }
      const link = seen[0].querySelectorAll(".answers a")[answer];
      if (onward) {
        const next = moved();
        link.click();
        await next;
      } else if (!link.href.endsWith(end)) {
        problems.push(`${link.href} instead of ${end}`);
      }
    }
  }
  return problems;
}"""
"""Gives the answers of all paths, one page after another; returns what went wrong."""


@pytest.fixture(scope="module")
def trees(project: Path) -> tuple[Tree, ...]:
    return load_trees(load_library(project / "content"))


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page with scripts; an error of one fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


@pytest.fixture
def plain_page(browser: Any) -> Iterator[Any]:
    """A page without scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def place(built_site: Path, address: str, how: str, lang: str, id: str) -> str:
    root = address if how == "http" else built_site.as_uri() + "/"
    return f"{root}{lang}/trees/{id}.html"


def asked(page: Any) -> list[str]:
    """Ids of the questions that can be seen."""
    found: list[str] = page.eval_on_selector_all(
        "section.q", "all => all.filter(q => q.getClientRects().length).map(q => q.id)"
    )
    return found


def all_paths(trees: tuple[Tree, ...], lang: str, id: str) -> list[Any]:
    tree = find_tree(trees, lang, id)
    assert tree is not None
    return list(tree.paths())


def go_through(page: Any, url: str, paths: list[Any]) -> None:
    """Give every answer of every path; the last leads to where the tree says."""
    page.goto(url)
    given = [
        [
            {
                "question": question.id,
                "answer": question.answers.index(answer),
                "onward": answer.leads is Leads.QUESTION,
                "end": f"/{answer.group}.html" + (f"#{answer.anchor}" if answer.anchor else ""),
            }
            for question, answer in path
        ]
        for path in paths
    ]
    assert page.evaluate(WALK, given) == []


@pytest.mark.parametrize("how", ["http", "file"])
@pytest.mark.parametrize("id", AUTHORED)
def test_every_path_of_the_reference(
    id: str, how: str, page: Any, built_site: Path, address: str, trees: tuple[Tree, ...]
) -> None:
    go_through(page, place(built_site, address, how, "en", id), all_paths(trees, "en", id))


@pytest.mark.parametrize("lang", ["ka", "fi", "hi"])
@pytest.mark.parametrize("id", [*AUTHORED, "unresponsive"])
def test_some_paths_of_other_languages(
    id: str, lang: str, page: Any, built_site: Path, address: str, trees: tuple[Tree, ...]
) -> None:
    paths = all_paths(trees, lang, id)
    go_through(page, place(built_site, address, "file", lang, id), paths[:: len(paths) // 5])


@pytest.mark.parametrize("how", ["http", "file"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id", [*AUTHORED, "unresponsive"])
def test_without_scripts_every_answer_leads_somewhere(
    id: str,
    lang: str,
    how: str,
    plain_page: Any,
    built_site: Path,
    address: str,
    trees: tuple[Tree, ...],
) -> None:
    tree = find_tree(trees, lang, id)
    assert tree is not None
    plain_page.goto(place(built_site, address, how, lang, id))
    shown = plain_page.locator("section.q")
    assert shown.count() == len(tree.questions)
    for n, question in enumerate(tree.questions):
        links = shown.nth(n).locator(".answers a")
        assert shown.nth(n).is_visible()
        assert links.locator("b").all_text_contents() == [a.text for a in question.answers]
        for position, answer in enumerate(question.answers):
            href = links.nth(position).get_attribute("href")
            if answer.leads is Leads.QUESTION:
                assert href == f"#{answer.to}"
            else:
                target, _, anchor = str(href).partition("#")
                file = (built_site / lang / "trees" / target).resolve()
                assert file.is_file(), href
                assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), href


def test_without_scripts_an_answer_goes_to_its_question(
    plain_page: Any, built_site: Path, address: str
) -> None:
    plain_page.goto(place(built_site, address, "file", "en", "triage"))
    plain_page.locator("#what-comes-back .answers a").first.click()
    assert plain_page.url.endswith("#left-open")
    assert plain_page.locator("#left-open h2").bounding_box()["y"] < 200


def test_the_address_of_a_step_survives_reload_and_the_language_switch(
    page: Any, built_site: Path, address: str
) -> None:
    page.goto(place(built_site, address, "file", "en", "triage"))
    page.locator("section.now .answers a").nth(1).click()
    page.locator("section.now .answers a").nth(2).click()
    step = "#what-comes-back/a-lot-of-what/what-they-say-about-it"
    assert page.url.endswith(step)
    page.reload()
    assert asked(page) == ["what-they-say-about-it"]
    assert page.locator(".path li").count() == 2
    page.locator("details.lang summary").click()
    page.locator("details.lang a[hreflang=fi]").click()
    assert page.url.endswith(f"/fi/trees/triage.html{step}")
    assert asked(page) == ["what-they-say-about-it"]
    assert "Todella paljon" in page.locator(".path").text_content()


def test_back_the_path_and_start_again(page: Any, built_site: Path, address: str) -> None:
    page.goto(place(built_site, address, "file", "en", "triage"))
    assert not page.locator("[data-back]").is_visible()
    page.locator("section.now .answers a").nth(1).click()
    page.locator("section.now .answers a").nth(3).click()
    assert asked(page) == ["how-it-grew"]
    page.locator("[data-back]").click()
    assert asked(page) == ["a-lot-of-what"]
    page.go_back()
    assert asked(page) == ["how-it-grew"], "the browser's own way back works as well"
    page.locator(".path a").first.click()
    assert asked(page) == ["what-comes-back"]
    page.locator("section.now .answers a").nth(4).click()
    page.locator("[data-restart]").click()
    assert asked(page) == ["what-comes-back"]
    assert not page.locator("[data-restart]").is_visible()


def test_which_of_two_answers_was_given_stands_in_the_address(
    page: Any, built_site: Path, address: str
) -> None:
    page.goto(place(built_site, address, "file", "en", "unresponsive"))
    second = page.locator("section.now .answers a").nth(1)
    words = second.locator("b").text_content()
    second.click()
    assert "#signs.2/" in page.url
    page.reload()
    assert page.locator(".path b").text_content() == words


def test_all_questions_and_back_to_one(page: Any, built_site: Path, address: str) -> None:
    page.goto(place(built_site, address, "file", "en", "triage"))
    page.locator("[data-whole]").click()
    assert len(asked(page)) == page.locator("section.q").count()
    page.locator("#left-open").scroll_into_view_if_needed()
    page.locator("[data-whole]").click()
    assert asked(page) == ["what-comes-back"]


def test_a_plain_anchor_shows_its_question(page: Any, built_site: Path, address: str) -> None:
    page.goto(place(built_site, address, "http", "en", "triage") + "#how-it-grew")
    assert asked(page) == ["how-it-grew"]
    assert page.locator(".path li").count() == 0
    page.locator("[data-back]").click()
    assert asked(page) == ["what-comes-back"]


def test_the_skip_link_leaves_the_question(page: Any, built_site: Path, address: str) -> None:
    page.goto(place(built_site, address, "file", "en", "triage") + "#how-it-grew")
    page.evaluate("location.hash = 'main'")
    page.wait_for_timeout(50)
    assert asked(page) == ["how-it-grew"]


def test_keyboard_alone(page: Any, built_site: Path, address: str) -> None:
    page.goto(place(built_site, address, "file", "en", "triage"))
    for wanted in ("a-lot-of-what", "before-it-goes-out"):
        links = page.locator("section.now .answers a")
        target = page.evaluate(
            "([all, id]) => [...all].findIndex(a => a.dataset.to === id)",
            [links.element_handles(), wanted],
        )
        first = "document.activeElement === document.querySelector('section.now .answers a')"
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate(first):
                break
        assert page.evaluate(first)
        for _ in range(target):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#{wanted}.now")
        focused = page.evaluate("document.activeElement.closest('section')?.id")
        assert focused == wanted, "the new question has the focus, to be read out"
    assert page.locator("#said").text_content() == "You are at question 5."


def test_the_path_is_marked_on_the_map(page: Any, built_site: Path, address: str) -> None:
    page.goto(place(built_site, address, "file", "en", "triage") + "#what-comes-back/a-lot-of-what")
    assert page.locator(".map a.now").get_attribute("data-n") == "a-lot-of-what"
    assert page.locator(".map a.now").get_attribute("aria-current") == "step"
    assert page.locator(".map path.on").count() == 1
    assert page.locator(".map path.on").get_attribute("data-e") == "what-comes-back.2"
    page.locator('.map a[data-n="left-open"]').click()
    assert asked(page) == ["left-open"]


def test_paper_has_the_whole_tree(page: Any, built_site: Path, address: str) -> None:
    page.goto(place(built_site, address, "file", "en", "triage") + "#what-comes-back/left-open")
    page.emulate_media(media="print")
    assert len(asked(page)) == page.locator("section.q").count()
    assert not page.locator(".treenav").is_visible()
    assert not page.locator(".path").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_leave_their_row_of_the_map(
    lang: str, page: Any, built_site: Path, address: str, trees: tuple[Tree, ...]
) -> None:
    for tree in trees:
        if tree.lang != lang:
            continue
        page.goto(place(built_site, address, "file", lang, tree.id))
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(OUTSIDE) == [], f"{tree.id} at {width}"
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{tree.id} scrolls sideways at {width}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "step", ["triage", "triage#what-comes-back/a-lot-of-what", "unresponsive#whole-key"]
)
def test_axe_finds_nothing_serious(
    step: str, lang: str, scheme: str, page: Any, built_site: Path, address: str, project: Path
) -> None:
    axe = project / "node_modules/axe-core/axe.min.js"
    if not axe.is_file():
        pytest.skip("axe-core is not installed (npm ci)")
    id, _, hash = step.partition("#")
    page.emulate_media(color_scheme=scheme)
    page.goto(place(built_site, address, "file", lang, id) + (f"#{hash}" if hash else ""))
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    serious = [
        (violation["id"], [node["target"] for node in violation["nodes"]][:3])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert serious == [], json.dumps(serious, ensure_ascii=False)
