"""The words of one language as groups and shards.

    key      the stem of a lemma; the forms of a word stand under it, each with its postings
    group    the keys with the same route: what a word and its misspellings have in common
    shard    a run of groups, about as much as one request is worth
    redirect a form that the suffix rules would take to another key, and its own

A shard is six strings; numbers of a kind stand together, which compresses better:

    words      keys, each with its forms (see `packing`)
    redirects  forms, each with the key it belongs to
    counts     for each form: how many places
    steps      for each place: pages on from the place before; 0 is another field of that page
    codes      for each place: field + 14·min(times - 1, 2), then times - 3 where that is 2
    blocks     for each place of a word that is no stop word: first block, then steps
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from playbook.search.analysis import FIELDS, Analysed
from playbook.search.keys import keys_of
from playbook.search.packing import pack_number, pack_numbers, pack_words, swap
from playbook.search.rules import irregular_forms
from playbook.text.language import language
from playbook.text.romanise import route

# Characters of words and postings a shard holds; about 3 KB compressed.
SHARD_SIZE = 7000


@dataclass
class Postings:
    """Postings of one form while pages are added in ascending order."""

    last: int = -1
    count: int = 0
    steps: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)

    def add(self, page: int, fields: Mapping[int, list[int]], with_blocks: bool) -> None:
        codes, blocks = pack_places(fields, with_blocks)
        self.steps.append(pack_number(page - self.last) + NO_STEP * (len(fields) - 1))
        self.codes.append(codes)
        self.blocks.append(blocks)
        self.last = page
        self.count += len(fields)

    def size(self) -> int:
        """Characters of its columns."""
        return sum(sum(map(len, column)) for column in (self.steps, self.codes, self.blocks))


NO_STEP = pack_number(0)


def pack_places(fields: Mapping[int, list[int]], with_blocks: bool) -> tuple[str, str]:
    """(codes, blocks) of a form on one page."""
    codes = steps = ""
    for code in sorted(fields) if len(fields) > 1 else fields:
        blocks = fields[code]
        times = len(blocks)
        if times > 2:
            codes += pack_number(code + FIELDS * 2) + pack_number(times - 3)
        else:
            codes += pack_number(code + FIELDS * (times - 1))
        if with_blocks:
            before = 0
            for block in blocks:
                steps += pack_number(block - before)
                before = block
    return codes, steps


@dataclass(frozen=True)
class Shard:
    """One file of words: `first` is the route of its first group."""

    first: str
    words: str
    redirects: str
    counts: str
    steps: str
    codes: str
    blocks: str

    def swapped(self, pairs: str) -> Shard:
        """With letters swapped in its words."""
        return replace(self, words=swap(self.words, pairs), redirects=swap(self.redirects, pairs))

    def content(self) -> list[str]:
        """The strings of the file, in order."""
        return [self.words, self.redirects, self.counts, self.steps, self.codes, self.blocks]


def collect(pages: Iterable[tuple[int, Analysed]], lang: str) -> dict[str, Postings]:
    """Postings by form, of pages in ascending order."""
    stop_words = language(lang).stop_words
    postings: dict[str, Postings] = {}
    for number, page in pages:
        for form, fields in page.places.items():
            entry = postings.get(form)
            if entry is None:
                entry = postings[form] = Postings()
            entry.add(number, fields, form not in stop_words)
    return postings


def shards(postings: Mapping[str, Postings], lang: str) -> list[Shard]:
    """The words of a language, cut into shards at the borders of groups."""
    key_of = keys_of(postings, lang)
    forms_of: dict[str, list[str]] = {}
    for form in sorted(key_of):
        forms_of.setdefault(key_of[form], []).append(form)

    groups: dict[str, list[str]] = {}
    for key in sorted(forms_of):
        groups.setdefault(route(key, lang), []).append(key)
    redirects = _redirects(key_of, forms_of, lang)

    runs: list[list[str]] = []
    size = SHARD_SIZE
    for name in sorted(set(groups) | set(redirects)):
        grown = sum(
            postings[form].size() + 4 for key in groups.get(name, ()) for form in forms_of[key]
        ) + 5 * len(redirects.get(name, ()))
        # Routes with a common beginning stay together unless that gets too large.
        limit = SHARD_SIZE if not runs or runs[-1][-1][:2] != name[:2] else SHARD_SIZE * 4 // 3
        if not runs or size + grown > limit:
            runs.append([])
            size = 0
        runs[-1].append(name)
        size += grown

    return [
        _shard(run, number, groups, forms_of, postings, redirects)
        for number, run in enumerate(runs)
    ]


def _shard(
    run: list[str],
    number: int,
    groups: Mapping[str, list[str]],
    forms_of: Mapping[str, list[str]],
    postings: Mapping[str, Postings],
    redirects: Mapping[str, list[tuple[str, str]]],
) -> Shard:
    keys = [key for name in run for key in groups.get(name, ())]
    entries = [postings[form] for key in keys for form in forms_of[key]]
    return Shard(
        first=run[0] if number else "",
        words=pack_words((key, forms_of[key]) for key in keys),
        redirects=pack_words(
            (form, [key]) for name in run for form, key in redirects.get(name, ())
        ),
        counts=pack_numbers(entry.count for entry in entries),
        steps="".join("".join(entry.steps) for entry in entries),
        codes="".join("".join(entry.codes) for entry in entries),
        blocks="".join("".join(entry.blocks) for entry in entries),
    )


def _redirects(
    key_of: Mapping[str, str], forms_of: Mapping[str, list[str]], lang: str
) -> dict[str, list[tuple[str, str]]]:
    """Forms that would not find their own key, by the group they are sought in.

    Forms of the corpus whose key stands in another group, and irregular forms of the
    dictionary whose key the corpus holds.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for form in sorted(key_of):
        key, name = key_of[form], route(form, lang)
        if route(key, lang) != name:
            found.setdefault(name, []).append((form, key))
    for form, key in irregular_forms(lang).items():
        if key in forms_of and form not in key_of:
            found.setdefault(route(form, lang), []).append((form, key))
    return {name: sorted(pairs) for name, pairs in found.items()}
