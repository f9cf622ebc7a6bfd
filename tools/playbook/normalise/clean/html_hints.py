"""What the page's own elements say: navigation, footers, forms, link lists."""

from __future__ import annotations

from playbook.normalise.blocks import Block, Kind
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document

LINKED = 0.85
"""A block that is nearly all link leads elsewhere; a sentence holds a link or two."""
LINKED_WORDS = 16
LONG = 60
"""A paragraph of this length in an aside or footer is more likely the article's than furniture,
for class names lie (`content-sidebar`)."""

REASONS = {
    "nav": "navigation",
    "breadcrumb": "breadcrumb",
    "footer": "copyright",
    "aside": "navigation",
    "form": "comment-form",
    "button": "call-to-action",
    "share": "share-buttons",
    "related": "related-posts",
    "comments": "comments",
    "signup": "newsletter",
    "cookies": "cookie-notice",
    "advert": "promotion",
    "byline": "author",
    "date": "date",
    "tags": "tags",
    "caption": "caption",
}
_SHORT_ONLY = frozenset(("byline", "date", "tags", "aside", "advert", "related", "caption"))


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Blocks whose surroundings in the markup give them away."""
    found: dict[int, Verdict] = {}
    h1 = any(
        s.block.kind is Kind.HEADING and s.block.level == 1 and "title" not in s.block.hints
        for s in document.blocks
    )
    for index, scanned in enumerate(document.blocks):
        if index in taken:
            continue
        block = scanned.block
        if not (block.hints or block.linked):
            continue
        if reason := reason_of(block, scanned.size, is_closed=scanned.is_closed, has_h1=h1):
            found[index] = Verdict(reason)
    return found


def reason_of(block: Block, size: int, *, is_closed: bool, has_h1: bool) -> str:
    """What its surroundings say of a block of so many words, "" when nothing."""
    if "title" in block.hints:
        return "page-title" if has_h1 else ""
    if "head" in block.hints:
        return "markup"
    if "contents" in block.hints:
        return "table-of-contents"
    for hint, reason in REASONS.items():
        if hint in block.hints:
            if hint in _SHORT_ONLY and size > LONG:
                continue
            if block.kind is Kind.HEADING and block.level == 1:
                continue
            return reason
    if (
        block.linked >= LINKED
        and size <= LINKED_WORDS
        and block.kind is not Kind.HEADING
        and not is_closed
    ):
        return "navigation"
    return ""
