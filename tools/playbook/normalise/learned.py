"""What is learned of wording: which archetype a text speaks of, which facet, whether it is noise.

`data/learned/<lang>.archetypes.tsv` counts the stems of everything that is written on each
archetype; `<lang>.facets.tsv` holds the weights of a sentence's words for each facet,
`<lang>.noise.tsv` those of a line's for what stands beside articles.  All are made by
`python -m bench.learn_normaliser`.  A language without them goes by its cues alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise, repeat

from playbook.normalise.words import DATA
from playbook.text.language import language

LEARNED = DATA / "learned"
STEM = 5
"""Letters in which the forms of a word mostly agree."""
SMOOTH, PRIOR = 0.1, 0.5
"""What is added to a count: a share of the stem's average, and half a sighting."""
AGAINST, FOR = 0.2, 2.5
"""The most one stem says against an archetype and for one."""
SAYINGS = 2
"""A stem said over and over counts so often."""
NOBODY = "-"
"""In the counts, what is said of no archetype."""
KEPT = "keep"
"""The class of lines that are the article's own."""
_SIGNS, _SHORT_LINE, _MOST_DIGITS = '|»›:©@/–—("', 12, 3
LONG_WORD = 4
"""Longer words have an ending of their own."""


def stems(words: Iterable[str], code: str) -> list[str]:
    """What is counted of a text; its words are folded."""
    stop = language(code).stop_words
    return [
        word[:STEM] for word in words if word not in stop and len(word) > 1 and not word.isdigit()
    ]


class _Stems(dict[str, str]):
    """Stem of each word met, "" for one that is not counted."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __missing__(self, word: str) -> str:
        stem = "".join(stems((word,), self.code))
        if len(self) < _KNOWN_WORDS:
            self[word] = stem
        return stem


_stem_of = cache(_Stems)
"""By language."""
_KNOWN_WORDS = 100_000
"""Words of which is remembered what they say; beyond, an input is no article."""


def features(words: Sequence[str], end: str) -> list[str]:
    """What of a sentence may speak for a facet; `end` is its last sign."""
    found = list(chain.from_iterable(map(_of_word, words)))
    found += [f"{one} {two}" for one, two in pairwise([word[:4] for word in words])]
    return list(dict.fromkeys([*found, *_of_ends(words, end)]))


def _of_ends(words: Sequence[str], end: str) -> Iterator[str]:
    """How a sentence begins and ends, and about how long it is."""
    if words:
        first, last = words[0], words[-1]
        yield f"^{first[:6]}"
        yield f"^-{first[-2:]}"
        yield f"{last[:6]}$"
        yield f"-{last[-3:]}$"
    yield f"={min(6, len(words) // 5)}"
    yield f"={end}"


def line_features(words: Sequence[str], text: str) -> list[str]:
    """What of a line may tell that it is no part of an article; `text` is not empty."""
    return [*features(words, text[-1]), *_of_line(words, text)]


def _of_line(words: Sequence[str], text: str) -> Iterator[str]:
    yield from (f"#{sign}" for sign in _SIGNS if sign in text)
    digits = sum(word.isdigit() for word in words)
    yield f"#d{min(_MOST_DIGITS, digits)}"
    if len(words) <= _SHORT_LINE:
        yield f"#n{len(words)}"
    if text.istitle() or text.isupper():
        yield "#upper" if text.isupper() else "#title"


def _of_word(word: str) -> tuple[str, ...]:
    return (word,) if len(word) <= LONG_WORD else (word[:STEM] + "-", "-" + word[-3:])


@dataclass(frozen=True, slots=True)
class _Archetypes:
    ids: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]
    """Of each stem for each archetype: the logarithm of how much more often it is said there."""
    nothing: tuple[float, ...]


_Row = tuple[float, ...]


class _OfWords(dict[str, tuple[_Row, ...]]):
    """Weights of what each word met says by itself."""

    def __init__(self, weights: Mapping[str, _Row]) -> None:
        self.weights = weights

    def __missing__(self, word: str) -> tuple[_Row, ...]:
        rows = tuple(filter(None, map(self.weights.get, _of_word(word))))
        if len(self) < _KNOWN_WORDS:
            self[word] = rows
        return rows


class _Classes:
    """Weights of features for each facet; a feature has one row, which tells it from others."""

    def __init__(
        self, names: Sequence[str], bias: Sequence[float], weights: Mapping[str, _Row]
    ) -> None:
        self.names = names
        self.bias = bias
        self.weights = weights
        self.of_word = _OfWords(weights)
        self.pairs: dict[str, dict[str, _Row]] = {}
        for feature, row in weights.items():
            one, blank, two = feature.partition(" ")
            if blank:
                self.pairs.setdefault(one, {})[two] = row

    def rows(self, words: Sequence[str], end: str) -> list[_Row]:
        """Weights of those of the `features` of a sentence that have any, in their order."""
        found = list(chain.from_iterable(map(self.of_word.__getitem__, words)))
        pairs = self.pairs.get
        heads = [word[:4] for word in words]
        for one, two in pairwise(heads):
            if (more := pairs(one)) and (row := more.get(two)):
                found.append(row)
        get = self.weights.get
        found += filter(None, (get(feature) for feature in _of_ends(words, end)))
        return list({id(row): row for row in found}.values())


def archetype_scores(texts: Iterable[Iterable[str]], code: str) -> dict[str, float]:
    """How strongly the words of some blocks speak for each archetype; {} without data."""
    known = _archetypes(code)
    if known is None:
        return {}
    said = list(map(_stem_of(code).__getitem__, chain.from_iterable(texts)))
    rows = [known.nothing]
    if len(set(said)) == len(said):
        rows += filter(None, map(known.weights.get, said))
    else:
        for stem, times in Counter(said).items():
            row = known.weights.get(stem)
            if row:
                if times > 1:
                    row = tuple(weight * min(SAYINGS, times) for weight in row)
                rows.append(row)
    return dict(zip(known.ids, map(sum, zip(*rows, strict=True)), strict=True))


def facet_scores(words: Sequence[str], end: str, code: str) -> Mapping[str, float]:
    """Logarithm of each facet's probability for a sentence, above an even guess; {} without
    data."""
    known = _classes("facets", code)
    if known is None or not words:
        return {}
    likely = _likelihoods(known, known.rows(words, end))
    even = math.log(len(likely))
    return {name: s + even for name, s in zip(known.names, likely, strict=True)}


@lru_cache(maxsize=1 << 12)
def noise_of(words: tuple[str, ...], text: str, code: str) -> tuple[float, str]:
    """Logarithm of the odds that a line is noise, and the likeliest reason; (-inf, "") without
    data."""
    known = _classes("noise", code)
    if known is None or not words:
        return -math.inf, ""
    rows = known.rows(words, text[-1])
    rows += filter(None, map(known.weights.get, _of_line(words, text)))
    likely = dict(zip(known.names, _likelihoods(known, rows), strict=True))
    kept = min(math.exp(likely.pop(KEPT)), 1 - 1e-9)
    return math.log((1 - kept) / kept), max(likely, key=lambda name: likely[name])


def _likelihoods(known: _Classes, rows: Sequence[_Row]) -> list[float]:
    """Logarithms of the classes' probabilities."""
    share = 1 / math.sqrt(max(1, len(rows)))
    columns = map(sum, zip(*rows, strict=True)) if rows else repeat(0)
    sums = [b + share * column for b, column in zip(known.bias, columns, strict=False)]
    top = max(sums)
    norm = top + math.log(sum(math.exp(s - top) for s in sums))
    return [s - norm for s in sums]


