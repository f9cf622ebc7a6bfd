"""Learn what the normaliser knows of archetypes and facets; writes `normalise/data/learned/`.

python -m bench.learn_normaliser [LANGUAGE]...

Read are the knowledge base (signs, steps and exit criteria, names, how people ask), the lessons
(`bench/lessons/<lang>.tsv`: sentences worded as articles, forums and letters word them, each with
its facet and archetype; `<lang>.noise.tsv`: lines that stand beside articles, and lines of
articles that look so) and the annotated articles of `tests/gold`, but for the folders held
back: their figures tell what to expect of an article nobody has seen.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from playbook.library.load import load_library
from playbook.model import Library, Page
from playbook.model.paths import Kind
from playbook.normalise.evaluate import decoded, run_gold
from playbook.normalise.facets import FACETS
from playbook.normalise.gold import Gold, find_gold, read_gold
from playbook.normalise.learned import KEPT, LEARNED, NOBODY, features, line_features, stems
from playbook.normalise.sentences import sentences
from playbook.normalise.words import texts_of

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
HELD_BACK = frozenset(("later", "last", "tenth"))
LESSONS = ROOT / "bench" / "lessons"
SECTIONS = {"signs": "sign", "strategy": "strategy", "exit-criteria": "exit"}
WEIGHTS = {"name": 2.0, "sign": 2.0, "exit": 1.0, "strategy": 1.0, "messages": 0.5, "asked": 1.0}
"""What a stem counts for its archetype, by where it stands: names and signs are its own."""
GOLD_WEIGHTS = {"name": 3.0, "sign": 2.0}
"""In annotated articles, elsewhere 1: they are worded as scraped articles are."""
LESSON_WEIGHTS = {"name": 3.0, "sign": 2.0}
"""The same of lessons."""
LESSON_TIMES = 2
NOISE = (
    KEPT,
    "related-posts",
    "author",
    "promotion",
    "call-to-action",
    "navigation",
    "comments",
    "image-credit",
    "copyright",
)
LIKE = {
    "read-also": "related-posts",
    "newsletter": "call-to-action",
    "tags": "navigation",
    "breadcrumb": "navigation",
    "share-buttons": "navigation",
    "cookie-notice": "navigation",
    "thread": "comments",
    "comment-form": "comments",
    "caption": "image-credit",
}
"""Reasons worded alike; what is told by its form (dates, counters) is not learned."""
KEPT_TIMES = 2
"""Lines of an article that look like noise weigh as much as noise that looks like an article."""
FEWEST_STEMS = 150
"""An archetype with less written on it is not learned: its cues must do."""
STEM_SEEN, FEATURE_SEEN = 2, 3
GOLD_TIMES = 3
"""How often an annotated sentence counts beside one of ours, for the same reason."""
ROUNDS, RATE, DECAY = 150, 0.05, 0.01


def main(codes: Sequence[str]) -> None:
    library = load_library(ROOT / "content")
    LEARNED.mkdir(exist_ok=True)
    taught = {path.name.partition(".")[0] for path in LESSONS.glob("*.tsv")}
    for code in codes or sorted(taught.union(library.languages)):
        _write(code, "archetypes", _archetypes(library, code))
        _write(code, "facets", _facets(library, code))
        _write(code, "noise", _noise(code))


def _write(code: str, kind: str, rows: Iterable[str]) -> None:
    head = [
        "# Learned by `python -m bench.learn_normaliser`; change that or what it reads, not this.",
        "# Source: this project's knowledge base and annotated articles.",
    ]
    (LEARNED / f"{code}.{kind}.tsv").write_text("\n".join([*head, *rows]) + "\n", "utf-8")


def _archetypes(library: Library, code: str) -> Iterator[str]:
    """stem, then each archetype with its count."""
    counts: dict[str, dict[str, float]] = {}
    told = [*_told(library, code), *_told_in_lessons(code), *_told_in_gold(code)]
    for archetype, text, weight in told:
        of = counts.setdefault(archetype, {})
        for stem in set(stems(texts_of(text), code)):
            of[stem] = of.get(stem, 0.0) + weight
    ids = sorted(a for a, of in counts.items() if sum(of.values()) >= FEWEST_STEMS)
    for stem in sorted({stem for a in ids for stem in counts[a]}):
        found = [(a, counts[a][stem]) for a in ids if stem in counts[a]]
        if sum(count for _, count in found) >= STEM_SEEN:
            yield "\t".join([stem, *(f"{a} {count:g}" for a, count in found)])


def _told(library: Library, code: str) -> Iterator[tuple[str, str, float]]:
    """Archetype, text and weight of everything the knowledge base says on an archetype."""
    for page in library.of_kind(code, Kind.PLAYBOOK):
        id = page.ref.id
        for key in ("title", "short"):
            yield id, str(page.front.get(key, "")), WEIGHTS["name"]
        for key in ("mark", "summary"):
            yield id, str(page.front.get(key, "")), WEIGHTS["sign"]
        for alias in page.front.get("aliases") or ():  # type: ignore[attr-defined]
            yield id, str(alias), WEIGHTS["name"]
        yield id, page.intro_text, WEIGHTS["sign"]
        for facet, text in _items(page):
            yield id, text, WEIGHTS[facet]
        for section in page.sections:
            if section.id == "messages":
                yield from ((id, text, WEIGHTS["messages"]) for text in section.words.split(". "))
        for phrase in library.asked.get(page.ref, ()):
            yield id, phrase, WEIGHTS["asked"]


def _items(page: Page) -> Iterator[tuple[str, str]]:
    for section in page.sections:
        if section.id in SECTIONS:
            for item in section.items:
                yield SECTIONS[section.id], item.text


def _annotated(code: str) -> Iterator[Gold]:
    for folder in sorted(p for p in GOLD.iterdir() if p.is_dir() and p.name not in HELD_BACK):
        for path in find_gold(folder):
            gold = read_gold(path)
            if gold.language == code:
                yield gold


def _gold(code: str) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Archetype, facet (`name` of a heading), further facets, text of annotated lines."""
    for gold in _annotated(code):
        texts = decoded(gold)
        for line in gold.lines:
            if line.labels[0] == "content":
                yield line.archetype, line.facet, line.also, texts.get(line.n, "")
            elif line.labels[0] == "heading" and line.archetype:
                yield line.archetype, "name", (), texts.get(line.n, "")


