"""Words of the pages we start, in the language of the page."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources

USUAL = "en"
"""Taken for languages that have no file yet."""


def words_of(lang: str) -> Mapping[str, str]:
    """The words of a language, of its code without region, or the usual ones."""
    folder = resources.files("playbook.scaffold") / "data" / "words"
    codes = (lang, lang.split("-")[0], USUAL)
    file = next(f for code in codes if (f := folder / f"{code}.toml").is_file())
    words: Mapping[str, str] = tomllib.loads(file.read_text("utf-8"))
    return words
