"""Text that remembers, character by character, where in the source it stands.

Every stage works on `Visible` and only ever drops characters, so that at the end each
source line divides exactly into what was kept and what was removed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_FIRST = (0,)


class Span(NamedTuple):
    """Characters `start` to `end` of line `line` (index from 0)."""

    line: int
    start: int
    end: int
    shown: str
    """What a reader sees: the characters themselves, or what a character reference stands for."""
    glue: str = ""
    """White space that a reader sees before it although no such span was kept."""

    @property
    def is_verbatim(self) -> bool:
        return len(self.shown) == self.end - self.start


@dataclass(frozen=True, slots=True, init=False)
class Visible:
    """Spans in reading order and the text they show."""

    spans: tuple[Span, ...]
    text: str
    starts: tuple[int, ...]
    """Where each span's shown characters begin in `text`."""

    def __init__(self, spans: tuple[Span, ...] = ()) -> None:
        put = object.__setattr__
        put(self, "spans", spans)
        if len(spans) == 1:  # nearly every line: the span is the text
            put(self, "text", spans[0].shown)
            put(self, "starts", _FIRST)
            return
        parts: list[str] = []
        starts: list[int] = []
        length = 0
        for span in spans:
            glue = span.glue if length else ""
            parts += (glue, span.shown)
            starts.append(length + len(glue))
            length += len(glue) + len(span.shown)
        put(self, "text", "".join(parts))
        put(self, "starts", tuple(starts))

    def __bool__(self) -> bool:
        return self.text != "" and not self.text.isspace()

    @property
    def first_line(self) -> int:
        return self.spans[0].line

    @property
    def last_line(self) -> int:
        return self.spans[-1].line

    def slice(self, start: int, end: int) -> Visible:
        """The part of `text` from `start` to `end`; a character reference is never split."""
        if start <= 0 and end >= len(self.text):
            return self
        kept: list[Span] = []
        first = max(0, bisect_right(self.starts, start) - 1)
        for index in range(first, len(self.spans)):
            span, begin = self.spans[index], self.starts[index]
            if begin >= end:
                break
            stop = begin + len(span.shown)
            low, high = max(start, begin), min(end, stop)
            if low >= high:
                continue
            glue = span.glue if begin - len(span.glue) >= start else ""
            if low == begin and high == stop:
                kept.append(span if glue == span.glue else span._replace(glue=glue))
            elif span.is_verbatim:
                kept.append(
                    Span(
                        span.line,
                        span.start + low - begin,
                        span.start + high - begin,
                        span.shown[low - begin : high - begin],
                        glue if low == begin else "",
                    )
                )
            elif low == begin:
                kept.append(span if glue == span.glue else span._replace(glue=glue))
        return Visible(tuple(kept))

    def without(self, ranges: Iterable[tuple[int, int]]) -> Visible:
        """Everything but `ranges` of `text`, which may touch but not overlap."""
        cut = sorted(ranges)
        if not cut:
            return self
        spans: list[Span] = []
        at = 0
        for start, end in cut:
            spans += self.slice(at, start).spans
            at = end
        if at < len(self.text):
            spans += self.slice(at, len(self.text)).spans
        return Visible(tuple(spans))

    def strip(self, characters: str | None = None) -> Visible:
        """Without white space (or `characters`) at both ends."""
        text = self.text
        if characters is None and text and not (text[0].isspace() or text[-1].isspace()):
            return self
        left = len(text) - len(text.lstrip(characters))
        right = len(text.rstrip(characters))
        return self.slice(left, right) if left < right else Visible()

    def line_at(self, offset: int) -> int:
        """Index of the source line that shows the character at `offset` of `text`."""
        return self.spans[max(0, bisect_right(self.starts, offset) - 1)].line


def join(parts: Iterable[tuple[str, Visible]]) -> Visible:
    """Texts after each other, each with the white space that is seen before it."""
    spans: list[Span] = []
    for glue, part in parts:
        for index, span in enumerate(part.spans):
            if index == 0 and spans:
                span = span._replace(glue=glue)
            spans.append(span)
    return Visible(tuple(spans))
