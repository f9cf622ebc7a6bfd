"""What a translation in a PO file must keep of the original."""

from __future__ import annotations

import re
from collections import Counter

from playbook.library.attributes import split_attributes
from playbook.library.inline import read_inline
from playbook.library.reader import FIELD
from playbook.translate.segments import Segment

_OPENS_A_BLOCK = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|```|~~~|={3,}$|-{3,}$|\|)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def faults_of(original: Segment, text: str) -> str:
    """What is wrong with a translation of a segment, "" for nothing."""
    if _CONTROL.search(text):
        return "it holds a control character"
    if original.kind in ("front", "aliases"):
        return ""
    if original.kind == "table":
        same = text.count("\n") == original.text.count("\n")
        return "" if same else "the table has another number of rows"
    if original.kind == "quote":
        before, after = FIELD.findall(original.text), FIELD.findall(text)
        if len(set(before)) != len(set(after)):
            return f"the original has the fields {_fields(before)}, this has {_fields(after)}"
    elif _OPENS_A_BLOCK.match(text) and not _OPENS_A_BLOCK.match(original.text):
        return "it begins like a heading, a list or a quote"
    if split_attributes(text)[1] is not None:
        return "it ends with an attribute block: ids and cites are not translated"
    targets, theirs = _targets(original.text), _targets(text)
    if targets != theirs:
        missing = ", ".join((targets - theirs).elements()) or "none"
        return f"its links do not lead where the original's lead; missing: {missing}"
    return ""


def _targets(markdown: str) -> Counter[str]:
    return Counter(link.target for link in read_inline(markdown).links)


def _fields(found: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in dict.fromkeys(found)) or "none"
