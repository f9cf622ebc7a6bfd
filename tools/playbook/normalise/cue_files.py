"""Cue words as they stand in data files.

A cue is one or more words.  `word*` stands for every word that begins so, `*word` for every word
that ends so, `…` for up to four words, `word:` for a word with a colon behind it.  Words compare
folded.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from playbook.normalise.words import AFTER, DATA, compared, pattern

CUES = DATA / "cues"
COMMON = "common"
"""Cues that stand on pages of any language."""
_SPLIT = re.compile(r"\s+/\s+|\s*\n\s*")


class Part(NamedTuple):
    """A word of a cue, or an end of one."""

    text: str
    prefix: bool
    after: str
    gap: bool
    suffix: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase and its path in the data file."""

    group: str
    name: str
    field: str
    parts: tuple[Part, ...]
    needs: str
    """A word written out that must stand further on, "" for none: most lines have not got it."""


@cache
def cue_languages() -> tuple[str, ...]:
    """Languages that have a cue file, sorted."""
    return tuple(sorted(p.stem for p in CUES.glob("*.toml") if p.stem != COMMON))


@cache
def read_cues(
    language: str,
) -> tuple[tuple[Cue, ...], tuple[tuple[Part, ...], ...], tuple[str, ...]]:
    """Cues of one file, the sentence endings and the words written in one that it names."""
    if language not in (*cue_languages(), COMMON):
        return (), (), ()
    data = tomllib.loads((CUES / f"{language}.toml").read_text("utf-8"))
    cues: list[Cue] = []
    endings: tuple[tuple[Part, ...], ...] = ()
    before = data.pop("words", {}).get("before", "").split()
    for group, entries in data.items():
        for name, value in entries.items():
            fields = value if isinstance(value, dict) else {"any": value}
            for field, text in fields.items():
                phrases = _SPLIT.split(text.strip())
                if field == "endings":
                    endings = tuple(parse(p) for p in phrases)
                    continue
                for phrase in phrases:
                    parts = parse(phrase)
                    if parts:
                        cues.append(cue_of(group, name, field, parts))
    return tuple(cues), endings, tuple(map(compared, before))


def cue_of(group: str, name: str, field: str, parts: tuple[Part, ...]) -> Cue:
    """A cue of these words."""
    written = [part.text for part in parts[1:] if not (part.prefix or part.suffix)]
    return Cue(group, name, field, parts, max(written, key=len, default=""))


def parse(cue: str) -> tuple[Part, ...]:
    """The words of a cue as it is written."""
    parts: list[Part] = []
    gap = False
    for chunk in cue.split():
        if chunk == "…":
            gap = True
            continue
        if chunk in AFTER and parts and chunk != "©":
            parts[-1] = parts[-1]._replace(after=chunk)
            continue
        prefix = chunk.endswith("*")
        matches = list(pattern().finditer(chunk))
        for number, match in enumerate(matches):
            last = number == len(matches) - 1
            star = prefix and last
            ending = number == 0 and chunk.startswith("*")
            text = compared(match[0])
            after = ":" if last and chunk.endswith((":", "：")) else ""
            parts.append(Part(text, star, after, gap, ending))
            gap = False
    return tuple(parts)
