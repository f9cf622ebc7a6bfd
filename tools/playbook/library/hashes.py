"""Fingerprints of a page's sections: what a translation was made from.

A fingerprint sees words alone.  White space, line wrapping, emphasis, link targets,
attribute blocks and characters without a shape leave it as it was; a word or a
punctuation mark that changed moves it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from playbook.model import Page

INTRO = "intro"
"""Name of what stands above the first section: the front matter's words and the opening."""

FRONT_WORDS = ("title", "short", "mark", "track", "summary")
"""Front matter that is translated.  Aliases are not: each language has its own."""

_DIGITS = 12
_SHAPELESS = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


def section_hashes(page: Page) -> Mapping[str, str]:
    """Section id → fingerprint of 12 hexadecimal digits, in the order of the page."""
    return {id: fingerprint(words) for id, words in section_words(page).items()}


def section_words(page: Page) -> Mapping[str, str]:
    """Section id → its words; a section without an id belongs to the one before it."""
    front = [page.text(key) for key in FRONT_WORDS]
    parts: dict[str, list[str]] = {INTRO: [*front, page.intro_words]}
    current = INTRO
    for section in page.sections:
        current = section.id or current
        parts.setdefault(current, []).append(section.words)
    return {id: " ".join(part for part in found if part) for id, found in parts.items()}


def fingerprint(words: str) -> str:
    """The first 48 bits of SHA-256 over the words, in NFC and with single spaces."""
    seen = unicodedata.normalize("NFC", _SHAPELESS.sub("", words))
    return hashlib.sha256(" ".join(seen.split()).encode()).hexdigest()[:_DIGITS]
