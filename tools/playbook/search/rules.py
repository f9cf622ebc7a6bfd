"""Suffix rules: from an inflected word to the keys it may belong to.

    taudeilleen ── particle ──> taudeille ── ending ──> taude ── tail ──> tauti
                                             (layers)            de → ti

Endings are cut layer by layer, at most one of each; then the tail of what remains is replaced.
Endings and tails each are few, their combinations many.  The same interpreter stands in the
browser engine (`rules.js`); the table is data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from playbook.text.fold import DATA

SUFFIXES = DATA / "suffixes"

# A key shorter than this is no proof of anything.
SHORTEST = 2

# A word this long shares more letters with its key than that, unless its language has short keys.
LONG = 6

# How many places up the list of tails a letter that word and key share moves a key.
NEAR = 30


@dataclass(frozen=True)
class Rules:
    """`layers` of endings, the outermost first; tail → (what may stand in its place, its rank)."""

    layers: tuple[tuple[str, ...], ...]
    tails: dict[str, tuple[tuple[str, int], ...]]
    longest: int
    clitics: tuple[tuple[str, str], ...]
    short: bool
    data: dict[str, Any] = field(compare=False, repr=False)

    def candidates(self, word: str) -> list[str]:
        """Keys `word` may belong to: the word itself, then the surest first.

        After those of the whole word come those of what a particle at its end hangs on.
        """
        found = self._inflected(word, [word])
        for ending, hidden in self.clitics:
            if word.endswith(ending) and len(word) - len(ending) > SHORTEST:
                inner = word[: len(word) - len(ending)] + hidden
                found = self._inflected(inner, found)
        return found

    def stems(self, word: str) -> list[str]:
        """What remains of `word` when endings are cut, at most one of each layer."""
        return stems(word, self.layers)

    def _inflected(self, word: str, found: list[str]) -> list[str]:
        reached: list[tuple[int, str]] = []
        for stem in self.stems(word):
            for length in range(min(self.longest, len(stem) - 1) + 1):
                kept = stem[: len(stem) - length]
                if len(kept) <= SHORTEST and len(word) >= LONG and not self.short:
                    continue
                for to, rank in self.tails.get(stem[len(kept) :], ()):
                    if len(kept) + len(to) >= SHORTEST:
                        reached.append((rank - NEAR * len(kept), kept + to))
        reached.sort(key=lambda entry: entry[0])
        return list(dict.fromkeys([*found, *(key for _, key in reached)]))

    def seen_as(self, view: Callable[[str], str]) -> Rules:
        """The rules for words in another spelling."""
        return read_rules(self.data, view)


def stems(word: str, layers: Sequence[Sequence[str]]) -> list[str]:
    """What remains of `word` when endings are cut, at most one of each layer; the word first."""
    found = {word: None}
    for layer in layers:
        for stem in list(found):
            for ending in layer:
                if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST:
                    found[stem[: len(stem) - len(ending)]] = None
    return list(found)


@cache
def rules(lang: str) -> Rules:
    """The rules of a language; none for a language there is no table for."""
    return read_rules(rule_data(lang))


def read_rules(data: dict[str, Any], view: Callable[[str], str] = str) -> Rules:
    """Rules from their table, for words as they look in a view."""
    layers = tuple(
        tuple(dict.fromkeys(seen for ending in layer.split(" ") if (seen := view(ending))))
        for layer in data["layers"]
    )
    tails: dict[str, dict[str, int]] = {}
    for rank, tail in enumerate(data["tails"]):
        old, _, new = tail.partition(">")
        tails.setdefault(view(old), {}).setdefault(view(new), rank)
    clitics = tuple(
        (view(ending), view(hidden))
        for ending, _, hidden in (clitic.partition(" ") for clitic in data["clitics"])
    )
    return Rules(
        layers,
        {tail: tuple(into.items()) for tail, into in tails.items()},
        max(map(len, tails), default=0),
        clitics,
        data["short"],
        data,
    )


@cache
def rule_data(lang: str) -> dict[str, Any]:
    """The table as it stands in its file: `clitics`, `layers`, `tails`, and if keys are short."""
    data = _file(lang)
    lists = {part: data.get(part, []) for part in ("clitics", "layers", "tails")}
    return lists | {"short": data.get("short", False)}


def pack_rules(data: Mapping[str, Any]) -> str:
    """A table as four lines: particles, layers, tails, and `short` where keys are.

    A tail that nothing takes the place of is written without `>`.
    """
    tails = (tail if tail == ">" else tail.removesuffix(">") for tail in data["tails"])
    lists = ("|".join(data["clitics"]), "|".join(data["layers"]), " ".join(tails))
    return "\n".join((*lists, "short" if data["short"] else ""))


def unpack_rules(packed: str) -> dict[str, Any]:
    """The table that `pack_rules` packed."""
    clitics, layers, tails, short = packed.split("\n")
    return {
        "clitics": clitics.split("|") if clitics else [],
        "layers": layers.split("|") if layers else [],
        "tails": tails.split(" ") if tails else [],
        "short": bool(short),
    }


def irregular_forms(lang: str) -> dict[str, str]:
    """Forms that no rule takes to their key, and that key."""
    forms: dict[str, str] = _file(lang).get("irregular", {})
    return forms


@cache
def _file(lang: str) -> dict[str, Any]:
    path = SUFFIXES / f"{lang}.json"
    data: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return data
