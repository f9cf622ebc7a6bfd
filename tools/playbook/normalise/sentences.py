"""Cutting a paragraph into sentences, by the signs of any script."""

from __future__ import annotations

import re

from playbook.normalise.casing import begins_small

_END = re.compile(r"([.!?…]+|[।॥。！？؟։]+)([\"'”’»)\]]*)(\s+|$)|([।॥。！？；])(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-Za-zÀ-ÿА-я]|\d{1,3}|e\.g|i\.e|etc|vs|mr|mrs|ms|dr|st|no|approx|esim|mm|ks|ns|jne|ym"
    r"|klo|z\.b|d\.h|u\.a|bzw|ca|evtl|inkl|ggf|p\.ej|ej|t\.ex|bl\.a|т\.д|т\.е|др|нпр|მაგ|ა\.შ|ე\.ი|ე\.წ|ელ|डॉ|श्री)$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, blanks between them left out."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end(2) if match[1] else match.end()
        if match[1] == "." and not _ends_sentence(text, match, start):
            continue
        if text[start:end].strip():
            found.append(_trimmed(text, start, end))
        start = match.end()
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return found


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    if match.end() >= len(text):
        return True
    following = text[match.end()]
    if begins_small(following):
        return False
    before = text[max(start, match.start() - 12) : match.start()]
    return _ABBREVIATION.search(before) is None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
