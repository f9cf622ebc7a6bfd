"""Dictionary forms, by simplemma's dictionaries (MIT; Berthold Barbaresi).

A dictionary is read when its first word is asked for: a tenth of a second to three seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

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
    found = _lemmatizer(entry.low_memory).lemmatize(word, lang=entry.dictionary)
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


@cache
def dictionary(lang: str) -> Mapping[str, str]:
    """simplemma's dictionary of a language, form → lemma, in its own spelling."""
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    entry = language(lang)
    factory = LOW_MEMORY_DICTIONARY_FACTORY if entry.low_memory else DEFAULT_DICTIONARY_FACTORY
    return factory.get_dictionary(entry.dictionary)


@lru_cache(maxsize=2)
def _lemmatizer(low_memory: bool):  # type: ignore[no-untyped-def]
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(low_memory=low_memory))


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
