"""How well lines, facets and archetypes agree with annotated articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from playbook.normalise.gold import Gold
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.results import LineResult, Result

KEPT = frozenset(("heading", "content"))
"""What a reader should see; `meta` and noise are told apart by label, not by this measure."""


@dataclass(slots=True)
class Counts:
    """Right, too many, missing."""

    right: int = 0
    extra: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        told = 2 * self.right + self.extra + self.missing
        return 2 * self.right / told if told else 1.0


@dataclass(slots=True)
class Scores:
    """Measures over some articles."""

    articles: int = 0
    kept: Counts = field(default_factory=Counts)
    """Lines kept for the reader against lines removed."""
    labels: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    facets: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    facet_lines: int = 0
    facets_right: int = 0
    archetype_lines: int = 0
    archetypes_right: int = 0
    invented: int = 0
    """Archetypes that came out and are not in the article."""

    @property
    def facet_accuracy(self) -> float:
        return self.facets_right / self.facet_lines if self.facet_lines else 1.0

    @property
    def archetype_accuracy(self) -> float:
        return self.archetypes_right / self.archetype_lines if self.archetype_lines else 1.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A line that came out other than annotated."""

    article: str
    n: int
    what: str
    expected: str
    got: str
    text: str


def run_gold(gold: Gold) -> Result:
    """Normalise the article of an annotation; the language is found, not given."""
    article = decode_article(gold.text.encode("utf-8"), name=f"{gold.name}.txt", path=gold.name)
    return normalise(article, source_id=gold.name)


def decoded(gold: Gold) -> dict[int, str]:
    """The words of each line as the normaliser reads them, noise and marks gone."""
    return {line.n: line.text for line in run_gold(gold).lines if line.text}


def score(gold: Gold, result: Result, into: Iterable[Scores]) -> list[Miss]:
    """Add one article to some scores; what disagreed."""
    got = {line.n: line for line in result.lines}
    misses: list[Miss] = []
    scores = list(into)
    for entry in scores:
        entry.articles += 1
        entry.invented += sum(1 for a in result.archetypes if a.id not in gold.archetypes)
    for expected in gold.lines:
        line = got[expected.n]
        label = line.label if line.label in expected.labels else expected.labels[0]
        text = line.text or " ".join(line.removed)
        for entry in scores:
            _count(entry.kept, label in KEPT, line.label in KEPT)
            for name in {label, line.label}:
                _count(entry.labels[name], label == name, line.label == name)
        if label != line.label:
            misses.append(Miss(gold.name, expected.n, "label", label, _told(line), text))
        if label == "content":
            right = line.facet == expected.facet or line.facet in expected.also
            for entry in scores:
                entry.facet_lines += 1
                entry.facets_right += right
                for name in {expected.facet, line.facet}:
                    _count(entry.facets[name], expected.facet == name, line.facet == name)
            if not right:
                misses.append(
                    Miss(gold.name, expected.n, "facet", expected.facet, line.facet, text)
                )
        if label in KEPT:
            right = (line.archetype or "") == expected.archetype
            for entry in scores:
                entry.archetype_lines += 1
                entry.archetypes_right += right
            if not right:
                misses.append(
                    Miss(
                        gold.name,
                        expected.n,
                        "archetype",
                        expected.archetype or "none",
                        line.archetype or "none",
                        text,
                    )
                )
    return misses


def _count(counts: Counts, expected: bool, got: bool) -> None:
    counts.right += expected and got
    counts.extra += got and not expected
    counts.missing += expected and not got


def _told(line: LineResult) -> str:
    return f"{line.label} ({line.reason})" if line.reason else line.label


def table(scores: Mapping[str, Scores]) -> str:
    """A row for each language, with what the project holds itself to."""
    out = ["            articles  kept F1  headings F1  facets  archetypes  invented"]
    for name, entry in scores.items():
        headings = entry.labels["heading"].f1
        out.append(
            f"{name:<12}{entry.articles:>8}{entry.kept.f1:>9.3f}{headings:>13.3f}"
            f"{entry.facet_accuracy:>8.3f}{entry.archetype_accuracy:>12.3f}{entry.invented:>10}"
        )
    return "\n".join(out)


def details(scores: Scores) -> str:
    """Precision, recall and F1 of each label and facet."""
    out = ["                precision  recall     F1   lines"]
    for kind, entries in (("label", scores.labels), ("facet", scores.facets)):
        for name in sorted(entries):
            c = entries[name]
            out.append(
                f"{kind} {name:<10}{c.precision:>9.3f}{c.recall:>8.3f}{c.f1:>7.3f}"
                f"{c.right + c.missing:>8}"
            )
    return "\n".join(out)
