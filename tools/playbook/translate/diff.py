"""What changed in the reference since a translation was made, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from playbook.library.hashes import fingerprint, section_words
from playbook.model import Library, Page
from playbook.translate.origins import read_origin
from playbook.translate.segments import Segment, segments_of
from playbook.translate.staleness import State, section_states
from playbook.translate.stamps import stamp_of

Pairs = list[tuple[Segment | None, Segment | None]]
"""(a segment as it was, as it is now)"""


class Change(StrEnum):
    """What happened to a word, or to a whole segment."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Words with the same fate, with the white space between them."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class SegmentDiff:
    """A heading, item or paragraph that changed, beside its translation."""

    key: str
    runs: tuple[Run, ...]
    translation: str
    """"" where the translation has nothing for it."""
    line: int
    """Of the translation, 0 where it has none."""


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """A stale section.  `known` is false where nothing was kept to compare with."""

    id: str
    known: bool
    segments: tuple[SegmentDiff, ...]


def diff_page(library: Library, page: Page, reference: Page) -> tuple[SectionDiff, ...]:
    """Every stale section of a translation, with what changed in the reference."""
    origin = read_origin(library.root, page.ref).page
    before = {segment.key: segment for segment in segments_of(origin)} if origin else {}
    theirs = {segment.key: segment for segment in segments_of(page)}
    stamped = stamp_of(page).sections
    kept = section_words(origin) if origin else {}
    now = segments_of(reference)
    found: list[SectionDiff] = []
    for id, state in section_states(page, reference).items():
        if state is State.CURRENT:
            continue
        known = id in kept and fingerprint(kept[id]) == stamped.get(id)
        here = [segment for segment in now if segment.section == id]
        gone = [s for s in before.values() if s.section == id and s.key not in _keys(here)]
        pairs: Pairs = [(before.get(s.key) if known else None, s) for s in here]
        pairs += [(segment, None) for segment in gone] if known else []
        changed = tuple(_segments(pairs, theirs))
        found.append(SectionDiff(id, known, changed))
    return tuple(found)


def _keys(segments: list[Segment]) -> set[str]:
    return {segment.key for segment in segments}


def _segments(pairs: Pairs, theirs: dict[str, Segment]) -> Iterator[SegmentDiff]:
    for old, new in pairs:
        one = new or old
        assert one is not None
        runs = tuple(word_runs(old.text if old else "", new.text if new else ""))
        if all(run.change is Change.SAME for run in runs):
            continue
        other = theirs.get(one.key)
        yield SegmentDiff(
            one.key, runs, other.text if other else "", other.first_line if other else 0
        )


def word_runs(old: str, new: str) -> Iterator[Run]:
    """Two texts compared word by word."""
    before, after = re.findall(r"\S+", old), re.findall(r"\S+", new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Run(Change.SAME, " ".join(before[a:b]))
            continue
        if b > a:
            yield Run(Change.REMOVED, " ".join(before[a:b]))
        if d > c:
            yield Run(Change.ADDED, " ".join(after[c:d]))
