"""What is said in a text, wherever it stands: its words, cues and sentences.

Pages say the same line over and over, so equal texts share one reading; and what few lines are
asked for (places of words, sentences, script) is found when it is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from playbook.normalise.cues import CueBook, Hit
from playbook.normalise.sentences import sentences
from playbook.normalise.words import LETTERS, Word, size_of, starts_of, texts_of, words_of
from playbook.normalise.wrapping import TERMINAL
from playbook.text import script_of

UNPARTED = frozenset(("Hani", "Jpan", "Thai"))
"""Scripts that write words without blanks between them."""
UNPARTED_LETTER = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")
_SAMPLE = 400
"""Characters that tell the script of a block."""


class Said:
    """A text and what was found in it; never changed once read."""

    __slots__ = (
        "_folded", "_hit_starts", "_script", "_sentences", "_starts", "_words",
        "hits", "is_closed", "per_word", "size", "text", "texts",
    )  # fmt: skip

    def __init__(self, text: str, book: CueBook) -> None:
        self.text = text
        self.texts = texts_of(text)
        """Its words, folded."""
        self._words: tuple[Word, ...] | None = None
        self._folded: str | None = None
        self._script = ""
        self._sentences: tuple[tuple[int, int], ...] | None = None
        self._starts: list[int] | None = None
        self._hit_starts: list[int] | None = None
        self.hits: tuple[Hit, ...] = book.find(self.texts, self.words)
        self.is_closed = text.rstrip(" )]*").endswith(TERMINAL)
        """Ends as a sentence ends."""
        self.size = len(self.texts)
        """How many words; where none are parted by blanks, about as many as there would be."""
        self.per_word = 1
        """How many of `texts` are about one word."""
        if UNPARTED_LETTER.search(text, 0, _SAMPLE) and self.script in UNPARTED:
            self.size = size_of(self.texts)
            if self.size == len(self.texts):  # not cut letter by letter
                self.size = max(self.size, sum(c.isalpha() for c in text) // LETTERS)
            else:
                self.per_word = LETTERS

    def words(self) -> tuple[Word, ...]:
        """Its words with their places."""
        if self._words is None:
            self._words = tuple(words_of(self.text, self.texts))
        return self._words

    @property
    def folded(self) -> str:
        if self._folded is None:
            self._folded = " ".join(self.texts)
        return self._folded

    @property
    def script(self) -> str:
        if not self._script:
            self._script = script_of(self.text[:_SAMPLE])
        return self._script

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        if self._sentences is None:
            self._sentences = tuple(sentences(self.text))
        return self._sentences

    def words_between(self, start: int, end: int) -> range:
        """Indexes of the words that begin from `start` to before `end` of the text."""
        if start <= 0 and end >= len(self.text):
            return range(len(self.texts))
        if self._starts is None:
            self._starts = starts_of(self.text)
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def hits_between(self, words: range) -> tuple[Hit, ...]:
        """Cues that begin at one of the words."""
        if not self.hits or len(words) == len(self.texts):
            return self.hits
        if self._hit_starts is None:
            self._hit_starts = [hit.first for hit in self.hits]
        first = bisect_left(self._hit_starts, words.start)
        return self.hits[first : bisect_left(self._hit_starts, words.stop)]


class Memory:
    """Readings of the texts that came last, each text read once."""

    def __init__(self, book: CueBook, *, texts: int = 6_000, longest: int = 400) -> None:
        self.book = book
        self.most, self.longest = texts, longest
        self.young: dict[str, Said] = {}
        self.old: dict[str, Said] = {}
        """As many as may be young; what is asked for again becomes young again."""

    def read(self, text: str) -> Said:
        said = self.young.get(text)
        if said is not None:
            return said
        said = self.old.get(text) or Said(text, self.book)
        if len(text) <= self.longest:
            if len(self.young) >= self.most:
                self.old, self.young = self.young, {}
            self.young[text] = said
        return said
