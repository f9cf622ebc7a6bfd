"""Search quality: every engine on the same documents and queries, in one run, as one table."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.search.corpus import FILES, Document, find_flores, read_flores
from bench.search.engines.base import Cost, Engine, EngineMissing
from bench.search.engines.material import Material
from bench.search.engines.ours import Ours
from bench.search.engines.pagefind import Pagefind
from bench.search.metrics import Score, rank_of, score
from bench.search.queries import CLASSES, Query, QuerySet, make_queries

A_CLASS = 160
ENGINES = {"ours": Ours, "pagefind": Pagefind, "material": Material}


@dataclass(frozen=True)
class Run:
    """What an engine did with the corpus: cost of its index, a score for each class."""

    engine: str
    cost: Cost
    scores: dict[tuple[str, str], Score]


def rank_all(engine: Engine, queries: Sequence[Query]) -> list[int | None]:
    found = engine.search(queries)
    return [rank_of(query.group, groups) for query, groups in zip(queries, found, strict=True)]


def cell(query: Query) -> tuple[str, str]:
    """The cell of the table a query counts in: its class, and its language or language pair."""
    return query.kind, query.written if query.kind != "cross" else f"{query.written}→{query.reader}"


def scores_of(
    queries: Iterable[Query], ranks: Iterable[int | None]
) -> dict[tuple[str, str], Score]:
    cells: dict[tuple[str, str], list[int | None]] = {}
    for query, rank in zip(queries, ranks, strict=True):
        cells.setdefault(cell(query), []).append(rank)
    return {key: score(values) for key, values in cells.items()}


def run_engine(engine: Engine, documents: Sequence[Document], queries: Sequence[Query]) -> Run:
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        cost = engine.build(documents, Path(folder))
        return Run(engine.name, cost, scores_of(queries, rank_all(engine, queries)))


def table(runs: Sequence[Run], measure: str) -> str:
    """Rows: class and engine; columns: languages. Each cell `mean [low, high]`."""
    lines = [f"| {measure} | " + " | ".join(FILES) + " |", "|---|" + "---|" * len(FILES)]
    for kind in CLASSES:
        for run in runs:
            cells = []
            for lang in FILES:
                found = [
                    value
                    for (a_kind, written), value in run.scores.items()
                    if a_kind == kind and written.partition("→")[0] == lang
                ]
                cells.append(shown(found, measure))
            lines.append(f"| {kind}: {run.engine} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def shown(scores: Sequence[Score], measure: str) -> str:
    """One cell; of several scores (the pairs of the cross-language class) the worst."""
    if not scores:
        return "–"
    worst = min((getattr(item, measure) for item in scores), key=lambda estimate: estimate.mean)
    return f"{worst.mean:.3f} [{worst.low:.3f}, {worst.high:.3f}]"


def as_data(runs: Sequence[Run], made: QuerySet) -> dict[str, object]:
    return {
        "left_out": made.left_out,
        "runs": [
            {
                "engine": run.engine,
                "cost": asdict(run.cost),
                "scores": {" ".join(key): asdict(value) for key, value in run.scores.items()},
            }
            for run in runs
        ],
    }


def options(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.search.run", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="folder that holds flores/")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--queries", type=int, default=A_CLASS, help="queries a class and language")
    parser.add_argument("--json", type=Path, help="write every number to this file as well")
    return parser.parse_args(given)


def progress(message: str) -> None:
    if sys.stderr.isatty():
        print(message, file=sys.stderr)


def main(given: Sequence[str] | None = None) -> int:
    chosen = options(given)
    flores = find_flores(chosen.corpora)
    if flores is None:
        print("Search quality: skipped, FLORES is not there (--corpora DIR or PLAYBOOK_CORPORA).")
        return 0
    documents = read_flores(flores)
    made = make_queries(documents, chosen.queries)
    for reason in made.left_out:
        print(f"Left out: {reason}")
    runs = []
    for name in chosen.engines:
        progress(f"{name} …")
        start = time.perf_counter()
        try:
            runs.append(run_engine(ENGINES[name](), documents, made.queries))
        except EngineMissing as missing:
            print(f"Left out: {missing}")
        progress(f"{name}: {time.perf_counter() - start:.0f} s")
    print(f"\nSearch quality: {len(documents)} documents, {len(made.queries)} queries,"
          " mean and 95 % interval; of the cross-language pairs the worst\n")  # fmt: skip
    for measure in ("mrr", "hit3", "ndcg"):
        print(table(runs, measure) + "\n")
    for run in runs:
        print(f"{run.engine}: index built in {run.cost}")
    if chosen.json:
        chosen.json.write_text(json.dumps(as_data(runs, made), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
