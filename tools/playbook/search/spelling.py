"""Words in few bits: letters by the letter before, forms by the ending that makes them.

osoit    shares 3 letters with the key before; i, t, end
osoite   ending `Ae`: nothing cut, e put;  osoitteen `Bttteen`?  a rare ending is spelt
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playbook.search.coding import Code, Reader, bucket, counted_bits, gamma
from playbook.search.entries import Entry, Redirect, Run
from playbook.search.packing import common, pack_numbers, unpack_numbers

# An ending met less often than this is spelt where it stands.
FEW = 4
_SPELT = ""  # the ending that says so

# A letter has a table of its own of what follows it where that saves so many bits: the table's.
TABLE_BITS = 260
_END = 0  # number of the end of a word among the letters
_OTHERS = "?"  # the letters that have no table of their own

_MANY = 64  # forms of one kind a key has at most, where their number is a symbol
_MOST = 25  # letters cut at most, and letters shared, where an ending or a key is a symbol


def ending(before: str, form: str) -> str:
    """What turns one word into another: a capital for how many letters are cut, letters put."""
    kept = common(before, form, len(before))
    cut = len(before) - kept
    return chr(ord("A") + cut) + form[kept:] if cut <= _MOST else ""


def endings(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """(word it is made from, form, ending) of each form; one of the dictionary alone is made
    from the one before, as an irregular stem has many of them."""
    for form in entry.forms:
        yield entry.key, form, ending(entry.key, form)
    before = entry.key
    for form in entry.others:
        yield before, form, ending(before, form)
        before = form


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
        self._ending = {text: self.ends.bits[i] for i, text in enumerate(usual)}
        self._size = {size: self.size.bits[i] for i, size in enumerate(sizes)}
        self._letter = {
            before: {
                letter: code.bits[i]
                for letter, i in (("", _END), *self.number.items())
                if i in code.bits
            }
            for before, code in codes.items()
        }

    @classmethod
    def counted(cls, runs: Sequence[Run], pages_of: Mapping[str, int]) -> Spelling:
        """The tables these words are coded with."""
        texts = Counter(text for run in runs for _, _, text in _endings(run))
        usual = [text for text, n in texts.items() if n >= FEW and text]
        known = set(usual)
        texts[_SPELT] = 1 + sum(texts.values()) - sum(texts[text] for text in usual)
        usual = sorted([_SPELT, *usual], key=lambda text: (-texts[text], text))
        ends = Code.ranked([texts[text] for text in usual])

        spelt: Counter[tuple[str, str]] = Counter()
        shared: Counter[int] = Counter()
        sizes: Counter[int] = Counter()
        for run in runs:
            for stem, rest in _spelt(run, known):
                shared_letter = stem[-1:]
                for letter in rest:
                    spelt[shared_letter, letter] += 1
                    shared_letter = letter
                spelt[shared_letter, ""] += 1
            shared.update(bucket(n) for n in _shared(run))
            sizes.update(_size(entry) for entry in run.keys)
        letters, codes = _letter_codes(spelt)
        ranked = sorted(sizes, key=lambda size: (-sizes[size], size))
        return cls(
            letters,
            codes,
            usual,
            ranked,
            [
                Code.counted(shared),
                Code.ranked([sizes[size] for size in ranked]),
                Code.counted(Counter(bucket(n) for n in pages_of.values())),
                ends,
            ],
        )

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

    def written(self, run: Run, pages_of: Mapping[str, int]) -> str:
        """The bits of a shard's words."""
        out = [gamma(len(run.keys)), gamma(len(_by_key(run.redirects)))]
        before = ""
        for entry in run.keys:
            out += self._front(before, entry.key)
            before = entry.key
            size = _size(entry)
            out.append(self._size[size])
            if size == _TOO_MANY:
                out += (gamma(len(entry.forms)), gamma(len(entry.others)))
            for stem, form, text in endings(entry):
                out += self._ended(stem, form, text)
            out += [counted_bits(pages_of[form], self.pages) for form in entry.forms]
        before = ""
        for key, forms in _by_key(run.redirects):
            first, *others = forms
            out += self._front(before, first)
            before = first
            out += self._changed(first, key)
            out.append(gamma(len(others)))
            for stem, form in pairwise(forms):
                out += self._ended(stem, form, ending(stem, form))
        return "".join(out)

    def _ended(self, stem: str, form: str, text: str) -> Iterable[str]:
        if text in self._ending and text != _SPELT:
            return (self._ending[text],)
        return (self._ending[_SPELT], *self._changed(stem, form))

    def read_run(self, text: str) -> tuple[list[Spelt], list[tuple[str, str]]]:
        """The keys of a shard, and its redirects: (form, key)."""
        reader = Reader(text)
        keys, others = reader.gamma(), reader.gamma()
        found: list[Spelt] = []
        word = ""
        for _ in range(keys):
            word = self._read_front(reader, word)
            size = self.sizes[reader.symbol(self.size)]
            forms, alone = divmod(size, _MANY)
            if size == _TOO_MANY:
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

    def _read_front(self, reader: Reader, before: str) -> str:
        return self._read_letters(reader, before[: reader.counted(self.shared)])

    def _read_form(self, reader: Reader, before: str) -> str:
        text = self.usual[reader.symbol(self.ends)]
        if text == _SPELT:
            return self._read_changed(reader, before)
        return before[: len(before) - ord(text[0]) + ord("A")] + text[1:]

    def _read_changed(self, reader: Reader, before: str) -> str:
        return self._read_letters(reader, before[: len(before) - reader.gamma()])

    def _read_letters(self, reader: Reader, word: str) -> str:
        rare = self.codes[_OTHERS]
        while number := reader.symbol(self.codes.get(word[-1:], rare)):
            word += self.letters[number - 1]
        return word

    def _front(self, before: str, word: str) -> Iterator[str]:
        kept = common(before, word, _MOST)
        yield counted_bits(kept, self.shared)
        yield from self._letters(word[:kept], word[kept:])

    def _changed(self, before: str, word: str) -> Iterator[str]:
        kept = common(before, word, len(before))
        yield gamma(len(before) - kept)
        yield from self._letters(word[:kept], word[kept:])

    def _letters(self, stem: str, rest: str) -> Iterator[str]:
        before, rare = stem[-1:], self._letter[_OTHERS]
        for letter in (*rest, ""):
            yield self._letter.get(before, rare)[letter]
            before = letter


