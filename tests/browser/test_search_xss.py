"""Nothing a reader types and nothing a page says is ever taken for markup by the panel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import search_pages as pages

from playbook.search import publish
from playbook.search.documents import Document, Section

pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
FIELD = "dialog input[name=q]"
RUN = "window.ran=1"
PAYLOADS = [
    f"<script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script/x>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src=x onerror='{RUN}'//",
    f"<IMG SRC=x oNeRrOr={RUN}>",
    f"<img/src=x/onerror={RUN}>",
    f"<img src=x:x onerror&#61;{RUN}>",
    f"<svg onload={RUN}>",
    f"<svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a xlink:href='javascript:{RUN}'><text>x</text></a></svg>",
    f"<svg><use href=\"data:image/svg+xml,<svg id='x'><script>{RUN}</script></svg>#x\"></svg>",
    f"<math><mtext></table><mglyph><style><img src onerror={RUN}>",
    f"<body onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src='javascript:parent.{RUN}'></iframe>",
    f"<object data='javascript:{RUN}'></object>",
    f"<embed src='javascript:{RUN}'>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<textarea autofocus onfocus={RUN}>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<style>@keyframes x{{}}</style><b style='animation-name:x' onanimationstart={RUN}>x</b>",
    f"<form action='javascript:{RUN}'><button>x</button></form>",
    f"<a href='javascript:{RUN}'>x</a>",
    f"<a href='&#106;avascript:{RUN}'>x</a>",
    f"<base href='javascript:{RUN}//'>",
    f"<link rel=stylesheet href='javascript:{RUN}'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<template><script>{RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"<![CDATA[<img src=x onerror={RUN}>]]>",
    f"\"><img src=x onerror={RUN}>",
    f"'><img src=x onerror={RUN}>",
    f"' onfocus={RUN} autofocus x='",
    f"\" onmouseover=\"{RUN}\" x=\"",
    f"`;{RUN};//",
    f"${{{RUN}}}",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"javascript:{RUN}",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"\u003cimg src=x onerror={RUN}\u003e",
    f"%3Cimg%20src%3Dx%20onerror%3D{RUN}%3E",
    f"<img src=x onerror={RUN}>",
]  # fmt: skip


def poisoned(payload: str) -> list[dict[str, Any]]:
    """A result with the payload in every field that comes from content."""
    half = len(payload) // 2
    row = {
        "section": payload,
        "heading": payload,
        "facet": None,
        "url": "javascript:window.ran=1",
        "snippet": {"text": payload, "ranges": [[0, half], [half + 1, len(payload)]]},
    }
    hit = {**row, "facet": payload}
    return [
        {**row, "id": payload, "group": payload, "title": payload, "lang": payload,
         "through": payload, "words": [payload], "score": 1, "hits": [hit]},
        {**row, "id": "a", "group": "playbooks/a", "title": payload, "lang": "en",
         "through": payload, "words": [payload], "score": 1, "hits": []},
    ]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = pages.write_site(tmp_path_factory.mktemp("xss"))
    return folder


@pytest.fixture(scope="module")
def page(browser: Any, site: Path) -> Iterator[Any]:
    context = browser.new_context()
    opened = context.new_page()
    opened.set_default_timeout(5000)
    opened.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    yield opened
    context.close()


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) >= 40


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_stays_text(page: Any, site: Path, payload: str) -> None:
    page.goto((site / "en" / "index.html").as_uri() + "?q=" + quote(payload))
    page.wait_for_selector(".hit-row")
    assert page.input_value(FIELD) == payload

    elements = "dialog.querySelectorAll('script,img,iframe,object,embed,video,style,base,meta')"
    page.evaluate(
        """(answers) => {
          window.answers = () => answers;
          window.correction = answers[0].title;
        }""",
        poisoned(payload),
    )
    page.fill(FIELD, payload + " x")
    page.wait_for_selector(".said b")
    assert page.inner_text(".grp b >> nth=0").split() == payload.split()
    texts = page.eval_on_selector_all(
        ".hit-row > span:last-child", "all => all.map(e => e.textContent)"
    )
    assert all(payload in text for text in texts)
    hrefs = page.eval_on_selector_all(".hit-row", "all => all.map(e => e.getAttribute('href'))")
    assert set(hrefs) == {"../"}

    page.evaluate("window.answers = () => []")
    page.fill(FIELD, payload + " y")
    page.wait_for_function("document.querySelectorAll('.hit-row').length === 0")
    assert payload in page.inner_text(".said") or payload.split() == []

    page.fill(FIELD, "")
    page.wait_for_selector(".query")
    assert page.evaluate(f"(dialog => {elements}.length)(document.querySelector('dialog'))") == 0
    assert page.evaluate("window.ran") is None


def test_a_remembered_payload_stays_text(page: Any, site: Path) -> None:
    page.goto((site / "en" / "index.html").as_uri())
    page.evaluate(
        "payloads => localStorage.setItem('playbook-search-recent', JSON.stringify(payloads))",
        PAYLOADS[:6],
    )
    page.keyboard.press("/")
    page.wait_for_selector(".query")
    shown = page.eval_on_selector_all(".query", "all => all.map(e => e.textContent)")
    assert shown[:6] == PAYLOADS[:6]
    assert page.evaluate("window.ran") is None


def test_payloads_in_content_stay_text(browser: Any, tmp_path: Path) -> None:
    """The same texts as titles, names, headings and words of pages, indexed and found."""
    documents = [
        Document(
            id=payload,
            group=f"playbooks/p{n}",
            lang="en",
            url=f"en/playbooks/p{n}.html",
            title=payload,
            sections=(Section("signs", payload, "sign", f"{payload} needle{letters(n)}"),),
            aliases=(payload,),
        )
        for n, payload in enumerate(PAYLOADS)
    ]
    site = pages.write_site(tmp_path, index=publish(documents))
    page = browser.new_page()
    page.set_default_timeout(10_000)
    page.goto((site / "en" / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    for n, payload in enumerate(PAYLOADS):
        page.fill(FIELD, f"needle{letters(n)}")
        page.wait_for_function(
            "title => document.querySelector('.grp b')?.textContent === title", arg=payload
        )
    assert page.evaluate("document.querySelectorAll('dialog :is(script,img,iframe)').length") == 0
    assert page.evaluate("window.ran") is None
    page.close()


def letters(number: int) -> str:
    """A number in letters, so that it is part of one word."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03d}")


@pytest.mark.parametrize("kept", ["not json", "{}", "[1, null, {}]", '["", "  "]', "null"])
def test_broken_memory_is_no_memory(page: Any, site: Path, kept: str) -> None:
    page.goto((site / "en" / "index.html").as_uri())
    page.evaluate("kept => localStorage.setItem('playbook-search-recent', kept)", kept)
    page.keyboard.press("/")
    page.wait_for_selector(".query")
    assert page.inner_text(".query >> nth=0") == "client does not pay"
