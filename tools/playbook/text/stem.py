"""Light stems: Snowball's where it has the language, else layers of endings from data."""

from __future__ import annotations

from functools import lru_cache

from playbook.text.language import language
from playbook.text.snowball import stem_word

_CACHE = 1 << 14


@lru_cache(maxsize=_CACHE)
def stem(word: str, lang: str) -> str:
    """`word` (folded) without its ending; the word itself where nothing is known."""
    entry = language(lang)
    if entry.snowball:
        found = stem_word(entry.snowball)(word)
        return found if len(found) > 1 else word[:2]  # one letter is no word's own
    for layer in entry.layers:
        word = _cut(word, layer, entry.keep)
    return word


def stem_lemma(word: str, lang: str) -> str:
    """The stem of a dictionary form: only its last layer can be an ending.

    `ანგარიში` ends in what would be "in" on any other form; as a lemma it keeps it.
    """
    entry = language(lang)
    if entry.whole_lemmas:
        return word
    if entry.infinitive and word.endswith(entry.infinitive):
        kept = word[: -len(entry.infinitive)]
        if len(kept) > 1:
            return kept
    if entry.snowball or not entry.layers:
        return stem(word, lang)
    return _cut(word, entry.layers[-1], entry.keep)


def _cut(word: str, endings: tuple[str, ...], keep: int) -> str:
    """`word` without the longest of `endings` that leaves `keep` letters."""
    if word.endswith(endings):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= keep:
                return word[: -len(ending)]
    return word
