"""The search panel with an engine that answers what the test wants: keys, words, states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import search_pages as pages

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
FIELD = "dialog input[name=q]"


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The page with the panel, from a folder; any error of a script fails the test."""
    site = pages.write_site(tmp_path)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(5000)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto((site / "en" / "index.html").as_uri())
    yield opened
    context.close()
    assert errors == []


def ask(page: Any, text: str, rows: str = ".hit-row") -> None:
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type(text)
    page.wait_for_selector(rows)


def follow_nothing(page: Any) -> None:
    """Let a click on a result do everything but leave the page."""
    page.evaluate("addEventListener('click', event => event.preventDefault())")


def chosen(page: Any) -> str:
    """Id of the option that is chosen; the field and the list must agree on it."""
    named = page.get_attribute(FIELD, "aria-activedescendant")
    marked = page.eval_on_selector_all("[aria-selected=true]", "all => all.map(one => one.id)")
    assert marked == [named]
    return str(named)


def test_nothing_is_loaded_before_search_is_asked_for(page: Any) -> None:
    assert page.evaluate("document.querySelectorAll('script[src]').length") == 1
    assert page.evaluate("typeof playbookSearchPanel") == "undefined"
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    assert page.evaluate("(window.asked || []).length") == 0


@pytest.mark.parametrize("way", ["/", "Control+k", "Meta+k"])
def test_keys_open_the_panel(page: Any, way: str) -> None:
    page.keyboard.press(way)
    page.wait_for_selector(FIELD)
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.input_value(FIELD) == ""


def test_a_slash_typed_into_a_field_stays_there(page: Any) -> None:
    page.focus("textarea")
    page.keyboard.type("a/b")
    assert page.input_value("textarea") == "a/b"
    assert page.query_selector(FIELD) is None


def test_the_link_and_the_form_open_the_panel(page: Any) -> None:
    page.click("#opener")
    page.wait_for_selector(FIELD)
    page.keyboard.press("Escape")
    page.fill("#ask", "late invoice")
    page.press("#ask", "Enter")
    page.wait_for_selector(".hit-row")
    assert page.input_value(FIELD) == "late invoice"
    assert "index.html" in page.url


def test_the_rest_of_the_page_is_inert_and_gets_the_focus_back(page: Any) -> None:
    page.focus("#opener")
    page.keyboard.press("Enter")
    page.wait_for_selector(FIELD)
    assert page.evaluate("[...document.body.children].filter(e => !e.inert).length") == 1
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    page.keyboard.press("Escape")
    # The dialog's `close` comes with the next turn of the page, not with the key.
    page.wait_for_function("document.querySelectorAll('[inert]').length === 0")
    assert page.evaluate("document.activeElement.id") == "opener"
    assert page.evaluate("document.querySelector('dialog').open") is False


def test_one_letter_asks_nothing_two_do(page: Any) -> None:
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("i")
    page.wait_for_timeout(250)
    assert page.evaluate("(window.asked || []).length") == 0
    page.keyboard.type("n")
    page.wait_for_selector(".hit-row")
    text, options = page.evaluate("window.asked.at(-1)")
    assert (text, options["lang"], options["prefix"]) == ("in", "en", True)


def test_arrows_choose_and_enter_opens(page: Any) -> None:
    ask(page, "invoice")
    assert page.get_attribute(FIELD, "aria-expanded") == "true"
    first = chosen(page)
    page.keyboard.press("ArrowDown")
    assert chosen(page) != first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert chosen(page) == "search-group-2-0"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("PageDown")
    assert chosen(page) == "search-group-1-0"
    with page.expect_navigation(url="**/playbooks/b.html#s0"):
        page.keyboard.press("Enter")


def test_enter_before_the_answer_asks_instead_of_opening(page: Any) -> None:
    ask(page, "invoice")
    page.evaluate(
        """() => {
          const answer = playbookSearch.query;
          playbookSearch.query = (text, options) =>
            options.prefix ? new Promise(() => {}) : answer(text, options);
        }"""
    )
    page.keyboard.type("s")
    page.keyboard.press("Enter")
    page.wait_for_function("window.asked.at(-1)[0] === 'invoices'")
    assert page.evaluate("window.asked.at(-1)[1].prefix") is False
    assert "index.html" in page.url