def _rows(kind: str, code: str) -> list[list[str]]:
    path = LEARNED / f"{code}.{kind}.tsv"
    if not path.exists():
        return []
    lines = path.read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


@cache
def _archetypes(code: str) -> _Archetypes | None:
    rows = _rows("archetypes", code)
    if not rows:
        return None
    counts: dict[str, dict[str, float]] = {}
    sizes: dict[str, float] = {}
    for stem, *entries in rows:
        for entry in entries:
            name, _, count = entry.partition(" ")
            counts.setdefault(stem, {})[name] = float(count)
            sizes[name] = sizes.get(name, 0.0) + float(count)
    ids = tuple(sorted(sizes.keys() - {NOBODY}))
    usual = sum(sizes[name] for name in ids) / len(ids)
    weights: dict[str, tuple[float, ...]] = {}
    for stem, told in counts.items():
        rates = [told.get(name, 0.0) / sizes[name] * usual for name in ids]
        elsewhere = told.get(NOBODY, 0.0) / sizes.get(NOBODY, 1.0) * usual
        mean = max(sum(rates) / len(ids), elsewhere)
        base = SMOOTH * mean + PRIOR
        weights[stem] = tuple(
            _weight(told.get(name, 0.0), mean * sizes[name] / usual, base) for name in ids
        )
    return _Archetypes(ids, weights, (0.0,) * len(ids))


def _weight(said: float, expected: float, base: float) -> float:
    """How much more often a stem is said than expected; little is known of what little is
    written on."""
    return max(-AGAINST, min(FOR, math.log((said + base) / (expected + base))))


@cache
def _classes(kind: str, code: str) -> _Classes | None:
    rows = _rows(kind, code)
    if not rows:
        return None
    (_, *names), (_, *bias), *rest = rows
    return _Classes(
        tuple(names),
        tuple(float(b) for b in bias),
        {feature: tuple(float(x) for x in row) for feature, *row in rest},
    )
