"""Rank metrics for queries with one right answer, with bootstrap confidence intervals."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

DEPTH = 10
RESAMPLES = 1000
SEED = 20260101


def rank_of(expected: str | Sequence[str], found: Sequence[str], depth: int = DEPTH) -> int | None:
    """Place, from 1, of the first right answer among the first `depth` different answers."""
    right = {expected} if isinstance(expected, str) else set(expected)
    distinct = list(dict.fromkeys(found))[:depth]
    return next((place for place, answer in enumerate(distinct, start=1) if answer in right), None)


def reciprocal(rank: int | None) -> float:
    return 0.0 if rank is None else 1.0 / rank


def hit_at_3(rank: int | None) -> float:
    return 1.0 if rank is not None and rank <= 3 else 0.0


def gain(rank: int | None) -> float:
    """Normalised discounted cumulative gain where one answer is right (Järvelin, Kekäläinen)."""
    return 0.0 if rank is None else 1.0 / math.log2(rank + 1)


@dataclass(frozen=True)
class Estimate:
    """A mean over queries and the interval that holds it with 95 % confidence."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Score:
    """What one engine reached on one class of queries."""

    queries: int
    mrr: Estimate
    hit3: Estimate
    ndcg: Estimate


def bootstrap(values: Sequence[float], resamples: int = RESAMPLES, seed: int = SEED) -> Estimate:
    """Percentile bootstrap of the mean (Efron, Tibshirani 1993, chapter 13)."""
    if not values:
        return Estimate(0.0, 0.0, 0.0)
    mean = sum(values) / len(values)
    source = random.Random(seed)
    means = sorted(sum(source.choices(values, k=len(values))) for _ in range(resamples))
    low = means[int(0.025 * (resamples - 1))] / len(values)
    high = means[math.ceil(0.975 * (resamples - 1))] / len(values)
    return Estimate(mean, low, high)


def score(ranks: Sequence[int | None]) -> Score:
    def estimate(measure: Callable[[int | None], float]) -> Estimate:
        return bootstrap([measure(rank) for rank in ranks])

    return Score(len(ranks), estimate(reciprocal), estimate(hit_at_3), estimate(gain))
