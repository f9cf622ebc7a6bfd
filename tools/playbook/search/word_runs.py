"""The words of long texts at once: as `text.tokens` cuts them, in arrays.

Only what makes an index imports this module: NumPy takes a while to start.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playbook.text.fold import unicode_data

_CODES = "utf-32-le"
_BLANK, _LINE_END = ord(" "), ord("\n")

# Classes of code points.
_WORD, _APOSTROPHE = 1, 2


def word_runs(text: str) -> tuple[list[str], NDArray[Any]]:
    """The words of a text as they stand in it, and how many there are on each line."""
    codes = np.frombuffer(text.encode(_CODES, "surrogatepass"), np.uint32)
    classes = _classes().take(codes)
    inside = np.zeros(len(codes) + 2, bool)  # with a border before and behind
    inside[1:-1] = classes == _WORD
    between = np.flatnonzero(classes == _APOSTROPHE)
    inside[between[inside[between] & inside[between + 2]] + 1] = True
    begins = np.flatnonzero(inside[1:-1] > inside[:-2])
    ends = np.append(np.flatnonzero(codes == _LINE_END), len(codes))
    per_line = np.diff(np.searchsorted(begins, ends), prepend=0)
    words = np.where(inside[1:-1], codes, np.uint32(_BLANK)).tobytes().decode(_CODES).split()
    return words, per_line


@lru_cache(maxsize=1)
def _classes() -> NDArray[np.uint8]:
    """The class of every code point."""
    data = unicode_data()
    classes = np.zeros(0x110000, np.uint8)
    classes[[ord(char) for char in data["apostrophes"]]] = _APOSTROPHE
    for first, last in zip(data["word"][::2], data["word"][1::2], strict=True):
        classes[first : last + 1] = _WORD
    return classes
