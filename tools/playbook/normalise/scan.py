"""Blocks with their words, sentences and cues: what all later stages look at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from playbook.normalise.blocks import Block, Kind
from playbook.normalise.cues import Alias, Hit, Word, cue_book
from playbook.normalise.sentences import sentences
from playbook.normalise.wrapping import TERMINAL
from playbook.text import script_of

UNPARTED = frozenset(("Hani", "Jpan", "Thai"))
"""Scripts that write words without blanks between them; two letters a word on average."""
_MIXED = frozenset(("Hani", "Jpan"))
"""Japanese writes some lines in Chinese characters alone."""


@dataclass(frozen=True)
class Scanned:
    """A block and what was found in it."""

    block: Block
    language: str
    """Of the article."""
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]

    @property
    def text(self) -> str:
        return self.block.text

    @cached_property
    def size(self) -> int:
        """How many words; where none are parted by blanks, about as many as there would be."""
        if self.script in UNPARTED:
            return max(len(self.words), sum(c.isalpha() for c in self.text) // 2)
        return len(self.words)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple(sentences(self.text))

    @cached_property
    def is_closed(self) -> bool:
        """Ends as a sentence ends."""
        return self.text.rstrip(" )]*").endswith(TERMINAL)

    @cached_property
    def folded(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def script(self) -> str:
        return script_of(self.text[:400])

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _hit_starts(self) -> list[int]:
        return [hit.first for hit in self.hits]

    def words_between(self, start: int, end: int) -> range:
        """Indexes of the words that begin from `start` to before `end` of the text."""
        return range(bisect_left(self._word_starts, start), bisect_left(self._word_starts, end))

    def hits_between(self, words: range) -> tuple[Hit, ...]:
        """Cues that begin at one of the words."""
        first = bisect_left(self._hit_starts, words.start)
        return self.hits[first : bisect_left(self._hit_starts, words.stop)]

    def has(self, group: str, name: str | None = None, *fields: str) -> bool:
        """Whether a cue of that group (and name, and one of the fields) stands in it."""
        return any(
            hit.group == group
            and (name is None or hit.name == name)
            and (not fields or hit.field in fields)
            for hit in self.hits
        )

    def of(self, group: str) -> list[Hit]:
        return [hit for hit in self.hits if hit.group == group]


@dataclass(frozen=True)
class Document:
    """A whole article, block by block."""

    language: str
    script: str
    blocks: tuple[Scanned, ...]
    title: int = -1
    """Index of the block that is the title; -1 when there is none."""
    words_before: tuple[int, ...] = field(default=())
    """How many words stand before each block."""
    aliases: tuple[Alias, ...] = ()
    """Names of archetypes that a knowledge base added to the cues."""

    @property
    def size(self) -> int:
        return self.words_before[-1] if self.words_before else 0

    @property
    def front(self) -> int:
        """How many blocks of front matter stand at the top."""
        kinds = (scanned.block.kind is Kind.FRONT for scanned in self.blocks)
        return sum(1 for _ in takewhile(bool, kinds))

    def is_native(self, scanned: Scanned) -> bool:
        """Written in the article's script."""
        return scanned.script == self.script or {scanned.script, self.script} <= _MIXED

    def position(self, index: int) -> float:
        """0 at the top to 1 at the end, by words."""
        return self.words_before[index] / max(1, self.size)


def scan(block: Block, language: str, aliases: tuple[Alias, ...] = ()) -> Scanned:
    """Words and cues of one block."""
    return Scanned(block, language, *cue_book(language, aliases).read(block.text))


def document(
    blocks: Sequence[Scanned],
    language: str,
    script: str,
    title: int = -1,
    aliases: tuple[Alias, ...] = (),
) -> Document:
    """Put scanned blocks together."""
    before: list[int] = [0]
    for block in blocks:
        before.append(before[-1] + block.size)
    return Document(language, script, tuple(blocks), title, tuple(before), aliases)
