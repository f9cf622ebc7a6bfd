"""Queries answered from the Whoosh index of a directory."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playbook.search.query import search
from playbook.search.store import WHOOSH
from playbook.search.stored import StoredIndex


def run(
    directory: Path, queries: list[dict[str, Any]]
) -> Iterator[tuple[float, list[dict[str, Any]]]]:
    """(milliseconds, results) for each of `queries`: {"q", "lang", "limit", "facet"}."""
    from playbook.search.whoosh_index import WhooshIndex

    index = StoredIndex(directory)
    places_of = WhooshIndex(directory / WHOOSH).places_of()
    for query in queries:
        begun = time.perf_counter()
        results = search(
            index,
            query["q"],
            query.get("lang"),
            limit=query["limit"],
            facet=query["facet"],
            places_of=places_of,
        )
        ms = (time.perf_counter() - begun) * 1000
        yield ms, [result.data() for result in results]
