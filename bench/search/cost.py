"""What a search costs its reader: bytes on the wire and time to results, measured in Chromium."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.search.engines.served import served

RESULTS = 5
SLOW = 4
OURS_PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8">
<script src="/playbook-search.js"></script></head><body></body></html>"""
OURS_SCRIPT = """async ([query, lang, limit]) => {
  const start = performance.now();
  const found = await playbookSearch.query(query, { lang, limit });
  return [performance.now() - start, found.length];
}"""
PAGEFIND_SCRIPT = """async ([query, lang, limit]) => {
  const start = performance.now();
  window.pagefind = window.pagefind || await import("/pagefind/pagefind.js");
  const { results } = await window.pagefind.search(query);
  const shown = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return [performance.now() - start, shown.length];
}"""


@dataclass(frozen=True)
class FirstSearch:
    """A first search on a fresh page, program included: medians over the queries."""

    bytes: int
    requests: int
    milliseconds: float


@dataclass(frozen=True)
class Cost:
    """One engine and language."""

    first: FirstSearch
    next_p95: float
    next_p95_slow: float


class Site:
    """A built index and how to ask it in a page."""

    def __init__(self, name: str, folder: Path, script: str) -> None:
        self.name = name
        self.folder = folder
        self.script = script

    def address(self, lang: str) -> str:
        return f"/{lang}-ask.html"


def ours(index: Path) -> Site:
    """Our index, with a page a language that holds nothing but the bootstrap."""
    folder = next(index.rglob("playbook-search.js")).parent
    return _with_pages(Site("ours", folder, OURS_SCRIPT), OURS_PAGE)


def pagefind(folder: Path) -> Site:
    page = '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"></head></html>'
    return _with_pages(Site("Pagefind", folder, PAGEFIND_SCRIPT), page)


def _with_pages(site: Site, page: str) -> Site:
    for lang in ("en", "fi", "hi", "ka"):
        (site.folder / f"{lang}-ask.html").write_text(page.format(lang=lang), encoding="utf-8")
    return site


def measure(browser: Any, site: Site, lang: str, queries: Sequence[str], fresh: int = 5) -> Cost:
    """First searches on `fresh` new pages, then all `queries` on a page, also with a slow CPU."""
    sizes, counts, times = [], [], []
    with served(site.folder) as (address, traffic):
        for query in queries[:fresh]:
            context = browser.new_context()
            page = context.new_page()
            page.goto(address + site.address(lang))
            before = len(traffic.requests)
            milliseconds, _ = page.evaluate(site.script, [query, lang, RESULTS])
            sent = traffic.requests[before:]
            # The bootstrap is part of the page; it is counted with the first search.
            own = [size for path, size in traffic.requests if path == "/playbook-search.js"][-1:]
            sizes.append(sum(size for _, size in sent) + sum(own))
            counts.append(len(sent) + len(own))
            times.append(milliseconds)
            context.close()
        quick = _p95(browser, site, address, lang, queries, slowed=1)
        slow = _p95(browser, site, address, lang, queries, slowed=SLOW)
    first = FirstSearch(
        round(statistics.median(sizes)), round(statistics.median(counts)), statistics.median(times)
    )
    return Cost(first, quick, slow)


def _p95(
    browser: Any, site: Site, address: str, lang: str, queries: Sequence[str], slowed: int
) -> float:
    """What 95 % of the queries after the first keep within, on a page that has fetched nothing."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + site.address(lang))
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    times = [float(page.evaluate(site.script, [query, lang, RESULTS])[0]) for query in queries]
    context.close()
    return sorted(times[1:])[int(0.95 * (len(times) - 2))]


def material_bytes(site: Path) -> int:
    """Material loads its whole index, worker and language files before the first result."""
    scripts = site / "assets" / "javascripts"
    files = [
        site / "search" / "search_index.json",
        *(scripts / "workers").glob("search.*.js"),
        scripts / "lunr" / "wordcut.js",
        *(scripts / "lunr" / "min" / f"lunr.{name}.min.js"
          for name in ("stemmer.support", "multi", "fi", "hi")),
    ]  # fmt: skip
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in files)


def index_bytes(folder: Path) -> tuple[int, int]:
    """Gzipped size of our whole index: without and with the texts for snippets."""
    sizes = {
        path: len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in folder.glob("*.js")
    }
    texts = sum(size for path, size in sizes.items() if path.name.startswith("text-"))
    return sum(sizes.values()) - texts, sum(sizes.values())
