"""Our own content, searched with what people type: hit@3 and the rest, and every miss by name.

The queries are the product's own, `tests/search_eval/queries.<language>.jsonl`, a line each:
`{"q", "lang", "kind", "groups", "facet", "half"}`. `lang` is the reader's; `groups` are the pages
that answer the query; rules are tuned on the half called `development`, judged on `held-out`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.search.engines.base import PROJECT, EngineMissing
from bench.search.engines.ours import COMMAND
from bench.search.metrics import Score, rank_of, score

FOLDER = PROJECT / "tests" / "search_eval"
HALVES = ("development", "held-out")


@dataclass(frozen=True)
class OwnQuery:
    """A query to our own content; `file` is the language whose file it stands in."""

    file: str
    q: str
    lang: str
    kind: str
    groups: tuple[str, ...]
    facet: str | None
    half: str


@dataclass(frozen=True)
class Answer:
    """What came: groups and facets of the results, best first."""

    query: OwnQuery
    groups: tuple[str, ...]
    facets: tuple[str | None, ...]

    @property
    def rank(self) -> int | None:
        return rank_of(self.query.groups, self.groups)


def read_queries(folder: Path = FOLDER) -> list[OwnQuery]:
    queries = []
    for path in sorted(folder.glob("queries.*.jsonl")):
        lang = path.name.split(".")[1]
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            entry["groups"] = tuple(entry["groups"])
            queries.append(OwnQuery(file=lang, **entry))
    return queries


def ask(
    queries: Sequence[OwnQuery], engine: str = "browser", index: Path | None = None
) -> list[Answer]:
    """Answers of `playbook search`, in the order of `queries`; without `index`, over content/."""
    with tempfile.TemporaryDirectory(prefix="bench-own-") as folder:
        batch = Path(folder) / "queries.jsonl"
        lines = [json.dumps({"q": q.q, "lang": q.lang}, ensure_ascii=False) for q in queries]
        batch.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = subprocess.run(
            [*COMMAND, "search", "--batch", str(batch), "--engine", engine,
             *(["--index", str(index)] if index else [])],
            cwd=PROJECT, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
    if done.returncode:
        raise EngineMissing(f"playbook search failed: {done.stderr.strip()[-400:]}")
    answers = []
    for query, line in zip(queries, done.stdout.splitlines(), strict=True):
        results = json.loads(line)["results"]
        groups = tuple(str(result["group"]) for result in results)
        answers.append(Answer(query, groups, tuple(result.get("facet") for result in results)))
    return answers


def summary(answers: Iterable[Answer]) -> dict[tuple[str, str, str], Score]:
    """Scores by language of the query, kind and half; kind `all` counts every kind."""
    ranks: dict[tuple[str, str, str], list[int | None]] = {}
    for answer in answers:
        query = answer.query
        for kind in (query.kind, "all"):
            ranks.setdefault((query.file, kind, query.half), []).append(answer.rank)
    return {key: score(values) for key, values in sorted(ranks.items())}


def table(scores: dict[tuple[str, str, str], Score]) -> str:
    lines = [
        "| language, kind | queries | hit@3 development | hit@3 held-out | MRR held-out |",
        "|---|---|---|---|---|",
    ]
    for lang, kind in sorted({key[:2] for key in scores}):
        cells = [scores.get((lang, kind, half)) for half in HALVES]
        total = sum(cell.queries for cell in cells if cell)
        hits = [f"{cell.hit3.mean:.3f}" if cell else "–" for cell in cells]
        mrr = f"{cells[1].mrr.mean:.3f}" if cells[1] else "–"
        lines.append(f"| {lang} {kind} | {total} | {hits[0]} | {hits[1]} | {mrr} |")
    return "\n".join(lines)


def miss_lines(answers: Iterable[Answer], half: str) -> list[str]:
    """One line for each query of `half` whose page is not among the first three."""
    return [
        f"{a.query.file}>{a.query.lang} {a.query.kind}: {a.query.q} | wanted"
        f" {' or '.join(a.query.groups)} | rank {a.rank or '-'} | came {', '.join(a.groups[:4])}"
        for a in answers
        if a.query.half == half and (a.rank is None or a.rank > 3)
    ]


def main(given: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.search.own", description=__doc__)
    parser.add_argument("--engine", choices=("browser", "whoosh"), default="browser")
    parser.add_argument("--index", type=Path, help="an index instead of content/")
    parser.add_argument("--misses", choices=HALVES, help="print the misses of this half as well")
    chosen = parser.parse_args(given)
    try:
        answers = ask(read_queries(), chosen.engine, chosen.index)
    except EngineMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    print("Our own content\n")
    print(table(summary(answers)))
    if chosen.misses:
        print()
        print("\n".join(miss_lines(answers, chosen.misses)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