def _told_in_gold(code: str) -> Iterator[tuple[str, str, float]]:
    for archetype, facet, _, text in _gold(code):
        if archetype:
            yield archetype, text, GOLD_WEIGHTS.get(facet, 1.0)


def _lessons(code: str) -> Iterator[tuple[str, str, str]]:
    """Facet (`name` of a heading), archetype ("" for none), sentence."""
    for facet, archetype, text in _rows_of(LESSONS / f"{code}.tsv", (*FACETS, "name")):
        yield facet, "" if archetype == "-" else archetype, text


def _rows_of(path: Path, labels: Collection[str]) -> Iterator[list[str]]:
    """The lessons of a file: a label, what of it, and a text.

    Raises ValueError with the line that is none.
    """
    for n, line in enumerate(path.read_text("utf-8").splitlines() if path.exists() else (), 1):
        row = line.split("\t")
        if not line or line.startswith("# "):
            continue
        if len(row) != 3 or row[0] not in labels or not row[2].strip():
            raise ValueError(f"{path.name}:{n}: not a label, what of it and a text: {line}")
        yield row


def _told_in_lessons(code: str) -> Iterator[tuple[str, str, float]]:
    for facet, archetype, text in _lessons(code):
        yield archetype or NOBODY, text, LESSON_WEIGHTS.get(facet, 1.0) if archetype else 1.0


