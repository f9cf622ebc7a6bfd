"""Dictionary forms, by simplemma's dictionaries (MIT; Berthold Barbaresi).

A dictionary is read when its first word is asked for: a tenth of a second to one.
"""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from playbook.text.fold import fold_word, fold_words
from playbook.text.language import language

_CACHE = 1 << 14

# What a particle hangs on has more letters than this.
_SHORTEST = 2


@lru_cache(maxsize=_CACHE)
def lemma(word: str, lang: str) -> str:
    """The dictionary form of a folded word, folded; the word itself where nothing is known."""
    if not language(lang).dictionary or word.isdigit():
        return word
    return underived(_inflected(_without_possessive(word), lang), lang)


@lru_cache(maxsize=_CACHE)
def underived(word: str, lang: str) -> str:
    """What a comparative or an adverb is made from, by a form that the dictionary knows.

    `nopeammin` → `nopean` → `nopea`; but `muisti`, which has forms of its own, is no adverb.
    """
    for ending, other in language(lang).derived:
        kept = len(word) - len(ending)
        if kept > _SHORTEST and word.endswith(ending):
            form = word[:kept] + other
            if is_known(form, lang) and not is_known(word + other[-1:], lang):
                base = _look_up(form, lang)
                return base if base.isalpha() else word
    return word


def _inflected(word: str, lang: str) -> str:
    entry = language(lang)
    if word in entry.irregular:
        return entry.irregular[word]
    if is_known(word, lang):
        return _look_up(word, lang)
    for ending, hidden in entry.clitics:
        if word.endswith(ending):
            inner = word[: len(word) - len(ending)] + hidden
            if len(inner) > _SHORTEST and is_known(inner, lang):
                return _look_up(inner, lang)
    if (sibling := _sibling(word, lang)) is not None:
        return _look_up(sibling, lang)
    if (end := _known_end(word, lang)) is not None:
        return word[: len(word) - len(end)] + lemma(end, lang)
    guess = _look_up(word, lang)
    return guess if is_known(guess, lang) else word


def _sibling(word: str, lang: str) -> str | None:
    """Another form of the same word that the dictionary knows: `yrittäville` → `yrittävät`."""
    entry = language(lang)
    if not entry.siblings:
        return None
    for ending in entry.rule_layers[0]:
        if not word.endswith(ending):
            continue
        stem = word[: len(word) - len(ending)]
        for old, new in entry.siblings:
            kept = len(stem) - len(old)
            if kept > _SHORTEST and stem.endswith(old) and is_known(stem[:kept] + new, lang):
                return stem[:kept] + new
    return None


def is_word(word: str, lang: str) -> bool:
    """Whether the dictionary has the folded word, or the parts of a compound."""
    return is_known(word, lang) or _known_end(word, lang) is not None


@lru_cache(maxsize=_CACHE)
def _known_end(word: str, lang: str) -> str | None:
    """The longest end of a compound that the dictionary knows; what stands before is a word too.

    `puolustusministeriön` ends in `ministeriön`; `puolustus` is known.
    """
    shortest = language(lang).compounds
    if not shortest:
        return None
    for start in range(shortest - 1, len(word) - shortest + 1):
        if is_known(word[start:], lang) and is_known(word[:start], lang):
            return word[start:]
    return None


def _look_up(word: str, lang: str) -> str:
    entry = language(lang)
    if entry.dictionary_folds:
        return _folded_dictionary(lang).get(word, word)
    if word.isalpha() and (known := dictionary(lang).get(word)) is not None:
        return fold_word(known)  # what all the ways of the lemmatizer begin with
    found = _lemmatizer(lang).lemmatize(word, lang=entry.dictionary)
    return fold_word(found) if found else word


@lru_cache(maxsize=_CACHE)
def is_known(word: str, lang: str) -> bool:
    """Whether the dictionary of the language has the folded word, as a form or a lemma."""
    name = language(lang).dictionary
    if not name:
        return False
    if language(lang).dictionary_folds:
        return word in _folded_dictionary(lang)
    word = _without_possessive(word)
    entries = dictionary(lang)
    return word in entries or word.capitalize() in entries or word.upper() in entries


def forget() -> None:
    """Let go of the dictionaries, some of which are large, and of what was looked up in them."""
    for remembered in (
        lemma, underived, is_known, _known_end, dictionary, _lemmatizer, _folded_dictionary,
    ):  # fmt: skip
        remembered.cache_clear()


@cache
def dictionary(lang: str) -> Mapping[str, str]:
    """simplemma's dictionary of a language, form → lemma, in its own spelling."""
    from simplemma.strategies.dictionaries.dictionary_factory import (
        DATA_FOLDER,
        DEFAULT_DICTIONARY_FACTORY,
    )

    from playbook.text.packed import Packed

    name = language(lang).dictionary
    if not language(lang).dictionary_folds:  # that one is read whole
        try:
            return Packed(lzma.decompress((DATA_FOLDER / f"{name}.plzma").read_bytes()))
        except (OSError, ValueError, lzma.LZMAError):
            pass  # packed in some way that only simplemma knows
    entries: Mapping[str, str] = DEFAULT_DICTIONARY_FACTORY.get_dictionary(name)
    return entries


@cache
def _lemmatizer(lang: str) -> Any:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_Only(lang)))


@dataclass(frozen=True)
class _Only:
    """The dictionary of one language, for simplemma's strategies."""

    lang: str

    def get_dictionary(self, _: str) -> Mapping[str, str]:
        return dictionary(self.lang)


@cache
def _folded_dictionary(lang: str) -> dict[str, str]:
    """The dictionary under folded spellings; of two forms that fold alike the first one wins."""
    entries = dictionary(lang)
    pairs = zip(fold_words(entries.keys()), fold_words(entries.values()), strict=True)
    return dict(reversed(list(pairs)))


def _without_possessive(word: str) -> str:
    """`client's` and `clients'` name the client."""
    head, apostrophe, tail = word.partition("'")
    return head if apostrophe and tail in ("s", "") and len(head) > 1 else word
