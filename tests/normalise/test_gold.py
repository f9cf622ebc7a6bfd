"""Own annotated articles: a floor under the quality that cannot be lowered by accident.

`work` was looked at while the rules were made, `aside` was not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.normalise.evaluate import Scores, run_gold, score
from playbook.normalise.gold import find_gold, read_gold

FLOORS = {
    "work": {"kept": 0.98, "headings": 0.95, "facets": 0.85, "archetypes": 0.95},
    "aside": {"kept": 0.965, "headings": 0.90, "facets": 0.78, "archetypes": 0.88},
}


@pytest.mark.parametrize("half", sorted(FLOORS))
def test_floor(half: str, project: Path) -> None:
    scores = Scores()
    for path in find_gold(project / "tests" / "gold" / half):
        gold = read_gold(path)
        score(gold, run_gold(gold), [scores])
    floor = FLOORS[half]
    assert scores.articles >= 15
    assert scores.kept.f1 >= floor["kept"]
    assert scores.labels["heading"].f1 >= floor["headings"]
    assert scores.facet_accuracy >= floor["facets"]
    assert scores.archetype_accuracy >= floor["archetypes"]
    assert scores.invented == 0
