"""Which blocks are headings: by markup, numbers, bold type, or by standing short over text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from itertools import pairwise

from playbook.normalise.blocks import Kind
from playbook.normalise.scan import Document, Scanned

LONGEST = 16
"""Words.  Headings of advice articles run to about twelve; questions a little longer."""
LONGEST_MARKED = 28
"""A block marked as a heading may be a question of two clauses, but no paragraph."""
LABEL, NAMED_LABEL = 3, 5
"""`Signs to look for:` over a list is a heading, a longer lead-in is a sentence."""
TEXT = 9
"""Fewest words of a block that a heading without markup can stand over."""
PICTURE = 7
"""Words of a picture's text that can be a heading; a longer one describes the picture."""
REPEATED = 6
"""Words of a sub-heading that comes again."""
SPOKEN = 3
"""Lines of one speaker from which on a text is an interview."""
_SPEAKER = re.compile(r"(\S{2,20}(?: \S{2,20})?):\s\S")
_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\]:")
"""The text of a footnote."""
_COUNTED = re.compile(r"([^\d\s]*)\s*#?(\d{1,2})\s*[.):–—-]")
BARE = 3
"""Headings with bare numbers: two may be quantities."""
_BARE = re.compile(r"(\d{1,2})\s+[^\W\d]")
SENTENCE_ENDS = (".", "।", ";", ",", "…", "。")


def find_headings(document: Document, out: Collection[int]) -> frozenset[int]:
    """Indexes of headings; `out` are the blocks that are no part of the text."""
    kept = [i for i in range(len(document.blocks)) if i not in out]
    after = dict(pairwise(kept))
    found: set[int] = set()
    blocks = document.blocks
    for index in reversed(kept):
        following = after.get(index)
        if index == document.title or _is_heading(
            blocks[index],
            blocks[following] if following is not None else None,
            following in found,
        ):
            found.add(index)
    _drop_spoken(document, found, kept)
    _add_parents(document, found, kept)
    _drop_lonely_bullets(document, found, kept)
    _add_sentences_among_numbers(document, found, after)
    _add_counted(document, found, after)
    _add_bare_numbers(document, found, after)
    _add_pictures_of_types(document, found, after)
    _add_repeated(document, found, after)
    _add_over_repeated(document, found, kept)
    return frozenset(found)


def _is_heading(scanned: Scanned, following: Scanned | None, over_heading: bool) -> bool:
    block, text = scanned.block, scanned.text.rstrip()
    if block.kind is Kind.HEADING:
        return scanned.size <= LONGEST_MARKED
    if block.kind is Kind.CELL:
        return block.row == 0 and block.column >= 0 and scanned.size <= 5 and not scanned.is_closed
    if _NOTE.match(text):
        return False
    if block.kind in (Kind.FRONT, Kind.CODE) or not 0 < scanned.size <= LONGEST:
        return False
    if following is None or text.endswith(SENTENCE_ENDS):
        return False
    if block.kind is Kind.IMAGE:
        return _is_named(scanned) and _is_text(following)
    if block.bold and not text.endswith(":"):
        return True
    if text.endswith((":", "：")):
        return scanned.size <= (NAMED_LABEL if _is_named(scanned) else LABEL) and not over_heading
    if over_heading:
        return bool(block.number) or _is_named(scanned) or _is_question(text)
    if block.kind is Kind.ITEM and not block.number:
        return following.block.kind is Kind.PARAGRAPH and _is_text(following)
    if following.block.kind is Kind.ITEM:
        if block.number:
            return "." in block.number or following.block.number in ("", "1")
        parted = following.block.gap and block.gap
        return _is_named(scanned) or parted or (block.gap and _is_capitals(text))
    if _is_quoted(text) and not block.number and not _is_saying(scanned):
        return False
    asks = _is_question(text) and following.is_closed and not _is_question(following.text)
    return _is_text(following) and (following.size > scanned.size or asks)


def _is_text(scanned: Scanned) -> bool:
    """A sentence or more, which something can stand over."""
    return scanned.size >= TEXT or (scanned.is_closed and scanned.size >= 4)


def _is_named(scanned: Scanned) -> bool:
    """Words of a heading, or of a kind of client, stand in it."""
    return scanned.has("heading") or scanned.has("archetype", None, "name")


def _is_question(text: str) -> bool:
    return text.endswith(("?", "؟", "？"))


def _is_saying(scanned: Scanned) -> bool:
    """`"Just one more thing"`, what a type says; a pull quote is a sentence."""
    return scanned.size <= REPEATED and scanned.text.rstrip()[-2:-1].isalnum()


def _is_capitals(text: str) -> bool:
    """Two words or more in capitals, in a script that has them."""
    return text.isupper() and " " in text


def _is_quoted(text: str) -> bool:
    return text[:1] in "\"“„«'‘”" and text[-1:] in "\"”“»'’"


def _drop_spoken(document: Document, found: set[int], kept: list[int]) -> None:
    """`ANN: So what did you do?` among lines that begin with the same name: an interview."""
    speakers = {i: m[1] for i in kept if (m := _SPEAKER.match(document.blocks[i].text))}
    lines, labels = Counter(speakers.values()), _labels(document)
    found -= {
        i
        for i, name in speakers.items()
        if lines[name] >= SPOKEN and i != document.title and name.casefold() not in labels
    }


def _labels(document: Document) -> set[str]:
    """Words before a colon that announce something: no names."""
    return {
        match[1].casefold()
        for scanned in document.blocks
        if any(hit.group == "heading" and hit.first == 0 for hit in scanned.hits)
        and (match := _SPEAKER.match(scanned.text))
    }


