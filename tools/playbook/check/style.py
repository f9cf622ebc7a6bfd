"""What each language asks of a text: `data/style/<language>.toml`.

A language without a file is asked nothing; a new file is all a new language needs.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern that should not stand in a text, and what to write instead."""

    pattern: re.Pattern[str]
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Style:
    """The style of one language; empty where it has no file."""

    quotes: tuple[Wording, ...] = ()
    dashes: tuple[Wording, ...] = ()
    full_stops: tuple[Wording, ...] = ()
    spaces_before: str = ""
    """Marks that a space may stand before (French)."""
    sentence_words: int = 0
    """Words a sentence of a sign or step may have; 0 for no limit."""
    citation_endings: str = ""
    """Letters at the end of a dictionary form that other forms of the word drop."""
    undecidable: tuple[str, ...] = ()
    """Words that make a criterion a matter of opinion, folded."""


@cache
def style_of(lang: str) -> Style:
    """The style of a language, by its code or its code without region or script."""
    folder = resources.files("playbook.check") / "data" / "style"
    file = next(
        (f for code in (lang, lang.split("-")[0]) if (f := folder / f"{code}.toml").is_file()),
        None,
    )
    if file is None:
        return Style()
    data = tomllib.loads(file.read_text("utf-8"))

    def wordings(key: str) -> tuple[Wording, ...]:
        found = data.get(key, [])
        return tuple(Wording(re.compile(w["find"]), w["message"], w["fix"]) for w in found)

    return Style(
        quotes=wordings("quotes"),
        dashes=wordings("dashes"),
        full_stops=wordings("full_stops"),
        spaces_before=data.get("spaces_before", ""),
        sentence_words=data.get("sentence_words", 0),
        citation_endings=data.get("citation_endings", ""),
        undecidable=tuple(data.get("undecidable", "").split()),
    )
