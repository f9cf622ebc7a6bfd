"""Tables of contents: entries that name sections, before the sections themselves."""

from __future__ import annotations

import re

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document, Scanned

ENTRY = 16
"""Longest entry in words: as long as a heading."""
CLOSED_ENTRY = 8
"""A longer line that ends as a sentence ends is the text that follows the table."""
SAME = 0.6
"""Share of an entry's words that must stand in the heading it names."""
UNLABELLED = 3
"""Without a label, so many entries in a row must come again as headings."""
REACH = 600
"""How many blocks ahead a named section is looked for."""
LABELS = 4
"""Tables of contents in one article; more labels are something else."""

LEADERS = 2
"""One line of points before a number may be a form to fill in."""

_LEADER = re.compile(r"(?:\s?[.·…_]){4,}\s*\d{1,4}\s*$")
_TOC = Verdict("table-of-contents")


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Entries are about the document; a label without entries is noise."""
    found: dict[int, Verdict] = {}
    labels = 0
    for index, scanned in enumerate(document.blocks):
        if index in found or index == document.title or labels == LABELS:
            continue
        if _is_label(scanned) and taken.get(index, _TOC).reason in ("contents-label", _TOC.reason):
            labels += 1
            entries = _entries(document, taken, index + 1)
            if entries:
                found.update(dict.fromkeys([index, *entries], _TOC))
            else:
                found[index] = Verdict("contents-label")
    found.update(_with_leaders(document))
    if not found:
        found.update(_unlabelled(document, taken))
    return found


def _with_leaders(document: Document) -> dict[int, Verdict]:
    """Entries of a printed table of contents: a title, a row of points, a page."""
    entries = [i for i, s in enumerate(document.blocks) if _LEADER.search(s.text)]
    return dict.fromkeys(entries, _TOC) if len(entries) >= LEADERS else {}


def _is_label(scanned: Scanned) -> bool:
    return scanned.size <= 9 and any(
        hit.name == "contents-label"
        and hit.first == 0
        and (hit.field == "start" or hit.last >= len(scanned.texts))
        for hit in scanned.hits
    )


def _entries(document: Document, taken: Taken, start: int) -> list[int]:
    blocks = document.blocks
    entries: list[int] = []
    seen: set[str] = set()
    for index in range(start, len(blocks)):
        scanned = blocks[index]
        if index in taken and taken[index].reason in ("markup", "read-also", "running-head"):
            continue
        if index in taken and taken[index].reason == "contents-label" and not entries:
            entries.append(index)
            continue
        if index in taken and taken[index].reason == "navigation" and _is_link(scanned):
            entries.append(index)
            continue
        if index in taken and taken[index].label == "noise" and not _comes_again(document, index):
            break
        leads_in = scanned.text.rstrip().endswith(":") and scanned.size <= 2 * ENTRY
        if index in taken or index == document.title or (scanned.size > ENTRY and not leads_in):
            break
        entry = f"{scanned.block.number} {scanned.folded}"
        if entry in seen or (leads_in and entries):
            break
        if not leads_in and not _is_entry(document, index, entries):
            break
        seen.add(entry)
        entries.append(index)
    while entries and (_opens_text(document, entries[-1]) or _differs(document, entries)):
        entries.pop()
    real = [i for i in entries if not blocks[i].text.rstrip().endswith(":")]
    return entries if len(real) >= 2 else []


def _is_link(scanned: Scanned) -> bool:
    return scanned.block.kind is Kind.ITEM and scanned.block.linked > 0.5


def _is_entry(document: Document, index: int, entries: list[int]) -> bool:
    """A list item, or a line that comes again, or one of a run of lines of its form."""
    scanned = document.blocks[index]
    if len(scanned.sentences) > 1 and not scanned.text.rstrip().endswith("?"):
        return False
    if _comes_again(document, index) or scanned.block.kind is Kind.ITEM:
        return True
    if scanned.is_closed and scanned.size > CLOSED_ENTRY:
        return False
    if entries and document.blocks[entries[-1]].block.kind is Kind.ITEM:
        return False
    if scanned.block.kind is Kind.HEADING:
        return False
    following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    return following is not None and (
        following.size <= ENTRY or (scanned.is_closed and len(entries) > 1)
    )


def _opens_text(document: Document, index: int) -> bool:
    """The last short line before a paragraph is that paragraph's heading."""
    scanned = document.blocks[index]
    if index + 1 >= len(document.blocks) or (scanned.is_closed and not scanned.text.endswith("?")):
        return False
    following = document.blocks[index + 1]
    return (
        scanned.block.kind is not Kind.ITEM
        and not _comes_again(document, index)
        and following.size > ENTRY
    )


def _differs(document: Document, entries: list[int]) -> bool:
    """The last line is open where the entries before it end as sentences do."""
    closed = [document.blocks[i].is_closed for i in entries]
    return len(closed) > 3 and not closed[-1] and sum(closed) >= len(closed) - 2


def _comes_again(document: Document, index: int) -> bool:
    entry = {word for word in document.blocks[index].texts if not word.isdigit()}
    if not entry:
        return False
    for later in document.blocks[index + 1 : index + 1 + REACH]:
        if later.size > 2 * ENTRY or abs(later.size - len(entry)) > 8:
            continue
        words = set(later.texts)
        if len(entry & words) >= SAME * max(len(entry), len(words) * 0.8):
            return True
    return False


def _unlabelled(document: Document, taken: Taken) -> dict[int, Verdict]:
    """A run of short lines most of which come again, word for word, as later lines."""
    later: dict[str, int] = {}
    for index, scanned in enumerate(document.blocks):
        if scanned.size <= ENTRY and index not in taken:
            later[scanned.folded] = index
    run: list[int] = []
    for index, scanned in enumerate(document.blocks):
        if document.position(index) > 0.4:
            break
        if index in taken or index == document.title:
            continue
        again = later.get(scanned.folded, index) > index and scanned.size >= 1
        if (
            again
            and 0 < scanned.size <= ENTRY
            and scanned.folded not in {document.blocks[i].folded for i in run}
        ):
            run.append(index)
        elif len(run) < UNLABELLED:
            run = []
        else:
            break
    if len(run) < UNLABELLED or run[-1] - run[0] >= 2 * len(run):
        return {}
    return dict.fromkeys(run, _TOC)
