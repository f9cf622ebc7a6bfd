"""The words of all shards of a language as bits; `spelling` tells what the bits mean.

Everything is looked at twice: to count what the tables are made of, then to write.  What is
spelt is a piece: the letter before, the letters, a stop.

    osoite, osoitteen  →  front of the second (6, "tteen" and a stop); "tt", "te", "ee", … counted
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from playbook.search.coding import Code, bucket, counted_bits, gamma, to_text
from playbook.search.entries import Entry, Redirect, Run
from playbook.search.packing import common
from playbook.search.spelling import END, MANY, OTHERS, SPELT, TOO_MANY, Spelling

# An ending met less often than this is spelt where it stands.
FEW = 4

# A letter has a table of its own of what follows it where that saves so many bits: the table's.
TABLE_BITS = 260

_MOST = 25  # letters cut at most, and letters shared, where an ending or a key is a symbol

# Before the first letter of a word, and after the last.
_START, _STOP = "\0", "\n"

# The word a form is made from, the form, and what turns the one into the other.
Ending = tuple[str, str, str]

# How many letters of a word are kept or cut, and what is spelt then.
Spelt = tuple[int, str]


@dataclass
class _Words:
    """The words of a shard, taken apart: of every key, then of the redirects to every key."""

    fronts: list[Spelt] = field(default_factory=list)
    endings: list[list[Ending]] = field(default_factory=list)
    targets: list[Spelt] = field(default_factory=list)  # from the first redirect to the key

    @classmethod
    def of(cls, run: Run) -> _Words:
        words = cls()
        redirects = _by_key(run.redirects)
        words._add_fronts([entry.key for entry in run.keys])
        words._add_fronts([forms[0] for _, forms in redirects])
        for entry in run.keys:
            key = entry.key
            own = [(key, form, ending(key, form)) for form in entry.forms]
            # An irregular stem has many forms, so each is made from the one before.
            words.endings.append(own + _chain([key, *entry.others]))
        for key, forms in redirects:
            words.endings.append(_chain(forms))
            words.targets.append(_changed(forms[0], key))
        return words

    def _add_fronts(self, words: Sequence[str]) -> None:
        before = ""
        for word in words:
            kept = common(before, word, _MOST)
            self.fronts.append((kept, _piece(word, kept)))
            before = word


class SpellingBits:
    """The words of the shards of a language; `spelling` are the tables they are coded with.

    `pages_of` tells on how many pages each form stands.
    """

    def __init__(self, runs: Sequence[Run], pages_of: Mapping[str, int]) -> None:
        self._runs, self._pages_of = runs, pages_of
        self._words = [_Words.of(run) for run in runs]
        usual, ends = _usual_endings(self._words)
        self._ending = {text: ends.bits[i] for i, text in enumerate(usual)}
        self._spelt = self._ending.pop(SPELT)
        pairs = Counter(chain.from_iterable(map(pairwise, self._pieces())))
        letters, codes = _letter_codes(pairs)
        fronts = Counter(kept for words in self._words for kept, _ in words.fronts)
        shared = Code.counted(_buckets(fronts))
        sizes = Counter(_size(entry) for run in runs for entry in run.keys)
        ranked = sorted(sizes, key=lambda size: (-sizes[size], size))
        size = Code.ranked([sizes[size] for size in ranked])
        counts = Counter(pages_of.values())
        pages = Code.counted(_buckets(counts))
        self.spelling = Spelling(letters, codes, usual, ranked, [shared, size, pages, ends])
        self._shared = {n: counted_bits(n, shared) for n in fronts}
        self._size = {value: size.bits[i] for i, value in enumerate(ranked)}
        self._counts = {n: counted_bits(n, pages) for n in counts}
        number = self.spelling.number | {_STOP: END}
        self._letter = {
            (before, letter): codes.get(before.strip(_START), codes[OTHERS]).bits[number[letter]]
            for before, letter in pairs
        }

    def texts(self) -> list[str]:
        """The text of each shard's words."""
        return [
            to_text("".join(self._written(run, words)))
            for run, words in zip(self._runs, self._words, strict=True)
        ]

    def _pieces(self) -> Iterator[str]:
        """All that is spelt."""
        for words in self._words:
            for _, piece in (*words.fronts, *words.targets):
                yield piece
            for own in words.endings:
                for stem, form, text in own:
                    if text not in self._ending:
                        yield _changed(stem, form)[1]

    def _written(self, run: Run, words: _Words) -> list[str]:
        """Bits of a shard, in order."""
        fronts, endings = iter(words.fronts), iter(words.endings)
        out = [gamma(len(run.keys)), gamma(len(words.targets))]
        for entry in run.keys:
            self._front(next(fronts), out)
            size = _size(entry)
            out.append(self._size[size])
            if size == TOO_MANY:
                out += (gamma(len(entry.forms)), gamma(len(entry.others)))
            self._ended(next(endings), out)
            out += [self._counts[self._pages_of[form]] for form in entry.forms]
        for target in words.targets:
            self._front(next(fronts), out)
            self._changed(target, out)
            forms = next(endings)
            out.append(gamma(len(forms)))
            self._ended(forms, out)
        return out

    def _front(self, front: Spelt, out: list[str]) -> None:
        out.append(self._shared[front[0]])
        out += map(self._letter.__getitem__, pairwise(front[1]))

    def _ended(self, endings: Iterable[Ending], out: list[str]) -> None:
        for stem, form, text in endings:
            if text in self._ending:
                out.append(self._ending[text])
            else:
                out.append(self._spelt)
                self._changed(_changed(stem, form), out)

    def _changed(self, changed: Spelt, out: list[str]) -> None:
        out.append(gamma(changed[0]))
        out += map(self._letter.__getitem__, pairwise(changed[1]))


