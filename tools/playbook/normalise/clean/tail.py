"""What follows the article: comments, related titles, the author's life, menus."""

from __future__ import annotations

import re
from collections.abc import Collection

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document, Scanned

HALF = 0.5
"""A comment counter above the middle stands under the title; comments come after the text."""
PARAGRAPH = 12
BIO = 90
"""Words of an author's note at most."""
POSTS = 3
"""Furniture of so many posts: the article is a thread, and its replies are the text."""
NEAR = 6
"""Blocks after a label in which a paragraph would show that the article goes on."""
REACH = 200
"""Blocks around in which the others of a series stand."""
LATE = 0.8
BYLINE, NAMED, NAME = 12, 4, 3
"""Blocks from the end in which an author's life stands, words of the label with the name over
it, and words with which it begins by that name."""
LONE = 9
"""A single short open line at the very end is a label of something cut away."""

_SERIES = re.compile(r"([^\d\s]+)\s#?\d{1,2}\s*[.):–—-]")
QUOTES = ('"', "”", "“", "»", "’")

_OPENS_COMMENTS = frozenset(("comment-form", "comments"))
_OPENS_LIST = frozenset(("related-posts", "read-also"))


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Blocks after the end of the article's own text."""
    found: dict[int, Verdict] = {}
    found.update(_after_comments(document, taken))
    found.update(_after_labels(document, {**taken, **found}))
    found.update(_named_author(document, {**taken, **found}))
    found.update(_trailing_lines(document, {**taken, **found}))
    return found


def _after_comments(document: Document, taken: Taken) -> dict[int, Verdict]:
    if sum(verdict.reason == "thread" for verdict in taken.values()) >= POSTS:
        return {}
    goes_on = (
        i
        for i in range(len(document.blocks) - 1, -1, -1)
        if i not in taken and (_is_article(document.blocks[i]) or is_counted(document, i))
    )
    last = next(goes_on, -1)
    for index in range(last + 1, len(document.blocks)):
        scanned, verdict = document.blocks[index], taken.get(index)
        if verdict is None or document.position(index) < HALF:
            continue
        counts = verdict.reason == "counter" and _counts_comments(scanned)
        opens = verdict.reason in _OPENS_COMMENTS and _says(scanned, _OPENS_COMMENTS)
        if opens or counts:
            later = range(index + 1, len(document.blocks))
            return {i: Verdict("comments") for i in later if i not in taken}
    return {}


def _says(scanned: Scanned, reasons: Collection[str]) -> bool:
    """By a cue: what is worded like a comment may be one among the text."""
    marked = bool(scanned.block.hints)
    return marked or any(hit.group == "noise" and hit.name in reasons for hit in scanned.hits)


def _counts_comments(scanned: Scanned) -> bool:
    if any(hit.name == "comment-form" for hit in scanned.hits):
        return True
    return scanned.size <= 3 and any(sign.isalpha() for sign in scanned.text)


def _is_article(scanned: Scanned) -> bool:
    """A numbered or marked heading: the article goes on."""
    return bool(scanned.block.number and scanned.size > 2) or (
        scanned.block.kind is Kind.HEADING
        and (scanned.has("heading") or scanned.has("archetype", None, "name"))
    )


