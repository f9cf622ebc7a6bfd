"""Words without the little words written in one with them: Arabic `and`, `the`, `for the`."""

from __future__ import annotations

from collections.abc import Sequence

_LEAST = 3
"""Letters that remain."""
_KNOWN = 100_000


class Roots:
    """Cuts off, one after another, what a language writes before a word.

    Cues and texts are cut alike, so a word that merely begins so is found all the same.
    """

    def __init__(self, before: Sequence[str]) -> None:
        self._before = sorted(before, key=len, reverse=True)
        self._known: dict[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self._before)

    def of(self, word: str) -> str:
        """The word that remains."""
        known = self._known.get(word)
        if known is not None:
            return known
        root = word
        while cut := self._first_of(root):
            root = root[len(cut) :]
        if len(self._known) < _KNOWN:
            self._known[word] = root
        return root

    def _first_of(self, word: str) -> str:
        for before in self._before:
            if word.startswith(before) and len(word) >= len(before) + _LEAST:
                return before
        return ""
