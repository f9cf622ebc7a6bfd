"""The words of one language as groups and shards.

    key      the stem of a lemma; the forms of a word stand under it, each with its postings
    group    the keys with the same route: what a word and its misspellings have in common
    shard    a run of groups, about as much as one request is worth
    redirect a form that the suffix rules would take to another key, and its own

A shard is two texts of bits (see `coding`); the tables stand in the language's directory:

    words     how many keys and redirects, then
              each key      letters shared with the key before, the others, an end
                            how many forms the corpus has, how many only the dictionary
                            each form: its ending; of those of the corpus, on how many pages
              each redirect shared letters, letters, end; 1 the key of the one before,
                            or 0, letters cut from the form, letters of the key, end
    postings  each form     gaps between its pages, numbered within the language
                            for each page: fields and times; blocks

A form is written as the ending that turns its key into it: `2kkaan` cuts two letters and puts
four; a rare ending is spelt.  Letters are coded by the letter before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playbook.search.cutting import Words
from playbook.search.entries import Entry, Redirect, Run, entries
from playbook.search.packing import common
from playbook.search.posting_bits import PostingBits
from playbook.search.spelling_bits import SpellingBits
from playbook.text.language import language

# Bits of a shard: about 2.3 KB as it is sent. Each file costs 100 bytes beside its words. Where
# pages name what people ask, queries are sentences and most of their words are files of their
# own: smaller ones cost the whole index 6 % and halve what the words of a query weigh.
SHARD_SIZE, SHARD_SIZE_ASKED = 17_000, 6_000

# What words take, about: only where a shard ends hangs on it.
LETTER_BITS, FORM_BITS, REDIRECT_BITS = 4, 11, 24


@dataclass(frozen=True)
class Shard:
    """One file of words: `first` is the route of its first group."""

    first: str
    words: str
    postings: str

    def content(self) -> list[str]:
        """The strings of the file, in order."""
        return [self.words, self.postings]


def runs(
    keys: Sequence[Entry], redirects: Sequence[Redirect], size_of: Mapping[str, int], most: int
) -> list[Run]:
    """Keys and redirects cut at the borders of groups, into about `most` bits each.

    `size_of` are bits of a form's postings.
    """
    sizes: dict[str, int] = {}
    before = ""
    for entry in keys:
        spelt = len(entry.key) - common(before, entry.key, len(entry.key))
        forms = sum(size_of[form] + FORM_BITS for form in entry.forms)
        bits = LETTER_BITS * (spelt + 2) + forms + FORM_BITS * len(entry.others)
        sizes[entry.route] = sizes.get(entry.route, 0) + bits
        before = entry.key
    for redirect in redirects:
        sizes[redirect.route] = sizes.get(redirect.route, 0) + REDIRECT_BITS

    firsts: list[str] = []
    size, last = 0, ""
    for name in sorted(sizes):
        # Routes with a common beginning stay together unless that gets too large.
        limit = most * 4 // 3 if last[:2] == name[:2] else most
        if not firsts or size + sizes[name] > limit:
            firsts.append(name)
            size = 0
        size += sizes[name]
        last = name

    cut = [Run(first if i else "", [], []) for i, first in enumerate(firsts)]
    for entry in keys:
        cut[bisect_right(firsts, entry.route) - 1].keys.append(entry)
    for redirect in redirects:
        cut[bisect_right(firsts, redirect.route) - 1].redirects.append(redirect)
    return cut


def shards(words: Words, lang: str, is_asked: bool) -> tuple[list[Shard], dict[str, Any]]:
    """The words of a language cut into shards, and the tables they are coded with.

    `is_asked`: the pages name what people ask, so that queries will be long.
    """
    keys, redirects = entries(words.forms, lang)  # before the arrays: it may need a dictionary
    postings = PostingBits(words, language(lang).stop_words)
    pages_of = dict(zip(words.forms, postings.pages, strict=True))
    most = SHARD_SIZE_ASKED if is_asked else SHARD_SIZE
    cut = runs(keys, redirects, dict(zip(words.forms, postings.sizes, strict=True)), most)
    number_of = {form: i for i, form in enumerate(words.forms)}
    texts = postings.texts(
        [[number_of[form] for entry in run.keys for form in entry.forms] for run in cut]
    )
    spelling = SpellingBits(cut, pages_of)
    made = [
        Shard(run.first, words, text)
        for run, words, text in zip(cut, spelling.texts(), texts, strict=True)
    ]
    return made, {"spelling": spelling.spelling.data(), "postings": postings.codes.data()}
