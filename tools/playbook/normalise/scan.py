"""Blocks with their words, sentences and cues: what all later stages look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from playbook.normalise.blocks import Block, Kind
from playbook.normalise.cues import Alias, Hit, cue_book
from playbook.normalise.said import Memory, Said
from playbook.normalise.words import Word

_MIXED = frozenset(("Hani", "Jpan"))
"""Japanese writes some lines in Chinese characters alone."""


class Scanned:
    """A block and what was found in it; never changed once made."""

    __slots__ = ("block", "hits", "is_closed", "language", "said", "size", "text", "texts")

    def __init__(self, block: Block, said: Said, language: str) -> None:
        self.block = block
        self.said = said
        self.language = language
        """Of the article."""
        self.text = said.text
        self.texts: tuple[str, ...] = said.texts
        """Its words, folded."""
        self.hits: tuple[Hit, ...] = said.hits
        self.size: int = said.size
        """How many words; where none are parted by blanks, about as many as there would be."""
        self.is_closed: bool = said.is_closed
        """Ends as a sentence ends."""

    def with_block(self, block: Block) -> Scanned:
        """The same text as another kind of block."""
        return Scanned(block, self.said, self.language)

    @property
    def words(self) -> tuple[Word, ...]:
        return self.said.words()

    @property
    def per_word(self) -> int:
        return self.said.per_word

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return self.said.sentences

    @property
    def folded(self) -> str:
        return self.said.folded

    @property
    def script(self) -> str:
        return self.said.script

    def words_between(self, start: int, end: int) -> range:
        """Indexes of the words that begin from `start` to before `end` of the text."""
        return self.said.words_between(start, end)

    def hits_between(self, words: range) -> tuple[Hit, ...]:
        """Cues that begin at one of the words."""
        return self.said.hits_between(words)

    def has(self, group: str, name: str | None = None, *fields: str) -> bool:
        """Whether a cue of that group (and name, and one of the fields) stands in it."""
        for hit in self.hits:
            if (
                hit.group == group
                and (name is None or hit.name == name)
                and (not fields or hit.field in fields)
            ):
                return True
        return False

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


@cache
def _memory(language: str, aliases: tuple[Alias, ...]) -> Memory:
    return Memory(cue_book(language, aliases))


def scan(block: Block, language: str, aliases: tuple[Alias, ...] = ()) -> Scanned:
    """Words and cues of one block."""
    return Scanned(block, _memory(language, aliases).read(block.body.text), language)


def scan_all(
    blocks: Iterable[Block], language: str, aliases: tuple[Alias, ...] = ()
) -> list[Scanned]:
    """Words and cues of an article's blocks."""
    read = _memory(language, aliases).read
    return [Scanned(block, read(block.body.text), language) for block in blocks]


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
