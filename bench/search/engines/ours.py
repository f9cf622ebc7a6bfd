"""This product, through its own command, with the engine that browsers run."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.search.corpus import Document
from bench.search.engines.base import PROJECT, Cost, EngineMissing, run_measured
from bench.search.queries import Query

COMMAND = (sys.executable, "-m", "playbook")


class Ours:
    """`playbook index` and `playbook search --batch`."""

    def __init__(self, engine: str = "browser") -> None:
        self.name = f"ours ({engine})" if engine != "browser" else "ours"
        self._engine = engine
        self._folder = Path()

    def build(self, documents: Sequence[Document], folder: Path) -> Cost:
        self._folder = folder
        lines = folder / "docs.jsonl"
        lines.write_text("".join(doc.as_line() + "\n" for doc in documents), encoding="utf-8")
        index = folder / "index"
        return run_measured([*COMMAND, "index", str(lines), "--out", str(index)], PROJECT)

    def search(self, queries: Sequence[Query]) -> list[list[str]]:
        batch = self._folder / "queries.jsonl"
        with batch.open("w", encoding="utf-8") as file:
            for query in queries:
                line = {"q": query.text, "lang": query.reader}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        done = subprocess.run(
            [*COMMAND, "search", "--index", str(self._folder / "index"), "--batch", str(batch),
             "--engine", self._engine],
            cwd=PROJECT, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        if done.returncode:
            raise EngineMissing(f"playbook search failed: {done.stderr.strip()[-400:]}")
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        return [[str(result["group"]) for result in answer["results"]][:10] for answer in answers]
