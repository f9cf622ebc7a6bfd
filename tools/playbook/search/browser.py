"""Queries answered by the published browser script, under Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playbook.errors import PlaybookError
from playbook.search.program import scripts


def run(
    directory: Path, queries: list[dict[str, Any]]
) -> Iterator[tuple[float, list[dict[str, Any]]]]:
    """(milliseconds, results) for each of `queries`: {"q", "lang", "limit", "facet"}."""
    node = shutil.which("node")
    if node is None:
        raise PlaybookError(
            "Node is needed to run the browser's search here",
            way_out="Install Node 20 or later, or use --engine whoosh.",
        )
    done = subprocess.run(
        [node, str(scripts() / "node.cjs"), str(directory)],
        input="".join(json.dumps(query) + "\n" for query in queries),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise PlaybookError(
            f"the browser's search failed: {done.stderr.strip().splitlines()[-1:] or ''}",
            path=directory,
            way_out="Make the index again with `playbook index`.",
        )
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        yield answer["ms"], answer["results"]
