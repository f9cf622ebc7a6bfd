"""Pagefind: its binary builds the index, its own script answers in Chromium."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.search.corpus import Document
from bench.search.engines.base import PROJECT, Cost, EngineMissing, run_measured
from bench.search.engines.chromium import chromium
from bench.search.engines.served import served
from bench.search.queries import Query

SCRIPT = """async (queries) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const url = new Map();
  const answers = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const found = [];
    for (const result of results.slice(0, 10)) {
      if (!url.has(result.id)) url.set(result.id, (await result.data()).raw_url);
      found.push(url.get(result.id));
    }
    answers.push(found);
  }
  return answers;
}"""


class Pagefind:
    """One site with a page a document; a page's language chooses the index."""

    name = "Pagefind"

    def __init__(self) -> None:
        self._site = Path()

    def build(self, documents: Sequence[Document], folder: Path) -> Cost:
        binary = PROJECT / "node_modules" / ".bin" / "pagefind"
        if not binary.is_file():
            raise EngineMissing("pagefind (npm install)")
        self._site = folder / "site"
        for document in documents:
            page = self._site / document.url
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(document.as_html(), encoding="utf-8")
        return run_measured([str(binary), "--site", str(self._site)], PROJECT)

    @property
    def site(self) -> Path:
        """The folder that is served: pages and Pagefind's files."""
        return self._site

    def search(self, queries: Sequence[Query]) -> list[list[str]]:
        answers: dict[int, list[str]] = {}
        with chromium() as browser, served(self._site) as (address, _):
            for lang in sorted({query.reader for query in queries}):
                places = [at for at, query in enumerate(queries) if query.reader == lang]
                page: Any = browser.new_page()
                page.set_default_timeout(600_000)
                entry = next(self._site.glob(f"{lang}/*.html")).name
                page.goto(f"{address}/{lang}/{entry}")
                found = page.evaluate(SCRIPT, [queries[at].text for at in places])
                for at, urls in zip(places, found, strict=True):
                    answers[at] = [Path(url).stem for url in urls]
                page.close()
        return [answers[at] for at in range(len(queries))]

    def version(self) -> str:
        package = PROJECT / "node_modules" / "pagefind" / "package.json"
        return str(json.loads(package.read_text(encoding="utf-8"))["version"])
