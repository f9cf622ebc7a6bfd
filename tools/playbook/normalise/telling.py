"""Which archetype each paragraph tells of, where no heading says: chosen for all together.

In a story, a thread or a column of letters the subject changes between paragraphs.  A Viterbi
search (as in `sequence`): each archetype and "none" is a state, a paragraph's words speak for
states, and a change of subject has a price, so a paragraph without a telling word stays with
the one before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from playbook.normalise.learned import archetype_scores
from playbook.normalise.said import Said
from playbook.normalise.scan import Scanned

CHANGES = 3.0
"""What a change of subject costs: about what two telling words say."""
CUE = 1.0
"""A cue stands beside the learned words, which already know most of them."""
DOUBT = 1.0
"""What every paragraph says against each archetype: words come by chance."""
LEAST = 5.0
"""A stretch of paragraphs must say so much for its archetype, or it is about none."""
OPENS = 2.0
"""The first paragraph of a stretch must say so much: what stands before it is still about what
came before."""


def told_of(parts: Sequence[Scanned]) -> list[str]:
    """The archetype of each paragraph, "" for none."""
    evidence = [_evidence(part.said, part.language) for part in parts]
    states = ["", *sorted({name for e in evidence for name in e})]
    if len(states) == 1:
        return [""] * len(parts)
    path = _best_path(evidence, states)
    return _without_weak(path, evidence)


@lru_cache(maxsize=1 << 12)
def _evidence(part: Said, language: str) -> Mapping[str, float]:
    """What a text says for each archetype; pages say the same line over and over."""
    found = archetype_scores([part.texts], language)
    cues: dict[str, set[str]] = defaultdict(set)
    for hit in part.hits:
        if hit.group == "archetype":
            cues[hit.name].add(" ".join(part.texts[hit.first : hit.last]))
    for name, told in cues.items():
        found[name] = found.get(name, 0.0) + CUE * len(told)
    return {name: score - DOUBT for name, score in found.items()}


def _best_path(evidence: Sequence[Mapping[str, float]], states: Sequence[str]) -> list[str]:
    """The best path; of equals the state that comes first."""

    def says(at: int) -> list[float]:
        told = evidence[at].get
        return [0.0, *[told(state, -DOUBT) for state in states[1:]]]

    best = says(0)
    came: list[tuple[int, list[bool]]] = []
    for at in range(1, len(evidence)):
        most = max(best)
        least = most - CHANGES
        stays = [score >= least for score in best]
        came.append((best.index(most), stays))
        best = [
            (score if stay else most - CHANGES) + said
            for score, stay, said in zip(best, stays, says(at), strict=True)
        ]
    path = [best.index(max(best))]
    for top, stays in reversed(came):
        path.append(path[-1] if stays[path[-1]] else top)
    return [states[state] for state in reversed(path)]


def _without_weak(path: list[str], evidence: Sequence[Mapping[str, float]]) -> list[str]:
    """Stretches that say too little for their archetype tell of none."""
    out = list(path)
    start = 0
    for at in range(1, len(path) + 1):
        if at < len(path) and path[at] == path[start]:
            continue
        name = path[start]
        said = sum(max(0.0, evidence[i].get(name, 0.0)) for i in range(start, at))
        if name and said < LEAST:
            out[start:at] = [""] * (at - start)
        elif name:
            opens = _opening(evidence, name, start, at)
            out[start:opens] = [out[start - 1] if start else ""] * (opens - start)
        start = at
    return out


def _opening(evidence: Sequence[Mapping[str, float]], name: str, start: int, end: int) -> int:
    """The first paragraph that speaks plainly for the archetype, else the first that does."""
    said = [evidence[i].get(name, 0.0) for i in range(start, end)]
    plain = (i for i, weight in enumerate(said) if weight >= OPENS)
    return start + next(plain, next(i for i, weight in enumerate(said) if weight > 0))
