"""Dictionary forms, by simplemma's dictionaries (MIT; Berthold Barbaresi).

A dictionary is read when its first word is asked for: a tenth of a second to three seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from playbook.text.fold import fold_word
from playbook.text.language import language

_CACHE = 1 << 17

# What a particle hangs on has more letters than this.
_SHORTEST = 2


@lru_cache(maxsize=_CACHE)
def lemma(word: str, lang: str) -> str:
    """The dictionary form of a folded word, folded; the word itself where nothing is known."""
    name = language(lang).dictionary
    if not name or word.isdigit():
        return word
    word = _without_possessive(word)
    if word in language(lang).irregular:
        return language(lang).irregular[word]
    if is_known(word, lang):
        return _look_up(word, lang)
    for ending, hidden in language(lang).clitics:
        inner = word[: len(word) - len(ending)] + hidden
        if word.endswith(ending) and len(inner) > _SHORTEST and is_known(inner, lang):
            return _look_up(inner, lang)
    if (end := _known_end(word, lang)) is not None:
        return word[: len(word) - len(end)] + lemma(end, lang)
    guess = _look_up(word, lang)
    return guess if is_known(guess, lang) else word


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
    return any(form in entries for form in (word, word.capitalize(), word.upper()))


def dictionary(lang: str) -> Mapping[str, str]:
    """simplemma's dictionary of a language, form → lemma, in its own spelling."""
    return _sieved[lang] if lang in _sieved else _dictionary(lang)


def expect_many(lang: str) -> None:
    """Prepare for many words never asked for.

    Of a dictionary that is read from where it is packed, all words are noted, which takes
    seconds: most of what is looked up is not in it, and that is known sooner then.
    """
    if language(lang).low_memory and lang not in _sieved:
        _sieved[lang] = Sieved(_dictionary(lang))


class Sieved(Mapping[str, str]):
    """A dictionary that looks up only what it may hold: words whose hash is that of an entry."""

    def __init__(self, entries: Mapping[str, str], size: int = 1 << 25) -> None:
        """`size`: how many hashes are told apart, a power of two; a byte each."""
        self._entries, self._last = entries, size - 1
        self._noted = noted = bytearray(size)
        for number in map(hash, entries):
            noted[number & size - 1] = 1

    def get(self, word: str, default: Any = None) -> Any:
        """The entry of a word."""
        if self._noted[hash(word) & self._last]:
            return self._entries.get(word, default)
        return default

    def __contains__(self, word: object) -> bool:
        return bool(self._noted[hash(word) & self._last]) and word in self._entries

    def __getitem__(self, word: str) -> str:
        return self._entries[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


_sieved: dict[str, Sieved] = {}


@cache
def _dictionary(lang: str) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    entry = language(lang)
    factory = LOW_MEMORY_DICTIONARY_FACTORY if entry.low_memory else DEFAULT_DICTIONARY_FACTORY
    return factory.get_dictionary(entry.dictionary)


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
    folded: dict[str, str] = {}
    for form, base in dictionary(lang).items():
        folded.setdefault(fold_word(form), fold_word(base))
    return folded


def _without_possessive(word: str) -> str:
    """`client's` and `clients'` name the client."""
    head, apostrophe, tail = word.partition("'")
    return head if apostrophe and tail in ("s", "") and len(head) > 1 else word
