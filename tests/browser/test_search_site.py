"""Search on the whole site: the same answers on a server, from a folder and without a connection;
the keyboard from the home page to a playbook; what is left without a script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from bench.search.own import OwnQuery, read_queries
from serving import watch

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

LANGUAGES = ("en", "ka", "fi", "hi")
FIELD = "dialog input[name=q]"
# Every eighth query of our own set, all languages and kinds among them.
QUERIES = read_queries()[::8]
ASK = """async (queries) => {
  const answers = [];
  for (const [text, lang] of queries) {
    answers.push(await playbookSearch.query(text, { lang, limit: 10 }));
  }
  return answers;
}"""


def answers_of(page: Any, queries: list[OwnQuery] = QUERIES) -> Any:
    return page.evaluate(ASK, [[query.q, query.lang] for query in queries])


@pytest.fixture(scope="module")
def from_folder(browser: Any, built_site: Path) -> Iterator[Any]:
    """Answers to the queries on a page opened from a folder."""
    page = browser.new_page()
    trouble = watch(page, built_site.as_uri())
    page.goto((built_site / "en" / "index.html").as_uri())
    answers = answers_of(page)
    page.close()
    assert trouble.any == []
    return answers


def test_a_page_loads_no_search_unasked(browser: Any, address: str) -> None:
    page = browser.new_page(service_workers="block")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "en/playbooks/unresponsive.html", wait_until="networkidle")
    page.close()
    assert [url for url in asked if "/search/" in url or "search-ui" in url] == []


def test_server_and_folder_answer_alike(browser: Any, address: str, from_folder: Any) -> None:
    page = browser.new_page(service_workers="block")
    trouble = watch(page, address)
    page.goto(address + "fi/guides/leaving.html")
    answers = answers_of(page)
    page.close()
    assert answers == from_folder
    assert trouble.elsewhere + trouble.failed == []


@pytest.mark.parametrize("forbidden", ["worker-src", "connect-src"])
def test_a_policy_that_forbids_workers_or_fetching_changes_no_answer(
    browser: Any, address: str, from_folder: Any, forbidden: str
) -> None:
    def with_policy(route: Any) -> None:
        response = route.fetch()
        policy = {"content-security-policy": f"{forbidden} 'none'"}
        route.fulfill(response=response, headers=response.headers | policy)

    page = browser.new_page(service_workers="block")
    page.route("**/en/index.html", with_policy)
    page.goto(address + "en/index.html")
    assert answers_of(page, QUERIES[:8]) == from_folder[:8]
    assert [worker.url for worker in page.workers] == []
    page.close()


def test_a_program_that_is_cut_off_for_the_worker_runs_in_the_page(
    browser: Any, address: str, from_folder: Any
) -> None:
    page = browser.new_page(service_workers="block")
    asked: list[str] = []

    def first_in_half(route: Any) -> None:
        response = route.fetch()
        asked.append(route.request.url)
        body = response.text()
        route.fulfill(response=response, body=body[: len(body) // 2] if len(asked) == 1 else body)

    page.route("**/search/engine-*", first_in_half)
    page.goto(address + "en/index.html")
    assert answers_of(page, QUERIES[:8]) == from_folder[:8]
    assert len(asked) == 2
    page.close()


def test_on_a_server_a_worker_searches(browser: Any, address: str, from_folder: Any) -> None:
    page = browser.new_page(service_workers="block")
    page.goto(address + "en/index.html")
    assert answers_of(page, QUERIES[:8]) == from_folder[:8]
    assert len(page.workers) == 1
    assert page.evaluate("document.querySelectorAll('script[src*=engine]').length") == 0
    page.close()


def test_without_a_connection_it_answers_alike(
    browser: Any, address: str, from_folder: Any
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "en/index.html")
    page.locator("html[data-offline=kept]").wait_for(state="attached", timeout=60_000)
    context.set_offline(True)
    page.goto(address + "en/playbooks/unresponsive.html")
    own = [(query, answer) for query, answer in zip(QUERIES, from_folder, strict=True)
           if query.lang == "en" and query.file == "en"]  # fmt: skip
    answers = answers_of(page, [query for query, _ in own])
    context.close()
    assert answers == [answer for _, answer in own]


def test_results_lead_to_places_that_exist(built_site: Path, from_folder: Any) -> None:
    addresses = {result["url"] for answer in from_folder for result in answer}
    addresses |= {
        hit["url"] for answer in from_folder for result in answer for hit in result["hits"]
    }
    lost = []
    for address in sorted(addresses):
        path, _, anchor = address.partition("#")
        page = built_site / path
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        if not text or (anchor and not re.search(rf'id="?{re.escape(anchor)}["\s>]', text)):
            lost.append(address)
    assert lost == []


def test_results_keep_the_contract(from_folder: Any) -> None:
    facets = {"sign", "strategy", "exit", "message", "question", None}
    for answer in from_folder:
        assert len(answer) <= 10
        assert len({result["group"] for result in answer}) == len(answer)
        for result in answer:
            assert {"id", "group", "url", "title", "section", "facet", "lang", "score", "snippet",
                    "hits"} <= set(result)  # fmt: skip
            for part in (result, *result["hits"]):
                assert part["facet"] in facets
                assert part["url"].endswith(f"#{part['section']}") or part["section"] is None
                text, end = part["snippet"]["text"], 0
                units = len(text.encode("utf-16-le")) // 2
                for start, stop in part["snippet"]["ranges"]:
                    assert end <= start < stop <= units
                    end = stop


@pytest.mark.parametrize("lang", LANGUAGES)
def test_keyboard_alone_leads_to_a_playbook(browser: Any, built_site: Path, lang: str) -> None:
    query = next(q for q in read_queries() if q.file == lang == q.lang and q.kind == "natural")
    page = browser.new_page()
    page.set_default_timeout(10_000)
    page.goto((built_site / lang / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.insert_text(query.q)
    page.wait_for_selector(".hit-row")
    assert page.locator("dialog mark").count() > 0
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    with page.expect_navigation(url=f"**/{lang}/*/*.html*", wait_until="commit"):
        page.keyboard.press("Enter")
    page.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_with_a_query_shows_results(browser: Any, built_site: Path, lang: str) -> None:
    query = next(q for q in read_queries() if q.file == lang == q.lang and q.kind == "natural")
    page = browser.new_page()
    page.goto((built_site / lang / "search.html").as_uri() + "?q=" + quote(query.q))
    page.wait_for_selector(".hit-row")
    assert page.input_value(FIELD) == query.q
    page.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_every_page_is_listed(browser: Any, built_site: Path, lang: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((built_site / lang / "search.html").as_uri())
    shown = page.eval_on_selector_all(
        ".search-index a", "all => all.map(a => a.getAttribute('href'))"
    )
    playbooks = {path.name for path in (built_site / lang / "playbooks").glob("*.html")}
    assert playbooks
    assert playbooks <= {Path(href.split("#")[0]).name for href in shown}
    assert page.locator("dialog").count() == 0
    page.close()


def test_a_typo_is_put_right_and_can_be_insisted_on(browser: Any, built_site: Path) -> None:
    page = browser.new_page()
    page.set_default_timeout(10_000)
    page.goto((built_site / "en" / "index.html").as_uri() + "?q=invioce")
    page.wait_for_selector(".said b")
    assert page.inner_text(".said b") == "invoice"
    assert "invoice" in {text.lower() for text in page.locator("dialog mark").all_inner_texts()}
    page.click(".said button")
    page.wait_for_function("!document.querySelector('.said b')")
    assert page.locator(".hit-row").count() == 0
    page.close()


def test_a_missing_shard_is_said_and_tried_again(browser: Any, address: str) -> None:
    page = browser.new_page(service_workers="block")
    page.set_default_timeout(10_000)
    page.goto(address + "en/index.html")
    page.route("**/search/terms-*", lambda route: route.abort())
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.insert_text("unpaid invoice")
    page.wait_for_selector("dialog [role=alert]")
    assert page.input_value(FIELD) == "unpaid invoice"
    page.unroute("**/search/terms-*")
    page.locator("dialog [role=alert] button").click()
    page.wait_for_selector(".hit-row")
    page.close()


def test_a_truncated_shard_does_not_hang(browser: Any, address: str) -> None:
    page = browser.new_page(service_workers="block")
    page.set_default_timeout(10_000)
    page.goto(address + "en/index.html")
    page.route(
        "**/search/terms-*",
        lambda route: route.fulfill(body="", content_type="text/javascript"),
    )
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.insert_text("unpaid invoice")
    page.wait_for_selector("dialog [role=alert]")
    page.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_panel(
    browser: Any, built_site: Path, project: Path, lang: str, width: int
) -> None:
    axe = project / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.is_file():
        pytest.skip("axe-core is not installed (npm install)")
    query = next(q for q in read_queries() if q.file == lang == q.lang and q.kind == "natural")
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto((built_site / lang / "index.html").as_uri() + "?q=" + quote(query.q))
    page.wait_for_selector(".hit-row")
    page.add_script_tag(path=str(axe))
    found = page.evaluate("axe.run('dialog').then(result => result.violations)")
    sideways = page.evaluate("document.querySelector('dialog').scrollWidth")
    context.close()
    assert [(item["id"], [node["html"] for node in item["nodes"]]) for item in found] == []
    assert sideways <= width


def test_the_bootstrap_is_small(built_site: Path) -> None:
    text = (built_site / "en" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    start = next(script for script in scripts if "playbookSearchStart" in script)
    assert len(start.encode()) <= 2048
    addresses = json.loads(re.search(r"\((\{\"[^()]*\})\);$", start).group(1))  # type: ignore[union-attr]
    words = [f"search/panel-{lang}.{hash}.js" for lang, hash in addresses["panel"].items()]
    for address in (addresses["program"], *words):
        assert (built_site / address).is_file()
    assert sorted(addresses["panel"]) == sorted(LANGUAGES)