def _facets(library: Library, code: str) -> Iterator[str]:
    """The facets, their bias, then a feature and its weights."""
    examples: list[tuple[list[str], int]] = []

    def add(text: str, facet: str, times: int) -> None:
        for start, end in sentences(text):
            sentence = text[start:end].strip()
            if words := texts_of(sentence):
                found = features(words, sentence[-1:])
                examples.extend([(found, FACETS.index(facet))] * times)

    for page in library.of_kind(code, Kind.PLAYBOOK):
        for facet, text in _items(page):
            add(text, facet, 1)
    for facet, _, text in _lessons(code):
        if facet in FACETS:
            add(text, facet, LESSON_TIMES)
    for _, facet, also, text in _gold(code):
        if facet in FACETS and not also:
            add(text, facet, GOLD_TIMES)
    yield from _fitted("facet", FACETS, examples)


def _noise(code: str) -> Iterator[str]:
    """The classes, their bias, then a feature and its weights: the article's own and noise by
    its reason."""
    examples: list[tuple[list[str], int]] = []

    def add(text: str, name: str, times: int) -> None:
        if name in NOISE and (words := texts_of(text)):
            examples.extend([(line_features(words, text.strip()), NOISE.index(name))] * times)

    path = LESSONS / f"{code}.noise.tsv"
    for label, reason, text in _rows_of(path, ("noise", KEPT)):
        if label == KEPT:
            add(text, KEPT, KEPT_TIMES)
        else:
            add(text, LIKE.get(reason, reason), 1)
    for _, _, text in _lessons(code):
        add(text, KEPT, 1)
    for gold in _annotated(code):
        for line, told in zip(gold.lines, run_gold(gold).lines, strict=True):
            text = told.text or " ".join(told.removed)
            if line.labels[0] in ("heading", "content"):
                add(text, KEPT, 1)
            elif line.labels[0] == "noise":
                add(text, LIKE.get(told.reason or "", told.reason or ""), 1)
    yield from _fitted("noise", NOISE, examples)


def _fitted(
    kind: str, names: Sequence[str], examples: Sequence[tuple[list[str], int]]
) -> Iterator[str]:
    seen = Counter(feature for found, _ in examples for feature in found)
    kept = sorted(feature for feature, times in seen.items() if times >= FEATURE_SEEN)
    texts, labels = [found for found, _ in examples], [label for _, label in examples]
    weights, bias = _fit(texts, labels, kept, len(names))
    yield "\t".join([kind, *names])
    yield "\t".join(["bias", *(f"{b:.2f}" for b in bias)])
    for feature, row in zip(kept, weights, strict=True):
        yield "\t".join([feature, *(f"{weight:.2f}" for weight in row)])


def _fit(
    texts: Sequence[Sequence[str]], labels: Sequence[int], kept: Sequence[str], classes: int
) -> tuple[list[list[float]], list[float]]:
    """Multinomial logistic regression, rare classes weighted up (Adam, Kingma and Ba 2015)."""
    place = {feature: i for i, feature in enumerate(kept)}
    pairs = [(i, place[f]) for i, found in enumerate(texts) for f in found if f in place]
    rows, columns = (np.array(side) for side in zip(*pairs, strict=True))
    count = len(texts)
    share = 1 / np.sqrt(np.maximum(1, np.bincount(rows, minlength=count)))
    truth = np.zeros((count, classes))
    truth[np.arange(count), labels] = 1
    rarity = np.sqrt(count / np.maximum(1, truth.sum(0)) / classes)[labels]
    weights, bias = np.zeros((len(kept), classes)), np.zeros(classes)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        sums = np.zeros((count, classes))
        np.add.at(sums, rows, weights[columns] * share[rows, None])
        sums += bias
        likely = np.exp(sums - sums.max(1, keepdims=True))
        likely /= likely.sum(1, keepdims=True)
        miss = (likely - truth) * rarity[:, None]
        slope = np.zeros_like(weights)
        np.add.at(slope, columns, miss[rows] * share[rows, None])
        slope = (slope + DECAY * weights) * 100 / count
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        bias -= 0.25 * miss.mean(0)
    return weights.tolist(), bias.tolist()


if __name__ == "__main__":
    main(sys.argv[1:])
