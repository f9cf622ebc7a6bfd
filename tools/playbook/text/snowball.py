"""Snowball's stemmers, with a quicker way to find a word's ending among those they list.

Their own compares letter by letter, in Python; here an ending is looked up by its length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

# Entries of a list by what they say, the lengths of these, the longest first, and the letters
# they all begin, or end, with.
_Listed = tuple[Mapping[str, Any], Sequence[int], frozenset[str]]


@cache
def stem_word(name: str) -> Callable[[str], str]:
    """The stemmer of a language by Snowball's name for it: from a word to its stem.

    Imported by its own module: the package would take another version from elsewhere if there
    is one.
    """
    made = getattr(import_module(f"snowballstemmer.{name}_stemmer"), f"{name.capitalize()}Stemmer")
    stem: Callable[[str], str] = type(made.__name__, (_Quick, made), {})().stemWord
    return stem


class _Quick:
    """How a stemmer looks a word's beginning or end up in a list of its own.

    The longest entry that fits and whose condition holds says what to do; 0 if there is none.
    """

    def __init__(self) -> None:
        self._listed: dict[int, _Listed] = {}
        super().__init__()

    def find_among(self: Any, entries: Sequence[Any]) -> int:
        start, rest, word = self.cursor, self.limit - self.cursor, self.current
        known, lengths, borders = self._listed.get(id(entries)) or self._list(entries, 0)
        if word[start : start + 1] not in borders:
            return 0
        for length in lengths:
            if length <= rest:
                entry = known.get(word[start : start + length])
                if entry is not None:
                    self.cursor = start + length
                    if entry.method is None:
                        return int(entry.result)
                    if entry.method(self):
                        self.cursor = start + length
                        return int(entry.result)
        return 0

    def find_among_b(self: Any, entries: Sequence[Any]) -> int:
        end, rest, word = self.cursor, self.cursor - self.limit_backward, self.current
        known, lengths, borders = self._listed.get(id(entries)) or self._list(entries, -1)
        if word[end - 1 : end] not in borders:
            return 0
        for length in lengths:
            if length <= rest:
                entry = known.get(word[end - length : end])
                if entry is not None:
                    self.cursor = end - length
                    if entry.method is None:
                        return int(entry.result)
                    if entry.method(self):
                        self.cursor = end - length
                        return int(entry.result)
        return 0

    def _list(self, entries: Sequence[Any], border: int) -> _Listed:
        known = {entry.s: entry for entry in entries}
        borders = _Any() if "" in known else frozenset(text[border] for text in known)
        listed = known, sorted({len(text) for text in known}, reverse=True), borders
        self._listed[id(entries)] = listed
        return listed


class _Any(frozenset[str]):
    """Letters of a list that has an entry for every word."""

    def __contains__(self, _: object) -> bool:
        return True