def _add_parents(document: Document, found: set[int], kept: list[int]) -> None:
    """Nested lists: short items of which each one of that depth stands over deeper items."""
    blocks = document.blocks
    items = [i for i in kept if blocks[i].block.kind is Kind.ITEM and not blocks[i].block.number]
    over: dict[int, list[int]] = {}
    leaves: set[int] = set()
    for index, following in pairwise([*items, -1]):
        level = blocks[index].block.level
        is_over = following == index + 1 and blocks[following].block.level > level
        if is_over and not blocks[index].is_closed and blocks[index].size <= LONGEST:
            over.setdefault(level, []).append(index)
        else:
            leaves.add(level)
    for level, indexes in over.items():
        if level not in leaves and len(indexes) >= 2:
            found.update(indexes)


def _drop_lonely_bullets(document: Document, found: set[int], kept: list[int]) -> None:
    """Bulleted headings come in pairs; one bullet over a paragraph is the end of a list."""
    bullets = [
        i
        for i in kept
        if i in found
        and document.blocks[i].block.kind is Kind.ITEM
        and not document.blocks[i].block.number
    ]
    depth = {i: document.blocks[i].block.level for i in bullets}
    before = dict(zip(kept[1:], kept, strict=False))
    for index in bullets:
        last = before.get(index)
        in_list = (
            last is not None
            and last not in found
            and document.blocks[last].block.kind is Kind.ITEM
            and document.blocks[last].block.level <= depth[index]
        )
        if len(bullets) < 2 or in_list:
            found.discard(index)


def _add_sentences_among_numbers(
    document: Document, found: set[int], after: dict[int, int]
) -> None:
    """`3. Do not argue.` over a paragraph is a heading where other numbers are headings."""
    numbered = [i for i in found if document.blocks[i].block.number]
    singles = [
        i
        for i, following in after.items()
        if i not in found
        and document.blocks[i].block.number
        and document.blocks[i].size <= LONGEST
        and len(document.blocks[i].sentences) == 1
        and document.blocks[following].block.kind is Kind.PARAGRAPH
        and document.blocks[following].size >= TEXT
    ]
    if len(numbered) + len(singles) >= 2:
        found.update(singles)


def _add_counted(document: Document, found: set[int], after: dict[int, int]) -> None:
    """A series `Type 1: …`, `Type 2: …`: headings, also when only pictures' texts hold them."""
    series: dict[str, dict[int, int]] = {}
    for index, following in after.items():
        scanned = document.blocks[index]
        counted = _COUNTED.match(scanned.text)
        if not counted or scanned.size > LONGEST or not _may_be_counted(scanned, counted[1]):
            continue
        if _is_text(document.blocks[following]) or following in found:
            series.setdefault(counted[1].casefold(), {})[int(counted[2])] = index
    for numbers in series.values():
        if len(numbers) >= 2 and max(numbers) - min(numbers) < 2 * len(numbers):
            found.update(numbers.values())


def _add_bare_numbers(document: Document, found: set[int], after: dict[int, int]) -> None:
    """`1 The ghost`, `2 The haggler`, `3 …`: numbers in order over text, no sign behind them."""
    numbered = [
        (int(match[1]), index)
        for index, following in after.items()
        if (match := _BARE.match(document.blocks[index].text))
        and document.blocks[index].block.kind is Kind.PARAGRAPH
        and document.blocks[index].size <= LONGEST
        and not document.blocks[index].is_closed
        and (
            _is_text(document.blocks[following])
            or document.blocks[following].block.kind is Kind.ITEM
        )
    ]
    if len(numbered) >= BARE and all(a < b <= a + 2 for (a, _), (b, _) in pairwise(numbered)):
        found.update(index for _, index in numbered)


def _may_be_counted(scanned: Scanned, word: str) -> bool:
    kind = scanned.block.kind
    return kind is Kind.IMAGE or (kind is Kind.PARAGRAPH and bool(word) and not scanned.is_closed)


def _add_pictures_of_types(document: Document, found: set[int], after: dict[int, int]) -> None:
    """Pictures whose texts name a client, each over a paragraph: what is left of headings."""
    named = [
        i
        for i, following in after.items()
        if document.blocks[i].block.kind is Kind.IMAGE
        and 1 < document.blocks[i].size <= PICTURE
        and document.blocks[i].has("topic", "client")
        and _is_text(document.blocks[following])
    ]
    if len(named) >= 2:
        found.update(named)


def _add_repeated(document: Document, found: set[int], after: dict[int, int]) -> None:
    """What is a heading in one place (`What to do`) is one wherever it stands over something."""
    said = {document.blocks[i].folded for i in found if document.blocks[i].size <= REPEATED}
    for index in after:
        scanned = document.blocks[index]
        if (
            index not in found
            and scanned.folded in said
            and scanned.block.kind in (Kind.PARAGRAPH, Kind.ITEM)
            and not scanned.is_closed
        ):
            found.add(index)


def _add_over_repeated(document: Document, found: set[int], kept: list[int]) -> None:
    """Different short lines, each right over the same sub-heading: `The ghost`, `Signs`."""
    blocks = document.blocks
    over: dict[str, list[int]] = {}
    for before, index in pairwise(kept):
        if index in found and blocks[index].size <= REPEATED:
            over.setdefault(blocks[index].folded, []).append(before)
    for lines in over.values():
        short = [i for i in lines if i in found or _may_stand_over(blocks[i])]
        if len({blocks[i].folded for i in short}) >= 2 and len(short) == len(lines):
            found.update(short)


def _may_stand_over(scanned: Scanned) -> bool:
    text = scanned.text.rstrip()
    is_line = scanned.block.kind in (Kind.PARAGRAPH, Kind.IMAGE) and scanned.size <= REPEATED
    return is_line and not text.endswith((*SENTENCE_ENDS, ":"))
