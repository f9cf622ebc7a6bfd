"""Leftovers of the web page that an article was copied from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Item, Page, Place
from playbook.model import Kind as PageKind
from playbook.normalise.blocks import Block, Kind
from playbook.normalise.clean.cue_words import reason_of
from playbook.normalise.scan import scan
from playbook.normalise.visible import Span, Visible

_MARKS = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)?")
_END = re.compile(r"(?<=[.!?।…»”“\"*])\s+")
_ARTICLES = (PageKind.PLAYBOOK, PageKind.GUIDE)
_SHORT = 14
"""Words.  Leftovers are labels and buttons; looking at every sentence would cost too much."""
_TRIM = ' \t*_"“„()'


def look(survey: Survey) -> Iterator[Fault]:
    cues = _cues()
    for page in survey.pages:
        lines = page.source.split("\n")
        told: set[int] = set()
        for prose in survey.prose(page):
            mark = None if prose.front else _MARKS.match(prose.text)
            words = prose.text[mark.end() if mark else 0 :].strip(_TRIM)
            # The line as written for what looks like code, the words alone for the rest.
            kind = cues.kind(words, lines[prose.line - 1]) if words else ""
            if kind:
                told.add(prose.line)
                place = prose.place(len(prose.text) - len(prose.text.lstrip()))
                yield _fault(page, place, kind, words)
        for item in page.items() if page.ref.kind in _ARTICLES else ():
            if item.place.line not in told and (kind := _normalisers_reason(item, page.ref.lang)):
                yield _fault(page, item.place, kind, item.text)


def _normalisers_reason(item: Item, lang: str) -> str:
    """What the normaliser, which knows many more cues, calls a short statement; "" for none."""
    if len(item.text.split()) > _SHORT:
        return ""
    text = Visible((Span(0, 0, len(item.text), item.text),))
    block = Block(Kind.PARAGRAPH, text)
    return reason_of(scan(block, lang), late=False)


def _fault(page: Page, place: Place, kind: str, words: str) -> Fault:
    fix = "Delete it: it is no part of the advice."
    return Fault(page.path, place, f"left over from a web page ({kind})", fix, words)


class _Cues:
    """The patterns of `data/noise.toml`; one expression a list, so that a line is read once."""

    def __init__(self, data: Mapping[str, Mapping[str, list[str]]]) -> None:
        self._signs = tuple(sign for lists in data.values() for sign in lists.get("signs", ()))
        self._whole = self._pattern(data, "whole")
        self._start = self._pattern(data, "start")
        self._any = self._pattern(data, "any")

    def kind(self, words: str, line: str) -> str:
        """What kind of noise a line is, "" for none."""
        match = self._whole.fullmatch(words)
        if match is None and any(sign in line for sign in self._signs):
            match = self._any.search(line)
        sentences = iter(_END.split(words))
        while match is None and (sentence := next(sentences, None)) is not None:
            match = self._start.match(sentence.lstrip(_TRIM))
        return (match.lastgroup or "").replace("_", "-") if match else ""

    @staticmethod
    def _pattern(data: Mapping[str, Mapping[str, list[str]]], key: str) -> re.Pattern[str]:
        groups = [
            f"(?P<{kind.replace('-', '_')}>{'|'.join(lists[key])})"
            for kind, lists in data.items()
            if key in lists
        ]
        return re.compile("|".join(groups).replace(" ", r"\s+"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    file = resources.files("playbook.check") / "data" / "noise.toml"
    return _Cues(tomllib.loads(file.read_text("utf-8")))


RULE = Rule("noise", Severity.ERROR, "Nothing is left over from a web page.", look)