def test_groups_chips_marks_and_labels(page: Any) -> None:
    ask(page, "invoice")
    assert page.eval_on_selector_all(".grp b", "all => all.map(e => e.textContent)")[0] == "Title a"
    chips = page.eval_on_selector_all(".hit-row .chip", "all => all.map(e => e.textContent)")
    assert chips == ["Sign", "Step", "Say", "Leave", "Guide"]
    marks = page.eval_on_selector_all("mark", "all => all.map(e => e.textContent)")
    assert set(marks) == {"invoice"}
    captions = page.eval_on_selector_all(".grp small", "all => all.map(e => e.textContent)")
    assert captions == [
        "Playbook 3",
        "Playbook 11. Found through Hindi",
        "Guide. Not translated yet, shown in Finnish",
    ]
    assert page.get_attribute(".grp:last-child .hit-row > span:last-child", "lang") == "fi"


def test_filters_by_facet_and_category(page: Any) -> None:
    ask(page, "invoice")
    labels = page.eval_on_selector_all(".filters button", "all => all.map(e => e.textContent)")
    assert labels == ["All 5", "Signs 1", "Steps 1", "Leave 1", "Say 1"]
    page.click(".filters .c-strategy")
    assert page.locator(".hit-row").count() == 1
    assert page.get_attribute(".filters .c-strategy", "aria-pressed") == "true"
    page.click(".filters .c-strategy")
    kinds = page.get_by_label("Show only kinds of client")
    assert kinds.inner_text().split("\n") == ["All kinds of client", "Money (3)", "Conflict (1)"]
    kinds.focus()
    kinds.select_option("conflict")
    assert page.locator(".hit-row").count() == 1
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.click(".filters button")
    assert page.locator(".hit-row").count() == 5


def test_a_few_results_first_and_more_when_asked_for(page: Any) -> None:
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.evaluate("playbookSearch.warm()")
    page.wait_for_function("window.answers")
    page.evaluate(
        """() => {
          const [one] = window.answers();
          const names = [...Array(30).keys()].map((n) => `playbooks/k${n}`);
          const many = names.map((group) => ({ ...one, group, hits: [] }));
          window.answers = (text, { limit }) => many.slice(0, limit);
        }"""
    )
    page.keyboard.type("invoice")
    page.wait_for_function("document.querySelectorAll('.grp').length === 5")
    page.get_by_role("button", name="More results").click()
    page.wait_for_function("document.querySelectorAll('.grp').length === 20")
    assert chosen(page) == "search-group-5-0"
    assert page.get_by_role("button", name="More results").count() == 0
    page.keyboard.type("s")
    page.wait_for_function("document.querySelectorAll('.grp').length === 5")


def test_one_row_for_an_address(page: Any) -> None:
    ask(page, "invoice")
    page.evaluate(
        """() => {
          const [one] = window.answers();
          window.answers = () => [{ ...one, hits: [{ ...one.hits[0], url: one.url }] }];
        }"""
    )
    page.fill(FIELD, "invoices")
    page.wait_for_function("document.querySelectorAll('.hit-row').length === 1")


def test_a_correction_is_said_and_can_be_refused(page: Any) -> None:
    ask(page, "invoice")
    page.evaluate("window.correction = 'invoice'")
    page.fill(FIELD, "invioce")
    page.wait_for_selector(".said b")
    assert page.inner_text(".said") == (
        "5 results. Showing results for invoice. Search for “invioce” instead"
    )
    page.click(".said button")
    page.wait_for_function("window.asked.at(-1)[1].insist === true")
    page.wait_for_function("!document.querySelector('.said b')")
    page.keyboard.type("x")
    page.wait_for_function("window.asked.at(-1)[1].insist === false")


def test_the_number_of_results_is_announced(page: Any) -> None:
    ask(page, "invoice")
    page.wait_for_function("document.querySelector('[role=status]').textContent === '5 results.'")


def test_nothing_found_leads_on(page: Any) -> None:
    ask(page, "invoice")
    page.evaluate("window.answers = () => []")
    page.fill(FIELD, "xylophone")
    # What is said follows what is shown after a moment, and an answer to the first may be late.
    page.wait_for_selector(".said:text-is('Nothing found for “xylophone”.')")
    page.wait_for_selector(".nearest a")
    assert page.get_attribute(".none .btn", "href") == "../en/trees/triage.html"
    assert page.get_attribute(FIELD, "aria-expanded") == "false"
    assert page.get_attribute(FIELD, "aria-activedescendant") is None


