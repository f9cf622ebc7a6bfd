"""`playbook fmt`: missing ids and an even layout, and nothing else.  Never loses a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.library.hashes import section_words
from playbook.library.ids import missing_ids
from playbook.library.layout import tidy
from playbook.library.reader import read_page
from playbook.model import Item, Library, Page


@dataclass(frozen=True, slots=True)
class Formatted:
    """A page before and after; equal when there was nothing to do."""

    page: Page
    text: str
    new_ids: tuple[str, ...] = ()


def format_library(library: Library) -> Iterator[Formatted]:
    """Every page formatted, the reference first: translations take over its ids."""
    done: dict[str, Page] = {}
    pages = sorted(library.pages.values(), key=lambda page: page.ref.lang != library.reference)
    for page in pages:
        reference = done.get(page.ref.group) if page.ref.lang != library.reference else None
        result = format_page(page, reference)
        if page.ref.lang == library.reference:
            done[page.ref.group] = read_page(result.text, page.ref, page.path)
        yield result


def format_page(page: Page, reference: Page | None = None) -> Formatted:
    """One page formatted.  A page whose front matter cannot be read stays as it is."""
    if any(problem.code == "front-matter" for problem in page.problems):
        return Formatted(page, page.source)
    broken = {p.place.line for p in page.problems if p.code == "attributes"}
    ids = [(i, id) for i, id in missing_ids(page, reference) if not _lines(i) & broken]
    lines = page.source.split("\n")
    for item, id in ids:
        _write_id(lines, item, id)
    text = tidy("\n".join(lines))
    if _says(read_page(text, page.ref, page.path)) != _says(page):
        return Formatted(page, page.source)
    return Formatted(page, text, tuple(id for _, id in ids))


def _lines(item: Item) -> set[int]:
    """Where an item's attribute block may stand.  One that cannot be read is left alone: it
    may hold an id already."""
    return {item.place.line, item.last_line}


def _write_id(lines: list[str], item: Item, id: str) -> None:
    if item.attributes_place is None:
        line = lines[item.last_line - 1].rstrip()
        lines[item.last_line - 1] = f"{line} {{#{id}}}"
        return
    number = item.attributes_place.line - 1
    before, brace, after = lines[number].rpartition("{")
    lines[number] = f"{before}{brace}#{id} {after.lstrip()}"


def _says(page: Page) -> tuple[object, ...]:
    """What must be the same before and after: the words, and what is attached to them."""
    items = [(i.text, i.cites, i.classes, sorted(i.attributes)) for i in page.items()]
    return dict(section_words(page)), dict(page.front), items
