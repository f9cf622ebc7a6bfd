"""Boilerplate by its words: the cue files say what is said and how much else may stand by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.cues import Hit
from playbook.normalise.scan import Document, Scanned


@dataclass(frozen=True, slots=True)
class _Limits:
    """How long a block may be in which a cue still decides, in words."""

    start: int = 16
    short: int = 8
    any: int = 34


LIMITS: Mapping[str, _Limits] = {
    "cookie-notice": _Limits(any=60),
    "comment-form": _Limits(start=6, short=6, any=45),
    "newsletter": _Limits(short=6, any=40),
    "call-to-action": _Limits(start=12, short=5, any=36),
    "promotion": _Limits(start=10, short=6, any=45),
    "read-also": _Limits(start=24, short=6),
    "share-buttons": _Limits(start=8, short=7),
    "image-credit": _Limits(any=13),
    "author": _Limits(start=9, any=70),
    "reading-time": _Limits(any=8),
    "copyright": _Limits(any=40),
    "navigation": _Limits(start=12, any=12),
    "cms-error": _Limits(any=14),
    "caption": _Limits(start=0),
    "contents-label": _Limits(start=9),
    "thread": _Limits(start=6, any=14),
    "spam": _Limits(any=14),
}
"""Small print is long, a button is short; a sentence of advice that happens to hold the words
of a button is longer than a button."""

COUNTS = 4
"""Numbers that a label may have beside it."""
DATED = 8
"""Words more that a byline may have when it names a day."""
LATE = 0.7
"""Questions to the reader (`start` of a call to action) open many an article: only those in its
last part ask for comments."""

ORDER = tuple(LIMITS)
_HAS_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Blocks that cue words alone give away; menu words are left to their surroundings."""
    found: dict[int, Verdict] = {}
    for index, scanned in enumerate(document.blocks):
        if index in taken or not scanned.size:
            continue
        reason = reason_of(scanned, late=document.position(index) >= LATE)
        if reason:
            found[index] = Verdict(reason)
    return found


def reason_of(scanned: Scanned, *, late: bool) -> str:
    """Why the block is boilerplate, "" when its words do not say so."""
    hits = [hit for hit in scanned.hits if hit.group == "noise"]
    if not hits or scanned.block.kind is Kind.FRONT:
        return ""
    for reason in ORDER:
        for hit in hits:
            if hit.name == reason and _decides(hit, scanned, late=late):
                return reason
    return ""


def _decides(hit: Hit, scanned: Scanned, *, late: bool) -> bool:
    limits, size = LIMITS[hit.name], scanned.size
    if hit.field == "whole":
        return hit.name != "navigation" and is_whole(hit, scanned)
    if hit.field == "start":
        is_point = bool(scanned.block.number) and hit.name not in ("read-also", "contents-label")
        if is_point and scanned.words[hit.last - 1].after != ":":
            return False
        if hit.first or (hit.name == "call-to-action" and not late):
            return False
        dated = hit.name == "author" and _HAS_YEAR.search(scanned.text) is not None
        return size <= limits.start + DATED * dated and _is_label(hit, scanned)
    if hit.field == "short":
        return size <= limits.short and (
            not scanned.is_closed or hit.last - hit.first >= (size - 2) * scanned.per_word
        )
    if hit.field == "any":
        if hit.name == "image-credit":
            labelled = hit.first == 0 and scanned.words[hit.last - 1].after == ":"
            return size <= limits.any * (1 + labelled) and _is_credit(hit, scanned)
        if size > limits.any or (hit.name == "spam" and 2 * (hit.last - hit.first) < size):
            return False
        return _share_of_sentence(hit, scanned)
    return False


def is_whole(hit: Hit, scanned: Scanned) -> bool:
    """The block is the cue and nothing else but digits."""
    if scanned.size > hit.last - hit.first + COUNTS:
        return False
    others = scanned.texts[: hit.first] + scanned.texts[hit.last :]
    return all(word.isdigit() for word in others)


def _is_label(hit: Hit, scanned: Scanned) -> bool:
    """A label with a title or name behind it, not the first words of a sentence."""
    cue_end = scanned.words[hit.last - 1]
    if cue_end.after == ":" or hit.last == len(scanned.texts) or hit.name == "contents-label":
        return True
    closed = scanned.text.rstrip().endswith((".", "।", "。", "۔"))
    if hit.name == "read-also":
        return len(scanned.sentences) <= 2 and not closed
    if hit.name == "call-to-action":
        return len(scanned.sentences) <= 2 and (not closed or scanned.size <= 12)
    return not scanned.text.rstrip().endswith((".", "।", "。", "۔", "?", "!", "？", "！", "؟"))


def _is_credit(hit: Hit, scanned: Scanned) -> bool:
    text = scanned.text.strip()
    if hit.first == 0 and scanned.words[hit.last - 1].after == ":":
        return True
    if text[:1] in "([" and text.rstrip(".")[-1:] in ")]":
        return True
    if scanned.size <= 5:
        return True
    return not scanned.is_closed


def _share_of_sentence(hit: Hit, scanned: Scanned) -> bool:
    """In a block of several sentences, those with boilerplate must hold most of the words."""
    if len(scanned.sentences) <= 2:
        return True
    told = 0
    for start, end in scanned.sentences:
        words = scanned.words_between(start, end)
        if any(h.group == "noise" and h.field == "any" for h in scanned.hits_between(words)):
            told += len(words)
    return told * 2 >= len(scanned.texts)
