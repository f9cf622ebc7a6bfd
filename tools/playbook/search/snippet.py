"""The part of a section that shows why it was found, and where the words stand in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from playbook.search.analysis import word_form
from playbook.text.tokens import Token, tokenise

# Characters of a snippet, about two lines; and how far its beginning may move to a gap.
LENGTH, SLACK = 140, 24


@dataclass(frozen=True)
class Snippet:
    """`ranges` are half-open, in UTF-16 code units of `text`, as a browser counts."""

    text: str
    ranges: tuple[tuple[int, int], ...]

    def data(self) -> dict[str, object]:
        return {"text": self.text, "ranges": [list(pair) for pair in self.ranges]}


def snippet(text: str, forms: Collection[str]) -> Snippet:
    """The stretch of `text` with the most different `forms`, the earliest of several."""
    found = [t for t in tokenise(text) if word_form(t.text) in forms]
    start, end = _stretch(text, found)
    cut = text[start:end]
    lead, tail = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    shown = lead + " ".join(cut.split("\n")) + tail
    ranges = []
    for token in found:
        if token.start >= start and token.end <= end:
            at = len(lead) + _units(cut[: token.start - start])
            ranges.append((at, at + _units(text[token.start : token.end])))
    return Snippet(shown, tuple(ranges))


def _stretch(text: str, found: list[Token]) -> tuple[int, int]:
    """Where the snippet begins and ends, at gaps between words."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best, start = 0, 0
    for first in found:
        inside = {t.text for t in found if first.start <= t.start and t.end <= first.start + LENGTH}
        if len(inside) > best:
            best, start = len(inside), first.start
    start = max(0, min(start - SLACK, len(text) - LENGTH))
    while start > 0 and text[start - 1] not in " \n":
        start -= 1
    end = min(len(text), start + LENGTH)
    while end < len(text) and text[end] not in " \n":
        end += 1
    return start, end


def _units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)
