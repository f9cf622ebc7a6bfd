"""Mutated articles through the whole normaliser, for as long as you like.

    python -m bench.normalise_fuzz [--minutes 60] [--seed 1] [--keep DIR]

Real and own articles are cut, shuffled, nested, mixed and damaged; after every run it is checked
that nothing was raised, every line is accounted for, a second run says the same, a second draft
adds nothing, and the time is in proportion to the length.  A case that breaks one of these is
written to `--keep` and told with its seed: `--seed N --cases 1` runs it again.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.normalise_mutations import FORMS, MUTATIONS
from playbook.errors import PlaybookError
from playbook.normalise.clean.verdicts import REASONS
from playbook.normalise.gold import find_gold, read_gold
from playbook.normalise.output import draft_pages, write_pages
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import Article, decode_article
from playbook.normalise.report import report_page
from playbook.normalise.results import Result
from playbook.normalise.run import Outcome

ROOT = Path(__file__).resolve().parent.parent
SECONDS, SECONDS_A_CHARACTER = 2.0, 60e-6
"""Processor time a case may take; a usual article takes a twentieth of it."""
LONGEST = 60_000
"""Characters; longer inputs are the business of the benchmark."""
LABELS = frozenset(("heading", "content", "noise", "meta"))
FACETS = frozenset(("sign", "strategy", "exit", "definition", "none"))


def corpus() -> list[str]:
    """Own annotated articles, the samples, and the source articles where they are at hand."""
    texts = [read_gold(path).text for path in find_gold(ROOT / "tests" / "gold")]
    folders = (ROOT / "samples", ROOT.parent / "shared" / "seeds")
    for folder in folders:
        texts += [p.read_text("utf-8") for p in sorted(folder.glob("*.*")) if p.stem != "README"]
    return texts


def case(seed: int, texts: Sequence[str]) -> bytes:
    """The input of one seed."""
    rng = random.Random(seed)
    text = rng.choice(texts)
    if rng.random() < 0.4:
        text = rng.choice(FORMS)(text, rng)
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        text = rng.choice(MUTATIONS)(text, rng, texts)[:LONGEST]
    data = text.encode("utf-8", "replace")
    if rng.random() < 0.1:
        at = rng.randrange(max(1, len(data)))
        data = data[:at] + data[at + rng.randrange(4) :]
    return data


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace())


def check_lines(article: Article, result: Result) -> None:
    """Every line once, and nothing of it lost or added."""
    assert [line.n for line in result.lines] == [
        n for n, raw in enumerate(article.lines, 1) if raw.strip()
    ]
    for line in result.lines:
        raw = article.lines[line.n - 1]
        assert letters(line.text) + letters("".join(line.removed)) == letters(raw), line
        assert all(part and part in raw for part in line.removed), line
        assert line.label in LABELS and line.facet in FACETS, line
        assert set(line.also) <= FACETS - {line.facet, "none"}, line
        if line.label in ("noise", "meta"):
            assert line.reason in REASONS, line
        if line.label == "noise":
            assert line.text == "" and line.removed == (raw.strip(),), line
        else:
            assert line.text.strip(), line


def check_statements(article: Article, result: Result) -> None:
    """Statements stand on kept lines, archetypes are listed, all of it is JSON."""
    kept = {line.n for line in result.lines if line.label != "noise"}
    names = {archetype.id for archetype in result.archetypes}
    assert len({s.id for s in result.statements}) == len(result.statements)
    for statement in result.statements:
        assert statement.text.strip() and "\n" not in statement.text
        assert statement.line in kept and statement.facet in FACETS
        assert statement.archetype is None or statement.archetype in names
    assert {line.archetype for line in result.lines} <= names | {None}
    json.dumps(result.to_json(), ensure_ascii=False).encode("utf-8", "backslashreplace")


def check_drafts(article: Article, result: Result) -> None:
    """What a first run writes, a second leaves alone; the report holds every line."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        pages = draft_pages([result], root, None, [])
        write_pages(pages, [])
        written = {page.path: page.path.read_bytes() for page in pages}
        again = draft_pages([result], root, None, [])
        assert sum(page.change.added for page in again) == 0, "a second run adds statements"
        write_pages(again, [])
        assert written == {page.path: page.path.read_bytes() for page in pages}
        outcome = Outcome(article.path, result, len(article.lines), article.lines)
        report = report_page([outcome], pages)
        assert report.count('<li class="') >= len(result.lines)


def check_again(article: Article, result: Result) -> None:
    assert normalise(article, source_id="x") == result, "two runs differ"


CHECKS: tuple[tuple[float, Callable[[Article, Result], None]], ...] = (
    (1.0, check_lines),
    (1.0, check_statements),
    (0.3, check_again),
    (0.3, check_drafts),
)
"""How often, and what."""


def run_case(seed: int, texts: Sequence[str]) -> tuple[bytes, str]:
    """The input, and what is wrong with its result ("" for nothing)."""
    data = case(seed, texts)
    rng = random.Random(-seed - 1)
    try:
        article = decode_article(data, name="x.txt", path="x.txt")
    except PlaybookError as refused:
        return data, "" if refused.way_out else f"refused without a way out: {refused}"
    started = time.process_time()
    try:
        result = normalise(article, source_id="x")
        taken = time.process_time() - started
        allowed = SECONDS + SECONDS_A_CHARACTER * len(data)
        if taken > allowed:  # a language's dictionary may have been read for the first time
            started = time.process_time()
            normalise(article, source_id="x")
            taken = time.process_time() - started
        if taken > allowed:
            return data, f"took {taken:.2f} s for {len(data)} bytes"
        for share, check in CHECKS:
            if rng.random() < share:
                check(article, result)
    except Exception:
        return data, traceback.format_exc(limit=6)
    return data, ""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.normalise_fuzz")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--cases", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None)
    given = parser.parse_args(arguments)
    texts = corpus()
    until = time.monotonic() + 60 * given.minutes
    findings = done = 0
    told = time.monotonic()
    while time.monotonic() < until and (not given.cases or done < given.cases):
        seed = given.seed + done
        data, problem = run_case(seed, texts)
        done += 1
        if problem:
            findings += 1
            print(f"seed {seed}: {problem}", flush=True)
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{seed}.txt").write_bytes(data)
        if time.monotonic() - told > 300:
            told = time.monotonic()
            print(f"{done} cases, {findings} findings", flush=True)
    print(f"{done} cases from seed {given.seed}, {findings} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
