"""Queries answered from the Whoosh index of a directory."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playbook.errors import PlaybookError
from playbook.search import GROUPS, WHOOSH
from playbook.search.postings import Place
from playbook.search.query import search
from playbook.search.score import PlacesOf
from playbook.search.stored import Key, StoredIndex


def run(
    directory: Path, queries: list[dict[str, Any]]
) -> Iterator[tuple[float, list[dict[str, Any]]]]:
    """(milliseconds, results) for each of `queries`: {"q", "lang", "limit", "facet"}."""
    index = StoredIndex(directory)
    places_of = _places_of(index, directory)
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


def _places_of(index: StoredIndex, directory: Path) -> PlacesOf:
    """The places of a key from the Whoosh index of its language, opened when first needed."""
    try:
        groups = json.loads((directory / WHOOSH / GROUPS).read_text("utf-8"))
    except (OSError, ValueError):
        raise PlaybookError(
            "no Whoosh index here",
            path=directory / WHOOSH,
            way_out="Make the index again with `playbook index`.",
        ) from None
    number_of = {group: number for number, group in enumerate(groups)}
    opened: dict[str, Callable[[str], list[Place]]] = {}

    def places_of(code: str, key: Key) -> list[list[Place]]:
        from playbook.search.whoosh_index import WhooshIndex

        if code not in opened:
            whoosh = WhooshIndex(directory / WHOOSH / code)
            opened[code] = whoosh.places_of(number_of, index.lexicon(code).stop_words)
        return [opened[code](form) for form in key.forms]

    return places_of
