"""Words written in two scripts, and which script a language is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from playbook.text.script import BLOCKS, UNKNOWN, script_of_char

_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0dff]*[^\W\d_]*)*")
_LETTER = re.compile(r"[^\W\d_]")
_LIKE_LATIN = frozenset("аеорсухіјѕԁһАВЕКМНОРСТХІЈЅαονρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Cyrillic and Greek letters that look like Latin ones; after Unicode's confusables.txt."""
_DRAWN = "Zmth"
_FOREIGN = "Latn"
"""The script of most abbreviations and names in texts of other scripts."""
_ALIKE = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts with letters that look like one another's."""


@dataclass(frozen=True, slots=True)
class TwoScripts:
    """A word with letters of a second script."""

    text: str
    offset: int
    name: str
    """Of the script most letters are in."""
    odd: str
    """The first letter of the other script."""
    odd_name: str
    joined: bool
    """A foreign word with a native ending (`SEOს`), not a letter that slipped in."""


def words_of_two_scripts(text: str) -> Iterator[TwoScripts]:
    """Every word whose letters are of two scripts."""
    if text.isascii() or len({_script(char) for char in set(text)} - {UNKNOWN}) < 2:
        return
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        scripts = [_script(char) for char in word]
        known = [script for script in scripts if script != UNKNOWN]
        if len(set(known)) < 2:
            continue
        main = max(dict.fromkeys(known), key=known.count)
        odd = next(i for i, script in enumerate(scripts) if script not in (main, UNKNOWN))
        yield TwoScripts(
            text=word,
            offset=match.start(),
            name=_name(main),
            odd=word[odd],
            odd_name=_name(scripts[odd]),
            joined=_is_joined(known),
        )


def whole_look_alikes(text: str, script: str) -> Iterator[tuple[str, int, str]]:
    """Words of which every letter looks like a Latin one and is none: `а` alone, `РОР`.

    Gives the word, its offset and its script; words in `script`, the page's own, are fine.
    """
    if _LIKE_LATIN.isdisjoint(text):
        return
    for match in _WORD.finditer(text):
        word = match.group()
        if word[0] in _LIKE_LATIN and all(char in _LIKE_LATIN for char in word):
            own = script_of_char(word[0])
            if own != script:
                yield word, match.start(), _name(own)


def _script(char: str) -> str:
    """The script of a letter; letters drawn for formulas or full width are one of their own."""
    code = ord(char)
    if 0xFF21 <= code <= 0xFF5A or 0x1D400 <= code <= 0x1D7FF:
        return _DRAWN
    return script_of_char(char)


def _is_joined(scripts: list[str]) -> bool:
    """Two runs of scripts that cannot be taken for one another, and no single slip.

    One letter of an ending may follow a foreign word (`SMSს`); one foreign letter after a
    native word is a slip.
    """
    runs = [scripts[0]]
    lengths = [0]
    for script in scripts:
        if script != runs[-1]:
            runs.append(script)
            lengths.append(0)
        lengths[-1] += 1
    if len(runs) != 2 or set(runs) <= _ALIKE or lengths[0] < 2:
        return False
    return lengths[1] >= 2 or runs[0] == _FOREIGN


def _name(script: str) -> str:
    names = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Geor": "Georgian"}
    names[_DRAWN] = "mathematical or full-width"
    return names.get(script) or str(Locale("en").scripts.get(script, script))


@cache
def script_of_language(lang: str) -> str:
    """ISO 15924 code of the script a language is written in, by CLDR; "" when unknown."""
    try:
        if script := Locale.parse(lang, sep="-").script:
            return script
    except (UnknownLocaleError, ValueError):
        return ""
    likely = get_global("likely_subtags").get(lang.split("-")[0], "")
    return next((part for part in likely.split("_") if len(part) == 4 and part.isalpha()), "")


@cache
def _letters_of(script: str) -> re.Pattern[str]:
    ranges = "".join(f"{chr(a)}-{chr(b)}" for a, b, name in BLOCKS if name == script)
    # Vowel signs stand in the block of a script and are no letters.
    return re.compile(rf"(?=[^\W\d_])[{ranges}]") if ranges else re.compile(r"(?!)")


def script_share(text: str, script: str) -> tuple[int, float]:
    """How many letters of known scripts a text has, and the share of them in `script`."""
    letters = len(_LETTER.findall(text))
    own = len(_letters_of(script).findall(text))
    return letters, own / letters if letters else 1.0
