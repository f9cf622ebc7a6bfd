"""Words in Latin letters: from native script, and the skeleton on which spellings meet.

    romanise("კლიენტი", "ka") → "k'lient'i"
    skeleton("k'lient'i", "ka") == skeleton("klienti", "ka")
    romanise("समस्या", "hi")   → "samasyaa"
    skeleton("samasya", "hi") == skeleton("samsyaa", "hi")

The browser engine carries the same three functions and the same tables; a test runs both
over whole corpora.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from playbook.text.fold import bare
from playbook.text.language import LANGUAGES, language_codes

_CACHE = 1 << 17

# The index of a language is cut into groups by the first classes of a word's letters, so that
# a word, its other spellings and most of its misspellings stand in one group.
ROUTE_LENGTH = 3
ROUTE_CLASSES = {
    "e": "i", "y": "i", "u": "o", "c": "k", "q": "k", "w": "v", "z": "s",
}  # fmt: skip


@dataclass(frozen=True)
class Romanisation:
    """How a language's script is written in Latin letters."""

    letters: dict[str, str]
    consonants: dict[str, str]  # letters that carry the inherent vowel
    clusters: dict[str, str]  # sequences read as a whole; their last letter is a consonant
    inherent: str
    virama: str
    skeleton: dict[str, str]
    near: dict[str, str]
    heard: int  # edits in what is heard within which a word is surely of this language

    def data(self) -> dict[str, Any]:
        """The tables, for the browser engine."""
        return dict(vars(self))


@cache
def romanisation(lang: str) -> Romanisation | None:
    """The tables of a language, None where it is at home in Latin letters or unknown."""
    import tomllib

    if lang not in language_codes():
        return None
    data = tomllib.loads((LANGUAGES / f"{lang}.toml").read_text("utf-8")).get("romanisation")
    if data is None:
        return None
    return Romanisation(
        letters=data["letters"],
        consonants=data.get("consonants", {}),
        clusters=data.get("clusters", {}),
        inherent=data.get("inherent", ""),
        virama=data.get("virama", ""),
        skeleton=data["skeleton"],
        near=data["near"],
        heard=data.get("heard", 0),
    )


@lru_cache(maxsize=_CACHE)
def romanise(word: str, lang: str) -> str:
    """A folded word in Latin letters; letters without an entry stay as they are."""
    if word.isascii() or (read := _reader(lang)) is None:
        return word
    return read(word)


@cache
def _reader(lang: str) -> Callable[[str], str] | None:
    """From a word of the language to Latin letters.

    The inherent vowel sounds between consonants, not before a vowel sign or at the end.
    """
    tables = romanisation(lang)
    if tables is None:
        return None
    carriers = tables.clusters | {k: v for k, v in tables.consonants.items() if v}
    silent = tables.virama + "".join(char for char in tables.letters if _is_sign(char))
    table = ({tables.virama: ""} if tables.virama else {}) | tables.letters | carriers
    if not carriers:
        single = str.maketrans(table)
        return lambda word: word.translate(single)
    before = f"(?=[^{silent}])" if silent else "(?=.)"
    pattern = re.compile(f"({_any_of(carriers)}){before}|{_any_of(table)}", re.S)

    def letters(match: re.Match[str]) -> str:
        return table[match[0]] + (tables.inherent if match[1] else "")

    return lambda word: pattern.sub(letters, word)


def _is_sign(char: str) -> bool:
    """Whether a letter is a dependent vowel sign: it stands where the inherent vowel would."""
    return 0x093E <= ord(char) <= 0x094C


def _any_of(texts: Iterable[str]) -> str:
    """A pattern for one of these, the longest first."""
    return "|".join(re.escape(text) for text in sorted(texts, key=lambda t: (-len(t), t)) if text)


@lru_cache(maxsize=_CACHE)
def skeleton(latin: str, lang: str) -> str:
    """Spellings in Latin letters that are one word to most readers, as one string."""
    tables = romanisation(lang)
    return latin if tables is None else _replacer(lang, "skeleton")(bare(latin))


@lru_cache(maxsize=_CACHE)
def near(latin: str, lang: str) -> str:
    """A spelling with only the differences that tell close readings apart."""
    tables = romanisation(lang)
    return latin if tables is None else _replacer(lang, "near")(bare(latin))


@lru_cache(maxsize=_CACHE)
def route(word: str, lang: str) -> str:
    """The group of the index a word stands in: at most `ROUTE_LENGTH` classes of letters."""
    if romanisation(lang) is None:
        return route_of(bare(word))
    return route_of(skeleton(romanise(word, lang), lang))


def route_of(plain: str) -> str:
    """The route of a word without marks, or of a skeleton."""
    return "".join(ROUTE_CLASSES.get(char, char) for char in plain[:ROUTE_LENGTH])


@cache
def _replacer(lang: str, name: str) -> Callable[[str], str]:
    """Replaces by a table from the left, the longest match first; doubled letters become one."""
    tables = romanisation(lang)
    table: dict[str, str] = {} if tables is None else getattr(tables, name)
    pattern = re.compile(_any_of(table))
    doubled = re.compile(r"(.)\1+", re.S)

    def replaced(text: str) -> str:
        if table:
            text = pattern.sub(lambda match: table[match[0]], text)
        return doubled.sub(r"\1", text)

    return replaced
