"""The A–Z of a language: every playbook by all its names, every sign, every message."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse, groupby

from mkdocs_playbook.plan import shown_page
from mkdocs_playbook.words import mark as _
from playbook.model import Item, Kind, Library, Page, PageRef
from playbook.text.script import UNKNOWN, script_of

MOST_ENTRIES = 250
"""Entries on one page of the index; more are spread over several pages."""

MOST_BYTES = 60_000
"""Bytes of entries on one page: with head and foot no page is over 80 KB in any script."""

_MARKUP = len('<li><a href="../"></a> <small></small></li>\n')

NAMES, SIGNS, MESSAGES = _("Playbooks by name"), _("Signs"), _("Messages")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    kind: str
    letter: str
    text: str
    url: str
    """Address below the root, with the anchor."""
    of: str
    """Name of the playbook it belongs to, "" when the text is that name."""


@dataclass(frozen=True, slots=True)
class Letter:
    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One page of the index: kind → letters → entries."""

    kinds: tuple[tuple[str, tuple[Letter, ...]], ...]
    number: int
    of: int

    @property
    def nearby(self) -> tuple[int, ...]:
        """Pages it links to: the first, the last, itself and its neighbours."""
        wanted = {1, self.number - 1, self.number, self.number + 1, self.of}
        return tuple(sorted(n for n in wanted if 1 <= n <= self.of))


def index_parts(library: Library, lang: str) -> tuple[IndexPart, ...]:
    """The index of a language, cut into pages."""
    pages = list(_cut(_entries(library, lang))) or [[]]
    return tuple(
        IndexPart(tuple(_grouped(page)), number, len(pages))
        for number, page in enumerate(pages, start=1)
    )


def _cut(entries: Iterable[IndexEntry]) -> Iterator[list[IndexEntry]]:
    """The entries of each page."""
    page: list[IndexEntry] = []
    room = MOST_BYTES
    for entry in entries:
        size = len((entry.text + entry.url + entry.of).encode()) + _MARKUP
        if page and (len(page) == MOST_ENTRIES or size > room):
            yield page
            page, room = [], MOST_BYTES
        page.append(entry)
        room -= size
    if page:
        yield page


def _grouped(entries: list[IndexEntry]) -> Iterator[tuple[str, tuple[Letter, ...]]]:
    for kind, members in groupby(entries, key=lambda entry: entry.kind):
        letters = groupby(members, key=lambda entry: entry.letter)
        yield kind, tuple(Letter(letter, tuple(found)) for letter, found in letters)


def _entries(library: Library, lang: str) -> Iterator[IndexEntry]:
    pages = [
        page
        for id in library.groups(Kind.PLAYBOOK)
        if (page := shown_page(library, PageRef(lang, Kind.PLAYBOOK, id))) and page.ref.lang == lang
    ]
    script = script_of("".join(page.short for page in pages))
    for kind, of_page in ((NAMES, _names), (SIGNS, _signs), (MESSAGES, _messages)):
        found = [entry for page in pages for entry in of_page(page, kind)]
        yield from sorted(found, key=lambda entry: (_place(entry.text, script), entry.url))


def _names(page: Page, kind: str) -> Iterator[IndexEntry]:
    yield _entry(kind, page.short, page.ref.url, "")
    for alias in page.aliases:
        yield _entry(kind, alias, page.ref.url, page.short)


def _signs(page: Page, kind: str) -> Iterator[IndexEntry]:
    section = page.section("signs")
    items: tuple[Item, ...] = section.list_items if section else ()
    for item in items:
        if item.id and not item.proposed:
            yield _entry(kind, item.text, f"{page.ref.url}#{item.id}", page.short)


def _messages(page: Page, kind: str) -> Iterator[IndexEntry]:
    section = page.section("messages")
    for message in section.messages if section else ():
        if message.id:
            yield _entry(kind, message.heading, f"{page.ref.url}#{message.id}", page.short)


def _entry(kind: str, text: str, url: str, of: str) -> IndexEntry:
    first = next((c for c in text if c.isalnum()), "#")
    return IndexEntry(kind, unicodedata.normalize("NFC", first).title(), text, url, of)


def _place(text: str, script: str) -> tuple[bool, str]:
    """Where a text stands: the language's own letters first, then those of other scripts."""
    key = _sort_key(text)
    return script_of(key[:1]) not in (script, UNKNOWN), key


def _sort_key(text: str) -> str:
    """Letters and digits in code point order, which is alphabetic within each of our scripts."""
    return "".join(filterfalse(_is_mark, unicodedata.normalize("NFC", text).casefold()))


@lru_cache(maxsize=4096)
def _is_mark(character: str) -> bool:
    kind = unicodedata.category(character)[0]
    return not (character.isalnum() or character == " " or kind == "M")
