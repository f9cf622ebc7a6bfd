"""The pages an index is made of, by language: at hand, or in a file.

A large file is read twice: once to learn which line is which page, by another process while
this one starts what makes an index; then a language at a time by whoever indexes it.  So no
process holds all pages, and none waits for the others' to be read.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from playbook.search.documents import FAULTS, Document, read_document, read_file

# Files of so many bytes are large.
LARGE = 1 << 22


class Line(NamedTuple):
    """A page in a file: where its line begins, in bytes, and how long it is."""

    lang: str
    group: str
    start: int
    bytes: int
    characters: int


@dataclass(frozen=True)
class Pages:
    """Pages by language; languages by rank, a language's pages by group."""

    sizes: Mapping[str, int]  # characters of each language, about
    groups: Mapping[str, int]  # numbered in the order of their ids, the same for all languages
    count: int
    documents: Callable[[str], Sequence[Document]]


def at_hand(documents: Iterable[Document], order: Sequence[str] = ()) -> Pages:
    """Pages that are all read."""
    found = by_language(documents, order)
    sizes = {
        code: sum(len(section.text) for d in own for section in d.sections)
        for code, own in found.items()
    }
    everything = [document for own in found.values() for document in own]
    return Pages(sizes, group_numbers(everything), len(everything), found.__getitem__)


def in_file(path: Path, order: Sequence[str] = ()) -> Callable[[], Pages]:
    """The pages of a JSONL file, `-` for standard input: they can be asked for now or later.

    Raises PlaybookError where that is done: at the first line that is not a document.
    """
    if _is_large(path) and "fork" in multiprocessing.get_all_start_methods():
        survey = _Survey(path)
        return lambda: survey.pages(order) or at_hand(read_file(path), order)
    return lambda: at_hand(read_file(path), order)


def by_language(documents: Iterable[Document], order: Sequence[str]) -> dict[str, list[Document]]:
    """Documents by language, the languages of `order` first, the rest by code; each by group."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(document.lang, []).append(document)
    return {code: sorted(found[code], key=lambda d: d.group) for code in _ranked(found, order)}


def group_numbers(pages: Iterable[Document | Line]) -> dict[str, int]:
    """Groups in the order of their ids."""
    return {group: i for i, group in enumerate(sorted({page.group for page in pages}))}


def _ranked(codes: Iterable[str], order: Sequence[str]) -> list[str]:
    known = set(codes)
    return [code for code in order if code in known] + sorted(known.difference(order))


def _is_large(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size >= LARGE
    except OSError:
        return False


class _Survey:
    """A process that reads a file and tells which line is which page."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._answer, told = multiprocessing.Pipe(duplex=False)
        fork = multiprocessing.get_context("fork")
        self._process = fork.Process(target=_tell, args=(path, told), daemon=True)
        self._process.start()
        told.close()

    def pages(self, order: Sequence[str]) -> Pages | None:
        """What it found; None where the file is not in order, whatever it is."""
        try:
            lines: list[Line] = self._answer.recv()
        except EOFError:
            lines = []
        self._process.join()
        if not lines:
            return None
        found: dict[str, list[Line]] = {}
        for line in lines:
            found.setdefault(line.lang, []).append(line)
        ranked = {c: sorted(found[c], key=lambda ln: ln.group) for c in _ranked(found, order)}
        sizes = {code: sum(line.characters for line in own) for code, own in ranked.items()}
        return Pages(sizes, group_numbers(lines), len(lines), _InFile(self._path, ranked))


def survey(path: Path) -> list[Line]:
    """Which line of a file is which page; none where two are the same."""
    lines: list[Line] = []
    start = 0
    with path.open("rb") as file:
        for data in file:
            text = data.decode()
            if text.strip():
                page = read_document(text)
                lines.append(Line(page.lang, page.group, start, len(data), len(text)))
            start += len(data)
    return lines if len({line[:2] for line in lines}) == len(lines) else []


@dataclass(frozen=True)
class _InFile:
    """Reads the pages of a language."""

    path: Path
    lines: Mapping[str, Sequence[Line]]

    def __call__(self, code: str) -> list[Document]:
        found = []
        with self.path.open("rb") as file:
            for line in self.lines[code]:
                file.seek(line.start)
                found.append(read_document(file.read(line.bytes).decode()))
        return found


def _tell(path: Path, told: Connection) -> None:
    """Send the lines of a file, or none where one of them is no document."""
    try:
        told.send(survey(path))
    except (OSError, *FAULTS):
        told.send([])
