"""Facets of a section's sentences, chosen together: how articles go on counts beside the words.

A Viterbi search over the sentences (Forney 1973, "The Viterbi algorithm"): each facet is a state,
a sentence's own words and its place speak for states, and moves between states have a price.
Under the name of a type, articles tell how to know it, then what to do, then when to leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add

from playbook.normalise.facets import FACETS, LEAST, NONE

STAYS, STAYS_INSIDE = 1.2, 1.2
"""A sentence goes on in the facet of the one before, inside a paragraph even more so."""
MOVES_ON = 1.0
"""Under a type's name a new paragraph takes the next step: signs, then strategy, then exit."""
MOVES_BACK = -0.6
"""Back from advice to signs is rare there."""
LAST = 0.8
"""The last of several paragraphs under a type's name advises."""

_ORDER = {"definition": 0, "sign": 1, "strategy": 2, "exit": 3}


@dataclass(frozen=True, slots=True)
class Step:
    """What speaks for each facet of one sentence."""

    own: Mapping[str, float]
    """By its words."""
    says: Sequence[float]
    """By its words and its place, for each facet in turn."""
    opens: bool
    """First of its paragraph."""


def decode(steps: Sequence[Step], *, typed: bool) -> list[str]:
    """The best facets for all sentences; `typed`: they stand under the name of a type."""
    if not steps:
        return []
    best = steps[0].says
    came: list[list[int]] = []
    blocks = sum(step.opens for step in steps) if typed else 0
    seen = 1
    for step in steps[1:]:
        new, back = _moved(best, step) if typed else _stayed(best, step)
        seen += step.opens
        if typed and blocks > 1 and seen == blocks and step.opens:
            new[_STRATEGY] += LAST
        came.append(back)
        best = new
    path = [best.index(max(best))]
    for back in reversed(came):
        path.append(back[path[-1]])
    return [FACETS[state] for state in reversed(path)]


def _moved(best: Sequence[float], step: Step) -> tuple[list[float], list[int]]:
    """The best score for each facet of a step, and the facet before it."""
    new: list[float] = []
    back: list[int] = []
    for moves, says in zip(_MOVES[step.opens], step.says, strict=True):
        reached = list(map(add, best, moves))
        most = max(reached)
        back.append(reached.index(most))
        new.append(most + says)
    return new, back


def _stayed(best: Sequence[float], step: Step) -> tuple[list[float], list[int]]:
    """The same where no move but staying has a price: from the best facet, or from its own."""
    top = max(best)
    first = best.index(top)
    new: list[float] = []
    back: list[int] = []
    for state, (own, says) in enumerate(
        zip(map(add, best, _STAYS[step.opens]), step.says, strict=True)
    ):
        if own < top:
            new.append(top + says)
            back.append(first)
        else:
            new.append(own + says)
            back.append(min(state, first) if own == top else state)
    return new, back


def _move(before: str, after: str, opens: bool, typed: bool) -> float:
    if before == after:
        return 0.0 if after == NONE else STAYS if opens else STAYS_INSIDE
    if not typed or NONE in (before, after):
        return 0.0
    ahead = _ORDER[after] - _ORDER[before]
    if ahead == 1 and opens:
        return MOVES_ON
    return MOVES_BACK if ahead < 0 else 0.0


_STRATEGY = FACETS.index("strategy")
LEASTS = tuple(LEAST if facet == NONE else 0.0 for facet in FACETS)
"""What speaks for each facet before anything is said: what stands for nothing else is none."""
_MOVES = {
    opens: tuple(tuple(_move(before, after, opens, True) for before in FACETS) for after in FACETS)
    for opens in (False, True)
}
"""The price of each move under a type's name, by the facet moved to and then the one moved from."""
_STAYS = {
    opens: tuple(_move(facet, facet, opens, False) for facet in FACETS) for opens in (False, True)
}
