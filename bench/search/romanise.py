"""Native words as people type them in Latin letters, from the benchmark's own tables."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).parent / "data"
INHERENT = "a"
VIRAMA = "\u094d"
NUKTA = "\u093c"
MATRAS = frozenset("ािीुूृेैोौॉॅ")
NASALS = frozenset("ंँ")
LABIALS = frozenset("पफबभम")
CLUSTERS = (("क्ष", ("ksh", "x")), ("ज्ञ", ("gy",)))


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


class Georgian:
    """One letter, one spelling: a table a style."""

    def __init__(self) -> None:
        table = rows(DATA / "latin.ka.tsv")
        self.styles = {
            name: {row[0]: row[column] for row in table}
            for column, name in enumerate(("national", "chat-q", "chat-kh"), start=1)
        }

    def spell(self, pair: Iterable[str], source: random.Random) -> tuple[str, ...]:
        style = self.styles[source.choice(sorted(self.styles))]
        return tuple("".join(style.get(letter, letter) for letter in word) for word in pair)


class Hindi:
    """Everyday spelling: unspoken schwas left out, each sign in the writer's own way."""

    def __init__(self) -> None:
        table = rows(DATA / "latin.hi.tsv")
        self.spellings = {
            unicodedata.normalize("NFD", sign): found.split() for sign, found in table
        }

    def spell(self, pair: Iterable[str], source: random.Random) -> tuple[str, ...]:
        habit = {sign: source.choice(found) for sign, found in self.spellings.items()}
        clusters = {sign: source.choice(found) for sign, found in CLUSTERS}
        return tuple(self._word(word, habit, clusters) for word in pair)

    def _word(self, word: str, habit: dict[str, str], clusters: dict[str, str]) -> str:
        # Sounds: (consonants, vowel); a vowel of None is the inherent one, still to be decided.
        sounds: list[tuple[str, str | None]] = []
        text = unicodedata.normalize("NFD", word).replace("\u200c", "").replace("\u200d", "")
        at = 0
        while at < len(text):
            cluster = next((sign for sign, _ in CLUSTERS if text.startswith(sign, at)), None)
            sign = cluster or text[at]
            at += len(sign)
            if not cluster and at < len(text) and text[at] == NUKTA:
                sign += NUKTA
                at += 1
            if sign == VIRAMA and sounds:
                sounds[-1] = (sounds[-1][0], "")
            elif sign in MATRAS and sounds:
                sounds[-1] = (sounds[-1][0], habit[sign])
            elif sign in NASALS and sounds:
                nasal = "m" if sign == "ं" and text[at : at + 1] in LABIALS else "n"
                consonant, vowel = sounds[-1]
                sounds[-1] = (consonant, (INHERENT if vowel is None else vowel) + nasal)
            elif cluster:
                sounds.append((clusters[cluster], None))
            elif sign in habit:
                # Independent vowels stand before the consonants in the block, अ to औ.
                sounds.append(("", habit[sign]) if sign[0] <= "औ" else (habit[sign], None))
            else:
                sounds.append((sign, ""))
        return "".join(consonant + vowel for consonant, vowel in spoken(sounds))


def spoken(sounds: list[tuple[str, str | None]]) -> list[tuple[str, str]]:
    """Decide each inherent vowel: dropped at the end, and between a vowel and consonant-vowel.

    Ohala's rule (Aspects of Hindi Phonology, 1983), read from right to left.
    """
    decided: list[str] = [INHERENT if vowel is None else vowel for _, vowel in sounds]
    if len(sounds) > 1 and sounds[-1][1] is None:
        decided[-1] = ""
    for at in range(len(sounds) - 2, 0, -1):
        open_before = decided[at - 1] != "" and not decided[at - 1].endswith(("m", "n"))
        voiced_after = decided[at + 1] != "" and sounds[at + 1][0] != ""
        if sounds[at][1] is None and open_before and voiced_after:
            decided[at] = ""
    return [(consonant, vowel) for (consonant, _), vowel in zip(sounds, decided, strict=True)]
