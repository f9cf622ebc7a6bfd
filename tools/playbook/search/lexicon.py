"""The words of one language as groups and shards.

    key      the stem of a lemma; the forms of a word stand under it, each with its postings
    group    the keys with the same route: what a word and its misspellings have in common
    shard    a run of groups, about as much as one request is worth
    redirect a form that the suffix rules would take to another key, and its own

Postings of a form are numbers, packed:

    page step, field + 14·min(times - 1, 2), [times - 3], block, block step …   for each field
    (a page step of 0 means: the same page, another field; a stop word has no blocks)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from playbook.search.analysis import FIELDS, Analysed
from playbook.search.keys import keys_of
from playbook.search.packing import pack_numbers, pack_words
from playbook.search.rules import Rules
from playbook.text.language import language
from playbook.text.romanise import route

# Characters of words and postings a shard holds; about 3 KB compressed.
SHARD_SIZE = 7000


@dataclass
class Postings:
    """Postings of one form while pages are added in ascending order."""

    last: int = -1
    pages: int = 0
    packed: list[str] = field(default_factory=list)

    def add(self, page: int, places: str) -> None:
        self.packed.append(pack_numbers([page - self.last]) + places)
        self.last = page
        self.pages += 1


def pack_places(fields: Mapping[int, list[int]], with_blocks: bool) -> str:
    """A form's places on one page, without the step that leads to it."""
    numbers: list[int] = []
    for code in sorted(fields):
        if numbers:
            numbers.append(0)
        blocks = fields[code]
        times = len(blocks)
        numbers.append(code + FIELDS * min(times - 1, 2))
        if times > 2:
            numbers.append(times - 3)
        if with_blocks:
            before = 0
            for block in blocks:
                numbers.append(block - before)
                before = block
    return pack_numbers(numbers)


@dataclass(frozen=True)
class Shard:
    """One file of words: `first` is the route of its first group."""

    first: str
    words: str
    postings: str
    redirects: str


def collect(pages: Iterable[tuple[int, Analysed]], lang: str) -> dict[str, Postings]:
    """Postings by form, of pages in ascending order."""
    stop_words = language(lang).stop_words
    postings: dict[str, Postings] = {}
    for number, page in pages:
        for form, fields in page.places.items():
            entry = postings.get(form)
            if entry is None:
                entry = postings[form] = Postings()
            entry.add(number, pack_places(fields, form not in stop_words))
    return postings


def shards(postings: Mapping[str, Postings], lang: str, rules: Rules) -> list[Shard]:
    """The words of a language, cut into shards at the borders of groups."""
    key_of = keys_of(postings, lang)
    forms_of: dict[str, list[str]] = {}
    for form in sorted(key_of):
        forms_of.setdefault(key_of[form], []).append(form)

    groups: dict[str, list[str]] = {}
    for key in sorted(forms_of):
        groups.setdefault(route(key, lang), []).append(key)
    redirects = _redirects(key_of, forms_of, lang, rules)

    runs: list[list[str]] = []
    size = SHARD_SIZE
    for name in sorted(set(groups) | set(redirects)):
        grown = sum(
            len("".join(postings[form].packed)) + 4
            for key in groups.get(name, ())
            for form in forms_of[key]
        ) + 5 * len(redirects.get(name, ()))
        if not runs or size + grown > SHARD_SIZE:
            runs.append([])
            size = 0
        runs[-1].append(name)
        size += grown

    return [
        Shard(
            first=run[0] if number else "",
            words=pack_words(
                (key, forms_of[key]) for name in run for key in groups.get(name, ())
            ),
            postings="".join(
                "".join((pack_numbers([len(text)]), text))
                for name in run
                for key in groups.get(name, ())
                for form in forms_of[key]
                for text in ("".join(postings[form].packed),)
            ),
            redirects=pack_words(
                (form, [key]) for name in run for form, key in redirects.get(name, ())
            ),
        )
        for number, run in enumerate(runs)
    ]


def _redirects(
    key_of: Mapping[str, str], forms_of: Mapping[str, list[str]], lang: str, rules: Rules
) -> dict[str, list[tuple[str, str]]]:
    """Forms of the corpus that would not find their own key, by the group they are sought in."""
    found: dict[str, list[tuple[str, str]]] = {}
    for form in sorted(key_of):
        key, name = key_of[form], route(form, lang)
        if route(key, lang) != name:
            found.setdefault(name, []).append((form, key))
    return found