def _after_labels(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Titles under `Related posts`, the paragraph under `About the author`."""
    found: dict[int, Verdict] = {}
    mode, left = "", 0
    for index, scanned in enumerate(document.blocks):
        verdict = taken.get(index)
        if verdict is not None:
            if verdict.reason in _OPENS_LIST and (
                _is_bare_label(scanned)
                or _names_list(document, taken, index)
                or _heads_links(document, index)
            ):
                mode, left = "related-posts", 12
            elif (
                verdict.reason == "author"
                and _is_bare_label(scanned)
                and (document.position(index) > HALF)
            ):
                mode, left = "author", 2
            elif verdict.reason == "tags":
                mode, left = "tags", 8
            continue
        if not mode or not left:
            continue
        left -= 1
        is_entry = (
            not scanned.is_closed or scanned.text.endswith(("?", "!", *QUOTES))
        ) and scanned.size <= 2 * PARAGRAPH
        if mode == "author" and scanned.size <= BIO and scanned.block.kind is not Kind.HEADING:
            found[index] = Verdict("author")
        elif (
            mode != "author"
            and is_entry
            and not (_is_article(scanned) and _goes_on(document, taken, index))
            and _in_run(document, taken, index, mode)
        ):
            found[index] = Verdict(mode)
        else:
            mode = ""
    return found


def _named_author(document: Document, taken: Taken) -> dict[int, Verdict]:
    """`About Maya` over the last paragraph, which begins with that name."""
    last = len(document.blocks)
    kept = [i for i in range(max(0, last - BYLINE), last) if i not in taken]
    if len(kept) < 2 or document.position(kept[-2]) < LATE:
        return {}
    label, life = (document.blocks[i] for i in kept[-2:])
    if not 2 <= label.size <= NAMED or label.is_closed or label.block.number:
        return {}
    name = label.text.split()[-1]
    if life.size > BIO or not name[:1].isupper() or label.texts[-1] not in life.texts[:NAME]:
        return {}
    return dict.fromkeys(kept[-2:], Verdict("author"))


def _heads_links(document: Document, index: int) -> bool:
    """Bullets right below the label, whatever else it says (`To read this week`)."""
    if index + 1 >= len(document.blocks) or document.blocks[index].size > LONE:
        return False
    block = document.blocks[index + 1].block
    return block.kind is Kind.ITEM and not block.number and not document.blocks[index].is_closed


def _goes_on(document: Document, taken: Taken, index: int) -> bool:
    """Text follows near by, so a numbered line is a heading of it."""
    later = range(index + 1, min(index + 1 + NEAR, len(document.blocks)))
    return any(
        document.blocks[i].size > PARAGRAPH and document.blocks[i].is_closed
        for i in later
        if i not in taken
    )


def _in_run(document: Document, taken: Taken, index: int, mode: str) -> bool:
    """An entry of a list, not the heading of the text that goes on."""
    following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    if document.blocks[index].block.kind is Kind.HEADING or is_counted(document, index):
        return False
    if following is None or index + 1 in taken:
        return True
    if following.has("heading") and _comes_again(document, following):
        return False
    return not (following.size > PARAGRAPH and following.is_closed)


def is_counted(document: Document, index: int) -> bool:
    """`Type 4: …` where the article has others of that series."""
    head = _SERIES.match(document.blocks[index].text)
    if head is None:
        return False
    around = document.blocks[max(0, index - REACH) : index + REACH]
    others = sum(s.text.startswith(head[1]) and bool(_SERIES.match(s.text)) for s in around)
    return others >= POSTS


def _comes_again(document: Document, scanned: Scanned) -> bool:
    """A sub-heading (`How to spot them`) that stands under other headings as well."""
    return sum(s.folded == scanned.folded for s in document.blocks) > 1


def _names_list(document: Document, taken: Taken, index: int) -> bool:
    """`More from our magazine` in the tail: a label of some words, no text after it."""
    scanned = document.blocks[index]
    if scanned.size > LONE or scanned.is_closed or ":" in scanned.text:
        return False
    return document.position(index) > HALF and not _goes_on(document, taken, index)


def _is_bare_label(scanned: Scanned) -> bool:
    """The label alone, with what it announces in the blocks below."""
    hits = [hit for hit in scanned.hits if hit.group == "noise" and hit.first == 0]
    return bool(hits) and len(scanned.texts) <= max(hit.last for hit in hits) + 1


def _trailing_lines(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Short open lines after the last paragraph."""
    blocks = document.blocks
    trailing: list[int] = []
    for index in range(len(blocks) - 1, document.title, -1):
        if index in taken:
            continue
        scanned = blocks[index]
        if (
            scanned.is_closed
            or scanned.size > PARAGRAPH + 2
            or scanned.block.kind in (Kind.ITEM, Kind.CELL)
            or scanned.block.number
        ):
            break
        trailing.append(index)
    if not trailing or trailing[-1] <= document.title + 1:
        return {}
    trailing.reverse()
    before = next((blocks[i] for i in range(trailing[0] - 1, -1, -1) if i not in taken), None)
    if before is None or before.text.rstrip().endswith((":", ",", ";")):
        return {}
    if before.block.kind is Kind.ITEM and before.size <= PARAGRAPH and not before.is_closed:
        return {}
    if document.position(trailing[0]) < HALF:
        return {}
    if len(trailing) == 1 and blocks[trailing[0]].size > LONE:
        return {}
    return dict.fromkeys(trailing, Verdict("related-posts"))
