"""The normaliser beside doing nothing, jusText and trafilatura; and its speed.

python -m bench.normalise [GOLD_FOLDER]
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.normalise.evaluate import KEPT, Counts, run_gold
from playbook.normalise.gold import Gold, find_gold, read_gold
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.run import Task, normalise_all

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = 1000
SEED_SIZE = 5_000
"""Characters of a scraped source article, about."""

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


def _seed_sized(golds: Sequence[Gold]) -> list[str]:
    """Texts of one language each, put together until they have the size of a source article."""
    texts: list[str] = []
    by_language: dict[str, list[str]] = {}
    for gold in golds:
        parts = by_language.setdefault(gold.language, [])
        parts.append(gold.text)
        if sum(map(len, parts)) >= SEED_SIZE:
            texts.append("\n\n".join(parts))
            parts.clear()
    return texts


def speed(folder: Path) -> None:
    golds = [read_gold(path) for path in find_gold(folder)]
    texts = _seed_sized(golds)
    for text in texts:  # dictionaries are read once, whatever comes after
        normalise(decode_article(text.encode(), name="x.txt", path="x"), source_id="x")
    articles = [
        decode_article(texts[i % len(texts)].encode(), name=f"{i}.txt", path=f"{i}")
        for i in range(ARTICLES)
    ]
    size = sum(len(line) for a in articles for line in a.lines) / len(articles)
    print(f"{len(articles)} articles of {size:,.0f} characters on average")
    tasks = [Task(a, f"a{i}", "auto", frozenset()) for i, a in enumerate(articles)]
    for jobs in (1, 2):
        started = time.perf_counter()
        for _ in normalise_all(tasks, jobs, lambda _: None):
            pass
        taken = time.perf_counter() - started
        named = "process" if jobs == 1 else "processes"
        print(f"{jobs} {named}: {len(tasks) / taken:.0f} articles a second", flush=True)
    text = max(texts, key=len)
    for times in (1, 2, 4, 8, 16):
        article = decode_article("\n\n".join([text] * times).encode(), name="x.txt", path="x")
        started = time.process_time()
        normalise(article, source_id="x")
        spent = (time.process_time() - started) * 1000
        print(f"length × {times:<3} {spent:8.1f} ms of processor, {spent / times:.1f} a length")


def extremes(folder: Path) -> None:
    """Sizes beyond any article, each in a process of its own: processor time and memory."""
    lines = "\n".join(read_gold(path).text for path in find_gold(folder)).split("\n")
    sentence = "Hard clients. The angry client never listens, and he yells at everyone. "
    inputs = {
        "200,000 lines of articles": "\n".join((lines * (200_000 // len(lines) + 1))[:200_000]),
        "200,000 lines, all the same": "A client who never answers, on a line of its own.\n"
        * 200_000,
        "a line of 1,000,000 characters": (sentence * 20_000)[:999_999],
        "30 MB on one line": sentence * 420_000,
        "50,000 nested tags": "<html><body>" + "<div>" * 50_000 + "text" + "</div>" * 50_000,
        "a paragraph of 20,000 short lines": "and it goes on and on, as long as a line is,\n"
        * 20_000,
    }
    context = multiprocessing.get_context("spawn")
    for name, text in inputs.items():
        with context.Pool(1) as pool:
            seconds, megabytes, said = pool.apply(_spent, (text,))
        print(f"{name:<36}{seconds:6.1f} s{megabytes:7.0f} MB  {said}", flush=True)


def _spent(text: str) -> tuple[float, float, str]:
    started = time.process_time()
    said = ""
    try:
        article = decode_article(text.encode(), name="x.txt", path="x.txt")
        result = normalise(article, source_id="x")
        said = f"{len(result.lines):,} lines, {len(result.statements):,} statements"
    except PlaybookError as error:
        said = str(error).split(". ")[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return time.process_time() - started, peak, said


if __name__ == "__main__":
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "gold"
    for half in sorted(path for path in gold.iterdir() if path.is_dir()) or [gold]:
        print(f"\n{half.name}")
        quality(half)
    print()
    speed(gold)
    print()
    extremes(gold)
