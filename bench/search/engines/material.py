"""lunr as Material for MkDocs ships it: its build makes the index, its worker answers in Node."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.search.corpus import Document
from bench.search.engines.base import PROJECT, Cost, EngineMissing, run_measured
from bench.search.queries import Query

RUNNER = Path(__file__).with_name("material_worker.cjs")
# The languages it has; it knows no Georgian, and says so by ignoring it.
CONFIG = """site_name: Corpus
site_url: ""
use_directory_urls: false
theme:
  name: material
  font: false
  features: [navigation.prune]
plugins:
  - search:
      lang: [en, fi, hi]
"""


class Material:
    """One site of all languages, one index, as Material builds it."""

    name = "Material (lunr)"

    def __init__(self) -> None:
        self._folder = Path()

    def build(self, documents: Sequence[Document], folder: Path) -> Cost:
        self._folder = folder
        (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        for document in documents:
            page = folder / "docs" / document.lang / f"{document.group}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(document.as_markdown(), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
        return run_measured(command, PROJECT)

    @property
    def site(self) -> Path:
        return self._folder / "site"

    def search(self, queries: Sequence[Query]) -> list[list[str]]:
        given = json.dumps([query.text for query in queries], ensure_ascii=False)
        done = subprocess.run(
            ["node", str(RUNNER), str(self.site)],
            input=given, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        if done.returncode:
            raise EngineMissing(f"Material's search worker: {done.stderr.strip()[-400:]}")
        found: list[list[str]] = json.loads(done.stdout)
        return [
            pages_in(query.reader, locations)
            for query, locations in zip(queries, found, strict=True)
        ]


def pages_in(lang: str, locations: Sequence[str]) -> list[str]:
    """Groups of the pages in the reader's language; a page they cannot read is no answer."""
    paths = [location.split("#")[0] for location in locations]
    own = [Path(path).stem for path in paths if path.startswith(f"{lang}/")]
    return list(dict.fromkeys(own))[:10]
