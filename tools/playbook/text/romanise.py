"""Words in Latin letters: from native script, and the skeleton on which spellings meet.

    romanise("კლიენტი", "ka") → "k'lient'i"
    skeleton("k'lient'i", "ka") == skeleton("klienti", "ka")
    romanise("समस्या", "hi")   → "samasyaa"
    skeleton("samasya", "hi") == skeleton("samsyaa", "hi")

The browser engine carries the same three functions and the same tables; a test runs both
over whole corpora.
"""

from __future__ import annotations

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
    )


@lru_cache(maxsize=_CACHE)
def romanise(word: str, lang: str) -> str:
    """A folded word in Latin letters; letters without an entry stay as they are."""
    tables = romanisation(lang)
    if tables is None or word.isascii():
        return word
    out: list[str] = []
    i = 0
    while i < len(word):
        for length in (3, 2):
            if (text := tables.clusters.get(word[i : i + length])) is not None:
                i += length
                break
        else:
            text = tables.consonants.get(word[i], "")
            if not text:
                out.append(tables.letters.get(word[i], "" if word[i] == tables.virama else word[i]))
                i += 1
                continue
            i += 1
        out.append(text)
        # The inherent vowel sounds between consonants, not before a vowel sign or at the end.
        if i < len(word) and word[i] != tables.virama and not _is_sign(word[i], tables):
            out.append(tables.inherent)
    return "".join(out)


def _is_sign(char: str, tables: Romanisation) -> bool:
    """Whether a letter is a dependent vowel sign: it stands where the inherent vowel would."""
    return char in tables.letters and 0x093E <= ord(char) <= 0x094C


@lru_cache(maxsize=_CACHE)
def skeleton(latin: str, lang: str) -> str:
    """Spellings in Latin letters that are one word to most readers, as one string."""
    tables = romanisation(lang)
    return latin if tables is None else _collapse(_replace(bare(latin), tables.skeleton))


@lru_cache(maxsize=_CACHE)
def near(latin: str, lang: str) -> str:
    """A spelling with only the differences that tell close readings apart."""
    tables = romanisation(lang)
    return latin if tables is None else _collapse(_replace(bare(latin), tables.near))


@lru_cache(maxsize=_CACHE)
def route(word: str, lang: str) -> str:
    """The group of the index a word stands in: at most `ROUTE_LENGTH` classes of letters."""
    if romanisation(lang) is None:
        return route_of(bare(word))
    return route_of(skeleton(romanise(word, lang), lang))


def route_of(plain: str) -> str:
    """The route of a word without marks, or of a skeleton."""
    return "".join(ROUTE_CLASSES.get(char, char) for char in plain[:ROUTE_LENGTH])


def _replace(text: str, table: dict[str, str]) -> str:
    """Replace from the left, the longest match (up to three letters) first."""
    out: list[str] = []
    i = 0
    while i < len(text):
        for length in (3, 2, 1):
            if (to := table.get(text[i : i + length])) is not None and i + length <= len(text):
                out.append(to)
                i += length
                break
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


def _collapse(text: str) -> str:
    """Doubled letters once."""
    return "".join(c for i, c in enumerate(text) if i == 0 or c != text[i - 1])
