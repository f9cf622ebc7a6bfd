"""An index in a directory: the browser's files, and Whoosh's beside them.

A large corpus is indexed by a process a language, as each needs only the numbers of the groups
from the others.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playbook.search import GROUPS, WHOOSH
from playbook.search.bundle import language_files, remove_others, shared_files, write
from playbook.search.documents import Document
from playbook.search.pages import Pages, at_hand
from playbook.search.program import program

# From so many pages on a process a language pays.
MANY = 400


@dataclass(frozen=True)
class _Corpus:
    pages: Pages
    directory: Path

    def build_language(self, code: str) -> tuple[str, list[str]]:
        """Write one language for both engines; the hash of its directory, its files' names."""
        built = self._build(code)
        gc.collect()  # Whoosh's writers refer to each other
        return built

    def _build(self, code: str) -> tuple[str, list[str]]:
        from playbook.search.whoosh_index import WhooshPages

        documents = self.pages.documents(code)
        whoosh = WhooshPages(self.directory / WHOOSH / code)
        files, digest = language_files(
            code,
            documents,
            self.pages.groups,
            lambda words: whoosh.refresh(documents, words),
        )
        write(files, self.directory)
        return digest, list(files)


def build(documents: Sequence[Document], directory: Path, order: Sequence[str] = ()) -> None:
    """Write what both engines need."""
    build_pages(at_hand(documents, order), directory)


def build_pages(pages: Pages, directory: Path) -> None:
    """Write what both engines need."""
    (directory / WHOOSH).mkdir(parents=True, exist_ok=True)
    with _without_collector():
        built = dict(zip(pages.sizes, _each_language(_Corpus(pages, directory)), strict=True))
    hashes = {code: digest for code, (digest, _) in built.items()}
    shared = shared_files(hashes, len(pages.groups), program())
    write(shared, directory)
    groups = json.dumps(list(pages.groups), ensure_ascii=False)
    (directory / WHOOSH / GROUPS).write_text(groups, "utf-8")
    remove_others([*shared, *(name for _, names in built.values() for name in names)], directory)


def _each_language(corpus: _Corpus) -> list[tuple[str, list[str]]]:
    sizes = corpus.pages.sizes
    workers = min(len(sizes), os.cpu_count() or 1)
    alone = corpus.pages.count < MANY or workers < 2
    if alone or "fork" not in multiprocessing.get_all_start_methods():
        return [corpus.build_language(code) for code in sizes]
    global _shared
    _shared = corpus  # workers are forked from here: the documents need not be sent to them
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
            # The longest first: what is left at the end is short.
            longest = sorted(sizes, key=lambda code: -sizes[code])
            done = {code: pool.submit(_build_language, code) for code in longest}
            return [done[code].result() for code in sizes]
    finally:
        _shared = None


_shared: _Corpus | None = None


def _build_language(code: str) -> tuple[str, list[str]]:
    assert _shared is not None
    return _shared.build_language(code)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Without looking for cycles among millions of small objects that have none."""
    enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if enabled:
            gc.enable()