def test_a_failure_is_said_keeps_the_text_and_can_be_tried_again(page: Any) -> None:
    ask(page, "invoice")
    page.evaluate("window.broken = true")
    page.fill(FIELD, "invoices")
    page.wait_for_selector("[role=alert]")
    assert page.input_value(FIELD) == "invoices"
    page.evaluate("window.broken = false")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_selector(".hit-row")
    assert page.query_selector("[role=alert]") is None


def test_recent_queries_stay_here_and_can_be_forgotten(page: Any) -> None:
    ask(page, "invoice late")
    follow_nothing(page)
    page.click(".hit-row")
    page.fill(FIELD, "")
    page.wait_for_selector(".query")
    assert page.inner_text(".query >> nth=0") == "invoice late"
    page.click(".query >> nth=0")
    page.wait_for_selector(".hit-row")
    page.fill(FIELD, "")
    page.get_by_role("button", name="Forget these").click()
    assert page.eval_on_selector_all(".query", "all => all.map(e => e.textContent)") == [
        "client does not pay",
        "ghosting client",
    ]


def test_blocked_storage_does_no_harm(page: Any) -> None:
    page.evaluate(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})"
    )
    ask(page, "invoice")
    follow_nothing(page)
    page.click(".hit-row")
    page.fill(FIELD, "")
    page.wait_for_selector(".query")


def test_keys_of_a_composition_are_left_alone(page: Any) -> None:
    ask(page, "invoice")
    before = chosen(page)
    page.dispatch_event(FIELD, "compositionstart")
    for key in ("ArrowDown", "Enter", "Escape"):
        page.dispatch_event(FIELD, "keydown", {"key": key, "isComposing": True, "bubbles": True})
    assert chosen(page) == before
    assert page.evaluate("document.querySelector('dialog').open") is True
    page.fill(FIELD, "გადახდა")
    page.dispatch_event(FIELD, "compositionend")
    page.wait_for_function("window.asked.at(-1)[0] === 'გადახდა'")


def test_a_link_with_a_query_opens_the_panel(page: Any) -> None:
    page.goto(page.url.replace("index.html", "search.html?q=%E1%83%92%E1%83%90%20pay"))
    page.wait_for_selector(".hit-row")
    assert page.input_value(FIELD) == "გა pay"
    assert page.evaluate("window.asked[0][1].prefix") is False


def test_a_late_answer_does_not_replace_a_newer_one(page: Any) -> None:
    ask(page, "invoice")
    page.evaluate(
        """() => {
          const quick = playbookSearch.query;
          playbookSearch.query = async (text, options) => {
            if (text === "slow one") await new Promise((done) => setTimeout(done, 600));
            return (await quick(text, options)).slice(0, text === "slow one" ? 1 : 2);
          };
        }"""
    )
    page.fill(FIELD, "slow one")
    page.wait_for_timeout(150)
    page.fill(FIELD, "quick one")
    page.wait_for_timeout(900)
    assert page.locator(".grp").count() == 2


def test_a_phone_shows_the_panel_full_screen(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    ask(page, "invoice")
    box = page.locator("dialog").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 390
    small = page.eval_on_selector_all(
        "dialog :is(button, a, input)",
        "all => all.map(e => [e.textContent, e.getBoundingClientRect().height])"
        ".filter(([, height]) => height < 28)",
    )
    assert small == []


def test_on_a_desk_it_is_a_panel_of_736_pixels(page: Any) -> None:
    ask(page, "invoice")
    assert page.locator("dialog").bounding_box()["width"] == 736
    page.mouse.click(20, 400)
    page.wait_for_function("!document.querySelector('dialog').open")


@pytest.mark.parametrize("state", ["empty", "results", "nothing", "failure"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Any, state: str, scheme: str, project: Path) -> None:
    axe = project / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.is_file():
        pytest.skip("axe-core is not installed (npm install)")
    page.emulate_media(color_scheme=scheme)
    ask(page, "invoice")
    if state == "empty":
        page.fill(FIELD, "")
        page.wait_for_selector(".query")
    elif state == "nothing":
        page.evaluate("window.answers = () => []")
        page.fill(FIELD, "xylophone")
        page.wait_for_selector(".nearest")
    elif state == "failure":
        page.evaluate("window.broken = true")
        page.fill(FIELD, "invoices")
        page.wait_for_selector("[role=alert]")
    page.add_script_tag(path=str(axe))
    found = page.evaluate("axe.run('dialog').then(result => result.violations)")
    assert [(item["id"], [node["html"] for node in item["nodes"]]) for item in found] == []
