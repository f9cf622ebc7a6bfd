"""The normaliser beside doing nothing, jusText and trafilatura; and its speed.

python -m bench.normalise [GOLD_FOLDER]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from playbook.normalise.evaluate import KEPT, Counts, run_gold
from playbook.normalise.gold import Gold, find_gold, read_gold
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.run import Task, normalise_all

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = 1000

Keeps = Callable[[Gold], set[int]]
"""An annotated article → numbers of the lines that are kept."""


def nothing(gold: Gold) -> set[int]:
    return {line.n for line in gold.lines}


def ours(gold: Gold) -> set[int]:
    return {line.n for line in run_gold(gold).lines if line.label in KEPT}


def _page(gold: Gold) -> str:
    """Each line as a paragraph; a page of tags as it is."""
    if "<html" in gold.text:
        return gold.text
    rows = "".join(f"<p>{line}</p>\n" for line in gold.text.split("\n") if line.strip())
    return f"<html><body>{rows}</body></html>"


def _found(gold: Gold, kept: str) -> set[int]:
    """Lines of which the kept text holds the words."""
    have = " ".join(kept.split())
    lines = gold.text.split("\n")
    return {line.n for line in gold.lines if " ".join(lines[line.n - 1].split())[:60] in have}


def justext_keeps(gold: Gold) -> set[int]:
    import justext

    names = {"en": "English", "fi": "Finnish", "hi": "Hindi", "ka": "Georgian", "de": "German",
             "es": "Spanish", "sv": "Swedish", "ru": "Russian", "et": "Estonian",
             "fr": "French"}  # fmt: skip
    stop = justext.get_stoplist(names.get(gold.language, "English"))
    paragraphs = justext.justext(_page(gold).encode(), stop)
    return _found(gold, " ".join(p.text for p in paragraphs if not p.is_boilerplate))


def trafilatura_keeps(gold: Gold) -> set[int]:
    import trafilatura

    return _found(gold, trafilatura.extract(_page(gold), include_tables=True) or "")


def quality(folder: Path) -> None:
    golds = [read_gold(path) for path in find_gold(folder)]
    languages = sorted({gold.language for gold in golds})
    print(f"kept lines, F1   {'  '.join(f'{name:>5}' for name in (*languages, 'all'))}")
    for name, keeps in (
        ("nothing", nothing),
        ("jusText", justext_keeps),
        ("trafilatura", trafilatura_keeps),
        ("playbook", ours),
    ):
        counts = {language: Counts() for language in (*languages, "all")}
        for gold in golds:
            kept = keeps(gold)
            for line in gold.lines:
                told, got = line.labels[0] in KEPT, line.n in kept
                for key in (gold.language, "all"):
                    counts[key].right += told and got
                    counts[key].extra += got and not told
                    counts[key].missing += told and not got
        print(f"{name:<17}{'  '.join(f'{entry.f1:5.3f}' for entry in counts.values())}")


def speed(folder: Path) -> None:
    golds = [read_gold(path) for path in find_gold(folder)]
    articles = [
        decode_article(g.text.encode(), name=f"{i}.txt", path=g.name)
        for i, g in enumerate(golds * (ARTICLES // len(golds) + 1))
    ][:ARTICLES]
    tasks = [Task(a, f"a{i}", "auto", frozenset()) for i, a in enumerate(articles)]
    for jobs in (1, 2):
        started = time.perf_counter()
        for _ in normalise_all(tasks, jobs, lambda _: None):
            pass
        taken = time.perf_counter() - started
        print(
            f"{jobs} process{'es' if jobs > 1 else ''}: {len(tasks) / taken:.0f} articles a second"
        )
    text = max((g.text for g in golds), key=len)
    for times in (1, 2, 4, 8, 16):
        article = decode_article("\n\n".join([text] * times).encode(), name="x.txt", path="x")
        started = time.process_time()
        normalise(article, source_id="x")
        print(f"length × {times:<3} {(time.process_time() - started) * 1000:8.1f} ms of processor")


if __name__ == "__main__":
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "gold"
    for half in sorted(path for path in gold.iterdir() if path.is_dir()) or [gold]:
        print(f"\n{half.name}")
        quality(half)
    print()
    speed(gold)
