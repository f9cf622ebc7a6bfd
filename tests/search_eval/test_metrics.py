"""The measures of search quality, against what they are defined to be."""

import pytest
from bench.search.metrics import bootstrap, gain, hit_at_3, rank_of, reciprocal, score
from hypothesis import given
from hypothesis import strategies as st

RANKS = st.lists(st.one_of(st.none(), st.integers(1, 10)), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("found", "rank"),
    [
        (["a", "b"], 1),
        (["b", "a"], 2),
        (["b", "b", "b", "a"], 2),  # the same page twice takes one place
        (["b"], None),
        ([], None),
        ([*"bcdefghijk", "a"], None),  # the eleventh place does not count
    ],
)
def test_rank(found: list[str], rank: int | None) -> None:
    assert rank_of("a", found) == rank


def test_rank_of_several_right_answers_is_the_first() -> None:
    assert rank_of(("a", "c"), ["b", "c", "a"]) == 2


@pytest.mark.parametrize(
    ("rank", "mrr", "hit", "ndcg"),
    [(1, 1.0, 1.0, 1.0), (3, 1 / 3, 1.0, 0.5), (4, 0.25, 0.0, 0.4307), (None, 0.0, 0.0, 0.0)],
)
def test_measures_of_a_rank(rank: int | None, mrr: float, hit: float, ndcg: float) -> None:
    assert reciprocal(rank) == pytest.approx(mrr)
    assert hit_at_3(rank) == hit
    assert gain(rank) == pytest.approx(ndcg, abs=1e-4)


@given(RANKS)
def test_interval_holds_the_mean_and_repeats(ranks: list[int | None]) -> None:
    values = [reciprocal(rank) for rank in ranks]
    first = bootstrap(values, resamples=200)
    assert first.low - 1e-9 <= first.mean <= first.high + 1e-9
    assert first == bootstrap(values, resamples=200)


def test_interval_narrows_with_more_queries() -> None:
    few, many = bootstrap([0.0, 1.0] * 10), bootstrap([0.0, 1.0] * 1000)
    assert many.high - many.low < few.high - few.low


def test_score_counts_queries() -> None:
    found = score([1, 2, None, 4])
    assert found.queries == 4
    assert found.mrr.mean == pytest.approx((1 + 0.5 + 0.25) / 4)
    assert found.hit3.mean == 0.5
