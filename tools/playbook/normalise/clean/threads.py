"""Threads of a forum: who wrote a post, their rank and place, between the posts.

What stands around a post's byline (`by BigJim » Tue Mar 13, 2018 10:48 am`) is short, and the
name in it stands there as a line of its own.  The posts themselves are left alone.
"""

from __future__ import annotations

import re

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document, Scanned

POSTS = 3
"""So many bylines with an hour make a thread; one or two are dates of an article."""
BEGINS = 0.35
"""A thread's first byline stands above its text; those of readers' comments stand below."""
BYLINE = 14
SHORT = 5
"""Words of a line beside a byline: a name, a rank, a place."""
NAME = 3
ABOVE = 9
"""Blocks above a byline that may belong to it."""

_HOUR = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_FACT = re.compile(r"[^\W\d][^:]{1,20}:\s?\S.{0,40}")
_FROM = re.compile(r"[^\W\d][^,.:;!?]{1,24}, [^\W\d][^,.:;!?]{1,24}")
"""A name and a place."""
_THREAD = Verdict("thread")


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Bylines, what stands right above them, and quoted names."""
    blocks = document.blocks
    bylines = [i for i, s in enumerate(blocks) if is_byline(s)]
    found: dict[int, Verdict] = dict.fromkeys(_signed(document, taken), Verdict("author"))
    if len(bylines) < POSTS or document.position(bylines[0]) > BEGINS:
        return found
    names = {name for i in bylines if (name := _name_in(blocks[i]))}
    for byline in bylines:
        if byline != document.title and byline not in taken:
            found[byline] = _THREAD
        for index in range(byline - 1, max(document.title, byline - ABOVE), -1):
            if index in taken:
                continue
            if not _stands_by(blocks[index], document):
                break
            found[index] = _THREAD
    for index, scanned in enumerate(blocks):
        if index in taken or index == document.title:
            continue
        if _quotes(scanned) or (scanned.size <= NAME and scanned.text.strip() in names):
            found[index] = _THREAD
    return found


def _signed(document: Document, taken: Taken) -> list[int]:
    """`— Priya, Jaipur` under a letter: a dash that begins no list."""
    blocks = document.blocks
    items = {i for i, s in enumerate(blocks) if s.block.kind is Kind.ITEM}
    return [
        i
        for i in sorted(items - taken.keys())
        if not {i - 1, i + 1} & items
        and not blocks[i].block.number
        and not blocks[i].is_closed
        and 2 <= blocks[i].size <= SHORT
        and _FROM.fullmatch(blocks[i].text.strip())
    ]


def is_byline(scanned: Scanned) -> bool:
    """A short line with a day and an hour."""
    if not 2 <= scanned.size <= BYLINE or scanned.block.kind is Kind.HEADING:
        return False
    text = scanned.text
    return _HOUR.search(text) is not None and _YEAR.search(text) is not None


def _name_in(scanned: Scanned) -> str:
    """`BigJim` of `by BigJim » Tue …`; "" where nothing parts it from the date."""
    before, sign, _ = scanned.text.partition("»")
    words = before.split()
    return words[-1] if sign and words else ""


def _stands_by(scanned: Scanned, document: Document) -> bool:
    """A name, a rank, a labelled fact, or the thread's title once more."""
    if scanned.block.number or scanned.is_closed or scanned.text.rstrip().endswith("?"):
        title = document.blocks[document.title].folded if document.title >= 0 else ""
        return bool(title) and scanned.folded.endswith(title) and len(scanned.folded) > 3
    return scanned.size <= SHORT or (scanned.size <= BYLINE and bool(_FACT.fullmatch(scanned.text)))


def _quotes(scanned: Scanned) -> bool:
    """`halfpixel wrote:` over a quotation."""
    return (
        scanned.size <= NAME + 1
        and scanned.text.rstrip().endswith(":")
        and any(h.name == "said" and h.last == len(scanned.texts) for h in scanned.of("topic"))
    )
