"""What the knowledge base's own words say of a text: which archetype, which facet.

`data/learned/<lang>.archetypes.tsv` counts the stems of everything that is written on each
archetype; `<lang>.facets.tsv` holds the weights of a sentence's words for each facet.  Both are
made by `python -m bench.learn_normaliser`.  A language without them goes by its cues alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise, repeat
from operator import add

from playbook.normalise.words import DATA
from playbook.text.language import language

LEARNED = DATA / "learned"
STEM = 5
"""Letters in which the forms of a word mostly agree."""
SMOOTH, PRIOR = 0.1, 0.5
"""What is added to a count: a share of the stem's average, and half a sighting."""
AGAINST, FOR = 0.5, 2.5
"""The most one stem says against an archetype and for one."""
SAYINGS = 2
"""A stem said over and over counts so often."""
LONG_WORD = 4
"""Longer words have an ending of their own."""


def stems(words: Iterable[str], code: str) -> list[str]:
    """What is counted of a text; its words are folded."""
    stop = language(code).stop_words
    return [
        word[:STEM] for word in words if word not in stop and len(word) > 1 and not word.isdigit()
    ]


@lru_cache(maxsize=1 << 12)
def _stems(words: tuple[str, ...], code: str) -> list[str]:
    return stems(words, code)


def features(words: Sequence[str], end: str) -> list[str]:
    """What of a sentence may speak for a facet; `end` is its last sign."""
    found = list(chain.from_iterable(map(_of_word, words)))
    found += [f"{one} {two}" for one, two in pairwise([word[:4] for word in words])]
    if words:
        first, last = words[0], words[-1]
        found += (f"^{first[:6]}", f"^-{first[-2:]}", f"{last[:6]}$", f"-{last[-3:]}$")
    found += (f"={min(6, len(words) // 5)}", f"={end}")
    return list(dict.fromkeys(found))


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> tuple[str, ...]:
    return (word,) if len(word) <= LONG_WORD else (word[:STEM] + "-", "-" + word[-3:])


@dataclass(frozen=True, slots=True)
class _Archetypes:
    ids: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]
    """Of each stem for each archetype: the logarithm of how much more often it is said there."""
    nothing: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Facets:
    names: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]


def archetype_scores(texts: Iterable[Iterable[str]], code: str) -> dict[str, float]:
    """How strongly the words of some blocks speak for each archetype; {} without data."""
    known = _archetypes(code)
    if known is None:
        return {}
    said = Counter(chain.from_iterable(_stems(tuple(words), code) for words in texts))
    totals = known.nothing
    for stem, times in said.items():
        row = known.weights.get(stem)
        if row:
            if times > 1:
                row = tuple(weight * min(SAYINGS, times) for weight in row)
            totals = tuple(map(add, totals, row))
    return dict(zip(known.ids, totals, strict=True))


@lru_cache(maxsize=1 << 12)
def facet_scores(words: tuple[str, ...], end: str, code: str) -> Mapping[str, float]:
    """Logarithm of each facet's probability for a sentence, above an even guess; {} without
    data."""
    known = _facets(code)
    if known is None or not words:
        return {}
    rows = list(filter(None, map(known.weights.get, features(words, end))))
    share = 1 / math.sqrt(max(1, len(rows)))
    columns = map(sum, zip(*rows, strict=True)) if rows else repeat(0)
    sums = [b + share * column for b, column in zip(known.bias, columns, strict=False)]
    top = max(sums)
    norm = top + math.log(sum(math.exp(s - top) for s in sums)) - math.log(len(sums))
    return {name: s - norm for name, s in zip(known.names, sums, strict=True)}


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
    ids = tuple(sorted(sizes))
    usual = sum(sizes.values()) / len(ids)
    weights: dict[str, tuple[float, ...]] = {}
    for stem, told in counts.items():
        rates = [told.get(name, 0.0) / sizes[name] * usual for name in ids]
        mean = sum(rates) / len(ids)
        base = SMOOTH * mean + PRIOR
        weights[stem] = tuple(
            max(-AGAINST, min(FOR, math.log((rate + base) / (mean + base)))) for rate in rates
        )
    return _Archetypes(ids, weights, (0.0,) * len(ids))


@cache
def _facets(code: str) -> _Facets | None:
    rows = _rows("facets", code)
    if not rows:
        return None
    (_, *names), (_, *bias), *rest = rows
    return _Facets(
        tuple(names),
        tuple(float(b) for b in bias),
        {feature: tuple(float(x) for x in row) for feature, *row in rest},
    )
