"""The query set is what it says: enough of every kind, about pages that exist, split in two."""

from collections import Counter

import pytest
import yaml
from bench.search.engines.base import PROJECT
from bench.search.own import HALVES, OwnQuery, read_queries

QUERIES = read_queries()
LANGUAGES = sorted({query.file for query in QUERIES})
GUIDES_AND_TREES = {
    f"{folder}/{path.stem}"
    for folder in ("guides", "trees")
    for path in (PROJECT / "content" / "en" / folder).glob("*.md")
}
FACETS = {"sign", "strategy", "exit", "message", "question", None}


def known_groups() -> set[str]:
    registry = yaml.safe_load((PROJECT / "content" / "archetypes.yml").read_text(encoding="utf-8"))
    return {f"playbooks/{entry['id']}" for entry in registry["archetypes"]} | GUIDES_AND_TREES


def test_every_wanted_page_exists() -> None:
    wanted = {group for query in QUERIES for group in query.groups}
    assert wanted <= known_groups()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_enough_queries_of_every_kind(lang: str) -> None:
    kinds = Counter(query.kind for query in QUERIES if query.file == lang)
    assert kinds["natural"] >= 100
    assert sum(kinds.values()) >= 160
    assert {"exact", "inflected", "typo", "cross"} <= set(kinds)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_archetype_is_asked_for(lang: str) -> None:
    asked = {query.groups[0] for query in QUERIES if query.file == lang}
    assert {group for group in known_groups() if group.startswith("playbooks/")} <= asked


def test_halves_are_halves() -> None:
    sizes = Counter(query.half for query in QUERIES)
    assert set(sizes) == set(HALVES)
    assert 0.8 < sizes["development"] / sizes["held-out"] < 1.25


def test_a_query_stands_once() -> None:
    asked: Counter[tuple[str, str]] = Counter((query.q, query.lang) for query in QUERIES)
    assert [pair for pair, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.lang}: {query.q}")
def test_a_query_is_well_formed(query: OwnQuery) -> None:
    assert query.q == " ".join(query.q.split())
    assert query.groups
    assert query.facet in FACETS
    assert (query.kind == "cross") == (query.lang != query.file)
