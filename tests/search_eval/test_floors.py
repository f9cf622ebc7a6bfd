"""Floors of search quality: they may be raised when search gets better, never lowered in passing.

Measured values stand above each floor by more than chance moves them; what was measured, beside
other engines, is in bench/README.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.search.corpus import find_flores, read_flores
from bench.search.engines.ours import Ours
from bench.search.own import ask, read_queries, summary
from bench.search.queries import make_queries
from bench.search.run import rank_all, scores_of

# hit@3 over all of our own queries, both halves, by the language they are written in.
OWN = {"en": 0.94, "fi": 0.95, "hi": 0.93, "ka": 0.94}
# MRR@10 on FLORES, 40 queries a class, by class and language.
FLORES = {
    "exact": {"en": 0.99, "fi": 0.98, "hi": 0.98, "ka": 0.98},
    "inflected": {"en": 0.97, "fi": 0.88, "hi": 0.92, "ka": 0.95},
    "typo": {"en": 0.95, "fi": 0.94, "hi": 0.97, "ka": 0.95},
    "romanised": {"hi": 0.95, "ka": 0.97},
    "cross": {"en": 0.99, "fi": 0.98, "hi": 0.98, "ka": 0.98},
}
A_CLASS = 40


@pytest.fixture(scope="module", params=["browser", "whoosh"])
def own_scores(request: pytest.FixtureRequest) -> dict[str, float]:
    """hit@3 by language, with either engine."""
    hits: dict[str, list[float]] = {}
    for (lang, kind, _), found in summary(ask(read_queries(), request.param)).items():
        if kind == "all":
            hits.setdefault(lang, []).append(found.hit3.mean * found.queries)
    sizes = {lang: sum(query.file == lang for query in read_queries()) for lang in hits}
    return {lang: sum(values) / sizes[lang] for lang, values in hits.items()}


@pytest.mark.slow
@pytest.mark.parametrize("lang", sorted(OWN))
def test_own_content(own_scores: dict[str, float], lang: str) -> None:
    assert own_scores[lang] >= OWN[lang]


@pytest.fixture(scope="module")
def flores_scores(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], float]:
    """MRR@10 by class and language, or language pair."""
    folder = find_flores()
    if folder is None:
        pytest.skip("FLORES is not here (PLAYBOOK_CORPORA names its folder)")
    documents = read_flores(folder)
    made = make_queries(documents, A_CLASS)
    engine = Ours()
    engine.build(documents, Path(tmp_path_factory.mktemp("flores")))
    scores = scores_of(made.queries, rank_all(engine, made.queries))
    return {key: score.mrr.mean for key, score in scores.items()}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "lang"), [(kind, lang) for kind, floors in FLORES.items() for lang in floors]
)
def test_flores(flores_scores: dict[tuple[str, str], float], kind: str, lang: str) -> None:
    found = [
        value
        for (a_kind, written), value in flores_scores.items()
        if a_kind == kind and written.partition("→")[0] == lang
    ]
    if not found:
        pytest.skip(f"no {kind} queries in {lang}: their source of test words is not installed")
    assert min(found) >= FLORES[kind][lang]
