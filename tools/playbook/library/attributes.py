"""The brace block at the end of a heading, item or paragraph: `{#id .class key="value"}`.

Python-Markdown's attr_list reads the same form, but for headings only; items and
paragraphs are ours.  A brace group that begins with neither `#`, `.` nor `key=` is text
(a message's `{name}` field).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from playbook.model import EDITORIAL, ID_PATTERN, Cite, Wait

_BLOCK = re.compile(r"[ \t]*\{(?P<body>\s*(?:[#.]|[A-Za-z][\w-]*\s*=)[^{}]*)\}[ \t]*$")
_OPEN = re.compile(r"[ \t]*\{\s*(?:#|(?:cite|wait|message)\s*=)[^{}]*$")
_PART = re.compile(
    r"""\s*(?:\#(?P<id>[^\s"'{}=#.]*)
        |\.(?P<class>[^\s"'{}=#.]+)
        |(?P<key>[A-Za-z][\w-]*)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'{}]+))
    )(?=\s|$)""",
    re.VERBOSE,
)
_CITE = re.compile(
    r"(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*):(?P<first>\d{1,7})(?:-(?P<last>\d{1,7}))?"
)
_CURLY = frozenset("\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb")
"""Quotation marks that word processors put in place of straight ones."""
_WAIT = re.compile(r"([1-9]\d{0,2})(h|d|wd|w|m)")


@dataclass(frozen=True, slots=True)
class Attributes:
    """A brace block taken apart; `faults` are (message, found, fix)."""

    id: str | None = None
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    faults: tuple[tuple[str, str, str], ...] = ()

    def get(self, key: str) -> str | None:
        return next((value for name, value in self.pairs if name == key), None)


@lru_cache(maxsize=4096)
def split_attributes(text: str) -> tuple[str, Attributes | None, int]:
    """Cut a trailing brace block off `text`.

    Returns the text before it, the block (None when there is none) and the offset in
    `text` where the block begins.
    """
    brace = text.rfind("{")
    if brace < 0:
        return text, None, len(text)
    # Most text has no brace, and what stands before the last one is no part of the block.
    from_ = len(text[:brace].rstrip(" \t"))
    match = _BLOCK.match(text, from_)
    if match is None:
        broken = _OPEN.match(text, from_)
        if broken is None:
            return text, None, len(text)
        fault = (
            "the attribute block is not closed",
            broken.group().strip(),
            'Close it with a brace, for example {#short-id cite="editorial"}.',
        )
        return text[: broken.start()], Attributes(faults=(fault,)), broken.start()
    body = match["body"]
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return text[: match.start()].rstrip(), _parse(body), start


def _parse(body: str) -> Attributes:
    id: str | None = None
    classes: list[str] = []
    pairs: list[tuple[str, str]] = []
    faults: list[tuple[str, str, str]] = []
    position = 0
    while position < len(body):
        match = _PART.match(body, position)
        if match is None:
            if rest := body[position:].strip():
                if faults:
                    # The end of what was found unreadable before, as in {#Two Words}.
                    break
                example = 'Write it like {#short-id cite="ka-1:10"}.'
                faults.append(("the attribute block cannot be read", rest, example))
            break
        position = match.end()
        if match["class"]:
            classes.append(match["class"])
        elif match["key"]:
            value = next(
                v for v in (match["double"], match["single"], match["bare"]) if v is not None
            )
            if any(key == match["key"] for key, _ in pairs):
                fix = "Write each attribute once; separate several cites by spaces."
                faults.append(
                    (f"attribute {match['key']} stands twice", match.group().strip(), fix)
                )
            else:
                pairs.append((match["key"], value))
        elif not ID_PATTERN.fullmatch(match["id"]):
            fix = "Use lower-case letters a to z, digits and single hyphens, like {#no-reply}."
            faults.append((f"`{match['id']}` is not an id", "#" + match["id"], fix))
        elif id is not None:
            faults.append(("two ids in one block", "#" + match["id"], "Keep one of them."))
        else:
            id = match["id"]
    return Attributes(id, tuple(classes), tuple(pairs), tuple(faults))


def parse_cites(value: str) -> tuple[tuple[Cite, ...], tuple[tuple[str, str, str], ...]]:
    """`ka-1:4 ka-1:48-50 editorial` → cites, and the faults of what is none."""
    cites: list[Cite] = []
    faults: list[tuple[str, str, str]] = []
    for word in value.split():
        if word == EDITORIAL:
            cites.append(Cite(EDITORIAL))
            continue
        match = _CITE.fullmatch(word)
        if match is None:
            faults.append((f"`{word}` is not a cite", word, _cite_fix(word)))
            continue
        first = int(match["first"])
        last = int(match["last"] or first)
        if first < 1 or last < first:
            faults.append(("the line range runs backwards", word, "Write the smaller line first."))
            continue
        cites.append(Cite(match["source"], first, last))
    return tuple(cites), tuple(faults)


def _cite_fix(word: str) -> str:
    if _CURLY & set(word):
        return 'Write straight quotes, as in cite="ka-1:10": these are curly ones.'
    if "," in word:
        return "Write each line with its source, separated by spaces: ka-1:4 ka-1:48."
    return "Write source:line or source:line-line, several separated by spaces, or editorial."


def parse_wait(value: str) -> Wait | None:
    """`2wd` → two working days; None when it cannot be read."""
    match = _WAIT.fullmatch(value.strip())
    return Wait(int(match[1]), match[2]) if match else None