def _letter_codes(spelt: Mapping[tuple[str, str], int]) -> tuple[str, dict[str, Code]]:
    """The letters, the commonest first, and what follows each (`""` begins and ends a word)."""
    times: Counter[str] = Counter()
    for (_, letter), n in spelt.items():
        times[letter] += n
    letters = "".join(sorted(set(times) - {""}, key=lambda c: (-times[c], c)))
    number = {letter: i for i, letter in enumerate(letters, 1)} | {"": _END}
    follow: dict[str, Counter[int]] = {}
    everything: Counter[int] = Counter()
    for (before, letter), n in spelt.items():
        follow.setdefault(before, Counter())[number[letter]] += n
        everything[number[letter]] += n
    common_code = Code.counted(everything)
    codes: dict[str, Code] = {}
    rest: Counter[int] = Counter()
    for before, counts in sorted(follow.items()):
        code = Code.counted(counts)
        if common_code.size(counts) - code.size(counts) > TABLE_BITS:
            codes[before] = code
        else:
            rest.update(counts)
    codes[_OTHERS] = Code.counted(rest)
    return letters, codes


_TOO_MANY = _MANY * _MANY


def _size(entry: Entry) -> int:
    if len(entry.forms) >= _MANY or len(entry.others) >= _MANY:
        return _TOO_MANY
    return len(entry.forms) * _MANY + len(entry.others)


def _by_key(redirects: Iterable[Redirect]) -> list[tuple[str, list[str]]]:
    """Keys with the forms that lead to each, by the first of these."""
    forms_of: dict[str, list[str]] = {}
    for redirect in redirects:
        forms_of.setdefault(redirect.key, []).append(redirect.form)
    return sorted(((key, sorted(forms)) for key, forms in forms_of.items()), key=lambda e: e[1])


def _fronts(run: Run) -> Iterator[tuple[str, str]]:
    """(word before, word) of all that begins as the word before does."""
    for words in ([e.key for e in run.keys], [forms[0] for _, forms in _by_key(run.redirects)]):
        yield from zip(["", *words], words, strict=False)


def _endings(run: Run) -> Iterator[tuple[str, str, str]]:
    """(word it is made from, form, ending) of all forms of a shard."""
    for entry in run.keys:
        yield from endings(entry)
    for _, forms in _by_key(run.redirects):
        for stem, form in pairwise(forms):
            yield stem, form, ending(stem, form)


def _shared(run: Run) -> Iterator[int]:
    """How many letters each word of a shard shares with the one before."""
    for before, word in _fronts(run):
        yield common(before, word, _MOST)


def _spelt(run: Run, known: set[str]) -> Iterator[tuple[str, str]]:
    """(letters before, letters) of all that is spelt in a shard."""
    for before, word in _fronts(run):
        kept = common(before, word, _MOST)
        yield word[:kept], word[kept:]
    for stem, form, text in _endings(run):
        if text not in known:
            kept = common(stem, form, len(stem))
            yield form[:kept], form[kept:]
    for key, forms in _by_key(run.redirects):
        kept = common(forms[0], key, len(forms[0]))
        yield key[:kept], key[kept:]