def ending(before: str, form: str) -> str:
    """What turns one word into another: a capital for how many letters are cut, letters put.

    Empty where too many are cut.
    """
    if form.startswith(before):
        return "A" + form[len(before) :]
    kept = common(before, form, len(before))
    cut = len(before) - kept
    return chr(ord("A") + cut) + form[kept:] if cut <= _MOST else SPELT


def _chain(forms: Sequence[str]) -> list[Ending]:
    return [(before, form, ending(before, form)) for before, form in pairwise(forms)]


def _changed(before: str, word: str) -> Spelt:
    """How many letters of a word are cut to make another of it, and the piece that is put."""
    kept = common(before, word, len(before))
    return len(before) - kept, _piece(word, kept)


def _piece(word: str, kept: int) -> str:
    return (word[kept - 1 :] if kept else _START + word) + _STOP


def _usual_endings(shards: Iterable[_Words]) -> tuple[list[str], Code]:
    """Endings that are symbols, the commonest first, among them that which says "spelt"."""
    times = Counter(text for words in shards for own in words.endings for _, _, text in own)
    usual = {text: n for text, n in times.items() if n >= FEW and text != SPELT}
    usual[SPELT] = 1 + sum(times.values()) - sum(usual.values())
    ranked = sorted(usual, key=lambda text: (-usual[text], text))
    return ranked, Code.ranked([usual[text] for text in ranked])


def _letter_codes(pairs: Mapping[tuple[str, str], int]) -> tuple[str, dict[str, Code]]:
    """The letters, the commonest first, and what follows each; nothing begins a word."""
    times: Counter[str] = Counter()
    for (_, letter), n in pairs.items():
        times[letter] += n
    letters = "".join(sorted(set(times) - {_STOP}, key=lambda c: (-times[c], c)))
    number = {letter: i for i, letter in enumerate(letters, 1)} | {_STOP: END}
    follow: dict[str, Counter[int]] = {}
    everything: Counter[int] = Counter()
    for (before, letter), n in pairs.items():
        follow.setdefault(before.strip(_START), Counter())[number[letter]] += n
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
    codes[OTHERS] = Code.counted(rest)
    return letters, codes


def _buckets(times: Mapping[int, int]) -> Counter[int]:
    """How often each symbol comes, from how often each number does."""
    found: Counter[int] = Counter()
    for number, n in times.items():
        found[bucket(number)] += n
    return found


def _size(entry: Entry) -> int:
    if len(entry.forms) >= MANY or len(entry.others) >= MANY:
        return TOO_MANY
    return len(entry.forms) * MANY + len(entry.others)


def _by_key(redirects: Iterable[Redirect]) -> list[tuple[str, list[str]]]:
    """Keys with the forms that lead to each, by the first of these."""
    forms_of: dict[str, list[str]] = {}
    for redirect in redirects:
        forms_of.setdefault(redirect.key, []).append(redirect.form)
    return sorted(((key, sorted(forms)) for key, forms in forms_of.items()), key=lambda e: e[1])
