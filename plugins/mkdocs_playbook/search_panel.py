"""What the search panel needs beside the index: names of categories and languages, suggestions,
and of each group its number, category and track.

Two kinds of small classic scripts a language, loaded when a reader opens the panel: one of words,
and plates in buckets by a hash of the group, so that what a query loads does not grow with the
knowledge base.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from mkdocs_playbook.plan import HOME, KEY, shown_page
from mkdocs_playbook.views.setting import playbook_order
from mkdocs_playbook.words import words_of
from playbook.model import Archetype, Kind, Library, Page, PageRef

FOLDER = "search"
BUCKET = 64
"""About how many groups share a file of plates."""

SUGGESTIONS = 6
NEAREST = 12
"""How many playbooks are offered when nothing was found."""


def panel_files(library: Library) -> dict[str, bytes]:
    """Address below the site's root → content, for every language."""
    files: dict[str, bytes] = {}
    for lang in library.languages:
        plates = dict(
            _script("plates", f"{lang}-{number}", bucket)
            for number, bucket in enumerate(_plates(library, lang))
        )
        address, content = _script("panel", lang, _words(library, lang, list(plates)))
        files |= {**plates, address: content}
    return files


def panel_hashes(files: Iterable[str]) -> dict[str, str]:
    """Language → hash in the address of its words, out of the addresses of all search files."""
    prefix = f"{FOLDER}/panel-"
    named = (address.removeprefix(prefix) for address in files if address.startswith(prefix))
    return {lang: rest.split(".")[0] for lang, _, rest in (name.partition(".") for name in named)}


def bucket_of(group: str, count: int) -> int:
    """The bucket of `group`: FNV-1a over UTF-16 units, as in the panel's script."""
    value = 0x811C9DC5
    units = group.encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = (value ^ (low | high << 8)) * 0x01000193 & 0xFFFFFFFF
    return value % count


def _script(kind: str, name: str, data: object) -> tuple[str, bytes]:
    call = {"panel": "receiveWords", "plates": "receivePlates"}[kind]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    content = f"playbookSearchPanel.{call}({text});\n".encode()
    digest = hashlib.sha256(content).hexdigest()[:8]
    return f"{FOLDER}/{kind}-{name}.{digest}.js", content


def _words(library: Library, lang: str, buckets: list[str]) -> dict[str, object]:
    words = words_of(lang)
    key = shown_page(library, PageRef(lang, Kind.TREE, KEY))
    return {
        "languages": {other: words.language_name(other) for other in library.languages},
        "categories": [
            {"id": id, "name": _category_name(library, lang, id)} for id in _categories(library)
        ],
        "suggestions": list(_suggestions(library, lang)),
        "playbooks": [
            {"url": page.ref.into(lang).url, "name": page.short, "mark": page.mark,
             "lang": page.ref.lang}
            for _, page in _mixed(library, lang)
        ][:NEAREST],
        "key": {"url": key.ref.into(lang).url, "title": key.title} if key else None,
        "buckets": buckets,
    }  # fmt: skip


def _plates(library: Library, lang: str) -> list[dict[str, tuple[int, int, str, str]]]:
    """Buckets of group → (place of its category, number, what you do, what comes from them)."""
    entries = playbook_order(library)
    count = -(-len(entries) // BUCKET)
    buckets: list[dict[str, tuple[int, int, str, str]]] = [{} for _ in range(count)]
    places = _categories(library)
    for number, entry in enumerate(entries, start=1):
        group = PageRef(lang, Kind.PLAYBOOK, entry.id).group
        you, them = entry.track or ("", "")
        buckets[bucket_of(group, count)][group] = (
            places.index(entry.category), number, you, them,
        )  # fmt: skip
    return buckets


def _categories(library: Library) -> list[str]:
    return list(dict.fromkeys(entry.category for entry in playbook_order(library)))


def _category_name(library: Library, lang: str, id: str) -> str:
    home = shown_page(library, PageRef(lang, Kind.PAGE, HOME))
    section = home.section(id) if home else None
    return section.heading if section else id


def _mixed(library: Library, lang: str) -> Iterator[tuple[Archetype, Page]]:
    """Playbooks, one of each category in turn."""
    order = playbook_order(library)
    columns = [[entry for entry in order if entry.category == id] for id in _categories(library)]
    for entry in chain.from_iterable(zip_longest(*columns)):
        if entry and (page := shown_page(library, PageRef(lang, Kind.PLAYBOOK, entry.id))):
            yield entry, page


def _suggestions(library: Library, lang: str) -> Iterator[str]:
    """What people call their client, in the reader's language: the first name of each playbook."""
    names = (
        page.aliases[0]
        for _, page in _mixed(library, lang)
        if page.ref.lang == lang and page.aliases
    )
    for _, name in zip(range(SUGGESTIONS), names, strict=False):
        yield name
