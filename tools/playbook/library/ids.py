"""Ids for items that have none: made from the words in the reference, taken over elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from playbook.model import REQUIRED_SECTIONS, Item, Kind, Page, Section

_MAX_WORDS, _MAX_LENGTH = 4, 40
_SHORT = 3
"""Words up to this long are mostly articles and prepositions: the rest names the item."""
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__", re.DOTALL)
_FALLBACK = {"signs": "sign", "strategy": "step", "exit-criteria": "criterion"}


def needs_id(item: Item, section: Section, kind: Kind) -> bool:
    """Whether an item without an id should have one."""
    if item.id or item.proposed:
        return False
    if kind is Kind.PLAYBOOK and section.id in REQUIRED_SECTIONS and item.kind != "paragraph":
        return True
    return bool(item.cites)


def missing_ids(page: Page, reference: Page | None) -> Iterator[tuple[Item, str]]:
    """Items without an id, each with the id it should get.

    A translation takes the reference's ids where it is plain which item is which; where it
    is not, the item is left out, because an id of its own would be wrong.
    """
    taken = set(page.anchors())
    for section in page.sections:
        wanting = [item for item in section.items if needs_id(item, section, page.ref.kind)]
        if not wanting:
            continue
        other = reference.section(section.id) if reference and section.id else None
        if other is not None:
            for item, id in _aligned(section.items, other.items, wanting):
                if id not in taken:
                    taken.add(id)
                    yield item, id
            continue
        if reference is not None:
            continue
        for item in wanting:
            id = _free(slug(item.markdown) or _FALLBACK.get(section.id or "", "item"), taken)
            taken.add(id)
            yield item, id


def slug(markdown: str) -> str:
    """A short id from an item's words; "" where they hold no letters a to z.

    The bold opening of a step names it; of other items the longer words do.
    """
    bold = _BOLD.match(markdown)
    text = (bold[1] or bold[2]) if bold else markdown
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    letters = sum(char.isalpha() for char in plain)
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’](?=\w)", "", plain.lower()))
    if not words or 2 * sum(len(word) for word in words) < letters:
        return ""
    telling = [word for word in words if len(word) > _SHORT]
    chosen = (telling if len(telling) > 1 else words)[:_MAX_WORDS]
    while len(chosen) > 1 and len("-".join(chosen)) > _MAX_LENGTH:
        chosen.pop()
    return "-".join(chosen)[:_MAX_LENGTH].strip("-")


def _free(id: str, taken: set[str]) -> str:
    if id not in taken:
        return id
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    return f"{id}-{number}"


def _aligned(
    items: Sequence[Item], reference: Sequence[Item], wanting: Sequence[Item]
) -> Iterator[tuple[Item, str]]:
    """Match runs of items without id to runs of the reference's ids between common ids."""
    ids = [item.id for item in reference if item.id and not item.proposed]
    here = {item.id for item in items if item.id}
    lost = {id(item) for item in wanting}
    gap: list[Item] = []
    start = 0
    for item in [*items, None]:
        if item is not None and id(item) in lost:
            gap.append(item)
            continue
        known = item.id if item is not None else None
        if item is not None and known not in ids[start:]:
            continue
        stop = ids.index(known, start) if known else len(ids)
        free = [name for name in ids[start:stop] if name not in here]
        if len(free) == len(gap):
            yield from zip(gap, free, strict=True)
        gap, start = [], stop if item is None else stop + 1
