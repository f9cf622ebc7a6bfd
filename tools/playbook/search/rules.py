"""Suffix rules: from an inflected word to the keys it may belong to.

The same interpreter stands in the browser engine (`rules.js`); the table is data.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from playbook.text.suffix_rules import SUFFIXES

# A key shorter than this is no proof of anything.
SHORTEST = 2


@dataclass(frozen=True)
class Rules:
    """ending → what may stand in its place, commonest first; `longest` ending in letters."""

    table: dict[str, tuple[str, ...]]
    longest: int
    clitics: tuple[tuple[str, str], ...] = ()

    def candidates(self, word: str) -> list[str]:
        """Keys `word` may belong to: the word itself, then the shortest ending first.

        After those of the whole word come those of what a particle at its end hangs on.
        """
        found = self._inflected(word, [word])
        for ending, hidden in self.clitics:
            if word.endswith(ending) and len(word) - len(ending) > SHORTEST:
                inner = word[: len(word) - len(ending)] + hidden
                found = self._inflected(inner, found)
        return found

    def stems(self, word: str) -> list[str]:
        """What remains of `word` without each ending the rules know, the shortest ending first."""
        lengths = range(1, min(self.longest, len(word) - 3) + 1)
        return [word[:-n] for n in lengths if word[-n:] in self.table]

    def _inflected(self, word: str, found: list[str]) -> list[str]:
        if word not in found:
            found.append(word)
        for length in range(min(self.longest, len(word) - 1) + 1):
            stem = word[: len(word) - length]
            for to in self.table.get(word[len(stem) :], ()):
                if len(stem) + len(to) >= SHORTEST and stem + to not in found:
                    found.append(stem + to)
        return found

    def seen_as(self, view: Callable[[str], str]) -> Rules:
        """The rules for words in another spelling."""
        table: dict[str, list[str]] = {}
        for ending, replacements in self.table.items():
            into = table.setdefault(view(ending), [])
            for to in replacements:
                if view(to) not in into:
                    into.append(view(to))
        return Rules(
            {ending: tuple(to) for ending, to in table.items()},
            max(map(len, table), default=0),
            tuple((view(ending), view(hidden)) for ending, hidden in self.clitics),
        )


@cache
def rules(lang: str) -> Rules:
    """The rules of a language; none for a language there is no table for."""
    return read_rules(rule_data(lang))


def read_rules(data: dict[str, Any]) -> Rules:
    """Rules from their table; `-` stands for an empty replacement."""
    table = {
        ending: tuple("" if to == "-" else to for to in replacements.split(" "))
        for ending, replacements in data["rules"].items()
    }
    clitics = tuple(
        (ending, hidden) for ending, _, hidden in (c.partition(" ") for c in data["clitics"])
    )
    return Rules(table, max(map(len, table), default=0), clitics)


@cache
def rule_data(lang: str) -> dict[str, Any]:
    """The table as it stands in its file: `rules`, ending → replacements, and `clitics`."""
    data = _file(lang)
    return {"rules": data.get("rules", {}), "clitics": data.get("clitics", [])}


def irregular_forms(lang: str) -> dict[str, str]:
    """Forms that no rule takes to their key, and that key."""
    forms: dict[str, str] = _file(lang).get("irregular", {})
    return forms


@cache
def _file(lang: str) -> dict[str, Any]:
    path = SUFFIXES / f"{lang}.json"
    data: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return data
