"""The fixed wording of derived trees, and the letters of answers, per language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

from playbook.model import Wait

FALLBACK = "en"

UNSURE_LETTER = "?"
"""In place of a letter, for the answer of those who cannot tell."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Wording of one language; what it lacks comes from the fallback."""

    lang: str
    words: Mapping[str, str]
    letters: tuple[str, ...]
    unsure: frozenset[str]
    times: Mapping[str, Mapping[str, str]]
    """Unit of a wait → CLDR plural category → phrase with {n}."""

    def say(self, key: str, **values: object) -> str:
        text = self.words[key]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def within(self, wait: Wait) -> str:
        """“within 2 working days”."""
        forms = self.times[wait.unit]
        form = forms.get(_plural(self.lang, wait.count), forms["other"])
        return form.replace("{n}", str(wait.count))

    def letter(self, position: int) -> str:
        """Letter of the answer at `position`, from 0; numbers where the letters end."""
        return self.letters[position] if position < len(self.letters) else str(position + 1)

    def is_unsure(self, text: str) -> bool:
        return _plain(text) in self.unsure


@cache
def phrases_of(lang: str) -> Phrases:
    """The wording of `lang`, of its base language, or of the fallback."""
    table = _table()
    own = table.get(lang) or table.get(lang.partition("-")[0]) or {}
    merged: dict[str, Any] = {**table[FALLBACK], **own}
    # Plural categories belong to the language that the times are written in.
    plural_lang = lang if "within" in own else FALLBACK
    return Phrases(
        lang=plural_lang,
        words={key: text for key, text in merged.items() if isinstance(text, str)},
        letters=tuple(merged["letters"]),
        unsure=frozenset(_plain(text) for text in merged["unsure"]),
        times=merged["within"],
    )


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    text = files("playbook.tree").joinpath("data/phrases.yml").read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return table


@cache
def _plural(lang: str, count: int) -> str:
    try:
        return Locale.parse(lang, sep="-").plural_form(count)
    except (UnknownLocaleError, ValueError):
        return "other"


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(c for c in folded if c.isspace() or not _is_mark_of_sentence(c)).strip()


def _is_mark_of_sentence(character: str) -> bool:
    return character in ".,…:;!?।" or unicodedata.category(character) in ("Pi", "Pf")
