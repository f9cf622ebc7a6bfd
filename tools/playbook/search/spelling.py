"""Words in few bits: letters by the letter before, forms by the ending that makes them.

osoit    shares 3 letters with the key before; i, t, end
osoite   ending `Ae`: nothing cut, e put;  osoitteen `Bttteen`?  a rare ending is spelt
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playbook.search.coding import Code, Reader
from playbook.search.packing import pack_numbers, unpack_numbers

SPELT = ""  # the ending that says that one is spelt where it stands
END = 0  # number of the end of a word among the letters
OTHERS = "?"  # the letters that have no table of their own of what follows them

# Forms of the corpus and of the dictionary alone: both numbers as one symbol below so many of
# each; the one for more than that.
MANY = 64
TOO_MANY = MANY * MANY


@dataclass(frozen=True)
class Spelt:
    """A key as read from a shard; `counts`: on how many pages each form stands."""

    key: str
    forms: list[str]
    counts: list[int]
    others: list[str]


class Spelling:
    """The tables of a language's words."""

    def __init__(
        self,
        letters: str,
        codes: dict[str, Code],
        usual: Sequence[str],
        sizes: Sequence[int],
        tables: Sequence[Code],
    ) -> None:
        self.letters = letters
        self.number = {letter: i for i, letter in enumerate(letters, 1)}
        self.codes, self.usual, self.sizes, self.tables = codes, list(usual), list(sizes), tables
        self.shared, self.size, self.pages, self.ends = tables

    def data(self) -> dict[str, Any]:
        """The tables as text."""
        return {
            "letters": self.letters,
            "codes": {before: code.data() for before, code in self.codes.items()},
            "endings": " ".join(self.usual),
            "sizes": pack_numbers(self.sizes),
            "tables": [code.data() for code in self.tables],
        }

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Spelling:
        """The tables from their text."""
        codes = {before: Code.read(text) for before, text in data["codes"].items()}
        tables = [Code.read(text) for text in data["tables"]]
        sizes = unpack_numbers(data["sizes"])
        return cls(data["letters"], codes, data["endings"].split(" "), sizes, tables)

    def read_run(self, text: str) -> tuple[list[Spelt], list[tuple[str, str]]]:
        """The keys of a shard, and its redirects: (form, key)."""
        reader = Reader(text)
        keys, others = reader.gamma(), reader.gamma()
        found: list[Spelt] = []
        word = ""
        for _ in range(keys):
            word = self._read_front(reader, word)
            size = self.sizes[reader.symbol(self.size)]
            forms, alone = divmod(size, MANY)
            if size == TOO_MANY:
                forms, alone = reader.gamma(), reader.gamma()
            own = [self._read_form(reader, word) for _ in range(forms)]
            irregular = [word]
            for _ in range(alone):
                irregular.append(self._read_form(reader, irregular[-1]))
            counts = [reader.counted(self.pages) for _ in own]
            found.append(Spelt(word, own, counts, irregular[1:]))
        redirects: list[tuple[str, str]] = []
        word = ""
        for _ in range(others):
            word = form = self._read_front(reader, word)
            key = self._read_changed(reader, word)
            redirects.append((form, key))
            for _ in range(reader.gamma()):
                form = self._read_form(reader, form)
                redirects.append((form, key))
        return found, redirects

    def code_after(self, letter: str) -> Code:
        """The code of what follows a letter."""
        return self.codes.get(letter) or self.codes[OTHERS]

    def _read_front(self, reader: Reader, before: str) -> str:
        return self._read_letters(reader, before[: reader.counted(self.shared)])

    def _read_form(self, reader: Reader, before: str) -> str:
        text = self.usual[reader.symbol(self.ends)]
        if text == SPELT:
            return self._read_changed(reader, before)
        return before[: len(before) - ord(text[0]) + ord("A")] + text[1:]

    def _read_changed(self, reader: Reader, before: str) -> str:
        return self._read_letters(reader, before[: len(before) - reader.gamma()])

    def _read_letters(self, reader: Reader, word: str) -> str:
        while number := reader.symbol(self.code_after(word[-1:])):
            word += self.letters[number - 1]
        return word
