"""Words that people type for one another: `data/synonyms/<code>.txt`, a meaning a line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from playbook.text.fold import DATA
from playbook.text.tokens import words

SYNONYMS = DATA / "synonyms"


@dataclass(frozen=True)
class Meaning:
    """Words of one meaning; `same` where they are one and the same to a reader."""

    words: tuple[str, ...]
    same: bool


@cache
def synonyms(lang: str) -> tuple[Meaning, ...]:
    """The groups of a language, folded; none for a language there is no list for."""
    path = SYNONYMS / f"{lang}.txt"
    if not path.exists():
        return ()
    lines = path.read_text("utf-8").splitlines()
    return tuple(
        Meaning(tuple(words(line)), line.startswith("="))
        for line in lines
        if line and not line.startswith("#")
    )
